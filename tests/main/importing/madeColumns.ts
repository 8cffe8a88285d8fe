import fc from "fast-check";
import synonyms from "../../../shared/data/header_synonyms.json" with { type: "json" };
import { ledgerWords } from "../../../main/importing/ledgerWords.ts";
import { normaliseHeading } from "../../../main/importing/normaliseHeading.ts";
import type { ReadWorkbook } from "../../../main/importing/reading/sheet.ts";
import { withOwnTerms } from "../../../shared/dictionaries/index.ts";
import type { Field } from "../../../shared/fields/field.ts";
import { ledgerList } from "../../../shared/ledgers/index.ts";
import type { LedgerDeclaration } from "../../../shared/ledgers/define.ts";
import { synonymHeadings } from "../../../shared/ledgers/headings.ts";
import { shuffled, written, type ColumnHabits, type Made, type MadeColumnTruth } from "./madeColumnSheet.ts";
import { argued } from "./arguedHeadings.ts";
import { filler, pick, randomOf, upTo, type Random } from "./madeValues.ts";
import { sheetOf, type Given } from "./sheets.ts";

// Workbooks of the fifteen tables with headings drawn from the synonym dictionary, and the truth about each column.

export interface MadeWorkbook {
  table: string;
  ledgers: string[];
  title: string;
  file: string;
  workbook: ReadWorkbook;
  columns: MadeColumnTruth[];
}
export const columnHabits: fc.Arbitrary<ColumnHabits> = fc.record({
  table: fc.nat({ max: 14 }),
  seed: fc.nat(),
  titled: fc.constantFrom("title", "title", "title", "title", "sheet", "file", "nowhere"),
  unitIn: fc.constantFrom("heading", "cells", "note", "nowhere"),
  storeys: fc.constantFrom("one", "one", "group", "years"),
  noise: fc.nat({ max: 3 }),
  rows: fc.integer({ min: 3, max: 15 }),
});

const noiseHeadings = [
  "走访情况",
  "是否走访",
  "厂房面积",
  "报送人签字",
  "核查意见",
  "传真",
  "邮箱",
  "所属网格",
  "党组织情况",
  "安全等级",
  "用电量",
  "档案盒号",
  "QQ",
  "法人爱好",
  "是否已电话核实",
  "股东构成",
  "上会情况",
  "材料份数",
  "车牌号",
  "内部编码",
];

const ledgers = Object.fromEntries(ledgerList.map((one) => [one.name, one]));
const terms = withOwnTerms({});

export function makeWorkbook(habits: ColumnHabits): MadeWorkbook {
  const random = randomOf(habits.seed);
  const table = synonyms.tables[habits.table];
  if (table === undefined) throw new RangeError("no such table");
  const fed = ledgerList.filter((one: LedgerDeclaration) => one.synonyms?.[table.id] !== undefined);
  const declaration = pick(random, fed) as LedgerDeclaration;
  const columns = shuffled(chosen(declaration, table, habits, random), random);
  for (let noise = 0; noise < habits.noise; noise++) {
    const strange = { heading: pick(random, noiseHeadings), type: pick(random, ["text", "int", "bool", "money"]) };
    const { heading, type } = random() < 0.5 ? strange : foreign(fed, random);
    if (columns.some((column) => column.heading === heading)) continue;
    const fill = filler(null, type, terms, random);
    columns.splice(upTo(random, columns.length + 1), 0, { heading, from: null, fill });
  }
  if (random() < 0.8) columns.unshift(serial(random));
  const title = titleOf(table.name, random);
  const { rows, merges } = written(columns, habits, habits.titled === "title" ? title : "附件", random);
  const name = habits.titled === "sheet" ? title : "Sheet1";
  return {
    table: table.id,
    ledgers: fed.map((one) => one.name),
    title,
    file: habits.titled === "file" ? `${title}.xlsx` : "报送材料.xlsx",
    workbook: { sheets: [sheetOf(rows, merges, name)] } as unknown as ReadWorkbook,
    columns: columns.map(({ heading, from, year }) => ({ heading, from, ...(year === undefined ? {} : { year }) })),
  };
}

/** The same thing by a fuller name: 销售收入, 进展, 领域. Taken, and rightly. */
const sameThing: ReadonlySet<string> = new Set(["销售（营业）收入", "进展情况", "所属领域"]);

/** A heading of another table that none of these ledgers knows. */
function foreign(fed: readonly LedgerDeclaration[], random: Random): { heading: string; type: string } {
  const known = fed.map((one) => ledgerWords(one, ledgers, { synonyms: synonymHeadings(one) }).byKey);
  for (;;) {
    const column = pick(random, pick(random, synonyms.tables).columns as JsonColumn[]);
    const heading = pick(random, [column.canonical, ...column.synonyms]);
    if (!sameThing.has(heading) && !known.some((words) => words.has(normaliseHeading(heading).key)))
      return { heading, type: column.type };
  }
}

