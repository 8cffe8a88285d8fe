import { describe, expect, it } from "vitest";
import { compareNames, HIGH, LEAST } from "../../../main/names/compareNames.ts";
import { parseName } from "../../../main/names/parseName.ts";
import { labelledPairs } from "./labelledPairs.ts";

const own = ["示例区"];
const scored = labelledPairs.map((pair) => {
  const likeness = compareNames(parseName(pair.one, own), parseName(pair.other, own));
  return { ...pair, score: likeness?.score ?? 0, why: likeness?.why ?? "" };
});
const share = (part: number, whole: number): number => part / Math.max(whole, 1);

describe("labelled pairs of names", () => {
  it("are many of each kind", () => {
    expect(labelledPairs.length).toBeGreaterThanOrEqual(120);
    for (const label of ["same", "ask", "not"])
      expect(labelledPairs.filter((pair) => pair.label === label).length).toBeGreaterThan(25);
  });

  it("are told apart: what is proposed is worth a look, what scores high is the same", () => {
    const proposed = scored.filter(({ score }) => score >= LEAST);
    const worth = scored.filter(({ label }) => label !== "not");
    const high = scored.filter(({ score }) => score >= HIGH);
    const same = scored.filter(({ label }) => label === "same");
    const good = proposed.filter(({ label }) => label !== "not").length;
    const measured = {
      precision: share(good, proposed.length),
      recall: share(good, worth.length),
      precisionHigh: share(high.filter(({ label }) => label === "same").length, high.length),
      recallHigh: share(high.filter(({ label }) => label === "same").length, same.length),
    };
    const wrong = scored.filter(({ label, score }) => (label === "not") === score >= LEAST);
    const lines = wrong.map(({ label, one, other, score, why }) => `${label} ${one} | ${other} ${score} ${why}`);
    console.log(JSON.stringify(measured), `\n${lines.join("\n")}`);
    expect(measured.precision).toBeGreaterThanOrEqual(0.98);
    expect(measured.recall).toBeGreaterThanOrEqual(0.93);
    expect(measured.precisionHigh).toBeGreaterThanOrEqual(0.95);
    expect(measured.recallHigh).toBeGreaterThanOrEqual(0.8);
  });

  it("score the same both ways, and every proposal says why", () => {
    for (const { one, other, score, why } of scored) {
      const back = compareNames(parseName(other, own), parseName(one, own));
      expect(back?.score ?? 0, `${one} | ${other}`).toBe(score);
      expect(/\p{Script=Han}/u.test(why)).toBe(score > 0);
    }
  });
});
