import { existsSync } from "node:fs";
import { extname, resolve } from "node:path";
import type { ProgramState, RecordPage, StoredRecord, Values } from "../../../shared/api/api.ts";
import { showValue } from "../../../shared/fields/index.ts";
import type { Fields } from "../../../shared/ledgers/define.ts";
import { ledgerNamed } from "../../records/ledgerNamed.ts";
import { backupTo } from "../../database/backup.ts";
import { restoreDatabase } from "../../database/restore.ts";
import { systemClock } from "../../platform/clock.ts";
import { writeWhole } from "../../platform/writeWhole.ts";
import { databaseFile } from "../../api/dataFolder.ts";
import type { Command } from "./command.ts";
import { ask, dataFolder, refuse, withData, withNewData, yearOf } from "./options.ts";

/** A record with its values also in words, so that a reference reads as a name. */
type Shown = StoredRecord & { readonly shown: Readonly<Record<string, string>> };

function wordsOf(fields: Fields, values: Values, titles: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, showValue(field, values[name] ?? null, titles)]),
  );
}

export const dataCommands: readonly Command[] = [
  {
    name: "new",
    usage: "new --data DIR --name 区名 --code 区划代码 --year 年度        建立空的数据文件夹",
    run: (values) =>
      withNewData(values, async (program) => {
        const { name, code } = values;
        if (name === undefined || code === undefined || !/^\d{6}$/.test(code)) {
          throw refuse("E-CLI-07", "请用 --name 写明区县名称，用 --code 写明六位行政区划代码");
        }
        const input = { name, code, year: yearOf(values), sample: false };
        const state = await ask<ProgramState>(program, "program", "create", input);
        return { json: state, lines: [`已建立：${state.folder}（${name}，${code}）`] };
      }),
  },
  {
    name: "sample",
    usage: "sample --data DIR                                     建立带示例年度的数据文件夹",
    run: (values) =>
      withNewData(values, async (program) => {
        const input = { name: "示例区", code: "370703", year: 2012, sample: true };
        const state = await ask<ProgramState>(program, "program", "create", input);
        const total = Object.values(state.counts).reduce((sum, count) => sum + count, 0);
        return { json: state, lines: [`已建立示例数据：${state.folder}，共 ${total} 条记录`] };
      }),
  },
  {
    name: "list",
    usage: "list LEDGER --data DIR [--json]                       列出一本台账",
    run: (values, [ledger]) =>
      withData(values, async (program) => {
        if (ledger === undefined) throw refuse("E-CLI-08", "请写明台账，例如 list projects");
        const { fields, columns = Object.keys(fields) } = ledgerNamed(ledger);
        const shown: Shown[] = [];
        let total = 0;
        do {
          const page = await ask<RecordPage>(program, "records", "list", {
            ledger,
            offset: shown.length,
            limit: 10_000,
          });
          total = page.total;
          shown.push(
            ...page.records.map((record) => ({ ...record, shown: wordsOf(fields, record.values, page.titles) })),
          );
          if (page.records.length === 0) break;
        } while (shown.length < total);
        const lines = shown.map((record) => columns.map((name) => record.shown[name] ?? "").join("\t"));
        const heading = columns.map((name) => fields[name]?.label ?? name).join("\t");
        return { json: shown, lines: [heading, ...lines, `共 ${total} 条`] };
      }),
  },
  {
    name: "export",
    usage: "export LEDGER --data DIR --out F.xlsx                 把一本台账导出为工作簿",
    run: (values, [ledger]) =>
      withData(values, async (program) => {
        if (ledger === undefined || values.out === undefined || extname(values.out).toLowerCase() !== ".xlsx") {
          throw refuse("E-CLI-09", "请写明台账，用 --out 写明 .xlsx 文件，例如 export projects --out 项目.xlsx");
        }
        const out = resolve(values.out);
        const { ticket } = await ask<{ ticket: string }>(program, "files", "exportLedger", { ledger });
        const bytes = program.services.tickets.open(ticket)?.bytes ?? new Uint8Array();
        await writeWhole(out, bytes);
        return { json: { out, size: bytes.length }, lines: [`已导出：${out}`] };
      }),
  },
  {
    name: "check",
    usage: "check --data DIR                                      检查数据是否完好",
    run: (values) =>
      withData(values, async (program) => {
        const { ok, lines } = await ask<{ ok: boolean; lines: string[] }>(program, "program", "check", {});
        return { json: { ok, lines }, lines, refusals: ok ? [] : ["数据有损坏，请从备份恢复（E-DB-05）"] };
      }),
  },
  {
    name: "backup",
    usage: "backup --data DIR --out F                             做一份核验过的备份",
    run: (values) =>
      withData(values, async (program) => {
        if (values.out === undefined) throw refuse("E-CLI-10", "请用 --out 写明备份文件");
        const made = await backupTo(program.services.database(), resolve(values.out), program.services.clock.now());
        return { json: made, lines: [`已备份并核验：${made.file}`] };
      }),
  },
  {
    name: "restore",
    usage: "restore F --data DIR                                  用备份替换数据（原数据另存，不删除）",
    async run(values, [file]) {
      const folder = dataFolder(values);
      if (file === undefined || !existsSync(file)) {
        throw refuse("E-CLI-11", `找不到备份文件${file === undefined ? "" : `“${file}”`}，请检查它的位置`);
      }
      if (!existsSync(folder)) throw refuse("E-DB-03", `没有“${folder}”这个文件夹，请核对 --data`);
      const { database, movedTo } = await restoreDatabase(resolve(file), databaseFile(folder), systemClock.now());
      await database.close();
      return {
        json: { folder, movedTo },
        lines: [movedTo === null ? "已恢复；原来没有数据" : `已恢复；原数据存为 ${movedTo}`],
      };
    },
  },
];
