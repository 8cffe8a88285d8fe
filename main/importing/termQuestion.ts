import type { ColumnQuestion } from "../../shared/api/importing.ts";
import { splitList, tidy } from "../../shared/fields/cellText.ts";
import type { Term } from "../../shared/fields/field.ts";
import { matchTerm } from "../../shared/fields/matchTerm.ts";
import { addressesOf, type DoubtfulCell } from "./doubtfulCells.ts";
import type { PlannedColumn, TablePlan } from "./tablePlan.ts";

// Words of an enumeration that no term fits, each with the terms most like it. The answer is a term of the bureau's own
// that maps to another one; it then serves every later file.

const mostTexts = 50;
const mostNear = 3;
/** Least likeness at which a term is proposed. */
const alike = 0.25;

export function termQuestion(
  { column, heading, field }: PlannedColumn,
  cells: readonly DoubtfulCell[],
  { terms }: TablePlan,
): ColumnQuestion | null {
  if (field?.kind !== "choice" && field?.kind !== "choices") return null;
  const known = terms(field.dictionary);
  // The same few words stand in thousands of rows: each is looked at once.
  const raws = new Map<string, number>();
  for (const { raw } of cells) raws.set(raw, (raws.get(raw) ?? 0) + 1);
  const texts = new Map<string, number>();
  for (const [raw, rows] of raws) {
    const parts = field.kind === "choice" ? [tidy(raw)] : splitList(raw).items;
    for (const text of parts.filter((part) => matchTerm(part, known) === null))
      texts.set(text, (texts.get(text) ?? 0) + rows);
  }
  if (texts.size === 0) return null;
  const counted = [...texts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b, "zh-CN"));
  return {
    column,
    heading,
    kind: "terms",
    message: `“${heading}”有 ${texts.size} 种写法不在“${field.label}”的选项里，共 ${cells.length} 行`,
    cells: addressesOf(cells),
    choices: [],
    terms: counted.slice(0, mostTexts).map(([text, rows]) => ({ text, rows, near: nearestTerms(text, known) })),
    dictionary: field.dictionary,
    presumed: null,
  };
}

/** The terms most like a text, by themselves or by an alias, best first. */
export function nearestTerms(text: string, terms: readonly Term[]): string[] {
  const near = terms.flatMap(({ term, aliases = [] }) => {
    const score = Math.max(...[term, ...aliases].map((word) => likeness(text, word)));
    return score >= alike ? [{ term, score }] : [];
  });
  near.sort((a, b) => b.score - a.score || a.term.length - b.term.length);
  return near.slice(0, mostNear).map(({ term }) => term);
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
