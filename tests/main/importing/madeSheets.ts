import { columnName } from "../../../shared/wording/columnName.ts";
import type { Given } from "./sheets.ts";

// Sheets as offices make them, made here with known truth: every habit of domain §5.1 that moves a table about.

export interface MadeTable {
  headerRows: number[];
  data: number[];
  totals: number[];
  /** Joined storeys of the columns that have a heading. */
  headings: string[];
}
export interface MadeSheet {
  rows: Given[][];
  merges: string[];
  tables: MadeTable[];
}

/** A column: what it is called (storeys top-down) and what it holds. */
export interface MadeColumn {
  name: string;
  group?: string;
  english: string;
  unit: string;
  kind: "serial" | "name" | "place" | "choice" | "figure" | "date" | "code" | "text";
}

export interface Habits {
  columns: MadeColumn[];
  count: number;
  titles: string[];
  /** Title merged over the table, in its first cell, in its middle or in its last one. */
  titleAt: "merged" | "first" | "middle" | "last";
  lines: "none" | "unit" | "reporter" | "both";
  blankAfterTitles: number;
  storeys: "one" | "merged" | "unmerged" | "repeated" | "units" | "english" | "broken";
  columnNumbers: boolean;
  blankBeforeData: boolean;
  total: "none" | "first" | "last" | "unnamed" | "area";
  totalWord: string;
  subtotalEvery: number;
  groupEvery: number;
  blankEvery: number;
  pageEvery: number;
  pageWith: "heading" | "titles" | "number";
  sideMerge: boolean;
  notes: string[];
  gapBeforeNotes: boolean;
  signature: boolean;
  left: number;
  top: number;
  missing: string;
  emptyTail: boolean;
  numbersAsText: boolean;
  seed: number;
}

const surnames = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张"];
const trades = [..."光风水电云星海山林泉金石木火土田禾丰宏伟达远新华"];
const tails = ["公司", "研究所", "合作社", "学校", "医院", "工厂", "中心", "集团"];
const places = ["东街", "西街", "南街", "北街", "新城", "老城", "河滨", "高地"];
const choices = ["甲等", "乙等", "丙等"];

/** Writes one table below what is there. */
export function putTable(sheet: MadeSheet, habits: Habits): void {
  const random = randomOf(habits.seed);
  const { columns, left } = habits;
  const last = left + columns.length - 1;
  const here = (): number => sheet.rows.length + 1;
  const put = (cells: readonly Given[] = []): number =>
    sheet.rows.push(cells.length === 0 ? [] : [...Array.from({ length: left - 1 }, () => null), ...cells]);
  const at = (column: number, row: number): string => `${columnName(column)}${row}`;
  const table: MadeTable = { headerRows: [], data: [], totals: [], headings: [] };
  for (let blank = 0; blank < habits.top; blank++) put();

  const putTitles = (): void => {
    for (const title of habits.titles) {
      const cells: Given[] = columns.map(() => null);
      const place = { merged: 0, first: 0, middle: Math.floor(columns.length / 2), last: columns.length - 1 };
      cells[place[habits.titleAt]] = title;
      if (habits.titleAt === "merged") sheet.merges.push(`${at(left, here())}:${at(last, here())}`);
      put(cells);
    }
    const cells: Given[] = columns.map(() => null);
    if (habits.lines === "reporter" || habits.lines === "both") cells[0] = "填报单位：示例区统计站";
    if (habits.lines === "unit" || habits.lines === "both") cells[columns.length - 1] = "单位：万元";
    if (habits.lines !== "none") put(cells);
  };
  const putHeading = (): void => {
    const top = here();
    const names = columns.map(({ name, unit }) =>
      unit === "" || habits.storeys === "units" ? name : `${name}（${unit}）`,
    );
    if (habits.storeys === "merged" || habits.storeys === "unmerged" || habits.storeys === "repeated") {
      put(columns.map(({ group }, one) => upperOf(columns, one, group, names, habits.storeys)));
      put(columns.map(({ group }, one) => (group === undefined ? null : (names[one] ?? null))));
      if (habits.storeys === "merged") sheet.merges.push(...headingMerges(columns, left, top));
    } else if (habits.storeys === "broken") {
      // Words broken over three lines, the first column merged over all of them.
      put(columns.map(({ name }, one) => (one === 0 ? name : name.slice(0, 2))));
      put(columns.map(({ name }, one) => (one === 0 ? null : name.slice(2) || null)));
      put(columns.map(({ unit }, one) => (one === 0 || unit === "" ? null : `(${unit})`)));
      sheet.merges.push(`${at(left, top)}:${at(left, top + 2)}`);
    } else {
      put(names);
      if (habits.storeys === "units") put(columns.map(({ unit }, one) => (one === 0 ? "单位" : unit || null)));
      if (habits.storeys === "english") put(columns.map(({ english }) => english));
    }
    if (table.headerRows.length === 0) for (let row = top; row < here(); row++) table.headerRows.push(row);
    if (habits.columnNumbers) put(columns.map((_column, one) => (one === 0 ? "甲" : one)));
  };
  const putTotal = (word: string, rows: readonly Given[][]): void => {
    table.totals.push(here());
    const labelled = columns.findIndex(({ kind }) => kind !== "serial");
    put(
      columns.map(({ kind }, one) => {
        if (one === Math.max(0, labelled)) return word === "" ? null : word;
        if (kind !== "figure") return null;
        return Math.round(rows.reduce((sum, row) => sum + Number(row[one] ?? 0), 0) * 100) / 100;
      }),
    );
  };

  putTitles();
  for (let blank = 0; blank < habits.blankAfterTitles; blank++) put();
  putHeading();
  if (habits.blankBeforeData) put();
  const rows = Array.from({ length: habits.count }, (_none, one) => dataRow(columns, one, random));
  if (habits.total === "first") putTotal(habits.totalWord, rows);
  if (habits.total === "area") putTotal("全区", rows);
  let since: Given[][] = [];
  for (const [one, row] of rows.entries()) {
    if (one > 0 && habits.pageEvery > 0 && one % habits.pageEvery === 0) {
      if (habits.pageWith === "number") put(["第 2 页 共 9 页"]);
      if (habits.pageWith === "titles") putTitles();
      putHeading();
    } else if (one > 0 && habits.blankEvery > 0 && one % habits.blankEvery === 0) put();
    if (habits.groupEvery > 0 && one % habits.groupEvery === 0) {
      sheet.merges.push(`${at(left, here())}:${at(last, here())}`);
      put([`${places[(one / habits.groupEvery) % places.length] ?? "别处"}（${habits.groupEvery}家）`]);
    }
    table.data.push(here());
    put(row.map((cell) => shown(cell, habits, random)));
    since.push(row);
    if (habits.subtotalEvery > 0 && (one + 1) % habits.subtotalEvery === 0) {
      putTotal("小计", since);
      since = [];
    }
  }
  if (habits.sideMerge) mergeSide(sheet, columns, left, table.data);
  if (habits.total === "last") putTotal(habits.totalWord, rows);
  if (habits.total === "unnamed") putTotal("", rows);
  if (habits.gapBeforeNotes && (habits.notes.length > 0 || habits.signature)) put();
  for (const note of habits.notes) put([note]);
  if (habits.signature) put(["填表人：张三", null, "审核人：李四"]);
  if (habits.emptyTail) for (let blank = 0; blank < 3; blank++) put(columns.map(() => ({ text: "  " })));
  table.headings = columns.map((column, one) => headingOf(column, habits, one));
  sheet.tables.push(table);
}

