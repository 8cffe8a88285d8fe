import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const projectRoot = resolve(import.meta.dirname, "../..");

const productionStamp = join(projectRoot, "build/productionStamp");
const developmentStamp = join(projectRoot, "build/developmentStamp");
const lock = join(projectRoot, "build/building");
const sources = ["{main,renderer,shared}/**/*.{ts,tsx,css,html,json,svg}", "vite.config.ts", "package-lock.json"];

function isFresh(stamp: string): boolean {
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

/**
 * Builds unless the last build is younger than every source. NODE_ENV is said, since the test runner's own would be
 * built in: React for development, which is slower and no user's. Throws with the builder's words.
 */
function build(stamp: string, NODE_ENV: "production" | "development", command: string, args: readonly string[]): void {
  holdingLock(() => {
    if (isFresh(stamp)) return;
    const begun = new Date();
    const env = { ...process.env, NODE_ENV };
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: projectRoot, encoding: "utf8", env });
    if (status !== 0) throw new Error(`the build failed\n${stdout}${stderr}`);
    writeFileSync(stamp, "");
    // A source saved during the build is newer than its beginning, and asks for another.
    utimesSync(stamp, begun, begun);
  });
}

/** The program as users get it: build/main, build/preload and build/renderer. */
export function ensureBuilt(): void {
  build(productionStamp, "production", "npm", ["run", "-s", "build"]);
}

/** The folder of a window whose React and antd tell the console what they are used wrongly for. */
export function developmentWindow(): string {
  const folder = join(projectRoot, "build/development");
  const script = join(projectRoot, "tests/support/buildDevelopment.ts");
  build(developmentStamp, "development", process.execPath, [script, folder]);
  return folder;
}
