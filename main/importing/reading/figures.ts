/** 200000 → "20 万", 32767 → "32,767": limits as a person says them. */
export function spoken(count: number): string {
  if (count >= 10_000 && count % 10_000 === 0) return `${grouped(count / 10_000)} 万`;
  return grouped(count);
}

/** Bytes in whole megabytes: "50 MB". */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, ",");
}
