import BetterSqlite3 from "better-sqlite3";
import { ProblemError } from "../../shared/problems/problem.ts";

// Words for what can go wrong with the data file: what happened · is the data safe · what to do.

export type StorageCode =
  | "E-DB-01" // made by a newer program
  | "E-DB-02" // not ours
  | "E-DB-03" // missing where one was expected
  | "E-DB-04" // held by another program
  | "E-DB-05" // damaged
  | "E-DB-06" // a setting does not hold
  | "E-DB-07" // disk full, read-only or failing
  | "E-DB-08" // a backup that did not pass its check
  | "E-DB-09"; // a migration that failed

export function storageProblem(code: StorageCode, message: string): ProblemError {
  return new ProblemError({ kind: "storage", code, message });
}

/** What Node says of a disk that is full, or a place that does not take files. */
const fileCodes: Readonly<Record<string, string>> = {
  ENOSPC: "SQLITE_FULL",
  EDQUOT: "SQLITE_FULL",
  EACCES: "SQLITE_CANTOPEN",
  EPERM: "SQLITE_CANTOPEN",
  EROFS: "SQLITE_CANTOPEN",
  ENOENT: "SQLITE_CANTOPEN",
  ENOTDIR: "SQLITE_CANTOPEN",
  EISDIR: "SQLITE_CANTOPEN",
  EEXIST: "SQLITE_CANTOPEN",
  EBUSY: "SQLITE_CANTOPEN",
  EIO: "SQLITE_IOERR",
};

/** What SQLite or the file system says, as a storage problem; null where it is about rows or our own mistake. */
export function refusalOf(error: unknown, file: string): ProblemError | null {
  const code = codeOf(error);
  if (code === null) return null;
  if (code === "SQLITE_FULL") {
    return storageProblem("E-DB-07", `磁盘已满，这一步没有写入。此前保存的数据不受影响；请清理磁盘后重试。（${file}）`);
  }
  if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_CANTOPEN") || code === "SQLITE_PERM") {
    return storageProblem(
      "E-DB-07",
      `这个位置不能写入（不存在、只读、被占用或没有权限），没有写成，数据未改动。请检查文件和文件夹的属性，或换一个可写的位置。（${file}）`,
    );
  }
  if (code.startsWith("SQLITE_IOERR")) {
    return storageProblem(
      "E-DB-07",
      `读写磁盘时出错，这一步没有完成。此前保存的数据应不受影响；请检查磁盘，并尽快备份到另一块盘。（${file}）`,
    );
  }
  if (code.startsWith("SQLITE_CORRUPT")) {
    return storageProblem(
      "E-DB-05",
      `数据文件已损坏，程序没有改动它。请先把整个数据文件夹复制一份留存，再用 backups 中最近的备份恢复。（${file}）`,
    );
  }
  if (code === "SQLITE_NOTADB") return foreign(file);
  return null;
}

function codeOf(error: unknown): string | null {
  if (error instanceof BetterSqlite3.SqliteError) return error.code;
  if (!(error instanceof Error) || !("code" in error)) return null;
  return fileCodes[String(error.code)] ?? null;
}

export function foreign(file: string): ProblemError {
  return storageProblem("E-DB-02", `这不是科绩的数据文件，没有打开，也没有改动它。请选择正确的数据文件夹。（${file}）`);
}

/** Another program holds the file. SQLite is the authority; `owner.lock` only lends the words. */
export function isBusy(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
}

/** A row that an official number's unique index (or a primary key) refuses. */
export function isTaken(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(error.code);
}
