import { decipheredWorkbook } from "./biffPassword.ts";
import { readCsv } from "./readCsv.ts";
import { readHtml } from "./readHtml.ts";
import { readOle } from "./readOle.ts";
import { readXls } from "./readXls.ts";
import { readXmlSpreadsheet } from "./readXmlSpreadsheet.ts";
import { readZip } from "./readZip.ts";
import { megabytes, spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";
import type { WorkbookEvents, WorkbookSummary } from "./sheet.ts";
import { type Content, sniff } from "./sniff.ts";

export interface SourceFile {
  /** Only names the sheet of a text file; the content decides what the file is. */
  name: string;
  bytes: Buffer;
  password?: string | undefined;
}

/** Reads a workbook of any kind we know into `events`. @throws ReadRefusal for all others, and beyond a limit. */
export async function readSource(
  file: SourceFile,
  limits: ReadingLimits,
  events: WorkbookEvents,
): Promise<WorkbookSummary> {
  if (file.bytes.length > limits.fileBytes) {
    refuse("E-IMP-04", `文件有 ${megabytes(file.bytes.length)}，上限 ${megabytes(limits.fileBytes)}`);
  }
  const content = sniff(file.bytes);
  const counted = countedEvents(events, limits);
  const summary = await readContent(content, file, limits, counted);
  counted.refuseEmpty(content === "text");
  await events.settled(1);
  return summary;
}

async function readContent(
  content: Content,
  file: SourceFile,
  limits: ReadingLimits,
  events: WorkbookEvents,
): Promise<WorkbookSummary> {
  switch (content) {
    case "zip":
      return readZip(file.bytes, limits, events);
    case "ole":
      return readOle(file.bytes, file.password, limits, events);
    case "biff":
      return readXls(decipheredWorkbook(file.bytes, file.password), limits, events);
    case "html":
      return readHtml(file, limits, events);
    case "xml":
      return readXmlSpreadsheet(file.bytes, limits, events);
    case "text":
      return readCsv(file, limits, events);
    default:
      return refuse(content);
  }
}

interface CountedEvents extends WorkbookEvents {
  refuseEmpty(isText: boolean): void;
}

function countedEvents(events: WorkbookEvents, limits: ReadingLimits): CountedEvents {
  let rows = 0;
  let cells = 0;
  let characters = 0;
  let sheets = 0;
  let hidden = 0;
  return {
    sheetStart(sheet) {
      sheets++;
      if (sheet.hidden) hidden++;
      events.sheetStart(sheet);
    },
    sheetEnd: (end) => events.sheetEnd(end),
    settled: (done) => events.settled(done),
    row(row) {
      if (++rows > limits.rows) refuse("E-IMP-44", `超过 ${spoken(limits.rows, "行")}上限`);
      cells += row.cells.length;
      for (const cell of row.cells) characters += cell.text.length;
      if (characters > limits.totalCharacters)
        refuse("E-IMP-47", `文字总量超过 ${spoken(limits.totalCharacters, "字")}`);
      events.row(row);
    },
    refuseEmpty(isText) {
      // A mail program's "attachment not found" is a text file too.
      if (isText && cells === 1) refuse("E-IMP-48", "文件里只有一句话，没有表格");
      if (rows > 0) return;
      const tabs = hidden > 0 ? `${sheets} 张工作表（其中 ${hidden} 张隐藏）` : `${sheets} 张工作表`;
      refuse("E-IMP-48", isText ? undefined : `文件里没有数据：${tabs}都是空的`);
    },
  };
}
