import type { ReadHandle, Tx } from "../database/open.ts";
import type { District } from "../../shared/api/api.ts";

/** What the program remembers beside the records; another setting is one more line. */
export interface Settings {
  district: District;
  /** 操作人, as history names whoever writes. */
  operator: string;
}

/** Null where it was never set. */
export async function readSetting<K extends keyof Settings>(db: ReadHandle, key: K): Promise<Settings[K] | null> {
  const row = await db.selectFrom("settings").select("value").where("key", "=", key).executeTakeFirst();
  // Only writeSetting writes the row, and its type says what.
  return row === undefined ? null : (JSON.parse(row.value) as Settings[K]);
}

export async function writeSetting<K extends keyof Settings>(tx: Tx, key: K, value: Settings[K]): Promise<void> {
  await tx
    .insertInto("settings")
    .values({ key, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column("key").doUpdateSet((row) => ({ value: row.ref("excluded.value") })))
    .execute();
}
