import { folded } from "../../shared/fields/cellText.ts";
import { plainCharacters } from "./characters.ts";
import { leadingPlace, type PlaceLevel } from "./places.ts";
import { institutions, trailingTrade, weakWords } from "./tradeWords.ts";

// An organisation's name taken apart: place, own name (字号), trade, legal form. 潍坊市圆友重工科技有限公司 is 潍坊, 圆友,
// 重工 and 科技, 有限公司.

export type Form =
  | "limited"
  | "shares"
  | "company"
  | "factory"
  | "cooperative"
  | "partnership"
  | "institution"
  | "none";
export interface NameParts {
  readonly places: ReadonlyMap<PlaceLevel, string>;
  readonly brand: string;
  /** What it does, as `tradeWords` names it. */
  readonly trades: readonly string[];
  /** 科技, 实业 and the like. */
  readonly weak: readonly string[];
  /** Brand and trade as they are written. */
  readonly core: string;
  readonly form: Form;
  /** 大学, 研究院; "" for companies. */
  readonly institution: string;
  readonly group: boolean;
  /** 潍坊分公司; "" for the thing itself. */
  readonly branch: string;
  /** 一厂 and 二厂 differ by it. */
  readonly numbers: string;
}

const forms: readonly (readonly [RegExp, Form])[] = [
  [/股份(?:有限)?(?:责任)?公司$/u, "shares"],
  [/有限(?:责任)?公司$/u, "limited"],
  // The last of them as it is mistyped: the input method offers 有线 before 有限.
  [/(?:有限公|责任公司|有限责任|有[线现陷]公司)$/u, "limited"],
  [/(?:总公司|公司)$/u, "company"],
  [/(?:农民)?(?:专业)?(?:合作联社|联合社|合作社)$/u, "cooperative"],
  [/(?:总厂|厂)$/u, "factory"],
  [/股份$/u, "shares"],
];
const branchOf = /^(.{4,}?(?:公司|集团|厂|社))(.{0,8}(?:分公司|分厂|分社|办事处|分店|分部|分院|项目部))$/u;

/** @param own names of the district and of places like it. */
export function parseName(name: string, own: readonly string[] = []): NameParts {
  const { plain, asides } = withoutBrackets(plainCharacters(folded(name).toUpperCase().normalize("NFKC")));
  const branched = branchOf.exec(plain);
  let rest = (branched?.[1] ?? plain).replace(/集团$/u, "集团公司");
  const places = new Map<PlaceLevel, string>();
  let form: Form = asides.some((aside) => aside.includes("合伙")) ? "partnership" : "none";
  let group = asides.includes("集团");
  const take = (): boolean => {
    if (rest.endsWith("集团") && rest.length >= 4) {
      group = true;
      rest = rest.slice(0, -2).replace(/控股$/u, "");
      return true;
    }
    if (form !== "none") return false;
    const found = forms.find(([ending]) => ending.test(rest) && rest.replace(ending, "").length >= 2);
    if (found === undefined) return false;
    form = found[1];
    rest = rest.replace(found[0], "");
    return true;
  };
  while (take());
  for (const aside of asides) readAside(aside, own, places);
  let last = "";
  for (let place = leadingPlace(rest, own); place !== null && place.rest.length >= 2;) {
    places.set(place.level, place.name);
    last = rest.slice(0, rest.length - place.rest.length);
    rest = place.rest;
    place = leadingPlace(rest, own);
  }
  const other = asides.filter((aside) => !isUnderstood(aside, own)).join("");
  const core = rest + other;
  const { brand, trades, weak, institution } = tradesOf(rest, form, last);
  return {
    places,
    brand,
    trades,
    weak,
    core,
    form: institution === "" ? form : "institution",
    institution,
    group,
    branch: branched?.[2] ?? "",
    numbers: numbersIn(core),
  };
}

function tradesOf(text: string, form: Form, place: string) {
  const [trades, weak]: [string[], string[]] = [[], []];
  const institution = form === "none" ? (institutions.find((word) => text.endsWith(word)) ?? "") : "";
  const seat = place.replace(/[省市县区]$/u, "");
  // 北京工业大学: all its words are its name, its place among them.
  if (institution !== "") return { brand: seat + text.slice(0, -institution.length), trades, weak, institution };
  let brand = text;
  for (let found = trailingTrade(brand); found !== null; found = trailingTrade(brand)) {
    // 新材料 alone is what the company goes by.
    if (brand.length - found.word.length < 2 && (brand.length - found.word.length > 0 || place === "")) break;
    brand = brand.slice(0, -found.word.length);
    (weakWords.has(found.trade) ? weak : trades).push(found.trade);
  }
  if (brand !== "") return { brand, trades, weak, institution };
  // 潍坊新材料: nothing but its words tells it from others of its place.
  return { brand: seat + text, trades: [], weak: [], institution };
}

function withoutBrackets(text: string): { plain: string; asides: string[] } {
  const asides: string[] = [];
  const plain = text
    .replace(/[[{【〔〈]/gu, "(")
    .replace(/[\]}】〕〉]/gu, ")")
    .replace(/\(([^()]*)\)?/gu, (_whole, aside: string) => {
      asides.push(aside);
      return "";
    })
    .replace(/[\s·•・.,，。、“”"'’‘\-—_/\\:：;；!*)]/gu, "");
  // A name all in brackets is itself.
  return plain === "" ? { plain: asides.join(""), asides: [] } : { plain, asides };
}

const said = /^(?:集团|筹|.*合伙|原.*|曾用名.*|.*更名.*|盖章|公章|重名|新|)$/u;

function isUnderstood(aside: string, own: readonly string[]): boolean {
  return said.test(aside) || leadingPlace(`${aside}企业`, own)?.rest === "企业";
}

function readAside(aside: string, own: readonly string[], places: Map<PlaceLevel, string>): void {
  const place = leadingPlace(`${aside}企业`, own);
  if (place?.rest === "企业") places.set(place.level, place.name);
}

const digits = "零一二三四五六七八九十";
/** Numbers and single letters in order, whatever they are written in. */
function numbersIn(text: string): string {
  const found = text.match(/[0-9零一二三四五六七八九十〇]|(?<![A-Z])[A-Z](?![A-Z])|[甲乙丙丁]/gu) ?? [];
  return found.map((one) => (digits.includes(one) ? String(digits.indexOf(one)) : one)).join("");
}
