import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesOf, isSame, mergeRow, unitedStages } from "../../../main/importing/mergeValues.ts";
import type { StageEntry } from "../../../shared/fields/field.ts";
import type { Values } from "../../../shared/api/api.ts";

const date = fc.constantFrom(null, "2012", "2012-06", "2012-06-15", "2013");
const stages = fc.uniqueArray(fc.record({ stage: fc.constantFrom("申报", "认定", "撤销"), date }), {
  minLength: 1,
  selector: ({ stage }) => stage,
});
const values: fc.Arbitrary<Values> = fc.dictionary(
  fc.constantFrom("name", "amount", "since", "partners", "yes"),
  fc.oneof(
    fc.constant(null),
    fc.constantFrom("甲", "乙", "2012", "2012-06"),
    fc.nat(5),
    fc.boolean(),
    fc.constant<string[]>(["甲", "乙"]),
  ),
);
const record = fc.tuple(values, fc.option(stages)).map(([rest, status]): Values => ({ ...rest, status }));

describe("laying a file over a record", () => {
  it("never erases, and changes nothing the second time", () => {
    fc.assert(
      fc.property(record, record, (stored, incoming) => {
        const changes = changesOf(stored, incoming);
        const after = { ...stored, ...changes };
        expect(Object.values(changes)).not.toContain(null);
        const filled = Object.keys(stored).filter((field) => stored[field] !== null);
        expect(filled.filter((field) => after[field] === null)).toEqual([]);
        expect(changesOf(after, incoming)).toEqual({});
      }),
    );
  });

  it("keeps every stored stage and takes every incoming one", () => {
    fc.assert(
      fc.property(stages, stages, (stored: StageEntry[], incoming: StageEntry[]) => {
        const united = unitedStages(stored, incoming);
        const names = (list: StageEntry[]) => list.map(({ stage }) => stage);
        expect(new Set(names(united))).toEqual(new Set([...names(stored), ...names(incoming)]));
        const dated = new Set(stored.filter((entry) => entry.date !== null).map(({ stage }) => stage));
        const undated = united.filter((entry) => entry.date === null).map(({ stage }) => stage);
        expect(undated.filter((stage) => dated.has(stage))).toEqual([]);
      }),
    );
  });

  it("takes the finer of two dates that agree, the newer of two that do not", () => {
    const since = (stored: string, incoming: string) => changesOf({ since: stored }, { since: incoming });
    expect(since("2012-06-15", "2012")).toEqual({});
    expect(since("2012", "2012-06-15")).toEqual({ since: "2012-06-15" });
    expect(since("2012-06-15", "2013")).toEqual({ since: "2013" });
    expect(since("2012-06-15", "2012-07")).toEqual({ since: "2012-07" });
  });

  it("does not take width, spaces or order for a change", () => {
    expect(isSame("示例（集团）公司", "示例(集团) 公司")).toBe(true);
    expect(isSame(["甲", "乙"], ["乙", "甲"])).toBe(true);
    expect(isSame(["甲", "乙"], ["乙"])).toBe(false);
    expect(isSame(0, null)).toBe(false);
  });

  it("fills the first row's blanks from the second and names what differs", () => {
    const { merged, disagreements } = mergeRow(
      { name: "甲", phone: "1" },
      { name: "甲", phone: "2", code: "9", mail: null },
    );
    expect(merged).toEqual({ name: "甲", phone: "1", code: "9" });
    expect(disagreements).toEqual(["phone"]);
  });
});
