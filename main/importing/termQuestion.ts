import type { ColumnQuestion } from "../../shared/api/importing.ts";
import { splitList, tidy } from "../../shared/fields/cellText.ts";
import type { Field, Term, TermsOf } from "../../shared/fields/field.ts";
import { unknownStages } from "../../shared/fields/stages.ts";
import { stageList } from "./wordLists.ts";
import { matchTerm } from "../../shared/fields/matchTerm.ts";
import { addressesOf, type DoubtfulCell } from "./doubtfulCells.ts";
import type { PlannedColumn, TablePlan } from "./tablePlan.ts";

// Words of an enumeration, or of a status, that no term fits, each with the terms most like it. The answer is the term
// that a word means, or that it says nothing; it then serves every later file.

const mostTexts = 50;
const mostNear = 3;
/** Least likeness at which a term is proposed. */
const alike = 0.25;
/** In a shorter list nothing is common to most. */
const fewTerms = 6;

export function termQuestion(
  { column, heading, field, target }: PlannedColumn,
  cells: readonly DoubtfulCell[],
  { terms }: TablePlan,
): ColumnQuestion | null {
  const asked = field === null ? null : wordsAsked(field, target?.ledger ?? "", terms);
  if (asked === null) return null;
  // The same few words stand in thousands of rows: each is looked at once.
  const raws = Map.groupBy(cells, ({ raw }) => raw);
  const texts = new Map<string, number>();
  const doubtful: DoubtfulCell[] = [];
  for (const [raw, some] of raws) {
    const unknown = asked.unknownIn(raw);
    for (const text of unknown) texts.set(text, (texts.get(text) ?? 0) + some.length);
    if (unknown.length > 0) doubtful.push(...some);
  }
  if (texts.size === 0) return null;
  const counted = [...texts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b, "zh-CN"));
  const { list, known, label } = asked;
  return {
    column,
    heading,
    kind: "terms",
    message: `“${heading}”有 ${texts.size} 种写法不在“${label}”的选项里，共 ${doubtful.length} 行`,
    cells: addressesOf(doubtful.toSorted((a, b) => a.row - b.row)),
    choices: [],
    terms: counted.slice(0, mostTexts).map(([text, rows]) => ({ text, rows, near: nearestTerms(text, known) })),
    list,
    options: known.map(({ term }) => term),
    ...(field?.kind === "stages" ? {} : { dictionary: list }),
    presumed: null,
  };
}

interface WordsAsked {
  /** Under which answers are remembered. */
  readonly list: string;
  readonly label: string;
  /** What a word may mean. */
  readonly known: readonly Term[];
  readonly unknownIn: (raw: string) => string[];
}

/** Longer ones are sentences, which no stage names. */
const longestStage = 12;

function wordsAsked(field: Field, ledger: string, terms: TermsOf): WordsAsked | null {
  const { label } = field;
  if (field.kind === "stages") {
    const known = field.flow.map(({ stage, aliases = [] }) => ({ term: stage, aliases }));
    const unknownIn = (raw: string): string[] =>
      unknownStages(field, raw).filter((word) => word.length <= longestStage);
    return { list: stageList(ledger), label, known, unknownIn };
  }
  if (field.kind !== "choice" && field.kind !== "choices") return null;
  const all = terms(field.dictionary);
  return {
    list: field.dictionary,
    label,
    known: all.filter(isTerm),
    unknownIn: (raw) =>
      (field.kind === "choice" ? [tidy(raw)] : splitList(raw).items).filter((part) => matchTerm(part, all) === null),
  };
}

/** Not a mere way of writing another one. */
function isTerm({ mapsTo, from, to, silent }: Term): boolean {
  return silent !== true && (mapsTo === undefined || from !== undefined || to !== undefined);
}

/** The terms most like a text, by themselves or by an alias, best first. */
export function nearestTerms(text: string, terms: readonly Term[]): string[] {
  const telling = tellingPairs(text, terms);
  const near = terms.flatMap(({ term, aliases = [] }) => {
    const words = [term, ...aliases].filter((word) => pairsOf(word).some((pair) => telling.has(pair)));
    const score = Math.max(0, ...words.map((word) => likeness(text, word)));
    return score >= alike ? [{ term, score }] : [];
  });
  near.sort((a, b) => b.score - a.score || a.term.length - b.term.length);
  return near.slice(0, mostNear).map(({ term }) => term);
}

/** Its pairs but for those that most terms have: that both are a 计划 makes no two plans alike. */
function tellingPairs(text: string, terms: readonly Term[]): ReadonlySet<string> {
  const having = new Map<string, number>();
  for (const { term } of terms)
    for (const pair of new Set(pairsOf(term))) having.set(pair, (having.get(pair) ?? 0) + 1);
  const isCommon = (pair: string): boolean => terms.length >= fewTerms && (having.get(pair) ?? 0) * 3 >= terms.length;
  return new Set(pairsOf(text).filter((pair) => !isCommon(pair)));
}

/** Share of pairs of neighbouring characters in common (Dice), 0 to 1; a word inside the other counts for more. */
function likeness(a: string, b: string): number {
  const [x, y] = [pairsOf(a), pairsOf(b)];
  if (x.length === 0 || y.length === 0) return 0;
  const left = [...y];
  let common = 0;
  for (const pair of x) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    common++;
  }
  const dice = (2 * common) / (x.length + y.length);
  return a.includes(b) || b.includes(a) ? Math.max(dice, 0.5) : dice;
}

function pairsOf(text: string): string[] {
  const plain = [...text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "")];
  return plain.slice(1).map((character, at) => `${plain[at] ?? ""}${character}`);
}
