import type { ColumnCorrection } from "../../shared/api/importing.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { Ledgers, Target } from "./ledgerWords.ts";
import type { MatchedColumn } from "./matchColumns.ts";

/**
 * The columns as a person says. A field that the person gives to one column is taken from the one that had it, unless
 * the two speak of different years. A target that neither the ledger nor one that it carries has is not taken.
 */
export function correctColumns(
  columns: readonly MatchedColumn[],
  corrections: readonly ColumnCorrection[],
  declaration: LedgerDeclaration,
  ledgers: Ledgers,
): MatchedColumn[] {
  const said = new Map(corrections.map((correction) => [correction.column, correction]));
  const given = columns.map((column) => corrected(column, said.get(column.column), declaration, ledgers));
  return given.map((column) => {
    const { target } = column;
    if (target === null || target.many === true || isNamed(said.get(column.column))) return column;
    const isTaken = given.some((other) => other !== column && isNamed(said.get(other.column)) && isSame(other, column));
    return isTaken ? { ...column, target: null, confidence: 0 } : column;
  });
}

function isSame(a: MatchedColumn, b: MatchedColumn): boolean {
  return a.target?.ledger === b.target?.ledger && a.target?.field === b.target?.field && a.year === b.year;
}

function corrected(
  column: MatchedColumn,
  said: ColumnCorrection | undefined,
  declaration: LedgerDeclaration,
  ledgers: Ledgers,
): MatchedColumn {
  if (said === undefined) return column;
  const { ignored: _ignored, ...rest } = column;
  const told = {
    ...(said.unit === undefined ? {} : { unit: said.unit }),
    ...(said.reading === undefined ? {} : { reading: said.reading }),
  };
  if (said.field === undefined) return { ...column, ...told };
  if (said.field === null) return { ...rest, ...told, target: null, ignored: true, confidence: 1 };
  const target = targetOf({ ledger: said.ledger ?? declaration.name, field: said.field }, declaration, ledgers);
  return target === null ? { ...column, ...told } : { ...rest, ...told, target, confidence: 1 };
}

function isNamed(said: ColumnCorrection | undefined): boolean {
  return said?.field !== undefined && said.field !== null;
}

/** `field` as in `Target`: a declared or extra field, or a part of the stages (`status@认定`). */
function targetOf(
  { ledger, field }: { ledger: string; field: string },
  declaration: LedgerDeclaration,
  ledgers: Ledgers,
): Target | null {
  if (ledger === declaration.name) return { ledger, field, own: true };
  const [name = ""] = field.split(/[@#]/u);
  const carry = (declaration.carries ?? []).findIndex(
    (carried) => carried.ledger === ledger && carried.fields.includes(name),
  );
  if (carry < 0 || ledgers[ledger]?.fields[name] === undefined) return null;
  const many = declaration.carries?.[carry]?.each === field ? ({ many: true } as const) : {};
  return { ledger, field, own: false, carry, ...many };
}
