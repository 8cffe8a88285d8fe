import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapeOfColumn, type Shape } from "../../../main/importing/columnShapes.ts";
import { sureConfidence } from "../../../main/importing/matchColumns.ts";
import { gridOf } from "../../../main/importing/sheetGrid.ts";
import { builtInKnowledge } from "../../../main/importing/storedKnowledge.ts";
import { understandWorkbook } from "../../../main/importing/understandWorkbook.ts";
import type { ColumnCorrection } from "../../../shared/api/importing.ts";
import { codes, company, randomOf } from "./madeValues.ts";
import { sheetOf, type Given } from "./sheets.ts";

const knowledge = builtInKnowledge();

async function understood(ledger: string, rows: readonly (readonly Given[])[], columns: ColumnCorrection[] = []) {
  const workbook = { kind: "xlsx" as const, notes: [], sheets: [sheetOf(rows)] };
  const corrections = columns.length === 0 ? [] : [{ sheet: "Sheet1", table: 0, columns }];
  const { tables } = await understandWorkbook(
    workbook,
    knowledge,
    { file: "表.xlsx", ledger, corrections },
    async () => {},
  );
  return (tables[0]?.columns ?? []).map(({ heading, target, confidence }) => ({
    heading,
    field: target === null ? null : `${target.own ? "" : `${target.ledger}.`}${target.field}`,
    confidence,
  }));
}

const random = randomOf(7);
const made = (scheme: string, count = 4): string[] =>
  Array.from({ length: count }, () => codes[scheme]?.(random) ?? "");
const names = Array.from({ length: 4 }, () => company(random));
const beside = (heading: string, cells: readonly Given[], more: readonly Given[] = ["证书编号"]): Given[][] => [
  ["企业名称", heading, ...more],
  ...names.map((name, at): Given[] => [name, cells[at] ?? null, ...more.map(() => "")]),
];

describe("the shape of a column", () => {
  const shapeOf = (cells: readonly Given[]): Shape | null =>
    shapeOfColumn(gridOf(sheetOf(cells.map((cell) => [cell, "x"]))).rows, 1);
  it.each(["creditCode", "certificateNo", "techSmeNo", "patentNo", "contractNo", "achievementNo"])("%s", (scheme) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const one = randomOf(seed);
        expect(shapeOf(Array.from({ length: 5 }, () => codes[scheme]?.(one) ?? ""))).toBe(scheme);
      }),
    );
  });
  it("is none of what many things look like", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 2, maxLength: 9 }), (numbers) => {
        expect(shapeOf(numbers)).toBeNull();
      }),
    );
    expect(shapeOf(["2023年6月", "2022年7月"])).toBeNull();
    expect(shapeOf(["张三", "李四"])).toBeNull();
    expect(shapeOf(["13912345678"])).toBeNull();
    expect(shapeOf([])).toBeNull();
  });
  it("bears with a few cells that are otherwise", () => {
    expect(shapeOf([...made("certificateNo", 9), "待发"])).toBe("certificateNo");
    expect(shapeOf([...made("certificateNo", 2), "待发"])).toBeNull();
  });
});

