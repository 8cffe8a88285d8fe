import { folded, isApproximate, saysNothing, unreadable } from "./cellText.ts";
import { spokenNumber } from "./chineseDigits.ts";
import { type Decimal, asExcelShows, decimalText, parseDecimal, shifted, toInteger } from "./decimal.ts";
import type { CellInput, KindOf, MoneyField, MoneyUnit, Options, Reading } from "./field.ts";

/** An amount in integer fen. */
export function money<const O extends Omit<MoneyField, "kind">>(options: Options<MoneyField, O>): MoneyField & O {
  return { kind: "money", ...options };
}

/** Power of ten from a unit to fen. */
export const toFen: Readonly<Record<MoneyUnit, number>> = { 元: 2, 千元: 5, 万元: 6, 亿元: 10 };
const powerOf: Readonly<Record<string, number>> = {
  ...toFen,
  千: 5,
  万: 6,
  亿: 10,
  百元: 4,
  十万元: 7,
  百万: 8,
  百万元: 8,
  千万: 9,
  千万元: 9,
  W: 6,
  w: 6,
  块: 2,
  块钱: 2,
};

/** Power of ten to fen of a unit text from cell, heading or sheet note; null where it is no unit of Chinese money. */
function power(unit: string): number | null {
  const bare = unit
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/^(?:金额)?单位[:为]?/u, "")
    .replace(/^人民币|人民币$/gu, "")
    .replace(/[整。]$/u, "")
    .replace(/^\((.+)\)$/u, "$1");
  return powerOf[bare] ?? null;
}

const amount = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:E[+-]?\d+)?)(.*)$/iu;
/** 两百万元, 十万. */
const inWords = /^([零一二两三四五六七八九十百千]+)([万亿]?元?)整?$/u;
const compound = /^(\d+(?:\.\d+)?)亿(?:零)?(\d+(?:\.\d+)?)(万元?)$/u;

function fen(number: Decimal, unitPower: number): Reading<number> {
  const { integer, exact } = toInteger(shifted(number, unitPower));
  const value = Number(integer);
  if (!Number.isSafeInteger(value)) return { doubt: "金额过大" };
  return exact ? { value } : { value, warning: "不足一分的部分已四舍五入" };
}

function read(field: MoneyField, cell: CellInput): Reading<number> {
  const trouble = unreadable(cell);
  if (trouble) return trouble;
  if (saysNothing(cell.text)) return { value: null };
  const raw = cell.text.trim();
  if (cell.type === "boolean" || cell.type === "dateIso" || cell.isDate) return { doubt: `“${raw}”不是金额` };
  if (cell.isPercent) return { doubt: `“${raw}”是百分数，不是金额` };
  const text = folded(cell.text).replace(/^(?:人民币|RMB|CNY)?[¥￥]?/iu, "");
  if (isApproximate(text)) return { doubt: `“${raw}”是约数` };

  const both = compound.exec(text);
  if (both) {
    const hundredMillions = shifted(parseDecimal(both[1] ?? "") ?? { digits: 0n, scale: 0 }, 4);
    const tenThousands = parseDecimal(both[2] ?? "") ?? { digits: 0n, scale: 0 };
    const scale = Math.max(hundredMillions.scale, tenThousands.scale);
    const digits =
      hundredMillions.digits * 10n ** BigInt(scale - hundredMillions.scale) +
      tenThousands.digits * 10n ** BigInt(scale - tenThousands.scale);
    return fen({ digits, scale }, toFen.万元);
  }
  const [, digits = "", ownUnit = ""] = amount.exec(text) ?? [];
  const parsed = parseDecimal(digits.replaceAll(",", ""));
  if (!parsed) return readWords(field, cell, text) ?? { doubt: `看不出“${raw}”是多少钱` };
  const number = cell.type === "number" ? asExcelShows(parsed) : parsed;
  return inUnit(field, cell, number, ownUnit);
}

/** The unit in the cell outranks that of heading or sheet, and that the declaration's. */
function inUnit(field: MoneyField, cell: CellInput, number: Decimal, ownUnit: string): Reading<number> {
  const unit = ownUnit === "" || ownUnit === "。" ? (cell.unit ?? "") : ownUnit;
  if (unit === "" || unit === "—") return fen(number, toFen[field.importUnit]);
  const known = power(unit);
  return known === null ? { doubt: `单位“${unit}”不是人民币的单位` } : fen(number, known);
}

function readWords(field: MoneyField, cell: CellInput, text: string): Reading<number> | null {
  const [, words = "", unit = ""] = inWords.exec(text) ?? [];
  const value = spokenNumber(words);
  return value === null ? null : inUnit(field, cell, { digits: BigInt(value), scale: 0 }, unit);
}

export const moneyKind: KindOf<MoneyField, number> = {
  check: (_field, value) => (Number.isSafeInteger(value) ? null : "金额应为整数分"),
  read,
  /** In the field's unit, exact: 423万元. */
  show(field, value) {
    return `${decimalText({ digits: BigInt(value), scale: toFen[field.importUnit] })}${field.importUnit}`;
  },
};
