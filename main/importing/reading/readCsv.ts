import { cleaned } from "./cellText.ts";
import { csvScanner, guessSeparator } from "./csvRows.ts";
import { chooseEncoding, decodeText } from "./decodeText.ts";
import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";
import type { Cell, WorkbookSummary } from "./sheet.ts";
import type { WorkbookEvents } from "./workbookEvents.ts";
import { textSheetName } from "./textSheetName.ts";

const sampleCharacters = 65_536;

/** Reads a text table as one sheet; every cell is text, a line is a row. @throws ReadRefusal */
export async function readCsv(
  file: { name: string; bytes: Buffer },
  limits: ReadingLimits,
  events: WorkbookEvents,
): Promise<WorkbookSummary> {
  const encoding = chooseEncoding(file.bytes);
  const separator = guessSeparator(sampleOf(file.bytes, encoding));
  let row = 0;
  const scanner = csvScanner(
    separator,
    (fields) => {
      row++;
      if (row === 1 && /^sep=.$/u.test(fields.join(separator))) return;
      const cells = cellsOf(fields, row, limits);
      if (cells.length > 0) events.row({ row, cells });
    },
    limits.cellCharacters,
    () =>
      refuse("E-IMP-43", `第 ${row + 1} 行内容过长（上限 ${spoken(limits.cellCharacters, "字")}），可能缺少一个引号`),
  );
  events.sheetStart({ name: textSheetName(file.name), index: 0, hidden: false, date1904: false });
  let read = 0;
  for (const text of decodeText(file.bytes, encoding)) {
    scanner.write(text);
    read += text.length;
    await events.settled(Math.min(1, read / file.bytes.length));
  }
  scanner.finish();
  events.sheetEnd({ merges: [], hiddenColumns: [] });
  return { kind: "csv", notes: encoding === "gb18030" ? ["按 GBK 编码读取。"] : [] };
}

function sampleOf(bytes: Buffer, encoding: Parameters<typeof decodeText>[1]): string {
  let sample = "";
  for (const text of decodeText(bytes, encoding)) {
    sample += text;
    if (sample.length >= sampleCharacters) break;
  }
  return sample;
}

function cellsOf(fields: readonly string[], row: number, limits: ReadingLimits): Cell[] {
  const cells: Cell[] = [];
  for (const [at, field] of fields.entries()) {
    const text = cleaned(field);
    if (text === "") continue;
    if (at >= limits.columns) refuse("E-IMP-45", `第 ${row} 行超过列数上限 ${spoken(limits.columns, "列")}`);
    cells.push({ column: at + 1, text, type: "text" });
  }
  return cells;
}
