import { hasHan, isUnit } from "./cellKinds.ts";
import { isBlank, type GridRow } from "./sheetGrid.ts";

export interface TableColumn {
  /** 1-based. */
  readonly column: number;
  /** Storeys joined top-down with “/”; "" for a column that holds data under no heading. */
  readonly heading: string;
}

/** More storeys than groups ever need: words were broken over lines. */
const brokenFrom = 4;

/** One column for each that the heading names or that the rows fill. */
export function columnsOf(storeys: readonly GridRow[], rows: readonly GridRow[]): TableColumn[] {
  const filled: boolean[] = [];
  for (const row of rows) for (const cell of row.cells) if (filled[cell.column] !== true) filled[cell.column] = true;
  const parts = new Map<number, string[]>();
  filled.forEach((_is, column) => parts.set(column, []));
  for (const [storey, row] of storeys.entries()) {
    const named = storey > 0 && isUnitRow(row) ? row.cells.slice(1) : [...row.cells, ...unmerged(storeys, storey)];
    for (const cell of named) {
      const known = parts.get(cell.column) ?? [];
      const text = isBlank(cell.text) ? "" : withoutGaps(cell.text);
      // A heading over empty cells only is still a column: the sender meant it.
      if (text !== "" && !known.includes(text)) known.push(text);
      parts.set(cell.column, known);
    }
  }
  const join = storeys.length >= brokenFrom ? joinBroken : joinGroups;
  return [...parts].sort(([a], [b]) => a - b).map(([column, texts]) => ({ column, heading: join(texts) }));
}

interface Words {
  readonly column: number;
  readonly text: string;
}

/**
 * A group's name that stands in the first of its columns, with blanks beside it where others merge: it belongs to the
 * columns up to the next name that have a name of their own below. Where the row merges any group, blanks are meant.
 */
function unmerged(storeys: readonly GridRow[], at: number): Words[] {
  const upper = storeys[at];
  const lower = storeys[at + 1];
  if (upper === undefined || lower === undefined || storeys.length >= brokenFrom || isUnitRow(lower)) return [];
  if (upper.cells.some(({ filled }) => filled === "across")) return [];
  const below = new Map(lower.cells.filter(isOwn).map(({ column, text }) => [column, text]));
  const above = upper.cells.filter(({ text }) => !isBlank(text));
  return above.flatMap(({ column, text, filled }, index): Words[] => {
    if (filled !== undefined || !below.has(column) || isUnit(below.get(column) ?? "")) return [];
    const end = above[index + 1]?.column ?? Infinity;
    const spread: Words[] = [];
    for (let next = column + 1; next < end && below.has(next); next++) spread.push({ column: next, text });
    return spread;
  });
}

function isOwn({ text, filled }: GridRow["cells"][number]): boolean {
  return filled === undefined && !isBlank(text);
}

/** 单位 before a row of units names the row, not the column. */
function isUnitRow({ cells }: GridRow): boolean {
  const [first, ...rest] = cells;
  return /^(?:计量)?单位$/u.test(first?.text.trim() ?? "") && rest.every(({ text }) => text.length <= 8);
}

/** Blanks set Latin words apart; between Chinese characters they only widen a cell. */
function withoutGaps(text: string): string {
  return text.trim().replace(/\s+/gu, (_gap, at: number, whole: string) => {
    const around = (whole.slice(0, at).trimEnd().at(-1) ?? "") + (whole.slice(at).trimStart()[0] ?? "");
    return /^[\w)&,.(]{2}$/u.test(around) && /[a-z]/iu.test(around) ? " " : "";
  });
}

function joinGroups(texts: readonly string[]): string {
  return texts.join("/");
}

/** 研发, 机构数, (个), R&D, Institutions → 研发机构数(个) R&D Institutions. */
function joinBroken(texts: readonly string[]): string {
  let joined = "";
  for (const text of texts) {
    const isLatin = !hasHan(text) && !isUnit(text.replace(/[()（）]/gu, ""));
    joined += isLatin && joined !== "" ? ` ${text}` : text;
  }
  return joined;
}
