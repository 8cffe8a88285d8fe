import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSound } from "../../../main/records/isSound.ts";
import { planOf } from "../../../main/records/ledgerPlan.ts";
import type { Values } from "../../../shared/api/api.ts";
import type { Value } from "../../../shared/fields/field.ts";
import { checkRecord } from "../../../shared/ledgers/check.ts";
import { ledgerList } from "../../../shared/ledgers/index.ts";

const anyValue: fc.Arbitrary<Value | null> = fc.oneof(
  // Mostly blank, so that a good share of the records is sound.
  { weight: 12, arbitrary: fc.constant(null) },
  fc.constantFrom<Value>("甲", "2012", "2012-06", "2012-13", "2011/2012", "  ", "GR201237000123", true, false, []),
  fc.constantFrom<Value>(["甲"], [{ stage: "认定", date: "2012" }], [{ stage: "立项", date: "x" }]),
  fc.integer({ min: -5, max: 2100 }),
  fc.double({ min: -1, max: 200, noNaN: true }),
);

let sound = 0;

describe("the store's quick question", () => {
  it.each(ledgerList.map((ledger) => [ledger.name, ledger] as const))(
    "%s: agrees with checkRecord",
    (_name, ledger) => {
      const shape = Object.fromEntries(Object.keys(ledger.fields).map((name) => [name, anyValue]));
      const some: fc.Arbitrary<Values> = fc
        .tuple(fc.record(shape), fc.nat(Object.keys(shape).length))
        .map(([values, most]) => Object.fromEntries(Object.entries(values).slice(0, most + 1)));
      fc.assert(
        fc.property(some, (values) => {
          const errors = checkRecord(ledger, values).filter(({ level }) => level === "error");
          if (errors.length === 0) sound += 1;
          expect(isSound(planOf(ledger), values)).toBe(errors.length === 0);
        }),
        { numRuns: 60 },
      );
    },
  );
});
