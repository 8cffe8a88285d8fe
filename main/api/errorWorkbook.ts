import { errorWorkbook, type Mark } from "../exporting/errorWorkbook.ts";
import { sheetsGoingBack } from "../importing/sheetForSender.ts";
import { cellsInDoubt, type CellInDoubt } from "../importing/stagedErrors.ts";
import { openStored } from "../importing/storedSheets.ts";
import type { ReadHandle } from "../database/open.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import type { Services } from "./services.ts";

const asked = {
  doubt: "请改成表头要求的写法，不清楚的留空",
  invalid: "请补齐或改正",
  twin: "请核对是哪一条：补上统一社会信用代码或编号，或注明是新的",
} satisfies Record<CellInDoubt["kind"], string>;

/** The sender's workbook with what has to be set right. Throws E-IMP-95, E-IMP-60 where there is nothing to ask. */
export async function workbookForSender(
  db: ReadHandle,
  services: Pick<Services, "readWorkbook">,
  batch: number,
  password?: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { report, cells } = await cellsInDoubt(db, batch);
  if (cells.length === 0) {
    throw new ProblemError({
      kind: "refused",
      code: "E-IMP-60",
      message: `第 ${batch} 批没有存疑或有误的单元格，不需要退回核对。数据未改动。`,
    });
  }
  const { workbook } = await openStored(db, services.readWorkbook, report.fileHash, password);
  const sheets = sheetsGoingBack(workbook, report, cells).map((sheet) =>
    Object.assign(sheet, { marks: sheet.marks.map(markOf) }),
  );
  const name = `${report.file.replace(/\.[^.]*$/u, "")}（请核对）.xlsx`;
  return { name, bytes: await errorWorkbook(report.file, sheets) };
}

function markOf({ row, column, field, raw, message, kind }: CellInDoubt): Mark {
  return { row, column, field, raw, message, asked: asked[kind], faulty: kind !== "doubt" };
}
