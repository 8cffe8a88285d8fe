import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { connectionOf } from "../../main/database/connection.ts";
import { type Cell, insertSql, runMany } from "../../main/database/insertMany.ts";
import { syncFile } from "../../main/database/files.ts";
import { type Database, openDatabase } from "../../main/database/open.ts";
import { applyBatchApart } from "../../main/importing/apply.ts";
import { decideRows } from "../../main/importing/applyCounts.ts";
import { stageWorkbook } from "../../main/importing/stage.ts";
import { commonColumns, planOf } from "../../main/records/ledgerPlan.ts";
import { ledger } from "../../shared/ledgers/index.ts";
import { bigWorkbook } from "./bigWorkbook.ts";
import { median, medianRatio } from "./rounds.ts";
import { inDatabase, inFolder } from "./temporary.ts";

export interface ApplyBench {
  readonly rows: number;
  readonly columns: number;
  /** Milliseconds of staging, and the longest that nothing else could run meanwhile. */
  readonly staging: number;
  readonly stagingGap: number;
  /** Median milliseconds of raw prepared inserts of the same ledger rows, and of applying, commit included. */
  readonly raw: number;
  readonly apply: number;
  /** apply ÷ raw. */
  readonly ratio: number;
  /** Longest wait of a read while the batch was applied, and the longest gap, over all rounds. */
  readonly readWait: number;
  readonly applyGap: number;
  /** The same of a batch of which one row has been left out by hand, so that all of it is read once more. */
  readonly decided: number;
  readonly decidedWait: number;
  /** File ÷ file without sources and originals; and without history as well. Free pages do not count. */
  readonly growth: number;
  readonly growthWithHistory: number;
}

const clock = { now: () => new Date().toISOString(), today: () => "2013-01-06" };
const ledgersFilled = ["organisations", "projects"] as const;

/** A list of projects is staged once; raw inserts and applying take turns, each in a fresh copy. */
export async function benchApply(rounds: number, rows = 100_000): Promise<ApplyBench> {
  return inFolder(async (folder) => {
    const staged = join(folder, "staged.db");
    const staging = await stage(staged, rows);
    const [raw, apply, waits, gaps]: [number[], number[], number[], number[]] = [[], [], [], []];
    let sizes = { whole: 1, provenance: 0, history: 0 };
    for (let round = 0; round < rounds; round++) {
      const copy = join(folder, `round${round}.db`);
      copied(staged, copy);
      const database = await openDatabase(copy, { create: false });
      const applied = await applyOnce(database, staging.batch);
      apply.push(applied.milliseconds);
      waits.push(applied.readWait);
      gaps.push(applied.gap);
      sizes = sizesIn(database);
      raw.push(await rawInserts(rowsIn(database)));
      await database.close();
    }
    copied(staged, join(folder, "decided.db"));
    const database = await openDatabase(join(folder, "decided.db"), { create: false });
    await database.write((tx) => decideRows(tx, staging.batch, [{ position: rows / 2, take: "skip" }]));
    const decided = await applyOnce(database, staging.batch);
    await database.close();
    const { whole, provenance, history } = sizes;
    return {
      rows,
      columns: staging.columns,
      staging: staging.milliseconds,
      stagingGap: staging.gap,
      raw: median(raw),
      apply: median(apply),
      ratio: medianRatio(apply, raw),
      readWait: Math.max(...waits),
      applyGap: Math.max(...gaps),
      decided: decided.milliseconds,
      decidedWait: decided.readWait,
      growth: whole / (whole - provenance),
      growthWithHistory: whole / (whole - provenance - history),
    };
  });
}

async function stage(file: string, rows: number) {
  const workbook = bigWorkbook(rows);
  const database = await openDatabase(file, { create: true });
  const services = { database, clock, readWorkbook: async () => ({ ok: true as const, workbook }) };
  const original = workbook.sheets.flatMap((sheet) => sheet.rows.map(({ cells }) => cells.map(({ text }) => text)));
  const bytes = new TextEncoder().encode(original.map((cells) => cells.join(",")).join("\n"));
  const { gap, milliseconds, value } = await watched(() =>
    stageWorkbook(services, { name: "2012年项目.xlsx", bytes, who: "bench" }, workbook),
  );
  await database.close();
  if (value.batch === null || value.counts.added !== rows) throw new Error("the list was not understood");
  return { gap, milliseconds, batch: value.batch, columns: value.tables[0]?.columns.length ?? 0 };
}

/** On the disk, so that nobody else has to wait for it. */
function copied(from: string, to: string): void {
  copyFileSync(from, to);
  syncFile(to);
}

/** Somebody reads all the while, one question after the other. */
async function applyOnce(database: Database, batch: number) {
  let readWait = 0;
  const state = { isDone: false, milliseconds: 0 };
  const { gap } = await watched(async () => {
    const start = performance.now();
    const applying = applyBatchApart(database, { who: "bench", now: clock.now }, batch).finally(() => {
      state.milliseconds = performance.now() - start;
      state.isDone = true;
    });
    while (!state.isDone) {
      const asked = performance.now();
      await database.read.selectFrom("settings").select("key").execute();
      readWait = Math.max(readWait, performance.now() - asked);
      await wait(5);
    }
    await applying;
  });
  return { gap, milliseconds: state.milliseconds, readWait };
}

/** How long the work took, and for how long at a stretch it let nothing else run. */
async function watched<T>(work: () => Promise<T>): Promise<{ value: T; milliseconds: number; gap: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  // Its timer has to have run before the work begins, and once more when it has ended.
  await wait(20);
  delay.reset();
  const start = performance.now();
  const value = await work();
  const milliseconds = performance.now() - start;
  await wait(20);
  delay.disable();
  return { value, milliseconds, gap: delay.max / 1e6 };
}

type Rows = Map<string, Cell[][]>;

function rowsIn(database: Database): Rows {
  const { raw } = connectionOf(database);
  return new Map(
    ledgersFilled.map((name) => {
      const columns = columnsOf(name).map((column) => `"${column}"`);
      // Cells of the columns that were asked for.
      return [
        name,
        raw
          .prepare(`SELECT ${columns.join(", ")} FROM ${name}`)
          .raw()
          .all() as Cell[][],
      ];
    }),
  );
}

function columnsOf(name: (typeof ledgersFilled)[number]): string[] {
  return [...commonColumns, ...planOf(ledger(name)).columns.map((column) => column.name)];
}

function rawInserts(rows: Rows): Promise<number> {
  return inDatabase(async (database) => {
    const start = performance.now();
    await database.write(async (tx) => {
      for (const name of ledgersFilled) await runMany(tx, insertSql(name, columnsOf(name)), rows.get(name) ?? []);
    });
    return performance.now() - start;
  });
}

/** Bytes of pages in use: of the whole file, of sources and originals, of history, indexes included. */
function sizesIn(database: Database): { whole: number; provenance: number; history: number } {
  const { raw } = connectionOf(database);
  const used = raw
    .prepare<unknown[], { table: string; bytes: number }>(
      `SELECT s.tbl_name AS "table", sum(d.pgsize) AS bytes FROM dbstat AS d JOIN sqlite_schema AS s ON s.name = d.name
      GROUP BY s.tbl_name`,
    )
    .all([]);
  const of = (...tables: string[]): number =>
    used.filter(({ table }) => tables.includes(table)).reduce((sum, { bytes }) => sum + bytes, 0);
  const whole = used.reduce((sum, { bytes }) => sum + bytes, 0);
  return { whole, provenance: of("sources", "files"), history: of("history") };
}
