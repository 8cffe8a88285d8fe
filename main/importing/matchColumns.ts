import type { ColumnReading } from "../../shared/api/importing.ts";
import type { TableColumn } from "./findTables.ts";
import type { LedgerWords, Ledgers, Target, Word } from "./ledgerWords.ts";
import { normaliseHeading, type Heading } from "./normaliseHeading.ts";

// Which column feeds which field of one ledger (domain §5.2, step 5). Each target is fed by one column at most.

export interface MatchedColumn {
  readonly column: number;
  /** As the sheet has it, storeys joined with “/”. */
  readonly heading: string;
  /** null: unknown, kept with the batch as raw text; `ignored` tells a column knowingly left out. */
  readonly target: Target | null;
  readonly ignored?: true;
  readonly unit?: string;
  /** The year in the heading (2022年销售收入). */
  readonly year?: number;
  readonly yearBefore?: true;
  /** How a person means the column's doubtful numbers. */
  readonly reading?: ColumnReading;
  /** 1 label, 0.95 alias, less for looser matches, 0 unknown. */
  readonly confidence: number;
}

interface Candidate {
  readonly at: number;
  readonly target: Target | null;
  readonly confidence: number;
}

/** Below this a match is too loose to be taken without a word to the person. */
export const sureConfidence = 0.8;

export function matchColumns(columns: readonly TableColumn[], words: LedgerWords, ledgers: Ledgers): MatchedColumn[] {
  const headings = columns.map((column) => normaliseHeading(column.heading));
  const candidates = headings.flatMap((heading, at) => candidatesOf(heading, words, at));
  // Of equals the fuller heading wins: 名称 gives way to 研发机构名称.
  const length = (at: number): number => headings[at]?.key.length ?? 0;
  candidates.sort((a, b) => rank(b) - rank(a) || length(b.at) - length(a.at) || a.at - b.at);
  const placeOfOne = ({ target, at }: Candidate): string | null =>
    target === null || target.many === true ? null : placeOf(target, headings[at], ledgers);
  const chosen = assign(candidates, placeOfOne);
  return columns.map((column, at) => matched(column, headings[at], chosen.get(at)));
}

/** Each column its best place. One that comes too late may have it where the other column has a place to go to. */
function assign(
  candidates: readonly Candidate[],
  placeOfOne: (candidate: Candidate) => string | null,
): Map<number, Candidate> {
  const taken = new Map<string, Candidate>();
  const chosen = new Map<number, Candidate>();
  const take = (candidate: Candidate, place: string | null): void => {
    chosen.set(candidate.at, candidate);
    if (place !== null) taken.set(place, candidate);
  };
  for (const candidate of candidates) {
    if (chosen.has(candidate.at)) continue;
    const place = placeOfOne(candidate);
    if (place === null || !taken.has(place)) take(candidate, place);
  }
  for (const candidate of candidates) {
    if (chosen.has(candidate.at)) continue;
    const place = placeOfOne(candidate);
    const holder = place === null ? undefined : taken.get(place);
    const elsewhere = candidates.find((other) => {
      if (other.at !== holder?.at || other.target === null) return false;
      const free = placeOfOne(other);
      return free === null || !taken.has(free);
    });
    if (elsewhere === undefined) continue;
    take(candidate, place);
    take(elsewhere, placeOfOne(elsewhere));
  }
  return chosen;
}

function matched(column: TableColumn, heading: Heading | undefined, found: Candidate | undefined): MatchedColumn {
  return {
    column: column.column,
    heading: column.heading,
    target: found?.target ?? null,
    ...(found?.target === null ? { ignored: true } : {}),
    ...(heading?.unit === undefined ? {} : { unit: heading.unit }),
    ...(heading?.year === undefined ? {} : { year: heading.year }),
    ...(heading?.yearBefore === undefined ? {} : { yearBefore: true }),
    confidence: found?.confidence ?? 0,
  };
}

// Own words win over a carried ledger's equal ones; ignored comes last.
function rank(candidate: Candidate): number {
  if (candidate.target === null) return candidate.confidence - 0.2;
  return candidate.confidence + (candidate.target.own ? 0.1 : 0);
}

/** Where one field takes a value for each year, columns of different years do not compete: 上年度 beside 本年度. */
function placeOf(target: Target, heading: Heading | undefined, ledgers: Ledgers): string {
  const year = heading?.year ?? (heading?.yearBefore === true ? "before" : "");
  const byYear = ledgers[target.ledger]?.yearField !== undefined;
  return [target.ledger, target.field, target.carry ?? "", byYear ? year : ""].join(".");
}

