import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherClusters, type NearPair } from "../../../main/companies/gatherClusters.ts";

const near = (one: string, other: string, score: number, why = "只差地名"): NearPair => ({ one, other, score, why });

describe("pairs as groups", () => {
  it("makes one group of what is all near each other, with the least score and every reason once", () => {
    const pairs = [near("a", "b", 0.96), near("b", "c", 0.8, "一个是简称，只差地名"), near("a", "c", 0.9)];
    expect(gatherClusters(pairs)).toEqual([{ ids: ["a", "b", "c"], score: 0.8, why: "只差地名，一个是简称" }]);
  });

  it("never puts two together that are not near, and loses no pair", () => {
    const id = fc.constantFrom(..."abcdefgh");
    const pair = fc.tuple(id, id, fc.integer({ min: 70, max: 99 })).filter(([one, other]) => one < other);
    const drawn = fc.uniqueArray(pair, { maxLength: 20, selector: ([one, other]) => `${one}${other}` });
    fc.assert(
      fc.property(drawn, (some) => {
        const known = new Set(some.map(([one, other]) => `${one}${other}`));
        const groups = gatherClusters(some.map(([one, other, score]) => near(one, other, score / 100)));
        const told = groups.flatMap(({ ids }) => {
          const sorted = ids.toSorted();
          return sorted.flatMap((one, at) => sorted.slice(at + 1).map((other) => `${one}${other}`));
        });
        expect(new Set(told)).toEqual(known);
        expect(groups.map(({ score }) => score)).toEqual(groups.map(({ score }) => score).toSorted((a, b) => b - a));
      }),
    );
  });
});
