import { folded, saysNothing, unreadable } from "./cellText.ts";
import { withArabicDigits } from "./chineseDigits.ts";
import { isDateText, isPeriodText } from "./dateText.ts";
import { serialDay } from "./excelSerial.ts";
import type { CellInput } from "./field.ts";

// Every way in which Chinese sheets write a date, to one date text or a range. What may mean two days is a doubt.

export type DateReading =
  | { date: string; warning?: string }
  | { start: string; end: string }
  | { doubt: string }
  | null;

function two(value: string): string {
  return value.padStart(2, "0");
}

function fullYear(text: string): string {
  if (text.length === 4) return text;
  return Number(text) <= 50 ? `20${two(text)}` : `19${two(text)}`;
}

/** Words around a date that change nothing: weekday in brackets, time of day, 截至, 份, a stop; hyphens of any kind. */
function bare(text: string): string {
  return text
    .replace(/[‐‑‒−]/gu, "-")
    .replace(/(?<=\d)[。\\](?=\d)/gu, ".")
    .replace(/\((?:周|星期)[一二三四五六日天]\)/gu, "")
    .replace(/(?:周|星期)[一二三四五六日天]$/u, "")
    .replace(/^(?:截至|截止|自|从|于)/u, "")
    .replace(/日(?:上午|下午|晚上?|中午)?\d{1,2}[:时点].*$/u, "日")
    .replace(/(?:上午|下午|晚上)$/u, "")
    .replace(/月份/gu, "月")
    .replace(/号$/u, "日")
    .replace(/[.。,，、]$/u, "");
}

function existing(text: string): { date: string } | { doubt: string } {
  return isDateText(text) ? { date: text } : { doubt: `没有“${text}”这一天` };
}

/** What completes a date, and how its pairs of numbers are meant. */
type Around = Pick<CellInput, "year" | "reading" | "seems" | "type">;

/** One date, folded and with Arabic digits. Null where the form is unknown. */
function single(text: string, around: Around): { date: string; warning?: string } | { doubt: string } | null {
  const given = around.year === undefined ? null : String(around.year);
  const noYear = { doubt: `“${text}”没有写年份` };

  // 2023.1-12 is no day in January, but a year.
  if (/^\d{4}\.\d{1,2}-\d{1,2}$/u.test(text)) return null;
  let match = /^(\d{4}|\d{2})[年./-](\d{1,2})(?:[月./-](\d{1,2})?日?)?$/u.exec(text);
  // 23.6 is June 2023; 6.15 is a day; 12.6 may be either.
  if (match && (match[1]?.length === 4 || text.includes("年") || match[3] !== undefined || Number(match[1]) > 12)) {
    const [, y = "", m = "", d] = match;
    if (y.length === 2 && d !== undefined && !text.includes("年") && Number(y) <= 12 && Number(d) > 31) return null;
    return existing(`${fullYear(y)}-${two(m)}${d === undefined ? "" : `-${two(d)}`}`);
  }
  match = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (match) return existing(`${match[1]}-${match[2]}-${match[3]}`);
  match = /^(\d{4})年?(\d{2})$/u.exec(text);
  if (match) return existing(`${match[1]}-${match[2]}`);
  match = /^(\d{4})(?:年度?)?$/u.exec(text) ?? /^(\d{2})年度?$/u.exec(text);
  if (match?.[1] !== undefined) return existing(fullYear(match[1]));
  match = /^(\d{4})年(\d{1,2})月(?:上旬|中旬|下旬|初|中|底|末)$/u.exec(text);
  if (match) return existing(`${match[1]}-${two(match[2] ?? "")}`);

  match = /^(?:(\d{4}|\d{2})年|(\d{4})[-.]?)?([上下]半年|H[12]|(?:第?[1-4]季度?|Q[1-4])|(?:年底|年末|底|末))$/iu.exec(
    text,
  );
  if (match) {
    const y = match[1] === undefined ? (match[2] ?? given) : fullYear(match[1]);
    const word = (match[3] ?? "").toUpperCase();
    if (y === null) return noYear;
    if (word.includes("底") || word.includes("末")) return { date: `${y}-12`, warning: "“年底”按12月录入" };
    if (word.includes("半年")) return { date: `${y}-${word.startsWith("上") ? "H1" : "H2"}` };
    if (word.startsWith("H")) return { date: `${y}-${word}` };
    return { date: `${y}-Q${/[1-4]/u.exec(word)?.[0]}` };
  }
  match = /^(\d{1,2})月(?:(\d{1,2})日?|上旬|中旬|下旬|初|中|底|末)?$/u.exec(text);
  if (match) {
    if (given === null) return noYear;
    return existing(`${given}-${two(match[1] ?? "")}${match[2] === undefined ? "" : `-${two(match[2])}`}`);
  }
  match = /^(\d{1,2})[./-](\d{1,2})$/u.exec(text);
  return match ? pair(text, match[1] ?? "", match[2] ?? "", around) : null;
}

