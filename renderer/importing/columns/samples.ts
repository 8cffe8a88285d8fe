import type { SheetPage } from "../../../shared/api/api.ts";

/** The first three different texts of a column. */
export function samplesOf(page: SheetPage | undefined, column: number, from: number, to: number): string[] {
  const texts = new Set<string>();
  for (const { row, cells } of page?.rows ?? []) {
    const text = cells.find((cell) => cell.column === column)?.text.trim() ?? "";
    if (row >= from && row <= to && text !== "") texts.add(text);
    if (texts.size === 3) break;
  }
  return [...texts];
}
