import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convert, difference, inUnit, quotient } from "../../../main/metrics/engine/units.ts";

describe("units", () => {
  it.each([
    [42_300_000_00, "万元", 4230],
    [146_400_050, "万元", 146.40005],
    [8_650_000_000_00, "亿元", 86.5],
    [1, "元", 0.01],
  ])("%d fen are in %s: %d", (fen, unit, value) => {
    expect(inUnit(fen, "money", unit)).toBe(value);
  });

  it("leaves what is no money alone", () => {
    expect(inUnit(400, "count", "人次")).toBe(400);
    expect(inUnit(0.1 + 0.2, "number", "亩")).toBe(0.3);
  });

  it.each([
    [0.01, "亿元", "万元", 100],
    [4230, "万元", "亿元", 0.423],
    [16, "家", "家", 16],
    [16, "", "家", 16],
    [16, "家", "万元", null],
  ])("%d %s is in %s: %s", (value, from, to, expected) => {
    expect(convert(value, from, to)).toBe(expected);
  });

  it("divides the decimals that are printed, not the binary ones behind them", () => {
    expect(quotient(4.23, 1, 100)).toBe(423);
    expect(quotient(0.3, 0.1)).toBe(3);
    expect(quotient(15, 16, 100)).toBe(93.75);
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 0, max: 4 }),
        (a, b, places) => {
          const scale = 10 ** places;
          expect(quotient(Number((a / scale).toFixed(places)), Number((b / scale).toFixed(places)))).toBe(a / b);
        },
      ),
    );
  });

  it("subtracts likewise", () => {
    expect(difference(30.5, 28.9)).toBe(1.6);
  });
});
