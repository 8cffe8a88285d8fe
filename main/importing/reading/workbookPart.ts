import { unescaped } from "./cellText.ts";
import { spoken } from "./figures.ts";
import type { ReadingLimits } from "./limits.ts";
import { refuse } from "./refusals.ts";
import { attribute, isOn, readXml, type XmlAttributes } from "./xmlPart.ts";
import type { Part } from "./zipPackage.ts";

/** SpreadsheetML, transitional and strict. */
export const spreadsheetNamespaces = new Set([
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
]);

export interface WorkbookTab {
  name: string;
  hidden: boolean;
  relationship: string;
}

export interface WorkbookPart {
  tabs: WorkbookTab[];
  date1904: boolean;
}

/** The list of tabs, in order, and the date system. @throws ReadRefusal */
export async function readWorkbookPart(part: Part, limits: ReadingLimits): Promise<WorkbookPart> {
  const tabs: WorkbookTab[] = [];
  let date1904 = false;
  await readXml(
    part.bytes(limits.otherXmlBytes),
    {
      open(name, attributes) {
        if (name === "workbookPr") date1904 = isOn(attribute(attributes, "date1904"));
        if (name !== "sheet") return;
        if (tabs.length === limits.sheets) refuse("E-IMP-46", `工作表超过上限 ${spoken(limits.sheets, "张")}`);
        const state = attribute(attributes, "state");
        tabs.push({
          name: unescaped(attribute(attributes, "name") ?? ""),
          hidden: state === "hidden" || state === "veryHidden",
          relationship: relationshipId(attributes),
        });
      },
    },
    { namespaces: spreadsheetNamespaces, limits },
  );
  return { tabs, date1904 };
}

// `r:id`, whatever the prefix is called.
function relationshipId(attributes: XmlAttributes): string {
  for (const { local, uri, value } of Object.values(attributes)) {
    if (local === "id" && uri.endsWith("/relationships")) return value;
  }
  return "";
}
