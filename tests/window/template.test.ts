import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { hasChromium } from "../support/chromium.ts";
import { call, emptyProgram } from "../support/program.ts";
import { shot } from "../support/shot.ts";
import { openWindow } from "../support/windowed.ts";

describe.runIf(hasChromium())("a fill-in template", { timeout: 90_000 }, () => {
  it("is handed out from a ledger's page and comes back straight to its rows; a blank one says so", async () => {
    const program = await emptyProgram({ host: "loopback" });
    const values = { title: "轻质材料", year: 2012, level: "市级" };
    await call(program, "records", "save", { ledger: "projects", id: null, version: 0, values });
    const { page, troubles } = await openWindow(program);
    await page.goto(`${page.url().replace(/#.*$/u, "")}#/ledger/projects`);
    await page.getByRole("button", { name: "填报表样" }).click();
    const drawer = page.getByRole("dialog", { name: "下载填报表样" });
    const download = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        drawer.getByRole("button", { name: "下载" }).click(),
      ]);
      return { name: file.suggestedFilename(), mimeType: "", buffer: readFileSync(await file.path()) };
    };
    await drawer.getByText("预填已有的 1 条").click();
    await drawer.getByLabel("总投资（万元）").check();
    await drawer.getByLabel("期限").fill("2012-11-3");
    expect(await drawer.getByRole("button", { name: "下载" }).isDisabled()).toBe(true);
    await drawer.getByLabel("期限").fill("2012-11-30");
    await shot(page, "40-template");
    const filled = await download();
    expect(filled.name).toBe("2012年科技计划项目填报表.xlsx");
    await page.getByRole("link", { name: "导入" }).first().click();
    await page.getByLabel("工作簿").setInputFiles([{ ...filled, name: "某街道.xlsx" }]);
    await page.getByText("这是本程序的填报表样").waitFor();
    await shot(page, "41-template-back");
    await page.getByRole("link", { name: "导入" }).first().click();
    await page.getByRole("button", { name: "下载填报表样" }).click();
    await shot(page, "42-template-import");
    const blank = await download();
    await page.getByLabel("工作簿").setInputFiles([blank]);
    await page.getByText("E-IMP-53").waitFor();
    expect(troubles).toEqual([]);
  });
});
