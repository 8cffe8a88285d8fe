import { checkTotals } from "./checkTotals.ts";
import type { Figures } from "./figures.ts";
import { identifyRow } from "./identifyRows.ts";
import type { RowTrouble } from "./incoming.ts";
import type { Gathering } from "./items.ts";
import { ledgerRanks } from "./ledgerOrder.ts";
import type { Ledgers } from "./ledgerWords.ts";
import { sureConfidence, type MatchedColumn } from "./matchColumns.ts";
import { isDistrictHeading, otherDistricts } from "./otherDistricts.ts";
import type { Pause } from "./pause.ts";
import { readRow } from "./readRow.ts";
import { touchedExamples } from "./touchedExamples.ts";
import { cellAt } from "./sheetGrid.ts";
import type { UnderstoodTable } from "./understandWorkbook.ts";

// All tables of a file, row by row, into one gathering; what others refer to comes first.

export interface TableTrouble {
  readonly table: number;
  readonly trouble: RowTrouble;
}

const rowsBetweenPauses = 10;

/** @param pause is called every few rows. */
export async function gatherTables(
  tables: readonly UnderstoodTable[],
  gathered: Gathering,
  ledgers: Ledgers,
  pause: Pause,
): Promise<TableTrouble[]> {
  const ranks = ledgerRanks(ledgers);
  const rankOf = (at: number): number => ranks.get(tables[at]?.plan?.declaration.name ?? "") ?? Infinity;
  const order = tables.map((_table, at) => at).sort((a, b) => rankOf(a) - rankOf(b) || a - b);
  const troubles: TableTrouble[] = [];
  for (const at of order) {
    const one = tables[at];
    if (one === undefined) continue;
    troubles.push(...(await gatherTable(one, at, gathered, pause)).map((trouble) => ({ table: at, trouble })));
  }
  return troubles;
}

async function gatherTable(
  { table, plan, columns }: UnderstoodTable,
  at: number,
  gathered: Gathering,
  pause: Pause,
): Promise<RowTrouble[]> {
  const about = { row: table.headerRows.at(-1) ?? 1, column: columns[0]?.column ?? 1, raw: "", field: null };
  if (plan === null) return [{ ...about, kind: "warning", message: "看不出这张表是哪个台账的，没有导入" }];
  const outside = rowsOutside(table, columns, gathered.known.get("organisations")?.places ?? []);
  const figures: Figures[] = [];
  const others: { row: number; year: number }[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % rowsBetweenPauses === rowsBetweenPauses - 1) await pause();
    const read = readRow(plan, row);
    if (!outside.rows.has(row.row)) identifyRow(gathered, plan, at, read);
    if (table.totals.length > 0) figures.push(read.figures);
    if (read.otherYear !== undefined && !outside.rows.has(row.row)) others.push({ row: row.row, year: read.otherYear });
  }
  const troubles: RowTrouble[] = columns
    .filter(({ target, confidence }) => target !== null && confidence < sureConfidence)
    .map(({ column, heading, target }) => {
      const label = plan.ledgers[target?.ledger ?? ""]?.fields[target?.field ?? ""]?.label ?? target?.field ?? "";
      return { ...about, column, raw: heading, kind: "warning", message: `“${heading}”按“${label}”导入，请核对` };
    });
  if (plan.dateMeans !== undefined) {
    const { column, heading, stage } = plan.dateMeans;
    const message = `表中没有写明状态，“${heading}”按“${stage}”的日期导入，请核对`;
    troubles.push({ ...about, column, raw: heading, kind: "warning", message });
  }
  const [away] = outside.rows;
  if (away !== undefined && outside.column !== undefined) {
    const { column, heading } = outside.column;
    const message = `${outside.rows.size} 行不是本区的，没有导入`;
    troubles.push({ ...about, row: away, column, raw: heading, kind: "warning", message });
  }
  troubles.push(...touchedExamples(table));
  const [first] = others;
  if (first !== undefined) {
    const whose = plan.yearIsWritten === true ? "标题或文件名的" : "选定的";
    const message = `${others.length} 行的年度与${whose} ${plan.year} 年不同（第 ${first.row} 行是 ${first.year} 年），按各行自己的年度导入`;
    troubles.push({ ...about, row: first.row, kind: "warning", message });
  }
  const { totals, troubles: wrong } = checkTotals(plan, figures);
  for (const total of totals) gathered.totals.push({ table: at, total });
  return [...troubles, ...wrong];
}

/** Rows that a district column gives to others. */
function rowsOutside(
  table: UnderstoodTable["table"],
  columns: UnderstoodTable["columns"],
  ours: readonly string[],
): { column?: MatchedColumn; rows: ReadonlySet<number> } {
  const column = columns.find((one) => one.ignored === true && isDistrictHeading(one.heading));
  if (column === undefined) return { rows: new Set() };
  const are = otherDistricts(
    table.rows.map((row) => cellAt(row, column.column)?.text ?? ""),
    ours,
  );
  return { column, rows: new Set(table.rows.filter((_row, at) => are[at] === true).map(({ row }) => row)) };
}
