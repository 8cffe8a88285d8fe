import { describe, expect, it } from "vitest";
import type { RecordPage, StoredRecord } from "../../shared/api/api.ts";
import { hasChromium } from "../support/chromium.ts";
import { call, emptyProgram, sampleProgram } from "../support/program.ts";
import { shot } from "../support/shot.ts";
import { openWindow } from "../support/windowed.ts";

const csv = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "",
  buffer: Buffer.from(`\uFEFF${lines.join("\n")}`),
});

describe.runIf(hasChromium())("rows that are checked", { timeout: 90_000 }, () => {
  it("a change is taken or left field by field, a near name is told apart, by keys", async () => {
    const program = await sampleProgram({ host: "loopback" });
    const records = async (ledger: string): Promise<StoredRecord[]> =>
      (await call<RecordPage>(program, "records", "list", { ledger, limit: 500 })).records;
    const known = async (): Promise<StoredRecord | undefined> =>
      (await records("organisations")).find(({ values }) => values["name"] === "示例海龙股份有限公司");
    const { page, troubles } = await openWindow(program);
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "导入" }).click();
    await page
      .getByLabel("工作簿")
      .setInputFiles([
        csv("2012年企业名录.csv", [
          "示例区企业名录（2012年）",
          "企业名称,统一社会信用代码,法定代表人,联系电话,所属街道,厂房面积",
          "示例海龙股份有限公司,,赵新,13800000001,东城街道,300",
          "新生材料有限公司,,钱一,13800000002,东城街道,200",
          "示例海龙有限公司,,孙二,13800000003,西苑街道,100",
          "坏码塑料有限公司,9.13707E+17,李三,13800000004,东城街道,50",
        ]),
      ]);
    const grid = page.getByRole("grid", { name: "要导入的行" });
    await grid.getByRole("row").filter({ hasText: "赵新" }).waitFor();
    await grid.focus();
    await shot(page, "10-rows");
    // 1 leaves the first changed field as it is; again 1 would take it after all.
    await page.keyboard.press("1");
    await page.getByRole("button", { name: "（空）", pressed: true }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.getByText("“示例海龙有限公司”是不是台账里的这一家？").waitFor();
    await shot(page, "10-rows-twin");
    await page.keyboard.press("1");
    await grid.getByRole("row").filter({ hasText: "认作 示例海龙股份有限公司" }).waitFor();
    // Decisions outlive the window.
    await page.reload();
    await grid.getByRole("row").filter({ hasText: "认作 示例海龙股份有限公司" }).waitFor();
    await page.getByRole("button", { name: "新增 2", exact: true }).waitFor();
    await shot(page, "10-rows-decided");
    const before = (await records("organisations")).length;
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: /已导入 第/ }).waitFor();
    const values = Object.values((await known())?.values ?? {});
    expect(values).not.toContain("赵新");
    expect((await records("organisations")).length).toBe(before + 2);
    expect(troubles).toEqual([]);
  });

  it("a number lists its rows, totals are checked, and what waits is finished by keys", async () => {
    const program = await emptyProgram({ host: "loopback" });
    const known = { ledger: "organisations", id: null, version: 0, values: { name: "示例材料有限公司" } };
    await call<StoredRecord>(program, "records", "save", known);
    const { page, troubles } = await openWindow(program);
    await page.getByRole("link", { name: "导入" }).first().click();
    await page
      .getByLabel("工作簿")
      .setInputFiles([
        csv("立项.csv", [
          "科技计划项目立项汇总表",
          "项目名称,承担单位,级别,立项年度,立项经费（万元）,总投资（万元）",
          "轻质材料,甲公司,市级,2012,10,100",
          "智能装备,示例区示例材料有限公司,市级,2012,20,200",
          ",乙公司,省级,2012,30,300",
          "合计,,,,60,500",
        ]),
      ]);
    const grid = page.getByRole("grid", { name: "要导入的行" });
    const chip = (name: string) => page.getByRole("button", { name, exact: true });
    // Its head is a row as well.
    const rowsShown = async (count: number) => {
      await expect.poll(() => grid.getByRole("row").count()).toBe(count + 1);
    };
    await chip("全部 3").waitFor();
    await page.getByText("✓ 合计相符：立项经费").waitFor();
    await page.getByText("写 500万元，各行相加 600万元").waitFor();
    await page.getByText("1 行单位名称与已有的相近、还没有选").waitFor();
    await shot(page, "11-counts");
    await chip("疑似重复 1").click();
    await rowsShown(1);
    await grid.focus();
    await page.keyboard.press("1");
    await page.getByText("第 4 行：认作 示例材料有限公司，不再列在“疑似重复”里").waitFor();
    await chip("疑似重复 0").waitFor();
    await shot(page, "11-moved");
    await page.keyboard.press("Control+z");
    await chip("疑似重复 1").waitFor();
    await rowsShown(1);
    await chip("有误 1").click();
    await rowsShown(1);
    await shot(page, "11-faulty");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "把有误的 1 行退回企业" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await page.getByRole("button", { name: "确认导入 2 条" }).click();
    await page.getByText("1 行的单位名称与已有的相近").waitFor();
    await shot(page, "12-done");
    await page.getByRole("button", { name: "去办理" }).click();
    await page.getByRole("tab", { name: "待处理数据 1" }).waitFor();
    const waiting = page.getByRole("grid", { name: "待处理数据" });
    await waiting.getByRole("row").filter({ hasText: "立项.csv" }).waitFor();
    await shot(page, "12-waiting");
    await waiting.focus();
    await page.keyboard.press("Enter");
    await page.getByLabel("改正项目名称").pressSequentially("节能装备");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect.poll(() => waiting.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press("Control+Enter");
    await page.getByText("没有待处理的行").waitFor();
    await shot(page, "12-settled");
    const { records } = await call<RecordPage>(program, "records", "list", { ledger: "projects" });
    expect(records.map(({ values }) => values["title"]).toSorted()).toEqual(
      ["智能装备", "节能装备", "轻质材料"].toSorted(),
    );
    expect(troubles).toEqual([]);
  });
});
