import { unescaped } from "./cellText.ts";
import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";
import { spreadsheetNamespaces } from "./workbookPart.ts";
import { readXml } from "./xmlPart.ts";
import type { Part } from "./zipPackage.ts";

export interface SharedStrings {
  /** Undefined where the table has no such place; null is longer than a cell may be, for the cell to complain of. */
  at(index: number): string | null | undefined;
}

export const noSharedStrings: SharedStrings = { at: () => undefined };

/** Reads the table of shared strings; its count attributes are not believed. @throws ReadRefusal */
export async function readSharedStrings(part: Part, limits: ReadingLimits): Promise<SharedStrings> {
  const table = packedStrings(limits.cellCharacters);
  const text = richText();
  await readXml(
    part.bytes(limits.sharedStringsBytes),
    {
      open(name) {
        if (name === "si") text.start();
        else text.open(name);
      },
      text: text.add,
      close(name) {
        if (name !== "si") return text.close(name);
        if (table.size() === limits.sharedStrings) {
          refuse("E-IMP-47", `不同的文字超过 ${spoken(limits.sharedStrings, "条")}`);
        }
        table.add(text.value());
      },
    },
    { namespaces: spreadsheetNamespaces, limits },
  );
  return table;
}

const blockBits = 10;
const blockSize = 1 << blockBits;

interface Block {
  bytes: Buffer;
  /** Where each string ends in `bytes`. */
  ends: Uint32Array;
}

// A million strings as strings fill the heap (each one cut out of the XML keeps its whole surroundings alive); as
// UTF-8 in blocks they take their own length and lie outside it.
export function packedStrings(longest: number): SharedStrings & { add(text: string): void; size(): number } {
  const blocks: Block[] = [];
  const tooLong = new Set<number>();
  let open: string[] = [];
  const size = (): number => blocks.length * blockSize + open.length;
  return {
    size,
    add(text) {
      if (text.length > longest) tooLong.add(size());
      open.push(text.length > longest ? "" : text);
      if (open.length < blockSize) return;
      blocks.push(packed(open));
      open = [];
    },
    at(index) {
      if (index >= size()) return undefined;
      if (tooLong.has(index)) return null;
      const block = blocks[index >> blockBits];
      const place = index & (blockSize - 1);
      if (block === undefined) return open[place];
      return block.bytes.toString("utf8", place === 0 ? 0 : block.ends[place - 1], block.ends[place]);
    },
  };
}

function packed(strings: readonly string[]): Block {
  const ends = new Uint32Array(strings.length);
  let end = 0;
  for (const [place, text] of strings.entries()) {
    end += Buffer.byteLength(text);
    ends[place] = end;
  }
  return { bytes: Buffer.from(strings.join("")), ends };
}

export interface RichText {
  start(): void;
  open(name: string): void;
  add(text: string): void;
  close(name: string): void;
  value(): string;
}

/** Gathers `<t>` and `<r><t>` of a string item; readings (`rPh`, 拼音) are no part of the text. */
export function richText(): RichText {
  let value = "";
  let inText = false;
  let inReading = false;
  return {
    start() {
      value = "";
      inText = inReading = false;
    },
    open(name) {
      if (name === "t") inText = true;
      else if (name === "rPh") inReading = true;
    },
    add(text) {
      if (inText && !inReading) value += text;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inReading = false;
    },
    value: () => unescaped(value),
  };
}
