/**
 * A Word file as pages: LibreOffice makes the PDF, poppler reads its text and draws it. The fonts are those of
 * resources/fonts/fonts.conf, and every conversion has a profile of its own (half a second), so that two tests may
 * convert at once and a person's settings change nothing.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { projectRoot } from "./built.ts";
import { findCommand } from "./commands.ts";

export const hasLibreOffice = (): boolean =>
  ["soffice", "pdftotext", "pdftoppm", "pdffonts"].every((name) => findCommand(name) !== null);

const environment = {
  ...process.env,
  FONTCONFIG_FILE: join(projectRoot, "resources/fonts/fonts.conf"),
  LC_ALL: "C.UTF-8",
};

async function run(command: string, args: readonly string[]): Promise<string> {
  const options = { env: environment, timeout: 90_000, maxBuffer: 64 * 1024 * 1024, encoding: "utf8" } as const;
  return (await promisify(execFile)(command, args, options)).stdout;
}

/**
 * Writes `<name>.pdf` of each into `folder` and returns the paths in their order. One start of LibreOffice (a second of
 * the processor's) serves them all. It exits with 0 even when it wrote nothing.
 */
export async function toPdfs(documents: readonly string[], folder: string): Promise<string[]> {
  const profile = mkdtempSync(join(tmpdir(), "keji-office-"));
  const settings = [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", "--norestore", "--nologo"];
  const convert = run("soffice", [...settings, "--convert-to", "pdf", "--outdir", folder, ...documents]);
  const said = await convert.finally(() => rmSync(profile, { recursive: true, force: true }));
  return documents.map((document) => {
    const pdf = join(folder, basename(document).replace(/\.\w+$/, ".pdf"));
    if (!existsSync(pdf)) throw new Error(`LibreOffice made no PDF of ${document}: ${said}`);
    return pdf;
  });
}

export async function toPdf(document: string, folder: string): Promise<string> {
  const [pdf = ""] = await toPdfs([document], folder);
  return pdf;
}

/** The text of each page, top to bottom, one line of the page a line of text. */
export async function pageTexts(pdf: string): Promise<string[]> {
  const pages = (await run("pdftotext", ["-enc", "UTF-8", pdf, "-"])).split("\f");
  return pages.slice(0, -1); // every page ends with a form feed
}

/** One PNG a page, in order, as paths in `folder`. */
export async function pagePictures(pdf: string, folder: string, dotsPerInch = 80): Promise<string[]> {
  const stem = basename(pdf, ".pdf");
  await run("pdftoppm", ["-png", "-r", String(dotsPerInch), pdf, join(folder, stem)]);
  const isPage = (name: string): boolean => name.startsWith(`${stem}-`) && name.endsWith(".png");
  return readdirSync(folder)
    .filter(isPage)
    .toSorted()
    .map((name) => join(folder, name));
}

/** Names of the fonts that the pages really use, without the subset's prefix. */
export async function pageFonts(pdf: string): Promise<string[]> {
  const rows = (await run("pdffonts", [pdf])).trim().split("\n").slice(2);
  return [...new Set(rows.map((row) => row.split(/\s+/, 1)[0]?.replace(/^[A-Z]{6}\+/, "") ?? ""))].toSorted();
}
