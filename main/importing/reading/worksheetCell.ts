import { columnName } from "../../../shared/wording/columnName.ts";
import { unescaped } from "./cellText.ts";
import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import type { NumberFormat } from "./numberFormats.ts";
import { refuse } from "./refusals.ts";
import { richText } from "./sharedStrings.ts";
import type { SharedStrings } from "./packedStrings.ts";
import type { Cell, CellInMaking, CellType } from "./sheet.ts";
import type { CellStyles } from "./styles.ts";
import { attribute, type XmlAttributes } from "./xmlPart.ts";

export interface CellTables {
  strings: SharedStrings;
  /** Null where the workbook has no styles part: then everything is General. */
  styles: CellStyles | null;
}

export interface CellReader {
  start(row: number, column: number, attributes: XmlAttributes): void;
  open(name: string): void;
  add(text: string): void;
  close(name: string): void;
  /** Null for a cell that holds nothing. @throws ReadRefusal */
  finish(): Cell | null;
}

interface Content {
  kind: string;
  style: string | undefined;
  value: string;
  /** There was a `v` element, even an empty one. */
  hasValue: boolean;
  hasInline: boolean;
  hasFormula: boolean;
}

/** Reads one `<c>` after another. Only `v`, `f` (that it is there) and `is` are looked at. */
export function cellReader(tables: CellTables, limits: ReadingLimits): CellReader {
  const inline = richText();
  const content: Content = { kind: "n", style: "", value: "", hasValue: false, hasInline: false, hasFormula: false };
  let row = 0;
  let column = 0;
  let inValue = false;
  let inInline = false;
  const where = (): string => `第 ${row} 行 ${columnName(column)} 列`;
  return {
    start(atRow, atColumn, attributes) {
      row = atRow;
      column = atColumn;
      content.kind = attribute(attributes, "t") ?? "n";
      content.style = attribute(attributes, "s");
      content.value = "";
      content.hasValue = content.hasInline = content.hasFormula = inValue = inInline = false;
    },
    open(name) {
      if (inInline) inline.open(name);
      else if (name === "v") inValue = content.hasValue = true;
      else if (name === "f") content.hasFormula = true;
      else if (name === "is") {
        inInline = content.hasInline = true;
        inline.start();
      }
    },
    add(text) {
      if (inInline) inline.add(text);
      else if (inValue) content.value += text;
    },
    close(name) {
      if (name === "v") inValue = false;
      else if (name === "is") inInline = false;
      else if (inInline) inline.close(name);
    },
    finish() {
      const text = content.hasInline ? inline.value() : textOf(content, tables.strings, limits, where);
      if (text === null || text.length > limits.cellCharacters) {
        return refuse("E-IMP-43", `${where()}内容过长（上限 ${spoken(limits.cellCharacters, "字")}）`);
      }
      const type = typeOf(content, text);
      if (type === null) return null;
      return asCell(column, text, type, content, formatOf(content.style, tables.styles, where));
    },
  };
}

/** Null is too long. */
function textOf(content: Content, strings: SharedStrings, limits: ReadingLimits, where: () => string): string | null {
  const { kind, value } = content;
  if (kind === "s") {
    if (value.trim() === "") return "";
    const index = Number(value);
    const text = Number.isInteger(index) && index >= 0 ? strings.at(index) : undefined;
    return text === undefined ? refuse("E-IMP-41", `表格内部引用错误：${where()}引用的文字不存在`) : text;
  }
  if (kind === "str" || kind === "inlineStr") return unescaped(value);
  if (value.length > limits.cellCharacters) return null;
  const trimmed = value.trim();
  if (kind !== "b") return trimmed;
  if (trimmed === "") return "";
  return trimmed === "1" || trimmed === "true" ? "TRUE" : "FALSE";
}

const numeric = /^[-+.\deE]+$/u;

function typeOf({ kind, hasValue, hasInline, hasFormula }: Content, text: string): CellType | null {
  if (text === "") {
    // A formula whose last result was the empty text says so by an empty `v` of type str; without `v` it was never worked out.
    const knownEmpty = !hasFormula || (hasValue && kind === "str");
    return knownEmpty ? null : "formulaWithoutValue";
  }
  if (hasInline || kind === "s" || kind === "str" || kind === "inlineStr") return "text";
  if (kind === "b") return "boolean";
  if (kind === "e") return "error";
  if (kind === "d") return "dateIso";
  // 1e999 and other words that are no number stay words, for the field that meets them to doubt.
  return numeric.test(text) && Number.isFinite(Number(text)) ? "number" : "text";
}

function formatOf(style: string | undefined, styles: CellStyles | null, where: () => string): NumberFormat | null {
  if (style === undefined || styles === null) return null;
  const format = styles[Number(style)];
  if (format !== undefined) return format;
  // Some writers give every cell style 0 and no list of styles.
  return styles.length === 0 ? null : refuse("E-IMP-41", `表格内部引用错误：${where()}引用的格式不存在`);
}

function asCell(column: number, text: string, type: CellType, content: Content, format: NumberFormat | null): Cell {
  const cell: CellInMaking = { column, text, type };
  if (format !== null) {
    cell.format = format.code;
    if (format.isDate) cell.isDate = true;
  }
  if (content.hasFormula) cell.formula = true;
  return cell;
}
