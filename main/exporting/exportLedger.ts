import type { RecordPage, StoredRecord } from "../../shared/api/api.ts";
import type { Field, Value } from "../../shared/fields/field.ts";
import { toFen } from "../../shared/fields/money.ts";
import { showValue } from "../../shared/fields/index.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { recordNumberHeading } from "../../shared/wording/recordNumber.ts";
import { type Column, writeWorkbook } from "./writeWorkbook.ts";

/**
 * Pages of a ledger's records as a workbook (bytes of an .xlsx). Every cell is written so that our own import reads it
 * back: money as a number in the unit that its heading names, dates and stages in the words that `readCell` understands.
 */
export async function exportLedger(
  declaration: LedgerDeclaration,
  extras: Readonly<Record<string, Field>>,
  pages: AsyncIterable<RecordPage>,
): Promise<Uint8Array> {
  const declared = Object.entries(declaration.fields);
  const own = Object.entries(extras);

  async function* rows(): AsyncGenerator<(string | number | null)[]> {
    for await (const { records, titles } of pages) {
      for (const record of records) {
        yield [
          ...declared.map(([name, field]) => cellOf(field, record.values[name] ?? null, titles)),
          ...own.map(([name, field]) => cellOf(field, extraOf(record, name), titles)),
          record.id,
        ];
      }
    }
  }
  const columns = [...declared, ...own].map(([, field]) => columnOf(field));
  columns.push({ heading: recordNumberHeading, width: 38, hidden: true });
  return await writeWorkbook(declaration.title, columns, rows());
}

function extraOf(record: StoredRecord, name: string): Value | null {
  return record.extras[name] ?? null;
}

function columnOf(field: Field): Column {
  const heading =
    field.kind === "money"
      ? `${field.label}（${field.importUnit}）`
      : field.kind === "percent"
        ? `${field.label}（%）`
        : field.label;
  const wide =
    field.kind === "text" || field.kind === "reference" || field.kind === "references" || field.kind === "stages";
  return { heading, width: Math.max(wide ? 26 : 12, heading.length * 2 + 2), money: field.kind === "money" };
}

/** A value as a cell that our own import reads back. */
export function cellOf(
  field: Field,
  value: Value | null,
  titles: Readonly<Record<string, string>>,
): string | number | null {
  if (value === null) return null;
  if (typeof value === "number") {
    // In the unit that the heading names, exactly: a double holds 15 digits, more than any budget here.
    if (field.kind === "money") return value / 10 ** toFen[field.importUnit];
    if (field.kind === "count" || field.kind === "number" || field.kind === "year" || field.kind === "percent")
      return value;
  }
  return showValue(field, value, titles);
}
