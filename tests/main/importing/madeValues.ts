import { creditCodeCheck } from "../../../shared/fields/codes/creditCode.ts";
import { patentCheck } from "../../../shared/fields/codes/patentNo.ts";
import type { Field, TermsOf } from "../../../shared/fields/field.ts";
import type { Given } from "./sheets.ts";

// Cells as a sender fills them, fit for the field that the column feeds.

export type Random = () => number;

/** mulberry32: the same seed gives the same sheet. */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new RangeError("nothing to pick from");
  return one;
}
export const upTo = (random: Random, most: number): number => Math.floor(random() * most);
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => upTo(random, 10)).join("");

const trades = [..."光风水电云星海山林泉金石木火土田禾丰宏伟达远新华"];
const surnames = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张"];
const things = ["智能装备", "节水灌溉", "新型涂料", "高效电机", "生物有机肥", "数据平台", "精密铸件", "环保滤材"];
const acts = ["研发与应用", "关键技术研究", "产业化", "示范推广", "成套设备"];
const places = ["东关街道", "西苑街道", "南山镇", "北城街道", "河滨园区"];

export function company(random: Random): string {
  return `示例${pick(random, trades)}${pick(random, trades)}${pick(random, ["机械", "电子", "化工", "科技", "农业"])}有限公司`;
}
const person = (random: Random): string =>
  `${pick(random, surnames)}${pick(random, trades)}${random() < 0.5 ? pick(random, trades) : ""}`;
const phrase = (random: Random): string => `${pick(random, things)}${pick(random, acts)}`;
const institute = (random: Random): string =>
  `${pick(random, ["示例", "东海", "西山"])}${pick(random, ["大学", "理工学院", "农科院", "研究所"])}`;

function creditCode(random: Random): string {
  const body = `91370702MA${digits(random, 7)}`;
  return `${body}${creditCodeCheck(body) ?? "0"}`;
}
function patentNo(random: Random): string {
  const body = `20${10 + upTo(random, 12)}${pick(random, ["1", "2", "3"])}0${digits(random, 6)}`;
  return `${pick(random, ["ZL", ""])}${body}.${patentCheck(body)}`;
}

export const codes: Readonly<Record<string, (random: Random) => string>> = {
  creditCode,
  patentNo,
  certificateNo: (random) => `GR20${18 + upTo(random, 6)}3700${digits(random, 4)}`,
  techSmeNo: (random) => `20${20 + upTo(random, 4)}370702${pick(random, ["0", "A", "B"])}8${digits(random, 6)}`,
  contractNo: (random) => digits(random, 16).replace(/^0/u, "1"),
  achievementNo: (random) => `370201${upTo(random, 10)}Y${digits(random, 4)}`,
  areaCode: (random) => `3707${10 + upTo(random, 80)}`,
  free: (random) => `${pick(random, ["LK", "WK", "2023-", "2022JX"])}${digits(random, 4)}`,
};

type DateStyle = (year: number, month: number, day: number) => Given;
const two = (value: number): string => String(value).padStart(2, "0");
const dateStyles: readonly DateStyle[] = [
  (y, m) => `${y}年${m}月`,
  (y, m, d) => `${y}.${two(m)}.${two(d)}`,
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => ({ text: String(43_000 + (y - 2018) * 365 + m * 28 + d), type: "number", isDate: true }),
  (y, m) => `${y}.${two(m)}`,
];

/** One way of writing for a column, as one sender has it. */
export function filler(field: Field | null, name: string, terms: TermsOf, random: Random): () => Given {
  if (field === null) return unkept(name, random);
  switch (field.kind) {
    case "code": {
      const make = codes[field.scheme];
      return () => make?.(random) ?? null;
    }
    case "date":
    case "period":
      return dates(field.kind === "period", random);
    case "year": {
      const suffix = pick(random, ["", "年", "年度"]);
      return () => (suffix === "" ? 2018 + upTo(random, 6) : `${2018 + upTo(random, 6)}${suffix}`);
    }
    case "money": {
      const size = 10 ** (1 + upTo(random, 3));
      return () => (random() < 0.05 ? "—" : Math.round(random() * size * 100) / 100);
    }
    case "percent": {
      return () => `${Math.round(random() * 1000) / 10}%`;
    }
    case "count":
      return () => upTo(random, 300);
    case "number":
      return () => Math.round(random() * 1000) / 10;
    case "yesNo":
      return () => pick(random, ["是", "否"]);
    case "choice":
    case "choices": {
      const known = terms(field.dictionary);
      const words = known.length === 0 ? ["甲类"] : known.map(({ term }) => term);
      return () => pick(random, words);
    }
    case "stages": {
      const words = field.flow.flatMap(({ stage, aliases = [] }) => [stage, ...aliases.slice(0, 2)]);
      return () => pick(random, words);
    }
    case "reference":
    case "references":
      if (field.to === "subdistricts") return () => pick(random, places);
      return /院|校/u.test(field.label) ? () => institute(random) : () => company(random);
    case "text":
      return texts(field.label, name, random);
    case "attachments":
      return () => null;
  }
}

function dates(isPeriod: boolean, random: Random): () => Given {
  const style = pick(random, dateStyles);
  const one = (years: number): Given => style(2018 + years, 1 + upTo(random, 12), 1 + upTo(random, 28));
  if (isPeriod)
    return () => `${2018 + upTo(random, 3)}.${1 + upTo(random, 12)}-${2021 + upTo(random, 3)}.${1 + upTo(random, 12)}`;
  return () => (random() < 0.04 ? "" : one(upTo(random, 6)));
}

function texts(label: string, name: string, random: Random): () => Given {
  if (/电话|手机|联系方式/u.test(label)) return () => `139${digits(random, 8)}`;
  if (/人$|主任|专家|负责人|人员|责任人|发明/u.test(label) || /person|people|leader|expert/iu.test(name))
    return () => person(random);
  if (/文号/u.test(label)) return () => `示科字〔${2018 + upTo(random, 6)}〕${1 + upTo(random, 90)}号`;
  if (/单位|机构|部门/u.test(label)) return () => pick(random, ["区科技局", "市科技局", company(random)]);
  if (/地$|地点|区域/u.test(label)) return () => pick(random, places);
  if (/批次/u.test(label)) return () => `第${pick(random, [..."一二三四"])}批`;
  if (/备注/u.test(label)) return () => (random() < 0.7 ? "" : pick(random, ["待核实", "已更名", "新增"]));
  return () => phrase(random);
}

/** What stands in columns that no ledger keeps. */
function unkept(kind: string, random: Random): () => Given {
  if (kind.startsWith("int")) {
    let next = 0;
    return () => ++next;
  }
  if (kind.startsWith("money")) return () => Math.round(random() * 10_000) / 10;
  if (kind.startsWith("percent")) return () => `${upTo(random, 100)}%`;
  if (kind.startsWith("date")) return dates(kind.includes("range"), random);
  if (kind.startsWith("bool")) return () => pick(random, ["是", "否"]);
  if (kind === "uscc") return () => creditCode(random);
  if (kind === "phone") return () => `138${digits(random, 8)}`;
  if (kind === "enum:街道") return () => pick(random, places);
  return () => pick(random, [phrase(random), person(random), "—"]);
}
