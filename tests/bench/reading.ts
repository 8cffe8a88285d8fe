import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { streamXlsxRows } from "hucre/xlsx";
import { applyBatchApart } from "../../main/importing/apply.ts";
import { readWorkbook } from "../../main/importing/reading/readWorkbook.ts";
import { forkReader, type Reader } from "../../main/importing/reading/startReader.ts";
import type { ReadWorkbook } from "../../main/importing/reading/sheet.ts";
import { stageFile } from "../../main/importing/stage.ts";
import { writeWorkbook } from "../../main/exporting/writeWorkbook.ts";
import { systemClock } from "../../main/platform/clock.ts";
import { withPeak } from "../rel/watchedRead.ts";
import { bigWorkbook } from "./bigWorkbook.ts";
import { askMeanwhile, type ScreenBench } from "./screens.ts";
import { inDatabase, inFolder } from "./temporary.ts";

/** Milliseconds, once each; memory in MB. */
export interface ReadingBench {
  readonly rows: number;
  /** A bare streaming reader, in this process: hucre, the fastest that we know in JavaScript. */
  readonly bare: number;
  readonly excelJs: number;
  /** Ours, in its cage, every cell with its address and format. */
  readonly ours: number;
  /** Read, understood, matched, compared, staged and applied. */
  readonly whole: number;
  /** What a screen waits meanwhile. */
  readonly staged: ScreenBench;
  readonly applied: ScreenBench;
  readonly mainMemory: number;
  /** The most that the reading process ever held, as it says itself. */
  readonly readerMemory: number;
}

/** A list of projects of twenty columns, from the file to the ledger. */
export async function benchReading(projects: number): Promise<ReadingBench> {
  return inFolder(async (folder) => {
    const file = join(folder, "项目.xlsx");
    writeFileSync(file, await asXlsx(bigWorkbook(projects)));
    const bytes = readFileSync(file);
    // Each side once before it counts would double a minute; the file is in the disk's cache for all alike.
    const bare = await milliseconds(async () => {
      let cells = 0;
      for await (const { values } of streamXlsxRows(bytes)) cells += values.length;
      if (cells < projects) throw new Error(`hucre read ${cells} cells`);
    });
    let readerMemory = 0;
    const startReader = (): Reader => withPeak(forkReader(), (mb) => (readerMemory = Math.max(readerMemory, mb)));
    const ours = await milliseconds(async () => {
      const read = await readWorkbook({ name: "项目.xlsx", bytes }, { startReader });
      if (!read.ok) throw new Error(read.message);
    });
    let mainMemory = 0;
    const watch = setInterval(() => (mainMemory = Math.max(mainMemory, process.memoryUsage.rss())), 50);
    const { staged, applied } = await inDatabase(async (database) => {
      const services = { database, clock: systemClock, readWorkbook };
      let batch = 0;
      const staging = await askMeanwhile(database, projects, async () => {
        const report = await stageFile(services, { name: "项目.xlsx", bytes, who: "示例" });
        if (report.batch === null) throw new Error("nothing was staged");
        batch = report.batch;
      });
      const applying = await askMeanwhile(database, projects, async () => {
        await applyBatchApart(database, { who: "示例", now: systemClock.now }, batch);
      });
      return { staged: staging, applied: applying };
    });
    clearInterval(watch);
    // Last: what it leaves in memory would count as ours.
    const excelJs = await milliseconds(async () => void (await new ExcelJS.Workbook().xlsx.readFile(file)));
    const whole = staged.milliseconds + applied.milliseconds;
    const memory = { mainMemory: mainMemory / 1_000_000, readerMemory };
    return { rows: projects, bare, excelJs, ours, whole, staged, applied, ...memory };
  });
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The same cells as an .xlsx, the title and unit lines in the first rows. */
async function asXlsx({ sheets: [sheet] }: ReadWorkbook): Promise<Uint8Array> {
  const [head, ...rows] = (sheet?.rows ?? []).map(({ cells }) => cells);
  async function* all(): AsyncGenerator<(string | number | null)[]> {
    for (const cells of rows) yield cells.map(({ text, type }) => (type === "number" ? Number(text) : text));
  }
  const width = Math.max(...rows.slice(0, 5).map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_none, at) => ({ heading: head?.[at]?.text ?? "", width: 12 }));
  return await writeWorkbook(sheet?.name ?? "", columns, all());
}
