import type { ImportedTable, ImportTrouble, StagedRow } from "../../../shared/api/api.ts";
import { findLedger } from "../../../shared/ledgers/index.ts";
import type { Line } from "./lines.ts";

/** A field that the row leaves blank although it should not: what its cell says, and why that was not taken. */
export interface DoubtfulField {
  readonly ledger: string;
  readonly field: string;
  readonly label: string;
  readonly cell: string;
  readonly raw: string;
  readonly message: string;
  /** What it may mean, to choose from. */
  readonly readings?: readonly { readonly label: string; readonly value: string }[];
}

/** Cells of the line that could not be understood, and required fields of a faulty record that nothing says. */
export function doubtfulFields(
  line: Line,
  table: ImportedTable | undefined,
  troubles: readonly ImportTrouble[],
): DoubtfulField[] {
  const fromCells = troubles.flatMap((trouble): DoubtfulField[] => {
    if (trouble.kind !== "doubt" && trouble.kind !== "invalid") return [];
    const column = table?.columns.find((one) => one.column === numberOf(trouble.cell));
    const [field = ""] = column?.field?.split(/[@#]/u) ?? [];
    const { ledger } = column ?? {};
    if (ledger === undefined || ledger === null) return [];
    const label = findLedger(ledger)?.fields[field]?.label ?? column?.heading ?? "";
    return [{ ledger, field, label, cell: trouble.cell, raw: trouble.raw, message: trouble.message }];
  });
  const asked = askedIn(line, table).filter((one) => !fromCells.some((known) => isSame(known, one)));
  const missing = line.records
    .filter(({ outcome }) => outcome === "invalid")
    .flatMap((record) => missingIn(record).filter((one) => !fromCells.some((known) => isSame(known, one))));
  return [...fromCells, ...asked, ...missing];
}

/** A cell that stands out from its column, or for whose sake the unit of its column is asked, may be the one that is wrong. */
function askedIn({ row, records }: Line, table: ImportedTable | undefined): DoubtfulField[] {
  const questions = table?.questions ?? [];
  const cells = new Set(questions.flatMap((one) => (one.kind === "unit" ? one.cells : [])));
  const singles = new Map(questions.flatMap(({ singles: some = [] }) => some.map((one) => [one.cell, one])));
  return records.flatMap(({ ledger, fields }) =>
    fields.flatMap(({ field, label, cell = "", raw = "" }): DoubtfulField[] => {
      if (cell.replace(/^[A-Z]+/, "") !== String(row)) return [];
      const about = { ledger, field, label, cell, raw };
      const single = singles.get(cell);
      if (single !== undefined)
        return [{ ...about, readings: single.readings, message: "与同列其他行相差很大，单位可能不同" }];
      return cells.has(cell) ? [{ ...about, message: "若只是这一格写错，在这里写上数和单位，如 50万元" }] : [];
    }),
  );
}

function missingIn({ ledger, fields }: StagedRow): DoubtfulField[] {
  const said = new Set(fields.flatMap(({ field, after }) => (after === "" ? [] : [field])));
  return Object.entries(findLedger(ledger)?.fields ?? {}).flatMap(([field, { label, required }]): DoubtfulField[] =>
    required === true && !said.has(field) ? [{ ledger, field, label, cell: "", raw: "", message: "必须填写" }] : [],
  );
}

function isSame(a: DoubtfulField, b: DoubtfulField): boolean {
  return a.ledger === b.ledger && a.field === b.field;
}

/** C11 → 3. */
function numberOf(cell: string): number {
  let number = 0;
  for (const letter of cell.replace(/\d+$/, "")) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
