import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { type LedgerName, ledgers } from "../../shared/ledgers/index.ts";

/** A field of another ledger that may point at records of this one. */
export interface Tie {
  readonly ledger: LedgerName;
  readonly field: string;
  /** Rows that belong to the record and live with it: funds, milestones, level history. */
  readonly detail: boolean;
  /** Several fields of one ledger may point here; then the heading names the field. */
  readonly label: string;
}

/** All ties to a ledger, its detail rows first. */
export function tiesTo(ledger: LedgerName): Tie[] {
  const ties = (Object.keys(ledgers) as LedgerName[]).flatMap((name) => {
    const declaration: LedgerDeclaration = ledgers[name];
    const fields = Object.entries(declaration.fields).filter(
      ([, field]) => (field.kind === "reference" || field.kind === "references") && field.to === ledger,
    );
    return fields.map(([field, is]): Tie => ({
      ledger: name,
      field,
      detail: is.kind === "reference" && is.parent === true,
      label: fields.length === 1 ? declaration.title : `${declaration.title}（${is.label}）`,
    }));
  });
  return [...ties.filter(({ detail }) => detail), ...ties.filter(({ detail }) => !detail)];
}
