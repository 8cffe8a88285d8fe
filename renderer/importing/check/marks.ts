import type { ImportReport, ImportTrouble } from "../../../shared/api/api.ts";
import type { Line } from "./lines.ts";

// Cells in doubt, by sheet and address, so that the list can mark them where they stand.

export type Marks = ReadonlyMap<string, ImportTrouble>;

const weight: Readonly<Record<ImportTrouble["kind"], number>> = { invalid: 4, twin: 3, doubt: 2, total: 1, warning: 0 };

/** Of several troubles with one cell the gravest and last; cells that a whole column is asked about are in doubt as well. */
export function marksOf({ troubles, tables }: Pick<ImportReport, "troubles" | "tables">): Marks {
  const marks = new Map<string, ImportTrouble>();
  for (const { sheet, questions = [] } of tables) {
    for (const { cells, message, heading } of questions)
      for (const cell of cells)
        marks.set(keyOf(sheet, cell), { sheet, cell, raw: "", field: heading, message, kind: "doubt" });
  }
  for (const trouble of troubles) {
    if (trouble.cell === "") continue;
    const key = keyOf(trouble.sheet, trouble.cell);
    const known = marks.get(key);
    if (known === undefined || weight[known.kind] <= weight[trouble.kind]) marks.set(key, trouble);
  }
  return marks;
}

export function markAt(marks: Marks, sheet: string, cell: string): ImportTrouble | undefined {
  return marks.get(keyOf(sheet, cell));
}

/** All that is marked in a row of the sheet. */
export function marksInRow({ troubles }: Pick<ImportReport, "troubles">, sheet: string, row: number): ImportTrouble[] {
  return troubles.filter((one) => one.sheet === sheet && one.cell.replace(/^[A-Z]+/, "") === String(row));
}

/** Place of the next row below `from`, or from the top on, that has a cell in doubt; -1 where none has. */
export function nextDoubt(
  { troubles }: Pick<ImportReport, "troubles">,
  lines: readonly Pick<Line, "sheet" | "row">[],
  from: number,
): number {
  const doubtful = new Set(
    troubles.flatMap(({ kind, sheet, cell }) => (kind === "doubt" ? [keyOf(sheet, cell.replace(/^[A-Z]+/, ""))] : [])),
  );
  const isDoubtful = ({ sheet, row }: Pick<Line, "sheet" | "row">): boolean => doubtful.has(keyOf(sheet, String(row)));
  const below = lines.findIndex((line, at) => at > from && isDoubtful(line));
  return below < 0 ? lines.findIndex(isDoubtful) : below;
}

const keyOf = (sheet: string, cell: string): string => `${sheet}!${cell}`;
