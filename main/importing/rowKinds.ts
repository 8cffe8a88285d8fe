import { plainHeading } from "./normaliseHeading.ts";
import { ownCells, type GridCell, type GridRow } from "./sheetGrid.ts";

// What kind of row a row is, told by its text alone.

const noteStart =
  /^(?:注|备注|说明|附注|填表说明|填报说明|数据来源|资料来源|来源)\d*[:：.、]|^(?:注|说明)\d*$|^(?:填表|填报|制表|审核|复核|单位负责人|负责人|联系人|联系电话|报送|报出|统计|分管领导|审批)[^|]{0,8}[:：]/u;
const banner =
  /^(?:单位|计量单位|金额单位|填报单位|填表单位|填报时间|填报日期|填表日期|报送单位|制表时间|截至|截止|年度|报告期|指标|时间|附件\d*|附表\d*)[^|]{0,12}[:：]|^附(?:件|表)\d*$/u;
const totalWord = /^.{0,20}?(小计|合计|总计|共计)(?:\([^()]*\)|[:：]?\d.{0,12})?$/u;

/** A footer such as 注：… or 填表人：…. */
export function isNote(row: GridRow): boolean {
  const first = ownCells(row)[0];
  return first !== undefined && noteStart.test(plainText(first));
}

/** A line above a table: unit, reporter, date, attachment number. */
export function isBanner(row: GridRow): boolean {
  const cells = ownCells(row);
  const first = cells[0];
  return first !== undefined && (banner.test(plainText(first)) || cells.every((cell) => /[:：]/u.test(cell.text)));
}

/** `subtotal` for 小计, `total` for 合计, 总计, 共计; null for any other row. */
export function totalKind(row: GridRow): "subtotal" | "total" | null {
  for (const cell of ownCells(row).slice(0, 2)) {
    const text = plainText(cell).replace(/[:：]$/u, "");
    if (cell.type !== "text" || text.length > 30) continue;
    const found = totalWord.exec(text);
    if (found !== null) return found[1] === "小计" ? "subtotal" : "total";
  }
  return null;
}

/** A line between data rows that names the group below it: 一、市级, 北京市（92所）. */
export function isGroup(row: GridRow, columns: number): boolean {
  if (columns < 3) return false;
  const cells = ownCells(row);
  const first = cells[0];
  if (cells.length !== 1 || first === undefined || first.filled !== undefined || isNumeric(first)) return false;
  if (row.cells.filter((cell) => cell.filled === "across").length + 1 >= columns / 2) return true;
  return /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))|\([^()]*\d+[^()]*\)$/u.test(plainText(first));
}

/** The row under a heading that numbers the columns: 甲 乙 1 2 3. */
export function isColumnNumbers(row: GridRow): boolean {
  const texts = ownCells(row).map((cell) => plainText(cell).replace(/[()]/gu, ""));
  const numbers = texts.filter((text) => /^\d{1,2}$/u.test(text)).map(Number);
  if (texts.length < 3 || numbers.length < 2) return false;
  const ordered = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
  return ordered && numbers[0] === 1 && texts.every((text) => /^(?:\d{1,2}|[甲乙丙丁戊]|[a-z])$/u.test(text));
}

export function isNumeric(cell: GridCell): boolean {
  if (cell.text.length > 24 || isYear(cell)) return false;
  return cell.type === "number" || cell.type === "dateIso" || /^[-+]?[\d,.]+%?$/u.test(plainText(cell));
}

/** A bare year is as likely a heading as a value. */
export function isYear(cell: GridCell): boolean {
  return cell.isDate !== true && /^(?:19|20)\d{2}(?:年|年度)?$/u.test(plainText(cell));
}

function plainText(cell: GridCell): string {
  if (cell.type === "number") return cell.text;
  return cell.text.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
}

/** Texts by column, for comparing a row with a heading. */
export function rowWords(row: GridRow): Map<number, string> {
  return new Map(
    row.cells.filter((cell) => cell.text.trim() !== "").map((cell) => [cell.column, plainHeading(cell.text)]),
  );
}
