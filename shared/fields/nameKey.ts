import { folded } from "./cellText.ts";

// Names are compared, never merged, by this key. Brackets after NFKC are half width in both names alike.

/** 山东省 also stands as 山东, 示例区 as 示例. */
function variants(place: string): string[] {
  const short = place.replace(/(?:省|市|区|县|自治区|特别行政区)$/u, "");
  return short.length >= 2 && short !== place ? [place, short] : [place];
}

const nowhere: readonly string[] = [];
// One list of places serves a whole import.
const known = new WeakMap<readonly string[], readonly string[]>();

/** All writings of the places, longest first. */
function prefixesOf(places: readonly string[]): readonly string[] {
  let prefixes = known.get(places);
  if (!prefixes) {
    prefixes = places.flatMap(variants).sort((a, b) => b.length - a.length);
    known.set(places, prefixes);
  }
  return prefixes;
}

/**
 * The key by which two writings of an organisation's name count as the same: half width, without spaces, brackets
 * unified, 有限责任公司 as 有限公司, leading names of `places` (province, city, district) taken off.
 * What is left must still be a name: 潍坊学院 does not become 学院.
 */
export function nameKey(name: string, places: readonly string[] = nowhere): string {
  const prefixes = prefixesOf(places);
  let key = folded(name)
    .toUpperCase()
    .normalize("NFKC")
    .replace(/[[{【〔〈]/gu, "(")
    .replace(/[\]}】〕〉]/gu, ")")
    .replaceAll("有限责任公司", "有限公司");
  for (let found: string | undefined = ""; found !== undefined;) {
    found = prefixes.find((prefix) => key.startsWith(prefix) && key.length - prefix.length >= 4);
    if (found !== undefined) key = key.slice(found.length);
  }
  return key;
}
