import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNames } from "../../../main/names/compareNames.ts";
import { nearNames } from "../../../main/names/nearNames.ts";
import { parseName } from "../../../main/names/parseName.ts";
import { labelledPairs } from "./labelledPairs.ts";
import { slowdown } from "../../support/slowdown.ts";

const own = ["示例区"];
const brandCharacters = [..."海龙圆友沃科奇创智华铃动恒联鑫昊双通长松金石亚康幸福俊清盛泰瑞祥天成诚信宏达永丰兴隆"];
const trades = [
  "机械",
  "化工",
  "食品",
  "电子科技",
  "新材料",
  "生物科技",
  "木业",
  "环保设备",
  "医药",
  "建材",
  "实业",
  "科技",
];
const cities = ["潍坊", "青岛", "山东", "示例区", ""];
const anyName = fc
  .tuple(
    fc.constantFrom(...cities),
    fc.array(fc.constantFrom(...brandCharacters), { minLength: 2, maxLength: 4 }),
    fc.constantFrom(...trades),
    fc.constantFrom("有限公司", "有限责任公司", "股份有限公司", "集团有限公司", "厂", ""),
  )
  .map(([city, brand, trade, form]) => `${city}${brand.join("")}${trade}${form}`);

describe("the index of names", () => {
  it("finds every labelled pair that comparing proposes", () => {
    for (const { one, other } of labelledPairs) {
      const likeness = compareNames(parseName(one, own), parseName(other, own));
      const index = nearNames(own);
      index.add("other", other);
      expect(
        index.find(one).map(({ score }) => score),
        `${one} | ${other}`,
      ).toEqual(likeness ? [likeness.score] : []);
    }
  });

  it("finds what comparing all would find, best first, each once", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyName, { minLength: 2, maxLength: 60 }), ([asked = "", ...names]) => {
        const index = nearNames(own);
        for (const [at, name] of names.entries()) index.add(`${at}`, name);
        const parts = parseName(asked, own);
        const all = names.flatMap((name, at) => {
          const likeness = compareNames(parts, parseName(name, own));
          return likeness === null ? [] : [[`${at}`, likeness.score] as const];
        });
        const found = index.find(asked, names.length);
        const byId = (a: readonly [string, number], b: readonly [string, number]): number => a[0].localeCompare(b[0]);
        expect(found.map(({ id, score }) => [id, score] as const).toSorted(byId)).toEqual(all.toSorted(byId));
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a));
      }),
      { numRuns: 300 },
    );
  });

  it("answers in well under a millisecond among five thousand", () => {
    const names = fc.sample(anyName, { numRuns: 6_000, seed: 7 });
    const index = nearNames(own);
    for (const [at, name] of names.slice(0, 5_000).entries()) index.add(`${at}`, name);
    const asked = names.slice(5_000);
    const start = performance.now();
    let found = 0;
    for (const name of asked) found += index.find(name).length;
    const each = (performance.now() - start) / asked.length;
    expect(found).toBeGreaterThan(50);
    // Far above what a quiet machine needs, far below what comparing all would take.
    expect(each).toBeLessThan(slowdown());
    const again = performance.now();
    for (const name of asked) index.find(name);
    expect((performance.now() - again) / asked.length).toBeLessThan(0.05 * slowdown());
  });
});
