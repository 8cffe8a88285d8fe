import { hasHan, hasLatin, isMissing, isNumeric, isPeriod, isUnit, soundsLikeHeading } from "./cellKinds.ts";
import { isBanner, isFurniture, isNote, plainText, totalKind } from "./rowKinds.ts";
import type { Merge } from "./reading/sheet.ts";
import { cellAt, mergesFrom, ownCells, type Grid, type GridCell, type GridRow } from "./sheetGrid.ts";

// Which rows right above or below a heading row are further storeys of the same heading.

/** Indices into `grid.rows`, both inclusive. */
export interface Storeys {
  readonly top: number;
  readonly bottom: number;
}

const longestText = 40;
/** A group heading over several columns is short; a longer text is a title that was merged carelessly. */
const longestGroup = 14;
const lookedAhead = 10;

/** Whether the row at index `at`, next above or below, belongs to the heading found so far. */
export function isStorey(grid: Grid, found: Storeys, at: number): boolean {
  const isBelow = at > found.bottom;
  const upper = grid.rows[isBelow ? found.bottom : at];
  const lower = grid.rows[isBelow ? at : found.top];
  if (upper === undefined || lower === undefined || isPlainLine(upper) || totalKind(lower) !== null) return false;
  const below = ownCells(lower).filter((cell) => cell.filled === undefined);
  if (below.length === 0 || below.some((cell) => isNumeric(cell) || cell.text.length > longestText)) return false;
  const top = grid.rows[isBelow ? found.top : at] ?? upper;
  if (isTied(grid, top, upper, lower)) return ownCells(upper).length > 1 || isGroups(grid, upper, lower);
  if (lower.row - upper.row > 1 || isPlainLine(lower)) return false;
  if (isGroups(grid, upper, lower)) return true;
  if (ownCells(upper).length < 2) return false;
  const lowerAt = isBelow ? at : found.top;
  return (
    isUnderSpread(grid, upper, below) ||
    isUnits(lower, below) ||
    isOtherScript(grid, top, below, lowerAt) ||
    isRepeating(upper, below) ||
    isUnmerged(grid, top, upper, lowerAt)
  );
}

function isPlainLine(row: GridRow): boolean {
  return isBanner(row) || isNote(row) || isFurniture(row);
}

/** A cell of the heading is merged down over the lower row. */
function isTied(grid: Grid, top: GridRow, upper: GridRow, lower: GridRow): boolean {
  for (let row = top.row; row <= upper.row; row++) {
    const tied = mergesFrom(grid, row).some(
      ({ bottom, left }) => bottom >= lower.row && bottom - row <= lookedAhead && left <= grid.width,
    );
    if (tied) return true;
  }
  return false;
}

/** The lower row fills only what stands under merged groups of the upper one. */
function isUnderSpread(grid: Grid, upper: GridRow, below: readonly GridCell[]): boolean {
  const spread: Merge[] = [];
  for (let row = Math.max(1, upper.row - lookedAhead); row <= upper.row; row++) {
    spread.push(...mergesFrom(grid, row).filter(({ bottom, left, right }) => bottom === upper.row && right > left));
  }
  const isUnder = ({ column }: GridCell): boolean =>
    spread.some((merge) => column >= merge.left && column <= merge.right);
  return spread.length > 0 && below.length >= 2 && below.every(isUnder);
}

/** A row of nothing but merged group names over a full row: 基本信息 | 财务数据. */
function isGroups(grid: Grid, upper: GridRow, lower: GridRow): boolean {
  const above = ownCells(upper);
  const own = ownCells(lower);
  if (above.length === 0 || own.length <= above.length) return false;
  const first = own[0]?.column ?? 1;
  const last = own.at(-1)?.column ?? 1;
  return above.every((cell) => {
    const merge = mergesFrom(grid, upper.row).find(({ left }) => left === cell.column);
    if (merge === undefined || merge.right === merge.left) return false;
    const width = Math.min(merge.right, last) - merge.left + 1;
    const isAlone = above.length === 1;
    if (cell.text.length > longestGroup || (isAlone && (merge.left <= first || width > (last - first) * 0.8)))
      return false;
    return own.filter(({ column }) => column >= merge.left && column <= merge.right).length >= Math.min(2, width);
  });
}

