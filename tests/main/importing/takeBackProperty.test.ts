import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inMemory } from "./memoryDatabase.ts";
import { life, noTally, player } from "./playImports.ts";

/** `npm run rel:takeback` plays a thousand. */
const runs = Number(process.env["KEJI_LIVES"] ?? 200);

describe(`${runs} random lives of imports, decisions, edits by hand and batches taken back`, () => {
  it("end with what people entered by hand, to the last byte", async () => {
    const [real, byHand] = [await inMemory(), await inMemory()];
    const tally = noTally();
    const play = player(real, byHand, tally);
    await fc.assert(
      fc.asyncProperty(life, async (drawn) => {
        const [left, wanted] = await play(drawn);
        expect(left).toBe(wanted);
      }),
      {
        numRuns: runs,
        ...(process.env["KEJI_SEED"] === undefined ? {} : { seed: Number(process.env["KEJI_SEED"]) }),
        endOnFailure: true,
      },
    );
    // Had nothing happened, equal hashes would prove nothing.
    expect(tally.imports).toBeGreaterThan(runs / 2);
    expect(tally.takenBack).toBe(tally.imports);
    for (const count of [tally.decided, tally.settled, tally.edits, tally.kept])
      expect(count).toBeGreaterThan(runs / 20);
    await real.close();
    await byHand.close();
  }, 900_000);
});
