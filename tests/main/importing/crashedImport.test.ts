import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkDatabase } from "../../../main/database/checkDatabase.ts";
import { openDatabase } from "../../../main/database/open.ts";
import { applyBatch } from "../../../main/importing/apply.ts";
import { listBatches } from "../../../main/importing/batches.ts";
import { stageFile } from "../../../main/importing/stage.ts";
import { temporaryFolder } from "../../support/temporary.ts";
import { fileOf, servicesOf } from "./sheetFiles.ts";
import { sheetOf } from "./sheets.ts";

const script = fileURLToPath(new URL("crashingImporter.ts", import.meta.url));
const SIZE = 300;

/** Kills the importer some milliseconds after it has said so; answers with the last batch that it called applied. */
async function crash(file: string, word: string, after: number): Promise<number> {
  const importer = spawn(process.execPath, [script, file, String(SIZE)], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  importer.stdout.on("data", (text: Buffer) => {
    said += text.toString();
    if (said.includes(`${word}\n`)) setTimeout(() => importer.kill("SIGKILL"), after);
  });
  await once(importer, "close");
  return [...said.matchAll(/applied (\d+)/gu)].length;
}

/** A dozen moments, drawn anew each time: within a few hundred milliseconds staging and applying are both on. */
const moments = Array.from({ length: 8 }, (_none, at) => ({
  word: at % 2 === 0 ? "staging 2" : "applying 2",
  after: Math.floor(Math.random() * (at % 2 === 0 ? 250 : 120)),
}));

describe("an importer that is killed", () => {
  it.each(moments)("leaves whole batches or nothing ($after ms after $word)", { timeout: 60_000 }, async (moment) => {
    const file = join(temporaryFolder(), "keji.db");
    await (await openDatabase(file, { create: true })).close();
    const applied = await crash(file, moment.word, moment.after);

    const database = await openDatabase(file, { create: false });
    const batches = await listBatches(database.read);
    const whole = batches.filter(({ status }) => status === "applied");
    // What was called applied is there; one more may have been committed before it could be called so.
    expect(whole.length).toBeGreaterThanOrEqual(applied);
    expect(whole.length).toBeLessThanOrEqual(applied + 1);
    const projects = await database.read
      .selectFrom("projects")
      .select(["leader", ({ fn }) => fn.countAll<number>().as("rows")])
      .groupBy("leader")
      .execute();
    expect(projects.map(({ rows }) => rows)).toEqual(whole.map(() => SIZE));
    const sources = await database.read
      .selectFrom("sources")
      .select(["batch", ({ fn }) => fn.countAll<number>().as("rows")])
      .where("ledger", "=", "projects")
      .groupBy("batch")
      .execute();
    expect(sources.map(({ rows }) => rows)).toEqual(whole.map(() => SIZE));
    expect(await checkDatabase(database)).toMatchObject({ ok: true });

    // A staged batch is a whole one too, and goes in; what was half staged is no batch.
    for (const { id } of batches.filter(({ status }) => status === "staged")) {
      const report = await database.write((tx) =>
        applyBatch(tx, { at: "2013-01-07T00:00:00.000Z", who: "李四", batch: id }, id),
      );
      expect(report.counts.added).toBe(SIZE);
    }
    const next = fileOf("2012年科技项目.xlsx", [
      sheetOf([
        ["项目名称", "承担单位", "无偿资金（万元）"],
        ["另一个", "公司1", 3],
      ]),
    ]);
    expect(await stageFile(servicesOf(database), next)).toMatchObject({ ok: true, counts: { added: 1 } });
    const left = await database.read.selectFrom("stagedRows").select("batch").distinct().execute();
    expect(left).toHaveLength(1);
    await database.close();
  });
});
