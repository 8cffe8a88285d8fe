import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeIdleReader } from "../../../../main/importing/reading/readerPool.ts";
import { readWorkbook } from "../../../../main/importing/reading/readWorkbook.ts";
import type { ReadSheet } from "../../../../main/importing/reading/sheet.ts";

// Characters of one to four bytes, so that every piece of input ends inside one somewhere.
const words = ["示例科技有限公司", "𠮷野家😀", "é·Ω", "ASCII", "（集团）股份㈱", "高新技术企业\n二级"];
const count = 5_000;

const name = (at: number): string => `${words[at % words.length]}${at}${"研发".repeat(at % 7)}`;

async function written(useSharedStrings: boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const { PassThrough } = await import("node:stream");
  const stream = new PassThrough();
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings, useStyles: true });
  const sheet = workbook.addWorksheet("企业名单");
  for (let at = 0; at < count; at++) {
    const row = sheet.addRow([name(at), `0${at}`, at / 4, at % 2 === 0]);
    row.getCell(3).numFmt = "#,##0.00";
    row.commit();
  }
  sheet.commit();
  await workbook.commit();
  return Buffer.concat(chunks);
}

afterAll(closeIdleReader);

for (const useSharedStrings of [true, false]) {
  let sheet: ReadSheet | undefined;
  const kind = useSharedStrings ? "shared" : "inline";
  beforeAll(async () => {
    const read = await readWorkbook({ name: "名单.xlsx", bytes: await written(useSharedStrings) });
    sheet = read.ok ? read.workbook.sheets[0] : undefined;
  });

  test(`5,000 Chinese rows of ${kind} strings come back letter for letter`, () => {
    expect(sheet?.rows).toHaveLength(count);
    for (const [at, row] of sheet?.rows.entries() ?? []) {
      expect(row.cells).toEqual([
        { column: 1, text: name(at), type: "text" },
        { column: 2, text: `0${at}`, type: "text" },
        { column: 3, text: String(at / 4), type: "number", format: "#,##0.00" },
        { column: 4, text: at % 2 === 0 ? "TRUE" : "FALSE", type: "boolean" },
      ]);
    }
    expect(JSON.stringify(sheet)).not.toContain("\uFFFD");
  });
}
