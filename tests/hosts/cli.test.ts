import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import BetterSqlite3 from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { runCli } from "../../main/hosts/commands/runCli.ts";
import { emptyProgram, sampleFolder } from "../support/program.ts";
import { temporaryFolder } from "../support/temporary.ts";

const run = promisify(execFile);
const keep = { maxBuffer: 64 * 1024 * 1024 };

async function keji(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const { code, out, err } = await runCli(args);
  return { code, out, err: err.join("\n") };
}

/** Refused: exit 2, one Chinese line with a code, no stack. */
function expectRefusal({ code, err }: { code: number; err: string }, expected: string): void {
  expect(code).toBe(2);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toContain(expected);
  expect(err).toMatch(/[\u4e00-\u9fff]/);
  expect(err).not.toMatch(/\bat .+:\d+:\d+/);
}

describe("command line", () => {
  it("is a process with exit codes, JSON alone on stdout and one line on stderr", async () => {
    const data = join(temporaryFolder(), "数据");
    const cli = ["main/hosts/cli.ts"];
    const made = await run(process.execPath, [...cli, "sample", "--data", data, "--json"], keep);
    expect(JSON.parse(made.stdout)).toMatchObject({ district: { name: "示例区" } });
    expect(made.stderr).toBe("");
    const refused = run(process.execPath, [...cli, "list", "nosuchledger", "--data", data], keep);
    await expect(refused).rejects.toMatchObject({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/nosuchledger.*（E-/),
    });
  });

  it("lists each cell that did not go in, what waits, and writes the workbook for the sender", async () => {
    const folder = temporaryFolder();
    const data = join(folder, "数据");
    await keji("new", "--name", "示例区", "--code", "370703", "--year", "2012", "--data", data);
    const list = join(folder, "2012年科技项目.csv");
    writeFileSync(
      list,
      "项目名称,承担单位,级别,无偿资金（万元）\n风电,甲公司,市级,三十来万\n,乙公司,市级,20\n光伏,丙公司,市级,10\n",
    );
    const { out } = await keji("import", list, "--data", data, "--json");
    expect(JSON.parse(out)).toMatchObject([
      {
        ok: true,
        sheets: ["2012年科技项目"],
        tables: [{ headerRows: [1], firstRow: 2, lastRow: 4, columns: [{ field: "title" }, {}, {}, {}] }],
        counts: { added: 2, invalid: 1, doubts: 1 },
        quarantine: [
          { cell: "D2", raw: "三十来万", kind: "doubt", reason: expect.stringMatching(/约数/u) },
          { cell: "A3", raw: "", kind: "invalid", reason: "缺少项目名称" },
        ],
      },
    ]);
    const summed = join(folder, "2012年立项.csv");
    writeFileSync(
      summed,
      "项目名称,承担单位,无偿资金（万元）,总投资（万元）,计划类别\n水电,丁公司,10,50,自设计划\n火电,丁公司,20,60,\n合计,,30,100,\n",
    );
    const { out: told } = await keji("import", summed, "--data", data);
    expect(told).toContain("第 4 行合计相符：立项经费");
    expect(told).toContain("第 4 行合计不符：总投资（D4）写的是 100万元，各行相加是 110万元");
    expect(told).toMatch(/“计划类别”有 1 种写法.*没有回答，留空（E2）/u);
    expect((await keji("batches", "--data", data)).out).toMatch(/^2\t\d{4}-\d\d-\d\d \d\d:\d\d\t2012年立项/mu);
    const waiting = await keji("waiting", "--data", data);
    expect(waiting.out).toContain("第 3 行");
    // Without a name of its own a row goes by its company's, not by whatever field comes first.
    expect(waiting.out).toContain("\t乙公司\t有误：缺少项目名称");
    const back = join(folder, "请核对.xlsx");
    expect(await keji("error-workbook", "1", "--out", back, "--data", data)).toMatchObject({ code: 0 });
    expect(readFileSync(back).subarray(0, 2).toString()).toBe("PK");
    expectRefusal(await keji("error-workbook", "1", "--data", data), "E-CLI-20");
    expectRefusal(await keji("error-workbook", "x", "--out", back, "--data", data), "E-CLI-14");
  });

  it("goes the whole way: new, import, list, metrics, trace, report, export, take-back, backup, restore, check", async () => {
    const folder = temporaryFolder();
    const data = join(folder, "数据");
    const to = (name: string): string => join(folder, name);
    const json = async (...args: string[]): Promise<unknown> => {
      const { code, out, err } = await keji(...args, "--data", data, "--json");
      expect(err).toBe("");
      expect(code).toBe(0);
      return JSON.parse(out);
    };
    await json("new", "--name", "示例区", "--code", "370703", "--year", "2012");
    const workbooks = "resources/sample/workbooks";
    const files = readdirSync(workbooks)
      .filter((name) => /^(01|08)/.test(name))
      .map((name) => join(workbooks, name));
    const reports = (await json("import", ...files)) as { ok: boolean; batch: number }[];
    expect(reports.map(({ ok, batch }) => [ok, batch])).toEqual([
      [true, 1],
      [true, 2],
    ]);
    expect(((await json("list", "projects")) as unknown[]).length).toBeGreaterThan(12);
    const metrics = (await json("metrics", "--year", "2012")) as Record<string, unknown>[];
    const grants = metrics.find(({ metric }) => metric === "projectGrants");
    expect(grants).toMatchObject({ label: expect.stringContaining("资金"), unit: "万元", value: 423, records: 12 });
    expect(grants).toHaveProperty("basis");
    expect(grants).toHaveProperty("missing");
    expect(await json("trace", "projectGrants", "--year", "2012")).toMatchObject({
      metric: "projectGrants",
      value: 423,
    });
    for (const name of ["r.docx", "r.html", "r.txt", "r.json"]) {
      await json("report", "--year", "2012", "--out", to(name));
      expect(readFileSync(to(name)).length).toBeGreaterThan(1000);
    }
    await json("export", "projects", "--out", to("项目.xlsx"));
    expect(readFileSync(to("项目.xlsx")).subarray(0, 2).toString()).toBe("PK");
    await json("backup", "--out", to("备份.db"));
    await json("take-back", "2");
    expect(await json("list", "projects")).toEqual([]);
    expect(await json("batches")).toMatchObject([
      { id: 2, status: "takenBack" },
      { id: 1, status: "applied" },
    ]);
    await json("restore", to("备份.db"));
    expect(((await json("list", "projects")) as unknown[]).length).toBeGreaterThan(12);
    expect(await json("check")).toMatchObject({ ok: true });
  });

  it("brings an export back without a difference", async () => {
    const folder = temporaryFolder();
    const data = join(folder, "数据");
    await keji("new", "--name", "示例区", "--code", "370703", "--year", "2012", "--data", data);
    const workbooks = "resources/sample/workbooks";
    await keji(
      "import",
      ...readdirSync(workbooks)
        .filter((name) => /^(01|08)/.test(name))
        .map((name) => join(workbooks, name)),
      "--data",
      data,
    );
    const out = join(folder, "项目导出.xlsx");
    await keji("export", "projects", "--out", out, "--data", data);
    const [report] = JSON.parse((await keji("import", out, "--ledger", "projects", "--data", data, "--json")).out) as {
      counts: Record<string, number>;
      troubles: unknown[];
    }[];
    expect(report?.counts).toMatchObject({ added: 0, updated: 0, twins: 0, invalid: 0, stubs: 0, doubts: 0 });
    // So does a template with the records filled in; a blank one brings nothing.
    const form = join(folder, "填报表.xlsx");
    await keji("template", "projects", form, "--filled", "--data", data);
    expect((await keji("import", form, "--data", data)).out).toMatch(/新增 0，更新 0，相同 [1-9]/u);
    await keji("template", "projects", form, "--year", "2012", "--columns", "title,level", "--data", data);
    expectRefusal(await keji("import", form, "--data", data), "E-IMP-53");
  });

  it("refuses in one line what it cannot do, and changes nothing", async () => {
    const folder = temporaryFolder();
    const absent = join(folder, "没有");
    expectRefusal(await keji("list", "projects", "--data", absent), "E-DB-03");
    expect(existsSync(absent)).toBe(false);
    expectRefusal(await keji("list", "projects"), "E-CLI-03");
    expectRefusal(await keji("frobnicate", "--data", absent), "E-CLI-01");
    expectRefusal(await keji("list", "--nonsense"), "E-CLI-02");

    const data = join(folder, "数据");
    await keji("new", "--name", "示例区", "--code", "370703", "--year", "2012", "--data", data);
    mkdirSync(join(folder, "空"));
    expectRefusal(await keji("import", join(folder, "空"), "--data", data), "E-CLI-17");
    expectRefusal(await keji("new", "--name", "甲", "--code", "370703", "--year", "2012", "--data", data), "E-PRG-02");
    expectRefusal(await keji("sample", "--data", data), "E-PRG-02");
    expectRefusal(await keji("list", "nosuchledger", "--data", data), "nosuchledger");
    expectRefusal(await keji("trace", "nosuchmetric", "--year", "2012", "--data", data), "nosuchmetric");
    expectRefusal(await keji("metrics", "--year", "12", "--data", data), "E-CLI-04");
    expectRefusal(await keji("metrics", "--year", "2012", "--as-of", "2012-02-30", "--data", data), "E-CLI-06");
    expectRefusal(await keji("report", "--year", "2012", "--out", join(folder, "r.pdf"), "--data", data), "E-CLI-16");
    expectRefusal(await keji("take-back", "99", "--data", data), "99");
    const pdf = join(folder, "名单.xlsx");
    writeFileSync(pdf, "%PDF-1.7\n…");
    const before = readFileSync(join(data, "keji.db"));
    expectRefusal(await keji("import", pdf, "--data", data), "PDF");
    expect(JSON.parse((await keji("batches", "--data", data, "--json")).out)).toEqual([]);
    expect(before.length).toBeGreaterThan(0);
  });

  it("refuses a newer and a foreign data file and leaves every byte", async () => {
    const folder = temporaryFolder();
    const newer = join(folder, "新");
    await keji("new", "--name", "示例区", "--code", "370703", "--year", "2012", "--data", newer);
    const raw = new BetterSqlite3(join(newer, "keji.db"));
    raw.pragma("user_version = 9999");
    raw.close();
    const foreign = join(folder, "外");
    mkdirSync(foreign);
    const other = new BetterSqlite3(join(foreign, "keji.db"));
    other.exec("CREATE TABLE mine (a)");
    other.close();
    const text = join(folder, "文");
    mkdirSync(text);
    writeFileSync(join(text, "keji.db"), "not a database at all");
    for (const [data, code] of [
      [newer, "E-DB-01"],
      [foreign, "E-DB-02"],
      [text, "E-DB-02"],
    ] as const) {
      const bytes = readFileSync(join(data, "keji.db"));
      expectRefusal(await keji("metrics", "--year", "2012", "--data", data), code);
      expect(readFileSync(join(data, "keji.db")).equals(bytes)).toBe(true);
    }
  });

  it("says who holds a folder that a window has open", async () => {
    const program = await emptyProgram({ host: "loopback" });
    expectRefusal(await keji("list", "projects", "--data", program.services.folder()), "E-DB-04");
  });

  it("one cell changed and imported again: one 更新, and the figure follows", async () => {
    const { sampleBooks } = await import("../../resources/sample/sampleBooks.ts");
    expect(sampleBooks.length).toBeGreaterThan(15);
    const folder = temporaryFolder();
    const data = await sampleFolder();
    const name = "08示例区2012年科技计划项目立项汇总表.xlsx";
    copyFileSync(join("resources/sample/workbooks", name), join(folder, name));
    const { changeCell } = await import("../support/changeCell.ts");
    await changeCell(join(folder, name), "400万", "410万");
    const [report] = JSON.parse((await keji("import", join(folder, name), "--data", data, "--json")).out) as {
      counts: Record<string, number>;
    }[];
    expect(report?.counts).toMatchObject({ added: 0, updated: 1, twins: 0, invalid: 0 });
    const metrics = JSON.parse((await keji("metrics", "--year", "2012", "--data", data, "--json")).out) as Record<
      string,
      unknown
    >[];
    expect(metrics.find(({ metric }) => metric === "projectGrants")).toMatchObject({ value: 433 });
    const trace = JSON.parse(
      (await keji("trace", "projectGrants", "--year", "2012", "--data", data, "--json")).out,
    ) as { records: { values: { field: string; source: { raw: string; batch: number } }[] }[] };
    const raws = trace.records.flatMap(({ values }) =>
      values.filter(({ field }) => field === "grantAmount").map(({ source }) => source.raw),
    );
    expect(raws).toContain("410万");
    await keji("report", "--year", "2012", "--out", join(folder, "r.txt"), "--data", data);
    const text = readFileSync(join(folder, "r.txt"), "utf8");
    expect(text).toContain("433万元");
    expect(text).toContain("410万元");
    expect(text).not.toContain("423万元");
  });
});
