import { promisify } from "node:util";
import { deflate, inflate } from "node:zlib";
import type { ReadHandle, Tx } from "../database/open.ts";
import { ProblemError } from "../../shared/problems/problem.ts";

// Originals lie in the database, once each, so that a backup is one file and every value can show where it came from.

const deflated = promisify(deflate);
const inflated = promisify(inflate);

/** Larger than any workbook that is read (reading limits); a damaged file cannot ask for more. */
const mostBytes = 512 * 1024 * 1024;

export async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  return await deflated(bytes);
}

export async function putFile(
  tx: Tx,
  file: { hash: string; name: string; size: number; content: Uint8Array; storedAt: string },
): Promise<void> {
  await tx
    .insertInto("files")
    .values(file)
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

/** Throws E-IMP-97 where no such file is stored. */
export async function storedFile(db: ReadHandle, hash: string): Promise<{ name: string; bytes: Uint8Array }> {
  const row = await db.selectFrom("files").select(["name", "content"]).where("hash", "=", hash).executeTakeFirst();
  if (row === undefined) {
    throw new ProblemError({
      kind: "notFound",
      code: "E-IMP-97",
      message: "数据里没有存这个原始文件。数据未改动；请向填报单位要原表核对。",
    });
  }
  return { name: row.name, bytes: await inflated(row.content, { maxOutputLength: mostBytes }) };
}
