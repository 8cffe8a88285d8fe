// Node decodes GBK but does not encode it, so the table is turned round once.

function encodingTable(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder("gbk");
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== "\ufffd" && !table.has(letter)) table.set(letter, [lead, trail]);
    }
  return table;
}

/** GBK bytes of a text; throws on a letter that GBK lacks. */
export function gbkBytes(text: string): Uint8Array {
  const table = encodingTable();
  const bytes: number[] = [];
  for (const letter of text) {
    if (letter.charCodeAt(0) < 0x80) bytes.push(letter.charCodeAt(0));
    else {
      const pair = table.get(letter);
      if (!pair) throw new Error(`GBK 没有“${letter}”`);
      bytes.push(...pair);
    }
  }
  return Uint8Array.from(bytes);
}
