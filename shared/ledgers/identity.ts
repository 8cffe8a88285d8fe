import type { LedgerDeclaration } from "./define.ts";

/** Whether a way to recognise a record is made of official numbers (a year may stand beside them): only those are unique. */
export function isOfficial({ fields }: Pick<LedgerDeclaration, "fields">, alternative: readonly string[]): boolean {
  const kinds = alternative.map((name) => fields[name]?.kind);
  return kinds.includes("code") && kinds.every((kind) => kind === "code" || kind === "year");
}
