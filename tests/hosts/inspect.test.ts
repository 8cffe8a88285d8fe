import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { runCli } from "../../main/hosts/commands/runCli.ts";
import { agileLocked } from "../main/importing/reading/locked.ts";
import { tinySheet } from "../main/importing/reading/tinyWorkbook.ts";
import { temporaryFolder } from "../support/temporary.ts";

const file = (text: string): string => {
  const path = join(temporaryFolder(), "名单.csv");
  writeFileSync(path, text);
  return path;
};

describe("inspect", () => {
  const path = (): string =>
    file(
      "示例区2012年科技计划项目立项汇总表,,,\n项目名称,承担单位,立项经费（万元）,附记\n光伏,甲公司,10,x\n风电,乙公司,20,y\n合计,,30,\n",
    );

  it("tells tables, rows and columns as JSON without a data folder", async () => {
    const { code, out, err } = await runCli(["inspect", path(), "--json"]);
    expect([code, err]).toEqual([0, []]);
    expect(JSON.parse(out)).toEqual({
      file: "名单.csv",
      hidden: [],
      tables: [
        {
          sheet: "名单",
          title: "示例区2012年科技计划项目立项汇总表",
          ledger: "projects",
          confidence: expect.any(Number),
          headerRows: [2],
          firstDataRow: 3,
          lastDataRow: 4,
          dataRows: 2,
          totalRows: [5],
          columns: [
            { col: 1, header: "项目名称", field: "title", unit: null, confidence: 1 },
            { col: 2, header: "承担单位", field: "undertaker", unit: null, confidence: 1 },
            {
              col: 3,
              header: "立项经费（万元）",
              field: expect.any(String),
              unit: "万元",
              confidence: expect.any(Number),
            },
            { col: 4, header: "附记", field: null, unit: null, confidence: 0 },
          ],
        },
      ],
    });
  });

  it("asks what only a person can say", async () => {
    const rows = [3, 5, 4, 2_600_000].map((amount, at) => `项目${at},甲公司,${amount}\n`);
    const doubtful = file(`2012年科技计划项目立项汇总表,,\n项目名称,承担单位,立项经费\n${rows.join("")}`);
    const { out } = await runCli(["inspect", doubtful, "--json"]);
    const { tables } = JSON.parse(out) as { tables: { questions: { kind: string; cells: string[] }[] }[] };
    expect(tables[0]?.questions).toMatchObject([{ kind: "unit", column: 3, cells: ["C6"] }]);
    expect((await runCli(["inspect", doubtful])).out).toMatch(/要问清：“立项经费”没有写单位.*（C6）/u);
  });

  it("says the same in Chinese lines, columns one below the other", async () => {
    const { code, out } = await runCli(["inspect", path()]);
    expect(code).toBe(0);
    expect(out).toContain("名单.csv：找到 1 张表");
    expect(out).toMatch(/台账：科技计划项目（把握 \d+%）；表头 第 2 行；数据第 3—4 行，共 2 行；合计、小计第 5 行/u);
    expect(out).toMatch(/^A {3}项目名称 +项目名称 +100%$/mu);
  });

  it("says that a file holds no table", async () => {
    const { code, out } = await runCli(["inspect", file("只有一句话\n还有一句\n，再有一句\n")]);
    expect([code, out]).toEqual([0, "名单.csv：找到 0 张表，里面没有看得出表头和数据的表格"]);
  });

  it("refuses in one line with a code what is absent, unreadable or too much at once", async () => {
    for (const [args, told] of [
      [["inspect"], "E-CLI-18"],
      [["inspect", "没有.xlsx"], "E-CLI-13"],
      [["inspect", file("\u0000\u0001PDF")], "E-IMP"],
      [["inspect", path(), "--ledger", "nosuch"], "E-"],
    ] as const) {
      const { code, out, err } = await runCli(args);
      expect([code, out, err.length]).toEqual([2, "", 1]);
      expect(err[0]).toContain(told);
    }
  });

  it("opens a locked workbook with the password of the command line or of the environment", async () => {
    const locked = join(temporaryFolder(), "锁.xlsx");
    writeFileSync(locked, agileLocked(tinySheet(`<row r="1"><c r="A1"><v>1</v></c></row>`), "密1"));
    expect((await runCli(["inspect", locked])).err[0]).toContain("E-IMP-14");
    expect((await runCli(["inspect", locked, "--password", "密2"])).err[0]).toContain("E-IMP-22");
    expect((await runCli(["inspect", locked, "--password", "密1"])).code).toBe(0);
    vi.stubEnv("KEJI_PASSWORD", "密1");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await runCli(["inspect", locked])).code).toBe(0);
  });
});
