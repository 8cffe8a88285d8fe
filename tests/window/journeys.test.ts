import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openProgram } from "../../main/hosts/openProgram.ts";
import { hasChromium } from "../support/chromium.ts";
import { emptyProgram, sampleProgram } from "../support/program.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { openWindow } from "../support/windowed.ts";

const workbook = (start: string): string => join("resources/sample/workbooks", start);

// Long for a machine whose two cores also build and convert pages.
describe.runIf(hasChromium())("window", { timeout: 60_000 }, () => {
  it("first start: an empty database for a district, and its frame", async () => {
    const folder = join(temporaryFolder(), "数据");
    const program = await openProgram({ host: "loopback", folder });
    const { page, troubles } = await openWindow(program);
    await page.getByRole("radio", { name: /空库/ }).check();
    await page.getByLabel("区县名称").fill("寒亭区");
    await page.getByLabel("行政区划代码").fill("370703");
    await page.getByLabel("当前年度").fill("2012");
    await page.getByRole("button", { name: /开始使用/ }).click();
    await page.getByRole("heading", { name: "2012 年度总览" }).waitFor();
    await expect(page.getByText("寒亭区科学技术局").count()).resolves.toBeGreaterThan(0);
    expect(troubles).toEqual([]);
    await program.close();
  });

  it("imports two workbooks, shows what it understood, applies, and takes back", async () => {
    const { page, troubles } = await openWindow(await emptyProgram({ host: "loopback" }));
    await page.getByRole("link", { name: "导入" }).click();
    await page.getByLabel("工作簿").setInputFiles([workbook("01示例区企业名录（2012年）.xlsx")]);
    const step = (name: string) => page.getByRole("navigation", { name: "导入步骤" }).getByRole("button", { name });
    const confirmed = async (): Promise<void> => {
      await step("核对").click();
      await page.getByRole("button", { name: /^确认导入/ }).click();
      await page.getByRole("heading", { name: /已导入 第/ }).waitFor();
    };
    await confirmed();
    await step("文件").click();
    await page.getByLabel("工作簿").setInputFiles([workbook("08示例区2012年科技计划项目立项汇总表.xlsx")]);
    await step("栏目对应").click();
    await page
      .getByRole("combobox", { name: /对应栏目/ })
      .first()
      .waitFor();
    await confirmed();
    await page.getByRole("button", { name: "撤销本批" }).click();
    await page.getByRole("button", { name: "撤销本批" }).last().click();
    await page.getByRole("heading", { name: /已撤销 第/ }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("says in words why a file cannot be read", async () => {
    const { page } = await openWindow(await emptyProgram({ host: "loopback" }));
    await page.getByRole("link", { name: "导入" }).click();
    await page
      .getByLabel("工作簿")
      .setInputFiles({ name: "名单.xlsx", mimeType: "", buffer: Buffer.from("%PDF-1.7\n") });
    await page.getByText(/PDF/).waitFor();
    await page.getByText(/E-IMP-\d\d/).waitFor();
  });

  it("leads from a figure to the record and the cell in two clicks", async () => {
    const { page, troubles } = await openWindow(await sampleProgram({ host: "loopback" }));
    await page.getByRole("link", { name: "总结与计划" }).click();
    await page.getByRole("button", { name: /423/ }).first().click();
    const evidence = page.getByLabel("依据");
    await evidence.getByText(/^口径：/).waitFor();
    await evidence.getByRole("button", { name: /CTP/ }).click();
    await evidence
      .getByRole("button", { name: /“400万”/ })
      .first()
      .click();
    const marked = page.locator("td.marked");
    await marked.waitFor();
    expect(await marked.innerText()).toBe("400万");
    expect(troubles).toEqual([]);
  });

  it("changes a record by its form, and the figure follows", async () => {
    const { page, troubles } = await openWindow(await sampleProgram({ host: "loopback" }));
    await page.getByRole("link", { name: /^科技计划项目/ }).click();
    await page.getByPlaceholder("名称、编号、拼音首字母").fill("CTP");
    await page.getByRole("row").filter({ hasText: "新型自动数字化印刷制版设备" }).first().click();
    const amount = page.getByLabel("立项经费", { exact: true });
    await amount.fill("410万");
    await amount.blur();
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("已保存", { exact: true }).waitFor();
    await page.getByRole("link", { name: "总结与计划" }).click();
    await page.getByRole("button", { name: /433/ }).first().waitFor();
    expect(troubles).toEqual([]);
  });

  it("finds by two characters and by pinyin initials, and opens the record", async () => {
    const { page } = await openWindow(await sampleProgram({ host: "loopback" }));
    const box = page.getByLabel("查找");
    await box.fill("hldl");
    await page
      .getByText(/华铃动力/)
      .first()
      .waitFor();
    await box.fill("风筝");
    await page.getByTitle(/./).first().waitFor();
    await box.fill("沃科");
    await page.locator(".ant-select-item-option").first().click();
    await page.getByRole("tab", { name: "修改记录" }).waitFor();
  });

  it("the as-of date rules every figure on screen", async () => {
    const { page } = await openWindow(await sampleProgram({ host: "loopback" }));
    const tile = page.getByRole("button", { name: /工程技术研究中心/ }).first();
    await tile.getByText("16").waitFor();
    const asOf = page.getByLabel("截至日期");
    await asOf.fill("2012-10-31");
    await asOf.press("Enter");
    await tile.getByText("14").waitFor();
  });

  it("exports the report as Word", async () => {
    const { page } = await openWindow(await sampleProgram({ host: "loopback" }));
    await page.getByRole("link", { name: "总结与计划" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "导出 Word" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("2012年工作总结及2013年工作计划.docx");
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  it("opens every screen without an error and without a request to anywhere else", async () => {
    const program = await sampleProgram({ host: "loopback" });
    const { page, troubles } = await openWindow(program, { development: true });
    await page.locator(".page-bar h1").waitFor();
    const links = page.locator("nav.frame-nav a");
    for (let at = 0; at < (await links.count()); at += 1) {
      const link = links.nth(at);
      await link.click();
      await page.locator(".page-bar h1").waitFor();
    }
    expect(troubles).toEqual([]);
  });
});
