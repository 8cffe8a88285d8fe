import { closeSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { APPLICATION_ID } from "./pragmas.ts";
import { foreign, storageProblem } from "./refusals.ts";

/** What the first hundred bytes of a database say (https://sqlite.org/fileformat2.html §1.3). */
export interface Header {
  readonly applicationId: number;
  readonly userVersion: number;
  /** Bytes that the header says the file has; null where it does not know. */
  readonly expectedSize: number | null;
  readonly size: number;
}

/** Null where the file is no SQLite database. SQLite does not touch the file, so nothing can change it. */
export function readHeader(file: string): Header | null {
  const handle = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(100);
    const { size } = fstatSync(handle);
    if (readSync(handle, bytes, 0, 100, 0) < 100 || bytes.toString("latin1", 0, 16) !== "SQLite format 3\0")
      return null;
    const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16);
    // The page count is only valid where the change counter agrees with the version-valid-for number.
    const known = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
    return {
      applicationId: bytes.readUInt32BE(68),
      userVersion: bytes.readUInt32BE(60),
      expectedSize: known ? bytes.readUInt32BE(28) * pageSize : null,
      size,
    };
  } finally {
    closeSync(handle);
  }
}

/** Refuses a foreign, newer or cut-off file before SQLite opens it. */
export function refuseByHeader(file: string, newestKnown: number): void {
  const header = readHeader(file);
  if (header === null || header.applicationId !== APPLICATION_ID) throw foreign(file);
  refuseNewer(file, header.userVersion, newestKnown);
  // Power cut in the middle of a checkpoint: the first page may be ahead of the file, and the WAL has the rest.
  if (!hasWal(file) && header.expectedSize !== null && header.size < header.expectedSize) throw damaged(file);
}

function hasWal(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

export function refuseNewer(file: string, version: number, newestKnown: number): void {
  if (version <= newestKnown) return;
  throw storageProblem(
    "E-DB-01",
    `这份数据由更新版本的程序建立（数据版本 ${version}，本程序只认识到 ${newestKnown}），没有打开，也没有改动它。请安装新版程序后再打开。（${file}）`,
  );
}

function damaged(file: string): Error {
  return storageProblem(
    "E-DB-05",
    `数据文件不完整（比它自己记载的短），程序没有改动它。请先把整个数据文件夹复制一份留存，再用 backups 中最近的备份恢复。（${file}）`,
  );
}
