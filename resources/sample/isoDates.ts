// Dates of the sample are ISO text with a precision: 2012 · 2012-H1 · 2012-06 · 2012-06-15.

/** First day of the interval an ISO date of any precision stands for. */
export function firstDay(date: string): string {
  const half = /^(\d{4})-H([12])$/.exec(date);
  if (half) return `${half[1]}-${half[2] === "1" ? "01" : "07"}-01`;
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** Last day of that interval. */
export function lastDay(date: string): string {
  const half = /^(\d{4})-H([12])$/.exec(date);
  if (half) return half[2] === "1" ? `${half[1]}-06-30` : `${half[1]}-12-31`;
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Whether the whole interval of `date` lies in [from, to]; a blank date lies nowhere. */
export const isWithin = (date: string | null, from: string, to: string): boolean =>
  date !== null && firstDay(date) >= from && lastDay(date) <= to;
