import type { ReadHandle } from "../database/open.ts";
import type { ImportReport, ImportTrouble } from "../../shared/api/api.ts";
import { parseAddress } from "./reading/address.ts";
import { batchReport } from "./batches.ts";
import { stagedTables } from "./storedTables.ts";

// What has to go back to the sender: cells that could not be read, rows that are faulty or may be another's.

export interface CellInDoubt extends Pick<ImportTrouble, "sheet" | "field" | "raw" | "message"> {
  readonly kind: "doubt" | "invalid" | "twin";
  /** 1-based. */
  readonly row: number;
  readonly column: number;
}

/** In the order of the sheets. What a person has settled since is no longer among them. Throws E-IMP-95. */
export async function cellsInDoubt(
  db: ReadHandle,
  batch: number,
): Promise<{ report: ImportReport; cells: CellInDoubt[] }> {
  const report = await batchReport(db, batch);
  const tables = await stagedTables(db, batch);
  const left = await db
    .selectFrom("stagedRows")
    .select(["batchTable", "row", "outcome", "issues"])
    .where("batch", "=", batch)
    .where("outcome", "in", ["twin", "invalid"])
    .orderBy("position")
    .execute();
  const sheetOf = new Map(tables.map(({ id, sheet }) => [id, sheet]));
  const open = new Set(left.map(({ batchTable, row }) => placeOf(sheetOf.get(batchTable) ?? "", row)));
  const cells: CellInDoubt[] = report.troubles.flatMap(({ sheet, cell, raw, field, message, kind }) => {
    const at = parseAddress(cell);
    if (at === null || kind === "warning" || kind === "total") return [];
    return kind === "doubt" || open.has(placeOf(sheet, at.row)) ? [{ sheet, raw, field, message, kind, ...at }] : [];
  });
  // Rows that stay behind for another reason than the report knows: a decision, a record that was removed.
  const told = new Set(cells.filter(({ kind }) => kind !== "doubt").map(({ sheet, row }) => placeOf(sheet, row)));
  for (const { batchTable, row, outcome, issues } of left) {
    const table = tables.find(({ id }) => id === batchTable);
    const sheet = table?.sheet ?? "";
    if (told.has(placeOf(sheet, row))) continue;
    told.add(placeOf(sheet, row));
    const { message = "" } = JSON.parse(issues) as { message?: string };
    const column = table?.columns.find(({ field }) => field !== null)?.column ?? 1;
    cells.push({ sheet, row, column, raw: "", field: null, message, kind: outcome === "twin" ? "twin" : "invalid" });
  }
  return { report, cells };
}

function placeOf(sheet: string, row: number): string {
  return `${sheet}\u0001${row}`;
}
