import type { RefusalCode } from "./refusals.ts";

export type Content = "zip" | "ole" | "biff" | "html" | "xml" | "text" | RefusalCode;

const signatures: readonly (readonly [bytes: string, content: Content])[] = [
  ["504b0304", "zip"],
  ["504b0506", "zip"], // an archive without entries
  ["d0cf11e0a1b11ae1", "ole"],
  ["0908", "biff"], // a bare workbook stream
  ["0904", "E-IMP-13"], // and those of Excel 2 to 4
  ["0902", "E-IMP-13"],
  ["0900", "E-IMP-13"],
  ["255044462d", "E-IMP-11"],
  ["89504e470d0a1a0a", "E-IMP-19"],
  ["ffd8ff", "E-IMP-19"],
  ["47494638", "E-IMP-19"],
  ["424d", "E-IMP-19"],
  ["526172211a07", "E-IMP-20"],
  ["377abcaf271c", "E-IMP-20"],
  ["1f8b", "E-IMP-20"],
  ["7b5c727466", "E-IMP-12"], // RTF
];

/** What a file is, by its content; its name is never asked. A code is the refusal that fits. */
export function sniff(bytes: Buffer): Content {
  if (bytes.length === 0) return "E-IMP-01";
  const start = bytes.subarray(0, 8).toString("hex");
  for (const [signature, content] of signatures) {
    if (!start.startsWith(signature)) continue;
    // Two letters such as "BM" begin ordinary text too; a picture has zero bytes soon after.
    if (signature.length === 4 && !bytes.subarray(0, 64).includes(0)) continue;
    return content;
  }
  return markup(bytes) ?? "text";
}

const htmlStarts = [
  "<!doctype html",
  "<html",
  "<head",
  "<meta",
  "<body",
  "<table",
  "<style",
  "<script",
  "<div",
  "<center",
  "<title",
  "<font",
  "<tr",
];

function markup(bytes: Buffer): Content | null {
  const text = afterComments(beginning(bytes));
  if (text.startsWith("mime-version:")) return "E-IMP-15";
  if (htmlStarts.some((start) => text.startsWith(start))) return "html";
  const isSheet = text.includes("urn:schemas-microsoft-com:office:spreadsheet");
  if (!text.startsWith("<?xml") && !text.startsWith("<?mso-application"))
    return isSheet && text.startsWith("<") ? "xml" : null;
  if (isSheet) return "xml";
  return text.includes("<html") ? "html" : "E-IMP-18";
}

/** As far as the words of markup go, which are all ASCII: UTF-16 by its mark, anything else byte by byte. */
function beginning(bytes: Buffer): string {
  const start = bytes.subarray(0, 65_536);
  if (start[0] === 0xff && start[1] === 0xfe) return start.subarray(2).toString("utf16le");
  return start.toString("latin1").replace(/^\u00ef\u00bb\u00bf/u, "");
}

function afterComments(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith("<!--")) {
    const end = rest.indexOf("-->");
    rest = end < 0 ? "" : rest.slice(end + 3).trimStart();
  }
  return rest.slice(0, 2_048).toLowerCase();
}
