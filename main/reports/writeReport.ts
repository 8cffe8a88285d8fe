import type { ResolvedDocument } from "../../shared/report/document.ts";
import { asDocx } from "./asDocx.ts";
import { asHtml } from "./asHtml.ts";
import { asText } from "./asText.ts";
import { FONT_SETS, type Fonts, type FontSet } from "./fonts.ts";

export type ReportFormat = "docx" | "html" | "txt" | "json";

type Writer = (document: ResolvedDocument, fonts: Fonts) => Promise<Uint8Array> | string;

const WRITERS: Readonly<Record<ReportFormat, Writer>> = {
  docx: asDocx,
  html: asHtml,
  txt: asText,
  json: (document) => `${JSON.stringify(document, null, 2)}\n`,
};

/** The bytes of a report file; texts are UTF-8. */
export async function writeReport(
  document: ResolvedDocument,
  format: ReportFormat,
  fonts: FontSet = "official",
): Promise<Uint8Array> {
  const written = await WRITERS[format](document, FONT_SETS[fonts]);
  return typeof written === "string" ? new TextEncoder().encode(written) : written;
}
