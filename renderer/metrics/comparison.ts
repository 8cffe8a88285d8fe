/** 同比 in a table cell: +36.5%, −2.1%, 持平; nothing where either side is unknown or last year was zero. */
export function comparison(now: number | null, before: number | null): string {
  if (now === null || before === null) return "";
  if (now === before) return "持平";
  if (before === 0) return "";
  const percent = Math.round(((now - before) / Math.abs(before)) * 1000) / 10;
  return `${percent > 0 ? "+" : "−"}${Math.abs(percent)}%`;
}
