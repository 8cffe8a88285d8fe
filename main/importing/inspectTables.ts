import type { ColumnQuestion } from "../../shared/api/importing.ts";
import { isNumeric, isUnit } from "./cellKinds.ts";
import { columnQuestions } from "./columnQuestions.ts";
import type { MatchedColumn } from "./matchColumns.ts";
import { normaliseHeading } from "./normaliseHeading.ts";
import { readRow } from "./readRow.ts";
import { cellAt } from "./sheetGrid.ts";
import { rowsQuestion } from "./unitQuestion.ts";
import type { UnderstoodTable } from "./understandWorkbook.ts";

// What the importer understood of a workbook, as plain data: nothing is compared with a store and nothing written.

export interface InspectedTable {
  sheet: string;
  title: string;
  /** Name of the ledger; null where none fits. */
  ledger: string | null;
  /** Of the ledger, 0 to 1. */
  confidence: number;
  /** 1-based, as all rows and columns here. */
  headerRows: number[];
  firstDataRow: number;
  lastDataRow: number;
  /** Without totals, blank rows, repeated headings, group lines and notes. */
  dataRows: number;
  totalRows: number[];
  columns: InspectedColumn[];
  /** It is our own fill-in template. */
  template?: true;
  /** What only a person can say of a column, as far as the first rows show it. */
  questions?: ColumnQuestion[];
}
export interface InspectedColumn {
  col: number;
  header: string;
  /** Of the table's ledger, or `ledger.field` of one that it carries; null where the column feeds nothing. */
  field: string | null;
  unit: string | null;
  confidence: number;
}

export function inspectTables(tables: readonly UnderstoodTable[]): InspectedTable[] {
  return tables.map((one) => {
    const { table, plan, columns, confidence } = one;
    return {
      sheet: table.sheet,
      title: table.title,
      ledger: plan?.declaration.name ?? null,
      ...(one.template === undefined ? {} : { template: one.template }),
      confidence,
      headerRows: [...table.headerRows],
      firstDataRow: table.firstRow,
      lastDataRow: table.lastRow,
      dataRows: table.rows.length,
      totalRows: table.totals.map(({ row }) => row.row),
      columns: columns.map((column, at) => ({
        col: column.column,
        header: column.heading,
        field: fieldOf(column),
        unit: unitOf(one, at),
        confidence: column.confidence,
      })),
      ...questionsIn(one),
    };
  });
}

const looked = 500;

function questionsIn({ plan }: UnderstoodTable): Pick<InspectedTable, "questions"> {
  if (plan === null) return {};
  const read = plan.table.rows.slice(0, looked).map((row) => readRow(plan, row));
  const doubts = read.flatMap(({ troubles }) => troubles.filter(({ kind }) => kind === "doubt"));
  const units = plan.columns.flatMap((column) => rowsQuestion(plan, column) ?? []);
  const questions = [...columnQuestions(plan, doubts), ...units].sort((a, b) => a.column - b.column);
  return questions.length === 0 ? {} : { questions };
}

function fieldOf({ target }: MatchedColumn): string | null {
  if (target === null) return null;
  return target.own ? target.field : `${target.ledger}.${target.field}`;
}

/** From the heading; else, over figures, from the sheet's note, or for 其中 and # from the column that it is part of. */
function unitOf(one: Pick<UnderstoodTable, "table" | "plan" | "columns">, at: number): string | null {
  const { table, plan, columns } = one;
  const column = columns[at];
  if (column === undefined) return null;
  const written = column.unit ?? normaliseHeading(column.heading).unit;
  if (written !== undefined) return written;
  const field = plan?.columns[at]?.field ?? null;
  if (field !== null) return field.kind === "money" ? (table.unit ?? null) : null;
  if (!holdsFigures(table, column.column)) return null;
  if (/^(?:#|其中)/u.test(column.heading) && at > 0) return unitOf({ table, plan: null, columns }, at - 1);
  return noteOf(table.title);
}

function holdsFigures({ rows }: UnderstoodTable["table"], column: number): boolean {
  const cells = rows.slice(0, 20).flatMap((row) => cellAt(row, column) ?? []);
  return cells.length > 0 && cells.filter(isNumeric).length >= cells.length * 0.6;
}

/** 单位：个; none where it names several. */
function noteOf(title: string): string | null {
  const found = /单位[:：]\s*(\S{1,8}?)[)）]?(?:\s|$)/u.exec(title)?.[1];
  return found !== undefined && isUnit(found) ? found : null;
}
