import { describe, expect, it } from "vitest";
import { hasChromium } from "../support/chromium.ts";
import { emptyProgram } from "../support/program.ts";
import { openWindow } from "../support/windowed.ts";

const refused = { ok: false, problem: { kind: "fault", code: "E-DB-05", message: "磁盘满了，没有改动。" } };

describe.runIf(hasChromium())("what a button tries", { timeout: 60_000 }, () => {
  it("says in words why it failed, and may be tried again", async () => {
    const { page, troubles } = await openWindow(await emptyProgram({ host: "loopback" }));
    await page.getByRole("link", { name: "数据管理" }).click();
    await page.route("**/call", async (route) => {
      if (route.request().postData()?.includes('"backup"') === true) await route.fulfill({ json: refused });
      else await route.continue();
    });
    const backup = page.getByRole("button", { name: "立即备份" });
    await backup.click();
    await page.getByText("磁盘满了，没有改动。").waitFor();
    await page.locator(".ant-btn-loading").waitFor({ state: "detached" });
    await page.unroute("**/call");
    await backup.click();
    await page.getByText("已备份并核验：").waitFor();
    expect(troubles).toEqual([]);
  });

  it("does so for the report's files too", async () => {
    const { page, troubles } = await openWindow(await emptyProgram({ host: "loopback" }));
    await page.getByRole("link", { name: "总结与计划" }).click();
    await page.locator(".paper p").first().waitFor();
    await page.route("**/call", async (route) => {
      if (route.request().postData()?.includes('"write"') === true) await route.fulfill({ json: refused });
      else await route.continue();
    });
    await page.getByRole("button", { name: "打印预览" }).click();
    await page.getByText("磁盘满了，没有改动。").waitFor();
    await page.locator("button:enabled", { hasText: "打印预览" }).waitFor();
    expect(troubles).toEqual([]);
  });
});
