import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReadHandle, Tx } from "../../../main/database/open.ts";
import type { RecordChange } from "../../../main/records/change.ts";
import { listRecords } from "../../../main/records/list.ts";
import { newId } from "../../../main/records/newId.ts";
import { saveRecords } from "../../../main/records/save.ts";
import { takeBackBatch } from "../../../main/records/takeBackBatch.ts";
import type { Values } from "../../../shared/api/api.ts";
import { byBatch, byHand, testDatabase } from "../../support/testDatabase.ts";

// Whatever imports and edits by hand came before, a batch that is taken back leaves the live content as it was.

const values: fc.Arbitrary<Values> = fc.record(
  {
    leader: fc.option(fc.constantFrom("甲", "乙", "丙"), { nil: null }),
    grantAmount: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    agricultural: fc.option(fc.boolean(), { nil: null }),
    status: fc.option(
      fc.array(
        fc.record({ stage: fc.constantFrom("申报", "立项"), date: fc.constantFrom(null, "2012", "2012-06-15") }),
        { minLength: 1, maxLength: 2 },
      ),
      { nil: null },
    ),
  },
  { requiredKeys: [] },
);
/** Changes of one write: each makes a record or changes one of those made so far. */
const write = fc.array(fc.record({ to: fc.option(fc.nat(5), { nil: null }), values }), { minLength: 1, maxLength: 4 });
type Write = typeof write extends fc.Arbitrary<infer W> ? W : never;

async function contentHash(db: ReadHandle): Promise<string> {
  const { records } = await listRecords(db, { ledger: "projects", limit: 10_000 });
  const live = records.map((record) => ({ id: record.id, values: record.values, extras: record.extras }));
  const search = await db.selectFrom("searchTexts").selectAll().orderBy("record").execute();
  return createHash("sha256")
    .update(JSON.stringify([live, search]))
    .digest("hex");
}

function changesOf(drawn: Write, known: readonly string[]): { changes: RecordChange[]; made: string[] } {
  const made: string[] = [];
  const changes = drawn.map(({ to, values: given }): RecordChange => {
    const id = to === null ? undefined : [...known, ...made][to];
    if (id !== undefined) return { ledger: "projects", id, values: given };
    const fresh = newId();
    made.push(fresh);
    return { ledger: "projects", id: null, newId: fresh, values: { title: "项目", ...given } };
  });
  return { changes, made };
}

class Enough extends Error {}
const tally = { writes: 0, undone: 0 };

/** Writes by hand stay, batches are taken back at once; answers with the hashes that should be pairs of equals. */
async function play(
  tx: Tx,
  writes: readonly (readonly [Write, boolean])[],
): Promise<[before: string, after: string][]> {
  const pairs: [string, string][] = [];
  const known: string[] = [];
  for (const [batch, [drawn, isBatch]] of writes.entries()) {
    tally.writes += 1;
    const { changes, made } = changesOf(drawn, known);
    const before = await contentHash(tx);
    await saveRecords(tx, isBatch ? byBatch(batch + 1) : byHand(), changes);
    if (!isBatch) {
      known.push(...made);
      continue;
    }
    const { undone, kept } = await takeBackBatch(tx, byBatch(batch + 1, 5), batch + 1);
    expect(kept).toEqual([]);
    tally.undone += undone;
    pairs.push([before, await contentHash(tx)]);
  }
  return pairs;
}

describe("a thousand random saves, batches among them taken back", () => {
  it("restore the content hash", async () => {
    const database = await testDatabase();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(write, fc.boolean()), { minLength: 4, maxLength: 8 }), async (writes) => {
        let pairs: [string, string][] = [];
        // Rolled back each time, so that every sequence begins with an empty ledger.
        const played = database.write(async (tx) => {
          pairs = await play(tx, writes);
          throw new Enough("enough");
        });
        await expect(played).rejects.toThrow("enough");
        for (const [before, after] of pairs) expect(after).toBe(before);
      }),
      { numRuns: 200 },
    );
    // Had they changed nothing, equal hashes would prove nothing.
    expect(tally.writes).toBeGreaterThan(1000);
    expect(tally.undone).toBeGreaterThan(500);
    await database.close();
  });
});
