import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { ProblemError } from "../../../shared/problems/problem.ts";
import { columnName } from "../../../shared/wording/columnName.ts";
import { inspectTables, type InspectedTable } from "../../importing/inspectTables.ts";
import { pacing } from "../../importing/pause.ts";
import { closeIdleReader } from "../../importing/reading/readerPool.ts";
import { readWorkbook } from "../../importing/reading/readWorkbook.ts";
import { builtInKnowledge, loadKnowledge } from "../../importing/storedKnowledge.ts";
import { understandWorkbook, type Knowledge } from "../../importing/understandWorkbook.ts";
import { ledgerNamed } from "../../records/ledgerNamed.ts";
import type { Command } from "./command.ts";
import { passwordOf } from "./password.ts";
import { type Options, refuse, withData } from "./options.ts";

interface Inspected {
  readonly file: string;
  readonly tables: readonly InspectedTable[];
  /** Sheets that the sender hid: not looked at. */
  readonly hidden: readonly string[];
}

/** Needs no data folder; with one, the bureau's own words are known as well. */
export const inspectCommand: Command = {
  name: "inspect",
  usage: "inspect 文件 [--ledger L] [--data DIR] [--json]           看懂一个工作簿：表、表头、数据行、栏目，不导入",
  run: async (values, [path, ...more]) => {
    if (path === undefined || more.length > 0) throw refuse("E-CLI-18", "请写明要看的一个文件，例如 inspect 名单.xlsx");
    if (!existsSync(path)) throw refuse("E-CLI-13", `找不到“${path}”，请核对它的位置`);
    if (values.ledger !== undefined) ledgerNamed(values.ledger);
    const found =
      values.data === undefined
        ? await inspect(path, values, builtInKnowledge()).finally(closeIdleReader)
        : await withData(values, async ({ services }) =>
            inspect(path, values, await loadKnowledge(services.database().read)),
          );
    return { json: found, lines: linesOf(found) };
  },
};

async function inspect(path: string, values: Options, knowledge: Knowledge): Promise<Inspected> {
  const { ledger } = values;
  const read = await readWorkbook({ path: resolve(path), ...passwordOf(values) });
  if (!read.ok) throw new ProblemError({ kind: "unreadable", code: read.code, message: read.message });
  const file = basename(path);
  const { tables, hidden } = await understandWorkbook(read.workbook, knowledge, { file, ledger }, pacing());
  return { file, tables: inspectTables(tables), hidden };
}

function linesOf({ file, tables, hidden }: Inspected): string[] {
  const lines = [`${file}：找到 ${tables.length} 张表${tables.length === 0 ? "，里面没有看得出表头和数据的表格" : ""}`];
  for (const table of tables) lines.push("", ...tableLines(table));
  if (hidden.length > 0) lines.push("", `隐藏的工作表没有看：${hidden.join("、")}`);
  return lines;
}

function tableLines(table: InspectedTable): string[] {
  const title = shortened(table.title.replace(/\s+/gu, " "));
  const ledger =
    table.ledger === null ? "看不出" : `${ledgerNamed(table.ledger).title}（把握 ${percent(table.confidence)}）`;
  const rows = [
    `表头 ${table.headerRows.length === 0 ? "无" : `第 ${table.headerRows.join("、")} 行`}`,
    `数据第 ${table.firstDataRow}—${table.lastDataRow} 行，共 ${table.dataRows} 行`,
    ...(table.totalRows.length === 0 ? [] : [`合计、小计第 ${table.totalRows.join("、")} 行`]),
  ];
  const shown = table.columns.map(({ col, header, field, unit, confidence }) => [
    columnName(col),
    header === "" ? "（无表头）" : header,
    field === null ? "—" : labelOf(table.ledger, field),
    unit ?? "",
    field === null ? "" : percent(confidence),
  ]);
  return [
    `【${table.sheet}】${title}`,
    `台账：${ledger}；${rows.join("；")}`,
    ...aligned([["列", "表头", "对应", "单位", "把握"], ...shown]),
    ...(table.questions ?? []).map(({ message, cells }) => `要问清：${message}（${cells.join("、")}）`),
  ];
}

const longestTitle = 80;
const shortened = (text: string): string => (text.length > longestTitle ? `${text.slice(0, longestTitle)}…` : text);

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** 企业名称 for `name`, 单位·信用代码 for `organisations.creditCode`, with the stage's name where it dates one. */
function labelOf(ledger: string | null, path: string): string {
  const [first = "", second] = path.split(".");
  const owner = second === undefined ? ledger : first;
  if (owner === null) return path;
  const declaration = ledgerNamed(owner);
  const [name = "", stage] = (second ?? first).split(/[@#]/u);
  const label = declaration.fields[name]?.label ?? name;
  const part = stage === undefined ? "" : `（${{ date: "日期", documentNo: "文号" }[stage] ?? stage}）`;
  return `${second === undefined ? "" : `${declaration.title}·`}${label}${part}`;
}

/** Columns as wide as their widest cell; a Chinese character takes two places. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_cell, at) => Math.max(...rows.map((row) => width(row[at] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, at) => cell + " ".repeat((widths[at] ?? 0) - width(cell)))
      .join("  ")
      .trimEnd(),
  );
}

function width(text: string): number {
  let places = 0;
  for (const character of text) places += /[\u1100-\uFFEF]/u.test(character) ? 2 : 1;
  return places;
}
