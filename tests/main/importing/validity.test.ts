import { describe, expect, it } from "vitest";
import { validUntil, yearsNamed } from "../../../main/importing/validity.ts";
import { stages } from "../../../shared/fields/index.ts";
import { take } from "./gather.ts";
import { sheetOf } from "./sheets.ts";

const field = stages({
  label: "状态",
  flow: [
    { stage: "申报", phase: "pending" },
    { stage: "认定", phase: "granted" },
  ],
});

describe("a validity in years", () => {
  it.each([
    ["三年", 3],
    ["3年", 3],
    ["５ 年", 5],
    ["2023年", null],
    ["长期", null],
    ["三年半", null],
  ])("%s", (text, years) => expect(yearsNamed(text)).toBe(years));

  it.each([
    ["2023-11-29", "2026-11-28"],
    ["2023-01-01", "2025-12-31"],
    ["2020-02-29", "2023-02-28"],
    ["2023-11", "2026-11"],
    ["2023", "2026"],
  ])("of three years from %s ends %s", (since, until) => {
    expect(validUntil(field, [{ stage: "认定", date: since }], 3)).toBe(until);
  });

  it("needs a dated grant", () => {
    expect(
      validUntil(
        field,
        [
          { stage: "申报", date: "2023" },
          { stage: "认定", date: null },
        ],
        3,
      ),
    ).toBeNull();
  });

  it("is reckoned for each row, and a doubt where the row has no date", async () => {
    const { gathered, findings } = await take([
      sheetOf([
        ["高新技术企业表"],
        ["企业名称", "发证日期", "有效期至"],
        ["甲公司", "2012-11-05", "三年"],
        ["乙公司", null, "三年"],
      ]),
    ]);
    const certificates = gathered.items.filter(({ ledger }) => ledger === "certificates");
    expect(certificates.map(({ values }) => values["validTo"] ?? null)).toEqual(["2015-11-04", null]);
    expect(findings.troubles).toEqual([expect.objectContaining({ kind: "doubt", cell: "C4", raw: "三年" })]);
  });
});
