import { legalInXml } from "../../shared/wording/printableText.ts";

// What Excel takes as the name of a sheet and as the text of a cell.

/** Excel's own rules for sheet names: at most 31 characters, none of []:*?/\ . */
export function sheetName(title: string): string {
  return cellText(title)
    .replaceAll(/[[\]:*?/\\]/g, " ")
    .slice(0, 31);
}

/** Text stays text: a leading = is written as a string cell, never as a formula. Excel's own limit for a cell. */
export function cellText(text: string): string {
  // Cut first: the cut may halve a pair.
  return legalInXml(text.slice(0, 32_767));
}
