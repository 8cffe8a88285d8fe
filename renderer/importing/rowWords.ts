/** 第 3 行, 第 3–8 行. */
export function rowWords(first: number, last: number): string {
  return first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`;
}
