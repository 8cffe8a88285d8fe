/** 200000 行 → "20 万行", 512 列 → "512 列": a count as a person says it. */
export function spoken(count: number, unit: string): string {
  if (count >= 10_000 && count % 10_000 === 0) return `${grouped(count / 10_000)} 万${unit}`;
  return `${grouped(count)} ${unit}`;
}

/** Bytes in whole megabytes: "50 MB". */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, ",");
}
