/** Long texts that were sent before, so that one used over and over costs its length once. */
export interface LongTexts {
  /** The number it was kept under, -1 where it is new. */
  find(bytes: Uint8Array, from: number, to: number): number;
  keep(bytes: Uint8Array, from: number, to: number, number: number): void;
}

/** All that are kept together; a file of long texts that differ is sent as it is. */
const mostBytes = 8_000_000;
const sampled = 64;

export function longTexts(): LongTexts {
  const known = new Map<number, { text: Uint8Array; number: number }>();
  let bytesKept = 0;
  return {
    find(bytes, from, to) {
      const found = known.get(sampleHash(bytes, from, to));
      if (found === undefined || found.text.length !== to - from) return -1;
      return Buffer.compare(found.text, bytes.subarray(from, to)) === 0 ? found.number : -1;
    },
    keep(bytes, from, to, number) {
      bytesKept += to - from;
      if (bytesKept <= mostBytes) known.set(sampleHash(bytes, from, to), { text: bytes.slice(from, to), number });
    },
  };
}

// Of its length and places spread over it: texts that are hashed alike cost a second copy, no more.
function sampleHash(bytes: Uint8Array, from: number, to: number): number {
  const stride = Math.max(1, Math.floor((to - from) / sampled));
  let hash = to - from;
  for (let at = from; at < to; at += stride) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01_00_01_93);
  return hash;
}