/** 万元 | 个 | %, with or without 单位 before. */
function isUnits(lower: GridRow, below: readonly GridCell[]): boolean {
  const [first, ...rest] = below;
  if (first === undefined || rest.length === 0) return false;
  const units = rest.filter((cell) => isUnit(cell.text));
  if (/^(?:计量)?单位$/u.test(plainText(first))) return units.length >= rest.length * 0.6;
  const all = isUnit(first.text) ? units.length + 1 : units.length;
  return (
    all === below.length ||
    (ownCells(lower).length === below.length && units.length >= rest.length && all >= 2 && isMissing(first.text))
  );
}

/** The English row of a bilingual heading: Latin letters under Chinese ones, over rows that are neither. */
function isOtherScript(grid: Grid, top: GridRow, below: readonly GridCell[], lowerAt: number): boolean {
  const next = grid.rows[lowerAt + 1];
  if (next === undefined || below.length < 2) return false;
  const isLatin = below.every(({ text }) => !hasHan(text) && (hasLatin(text) || isUnit(text)));
  if (!isLatin || !ownCells(top).every(({ text }) => hasHan(text) || !hasLatin(text))) return false;
  return ownCells(next).some((cell) => isNumeric(cell) || hasHan(cell.text));
}

/** Groups that were merged once and now stand in every cell: 基本信息 | 基本信息 | 财务 | 财务. */
function isRepeating(upper: GridRow, below: readonly GridCell[]): boolean {
  const above = ownCells(upper).filter((cell) => cell.filled === undefined);
  const repeats = above.filter(({ text }, at) => text.length <= longestGroup && text === above[at - 1]?.text);
  if (repeats.length === 0 || above.some((cell) => isNumeric(cell))) return false;
  const under = repeats.map(({ column }) => below.find((cell) => cell.column === column));
  const different = new Set(below.map(({ text }) => text)).size;
  return (
    under.every(
      (cell) => cell !== undefined && (isPeriod(cell) || soundsLikeHeading(cell.text) || isUnit(cell.text)),
    ) &&
    below.length >= above.length * 0.5 &&
    different > new Set(above.map(({ text }) => text)).size
  );
}

/**
 * Without merges: the lower row leaves the first column blank and fills gaps to the right of an upper text, or goes on
 * with texts that were broken over lines; the rows that follow begin in the first column and are of another kind.
 */
function isUnmerged(grid: Grid, top: GridRow, upper: GridRow, lowerAt: number): boolean {
  const lower = grid.rows[lowerAt];
  const first = ownCells(top)[0]?.column ?? 1;
  if (lower === undefined || cellAt(lower, first)?.text.trim()) return false;
  const below = ownCells(lower);
  if (below.some(({ column }) => column < first)) return false;
  const data = firstFrom(grid, lowerAt + 1, first);
  if (data === null) return false;
  const cells = ownCells(data);
  const isFuller = cells.length > below.length;
  const fillsGap = below.some((cell) => cellAt(upper, cell.column) === undefined);
  if (below.length >= 2 && fillsGap && isFuller) return true;
  if (below.length < 2 && !below.some(({ text }) => isUnit(text))) return false;
  const figures = cells.filter(isNumeric);
  const contrasting = figures.filter(({ column }) => cellAt(top, column) !== undefined);
  return isFuller && contrasting.length > 0 && contrasting.length >= figures.length / 2;
}

/** The next row that begins in a column; null where a row before it could not be a heading's. */
function firstFrom(grid: Grid, from: number, column: number): GridRow | null {
  for (let at = from; at < Math.min(grid.rows.length, from + lookedAhead); at++) {
    const row = grid.rows[at];
    if (row === undefined) return null;
    if ((cellAt(row, column)?.text ?? "").trim() !== "") return row;
    if (ownCells(row).some((cell) => isNumeric(cell) || cell.text.length > longestText)) return null;
  }
  return null;
}
