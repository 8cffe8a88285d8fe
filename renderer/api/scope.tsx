import { createContext, type ReactElement, type ReactNode, useContext, useMemo, useState } from "react";
import { type Scope, yearScope } from "../../shared/metrics/scope.ts";

// 年度 and 截至日期 rule every figure on screen; changing them never changes data. They come back at the next start.

interface ScopeChoice {
  readonly year: number;
  readonly asOf: string;
  readonly scope: Scope;
  choose(year: number, asOf?: string): void;
}

const Context = createContext<ScopeChoice | null>(null);

export function ScopeProvider({ year: first, children }: { year: number; children: ReactNode }): ReactElement {
  const [{ year, asOf }, set] = useState(() => remembered() ?? { year: first, asOf: `${first}-12-31` });
  const value = useMemo<ScopeChoice>(
    () => ({
      year,
      asOf,
      scope: yearScope(year, asOf),
      choose(nextYear, nextAsOf) {
        const next = { year: nextYear, asOf: nextAsOf ?? `${nextYear}-12-31` };
        localStorage.setItem("scope", JSON.stringify(next));
        set(next);
      },
    }),
    [year, asOf],
  );
  return <Context value={value}>{children}</Context>;
}

export function useScope(): ScopeChoice {
  const choice = useContext(Context);
  if (choice === null) throw new Error("useScope outside ScopeProvider");
  return choice;
}

function remembered(): { year: number; asOf: string } | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem("scope") ?? "null");
    if (typeof stored !== "object" || stored === null || !("year" in stored) || !("asOf" in stored)) return null;
    return { year: Number(stored.year), asOf: String(stored.asOf) };
  } catch {
    return null;
  }
}
