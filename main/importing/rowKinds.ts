import { isExample } from "../../shared/wording/exampleWords.ts";
import { isNumeric } from "./cellKinds.ts";
import { plainHeading } from "./normaliseHeading.ts";
import { ownCells, type GridCell, type GridRow } from "./sheetGrid.ts";

// What kind of row a row is, told by its text alone.

const noteStart =
  /^(?:注|备注|说明|附注|填表说明|填报说明|数据来源|资料来源|来源|摘编自|摘自)\d*[:：.、]|^(?:注|说明)\d*$|^(?:notes?|sources?|datasources?|remarks?)\d*[:.]|^(?:填表|填报|制表|审核|复核|单位负责人|负责人|联系人|联系电话|报送|报出|统计|分管领导|审批|经办)[^|]{0,8}[:：]/u;
const banner =
  /^(?:单位|计量单位|金额单位|填报单位|填表单位|填报时间|填报日期|填表日期|报送单位|制表单位|制表时间|截至|截止|年度|报告期|指标|时间|数据库|地区|附件\d*|附表\d*|unit|表号|制定机关|批准机关|文号|批准文号|有效期至)[^|]{0,12}[:：]|^附(?:件|表)\d*$/u;
const totalWord =
  /^.{0,20}?(小计|合计|总计|共计|总数)(?:\([^()]*\)|[:：]?\d.{0,12}|[a-z ]{0,20})?$|^(total|subtotal|grandtotal)$/u;
const wholeArea = /^(?:全国|全省|全市|全区|全县|全州|全盟|全旗|全院|全校|全局)(?:总?计|合计|总数)?(?:[a-z]{0,20})$/u;
const furniture =
  /^(?:第\d+页.{0,12}|共\d+页.{0,12}|[-—–·]*\d+[-—–·]+|.{0,30}?\(?(?:续表|接上表|接上页|转下页)\d*\)?|(?:.{0,30}\()?续[\d一二三四五六七八九]*\)|续表\(.{1,3}\))$/u;
const enumerated = /^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|附件?表?\d|表\d)/u;
const titleEnd = /(?:表|名单|名录|名册|清单|目录|汇总|情况|统计|台账|一览|项目|企业|单位)(?:\([^()]*\))?$/u;

/** A footer such as 注：… or 填表人：…. */
export function isNote(row: GridRow): boolean {
  const [first] = ownCells(row);
  return first !== undefined && isNoteText(first) && !isAmongHeadings(row);
}

/** 说明, 填表人： or 年度： with other words beside it is the first column of a heading; in a footer others have colons. */
function isAmongHeadings(row: GridRow): boolean {
  const [first, ...others] = ownCells(row);
  if (first === undefined) return false;
  const label = plainText(first);
  if (/^(?:注|备注|说明)[:：]?$/u.test(label)) return others.length >= 2;
  if (others.length < 3 || !/^[^:：]+[:：]$/u.test(label)) return false;
  return others.filter(({ text }) => /[:：]/u.test(text)).length < others.length / 3;
}

export function isNoteText(cell: GridCell): boolean {
  return cell.type === "text" && noteStart.test(plainText(cell));
}

/** A line above a table: unit, reporter, date, attachment number. */
export function isBanner(row: GridRow): boolean {
  const cells = ownCells(row);
  const first = cells[0];
  if (first === undefined) return false;
  const isLine = banner.test(plainText(first)) || cells.every((cell) => /[:：]/u.test(cell.text));
  return isLine && !isAmongHeadings(row);
}

/** `subtotal` for 小计, `total` for 合计, 总计, 共计, 全国; null for any other row. */
export function totalKind(row: GridRow): "subtotal" | "total" | null {
  const cells = ownCells(row);
  for (const cell of cells.slice(0, 2)) {
    if (cell.type !== "text" || cell.text.length > 60 || !mayTotal(cell.text)) continue;
    const text = plainText(cell).replace(/[:：]$/u, "");
    if (text.length > 30) continue;
    const found = totalWord.exec(text);
    // 职工总数 and 研发费用合计 head columns; a sum has figures beside it.
    const isHeading = found !== null && found[1] !== undefined && !text.startsWith(found[1]) && !cells.some(isNumeric);
    if (found !== null && !isHeading) return found[1] === "小计" || found[2] === "subtotal" ? "subtotal" : "total";
    if (wholeArea.test(text) && cells.some(isNumeric)) return "total";
  }
  return null;
}

// Names of a million companies hold neither.
function mayTotal(text: string): boolean {
  return /[计全总]|total/iu.test(text);
}

/** A form's own example, as our templates write it: （示例）某某科技有限公司. */
export function isExampleRow(cells: readonly GridCell[]): boolean {
  return cells.some(({ text }) => isExample(text));
}

/** A line between data rows that names the group below it: 一、市级, 北京市（92所）, 按行业分组. */
export function isGroup(row: GridRow, columns: number): boolean {
  if (columns < 3) return false;
  const cells = ownCells(row);
  const first = cells[0];
  if (first === undefined || cells.length > 2 || first.filled !== undefined || isNumeric(first)) return false;
  const text = plainText(first);
  if (/^按.{1,12}分(?:组|类)?$/u.test(text)) return true;
  if (cells.length !== 1) return false;
  if (row.cells.filter((cell) => cell.filled === "across").length + 1 >= columns / 2) return true;
  return /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))|\([^()]*\d+[^()]*\)$/u.test(text);
}

/** The row under a heading that numbers the columns: 甲 乙 1 2 3. */
export function isColumnNumbers(row: GridRow): boolean {
  const texts = ownCells(row).map((cell) => plainText(cell).replace(/[()]/gu, ""));
  const numbers = texts.filter((text) => /^\d{1,2}$/u.test(text)).map(Number);
  if (texts.length < 3 || numbers.length < 2) return false;
  const ordered = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
  return ordered && numbers[0] === 1 && texts.every((text) => /^(?:\d{1,2}|[甲乙丙丁戊己庚]|[a-z])$/u.test(text));
}

/** Page numbers and 续表: a printed page's furniture, no data and no title of a new table. */
export function isFurniture(row: GridRow): boolean {
  const cells = ownCells(row);
  const first = cells[0];
  if (cells.length !== 1 || first?.type !== "text" || first.text.length > 60) return false;
  return furniture.test(plainText(first));
}

/** A single cell that names what stands below it, as titles do; an incomplete data row does not. */
export function isTitleLine(row: GridRow, firstColumn: number): boolean {
  const cells = ownCells(row);
  const first = cells[0];
  if (cells.length !== 1 || first === undefined || first.filled !== undefined || isNumeric(first)) return false;
  if (row.cells.some((cell) => cell.filled === "across") || first.column !== firstColumn) return true;
  const text = plainText(first);
  return isBanner(row) || enumerated.test(text) || titleEnd.test(text) || /\d{4}年/u.test(text);
}

export function plainText(cell: GridCell): string {
  if (cell.type === "number") return cell.text;
  return cell.text.normalize("NFKC").replace(/\s/gu, "").toLowerCase();
}

/** Texts by column, for comparing a row with a heading. */
export function rowWords(row: GridRow): Map<number, string> {
  return new Map(
    row.cells.filter((cell) => cell.text.trim() !== "").map((cell) => [cell.column, plainHeading(cell.text)]),
  );
}
