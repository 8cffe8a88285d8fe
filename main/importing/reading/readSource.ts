import { batchPacker } from "./batchPacker.ts";
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
import type { WorkbookSummary } from "./sheet.ts";
import type { WorkbookEvents, WorkbookOutput } from "./workbookEvents.ts";
import { type Content, sniff } from "./sniff.ts";

export interface SourceFile {
  /** Only names the sheet of a text file; the content decides what the file is. */
  name: string;
  bytes: Buffer;
  password?: string | undefined;
}

/** Reads a workbook of any kind we know into `output`. @throws ReadRefusal for all others, and beyond a limit. */
export async function readSource(
  file: SourceFile,
  limits: ReadingLimits,
  output: WorkbookOutput,
): Promise<WorkbookSummary> {
  if (file.bytes.length > limits.fileBytes) {
    refuse("E-IMP-04", `文件有 ${megabytes(file.bytes.length)}，上限 ${megabytes(limits.fileBytes)}`);
  }
  const content = sniff(file.bytes);
  const counted = packedEvents(output, limits);
  const summary = await readContent(content, file, limits, counted);
  counted.refuseEmpty(content === "text");
  await output.settled(1);
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

interface PackedEvents extends WorkbookEvents {
  refuseEmpty(isText: boolean): void;
}

/** Large enough that sending costs little, small enough that unpacking takes the receiver a few milliseconds. */
const batchSize = 48_000;

function packedEvents(output: WorkbookOutput, limits: ReadingLimits): PackedEvents {
  const packer = batchPacker();
  const { total } = packer;
  let sheet = 0;
  let sheets = 0;
  let hidden = 0;
  const flush = (): void => {
    if (packer.size() > 0) output.batch(packer.take(sheet));
  };
  const rowEnded = (): void => {
    if (total.rows > limits.rows) refuse("E-IMP-44", `超过 ${spoken(limits.rows, "行")}上限`);
    if (total.characters > limits.totalCharacters) {
      refuse("E-IMP-47", `文字总量超过 ${spoken(limits.totalCharacters, "字")}`);
    }
    if (packer.size() >= batchSize) flush();
  };
  return {
    cells: {
      ...packer,
      endRow() {
        packer.endRow();
        rowEnded();
      },
    },
    row(row) {
      packer.add(row);
      rowEnded();
    },
    sheetStart(info) {
      sheet = info.index;
      sheets++;
      if (info.hidden) hidden++;
      output.sheetStart(info);
    },
    sheetEnd(end) {
      flush();
      output.sheetEnd(end);
    },
    settled: (done) => output.settled(done),
    refuseEmpty(isText) {
      // A mail program's "attachment not found" is a text file too.
      if (isText && total.cells === 1) refuse("E-IMP-48", "文件里只有一句话，没有表格");
      if (total.rows > 0) return;
      const tabs = hidden > 0 ? `${sheets} 张工作表（其中 ${hidden} 张隐藏）` : `${sheets} 张工作表`;
      refuse("E-IMP-48", isText ? undefined : `文件里没有数据：${tabs}都是空的`);
    },
  };
}
