import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { closeIdleReader } from "../../../../main/importing/reading/readerPool.ts";
import { readWorkbook } from "../../../../main/importing/reading/readWorkbook.ts";
import { readWorkbookStream, type WorkbookEvent } from "../../../../main/importing/reading/readWorkbookStream.ts";
import { forkReader, type Reader } from "../../../../main/importing/reading/startReader.ts";
import { tinySheet, tinyWorkbook } from "./tinyWorkbook.ts";

const folder = mkdtempSync(join(tmpdir(), "科绩 读取 '"));
afterAll(() => {
  closeIdleReader();
  rmSync(folder, { recursive: true });
});

const small = { name: "小.xlsx", bytes: tinySheet(`<row r="2"><c r="B2" t="str"><v>甲</v></c></row>`) };
const rows = (count: number): string => '<row><c><v>1</v></c><c t="str"><v>甲乙丙</v></c></row>'.repeat(count);
const large = { name: "大.xlsx", bytes: tinySheet(rows(40_000), { packed: true }) };

/** Counts the processes it starts and those that were killed. */
function counting(start: () => Reader = forkReader) {
  const count = { started: 0, killed: 0 };
  const startReader = (): Reader => {
    count.started++;
    const reader = start();
    return {
      ...reader,
      kill() {
        count.killed++;
        reader.kill();
      },
    };
  };
  return { count, startReader };
}

describe("reading in a process of its own", () => {
  test("gives what is in the file, by path and by bytes", async () => {
    const path = join(folder, "甲 #1.xlsx");
    writeFileSync(path, small.bytes);
    const expected = {
      ok: true,
      workbook: {
        kind: "xlsx",
        notes: [],
        sheets: [
          {
            name: "表1",
            index: 0,
            hidden: false,
            date1904: false,
            merges: [],
            hiddenColumns: [],
            rows: [{ row: 2, cells: [{ column: 2, text: "甲", type: "text" }] }],
          },
        ],
      },
    };
    expect(await readWorkbook(path)).toEqual(expected);
    expect(await readWorkbook(small)).toEqual(expected);
  });

  test("rows out of order come in order", async () => {
    const bytes = tinySheet(`<row r="5"><c><v>5</v></c></row><row r="3"><c><v>3</v></c></row>`);
    const read = await readWorkbook({ name: "a", bytes });
    expect(read.ok && read.workbook.sheets[0]?.rows.map(({ row }) => row)).toEqual([3, 5]);
  });

  test("refuses a missing file, a folder and a file beyond the limit without reading it", async () => {
    expect(await readWorkbook(join(folder, "没有.xlsx"))).toMatchObject({ ok: false, code: "E-IMP-02" });
    expect(await readWorkbook(folder)).toMatchObject({ ok: false, code: "E-IMP-02" });
    const huge = join(folder, "大.xlsx");
    writeFileSync(huge, "");
    truncateSync(huge, 5_000_000_000);
    const refused = await readWorkbook(huge);
    expect(refused).toMatchObject({ ok: false, code: "E-IMP-04" });
    expect(!refused.ok && refused.message).toContain("5000 MB，上限 50 MB");
  });

  test("takes the row limit from its caller", async () => {
    const refused = await readWorkbook(large, { rowLimit: 30_000 });
    expect(refused).toMatchObject({ ok: false, code: "E-IMP-44" });
    expect(!refused.ok && refused.message).toContain("超过 3 万行上限");
  });
});

describe("one process serves file after file", () => {
  test("and a refused file leaves it in order", async () => {
    const { count, startReader } = counting();
    for (const source of [small, { name: "a", bytes: Buffer.from("%PDF-1.4") }, small]) {
      await readWorkbook(source, { startReader });
    }
    expect(count).toEqual({ started: 1, killed: 0 });
    closeIdleReader();
    expect(count.killed).toBe(1);
    expect((await readWorkbook(small, { startReader })).ok).toBe(true);
    expect(count.started).toBe(2);
  });

  test("two at a time have one each, and one is kept", async () => {
    closeIdleReader();
    const { count, startReader } = counting();
    await Promise.all([readWorkbook(large, { startReader }), readWorkbook(small, { startReader })]);
    expect(count).toEqual({ started: 2, killed: 1 });
  });
});

