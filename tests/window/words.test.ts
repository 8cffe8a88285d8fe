import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { ProgramState } from "../../shared/api/api.ts";
import { hasChromium } from "../support/chromium.ts";
import { call, emptyProgram } from "../support/program.ts";
import { openWindow } from "../support/windowed.ts";

/** Names that people know: programs and keys. */
const known = /^(?:Word|Excel|WPS|Ctrl|PDF|docx|html|txt|xlsx|Esc)$/;

/** Latin words in texts and in what screen readers say, with where they stand. */
async function latinWords(page: Page, folder: string): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      if (walk.currentNode.parentElement?.closest("style, script") === null)
        found.push(walk.currentNode.textContent ?? "");
    }
    for (const element of document.querySelectorAll("*")) {
      for (const name of ["title", "aria-label", "placeholder", "alt"]) found.push(element.getAttribute(name) ?? "");
    }
    return found;
  });
  return texts.filter((text) =>
    (text.replaceAll(folder, "").match(/[A-Za-z]{3,}/g) ?? []).some((word) => !known.test(word)),
  );
}

describe.runIf(hasChromium())("words on screen", { timeout: 60_000 }, () => {
  it("are Chinese everywhere, for eyes and for screen readers", async () => {
    const program = await emptyProgram({ host: "loopback" });
    const { folder } = await call<ProgramState>(program, "program", "state");
    const { page } = await openWindow(program);
    const links = page.locator("nav.frame-nav a");
    await links.first().waitFor();
    const found: Record<string, string[]> = {};
    const look = async (place: string): Promise<void> => {
      const words = await latinWords(page, folder);
      if (words.length > 0) found[place] = words;
    };
    for (let at = 0; at < (await links.count()); at += 1) {
      await links.nth(at).click();
      await page.locator(".page-bar h1").waitFor();
      await look(await links.nth(at).innerText());
    }
    await page.getByLabel("截至日期").click();
    await page.locator(".ant-picker-panel").waitFor();
    await look("calendar");
    await page.keyboard.press("Escape");
    await page
      .getByRole("navigation", { name: "主导航" })
      .getByRole("link", { name: /^科技计划项目/ })
      .click();
    await page.getByRole("button", { name: "新建" }).click();
    await page.getByRole("button", { name: "保存" }).click();
    await page.getByText("请填写“项目名称”").waitFor();
    await page.getByLabel("计划类别").click();
    await look("form");
    expect(found).toEqual({});
  });
});
