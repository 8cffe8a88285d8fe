import { Document, Packer } from "docx";
import type { ResolvedDocument } from "../../shared/report/document.ts";
import { printableText } from "../../shared/wording/printableText.ts";
import { content, type Marks } from "./asDocx/content.ts";
import { coreProperties } from "./asDocx/coreProperties.ts";
import { fixTimes } from "./asDocx/fixedTimes.ts";
import { pageOptions } from "./asDocx/page.ts";
import { stylesXml } from "./asDocx/styles.ts";
import { OFFICIAL_FONTS, type Fonts } from "./fonts.ts";
import { printed } from "./printed.ts";

/**
 * Word in the layout of GB/T 9704-2012. Each figure stands in a hidden bookmark `_keji_N`; the custom property of that
 * name reads `kind:metric:id`, so that an edited file can be compared with the data again. Same document, same bytes.
 */
export async function asDocx(document: ResolvedDocument, fonts: Fonts = OFFICIAL_FONTS): Promise<Uint8Array> {
  const marks: Marks = new Map();
  const children = content(printed(document), marks);
  const file = new Document({
    sections: [{ ...pageOptions(), children }],
    evenAndOddHeaderAndFooters: true,
    customProperties: [...marks].map(([name, value]) => ({ name, value })),
  });
  const title = printableText(document.title.map((inline) => inline.text).join(""));
  const office = printableText(document.office ?? document.signature?.office ?? "");
  // The library adds its own default styles to any it is given; the part is replaced whole.
  const parts = [
    { path: "docProps/core.xml", data: coreProperties(title, office, document.scope.asOf) },
    { path: "word/styles.xml", data: stylesXml(fonts) },
  ];
  return fixTimes(await Packer.toBuffer(file, undefined, parts));
}
