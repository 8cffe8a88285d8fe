/** A question's bounds: both days inclusive, ISO days. Year Y is {from: Y-01-01, to: Y-12-31, asOf: Y-12-31}. */
export interface Scope {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  /** A subdistrict's id; the whole district where absent. */
  readonly area?: string;
}

/** The scope of a whole year; as-of defaults to its last day. */
export function yearScope(year: number, asOf?: string): Scope {
  return { from: `${year}-01-01`, to: `${year}-12-31`, asOf: asOf ?? `${year}-12-31` };
}

/** Whether the question is of a calendar year seen from its end or later. */
export function isWholeYear({ from, to, asOf }: Scope): boolean {
  return from.endsWith("-01-01") && to === `${from.slice(0, 4)}-12-31` && asOf >= to;
}

/** The same period one year earlier (29 February becomes 28). */
export function lastYear(scope: Scope): Scope {
  return { ...scope, from: earlier(scope.from), to: earlier(scope.to), asOf: earlier(scope.asOf) };
}

function earlier(day: string): string {
  const year = Number(day.slice(0, 4)) - 1;
  const rest = day.slice(4);
  return rest === "-02-29" ? `${year}-02-28` : `${year}${rest}`;
}
