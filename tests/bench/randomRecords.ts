import { builtInTerms } from "../../shared/dictionaries/index.ts";
import type { Field, StageEntry, StagesField } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { Values } from "../../shared/api/api.ts";

// Records as a district has them over ten years, made from the declarations; the same ones in every run.

export interface Dice {
  /** A whole number from 0 up to, and without, `sides`. */
  roll(sides: number): number;
  pick<T>(list: readonly T[]): T;
}

/** mulberry32: small, and the same numbers everywhere. */
export function dice(seed: number): Dice {
  let state = seed;
  const roll = (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
  return {
    roll,
    pick<T>(list: readonly T[]): T {
      const found = list[roll(list.length)];
      if (found === undefined) throw new RangeError("nothing to pick from");
      return found;
    },
  };
}

const places = ["奎文", "潍城", "坊子", "东苑", "北海", "鸢都", "虞河", "白浪"];
const brands = ["恒达", "瑞丰", "华新", "天泽", "金鼎", "盛源", "科远", "博通", "海润", "宏基", "晨鸣", "豪迈"];
const trades = ["机械", "水泵", "电气", "新材料", "生物", "化工", "农业", "软件", "汽配", "光电"];
const things = ["智能水泵", "膨胀玻化微珠", "永磁电机", "生物制剂", "农膜", "传感器", "轴承", "染料", "种苗", "阀门"];
const doings = ["关键技术研究与产业化", "示范推广", "生产线技术改造", "中试", "成果转化", "新工艺开发"];

export const companyName = ({ pick, roll }: Dice): string =>
  `示例市${pick(places)}${pick(brands)}${pick(trades)}${roll(1000)}有限公司`;
export const workTitle = ({ pick, roll }: Dice): string =>
  `年产${roll(9000) + 10}${pick(["台", "吨", "套"])}${pick(["高效节能", "环保型", "高性能"])}${pick(things)}${pick(doings)}`;

/** Values of one record. `ids` says what references may point at; blank fields are left out. */
export function randomRecord(
  { name, fields }: LedgerDeclaration,
  index: number,
  random: Dice,
  ids: (ledger: string) => readonly string[],
): Values {
  const values: Values = {};
  for (const [field, declared] of Object.entries(fields)) {
    if (declared.required !== true && random.roll(5) === 0) continue;
    const value = randomValue(name, field, declared, index, random, ids);
    if (value !== null) values[field] = value;
  }
  return values;
}

function randomValue(
  ledger: string,
  name: string,
  field: Field,
  index: number,
  random: Dice,
  ids: (ledger: string) => readonly string[],
): Values[string] {
  const { pick, roll } = random;
  switch (field.kind) {
    case "text":
      if (ledger === "organisations") return name === "name" ? companyName(random) : pick(places);
      return name === "title" || name === "name" ? workTitle(random) : pick(["王建国", "按合同执行", "示例市科技局"]);
    case "code":
      return `${name}${String(index).padStart(9, "0")}`;
    case "choice":
      return pick(builtInTerms(field.dictionary)).term;
    case "choices":
      return [pick(builtInTerms(field.dictionary)).term];
    case "count":
      return roll(500);
    case "money":
      return roll(5000) * 1_000_000;
    case "number":
    case "percent":
      return roll(1000) / 10;
    case "year":
      return 2005 + roll(10);
    case "yesNo":
      return roll(2) === 0;
    case "date":
      return day(roll(3650));
    case "period": {
      // What is held lasts for days, what is run lasts for years.
      const [from, days] = [roll(3000), name === "date" ? roll(4) : 365 + roll(700)];
      return `${day(from)}/${day(from + days)}`;
    }
    case "reference":
      return ids(field.to).length === 0 ? null : pick(ids(field.to));
    case "references":
      return ids(field.to).length === 0 ? null : [pick(ids(field.to))];
    case "attachments":
      return null;
    case "stages":
      return stages(field, random);
  }
}

/** ISO day, so many days after New Year 2005. */
function day(after: number): string {
  return new Date(Date.UTC(2005, 0, 1 + after)).toISOString().slice(0, 10);
}

/**
 * One way through the flow: steps in their order, some left out. The last is sometimes written with its month or year
 * only; earlier ones are not, so that which came last is as plain to bare SQL as to the engine.
 */
function stages({ flow }: StagesField, { roll }: Dice): StageEntry[] {
  let after = roll(3300);
  const reached = roll(flow.length) + 1;
  const taken = flow.slice(0, reached).filter((_, place) => place === reached - 1 || roll(2) === 0);
  return taken.map(({ stage }, place) => {
    after += 10 + roll(90);
    const coarse = place === taken.length - 1 && roll(5) === 0;
    return { stage, date: day(after).slice(0, coarse ? (roll(3) === 0 ? 4 : 7) : 10) };
  });
}
