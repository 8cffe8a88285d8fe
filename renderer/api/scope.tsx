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

interface Props {
  /** Each data folder has years of its own. */
  readonly folder: string;
  readonly year: number;
  readonly children: ReactNode;
}

export function ScopeProvider({ folder, year: first, children }: Props): ReactElement {
  const [{ year, asOf }, set] = useState(() => remembered(folder) ?? { year: first, asOf: `${first}-12-31` });
  const value = useMemo<ScopeChoice>(
    () => ({
      year,
      asOf,
      scope: yearScope(year, asOf),
      choose(nextYear, nextAsOf) {
        const next = { year: nextYear, asOf: nextAsOf ?? `${nextYear}-12-31` };
        localStorage.setItem(`scope:${folder}`, JSON.stringify(next));
        set(next);
      },
    }),
    [folder, year, asOf],
  );
  return <Context value={value}>{children}</Context>;
}

export function useScope(): ScopeChoice {
  const choice = useContext(Context);
  if (choice === null) throw new Error("useScope outside ScopeProvider");
  return choice;
}

function remembered(folder: string): { year: number; asOf: string } | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(`scope:${folder}`) ?? "null");
    if (typeof stored !== "object" || stored === null || !("year" in stored) || !("asOf" in stored)) return null;
    return { year: Number(stored.year), asOf: String(stored.asOf) };
  } catch {
    return null;
  }
}
