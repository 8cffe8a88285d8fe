import { describe, expect, it } from "vitest";
import { compareNames, HIGH, LEAST } from "../../../main/names/compareNames.ts";
import { parseName } from "../../../main/names/parseName.ts";
import { countiesIn } from "../../../main/names/places.ts";
import { labelledPairs, unseenPairs } from "./labelledPairs.ts";

type Pair = (typeof labelledPairs)[number];
const scored = (pairs: readonly Pair[]) =>
  pairs.map((pair) => {
    const own = ["示例区", ...countiesIn([pair.one, pair.other])];
    const likeness = compareNames(parseName(pair.one, own), parseName(pair.other, own));
    const back = compareNames(parseName(pair.other, own), parseName(pair.one, own));
    return { ...pair, score: likeness?.score ?? 0, why: likeness?.why ?? "", back: back?.score ?? 0 };
  });
const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / Math.max(whole.length, 1);

/** Precision and recall of what is proposed, and of what scores high as the same; printed with what is wrong. */
function measured(name: string, pairs: readonly Pair[]) {
  const all = scored(pairs);
  const proposed = all.filter(({ score }) => score >= LEAST);
  const high = all.filter(({ score }) => score >= HIGH);
  const good = proposed.filter(({ label }) => label !== "not");
  const same = high.filter(({ label }) => label === "same");
  const figures = {
    precision: share(good, proposed),
    recall: share(
      good,
      all.filter(({ label }) => label !== "not"),
    ),
    precisionHigh: share(same, high),
    recallHigh: share(
      same,
      all.filter(({ label }) => label === "same"),
    ),
  };
  const wrong = all.filter(({ label, score }) => (label === "not") === score >= LEAST);
  const lines = wrong.map(({ label, one, other, score, why }) => `  ${label} ${one} | ${other} ${score} ${why}`);
  console.log([`${name} (${pairs.length}): ${JSON.stringify(figures)}`, ...lines].join("\n"));
  return figures;
}

describe("labelled pairs of names", () => {
  it("are many of each kind", () => {
    expect(labelledPairs.length).toBeGreaterThanOrEqual(120);
    for (const label of ["same", "ask", "not"])
      expect(labelledPairs.filter((pair) => pair.label === label).length).toBeGreaterThan(25);
  });

  it("are told apart: what is proposed is worth a look, what scores high is the same", () => {
    const { precision, recall, precisionHigh, recallHigh } = measured("labelled", labelledPairs);
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.93);
    expect(precisionHigh).toBeGreaterThanOrEqual(0.93);
    expect(recallHigh).toBeGreaterThanOrEqual(0.85);
  });

  it("are told apart where the comparing was not made for them", () => {
    const { precision, recall } = measured("unseen", unseenPairs);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });

  it("score the same both ways, and every proposal says why", () => {
    for (const { one, other, score, why, back } of scored([...labelledPairs, ...unseenPairs])) {
      expect(back, `${one} | ${other}`).toBe(score);
      expect(/\p{Script=Han}/u.test(why)).toBe(score > 0);
    }
  });
});
