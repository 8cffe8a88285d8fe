// What the cells of both binary formats (.xls, .xlsb) have in common.
import { columnName } from "../../../shared/wording/columnName.ts";
import { cleaned } from "./cellText.ts";
import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import type { NumberFormat } from "./numberFormats.ts";
import { refuse } from "./refusals.ts";
import type { SharedStrings } from "./packedStrings.ts";
import type { Cell, CellInMaking, CellType } from "./sheet.ts";

export interface CellMaker {
  /** Null for what holds nothing: the empty text. All numbers from 1; `style` is the cell's index of formats. */
  text(row: number, column: number, style: number, text: string, formula?: boolean): Cell | null;
  shared(row: number, column: number, style: number, index: number): Cell | null;
  number(row: number, column: number, style: number, value: number, formula?: boolean): Cell;
  boolean(row: number, column: number, style: number, value: boolean, formula?: boolean): Cell;
  error(row: number, column: number, style: number, code: number, formula?: boolean): Cell;
  formulas(): number;
}

/** Makes cells within the limits. @throws ReadRefusal on a long text, a far column, a string that is not there. */
export function cellMaker(
  strings: SharedStrings,
  formats: readonly (NumberFormat | null)[],
  limits: ReadingLimits,
): CellMaker {
  let formulas = 0;
  const where = (row: number, column: number): string => `第 ${row} 行 ${columnName(column)} 列`;
  const make = (column: number, style: number, type: CellType, text: string, formula: boolean | undefined): Cell => {
    if (column > limits.columns) {
      refuse("E-IMP-45", `${columnName(column)} 列有内容，超过列数上限 ${spoken(limits.columns, "列")}`);
    }
    const cell: CellInMaking = { column, text, type };
    const format = formats[style] ?? null;
    if (format !== null) {
      cell.format = format.code;
      if (format.isDate) cell.isDate = true;
    }
    if (formula === true) {
      cell.formula = true;
      formulas++;
    }
    return cell;
  };
  const tooLong = (row: number, column: number): never =>
    refuse("E-IMP-43", `${where(row, column)}内容过长（上限 ${spoken(limits.cellCharacters, "字")}）`);
  return {
    text(row, column, style, raw, formula) {
      if (raw.length > limits.cellCharacters) tooLong(row, column);
      const text = cleaned(raw);
      return text === "" ? null : make(column, style, "text", text, formula);
    },
    shared(row, column, style, index) {
      const text = strings.at(index);
      if (text === undefined) refuse("E-IMP-41", `表格内部引用错误：${where(row, column)}引用的文字不存在`);
      if (text === null) return tooLong(row, column);
      return text === "" ? null : make(column, style, "text", text, undefined);
    },
    number(_row, column, style, value, formula) {
      if (!Number.isFinite(value)) return make(column, style, "error", "#NUM!", formula);
      return make(column, style, "number", numberText(value), formula);
    },
    boolean: (_row, column, style, value, formula) => make(column, style, "boolean", value ? "TRUE" : "FALSE", formula),
    error: (_row, column, style, code, formula) =>
      make(column, style, "error", errorTexts.get(code) ?? "#N/A", formula),
    formulas: () => formulas,
  };
}

const errorTexts = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

/** A double's shortest digits that read back as the same double, written out: 914000000000000000000000, not 9.14e+23. */
export function numberText(value: number): string {
  const short = String(value);
  const [, sign, first, rest, power] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/u.exec(short) ?? [];
  if (first === undefined) return short === "-0" ? "0" : short;
  const exponent = Number(power);
  // Beyond this it is no figure a person wrote.
  if (Math.abs(exponent) > 40) return short;
  const digits = first + (rest ?? "");
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.padEnd(exponent + 1, "0");
  return `${sign}${whole}`;
}

/** A packed number ([MS-XLS] 2.5.217 RkNumber): an integer of 30 bits or the upper half of a double, ÷ 100 or not. */
export function rkNumber(word: number): number {
  let value: number;
  if ((word & 2) !== 0) value = word >> 2;
  else {
    half.setUint32(0, (word & ~3) >>> 0);
    half.setUint32(4, 0);
    value = half.getFloat64(0);
  }
  return (word & 1) === 0 ? value : value / 100;
}

const half = new DataView(new ArrayBuffer(8));