describe("a stream", () => {
  test("hands over batches in order, with progress, and waits for a slow consumer", async () => {
    const book = { name: "a", bytes: tinyWorkbook({ sheets: [rows(30_000), rows(2)], hideRest: true, packed: true }) };
    const kinds: string[] = [];
    const progress: number[] = [];
    const numbers: number[] = [];
    for await (const event of readWorkbookStream(book, { onProgress: ({ done }) => progress.push(done) })) {
      if (kinds.at(-1) !== event.kind) kinds.push(event.kind);
      if (event.kind !== "rows") continue;
      if (event.sheet === 0) numbers.push(...event.rows.map(({ row }) => row));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(numbers).toEqual(Array.from({ length: 30_000 }, (_, at) => at + 1));
    expect(kinds).toEqual(["sheet", "rows", "sheetEnd", "sheet", "rows", "sheetEnd", "end"]);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  test("waiting for the consumer is no time of the file's", async () => {
    const kinds = new Set<string>();
    for await (const event of readWorkbookStream(large, { timeoutMs: 1_000 })) {
      if (!kinds.has(event.kind) && event.kind === "rows") await new Promise((resolve) => setTimeout(resolve, 1_800));
      kinds.add(event.kind);
    }
    expect(kinds).toContain("end");
  });

  test("that is left early ends its process", async () => {
    const { count, startReader } = counting();
    for await (const event of readWorkbookStream(large, { startReader })) if (event.kind === "rows") break;
    expect(count).toEqual({ started: 1, killed: 1 });
  });
});

describe("trouble is an answer, and the next file is read", () => {
  const { count, startReader } = counting(() => forkReader(new URL("./troubledReader.ts", import.meta.url)));
  test.each([
    ["hang", { timeoutMs: 500 }, "E-IMP-90", "1 秒"],
    ["crash", {}, "E-IMP-99", "文件无法读取"],
    ["exit", {}, "E-IMP-99", "文件无法读取"],
    ["throw", {}, "E-IMP-99", "文件无法读取"],
    ["heap", {}, "E-IMP-91", "内存"],
    ["half", {}, "E-IMP-99", "文件无法读取"],
  ])("%s", async (name, options, code, words) => {
    const read = await readWorkbook({ name, bytes: Buffer.alloc(0) }, { startReader, ...options });
    expect(read).toMatchObject({ ok: false, code, message: expect.stringContaining(words) });
    expect((await readWorkbook(small)).ok).toBe(true);
  });

  test.runIf(process.platform === "linux")("buffers that fill the memory", async () => {
    const read = await readWorkbook({ name: "buffers", bytes: Buffer.alloc(0) }, { startReader });
    expect(read).toMatchObject({ ok: false, code: "E-IMP-91", message: expect.stringContaining("300 MB") });
  });

  test("a process that cannot be started", async () => {
    const failing = (): Reader => {
      throw new Error("spawn EAGAIN");
    };
    expect(await readWorkbook(small, { startReader: failing })).toMatchObject({ ok: false, code: "E-IMP-99" });
  });

  test("none of them was used again", () => expect(count.started).toBeGreaterThanOrEqual(6));

  test("a reader's own memory limit is an answer too", async () => {
    expect(await readWorkbook(large, { memoryMb: 1 })).toMatchObject({ ok: false, code: "E-IMP-91" });
  });
});

describe("cancelling", () => {
  const collect = async (controller: AbortController, abortAt: WorkbookEvent["kind"]) => {
    const kinds: string[] = [];
    const { count, startReader } = counting();
    for await (const event of readWorkbookStream(large, { signal: controller.signal, startReader })) {
      kinds.push(event.kind === "refused" ? event.code : event.kind);
      if (event.kind === abortAt) controller.abort();
    }
    return { last: kinds.at(-1), count };
  };

  test("while rows come", async () => {
    expect(await collect(new AbortController(), "rows")).toEqual({
      last: "E-IMP-92",
      count: { started: 1, killed: 1 },
    });
  });

  test("before anything was started", async () => {
    const controller = new AbortController();
    controller.abort();
    expect(await collect(controller, "end")).toEqual({ last: "E-IMP-92", count: { started: 0, killed: 0 } });
  });
});

test("the main loop stays free while 40,000 rows arrive", async () => {
  await readWorkbook(small);
  // The loop's own work between two turns. The clock on the wall would also count the time in which the system let
  // others work, which is no fault of the loop's.
  const worked = (): number => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  };
  let longest = 0;
  let last = worked();
  const timer = setInterval(() => {
    longest = Math.max(longest, worked() - last);
    last = worked();
  }, 5);
  const kinds = new Set<string>();
  for await (const event of readWorkbookStream(large)) kinds.add(event.kind);
  clearInterval(timer);
  expect(kinds).toContain("end");
  expect(longest).toBeLessThan(100);
});

test("the idle process keeps no program alive", () => {
  const path = join(folder, "小.xlsx");
  writeFileSync(path, small.bytes);
  const reading = new URL("../../../../main/importing/reading/readWorkbook.ts", import.meta.url).href;
  const program = `import { readWorkbook } from ${JSON.stringify(reading)};
    const read = await readWorkbook(${JSON.stringify(path)});
    console.log(read.ok);`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    timeout: 40_000, // less than an idle reader is kept
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  expect(output.trim()).toBe("true");
});
