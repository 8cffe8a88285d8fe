import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { storageProblem } from "./refusals.ts";

// Text beside the database that says who holds it. It is no lock: SQLite's is, and this may be stale.

const fileOf = (database: string): string => join(dirname(database), "owner.lock");

const programs: Readonly<Record<string, string>> = {
  electron: "科绩窗口",
  loopback: "科绩（浏览器）",
  cli: "科绩命令行",
};

/** `host` is who we are, `since` the ISO moment. */
export function writeOwner(database: string, host: string, since: string): void {
  const lines = [`pid ${process.pid}`, `host ${hostname()}`, `program ${programs[host] ?? host}`, `since ${since}`];
  try {
    writeFileSync(fileOf(database), `${lines.join("\n")}\n`);
  } catch {
    // Only words would be missing from somebody else's message.
  }
}

export function removeOwner(database: string): void {
  rmSync(fileOf(database), { force: true });
}

/** E-DB-04, with what owner.lock tells. */
export function heldByAnother(database: string): Error {
  const owner = readOwner(database);
  const who =
    owner === null ? "另一个程序" : `${owner.host} 上的 ${owner.program}（进程 ${owner.pid}，${owner.since} 起）`;
  return storageProblem(
    "E-DB-04",
    `数据正被${who}使用，没有打开。数据未改动；请先关闭那个窗口或等它结束，再重试。（${database}）`,
  );
}

function readOwner(database: string): { pid: string; host: string; program: string; since: string } | null {
  try {
    const lines = readFileSync(fileOf(database), "utf8").slice(0, 1000).split("\n");
    const word = (key: string): string =>
      lines.find((line) => line.startsWith(`${key} `))?.slice(key.length + 1) ?? "？";
    return { pid: word("pid"), host: word("host"), program: word("program"), since: word("since") };
  } catch {
    return null;
  }
}
