import { unescaped } from "./cellText.ts";
import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";
import { spreadsheetNamespaces } from "./workbookPart.ts";
import { readXml } from "./xmlPart.ts";
import type { Part } from "./zipPackage.ts";

/** Strings by index; null is one longer than a cell may be, refused where a cell uses it (that names the cell). */
export type SharedStrings = readonly (string | null)[];

// Strings cut out of the XML keep its whole text alive. Joined and split again, a block keeps only itself.
const blockSize = 1_024;

/** Reads the table of shared strings; its count attributes are not believed. @throws ReadRefusal */
export async function readSharedStrings(part: Part, limits: ReadingLimits): Promise<SharedStrings> {
  const strings: (string | null)[] = [];
  let block: string[] = [];
  const keepBlock = (): void => {
    if (block.length === 0) return;
    for (const text of block.join("\0").split("\0")) strings.push(text.length > limits.cellCharacters ? null : text);
    block = [];
  };
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
        if (strings.length + block.length === limits.sharedStrings) {
          refuse("E-IMP-47", `不同的文字超过 ${spoken(limits.sharedStrings)} 条`);
        }
        block.push(text.value());
        if (block.length === blockSize) keepBlock();
      },
    },
    { namespaces: spreadsheetNamespaces, limits },
  );
  keepBlock();
  return strings;
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
