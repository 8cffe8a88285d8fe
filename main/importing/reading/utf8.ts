/** UTF-16 units of good UTF-8 from `from` to before `to`. */
export function charactersOf(bytes: Uint8Array, from: number, to: number): number {
  let characters = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) characters += byte < 0xf0 ? 1 : 2;
  }
  return characters;
}
