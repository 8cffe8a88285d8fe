import { type ReactElement, useEffect, useRef } from "react";
import { NavLink, useLocation } from "react-router";
import { navigation } from "./navigation.ts";

/** The places of the program. The list is longer than a low window, so the place where one is stays in view. */
export function Navigation({ counts }: { counts: Readonly<Record<string, number>> }): ReactElement {
  const list = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const place = (link: Element): string => link.getAttribute("href")?.slice(1) ?? "";
    const here = links.findLast((link) => place(link) === pathname || pathname.startsWith(`${place(link)}/`));
    // The first places stand together at the top, so that going back to them shows them all.
    here?.scrollIntoView({ block: links.indexOf(here) < 4 ? "end" : "nearest" });
  }, [pathname]);
  return (
    <nav className="frame-nav" aria-label="主导航" ref={list}>
      {navigation.map((group) => (
        <div key={group.label ?? "work"}>
          {group.label === null ? null : <h6>{group.label}</h6>}
          {group.items.map(({ to, label, ledger }) => (
            <NavLink key={to} to={to} end={to === "/"} className={({ isActive }) => (isActive ? "on" : "")}>
              {label}
              {ledger === undefined ? null : <i>{counts[ledger] ?? 0}</i>}
            </NavLink>
          ))}
        </div>
      ))}
    </nav>
  );
}
