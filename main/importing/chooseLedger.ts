import type { FoundTable } from "./findTables.ts";
import type { LedgerWords, Ledgers } from "./ledgerWords.ts";
import { matchColumns, sureConfidence, type MatchedColumn } from "./matchColumns.ts";
import { plainHeading } from "./normaliseHeading.ts";

// Which ledger a table is for: the words of its title, sheet and file, how well its columns match, and whether
// what the ledger cannot do without is there.

export interface LedgerChoice {
  /** null where no ledger fits well enough. */
  readonly ledger: string | null;
  /** 0 to 1: how well the ledger fits, and how far the next one is behind; 1 where a person named it. */
  readonly confidence: number;
  readonly columns: readonly MatchedColumn[];
}

/** Least score at which a ledger is taken without being told. */
const enough = 1.5;

/** @param wanted overrides the choice (`--ledger`). */
export function chooseLedger(
  table: FoundTable,
  file: string,
  candidates: readonly LedgerWords[],
  ledgers: Ledgers,
  wanted?: string,
): LedgerChoice {
  let second = 0;
  let best: { score: number; words: LedgerWords; columns: readonly MatchedColumn[] } | null = null;
  for (const words of candidates) {
    if (wanted !== undefined && words.declaration.name !== wanted) continue;
    const columns = matchColumns(table.columns, words, ledgers);
    const score = scoreLedger(words, columns, { title: table.title, sheet: table.sheet, file });
    if (best === null || score > best.score) {
      second = best?.score ?? 0;
      best = { score, words, columns };
    } else second = Math.max(second, score);
  }
  const isBorne = best?.columns.some(({ target }) => target?.own === true) === true;
  if (best !== null && isBorne && (wanted !== undefined || best.score >= enough)) {
    const confidence = wanted === undefined ? confidenceOf(best.score, second) : 1;
    return { ledger: best.words.declaration.name, confidence, columns: best.columns };
  }
  return {
    ledger: null,
    confidence: 0,
    columns: matchColumns(table.columns, { declaration: none, words: [], byKey: new Map() }, ledgers),
  };
}

/** A score from which a table leaves no doubt that it is one of ours. */
const plenty = 4;

function confidenceOf(score: number, second: number): number {
  const lead = Math.min(1, (2 * (score - second)) / score);
  return Math.round(Math.min(1, score / plenty) * (0.5 + lead / 2) * 100) / 100;
}

const none = {
  name: "",
  title: "",
  group: "基础",
  measure: "",
  titleField: "",
  fields: {},
  identifiedBy: [],
  recognisedBy: [],
} as const satisfies LedgerWords["declaration"];

/** Words count up to 3, own columns 1 each by confidence, carried ones a third, unknown ones against. */
function scoreLedger(
  { declaration }: LedgerWords,
  columns: readonly MatchedColumn[],
  names: { title: string; sheet: string; file: string },
): number {
  const sure = columns.filter((column) => column.target !== null && column.confidence >= sureConfidence);
  const own = sure.filter((column) => column.target?.own === true);
  const carried = sure.filter((column) => column.target?.own === false);
  // A loose match speaks for no ledger: 节点名称 ends in 名称 everywhere.
  const unknown = columns.filter(
    (column) => !sure.includes(column) && column.ignored !== true && column.heading !== "",
  );
  if (own.length === 0) return 0;
  const matched = sum(own) + sum(carried) / 3 - unknown.length * 0.35;
  const coverage = (own.length + carried.length) / (own.length + carried.length + unknown.length);
  const missing = missingRequired(declaration, own);
  // A title speaks for a ledger only as far as the columns bear it out.
  const spoken = speaking(declaration.recognisedBy, names) * Math.min(1, coverage + 0.2);
  return Math.max(0, matched) * coverage * 0.6 ** missing + spoken;
}

const sum = (columns: readonly MatchedColumn[]): number =>
  columns.reduce((total, column) => total + column.confidence, 0);

/** Required fields that no column feeds; a year may come from elsewhere, stages from the title. */
function missingRequired(declaration: LedgerWords["declaration"], own: readonly MatchedColumn[]): number {
  return Object.entries(declaration.fields).filter(
    ([name, field]) =>
      field.required === true &&
      field.kind !== "stages" &&
      name !== declaration.yearField &&
      !own.some((column) => column.target?.field === name),
  ).length;
}

function speaking(words: readonly string[], names: { title: string; sheet: string; file: string }): number {
  let best = 0;
  for (const [text, weight] of [
    [names.title, 3],
    [names.sheet, 2.6],
    [names.file, 2.4],
  ] as const) {
    const plain = plainHeading(text);
    const at = words.findIndex((word) => plain.includes(plainHeading(word)));
    if (at >= 0) best = Math.max(best, weight * (1 - (at / Math.max(words.length, 1)) * 0.5));
  }
  return best;
}
