import { charactersOf } from "./utf8.ts";

export interface SharedStrings {
  /** Undefined where the table has no such place; null is longer than a cell may be, for the cell to complain of. */
  at(index: number): string | null | undefined;
  /** Where the text lies, valid until the next call; null where `at` has none. */
  find(index: number): FoundText | null;
  /** Bytes that the text takes, -1 where `at` has none. */
  bytesAt(index: number): number;
}

export interface FoundText {
  /** UTF-8, from `from` to before `to`. */
  bytes: Buffer;
  from: number;
  to: number;
  /** In UTF-16. */
  characters: number;
}

export const noSharedStrings: SharedStrings = { at: () => undefined, find: () => null, bytesAt: () => -1 };

const blockBits = 10;
const blockSize = 1 << blockBits;

interface Block {
  bytes: Buffer;
  /** Where each string ends in `bytes`; one longer than a cell may be is kept as nothing. */
  ends: Uint32Array;
}

export interface PackedStrings extends SharedStrings {
  add(text: string): void;
  /** The same in good UTF-8, from `from` to before `to`. */
  addBytes(bytes: Uint8Array, from: number, to: number): void;
  size(): number;
}

// A million strings as strings fill the heap (each one cut out of the XML keeps its whole surroundings alive); as
// UTF-8 in blocks they take their own length and lie outside it.
export function packedStrings(longest: number): PackedStrings {
  const blocks: Block[] = [];
  const tooLong = new Set<number>();
  let open: Block = emptyBlock(Buffer.allocUnsafe(65_536));
  let inOpen = 0;
  let used = 0;
  const found: FoundText = { bytes: open.bytes, from: 0, to: 0, characters: 0 };
  const size = (): number => blocks.length * blockSize + inOpen;

  const room = (more: number): void => {
    if (used + more <= open.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * open.bytes.length, used + more));
    open.bytes.copy(larger, 0, 0, used);
    open.bytes = larger;
  };
  const close = (length: number): void => {
    used += length;
    open.ends[inOpen] = used;
    if (++inOpen < blockSize) return;
    blocks.push({ ...open, bytes: Buffer.from(open.bytes.subarray(0, used)) });
    open = emptyBlock(open.bytes);
    inOpen = used = 0;
  };
  const find = (index: number): FoundText | null => {
    if (index >= size() || tooLong.has(index)) return null;
    const block = blocks[index >> blockBits] ?? open;
    const place = index & (blockSize - 1);
    found.bytes = block.bytes;
    found.from = place === 0 ? 0 : (block.ends[place - 1] ?? 0);
    found.to = block.ends[place] ?? 0;
    found.characters = charactersOf(found.bytes, found.from, found.to);
    return found;
  };
  return {
    size,
    find,
    bytesAt(index) {
      if (index >= size() || tooLong.has(index)) return -1;
      const { ends } = blocks[index >> blockBits] ?? open;
      const place = index & (blockSize - 1);
      return (ends[place] ?? 0) - (place === 0 ? 0 : (ends[place - 1] ?? 0));
    },
    add(text) {
      if (text.length > longest) {
        tooLong.add(size());
        return close(0);
      }
      room(text.length * 3);
      close(open.bytes.write(text, used, "utf8"));
    },
    addBytes(bytes, from, to) {
      if (to - from > longest && charactersOf(bytes, from, to) > longest) {
        tooLong.add(size());
        return close(0);
      }
      room(to - from);
      open.bytes.set(bytes.subarray(from, to), used);
      close(to - from);
    },
    at(index) {
      if (index >= size()) return undefined;
      const text = find(index);
      return text === null ? null : text.bytes.toString("utf8", text.from, text.to);
    },
  };
}

function emptyBlock(bytes: Buffer): Block {
  return { bytes, ends: new Uint32Array(blockSize) };
}
