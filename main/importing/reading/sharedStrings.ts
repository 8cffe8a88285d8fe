import { unescaped } from "./cellText.ts";
import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { packedStrings, type SharedStrings } from "./packedStrings.ts";
import { readItems } from "./readItems.ts";
import { refuse } from "./refusals.ts";
import { stringScanner } from "./stringScanner.ts";
import { spreadsheetNamespaces } from "./workbookPart.ts";
import { xmlFeed } from "./xmlPart.ts";
import type { Part } from "./zipPackage.ts";

/** Reads the table of shared strings; its count attributes are not believed. @throws ReadRefusal */
export async function readSharedStrings(part: Part, limits: ReadingLimits): Promise<SharedStrings> {
  const table = packedStrings(limits.cellCharacters);
  const text = richText();
  let inTable = false;
  const checkSize = (): void => {
    if (table.size() < limits.sharedStrings) return;
    refuse("E-IMP-47", `不同的文字超过 ${spoken(limits.sharedStrings, "条")}`);
  };
  const feed = xmlFeed(
    {
      open(name) {
        if (name === "si") text.start();
        else if (name === "sst") inTable = true;
        else text.open(name);
      },
      text: text.add,
      close(name) {
        if (name === "sst") inTable = false;
        if (name !== "si") return text.close(name);
        checkSize();
        table.add(text.value());
      },
    },
    { namespaces: spreadsheetNamespaces, limits },
  );
  const scan = stringScanner((bytes, from, to) => {
    checkSize();
    table.addBytes(bytes, from, to);
  });
  const form = { opening: "<sst", closing: "</si>", depth: 1, isOpen: () => inTable, scan };
  await readItems(part.bytes(limits.sharedStringsBytes), feed, limits.scanned ? form : null);
  return table;
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
