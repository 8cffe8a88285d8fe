/** The browser of the window tests: one of the machine's own; nothing is downloaded. */
import { type Browser, chromium } from "playwright-core";
import { findCommand, isRunnable } from "./commands.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** CHROMIUM's path if it is set (and then no other), else the first browser found, else null. */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM"];
  if (named) return isRunnable(named) ? named : null;
  if (isRunnable("/usr/bin/chromium")) return "/usr/bin/chromium";
  return names.map(findCommand).find((path) => path !== null) ?? null;
}

export const hasChromium = (): boolean => findChromium() !== null;

/**
 * The last list on the command line counts, so playwright's own is said again (what of it concerns this browser); then
 * what a browser without a person has no use for: pages that stand ready behind its address bar, two renderers with
 * scripts of their own for every window, and a renderer in reserve. They took half of the browser's time.
 */
const disabledFeatures = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "SpareRendererForSitePerProcess",
];

// No sandbox: tests run as root in CI. The rest keeps the browser off the network and off the graphics card.
const args = [
  `--disable-features=${disabledFeatures.join(",")}`,
  "--no-sandbox",
  "--in-process-gpu",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("no Chromium found; set CHROMIUM to its path");
  // Under a locale without UTF-8 the browser can neither read nor save files with Chinese names.
  const env = { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };
  return chromium.launch({ executablePath, args, env, headless: true });
}

let shared: Promise<Browser> | undefined;

/**
 * The one browser of this process, for every file that it runs; each test opens a context of its own. It ends with the
 * process, whose pipe to it closes. One that crashed takes only its own test along.
 */
export async function sharedChromium(): Promise<Browser> {
  if (shared === undefined || !(await shared).isConnected()) shared = launchChromium();
  return shared;
}
