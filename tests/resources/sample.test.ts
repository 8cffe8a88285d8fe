import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { creditCode, creditCodeCheck, patentNumber } from "../../resources/sample/codes.ts";
import { companies, institutions } from "../../resources/sample/data/organisations.ts";
import {
  expectedFigure,
  expectedFigures,
  expectedNames,
  expectedPlanTargets,
} from "../../resources/sample/expected.ts";
import type { Cell } from "../../resources/sample/cells.ts";
import type { Sheet } from "../../resources/sample/layout.ts";
import { sampleFiles } from "../../resources/sample/makeSample.ts";
import { sampleBooks, sampleLists } from "../../resources/sample/sampleBooks.ts";

const folder = new URL("../../resources/sample/workbooks/", import.meta.url);
const sheets = [...sampleBooks, ...sampleLists].flatMap((book) => book.sheets);
const sheetsOf = (ledger: string): Sheet[] => sheets.filter((sheet) => sheet.ledger === ledger);

/** Values of one column of a sheet, without headings, subtotals, totals and notes. */
function column(sheet: Sheet, heading: string): Cell[] {
  const at = sheet.headings.findIndex((one) => one === heading || one.endsWith(`/${heading}`));
  const number = sheet.headings.indexOf("序号");
  return at < 0 ? [] : sheet.lines.filter((line) => typeof line[number] === "number").map((line) => line[at] ?? null);
}

const committed = (file: string): Buffer => readFileSync(new URL(encodeURIComponent(file), folder));
const values = (id: string) => expectedFigure(id).values;
const readNumber = (cell: Cell): number => Number.parseFloat(String(cell).normalize("NFKC")) || 0;
const add = (cells: Cell[]): number => cells.reduce<number>((sum, cell) => sum + readNumber(cell), 0);

describe("the committed workbooks", () => {
  it("are what the script writes, byte for byte", async () => {
    const files = await sampleFiles();
    expect(readdirSync(folder).sort()).toEqual(files.map(({ file }) => file).sort());
    const changed = files.filter(({ file, bytes }) => Buffer.compare(committed(file), bytes) !== 0);
    expect(changed.map(({ file }) => file)).toEqual([]);
  });

  it("number every data row once", () => {
    const filled = sheets.filter((sheet) => sheet.ledger !== null);
    expect(filled.map((sheet) => column(sheet, "序号"))).toEqual(
      filled.map(({ dataRows }) => Array.from({ length: dataRows }, (_, at) => at + 1)),
    );
  });

  it("are at least sixteen, with an empty sheet, two-row headings and a GBK list", () => {
    expect(sampleBooks.length).toBeGreaterThanOrEqual(16);
    expect(sheets.some((sheet) => sheet.lines.length === 0)).toBe(true);
    expect(sheets.some((sheet) => sheet.headings.some((heading) => heading.startsWith("经费（万元）/")))).toBe(true);
    const [list] = sampleLists;
    const bytes = committed(list?.file ?? "");
    expect(new TextDecoder("gbk", { fatal: true }).decode(bytes)).toContain("专利权人");
    expect(new TextDecoder("utf-8").decode(bytes)).toContain("\ufffd");
  });
});