/** Without blanks and separators: how storeys are joined is another test's matter. */
function headingOf({ name, group, unit, english }: MadeColumn, { storeys }: Habits, one: number): string {
  const written = unit === "" || storeys === "units" ? name : `${name}(${unit})`;
  const isApart = storeys === "units" && unit !== "";
  const own = isApart ? `${name}${unit}` : storeys === "broken" && one === 0 ? name : written;
  const grouped = storeys === "merged" || storeys === "unmerged" || storeys === "repeated";
  if (grouped && group !== undefined) return `${group}${own}`;
  return (storeys === "english" ? `${own}${english}` : own).replace(/\s/gu, "");
}

function upperOf(
  columns: readonly MadeColumn[],
  one: number,
  group: string | undefined,
  names: readonly string[],
  style: Habits["storeys"],
): Given {
  if (group === undefined) return names[one] ?? null;
  return style === "repeated" || columns[one - 1]?.group !== group ? group : null;
}

function headingMerges(columns: readonly MadeColumn[], left: number, top: number): string[] {
  return columns.flatMap(({ group }, one) => {
    const letter = columnName(left + one);
    if (group === undefined) return [`${letter}${top}:${letter}${top + 1}`];
    if (columns[one - 1]?.group === group) return [];
    const width = columns.slice(one).findIndex((other) => other.group !== group);
    const end = left + one + (width < 0 ? columns.length - one : width) - 1;
    return end > left + one ? [`${letter}${top}:${columnName(end)}${top}`] : [];
  });
}

/** 街道 in the first column that is none of the serial numbers, merged over two or three rows each. */
function mergeSide(sheet: MadeSheet, columns: readonly MadeColumn[], left: number, data: readonly number[]): void {
  const column = columns.findIndex(({ kind }) => kind === "place");
  if (column < 0) return;
  const letter = columnName(left + column);
  for (let one = 0; one + 1 < data.length; one += 2) {
    const [top, bottom] = [data[one] ?? 0, data[one + 1] ?? 0];
    if (bottom !== top + 1) continue;
    sheet.merges.push(`${letter}${top}:${letter}${bottom}`);
    const row = sheet.rows[bottom - 1];
    if (row !== undefined) row[left - 1 + column] = null;
  }
}

function dataRow(columns: readonly MadeColumn[], one: number, random: () => number): Given[] {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  return columns.map(({ kind }): Given => {
    if (kind === "serial") return one + 1;
    if (kind === "name") return `${pick(surnames)}${pick(trades)}${pick(surnames)}${pick(trades)}${pick(tails)}`;
    if (kind === "place") return pick(places);
    if (kind === "choice") return pick(choices);
    if (kind === "code") return `91370703${String(Math.floor(random() * 1e9)).padStart(9, "0")}X`;
    if (kind === "date") return `${2010 + Math.floor(random() * 12)}-0${1 + Math.floor(random() * 9)}-11`;
    if (kind === "text")
      return `${pick(surnames)}${pick(trades)}的${pick(trades)}${pick(surnames)}，${pick(trades)}${pick(trades)}等，逐步推进`;
    return Math.round((10 + random() * 90_000) * 100) / 100;
  });
}

function shown(cell: Given, { missing, numbersAsText }: Habits, random: () => number): Given {
  if (typeof cell !== "number") return cell;
  if (!Number.isInteger(cell) && missing !== "" && random() < 0.1) return missing;
  return numbersAsText ? String(cell) : cell;
}

/** mulberry32 */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
