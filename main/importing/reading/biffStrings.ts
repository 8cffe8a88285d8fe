import { TextDecoder } from "node:util";
import { cleaned } from "./cellText.ts";
import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";
import { packedStrings, type SharedStrings } from "./packedStrings.ts";

/** Reads on through the pieces of a record and its CONTINUE records. Past the end it reads zeros and says `done`. */
export interface PieceReader {
  done(): boolean;
  byte(): number;
  word(): number;
  skip(bytes: number): void;
  /** `wide`: two bytes a character. A piece that begins inside the text begins with a new width. */
  characters(count: number, wide: boolean): string;
}

export function pieceReader(pieces: readonly Buffer[]): PieceReader {
  let piece = 0;
  let at = 0;
  const onward = (): Buffer | undefined => {
    let current = pieces[piece];
    while (current !== undefined && at >= current.length) {
      at = 0;
      current = pieces[++piece];
    }
    return current;
  };
  const byte = (): number => {
    const current = onward();
    return current === undefined ? 0 : (current[at++] ?? 0);
  };
  return {
    done: () => onward() === undefined,
    byte,
    word: () => byte() | (byte() << 8),
    skip(bytes) {
      for (let left = bytes; left > 0;) {
        const current = onward();
        if (current === undefined) return;
        const step = Math.min(left, current.length - at);
        at += step;
        left -= step;
      }
    },
    characters(count, startsWide) {
      let wide = startsWide;
      let text = "";
      for (let left = count; left > 0;) {
        const current = pieces[piece];
        if (current === undefined) return text;
        if (at >= current.length) {
          at = 0;
          piece++;
          if (pieces[piece] === undefined) return text;
          wide = (byte() & 1) !== 0;
          continue;
        }
        const size = wide ? 2 : 1;
        const step = Math.min(left, Math.floor((current.length - at) / size));
        // Half a character at a seam: nothing can follow it.
        if (step === 0) {
          at = current.length;
          continue;
        }
        text += current.toString(wide ? "utf16le" : "latin1", at, at + step * size);
        at += step * size;
        left -= step;
      }
      return text;
    },
  };
}

/** A string of BIFF8 with its flags ([MS-XLS] 2.5.293): what runs and readings (拼音) follow is skipped. */
export function unicodeString(reader: PieceReader, count: number): string {
  const flags = reader.byte();
  const runs = (flags & 8) === 0 ? 0 : reader.word();
  const extra = (flags & 4) === 0 ? 0 : reader.word() | (reader.word() << 16);
  const text = reader.characters(count, (flags & 1) !== 0);
  if (runs > 0) reader.skip(runs * 4);
  if (extra > 0) reader.skip(extra);
  return text;
}

/** The table of shared strings; its counts are not believed. @throws ReadRefusal */
export function readBiffStrings(pieces: readonly Buffer[], limits: ReadingLimits): SharedStrings {
  const reader = pieceReader(pieces);
  reader.skip(8);
  const table = packedStrings(limits.cellCharacters);
  while (!reader.done()) {
    if (table.size() === limits.sharedStrings) {
      refuse("E-IMP-47", `不同的文字超过 ${spoken(limits.sharedStrings, "条")}`);
    }
    table.add(cleaned(unicodeString(reader, reader.word())));
  }
  return table;
}

/** What the cells' records mean depends on the version: strings carry their width only since BIFF8. */
export interface BiffText {
  isBiff8: boolean;
  /** A string with its length in `lengthBytes` bytes before it, at the beginning of the pieces. */
  read(pieces: readonly Buffer[], lengthBytes: 1 | 2): string;
}

const encodings = new Map([
  [932, "shift_jis"],
  [936, "gb18030"],
  [949, "euc-kr"],
  [950, "big5"],
  [874, "windows-874"],
  [1_200, "utf-16le"],
  [10_000, "macintosh"],
  [32_768, "macintosh"],
  [32_769, "windows-1252"],
]);

/** How bytes become text before BIFF8: by the workbook's code page; Chinese where it names none we know. */
export function codePageDecoder(codePage: number): (bytes: Buffer) => string {
  const western = codePage >= 1_250 && codePage <= 1_258 ? `windows-${codePage}` : undefined;
  const decoder = new TextDecoder(encodings.get(codePage) ?? western ?? "gb18030");
  return (bytes) => decoder.decode(bytes);
}
