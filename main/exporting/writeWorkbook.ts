import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import { cellText, sheetName } from "./sheetText.ts";

// ExcelJS only writes (architecture, decision 7). It streams, and yields to the event loop every 500 rows, because
// writing 100,000 rows in one go would stall the window for seconds.

export interface Column {
  readonly heading: string;
  /** Characters. */
  readonly width: number;
  readonly money?: boolean;
  readonly hidden?: true;
}

const YIELD_EVERY = 500;

/** One sheet with a frozen heading row; bytes of an .xlsx. */
export async function writeWorkbook(
  title: string,
  columns: readonly Column[],
  rows: AsyncIterable<readonly (string | number | null)[]>,
): Promise<Uint8Array> {
  const stream = new PassThrough();
  const parts: Buffer[] = [];
  stream.on("data", (part: Buffer) => parts.push(part));
  const done = new Promise<void>((resolve, reject) => {
    stream.on("end", resolve);
    stream.on("error", reject);
  });
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(sheetName(title), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = columns.map(({ heading, width, money, hidden = false }) => ({
    header: cellText(heading),
    hidden,
    width: Math.min(60, width),
    style: money === true ? { numFmt: "0.00####" } : {},
  }));
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.alignment = { vertical: "middle" };
  head.commit();
  let written = 0;
  for await (const row of rows) {
    sheet.addRow(row.map((cell) => (typeof cell === "string" ? cellText(cell) : cell))).commit();
    written += 1;
    if (written % YIELD_EVERY === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await workbook.commit();
  await done;
  return Buffer.concat(parts);
}
