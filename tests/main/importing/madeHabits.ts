import fc from "fast-check";
import type { Habits, MadeColumn } from "./madeSheets.ts";

// Which habits a made sheet has: any of the ordinary ones at random, and for each named shape the odd ones it is about.

/** Trades that none of our ledgers knows. */
const trades: readonly (readonly MadeColumn[])[] = [
  [
    { name: "船只名号", english: "Vessel", unit: "", kind: "name" },
    { name: "停泊港湾", english: "Harbour", unit: "", kind: "place" },
    { name: "吨位", english: "Tonnage", unit: "吨", kind: "figure", group: "船体" },
    { name: "长度", english: "Length", unit: "米", kind: "figure", group: "船体" },
    { name: "检验等第", english: "Inspection", unit: "", kind: "choice" },
    { name: "渔获", english: "Catch", unit: "吨", kind: "figure", group: "经营" },
    { name: "进项", english: "Income", unit: "万元", kind: "figure", group: "经营" },
  ],
  [
    { name: "地区", english: "Region", unit: "", kind: "name" },
    { name: "街区", english: "Block", unit: "", kind: "place" },
    { name: "床位", english: "Beds", unit: "张", kind: "figure", group: "规模" },
    { name: "医护人数", english: "Staff", unit: "人", kind: "figure", group: "规模" },
    { name: "门诊人次", english: "Outpatients", unit: "人次", kind: "figure", group: "业务" },
    { name: "药品支出", english: "Medicine", unit: "万元", kind: "figure", group: "业务" },
  ],
  [
    { name: "馆藏单元", english: "Holding", unit: "", kind: "name" },
    { name: "书架区", english: "Shelf", unit: "", kind: "place" },
    { name: "册数", english: "Volumes", unit: "册", kind: "figure", group: "存量" },
    { name: "借阅", english: "Loans", unit: "次", kind: "figure", group: "存量" },
    { name: "入藏日", english: "Acquired", unit: "", kind: "date" },
    { name: "购置费", english: "Cost", unit: "元", kind: "figure", group: "费用" },
    { name: "修缮费", english: "Repairs", unit: "元", kind: "figure", group: "费用" },
  ],
];
/** Words that our ledgers know. */
const ours: readonly MadeColumn[] = [
  { name: "企业名称", english: "Enterprise", unit: "", kind: "name" },
  { name: "所属街道", english: "Subdistrict", unit: "", kind: "place" },
  { name: "统一社会信用代码", english: "Code", unit: "", kind: "code" },
  { name: "销售收入", english: "Sales", unit: "万元", kind: "figure", group: "财务" },
  { name: "研发费用", english: "Expenditure", unit: "万元", kind: "figure", group: "财务" },
  { name: "发证日期", english: "Issued", unit: "", kind: "date" },
];
const serial: MadeColumn = { name: "序号", english: "No", unit: "", kind: "serial" };
/** Columns of texts only. */
const plain: readonly MadeColumn[] = [
  { name: "馆舍名称", english: "Building", unit: "", kind: "name" },
  { name: "所在地", english: "Place", unit: "", kind: "place" },
  { name: "保护级别", english: "Grade", unit: "", kind: "choice" },
  { name: "现状说明", english: "State", unit: "", kind: "text" },
];

export const columnSets = { trades, ours, plain, serial } as const;

const titlesFrom = ["附件3", "示例区有关情况汇总表", "二〇二三年度各单位基本情况一览", "（示例）"];

/** Ordinary habits: what is odd is put over them. */
export const ordinary: fc.Arbitrary<Habits> = fc.record({
  columns: fc
    .tuple(fc.constantFrom(...trades, ours), fc.boolean())
    .map(([columns, numbered]) => (numbered ? [serial, ...columns] : [...columns])),
  count: fc.integer({ min: 5, max: 30 }),
  titles: fc.subarray(titlesFrom, { minLength: 0, maxLength: 3 }),
  titleAt: fc.constantFrom("merged", "first", "middle", "last"),
  lines: fc.constantFrom("none", "unit", "reporter", "both"),
  blankAfterTitles: fc.constantFrom(0, 0, 1),
  storeys: fc.constantFrom("one", "one", "merged"),
  columnNumbers: fc.constant(false),
  blankBeforeData: fc.constant(false),
  total: fc.constantFrom("none", "last"),
  totalWord: fc.constantFrom("合计", "合 计", "总计", "合计：", "合　　计"),
  subtotalEvery: fc.constant(0),
  groupEvery: fc.constant(0),
  blankEvery: fc.constant(0),
  pageEvery: fc.constant(0),
  pageWith: fc.constantFrom("heading", "titles", "number"),
  sideMerge: fc.constant(false),
  notes: fc.subarray(["注：数据为初步统计", "说明：空白为未报", "数据来源：示例区统计站"], { maxLength: 2 }),
  gapBeforeNotes: fc.boolean(),
  signature: fc.boolean(),
  left: fc.constant(1),
  top: fc.constantFrom(0, 0, 1),
  missing: fc.constantFrom("", "—", "/", "无"),
  emptyTail: fc.boolean(),
  numbersAsText: fc.boolean(),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
});

