// How a value looks in a cell. Bureaus receive every one of these forms, often within one column.

export type Cell = string | number | Date | null;

export type DateForm = "chinese" | "dots" | "dashes" | "slashes" | "compact" | "excel" | "fullWidth";

const HALF_NAMES: Record<string, string> = { H1: "上半年", H2: "下半年" };

const fullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The ISO date `date` in the form asked for, never more precise than it is; blank stays blank. */
export function dateCell(date: string | null, form: DateForm = "chinese"): Cell {
  if (date === null) return null;
  const [year = "", month = "", day = ""] = date.split("-");
  if (month.startsWith("H")) return `${year}年${HALF_NAMES[month]}`;
  if (month === "") return form === "excel" || form === "compact" ? Number(year) : `${year}年`;
  if (form === "excel" && day !== "") return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (form === "compact" && day !== "") return `${year}${month}${day}`;
  if (form === "dots") return [year, month, day].filter(Boolean).join(".");
  if (form === "slashes") return [year, month, day].filter(Boolean).map(Number).join("/");
  if (form === "dashes") return day === "" ? date : [year, Number(month), Number(day)].join("-");
  const chinese = `${year}年${Number(month)}月${day === "" ? "" : `${Number(day)}日`}`;
  return form === "fullWidth" ? fullWidth(chinese) : chinese;
}

const MIXED: readonly DateForm[] = [
  "chinese",
  "excel",
  "dots",
  "dashes",
  "slashes",
  "excel",
  "compact",
  "chinese",
  "fullWidth",
];

/** Dates of one column in alternating forms, chosen by the row so that the book stays the same. */
export const mixedDate = (date: string | null, row: number): Cell => dateCell(date, MIXED[row % MIXED.length]);

/** A period, both ends to the month: 2012.03-2014.03. */
export const periodCell = (period: readonly [from: string, to: string] | null): Cell =>
  period && period.map((end) => end.replace("-", ".")).join("-");

/** Digits as ＡＳＣＩＩ's wide twins, as some keyboards leave them. */
export const wideNumber = (value: number | null): Cell => (value === null ? null : fullWidth(String(value)));

/** Blank cells of one column in the three ways people write them. */
export const blankOr = (value: Cell, row: number): Cell => value ?? ([null, "—", "/"][row % 3] as Cell);