function candidatesOf(heading: Heading, { words, byKey }: LedgerWords, at: number): Candidate[] {
  // 近三年销售收入 over no single year is a sum, and no year's.
  const most = severalYears.test(heading.key) && heading.year === undefined ? unclear : 1;
  const named = ({ text, factor }: { text: string; factor: number }): Candidate[] =>
    (byKey.get(text) ?? []).map(({ target, weight }) => ({
      at,
      target,
      confidence: target === null ? weight * factor : Math.min(most, weight * factor),
    }));
  const forms = formsOf(heading);
  const whole = forms.filter(({ factor }) => factor >= wholeForm).flatMap(named);
  // 到位资金/本月 is knowingly left out as a whole; that its upper storey alone is known does not matter then.
  if (whole.length > 0 && whole.every(({ target }) => target === null)) return whole;
  const exact = forms.flatMap(named);
  // 1-6月销售收入 is not nearly the year's.
  if (exact.length > 0 || heading.key.length < 2 || partOfYear.test(heading.key)) return exact;
  // No known heading is nearly as long, and brackets that never close are tried one by one.
  if (heading.key.length > longestHeading) return exact;
  const ways = [withoutStopWords, withinOneEdit, bySuffix];
  const found = ways.map((way) => way(words, heading.bare)).find((some) => some.length > 0) ?? [];
  return found.map(({ target, confidence }) => ({ at, target, confidence }));
}

const longestHeading = 500;
const severalYears = /[近前][两二三四五23456]年|[两三四五]年(?:合计|累计|总|平均|销售|营业|研发)/u;
const unclear = 0.75;
const partOfYear = /^(?:\d{1,2}[-—~至]\d{1,2}月|\d{1,2}月|[上下]半年|第?[一二三四1-4]季度)/u;

/** Least factor of a form that holds all words of a heading. */
const wholeForm = 0.93;

/** The forms of one heading under which it may be known, the fullest first. */
function formsOf({ key, bare }: Heading): { text: string; factor: number }[] {
  const parts = key.split("/");
  const forms = new Map<string, number>();
  const add = (text: string, factor: number): void => {
    if (text !== "" && !forms.has(text)) forms.set(text, factor);
  };
  add(key, 1);
  // 技术领域（二级） is not 技术领域 where it is known as a whole.
  add(bare, 0.92);
  if (parts.length > 1) {
    add(parts.join(""), 0.94);
    // 到位资金 over 本月 is 本月到位资金.
    add(parts.toReversed().join(""), wholeForm);
    // 基本信息 over 实用新型/软著.
    add(parts.slice(1).join("/"), 0.9);
    add(parts.at(-1) ?? "", 0.9);
    add(parts[0] ?? "", 0.82);
  }
  // 项目名称(全称) is known as 项目名称; 企业名称/单位名称 as either.
  return [...forms].map(([text, factor]) => ({ text, factor }));
}

const stopWords =
  /的|所属|该|本单位|具体|相关|情况|信息|填写|上年度|本年度|上年|当年|目前|全称|其中|\(.*?\)|[,，、。.]/gu;

function withoutStopWords(words: readonly Word[], text: string): Omit<Candidate, "at">[] {
  const short = text.replace(stopWords, "");
  if (short.length < 2) return [];
  return words
    .filter((word) => word.target !== null && word.key.replace(stopWords, "") === short)
    .map((word) => ({ target: word.target, confidence: word.weight * 0.86 }));
}

/** Only where one target alone is that near: 完工时间 is one letter from both 开工时间 and 竣工时间. */
function withinOneEdit(words: readonly Word[], text: string): Omit<Candidate, "at">[] {
  if (text.length < 4) return [];
  const near = words.filter((word) => word.key.length >= 4 && word.target !== null && isWithinOneEdit(word.key, text));
  return onlyOne(near, 0.7);
}

/** A heading's last word says what it is: 荣誉年度 is a 年度. Own fields only, and only where the longest word is one's alone. */
function bySuffix(words: readonly Word[], text: string): Omit<Candidate, "at">[] {
  const last = words.filter(({ key, target }) => target?.own === true && key.length >= 2 && text.endsWith(key));
  const longest = Math.max(0, ...last.map(({ key }) => key.length));
  return onlyOne(
    last.filter(({ key }) => key.length === longest),
    0.65,
  );
}

function onlyOne(near: readonly Word[], factor: number): Omit<Candidate, "at">[] {
  const places = new Set(near.map(({ target }) => `${target?.ledger}.${target?.field}`));
  const first = near[0];
  return places.size === 1 && first !== undefined ? [{ target: first.target, confidence: first.weight * factor }] : [];
}

/** One character added, dropped or replaced. */
export function isWithinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
