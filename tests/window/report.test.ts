import { describe, expect, it } from "vitest";
import { hasChromium } from "../support/chromium.ts";
import { sampleProgram } from "../support/program.ts";
import { openWindow } from "../support/windowed.ts";

describe.runIf(hasChromium())("report page", { timeout: 60_000 }, () => {
  it("has paper of 28 characters a line, at office and at narrow width", async () => {
    const { page } = await openWindow(await sampleProgram({ host: "loopback" }));
    await page.getByRole("link", { name: "总结与计划" }).click();
    await page.locator(".paper p").first().waitFor();
    const perLine = (): Promise<number> =>
      page.evaluate(() => {
        const paragraph = document.createElement("p");
        paragraph.textContent = "科，".repeat(60);
        document.querySelector(".paper")?.append(paragraph);
        const text = paragraph.firstChild as Text;
        const tops = Array.from({ length: 120 }, (_, at) => {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          return range.getBoundingClientRect().top;
        });
        paragraph.remove();
        // The second line: the first is indented.
        const second = [...new Set(tops)].toSorted((a, b) => a - b)[1];
        return tops.filter((top) => top === second).length;
      });
    expect(await perLine()).toBe(28);
    await page.setViewportSize({ width: 911, height: 512 });
    expect(await perLine()).toBe(28);
  });

  it("lists the items of a roster, closes the evidence by Esc, and previews the print", async () => {
    const { page, troubles } = await openWindow(await sampleProgram({ host: "loopback" }));
    await page.getByRole("link", { name: "总结与计划" }).click();
    await page.locator(".fig", { hasText: "海龙、圆友集团" }).first().click();
    const evidence = page.getByLabel("依据", { exact: true });
    await evidence.getByText("名单所列 5 条").waitFor();
    expect(await evidence.locator(".evidence-record").count()).toBe(5);
    await page.keyboard.press("Escape");
    await evidence.getByText("点一下正文").waitFor();
    await page.getByRole("button", { name: "打印预览" }).click();
    const printed = page.frameLocator("iframe[title=打印预览]");
    await printed.getByText("423").first().waitFor();
    await page.getByRole("button", { name: "打印", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator("iframe[title=打印预览]").waitFor({ state: "detached" });
    expect(troubles).toEqual([]);
  });
});
