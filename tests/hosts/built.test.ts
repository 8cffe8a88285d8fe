import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { ensureBuilt, projectRoot } from "../support/built.ts";
import { temporaryFolder } from "../support/temporary.ts";

const run = promisify(execFile);

it(
  "the built main process imports the sample year and drafts, its reader in a process of its own",
  { timeout: 60_000 },
  async () => {
    ensureBuilt();
    const home = temporaryFolder();
    const script = join(projectRoot, "tests", "support", "fakeElectronMain.ts");
    const { stdout } = await run(process.execPath, [script, join(projectRoot, "build")], {
      // A home of its own: the program remembers its folder there. Data may not lie in a temporary folder, so the
      // system's is said to be elsewhere.
      env: { ...process.env, HOME: home, TMPDIR: join(home, "tmp"), KEJI_TEST_FOLDER: join(home, "科绩数据") },
    });
    expect(JSON.parse(stdout)).toMatchObject({
      values: { ok: true, value: [{ now: { value: 423 } }] },
      written: { ok: true, value: { name: "2012年工作总结及2013年工作计划.docx" } },
    });
  },
);
