import { columnName } from "../../../shared/wording/columnName.ts";
import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import type { NumberFormat } from "./numberFormats.ts";
import { refuse } from "./refusals.ts";
import type { Cell, CellInMaking, CellType } from "./sheet.ts";

export interface XmlCellContent {
  /** SpreadsheetML's word for it: Number, DateTime, Boolean, String, Error; "" where there is none. */
  type: string;
  text: string;
  format: NumberFormat | null;
  isFormula: boolean;
}

const types = new Map<string, CellType>([
  ["Number", "number"],
  ["DateTime", "dateIso"],
  ["Boolean", "boolean"],
  ["Error", "error"],
]);

/** A cell of the XML formats within the limits; null for one that holds nothing. @throws ReadRefusal */
export function xmlCell(row: number, column: number, content: XmlCellContent, limits: ReadingLimits): Cell | null {
  const where = (): string => `第 ${row} 行 ${columnName(column)} 列`;
  if (content.text.length > limits.cellCharacters) {
    refuse("E-IMP-43", `${where()}内容过长（上限 ${spoken(limits.cellCharacters, "字")}）`);
  }
  const [type, text] = valueOf(content);
  if (type === null) return null;
  if (column > limits.columns) {
    refuse("E-IMP-45", `${columnName(column)} 列有内容，超过列数上限 ${spoken(limits.columns, "列")}`);
  }
  const cell: CellInMaking = { column, text, type };
  if (content.format !== null) {
    cell.format = content.format.code;
    if (content.format.isDate) cell.isDate = true;
  }
  if (type === "dateIso") cell.isDate = true;
  if (content.isFormula) cell.formula = true;
  return cell;
}

function valueOf(content: XmlCellContent): [type: CellType | null, text: string] {
  const type = types.get(content.type) ?? "text";
  if (type === "text") return content.text === "" ? [null, ""] : [type, content.text];
  const text = content.text.trim();
  if (text === "") return [content.isFormula ? "formulaWithoutValue" : null, ""];
  if (type === "boolean") return [type, text === "1" || text.toLowerCase() === "true" ? "TRUE" : "FALSE"];
  // What is no number stays a word, for the field that meets it to doubt.
  if (type === "number" && !(/^[-+.\deE]+$/u.test(text) && Number.isFinite(Number(text)))) return ["text", text];
  return [type, text];
}
