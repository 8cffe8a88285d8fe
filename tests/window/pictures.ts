import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveLoopback } from "../../main/hosts/loopback.ts";
import { openProgram } from "../../main/hosts/openProgram.ts";
import { ensureBuilt, projectRoot } from "../support/built.ts";
import { launchChromium } from "../support/chromium.ts";

// `npm run pictures`: the screens of the sample year at the size of an office PC, made by driving the real window, so
// that README's pictures stay true.

const pictures = join(projectRoot, "resources", "pictures");
const screens: readonly { name: string; to: string; ready: string; act?: readonly string[] }[] = [
  { name: "home", to: "#/", ready: ".tile" },
  { name: "ledger", to: "#/ledger/projects", ready: ".records-row", act: [".records-row >> nth=2"] },
  { name: "import", to: "#/import", ready: ".ant-table-row" },
  { name: "metrics", to: "#/metrics/projectGrants", ready: ".evidence-record" },
  { name: "report", to: "#/report", ready: ".paper .fig", act: [".fig:has-text('423')", ".evidence-record >> nth=0"] },
];

ensureBuilt();
mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "keji-pictures-"));
const program = await openProgram({ host: "loopback", folder: join(folder, "科绩数据") });
const host = await serveLoopback(program, join(projectRoot, "build", "renderer"));
const browser = await launchChromium();
const page = await browser.newPage({
  viewport: { width: 1366, height: 768 },
  locale: "zh-CN",
  timezoneId: "Asia/Shanghai",
});
await page.goto(host.address);
await page.locator(".first-start").waitFor();
await page.screenshot({ path: join(pictures, "start.png") });
await page.getByRole("button", { name: /开始使用/ }).click();
await page.locator(".tile").first().waitFor({ timeout: 120_000 });
for (const { name, to, ready, act = [] } of screens) {
  await page.goto(new URL(to, host.address).href);
  await page.locator(ready).first().waitFor();
  for (const target of act) await page.locator(target).first().click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
await browser.close();
await host.close();
await program.close();
rmSync(folder, { recursive: true, force: true });
