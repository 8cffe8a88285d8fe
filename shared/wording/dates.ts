// Date texts (2012 · 2012-H1 · 2012-Q3 · 2012-06 · 2012-06-15 · start/end) in words, without zero padding.

const QUARTERS: Readonly<Record<string, string>> = { Q1: "一季度", Q2: "二季度", Q3: "三季度", Q4: "四季度" };
const HALVES: Readonly<Record<string, string>> = { H1: "上半年", H2: "下半年" };

/** 2012-06-15 → 2012年6月15日; a period → 2011年3月—2013年2月. What is no date text comes back as it is. */
export function dateWords(text: string): string {
  const [start, end] = text.split("/");
  if (start && end) return periodWords(start, end);
  const match = /^(\d{4})(?:-(?:(H[12])|(Q[1-4])|(\d{2})(?:-(\d{2}))?))?$/.exec(text);
  if (!match) return text;
  const [, year, half, quarter, month, day] = match;
  if (half) return `${year}年${HALVES[half]}`;
  if (quarter) return `${year}年${QUARTERS[quarter]}`;
  if (!month) return `${year}年`;
  return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ""}`;
}

// Two years share their 年 (2013—2015年); anything finer is written out on both sides.
function periodWords(start: string, end: string): string {
  const years = /^\d{4}$/;
  return years.test(start) && years.test(end) ? `${start}—${end}年` : `${dateWords(start)}—${dateWords(end)}`;
}

/** 截至2012年12月31日. */
export function asOfWords(day: string): string {
  return `截至${dateWords(day)}`;
}

/** The stretch between two days as a report speaks of it: 2012年 · 2012年上半年 · 2012年一季度 · 2012年1—10月. */
export function stretchWords(from: string, to: string): string {
  const year = from.slice(0, 4);
  const [start, end] = [from.slice(5), to.slice(5)];
  const named = NAMED_STRETCHES[`${start}/${end}`];
  if (year === to.slice(0, 4) && named !== undefined) return `${year}年${named}`;
  const wholeMonths = year === to.slice(0, 4) && start.endsWith("-01") && isMonthEnd(to);
  if (!wholeMonths) return `${dateWords(from)}—${dateWords(to)}`;
  const [first, last] = [Number(start.slice(0, 2)), Number(end.slice(0, 2))];
  return first === last ? `${year}年${first}月` : `${year}年${first}—${last}月`;
}

const NAMED_STRETCHES: Readonly<Record<string, string>> = {
  "01-01/12-31": "",
  "01-01/06-30": "上半年",
  "07-01/12-31": "下半年",
  "01-01/03-31": "一季度",
  "04-01/06-30": "二季度",
  "07-01/09-30": "三季度",
  "10-01/12-31": "四季度",
};

function isMonthEnd(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return date === [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}
