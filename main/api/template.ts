import { templateWorkbook } from "../exporting/template.ts";
import { templateCell } from "../exporting/templateCells.ts";
import type { TemplateRow } from "../exporting/templateSheet.ts";
import { wordsOffered } from "../exporting/templateWords.ts";
import type { ReadHandle } from "../database/open.ts";
import { extraFields } from "../records/extraFields.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { listRecords } from "../records/list.ts";
import { recordPages } from "../records/recordPages.ts";
import { readSetting } from "../records/settings.ts";
import { loadTerms } from "../records/terms.ts";
import type { Api, ListInput, StoredRecord, Values } from "../../shared/api/api.ts";
import { fieldOfExtra } from "../../shared/fields/extraField.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { ledgers } from "../../shared/ledgers/index.ts";
import { type TemplateColumn, templateColumns, usualColumns } from "../../shared/ledgers/templateColumns.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import type { Services } from "./services.ts";

type Input = Parameters<Api["files"]["template"]>[0];

/** More than a sender would look through, and a sheet that is still made at once. */
const mostRows = 3_000;

/** 填报表样 as a file. Refuses (E-EXP-01) a column that the ledger does not have, (E-EXP-02) too many records. */
export async function templateFile(
  db: ReadHandle,
  { clock }: Pick<Services, "clock">,
  { ledger, columns: wanted, filled = false, ...input }: Input,
): Promise<{ name: string; bytes: Uint8Array }> {
  const year = input.year ?? null;
  const declaration = ledgerNamed(ledger);
  const extras = Object.fromEntries((await extraFields(db, ledger)).map((extra) => [extra.name, fieldOfExtra(extra)]));
  const all = templateColumns(declaration, ledgers, extras);
  const columns = chosen(all, declaration, wanted, year);
  const thisYear = Number(clock.now().slice(0, 4));
  const { terms, places } = { terms: await loadTerms(db), places: await placesOf(db) };
  const district = await readSetting(db, "district");
  const bytes = await templateWorkbook({
    declaration,
    columns,
    year,
    rows: filled ? await rowsOf(db, declaration, columns, year) : [],
    returnTo: input.returnTo ?? district?.office ?? null,
    due: input.due ?? null,
    thisYear,
    wordsOf: (column) => wordsOffered(column, { terms, places, year: year ?? thisYear }),
  });
  return { name: `${year === null ? "" : `${year}年`}${declaration.title}填报表.xlsx`, bytes };
}

function chosen(
  all: readonly TemplateColumn[],
  declaration: LedgerDeclaration,
  wanted: readonly string[] | undefined,
  year: number | null,
): TemplateColumn[] {
  if (wanted === undefined) return usualColumns(all, declaration, year);
  const known = new Map(all.map((column) => [column.key, column]));
  const unknown = wanted.find((key) => !known.has(key));
  if (unknown !== undefined) {
    throw new ProblemError({
      kind: "refused",
      code: "E-EXP-01",
      message: `“${declaration.title}”的填报表样没有“${unknown.slice(0, 60)}”这一栏，没有生成。数据未改动；可用的栏目：${[...known.keys()].join("、")}。`,
    });
  }
  return all.filter(({ key, required }) => required || wanted.includes(key));
}

async function placesOf(db: ReadHandle): Promise<string[]> {
  const { records } = await listRecords(db, { ledger: "subdistricts", limit: 200 });
  return records.flatMap(({ values }) => {
    const { name, mergedInto } = values;
    return typeof name === "string" && (mergedInto ?? null) === null ? [name] : [];
  });
}

async function rowsOf(
  db: ReadHandle,
  declaration: LedgerDeclaration,
  columns: readonly TemplateColumn[],
  year: number | null,
): Promise<TemplateRow[]> {
  const { name, yearField } = declaration;
  const list: ListInput = {
    ledger: name,
    ...(year === null || yearField === undefined ? {} : { filter: [{ field: yearField, in: [year] }] }),
  };
  const rows: TemplateRow[] = [];
  for await (const { total, records, titles } of recordPages(db, list)) {
    if (total > mostRows) {
      throw new ProblemError({
        kind: "refused",
        code: "E-EXP-02",
        message: `要预填的记录有 ${total} 条，超过 ${mostRows} 条，没有生成。数据未改动；请指明年度，或改用空白表样。`,
      });
    }
    const linked = await linkedOf(db, declaration, columns, records);
    for (const { id, values, extras } of records) {
      const cells = columns.map((column) => {
        const own = column.ledger === name ? (values[column.name] ?? extras[column.name]) : undefined;
        const link = column.ledger === name ? undefined : linked.get(`${id} ${column.ledger}`);
        return templateCell(column, own ?? link?.values[column.name] ?? null, { ...titles, ...link?.titles });
      });
      rows.push({ id, cells });
    }
  }
  return rows;
}

/** Records that these point at by a carried column: the organisation with its credit code. By record and ledger. */
async function linkedOf(
  db: ReadHandle,
  declaration: LedgerDeclaration,
  columns: readonly TemplateColumn[],
  records: readonly StoredRecord[],
): Promise<Map<string, { values: Values; titles: Record<string, string> }>> {
  const found = new Map<string, { values: Values; titles: Record<string, string> }>();
  for (const { ledger, link } of declaration.carries ?? []) {
    if (!("toCarried" in link) || !columns.some((column) => column.ledger === ledger)) continue;
    const ids = [
      ...new Set(records.map(({ values }) => values[link.toCarried]).filter((id) => typeof id === "string")),
    ];
    const page = await listRecords(db, { ledger, ids, limit: ids.length });
    const byId = new Map(page.records.map((record) => [record.id, record.values]));
    for (const { id, values } of records) {
      const carried = byId.get(String(values[link.toCarried] ?? ""));
      if (carried !== undefined) found.set(`${id} ${ledger}`, { values: carried, titles: page.titles });
    }
  }
  return found;
}
