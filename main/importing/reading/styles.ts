import type { ReadingLimits } from "./limits.ts";
import { type NumberFormat, numberFormat } from "./numberFormats.ts";
import { spreadsheetNamespaces } from "./workbookPart.ts";
import { attribute, readXml } from "./xmlPart.ts";
import type { Part } from "./zipPackage.ts";

/** The number format of each cell style, by index; null is General. */
export type CellStyles = readonly (NumberFormat | null)[];

/** Number formats are all we take from the styles. @throws ReadRefusal */
export async function readStyles(part: Part, limits: ReadingLimits): Promise<CellStyles> {
  const own = new Map<number, string>();
  const ids: number[] = [];
  // The same elements stand in other lists too (styles' own formats, differential formats).
  let list = "";
  await readXml(
    part.bytes(limits.otherXmlBytes),
    {
      open(name, attributes) {
        if (name === "cellXfs" || name === "numFmts") list = name;
        else if (name === "xf" && list === "cellXfs") ids.push(Number(attribute(attributes, "numFmtId") ?? 0));
        else if (name === "numFmt" && list === "numFmts") {
          own.set(Number(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") ?? "");
        }
      },
      close(name) {
        if (name === list) list = "";
      },
    },
    { namespaces: spreadsheetNamespaces, limits },
  );
  // One object for each code, so that a million cells share it.
  const formats = new Map<number, NumberFormat | null>();
  return ids.map((id) => {
    const known = formats.get(id);
    if (known !== undefined) return known;
    const format = numberFormat(id, own);
    formats.set(id, format);
    return format;
  });
}
