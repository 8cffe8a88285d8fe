import { describe, expect, it } from "vitest";
import { stageEntries, type StageParts } from "../../../main/importing/stageEntries.ts";
import type { StageEntry } from "../../../shared/fields/field.ts";
import { stages } from "../../../shared/fields/index.ts";

const field = stages({
  label: "状态",
  flow: [
    { stage: "申报", phase: "pending" },
    { stage: "立项", phase: "granted" },
    { stage: "在研", phase: "granted" },
    { stage: "撤销", phase: "ended" },
  ],
});
const nothing: StageParts = { named: [], dated: [], date: null, documentNo: null };
const entriesOf = (parts: Partial<StageParts>): StageEntry[] => stageEntries(field, { ...nothing, ...parts }).entries;

describe("the stages of a row", () => {
  it("take the title's with its year where the row names none, or a later one without a date", () => {
    const titled = { stage: "立项", date: "2023" };
    expect(entriesOf({ titled })).toEqual([{ stage: "立项", date: "2023" }]);
    expect(entriesOf({ titled, named: [{ stage: "在研", date: null }] })).toEqual([
      { stage: "立项", date: "2023" },
      { stage: "在研", date: null },
    ]);
  });

  it("keep what the row says against the title", () => {
    const titled = { stage: "立项", date: "2023" };
    expect(entriesOf({ titled, named: [{ stage: "申报", date: null }] })).toEqual([{ stage: "申报", date: null }]);
    expect(entriesOf({ titled, dated: [["立项", "2022-12"]] })).toEqual([{ stage: "立项", date: "2022-12" }]);
    expect(entriesOf({ titled, date: "2022-12" })).toEqual([{ stage: "立项", date: "2022-12" }]);
  });

  it("take the year column for the date of a grant that has none", () => {
    const yearOf = { stage: "立项", date: "2022" };
    expect(entriesOf({ yearOf, named: [{ stage: "在研", date: null }] })).toEqual([
      { stage: "立项", date: "2022" },
      { stage: "在研", date: null },
    ]);
    expect(entriesOf({ yearOf, named: [{ stage: "申报", date: null }] })).toEqual([{ stage: "申报", date: null }]);
    expect(entriesOf({ yearOf, dated: [["立项", "2021-12"]] })).toEqual([{ stage: "立项", date: "2021-12" }]);
    expect(entriesOf({ yearOf })).toEqual([]);
  });

  it("give the document to the grant, not to what came after", () => {
    const named = [{ stage: "在研", date: null }];
    expect(entriesOf({ named, dated: [["立项", "2023-03"]], documentNo: "示科〔2023〕8号" })).toEqual([
      { stage: "立项", date: "2023-03", documentNo: "示科〔2023〕8号" },
      { stage: "在研", date: null },
    ]);
    expect(entriesOf({ named: [{ stage: "撤销", date: null }], documentNo: "甲" })).toEqual([
      { stage: "撤销", date: null, documentNo: "甲" },
    ]);
  });

  it("take a date without a stage for the one that such columns mean, else for a doubt", () => {
    expect(stageEntries(field, { ...nothing, date: "2023", dateMeans: "立项" })).toEqual({
      entries: [{ stage: "立项", date: "2023" }],
      orphan: false,
    });
    expect(stageEntries(field, { ...nothing, date: "2023" })).toEqual({ entries: [], orphan: true });
  });
});