/** 12.6, 6.30, 12-6: year and month, or month and day. */
function pair(text: string, first: string, second: string, around: Around): { date: string } | { doubt: string } {
  const { reading, seems, type, year } = around;
  // A number that ends in 1, 2 or 3 may have lost a zero: 6.1 may be the tenth.
  const isCut = type === "number" && /^[123]$/u.test(second);
  if (reading === "monthAfterPoint" || reading === "decimalYear") {
    const isTenth = second === "1" && isCut && reading === "decimalYear";
    if (Number(second) <= 12) return existing(`${fullYear(first)}-${isTenth ? "10" : two(second)}`);
  }
  const meant = reading === "monthDay" || reading === "monthDayTens" ? reading : seems;
  if (meant === undefined && Number(second) <= 12) return { doubt: `“${text}”可能是年月，也可能是月日` };
  if (year === undefined) return { doubt: `“${text}”没有写年份` };
  if (isCut && meant !== "monthDayTens" && reading !== "monthDay")
    return { doubt: `“${text}”是数值，可能是${second}日，也可能是${second}0日` };
  const day = isCut && meant === "monthDayTens" ? `${second}0` : second;
  return existing(`${year}-${two(first)}-${two(day)}`);
}

/** Start and end of a range; the end takes from the start the year or month that it leaves out. */
function range(text: string, around: Around): DateReading {
  if (isPeriodText(text)) {
    const [start = "", end = ""] = text.split("/");
    return { start, end };
  }
  const parts = text.split(/至|到|[~—–―─]+|--/u).filter((part) => part !== "");
  // One hyphen is a range only where the halves cannot be one date: 2023.6-2025.5, 2011-2013, 6月15-17日.
  const halves = parts.length === 2 ? parts : (hyphened.map((form) => form.exec(text)?.slice(1)).find(Boolean) ?? []);
  const [left, right] = halves.map(bare);
  if (left === undefined || right === undefined || halves.length !== 2) return null;
  // 6月15-17日: the left half has lost its 日.
  const start = single(left, around) ?? single(`${left}日`, around);
  if (start === null || !("date" in start)) return null;
  const [startYear, startMonth, startDay] = start.date.split("-");
  const inStart: Around = { type: "text", year: Number(startYear) };
  // What the end leaves out: 6月15-17日, 2023.1-12, 2023.6.1-6.3.
  const ofMonth = /^\d{1,2}日$/u.test(right) ? `${startYear}年${Number(startMonth)}月${right}` : null;
  const ofYear = /^\d{1,2}$/u.test(right) && startDay === undefined ? `${right}月` : null;
  const seems = startDay === undefined ? around.seems : "monthDay";
  const rest: Around = { ...inStart, ...(seems === undefined ? {} : { seems }), ...pick(around) };
  const end = (startMonth === undefined ? null : single(ofMonth ?? ofYear ?? right, rest)) ?? single(right, rest);
  if (end === null || !("date" in end)) return null;
  return isPeriodText(`${start.date}/${end.date}`)
    ? { start: start.date, end: end.date }
    : { doubt: `“${text}”的结束早于开始` };
}

const hyphened = [
  /^(.*[年月日./].*|\d{4})-(.*[年月日./].*|\d{4}年?)$/u,
  /^(\d{4}[.年]\d{1,2}月?)-(\d{1,2}月?)$/u,
  /^(\d{6}|\d{8})-(\d{6}|\d{8})$/u,
  /^(\d{4}[.年][^/]*)\/(\d{4}[.年][^/]*)$/u,
];

function pick({ reading }: Around): Pick<Around, "reading"> {
  return reading === undefined ? {} : { reading };
}

function fromNumber(text: string, cell: CellInput): DateReading {
  if (cell.isDate) {
    const day = serialDay(text, cell.date1904 === true);
    return day === null ? { doubt: `日期序号“${text}”不是一天` } : { date: day };
  }
  const [whole = "", fraction = ""] = text.split(".");
  // As a number 2023.1 and 2023.10 are the same; only the tenth cannot be told from the first month.
  if (fraction === "1" && (whole.length === 4 || (whole.length === 2 && Number(whole) > 12))) {
    if (cell.reading === "decimalYear") return single(`${text}0`, cell);
    if (cell.reading !== "monthAfterPoint") return { doubt: `“${text}”是数值，可能是1月，也可能是10月` };
  }
  // A date heading stands over this column, so five digits are a serial number that lost its format.
  const value = Number(whole);
  if (/^\d{5}$/u.test(whole) && value >= 20_000 && value <= 60_000) {
    const day = serialDay(text, cell.date1904 === true);
    if (day !== null) return { date: day };
  }
  return single(text, cell);
}

/** Reads a cell of a date or period column; null is a blank cell. */
export function readDateCell(cell: CellInput): DateReading {
  const trouble = unreadable(cell);
  if (trouble) return trouble;
  if (saysNothing(cell.text)) return null;
  const text = folded(cell.text);
  const unknown = { doubt: `看不出“${cell.text.trim()}”是什么时间` };
  if (cell.type === "boolean") return unknown;
  // No date is longer, and looking for one in ten thousand characters takes seconds.
  if (text.length > 500) return { doubt: `看不出“${text.slice(0, 20)}…”是什么时间` };
  if (cell.type === "dateIso") return single(text.slice(0, 10), cell) ?? unknown;
  if (cell.type === "number") return fromNumber(text, cell) ?? unknown;
  // The time of day goes before spaces do: 2023-6-1 9:30.
  const dayOnly = folded(cell.text.replace(/(?<=\d)[\sT]+\d{1,2}[:：]\d{2}.*$/u, ""));
  const arabic = withArabicDigits(bare(dayOnly));
  if (/^[2-5]\d{4}$/u.test(arabic)) return fromNumber(arabic, cell) ?? unknown;
  return single(arabic, cell) ?? range(arabic, cell) ?? unknown;
}
