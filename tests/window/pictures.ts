import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { serveLoopback } from "../../main/hosts/loopback.ts";
import { openProgram, type Program } from "../../main/hosts/openProgram.ts";
import { ensureBuilt, projectRoot } from "../support/built.ts";
import { launchChromium } from "../support/chromium.ts";
import { hasLibreOffice, pagePictures, toPdf } from "../support/libreoffice.ts";
import { call } from "../support/program.ts";
import { smallPng } from "./smallPng.ts";

// `npm run pictures`: the screens of the sample year at the size of an office PC, made by driving the real window, and
// two pages of the Word output, so that README's pictures stay true.

const pictures = join(projectRoot, "resources", "pictures");
const screens: readonly { name: string; to: string; ready: string; act?: readonly string[] }[] = [
  { name: "home", to: "#/", ready: ".track-row" },
  { name: "ledger", to: "#/ledger/projects", ready: ".records-row", act: [".records-row >> nth=2"] },
  { name: "import", to: "#/import", ready: ".ant-table-row" },
  { name: "metrics", to: "#/metrics/projectGrants", ready: ".evidence-record" },
  { name: "report", to: "#/report", ready: ".paper .fig", act: [".fig:has-text('423')", ".evidence-record >> nth=0"] },
];

ensureBuilt();
mkdirSync(pictures, { recursive: true });
const home = mkdtempSync(join(tmpdir(), "home-"));
const folder = join(home, "科绩数据");
const real = await openProgram({ host: "loopback", folder });
const shown = "/home/综合科";
/** What the window is shown stands for a user's own folder; where it really lies is nobody's concern. */
const program: Program = {
  ...real,
  async dispatch(area, method, input) {
    const answer = await real.dispatch(area, method, onTheWayIn(input));
    return JSON.parse(JSON.stringify(answer).replaceAll(home, shown)) as typeof answer;
  },
};
const host = await serveLoopback(program, join(projectRoot, "build", "renderer"));
const browser = await launchChromium();
const page = await browser.newPage({
  viewport: { width: 1366, height: 768 },
  locale: "zh-CN",
  timezoneId: "Asia/Shanghai",
});
await page.goto(host.address);
await page.locator(".first-start").waitFor();
await shoot(page, "start");
await page.getByRole("button", { name: /开始使用/ }).click();
await page.locator(".tile").first().waitFor({ timeout: 120_000 });
for (const { name, to, ready, act = [] } of screens) {
  await page.goto(new URL(to, host.address).href);
  await page.locator(ready).first().waitFor();
  for (const target of act) await page.locator(target).first().click();
  await page.waitForTimeout(500);
  await shoot(page, name);
}
if (hasLibreOffice()) await wordPages();
await browser.close();
await host.close();
await real.close();
rmSync(home, { recursive: true, force: true });

/** The folder as the window writes it, as the folder that there really is. */
function onTheWayIn(input: unknown): unknown {
  return JSON.parse(JSON.stringify(input ?? {}).replaceAll(shown, home)) as unknown;
}

async function shoot(of: Page, name: string): Promise<void> {
  // The pointer's hover would show on whatever lies under it.
  await of.mouse.move(1360, 760);
  writeFileSync(join(pictures, `${name}.png`), await smallPng(browser, await of.screenshot()));
}

/** Pages 1 and 3 of the Word file side by side on a desk, as LibreOffice lays them out. */
async function wordPages(): Promise<void> {
  const { ticket } = await call<{ ticket: string }>(real, "reports", "write", { year: 2012, as: "docx" });
  const document = join(home, "总结及计划.docx");
  writeFileSync(document, real.services.tickets.open(ticket)?.bytes ?? new Uint8Array());
  const drawn = await pagePictures(await toPdf(document, home), home, 84);
  const images = [drawn[0], drawn[2]].map((path) => {
    const bytes = readFileSync(path ?? "").toString("base64");
    return `<img src="data:image/png;base64,${bytes}" style="margin:12px;box-shadow:0 1px 5px #0004">`;
  });
  const desk = await browser.newPage({ viewport: { width: 1460, height: 1030 } });
  await desk.setContent(`<body style="margin:0;background:#e9ebef;text-align:center">${images.join("")}</body>`);
  await shoot(desk, "word");
}
