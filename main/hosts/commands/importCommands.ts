import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { BatchSummary, ImportReport } from "../../../shared/api/api.ts";
import type { ReadHandle } from "../../database/open.ts";
import { columnName } from "../../../shared/wording/columnName.ts";
import { cellsInDoubt, type CellInDoubt } from "../../importing/stagedErrors.ts";
import { importFiles } from "../../importing/importFiles.ts";
import { ledgerNamed } from "../../records/ledgerNamed.ts";
import type { Command } from "./command.ts";
import { passwordOf } from "./password.ts";
import { ask, batchNumber, refuse, withData, yearOf } from "./options.ts";

export const importCommands: readonly Command[] = [
  {
    name: "import",
    usage: "import 文件或文件夹… --data DIR [--ledger L] [--year Y]   导入工作簿，每个文件一批；加密的加 --password P",
    run: (values, paths) =>
      withData(values, async (program) => {
        if (paths.length === 0) throw refuse("E-CLI-12", "请写明要导入的文件或文件夹");
        const absent = paths.find((path) => !existsSync(path));
        if (absent !== undefined) throw refuse("E-CLI-13", `找不到“${absent}”，请核对它的位置`);
        if (values.ledger !== undefined) ledgerNamed(values.ledger);
        const { services } = program;
        const reports = await importFiles(
          { database: services.database(), clock: services.clock, readWorkbook: services.readWorkbook },
          {
            paths: paths.map((path) => resolve(path)),
            who: "命令行",
            ...(values.ledger === undefined ? {} : { ledger: values.ledger }),
            ...(values.year === undefined ? {} : { year: yearOf(values) }),
            ...passwordOf(values),
          },
        );
        if (reports.length === 0) throw refuse("E-CLI-17", "文件夹里没有可以导入的工作簿（.xlsx、.xls、.et、.csv 等）");
        return {
          json: await Promise.all(reports.map((report) => withCells(services.database().read, report))),
          lines: reports
            .filter(({ ok }) => ok)
            .flatMap((report) => [
              importLine(report),
              ...presumedLines(report),
              ...nearLines(report),
              ...totalLines(report),
            ]),
          refusals: reports.flatMap(refusalLine),
        };
      }),
  },
  {
    name: "batches",
    usage: "batches --data DIR                                    列出导入批次",
    run: (values) =>
      withData(values, async (program) => {
        const batches = await ask<BatchSummary[]>(program, "importing", "batches", {});
        return {
          json: batches,
          lines: batches.map(
            ({ id, at, file, status, counts }) =>
              `${id}\t${localTime(at)}\t${file}\t${STATUS[status]}\t${countLine(counts)}`,
          ),
        };
      }),
  },
  {
    name: "take-back",
    usage: "take-back 批次号 --data DIR                           撤销一批导入",
    run: (values, [batch]) =>
      withData(values, async (program) => {
        const id = batchNumber(batch, "take-back 3");
        const taken = await ask<{ undone: number; kept: unknown[] }>(program, "importing", "takeBack", { batch: id });
        return {
          json: taken,
          lines: [
            `已撤销第 ${id} 批：${taken.undone} 条退回到导入之前${taken.kept.length === 0 ? "" : `，${taken.kept.length} 处后来改过的没有动`}`,
          ],
        };
      }),
  },
];

/** A cell that was left out, or whose row waits. */
interface Quarantined {
  readonly sheet: string;
  readonly cell: string;
  readonly raw: string;
  readonly field: string | null;
  readonly kind: CellInDoubt["kind"];
  readonly reason: string;
}

/** For programs: which sheets were understood, and every cell that did not go in, with its address and the reason. */
async function withCells(
  db: ReadHandle,
  report: ImportReport,
): Promise<ImportReport & { sheets: string[]; quarantine: Quarantined[] }> {
  const sheets = [...new Set(report.tables.map(({ sheet }) => sheet))];
  const { cells } = report.batch === null ? { cells: [] } : await cellsInDoubt(db, report.batch);
  const quarantine = cells.map(({ sheet, row, column, raw, field, kind, message }) => {
    return { sheet, cell: `${columnName(column)}${row}`, raw, field, kind, reason: message };
  });
  return { ...report, sheets, quarantine };
}

/** 2012-06-15 09:30, on the clock of this machine. */
function localTime(at: string): string {
  const when = new Date(at);
  const two = (number: number): string => String(number).padStart(2, "0");
  const day = `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
  return `${day} ${two(when.getHours())}:${two(when.getMinutes())}`;
}

const STATUS: Readonly<Record<BatchSummary["status"], string>> = {
  staged: "待确认",
  applied: "已导入",
  takenBack: "已撤销",
  refused: "已拒绝",
};

function importLine(report: ImportReport): string {
  const known = report.knownAs === undefined ? "" : `（与第 ${report.knownAs} 批是同一文件）`;
  return `第 ${report.batch} 批 ${report.file}${known}：${countLine(report.counts)}`;
}

/** Nobody answers on the command line: what was presumed of a column, and which cells stayed blank. */
function presumedLines({ tables }: ImportReport): string[] {
  return tables.flatMap(({ sheet, questions = [] }) =>
    questions.map(({ message, cells, presumed }) => {
      const where = `${cells.slice(0, 6).join("、")}${cells.length > 6 ? ` 等 ${cells.length} 格` : ""}`;
      return `  ${sheet}：${message}；${presumed === null ? "没有回答，留空" : `没有回答，${presumed}`}（${where}）`;
    }),
  );
}

/** Nobody decides on the command line, so near names have gone in. */
function nearLines({ counts }: ImportReport): string[] {
  const near = counts.nearAdded + counts.nearUpdated;
  return near === 0
    ? []
    : [`  ${near} 行的单位名称与已有的相近，没有合并，已作为新单位导入；用 companies clusters 查看`];
}

/** Whether the totals that the sender wrote agree with the rows. */
function totalLines({ tables }: ImportReport): string[] {
  return tables.flatMap(({ sheet, totals = [] }) =>
    totals.flatMap(({ row, words, columns }) => {
      const place = `  ${sheet} 第 ${row} 行${words}`;
      const agreed = columns.filter(({ agrees }) => agrees).map(({ label }) => label);
      const wrong = columns.filter(({ agrees }) => !agrees);
      return [
        ...(agreed.length === 0 ? [] : [`${place}相符：${agreed.join("、")}`]),
        ...wrong.map(
          ({ label, cell, written, summed }) =>
            `${place}不符：${label}（${cell}）写的是 ${written}，各行相加是 ${summed}`,
        ),
      ];
    }),
  );
}

function countLine(counts: ImportReport["counts"]): string {
  const parts = [
    `新增 ${counts.added}`,
    `更新 ${counts.updated}`,
    `相同 ${counts.same}`,
    counts.twins > 0 ? `疑似重复 ${counts.twins}` : "",
    counts.invalid > 0 ? `有误 ${counts.invalid}` : "",
    counts.skipped > 0 ? `跳过 ${counts.skipped}` : "",
    counts.waiting > 0 ? `待处理 ${counts.waiting} 行` : "",
    counts.stubs > 0 ? `新单位 ${counts.stubs}` : "",
    counts.doubts > 0 ? `存疑单元格 ${counts.doubts}` : "",
  ];
  return parts.filter((part) => part !== "").join("，");
}

function refusalLine({ file, refusal }: ImportReport): string[] {
  return refusal === undefined ? [] : [`${file}：${refusal.message}（${refusal.code}）`];
}
