import { describe, expect, it } from "vitest";
import { hasChromium } from "../support/chromium.ts";
import { call, emptyProgram } from "../support/program.ts";
import { openWindow } from "../support/windowed.ts";

describe.runIf(hasChromium())("a list longer than one fetch", { timeout: 60_000 }, () => {
  it("goes to its end and draws only what is on screen", async () => {
    const program = await emptyProgram({ host: "loopback" });
    for (let at = 1; at <= 520; at += 1) {
      const values = { name: `第${String(at).padStart(4, "0")}号企业` };
      await call(program, "records", "save", { ledger: "organisations", id: null, version: 0, values });
    }
    const { page, troubles } = await openWindow(program);
    await page
      .getByRole("navigation", { name: "主导航" })
      .getByRole("link", { name: /^单位 ?\d/ })
      .click();
    await page.getByText("第0001号企业").waitFor();
    await page.getByRole("columnheader", { name: "单位名称" }).getByRole("button").click();
    await page.getByRole("grid").focus();
    await page.locator(".records").evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await page.getByText("第0520号企业").waitFor();
    expect(await page.getByRole("row").count()).toBeLessThan(80);
    await page.getByText("第0520号企业").click();
    await page.keyboard.press("ArrowUp");
    await page.locator(".record-form[aria-label=第0519号企业]").waitFor();
    expect(troubles).toEqual([]);
  });
});
