import { describe, expect, it } from "vitest";
import { stageAt } from "../../renderer/ledgers/stageAt.ts";
import type { StageEntry } from "../../shared/fields/field.ts";
import { ledgers } from "../../shared/ledgers/index.ts";

const field = ledgers.highTechCertificates.fields.status;
const at = (entries: StageEntry[], asOf: string, validTo: string | null = null): string | null =>
  stageAt(field, entries, { validTo }, asOf)?.stage ?? null;
const whole: StageEntry[] = [
  { stage: "申报", date: "2012-05" },
  { stage: "认定", date: "2012-11-12" },
];

describe("the stage of the as-of day", () => {
  it("follows the day", () => {
    expect(at(whole, "2012-10-31")).toBe("申报");
    expect(at(whole, "2012-11-12")).toBe("认定");
  });
  it("counts a coarse date only once its last day has come", () => {
    expect(
      at(
        [
          { stage: "申报", date: "2012-05" },
          { stage: "认定", date: "2012" },
        ],
        "2012-12-30",
      ),
    ).toBe("申报");
    expect(at([{ stage: "认定", date: "2012" }], "2012-12-31")).toBe("认定");
  });
  it("shows a step that comes only later, and says so", () => {
    expect(stageAt(field, whole, {}, "2011-12-31")).toEqual({
      stage: "申报",
      date: "2012-05",
      phase: "pending",
      later: true,
    });
  });
  it("is run out after the last day of its validity, or three years after the grant", () => {
    expect(at(whole, "2015-11-11", "2015-11-11")).toBe("认定");
    expect(at(whole, "2015-11-12", "2015-11-11")).toBe("到期");
    expect(at(whole, "2016-01-01")).toBe("到期");
  });
  it("takes an undated step that comes later in the flow", () => {
    expect(
      at(
        [
          { stage: "申报", date: "2012-05" },
          { stage: "公示", date: null },
        ],
        "2012-12-31",
      ),
    ).toBe("公示");
  });
});
