import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RecordPage } from "../../shared/api/api.ts";
import { agileLocked } from "../main/importing/reading/locked.ts";
import { hasChromium } from "../support/chromium.ts";
import { call, emptyProgram, sampleProgram } from "../support/program.ts";
import { shot } from "../support/shot.ts";
import { openWindow } from "../support/windowed.ts";

const workbook = (name: string): string => join("resources/sample/workbooks", name);
const doubtful = (prefix: string): Buffer =>
  Buffer.from(
    [
      "\uFEFF科技计划项目立项汇总表",
      "项目名称,计划类别,级别,承担单位,立项年度,立项经费（万元）,立项时间",
      `${prefix}甲,市科技发展计划,市级,示例海龙股份有限公司,2012,约50,2012.5`,
      `${prefix}乙,市科技发展计划,市级,示例海龙股份有限公司,2012,8,2012.6`,
    ].join("\n"),
  );
const csv = (name: string, buffer: Buffer) => ({ name, mimeType: "", buffer });

describe.runIf(hasChromium())("import page", { timeout: 90_000 }, () => {
  it("takes a plain file to its rows by keys alone: looked at, confirmed, taken back", async () => {
    const program = await sampleProgram({ host: "loopback" });
    const { page, troubles } = await openWindow(program, { development: true });
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "导入" }).click();
    await shot(page, "1-files");
    await page.getByLabel("工作簿").setInputFiles([workbook("01示例区企业名录（2012年）.xlsx")]);
    const grid = page.getByRole("grid", { name: "要导入的行" });
    await page.getByRole("navigation", { name: "导入步骤" }).getByRole("button", { name: "栏目对应" }).click();
    await page
      .getByRole("combobox", { name: /对应栏目/ })
      .first()
      .waitFor();
    await shot(page, "2a-columns");
    await page.getByRole("button", { name: "下一步：核对" }).click();
    await grid.getByRole("row").nth(1).waitFor();
    await shot(page, "2-plain-known");
    await page.getByRole("navigation", { name: "导入步骤" }).getByRole("button", { name: "文件" }).click();
    await page.getByLabel("工作簿").setInputFiles([csv("立项.csv", doubtful("新项目"))]);
    await grid.getByRole("row").filter({ hasText: "新项目甲" }).waitFor();
    await page.getByRole("button", { name: "确认导入 2 条" }).waitFor();
    await grid.focus();
    await page.keyboard.press("ArrowDown");
    await page.getByLabel("第 4 行", { exact: true }).waitFor();
    await page.keyboard.press("ArrowUp");
    await shot(page, "3-plain");
    // The amount could not be read; Enter leads to its box, and what is typed goes in.
    await page.keyboard.press("Enter");
    await page.keyboard.type("50");
    await page.keyboard.press("Enter");
    await page.getByText("● 按“50万元”导入").waitFor();
    await page.getByRole("button", { name: "F3", exact: true }).click();
    await page.getByRole("dialog").locator(".marked").filter({ hasText: "约50" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await grid.focus();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { name: /已导入 第/ }).waitFor();
    await shot(page, "4-done");
    const grants = async () =>
      (await call<RecordPage>(program, "records", "list", { ledger: "projects", search: "新项目甲" })).records.map(
        ({ values }) => values["grantAmount"],
      );
    expect(await grants()).toEqual([50_000_000]);
    await page.getByRole("button", { name: "撤销本批" }).click();
    await page.getByRole("button", { name: "撤销本批" }).last().click();
    await page.getByRole("heading", { name: /已撤销 第/ }).waitFor();
    await shot(page, "5-taken-back");
    expect(await grants()).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("names what cannot be imported and why, beside files that can", async () => {
    const { page, troubles } = await openWindow(await emptyProgram({ host: "loopback" }));
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "导入" }).click();
    await page
      .getByLabel("工作簿")
      .setInputFiles([
        csv("名单.pdf", Buffer.from("%PDF-1.7\n")),
        csv("存疑.csv", doubtful("甲")),
        csv("再报.csv", doubtful("乙")),
        csv("加密.xlsx", agileLocked(readFileSync(workbook("17示例区科技培训和科技下乡活动台账.xlsx")), "县科技局")),
      ]);
    await page.getByRole("button", { name: /全部确认导入（2 个文件/ }).waitFor();
    await page.getByLabel("名单.pdf").getByText("E-IMP-11").waitFor();
    const locked = page.getByLabel("加密.xlsx", { exact: true });
    await locked.getByLabel(/的密码/).fill("不对");
    await page.keyboard.press("Enter");
    await locked.getByText("密码不对").waitFor();
    await shot(page, "6-wrong-file");
    await locked.getByLabel(/的密码/).fill("县科技局");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /全部确认导入（3 个文件/ }).waitFor();
    await page.getByRole("button", { name: /全部确认导入/ }).click();
    await page.getByText("已导入 3 个文件").waitFor();
    await page.getByLabel("存疑.csv").getByRole("link", { name: "打开科技计划项目" }).click();
    await page.getByRole("row").filter({ hasText: "甲甲" }).first().waitFor();
    expect(troubles).toEqual([]);
  });

  it("takes a batch up again that was left, and gives one up", async () => {
    const { page, troubles } = await openWindow(await emptyProgram({ host: "loopback" }));
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "导入" }).click();
    await page.getByLabel("工作簿").setInputFiles(["甲", "乙"].map((name) => csv(`${name}.csv`, doubtful(name))));
    await page.getByRole("button", { name: /全部确认导入（2 个文件/ }).waitFor();
    await page.reload();
    const left = (name: string) => page.getByRole("row").filter({ hasText: name });
    await left("乙.csv").getByRole("button", { name: "放弃" }).click();
    await left("乙.csv").waitFor({ state: "detached" });
    await left("甲.csv").getByRole("button", { name: "继续" }).click();
    await page.getByRole("button", { name: /确认导入 2 条/ }).click();
    await page.getByRole("heading", { name: "已导入 第 1 批" }).waitFor();
    expect(troubles).toEqual([]);
  });
});
