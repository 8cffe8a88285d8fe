import { describe, expect, it } from "vitest";
import type { RecordPage } from "../../shared/api/api.ts";
import { hasChromium } from "../support/chromium.ts";
import { call, emptyProgram } from "../support/program.ts";
import { shot } from "../support/shot.ts";
import { openWindow } from "../support/windowed.ts";

/** Companies' own sheets of one layout. */
const month = (prefix: string, companies: number) =>
  Array.from({ length: companies }, (_, at) => ({
    name: `${prefix}${String(at + 1).padStart(2, "0")}.csv`,
    mimeType: "",
    buffer: Buffer.from(
      `\uFEFF科技计划项目立项汇总表\n项目名称,承担单位,级别,立项年度,立项经费（万元）\n${prefix}项目${at},第${at}公司,市级,2012,${at + 1}`,
    ),
  }));

describe.runIf(hasChromium())("sixty files", { timeout: 180_000 }, () => {
  it("are read with progress, stopped and read on, confirmed at once; the next month asks nothing", async () => {
    const program = await emptyProgram({ host: "loopback" });
    const { page, troubles } = await openWindow(program);
    await page.getByRole("link", { name: "导入" }).first().click();
    await page.getByLabel("工作簿").setInputFiles(month("一月", 60));
    await page.getByText(/（1?\d \/ 60）/).waitFor();
    await shot(page, "13-sixty-reading");
    await page.getByRole("button", { name: "停止" }).click();
    await page.getByRole("button", { name: "继续读" }).click();
    const all = (files: number) => page.getByRole("button", { name: `全部确认导入（${files} 个文件，${files} 条）` });
    await all(60).waitFor({ timeout: 90_000 });
    await shot(page, "13-sixty");
    await all(60).click();
    await page.getByText("已导入 60 个文件").waitFor({ timeout: 60_000 });
    await page.getByText("本次 60 个文件：已导入 60").waitFor();
    await page.getByLabel("工作簿").setInputFiles(month("二月", 10));
    // Ten tell as much as sixty of what a known layout asks.
    await all(10).waitFor({ timeout: 90_000 });
    await expect.poll(() => page.getByText("可以直接导入").count()).toBe(10);
    await shot(page, "13-sixty-again");
    await page.getByRole("button", { name: "表样方案" }).click();
    await page.getByLabel("方案名称").waitFor();
    await shot(page, "14-recipes");
    await page.keyboard.press("Escape");
    await all(10).click();
    await page.getByText("本次 10 个文件：已导入 10").waitFor({ timeout: 60_000 });
    const { total } = await call<RecordPage>(program, "records", "list", { ledger: "projects" });
    expect(total).toBe(70);
    expect(troubles).toEqual([]);
  });
});