export type Oddity = (habits: Habits) => Partial<Habits>;

const withTotals = { total: "last" } as const;

/** Each shape: its name and what makes it odd. */
export const shapes: Readonly<Record<string, Oddity>> = {
  "bare heading in the first row": () => ({ titles: [], lines: "none", top: 0, storeys: "one" }),
  "one merged title": () => ({ titles: ["示例区有关情况汇总表"], titleAt: "merged" }),
  "three title lines": () => ({ titles: titlesFrom.slice(0, 3), lines: "both" }),
  "title unmerged in the first cell": () => ({ titles: ["示例区有关情况汇总表"], titleAt: "first" }),
  "lonely title in the middle": () => ({ titles: ["有关情况"], titleAt: "middle" }),
  "lonely title right-aligned": () => ({ titles: ["附表2"], titleAt: "last", lines: "none" }),
  "short title right-aligned under another": () => ({ titles: ["汇总", "2023年"], titleAt: "last" }),
  "unit line above the last column": () => ({ lines: "unit" }),
  "reporter and unit in one line": () => ({ lines: "both" }),
  "blank rows between title and heading": () => ({ blankAfterTitles: 2, titles: titlesFrom.slice(1, 3) }),
  "two merged storeys": () => ({ storeys: "merged" }),
  "two storeys, groups unmerged": () => ({ storeys: "unmerged" }),
  "two storeys, groups in every cell": () => ({ storeys: "repeated" }),
  "row of units under the heading": () => ({ storeys: "units" }),
  "English row under the heading": () => ({ storeys: "english" }),
  "words broken over three lines": () => ({ storeys: "broken" }),
  "broken words, blank row before the data": () => ({ storeys: "broken", blankBeforeData: true }),
  "column numbers under the heading": () => ({ columnNumbers: true }),
  "column numbers under two storeys": () => ({ columnNumbers: true, storeys: "merged" }),
  "blank row before the data": () => ({ blankBeforeData: true }),
  "total first": () => ({ total: "first" }),
  "whole area first": () => ({ total: "area" }),
  "total last": () => withTotals,
  "sums without a word": () => ({ total: "unnamed", missing: "" }),
  "subtotals and a total": () => ({ ...withTotals, subtotalEvery: 4 }),
  "subtotals only": () => ({ total: "none", subtotalEvery: 3 }),
  "group lines": () => ({ groupEvery: 5 }),
  "group lines and subtotals": () => ({ groupEvery: 4, subtotalEvery: 4, ...withTotals }),
  "blank rows among the data": () => ({ blankEvery: 4 }),
  "blank rows among the data, total first": () => ({ blankEvery: 5, total: "first" }),
  "heading repeated on each page": () => ({ pageEvery: 6, pageWith: "heading" }),
  "heading and titles repeated on each page": () => ({ pageEvery: 7, pageWith: "titles" }),
  "page numbers before repeated headings": () => ({ pageEvery: 6, pageWith: "number" }),
  "two storeys repeated on each page": () => ({ pageEvery: 8, pageWith: "heading", storeys: "merged" }),
  "streets merged downwards": () => ({ sideMerge: true }),
  "streets first and merged downwards": ({ columns }) => ({
    sideMerge: true,
    columns: [...columns].sort((a, b) => Number(b.kind === "place") - Number(a.kind === "place")),
    storeys: "one",
  }),
  "notes and signatures": () => ({ notes: ["注：数据为初步统计", "1.口径有变"], signature: true }),
  "notes right below the data": () => ({ notes: ["注：数据为初步统计"], gapBeforeNotes: false, total: "none" }),
  "remark without a marker after a gap": () => ({ notes: ["以上数据由各街道上报"], gapBeforeNotes: true }),
  "date line after the total": () => ({ ...withTotals, notes: ["2023年12月31日"], gapBeforeNotes: false }),
  "blank first column": () => ({ left: 2 }),
  "blank first columns and rows": () => ({ left: 4, top: 3 }),
  "empty formatted rows below": () => ({ emptyTail: true }),
  "figures as text": () => ({ numbersAsText: true }),
  "text columns only": () => ({ columns: [...columnSets.plain], total: "none", storeys: "one" }),
  "text columns only with numbers": () => ({
    columns: [columnSets.serial, ...columnSets.plain],
    total: "none",
    storeys: "one",
  }),
  "words of our ledgers": () => ({ columns: [columnSets.serial, ...columnSets.ours] }),
  "one data row": () => ({ count: 1, total: "none", numbersAsText: false, missing: "" }),
  "two columns": ({ columns }) => ({
    columns: columns.filter(({ kind }) => kind === "name" || kind === "figure").slice(0, 2),
    storeys: "one",
    signature: false,
  }),
  "many rows": () => ({ count: 120 }),
};
