import { join } from "node:path";
import type { Page } from "playwright-core";

/** A picture of the window for people to look at, into the folder that KEJI_SHOTS names; nothing where it names none. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["KEJI_SHOTS"];
  if (folder === undefined) return;
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
