import { copyFileSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase, type Database } from "../../../main/database/open.ts";
import { importFiles } from "../../../main/importing/importFiles.ts";
import { readWorkbook } from "../../../main/importing/reading/readWorkbook.ts";
import type { ImportReport } from "../../../shared/api/api.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { systemClock } from "../../../main/platform/clock.ts";

// The whole sample year through the real reader into real SQLite, twice.

const workbooks = join(import.meta.dirname, "../../../resources/sample/workbooks");

/** Cells of the sample that the importer cannot understand, and why that is right. */
const explained: Readonly<Record<string, string>> = {
  现代农业: "2008 年高新技术领域目录里没有这一类",
  示例行业协会科技创新奖: "不是政府科技奖，字典里没有",
  社会力量: "社会力量设奖没有级别",
};

describe("the sample year", () => {
  let database: Database;
  let first: ImportReport[];
  let second: ImportReport[];

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "keji-import-"));
    database = await openDatabase(join(folder, "keji.db"), { create: true });
    const run = () => importFiles({ database, clock: systemClock, readWorkbook }, { paths: [workbooks], who: "示例" });
    first = await run();
    second = await run();
    return async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    };
  }, 120_000);

  it("takes every file, each a batch, company lists first", () => {
    expect(first.filter(({ ok }) => !ok)).toEqual([]);
    expect(first.map(({ file }) => file).toSorted()).toEqual(readdirSync(workbooks).toSorted());
    expect(first.map(({ batch }) => batch)).toEqual(first.map((_report, at) => at + 1));
    expect(first[0]?.file).toContain("企业名录");
  });

  it("finds a ledger for every table and a place for every column, or leaves it out knowingly", () => {
    const tables = first.flatMap(({ file, tables: found }) => found.map((table) => ({ file, ...table })));
    expect(tables.filter(({ ledger }) => ledger === null)).toEqual([]);
    const unknown = tables.flatMap(({ file, sheet, columns }) =>
      columns
        .filter(({ field, confidence }) => field === null && confidence === 0)
        .map(({ heading }) => `${file} ${sheet} ${heading}`),
    );
    expect(unknown).toEqual([]);
  });

  it("leaves no row out and no doubt unexplained", () => {
    const troubles = first.flatMap((report) => report.troubles);
    expect(troubles.filter(({ kind }) => kind === "invalid" || kind === "twin" || kind === "total")).toEqual([]);
    const doubts = troubles.filter(({ kind, raw }) => kind === "doubt" && explained[raw] === undefined);
    expect(doubts.map(({ sheet, cell, raw, message }) => `${sheet} ${cell} ${raw} ${message}`)).toEqual([]);
  });

  it("finds everything 相同 the second time and writes nothing", async () => {
    for (const [at, report] of second.entries()) {
      const { added, updated, stubs, twins } = report.counts;
      expect([report.file, added, updated, stubs, twins]).toEqual([report.file, 0, 0, 0, 0]);
      expect(report.knownAs).toBe(first[at]?.batch);
    }
    const history = await database.read
      .selectFrom("history")
      .select("batch")
      .where("batch", ">", first.length)
      .execute();
    expect(history).toEqual([]);
  });

  it("reads amounts and stages as the sample means them", async () => {
    const grants = await database.read
      .selectFrom("projects")
      .select(["title", "grantAmount"])
      .where("level", "in", ["国家级", "省级", "市级"])
      .where("year", "=", 2012)
      .execute();
    const sum = grants.reduce((total, { grantAmount }) => total + (grantAmount ?? 0), 0);
    expect(sum).toBe(423_000_000);
    const certified = await database.read
      .selectFrom("stages")
      .select(["date"])
      .where("ledger", "=", "highTechCertificates")
      .where("stage", "=", "认定")
      .execute();
    expect(certified.map(({ date }) => date).toSorted()).toEqual([
      "2008-12-05",
      "2010-02-10",
      "2010-03-26",
      "2011-10-31",
      "2011-11-30",
      "2012-11-12",
    ]);
    const years = await database.read
      .selectFrom("companyYears")
      .innerJoin("organisations", "organisations.id", "companyYears.company")
      .select(["year", "revenue"])
      .where("organisations.shortName", "=", "创智新材料")
      .where("caliber", "=", "高企")
      .orderBy("year")
      .execute();
    expect(years).toEqual([
      { year: 2010, revenue: 4_200_000_000 },
      { year: 2011, revenue: 6_100_000_000 },
      { year: 2012, revenue: 8_350_000_000 },
    ]);
  });
});

describe("a folder", () => {
  it("is walked in the order of names, without lock files and what is no table", async () => {
    const folder = mkdtempSync(join(tmpdir(), "keji-folder-"));
    try {
      mkdirSync(join(folder, "b"));
      const book = join(workbooks, readdirSync(workbooks).find((name) => name.startsWith("13")) ?? "");
      copyFileSync(book, join(folder, "b", "奖励.xlsx"));
      for (const name of ["~$奖励.xlsx", ".隐藏.xlsx", "说明.docx"]) copyFileSync(book, join(folder, name));
      const database = await openDatabase(join(folder, "keji.db"), { create: true });
      const reports = await importFiles(
        { database, clock: systemClock, readWorkbook },
        { paths: [folder], who: "李四" },
      );
      await database.close();
      expect(reports.map(({ file, ok }) => [file, ok])).toEqual([["奖励.xlsx", true]]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("tells of a file beyond the limit without taking it into memory, and goes on with the others", async () => {
    const folder = mkdtempSync(join(tmpdir(), "keji-folder-"));
    try {
      const book = join(workbooks, readdirSync(workbooks).find((name) => name.startsWith("13")) ?? "");
      copyFileSync(book, join(folder, "奖励.xlsx"));
      // A hole of 3 GB: more than one buffer can hold.
      writeFileSync(join(folder, "巨大.xlsx"), "");
      truncateSync(join(folder, "巨大.xlsx"), 3_000_000_000);
      const database = await openDatabase(join(folder, "keji.db"), { create: true });
      const reports = await importFiles(
        { database, clock: systemClock, readWorkbook },
        { paths: [folder], who: "李四" },
      );
      await database.close();
      expect(reports.map(({ file, ok, refusal }) => [file, ok, refusal?.code])).toEqual([
        ["奖励.xlsx", true, undefined],
        ["巨大.xlsx", false, "E-IMP-04"],
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
