// Dates are ISO texts that keep the precision somebody wrote down: 2012, 2012-H1, 2012-Q3, 2012-06, 2012-06-15.
// A period is two of them: 2011-03/2013-02. No Date object anywhere: time zones have eaten days before.

const form = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?$/u;

/** The number of days in a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

interface Parts {
  year: number;
  half?: number;
  quarter?: number;
  month?: number;
  day?: number;
}

function partsOf(text: string): Parts | null {
  const match = form.exec(text);
  if (!match) return null;
  const [, year, half, quarter, month, day] = match;
  const parts: Parts = { year: Number(year) };
  if (half !== undefined) parts.half = Number(half);
  if (quarter !== undefined) parts.quarter = Number(quarter);
  if (month !== undefined) {
    parts.month = Number(month);
    if (parts.month < 1 || parts.month > 12) return null;
  }
  if (day !== undefined && parts.month !== undefined) {
    parts.day = Number(day);
    if (parts.day < 1 || parts.day > daysInMonth(parts.year, parts.month)) return null;
  }
  return parts;
}

/** Whether the text is a date of one of the five precisions, on a day that exists. */
export function isDateText(text: string): boolean {
  return partsOf(text) !== null;
}

/** Whether the text is `start/end`, both date texts, the end not before the start. */
export function isPeriodText(text: string): boolean {
  const [start, end, more] = text.split("/");
  if (start === undefined || end === undefined || more !== undefined) return false;
  return isDateText(start) && isDateText(end) && lastDay(end) >= firstDay(start);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** First ISO day that a date text or period may mean. Throws RangeError on any other text. */
export function firstDay(text: string): string {
  const parts = partsOf(text.split("/", 1)[0] ?? "");
  if (!parts) throw new RangeError(`not a date text: ${text}`);
  const year = String(parts.year).padStart(4, "0");
  if (parts.half !== undefined) return `${year}-${parts.half === 1 ? "01" : "07"}-01`;
  if (parts.quarter !== undefined) return `${year}-${two(parts.quarter * 3 - 2)}-01`;
  return `${year}-${two(parts.month ?? 1)}-${two(parts.day ?? 1)}`;
}

/** Last ISO day that a date text or period may mean. Throws RangeError on any other text. */
export function lastDay(text: string): string {
  const parts = partsOf(text.slice(text.indexOf("/") + 1));
  if (!parts) throw new RangeError(`not a date text: ${text}`);
  const year = String(parts.year).padStart(4, "0");
  let month = parts.month ?? 12;
  if (parts.half !== undefined) month = parts.half * 6;
  if (parts.quarter !== undefined) month = parts.quarter * 3;
  return `${year}-${two(month)}-${two(parts.day ?? daysInMonth(parts.year, month))}`;
}

/** Orders date texts by their first possible day, the narrower one first where they begin together. */
export function compareDates(a: string, b: string): number {
  const byStart = firstDay(a).localeCompare(firstDay(b));
  return byStart === 0 ? lastDay(a).localeCompare(lastDay(b)) : byStart;
}

const quarters = ["一", "二", "三", "四"];

/** 2012年6月15日, 2012年6月, 2012年一季度, 2012年上半年, 2012年. A text that is no date is returned as it is. */
export function showDate(text: string): string {
  const parts = partsOf(text);
  if (!parts) return text;
  if (parts.half !== undefined) return `${parts.year}年${parts.half === 1 ? "上" : "下"}半年`;
  if (parts.quarter !== undefined) return `${parts.year}年${quarters[parts.quarter - 1]}季度`;
  if (parts.month === undefined) return `${parts.year}年`;
  return `${parts.year}年${parts.month}月${parts.day === undefined ? "" : `${parts.day}日`}`;
}

/** 2011年3月—2013年2月; a period of one date is shown as that date. */
export function showPeriod(text: string): string {
  const [start = "", end = ""] = text.split("/");
  return start === end ? showDate(start) : `${showDate(start)}—${showDate(end)}`;
}
