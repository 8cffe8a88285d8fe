import type { ResolvedDocument } from "../../shared/report/document.ts";
import { asDocx } from "./asDocx.ts";
import { asHtml } from "./asHtml.ts";
import { asText } from "./asText.ts";

export type ReportFormat = "docx" | "html" | "txt" | "json";

const WRITERS: Readonly<Record<ReportFormat, (document: ResolvedDocument) => Promise<Uint8Array> | string>> = {
  docx: (document) => asDocx(document),
  html: (document) => asHtml(document),
  txt: asText,
  json: (document) => `${JSON.stringify(document, null, 2)}\n`,
};

/** The bytes of a report file; texts are UTF-8. */
export async function writeReport(document: ResolvedDocument, format: ReportFormat): Promise<Uint8Array> {
  const written = await WRITERS[format](document);
  return typeof written === "string" ? new TextEncoder().encode(written) : written;
}
