import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkDatabase } from "../../../main/database/checkDatabase.ts";
import { openDatabase } from "../../../main/database/open.ts";
import { temporaryFolder } from "../../support/temporary.ts";

const script = fileURLToPath(new URL("crashingWriter.ts", import.meta.url));
const SIZE = 1200;

/** Kills the writer some milliseconds after it has begun its fourth batch; answers with the last batch it called saved. */
async function crash(file: string, after: number): Promise<number> {
  const writer = spawn(process.execPath, [script, file, String(SIZE)], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  writer.stdout.on("data", (text: Buffer) => {
    said += text.toString();
    if (said.includes("begun 4\n")) setTimeout(() => writer.kill("SIGKILL"), after);
  });
  await once(writer, "close");
  return Number(/saved (\d+)\n(?!.*saved)/su.exec(said)?.[1] ?? 0);
}

describe("a program killed while it saves", () => {
  it.each([0, 15, 40])("keeps whole batches or nothing of them (after %i ms)", async (after) => {
    const file = join(temporaryFolder(), "keji.db");
    await (await openDatabase(file, { create: true })).close();
    const saved = await crash(file, after);
    expect(saved).toBeGreaterThanOrEqual(3);

    const database = await openDatabase(file, { create: false });
    const count = async (table: "history" | "sources") =>
      await database.read
        .selectFrom(table)
        .select(["batch", ({ fn }) => fn.countAll<number>().as("rows")])
        .groupBy("batch")
        .orderBy("batch")
        .execute();
    const batches = await count("history");
    // What was called saved is there; one more may have been committed before it could be called so.
    expect(batches.length).toBeGreaterThanOrEqual(saved);
    expect(batches.length).toBeLessThanOrEqual(saved + 1);
    expect(batches).toEqual(batches.map((_, index) => ({ batch: index + 1, rows: SIZE })));
    expect(await count("sources")).toEqual(batches);
    const projects = await database.read
      .selectFrom("projects")
      .select(["leader", ({ fn }) => fn.countAll<number>().as("rows")])
      .groupBy("leader")
      .execute();
    expect(projects.map(({ rows }) => rows)).toEqual(batches.map(() => SIZE));
    expect(await checkDatabase(database)).toMatchObject({ ok: true });
    await database.close();
  });
});