describe("columns named by their cells", () => {
  it.each([
    ["highTechCertificates", "证件", "certificateNo", "certificateNo"],
    ["highTechCertificates", "企业识别", "creditCode", "organisations.creditCode"],
    ["techSmeListings", "代号", "techSmeNo", "registrationNo"],
  ])("%s %s", async (ledger, heading, scheme, field) => {
    const [, column] = await understood(ledger, beside(heading, made(scheme), []));
    expect(column).toMatchObject({ heading, field });
    expect(column?.confidence).toBeLessThan(sureConfidence);
  });
  it("takes a number for what it is under a heading that numbers rows", async () => {
    const [, column] = await understood("highTechCertificates", beside("编号", made("certificateNo"), []));
    expect(column).toMatchObject({ field: "certificateNo", confidence: 0.75 });
    const [, serial] = await understood("highTechCertificates", beside("编号", [1, 2, 3, 4], []));
    expect(serial?.field).toBeNull();
  });
  it("finds telephones, companies and words of one dictionary", async () => {
    const phones = ["13912345678", "0536-8234567", "13800001111", "13800002222"];
    expect((await understood("highTechCertificates", beside("怎么找", phones)))[1]?.field).toBe(
      "organisations.contactPhone",
    );
    const who = [["主体", "证书编号"], ...made("certificateNo").map((no, at) => [names[at] ?? "", no])];
    expect((await understood("highTechCertificates", who))[0]).toMatchObject({ field: "company", confidence: 0.7 });
    const kinds = ["首次认定", "重新认定", "首次认定", "重新认定"];
    expect((await understood("highTechCertificates", beside("首次还是重新", kinds)))[1]).toMatchObject({
      field: "applyType",
    });
  });
  it("gives no field to a second column, and none to one that a person has left out", async () => {
    const rows = beside("证件", made("certificateNo"), []).map((row, at) => [
      ...row,
      at === 0 ? "证书编号" : (made("certificateNo", 1)[0] ?? ""),
    ]);
    expect((await understood("highTechCertificates", rows)).map(({ field }) => field)).toEqual([
      "company",
      null,
      "certificateNo",
    ]);
    const left = await understood("highTechCertificates", beside("证件", made("certificateNo"), []), [
      { column: 2, field: null },
    ]);
    expect(left[1]?.field).toBeNull();
  });
});

describe("matches that the cells judge", () => {
  it("are sure where a near heading stands over the right numbers", async () => {
    const right = await understood("highTechCertificates", beside("证书扁号", made("certificateNo"), []));
    expect(right[1]).toMatchObject({ field: "certificateNo", confidence: 0.9 });
  });
  it("are none where numbers stand for names, and go where the numbers belong", async () => {
    const rows = [["承担单位", "项目名称"], ...made("creditCode").map((no, at) => [no, `项目${at}`])];
    expect((await understood("projects", rows)).map(({ field }) => field)).toEqual([
      "organisations.creditCode",
      "title",
    ]);
    const swapped = beside("证书编号", made("creditCode"), []);
    expect((await understood("highTechCertificates", swapped))[1]).toMatchObject({
      field: "organisations.creditCode",
      confidence: 0.75,
    });
  });
  it("are to be checked where the cells have another shape, and nothing of it belongs elsewhere", async () => {
    const rows = [["活动名称", "地点"], ...made("patentNo").map((no, at) => [`活动${at}`, no])];
    expect((await understood("activities", rows))[1]).toMatchObject({ field: "place", confidence: 0.5 });
  });
  it("stand where a kind of thing is called like an organisation", async () => {
    const kinds = ["企业技术中心", "工程技术研究中心", "企业技术中心"];
    const rows = [["平台名称", "平台类别"], ...kinds.map((kind, at) => [`平台${at}`, kind])];
    expect((await understood("platforms", rows))[1]).toMatchObject({ field: "type" });
  });
  it("are to be checked where no cell makes sense, but not where it may mean two things", async () => {
    const kinds = [["专利名称", "分类"], ...[1, 0, 1].map((kind, at) => [`专利${at}`, kind])];
    expect((await understood("intellectualProperty", kinds))[1]).toMatchObject({ field: "class", confidence: 0.5 });
    const rates = [["企业名称", "年度", "研发费用占比"], ...names.map((name) => [name, 2023, 0.3])];
    const [, , rate] = await understood("companyYears", rates);
    expect(rate?.field).toBe("researchShare");
    expect(rate?.confidence).toBeGreaterThanOrEqual(sureConfidence);
    const spoken = await understood("intellectualProperty", kinds, [{ column: 2, field: "class" }]);
    expect(spoken[1]).toMatchObject({ field: "class", confidence: 1 });
  });
});
