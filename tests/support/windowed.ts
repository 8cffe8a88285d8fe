import { join } from "node:path";
import type { Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { serveLoopback } from "../../main/hosts/loopback.ts";
import type { Program } from "../../main/hosts/openProgram.ts";
import { developmentWindow, ensureBuilt, projectRoot } from "./built.ts";
import { sharedChromium } from "./chromium.ts";

export interface Windowed {
  readonly page: Page;
  /** Requests to anywhere but this machine's host, reports of the content policy, and errors on the console. */
  readonly troubles: string[];
}

interface WindowOptions {
  /** React's and antd's own warnings are `troubles` too. Slower, and not what users run: for walks through many pages. */
  readonly development?: boolean;
}

/** The built window in a real browser over the loopback host, at the size of an office PC. */
export async function openWindow(program: Program, { development = false }: WindowOptions = {}): Promise<Windowed> {
  ensureBuilt();
  const host = await serveLoopback(program, development ? developmentWindow() : join(projectRoot, "build/renderer"));
  const context = await (
    await sharedChromium()
  ).newContext({
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  const { origin } = new URL(host.address);
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("blob:") && !url.startsWith("data:"))
      troubles.push(`request: ${url}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => troubles.push(`page: ${error.message}`));
  onTestFinished(async () => {
    await context.close();
    await host.close();
  });
  await page.goto(host.address);
  return { page, troubles };
}
