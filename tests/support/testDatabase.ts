import { join } from "node:path";
import type { WriteContext } from "../../main/records/change.ts";
import { type Database, openDatabase } from "../../main/database/open.ts";
import { temporaryFolder } from "./temporary.ts";

/** An empty database in a folder of its own. */
export async function testDatabase(): Promise<Database> {
  return await openDatabase(join(temporaryFolder(), "keji.db"), { create: true });
}

/** Somebody at a desk; `minute` tells one write's time from another's. */
export function byHand(minute = 0): WriteContext {
  return { at: `2012-12-31T08:${String(minute).padStart(2, "0")}:00.000Z`, who: "张三", batch: null };
}

/** The same for an import. */
export function byBatch(batch: number, minute = 0): WriteContext {
  return { ...byHand(minute), who: "李四", batch };
}
