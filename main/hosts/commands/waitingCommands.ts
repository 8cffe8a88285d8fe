import { extname, resolve } from "node:path";
import type { WaitingRow } from "../../../shared/api/api.ts";
import { writeWhole } from "../../platform/writeWhole.ts";
import type { Command } from "./command.ts";
import { passwordOf } from "./password.ts";
import { ask, batchNumber, refuse, withData } from "./options.ts";

// 待处理数据: what imports left behind, and what goes back to the sender.

export const waitingCommands: readonly Command[] = [
  {
    name: "waiting",
    usage: "waiting --data DIR [--json]                           列出待处理数据：没有导入的行和原因",
    run: (values) =>
      withData(values, async (program) => {
        const rows = await ask<WaitingRow[]>(program, "importing", "waiting", {});
        return { json: rows, lines: rows.map(waitingLine) };
      }),
  },
  {
    name: "error-workbook",
    usage: "error-workbook 批次号 --data DIR --out F.xlsx         把存疑和有误的单元格标上批注，退回填报单位",
    run: (values, [batch]) =>
      withData(values, async (program) => {
        const id = batchNumber(batch, "error-workbook 3 --out 请核对.xlsx");
        if (values.out === undefined || extname(values.out).toLowerCase() !== ".xlsx")
          throw refuse("E-CLI-20", "请用 --out 写明 .xlsx 文件，例如 error-workbook 3 --out 请核对.xlsx");
        const out = resolve(values.out);
        const { ticket } = await ask<{ ticket: string }>(program, "importing", "errorWorkbook", {
          batch: id,
          ...passwordOf(values),
        });
        const bytes = program.services.tickets.open(ticket)?.bytes ?? new Uint8Array();
        await writeWhole(out, bytes);
        return { json: { out, size: bytes.length }, lines: [`已写好：${out}`] };
      }),
  },
];

function waitingLine({ batch, file, sheet, row, title, outcome, message, candidates, since }: WaitingRow): string {
  const kind = outcome === "invalid" ? "有误" : outcome === "twin" ? "疑似重复" : "没有导入";
  const near = candidates.length === 0 ? "" : `（可能是：${candidates.map((one) => one.title).join("、")}）`;
  const later = since === undefined ? "" : `（同编号的“${since}”已另行导入）`;
  return `第 ${batch} 批\t${file}\t${sheet} 第 ${row} 行\t${title}\t${kind}：${message ?? "按您的选择没有导入"}${near}${later}`;
}
