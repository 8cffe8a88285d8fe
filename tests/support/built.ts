import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const projectRoot = resolve(import.meta.dirname, "../..");

const stamp = join(projectRoot, "build/stamp");
const lock = join(projectRoot, "build/building");
const sources = ["{main,renderer,shared}/**/*.{ts,tsx,css,html,json,svg}", "vite.config.ts", "package-lock.json"];

function isFresh(): boolean {
  if (!existsSync(stamp)) return false;
  const { mtimeMs } = statSync(stamp);
  return globSync(sources, { cwd: projectRoot }).every((path) => statSync(join(projectRoot, path)).mtimeMs <= mtimeMs);
}

/** One of several test processes builds, the others wait; a lock older than two minutes belongs to nobody. */
function holdingLock(work: () => void): void {
  mkdirSync(join(projectRoot, "build"), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 120_000)
        rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Builds the program unless the last build is younger than every source. Throws with the builder's words. */
export function ensureBuilt(): void {
  holdingLock(() => {
    if (isFresh()) return;
    const begun = new Date();
    const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", "build"], { cwd: projectRoot, encoding: "utf8" });
    if (status !== 0) throw new Error(`npm run build failed\n${stdout}${stderr}`);
    writeFileSync(stamp, "");
    // A source saved during the build is newer than its beginning, and asks for another.
    utimesSync(stamp, begun, begun);
  });
}
