import { createHash } from "node:crypto";
import type { ReadHandle } from "../../../main/database/open.ts";
import { listRecords } from "../../../main/records/list.ts";
import type { StoredRecord } from "../../../shared/api/api.ts";
import { ledgerList } from "../../../shared/ledgers/index.ts";

/** Everything that a person can see of the live records of all ledgers, and what search finds them by. */
export async function liveRecords(db: ReadHandle): Promise<(StoredRecord & { ledger: string })[]> {
  const all: (StoredRecord & { ledger: string })[] = [];
  for (const { name } of ledgerList) {
    const { records } = await listRecords(db, { ledger: name, limit: 10_000 });
    all.push(...records.map((record) => ({ ...record, ledger: name })));
  }
  return all;
}

export async function contentHash(db: ReadHandle): Promise<string> {
  const live = (await liveRecords(db)).map(({ ledger, id, values, extras }) => ({ ledger, id, values, extras }));
  const search = await db
    .selectFrom("searchTexts")
    .select(["ledger", "record", "text", "initials"])
    .orderBy("record")
    .execute();
  const sorted = live.toSorted((a, b) => a.id.localeCompare(b.id));
  return createHash("sha256")
    .update(JSON.stringify([sorted, search]))
    .digest("hex");
}
