import { extname, resolve } from "node:path";
import { writeWhole } from "../../platform/writeWhole.ts";
import { ledgerNamed } from "../../records/ledgerNamed.ts";
import type { Command } from "./command.ts";
import { ask, day, refuse, withData, yearOf } from "./options.ts";

/** 填报表样, for enterprises and sub-districts to fill in. */
export const templateCommand: Command = {
  name: "template",
  usage: "template LEDGER F.xlsx --data DIR [--year Y] [--filled]   填报表样；--columns A,B 选栏目，--due D 写明期限",
  run: (values, [ledger, file, ...more]) =>
    withData(values, async (program) => {
      if (ledger === undefined || file === undefined || more.length > 0 || extname(file).toLowerCase() !== ".xlsx")
        throw refuse("E-CLI-21", "请写明台账和 .xlsx 文件，例如 template projects 项目填报表.xlsx --year 2024");
      ledgerNamed(ledger);
      const due = day(values.due);
      const out = resolve(file);
      const { ticket } = await ask<{ ticket: string }>(program, "files", "template", {
        ledger,
        ...(values.year === undefined ? {} : { year: yearOf(values) }),
        ...(values.columns === undefined ? {} : { columns: values.columns.split(/[,，]/u).filter(Boolean) }),
        ...(values.filled === true ? { filled: true } : {}),
        ...(values["return-to"] === undefined ? {} : { returnTo: values["return-to"] }),
        ...(due === undefined ? {} : { due }),
      });
      const bytes = program.services.tickets.open(ticket)?.bytes ?? new Uint8Array();
      await writeWhole(out, bytes);
      return { json: { out, size: bytes.length }, lines: [`已写好填报表样：${out}`] };
    }),
};
