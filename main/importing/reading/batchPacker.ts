import { type Batch, cellWord, places, step } from "./batch.ts";
import { longTexts } from "./longTexts.ts";
import type { SharedStrings } from "./packedStrings.ts";
import type { Row } from "./sheet.ts";
import { charactersOf } from "./utf8.ts";

/** Where cells go one by one; a format's reader that makes no objects of them writes here. */
export interface CellSink {
  /** The number of a number format code. */
  format(code: string): number;
  startRow(row: number, hidden: boolean): void;
  /** The text is `bytes` from `from` to before `to`, in good UTF-8 without NUL. */
  text(word: number, format: number, bytes: Uint8Array, from: number, to: number): void;
  /** A text of the file's one table of shared strings, which must hold it. */
  shared(word: number, format: number, strings: SharedStrings, index: number): void;
  endRow(): void;
}

export interface BatchPacker extends CellSink {
  add(row: Row): void;
  /** Of everything so far. */
  readonly total: { rows: number; cells: number; characters: number };
  /** Roughly the words that wait. */
  size(): number;
  /** Hands over what waits. */
  take(sheet: number): Batch;
}

/** Longer texts are not kept as cells. */
const keptBytes = 96;
const nowhere = places * 4;
const fewestPlaces = 1 << 10;

/** Packs the rows of one file into batches. */
export function batchPacker(): BatchPacker {
  const total = { rows: 0, cells: 0, characters: 0 };
  const formats = new Map<string, number>([["", 0]]);
  let newFormats = [""];
  let numbers = new Int32Array(1 << 16);
  let filled = 0;
  let bytes = Buffer.allocUnsafe(1 << 18);
  let used = 0;
  let rows = 0;
  let header = 0;
  let count = 0;
  let spare = Buffer.allocUnsafe(4_096);
  /** By their places in the file's table: the numbers that shared texts were sent under, plus one. */
  let sent = new Int32Array(1_024);
  let sentTexts = 0;
  const long = longTexts();

  // What is kept at each place: word, format, length in bytes and characters; for a shared text -1 - its index as length.
  let mask = fewestPlaces - 1;
  let kept = new Int32Array(fewestPlaces * 4);
  let keptTexts = new Uint8Array(fewestPlaces * keptBytes);
  /** A small file needs few places; one that goes on gets more, and what was kept is met again soon enough. */
  const widen = (): void => {
    const now = (mask + 1) * 8;
    mask = now - 1;
    kept = new Int32Array(now * 4);
    keptTexts = new Uint8Array(now * keptBytes);
  };
  const placeOf = (hash: number): number => {
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d);
    return (mixed ^ (mixed >>> 16)) & mask;
  };
  const isKept = (place: number, word: number, format: number, length: number): boolean =>
    kept[place * 4] === word && kept[place * 4 + 1] === format && kept[place * 4 + 2] === length;
  const keep = (place: number, word: number, format: number, length: number, characters: number): void => {
    kept[place * 4] = word;
    kept[place * 4 + 1] = format;
    kept[place * 4 + 2] = length;
    kept[place * 4 + 3] = characters;
  };

  const room = (more: number): void => {
    if (used + more > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * bytes.length, used + more));
      bytes.copy(larger, 0, 0, used);
      bytes = larger;
    }
    if (filled + 8 > numbers.length) {
      const larger = new Int32Array(2 * numbers.length);
      larger.set(numbers);
      numbers = larger;
    }
  };
  const put = (place: number, word: number, format: number, last: number): void => {
    numbers[filled++] = place;
    numbers[filled++] = word;
    numbers[filled++] = format;
    numbers[filled++] = last;
  };
  const text = (word: number, format: number, source: Uint8Array, from: number, to: number): void => {
    count++;
    const length = to - from;
    room(0);
    if (length > keptBytes) {
      const characters = charactersOf(source, from, to);
      total.characters += characters;
      const known = long.find(source, from, to);
      if (known >= 0) {
        put(nowhere + step.shared, word, format, known);
        return;
      }
      long.keep(source, from, to, sentTexts++);
      room(length);
      bytes.set(source.subarray(from, to), used);
      used += length;
      put(nowhere + step.newShared, word, format, characters);
      return;
    }
    room(length);
    let hash = Math.imul(word, 0x9e_37_79_b1) ^ format;
    for (let at = from; at < to; at++) hash = ((hash << 5) - hash + (source[at] ?? 0)) | 0;
    const place = placeOf(hash);
    const start = place * keptBytes;
    if (isKept(place, word, format, length)) {
      let same = 0;
      while (same < length && keptTexts[start + same] === source[from + same]) same++;
      if (same === length) {
        total.characters += kept[place * 4 + 3] ?? 0;
        numbers[filled++] = place * 4 + step.known;
        return;
      }
    }
    let characters = 0;
    for (let at = 0; at < length; at++) {
      const byte = source[from + at] ?? 0;
      if ((byte & 0xc0) !== 0x80) characters += byte < 0xf0 ? 1 : 2;
      keptTexts[start + at] = bytes[used + at] = byte;
    }
    keep(place, word, format, length, characters);
    total.characters += characters;
    used += length;
    put(place * 4 + step.text, word, format, characters);
  };
  const startRow = (row: number, hidden: boolean): void => {
    room(0);
    numbers[filled++] = hidden ? -row : row;
    header = filled++;
    count = 0;
  };
  const endRow = (): void => {
    numbers[header] = count;
    total.rows++;
    total.cells += count;
    if (mask + 1 < places && total.cells > 4 * mask) widen();
    rows++;
  };
  const formatOf = (code: string): number => {
    const known = formats.get(code);
    if (known !== undefined) return known;
    newFormats.push(code);
    formats.set(code, formats.size);
    return formats.size - 1;
  };
  return {
    total,
    format: formatOf,
    startRow,
    text,
    shared(word, format, strings, index) {
      count++;
      room(0);
      const place = placeOf(Math.imul(word, 0x9e_37_79_b1) ^ format ^ Math.imul(index, 0x85_eb_ca_6b));
      if (isKept(place, word, format, -1 - index)) {
        total.characters += kept[place * 4 + 3] ?? 0;
        numbers[filled++] = place * 4 + step.known;
        return;
      }
      const found = strings.find(index);
      if (found === null) throw new Error("no such shared string");
      keep(place, word, format, -1 - index, found.characters);
      total.characters += found.characters;
      if (index >= sent.length) {
        const larger = new Int32Array(Math.max(2 * sent.length, index + 1));
        larger.set(sent);
        sent = larger;
      }
      const number = sent[index] ?? 0;
      if (number > 0) {
        put(place * 4 + step.shared, word, format, number - 1);
        return;
      }
      sent[index] = ++sentTexts;
      room(found.to - found.from);
      bytes.set(found.bytes.subarray(found.from, found.to), used);
      used += found.to - found.from;
      put(place * 4 + step.newShared, word, format, found.characters);
    },
    endRow,
    add({ row, hidden, cells }) {
      startRow(row, hidden === true);
      for (const cell of cells) {
        const most = cell.text.length * 3;
        if (most > spare.length) spare = Buffer.allocUnsafe(2 * most);
        const length = spare.write(cell.text, "utf8");
        const word = cellWord(cell.column, cell.type, cell.isDate === true, cell.formula === true);
        text(word, formatOf(cell.format ?? ""), spare, 0, length);
      }
      endRow();
    },
    size: () => filled + (used >> 4),
    take(sheet) {
      const batch = {
        sheet,
        rows,
        numbers: numbers.slice(0, filled),
        bytes: new Uint8Array(bytes.subarray(0, used)),
        formats: newFormats,
      };
      filled = used = rows = 0;
      newFormats = [];
      return batch;
    },
  };
}
