import { afterEach, expect, test, vi } from "vitest";
import { findChromium, hasChromium, launchChromium } from "./chromium.ts";

afterEach(() => vi.unstubAllEnvs());

test.runIf(hasChromium())("the browser draws a page", async () => {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent("<button>导 入</button>");
    expect(await page.getByRole("button", { name: /导\s*入/ }).count()).toBe(1);
  } finally {
    await browser.close();
  }
});

test("CHROMIUM decides, and a path that leads nowhere is not replaced in silence", async () => {
  vi.stubEnv("CHROMIUM", "/nowhere/chromium");
  expect(findChromium()).toBeNull();
  await expect(launchChromium()).rejects.toThrow("set CHROMIUM");
  vi.stubEnv("CHROMIUM", process.execPath);
  expect(findChromium()).toBe(process.execPath);
});
