import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeCompanies } from "../../../main/companies/merge.ts";
import { mergePreview } from "../../../main/companies/mergePreview.ts";
import { unmergeCompanies } from "../../../main/companies/unmerge.ts";
import type { Tx } from "../../../main/database/open.ts";
import { byHand } from "../../support/testDatabase.ts";
import { sampleProgram } from "../../support/program.ts";
import { contentHash, liveRecords } from "./contentHash.ts";

// Any organisations of the sample year, merged whatever sense it makes, and taken back.

class Enough extends Error {}
const tally = { merges: 0, folds: 0, moves: 0 };

async function mergeAndBack(tx: Tx, picks: readonly number[]): Promise<void> {
  const organisations = (await liveRecords(tx)).filter(({ ledger }) => ledger === "organisations");
  const [keep = "", ...drop] = [...new Set(picks.map((at) => organisations[at % organisations.length]?.id ?? ""))];
  if (drop.length === 0) return;
  const before = await contentHash(tx);
  const names = new Set(
    organisations.flatMap(({ id, values }) =>
      [keep, ...drop].includes(id) ? [values["name"], values["shortName"]] : [],
    ),
  );
  const preview = await mergePreview(tx, { keep, drop });
  const merge = await mergeCompanies(tx, byHand(1), { keep, drop, versions: preview.versions });
  const after = await liveRecords(tx);
  const text = JSON.stringify(after);
  for (const id of drop) expect(text).not.toContain(id);
  const now = after.filter(({ id, values }) => id === keep || values["organisation"] === keep);
  const found = new Set(now.flatMap(({ values }) => [values["name"], values["shortName"], values["alias"]]));
  expect([...names].filter((name) => name != null && !found.has(name))).toEqual([]);
  tally.merges += 1;
  tally.folds += preview.folds.length;
  tally.moves += preview.moves.reduce((sum, { count }) => sum + count, 0);
  const back = await unmergeCompanies(tx, byHand(2), merge.id);
  expect(back.kept).toEqual([]);
  expect(await contentHash(tx)).toBe(before);
}

describe("merging any organisations and taking it back", () => {
  it("restores the content hash, two merges on top of each other too", { timeout: 120_000 }, async () => {
    const program = await sampleProgram();
    const database = program.services.database();
    const picks = fc.array(fc.nat(1_000), { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(picks, picks, async (one, other) => {
        const played = database.write(async (tx) => {
          await mergeAndBack(tx, one);
          await mergeAndBack(tx, other);
          throw new Enough("enough");
        });
        await expect(played).rejects.toThrow("enough");
      }),
      { numRuns: 14 },
    );
    expect(tally.merges).toBeGreaterThan(20);
    expect(tally.moves).toBeGreaterThan(30);
    expect(tally.folds).toBeGreaterThan(0);
  });
});
