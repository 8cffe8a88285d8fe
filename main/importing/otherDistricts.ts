import { folded } from "../../shared/fields/cellText.ts";
import { plainHeading } from "./normaliseHeading.ts";

// Lists of a city or a province name the district of each row; only our own district's rows are ours.

/** Columns that name a district; subdistricts have words of their own. */
export const districtHeadings = ["", "所属", "所在"].flatMap((where) =>
  ["区县", "县区", "县市区", "区市县", "区（县）", "县（区）", "县（市、区）", "县（市）区"].map(
    (word) => `${where}${word}`,
  ),
);
const known = new Set(districtHeadings.map(plainHeading));

export function isDistrictHeading(heading: string): boolean {
  return known.has(plainHeading(heading));
}

/**
 * Which cells of a district column name another district than `ours` (its name and the like). None where no cell names
 * ours: such a column speaks of something else.
 */
export function otherDistricts(cells: readonly string[], ours: readonly string[]): boolean[] {
  const isOurs = (cell: string): boolean => ours.some((place) => cell.endsWith(place) || cell === short(place));
  const named = cells.map(folded);
  if (!named.some((cell) => cell !== "" && isOurs(cell))) return cells.map(() => false);
  return named.map((cell) => /[区县市]$/u.test(cell) && !isOurs(cell));
}

function short(place: string): string {
  return place.replace(/[区县市]$/u, "");
}
