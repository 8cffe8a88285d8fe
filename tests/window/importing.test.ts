import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { hasChromium } from "../support/chromium.ts";
import { emptyProgram } from "../support/program.ts";
import { closeBrowser, openWindow } from "../support/windowed.ts";

afterAll(closeBrowser);
const workbook = (name: string): string => join("resources/sample/workbooks", name);
const doubtful = Buffer.from(
  [
    "\uFEFF科技计划项目立项汇总表",
    "项目名称,计划类别,级别,承担单位,立项年度,立项经费（万元）,立项时间",
    "新项目甲,市科技发展计划,市级,示例海龙股份有限公司,2012,约50,2012.5",
    "新项目乙,市科技发展计划,市级,示例海龙股份有限公司,2012,8,2012.6",
  ].join("\n"),
);

describe.runIf(hasChromium())("import page", { timeout: 60_000 }, () => {
  it("takes several files: one line each, doubts with cell and raw text, all confirmed at once", async () => {
    const { page, troubles } = await openWindow(await emptyProgram({ host: "loopback" }));
    await page.getByRole("link", { name: "导入" }).click();
    await page.getByLabel("工作簿").setInputFiles([workbook("01示例区企业名录（2012年）.xlsx")]);
    await page.getByRole("button", { name: /确认导入 \d/ }).waitFor();
    await page.getByLabel("工作簿").setInputFiles([
      { name: "名单.pdf", mimeType: "", buffer: Buffer.from("%PDF-1.7\n") },
      { name: "存疑.csv", mimeType: "", buffer: doubtful },
      { name: "再报.csv", mimeType: "", buffer: Buffer.concat([doubtful, Buffer.from("\n")]) },
    ]);
    await page.getByRole("button", { name: /全部确认导入（2 个文件/ }).waitFor();
    await page.getByLabel("名单.pdf").getByText("E-IMP-11").waitFor();
    const file = page.getByLabel("存疑.csv");
    await file.getByRole("button", { name: /处要看/ }).click();
    const row = file.getByRole("row").filter({ hasText: "约50" });
    await row.getByText("F3").waitFor();
    await page.getByRole("button", { name: /全部确认导入/ }).click();
    await page.getByText("已导入 2 个文件").waitFor();
    await file.getByRole("link", { name: "打开科技计划项目" }).click();
    await page.getByRole("row").filter({ hasText: "新项目甲" }).first().waitFor();
    expect(troubles).toEqual([]);
  });

  it("takes a batch up again that was left, and gives one up", async () => {
    const { page, troubles } = await openWindow(await emptyProgram({ host: "loopback" }));
    await page.getByRole("link", { name: "导入" }).click();
    for (const name of ["甲.csv", "乙.csv"]) {
      const buffer = Buffer.from(doubtful.toString().replaceAll("新项目", name.slice(0, 1)));
      await page.getByLabel("工作簿").setInputFiles([{ name, mimeType: "", buffer }]);
      await page
        .getByLabel(name)
        .getByRole("button", { name: /确认导入/ })
        .waitFor();
    }
    await page.getByRole("button", { name: "返回批次列表" }).click();
    const left = (name: string) => page.getByRole("row").filter({ hasText: name });
    await left("乙.csv").getByRole("button", { name: "放弃" }).click();
    await left("乙.csv").waitFor({ state: "detached" });
    await left("甲.csv").getByRole("button", { name: "继续" }).click();
    await page.getByRole("button", { name: /确认导入 2 条/ }).click();
    await page.getByText(/已导入，第 1 批/).waitFor();
    expect(troubles).toEqual([]);
  });
});