function serial(random: Random): Made {
  const word = pick(random, ["序号", "序号", "No.", "序"]);
  return { heading: word, from: { table: "common", key: "seq", word }, fill: filler(null, "int", terms, random) };
}

interface JsonColumn {
  key: string;
  canonical: string;
  synonyms: string[];
  type: string;
}
type JsonTable = (typeof synonyms.tables)[number];

function chosen(declaration: LedgerDeclaration, table: JsonTable, habits: ColumnHabits, random: Random): Made[] {
  const made: Made[] = [];
  const targets = new Set<string>();
  const keys = new Set<string>();
  const offer = (id: string, from: JsonColumn): void => {
    const word = pick(random, [from.canonical, ...from.synonyms]);
    const origin = { table: id, key: from.key, word };
    const wanted = truthOf(origin, table.id, declaration);
    if (wanted === undefined || (wanted !== "ignored" && targets.has(wanted))) return;
    const { key } = normaliseHeading(word);
    if (keys.has(key)) return;
    keys.add(key);
    targets.add(wanted);
    made.push(...decorated(origin, from.type, wanted, declaration, habits, random));
  };
  for (const [at, column] of (table.columns as JsonColumn[]).entries())
    if (at < 2 || random() < 0.65) offer(table.id, column);
  for (const column of synonyms.common as JsonColumn[]) {
    if (column.key === "seq") continue;
    if (column.key === "ent_name" || random() < 0.4) offer("common", column);
  }
  return made;
}

/** Where the ledger's declaration sends the word; undefined where it does not take the key at all. */
export function truthOf(
  { table, key, word }: NonNullable<MadeColumnTruth["from"]>,
  sheet: string,
  declaration: LedgerDeclaration,
): string | undefined {
  const said = argued.find(
    (one) => one.ledger === declaration.name && one.sheets.includes(sheet) && one.words.includes(word),
  );
  return said?.target ?? declaration.synonyms?.[table]?.[key];
}

function decorated(
  from: NonNullable<MadeColumnTruth["from"]>,
  type: string,
  wanted: string,
  declaration: LedgerDeclaration,
  habits: ColumnHabits,
  random: Random,
): Made[] {
  const field = fieldOf(wanted, declaration);
  const name = wanted.split(".").at(-1) ?? "";
  const heading = from.word;
  const plain = filler(field, field === null ? type : name, terms, random);
  const hasUnit = /[（(]/u.test(heading);
  const isMoney = field?.kind === "money";
  const fill = isMoney && habits.unitIn === "cells" ? inCells(plain) : plain;
  const unit =
    isMoney && habits.unitIn === "heading" && !hasUnit
      ? pick(random, ["（万元）", "(万元)", "（单位：万元）", "/万元", "[万元]"])
      : "";
  const about = { from, fill };
  const spelled = rough(heading, random);
  const takesYears =
    field !== null && /^(?:money|count)$/u.test(field.kind) && byYear(wanted, declaration) && !/年/u.test(heading);
  if (takesYears && habits.storeys === "years" && random() < 0.5) {
    return [2021, 2022, 2023].map((year) => ({ ...about, heading: `${year}年`, group: `${spelled}${unit}`, year }));
  }
  if (takesYears && random() < 0.15)
    return [{ ...about, heading: `${pick(random, ["2022年", "2022年度"])}${spelled}${unit}`, year: 2022 }];
  return [{ ...about, heading: `${spelled}${unit}` }];
}

function inCells(fill: () => Given): () => Given {
  return () => {
    const given = fill();
    return typeof given === "number" ? `${given}万元` : given;
  };
}

/** Columns of several years do not compete there. */
function byYear(wanted: string, declaration: LedgerDeclaration): boolean {
  if (wanted.includes(".")) return wanted.startsWith("companyYears.");
  return declaration.name === "companyYears";
}

export function fieldOf(wanted: string, declaration: LedgerDeclaration): Field | null {
  if (wanted === "ignored") return null;
  if (/@|#date/u.test(wanted)) return { kind: "date", label: "日期" };
  if (wanted.includes("#documentNo")) return { kind: "text", label: "文号" };
  const [first = "", rest] = wanted.split(".");
  if (rest === undefined) return declaration.fields[first] ?? null;
  return ledgers[first]?.fields[rest] ?? null;
}

/** What hands do to headings. */
function rough(heading: string, random: Random): string {
  const how = random();
  if (how < 0.06) return `*${heading}`;
  if (how < 0.12) return `${heading}：`;
  if (how < 0.18 && heading.length >= 4) return `${heading.slice(0, 2)}\n${heading.slice(2)}`;
  if (how < 0.24 && heading.length === 2) return `${heading[0]}  ${heading[1]}`;
  if (how < 0.28) return ` ${heading} `;
  return heading;
}

function titleOf(name: string, random: Random): string {
  const one = pick(random, name.split(" / ")).replace(/（.*）/u, "");
  const place = pick(random, ["示例区", "××区", "", "全区"]);
  const year = pick(random, ["2023年", "2022年度", ""]);
  return `${pick(random, ["", "附件1：", "附件"])}${place}${year}${one}`;
}