describe("names and numbers", () => {
  const organisations = [...companies, ...institutions];
  const allNames = organisations.flatMap((one) => [
    one.name,
    ...(one.shortName === one.name ? [] : [one.shortName]),
    ...one.aliases,
    ...(one.formerName === null ? [] : [one.formerName]),
  ]);

  it("give no two organisations one name", () => {
    expect(allNames).toEqual([...new Set(allNames)]);
  });

  it("in the books are all in the list of organisations", () => {
    const headings = [
      "企业名称",
      "依托单位",
      "建设单位",
      "合作院所",
      "承担单位",
      "项目承担单位",
      "完成单位",
      "专利权人",
    ];
    const known = new Set(allNames);
    const written = sheets.flatMap((sheet) => headings.flatMap((heading) => column(sheet, heading)));
    const names = written.flatMap((cell) => String(cell).split("、"));
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it("use full names, short names, aliases and former names", () => {
    const cells = new Set(sheetsOf("platforms").flatMap((sheet) => column(sheet, "依托单位")));
    for (const name of ["示例海龙股份有限公司", "圆友集团", "精工科技", "示例玻璃纸厂"]) expect(cells).toContain(name);
  });

  it("carry right check digits", () => {
    for (const code of ["9144030071526726XG", "91110000802100433B", "91330100799655058B"])
      expect(creditCodeCheck(code.slice(0, 17))).toBe(code.at(-1));
    expect(creditCode(1)).toBe("91370703990000017K");
    expect(creditCode(2)).toBe("91370703990000025E");
    expect(patentNumber(2015, 1, 743297)).toBe("201510743297.5");
    const codes = organisations.flatMap((one) => (one.creditCode === null ? [] : [one.creditCode]));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => creditCodeCheck(code.slice(0, 17)) === code[17])).toBe(true);
  });
});

describe("the figures of the sample year", () => {
  it.each([
    ["highTechStock", 5, 4],
    ["centreStock", 16, 14],
    ["pilotStock", 4, 4],
    ["cooperatingCompanies", 43, 40],
    ["projectsApproved", 12, 9],
    ["grantsApproved", 423, 310],
    ["largestGrant", 400, 120],
    ["appraisals", 10, 8],
    ["awards", 9, 7],
    ["awardsProvincial", 1, 1],
    ["investmentCompletion", 224, 120],
    ["investmentTarget", 100, 80],
  ])("%s is %d in 2012 and %d in 2011", (id, year2012, year2011) => {
    expect(values(id)).toMatchObject({ year2012, year2011 });
  });

  it("name the five companies, the two new centres and the pending four", () => {
    expect([...expectedNames.highTech].sort()).toEqual(["华铃动力", "圆友集团", "新材料", "海龙", "精工"].sort());
    expect(expectedNames.newCentres).toEqual(["鑫昊木业", "双通塑料"]);
    expect(expectedNames.pendingCentres).toEqual(["长松柴油机", "金石通保温材料"]);
    expect(expectedNames.pendingPilots).toEqual(["圆友重工", "沃科奇实业"]);
    expect(expectedPlanTargets).toEqual({ provincialCentres: 1, municipalCentres: 4 });
  });

  it("differ as of the end of October", () => {
    const differing = expectedFigures
      .filter((one) => one.values.year2012 !== one.values.october2012)
      .map((one) => one.id);
    for (const id of [
      "highTechStock",
      "centreStock",
      "cooperatingCompanies",
      "projectsApproved",
      "appraisals",
      "awards",
    ])
      expect(differing).toContain(id);
    expect(values("centrePending")).toMatchObject({ year2012: 2, october2012: 4 });
  });

  it.each(["projectsApproved", "grantsApproved", "appraisals", "awards", "investmentArrived", "patentsGranted"])(
    "%s has something to compare in both half-years",
    (id) => {
      expect(values(id).firstHalf2012).toBeGreaterThan(0);
      expect(values(id).firstHalf2011).toBeGreaterThan(0);
    },
  );

  it("stand in the cells too: 423 of grants and 320 of investment", () => {
    const [upper, municipal] = sheetsOf("projects");
    expect(upper && municipal && add([...column(upper, "立项经费"), ...column(municipal, "立项经费（万元）")])).toBe(
      423,
    );
    expect(upper && column(upper, "立项经费")).toContain("400万");
    expect(add(sheetsOf("investmentFunds").flatMap((sheet) => column(sheet, "到位资金")))).toBe(224 + 96);
  });

  it("leave three companies without research spending, which is not zero", () => {
    const { values: research, missing } = expectedFigure("companyResearch");
    expect(missing).toMatchObject({ year2012: 3, year2011: 0 });
    expect(research).toMatchObject({ year2012: 26436.6, firstHalf2012: null });
    const cells = sheetsOf("companyYears").flatMap((sheet) => column(sheet, "研发费用合计（万元）"));
    expect(cells.filter((cell) => typeof cell !== "number")).toHaveLength(3);
  });
});
