import type { Fonts } from "../fonts.ts";
import type { ParagraphStyle } from "../printed.ts";
import type { Level } from "../span.ts";
import { POINTS, TWIPS } from "../page.ts";

// styles.xml is written out here rather than through the library's options: those know neither the grid of a paragraph
// nor the gap beside digits, and add a dozen styles that nobody asked for. Element order is the schema's.

/** Style ids in the file, by what a paragraph is. Word shows them as 标题, 一级标题 …, 公文正文. */
export const STYLE_IDS: Readonly<Record<ParagraphStyle, string>> = {
  title: "Title",
  heading1: "KejiHeading1",
  heading2: "KejiHeading2",
  heading3: "KejiHeading3",
  heading4: "KejiHeading4",
  body: "KejiBody",
  caption: "KejiCaption",
  office: "KejiOffice",
  date: "KejiDate",
};
export const TABLE_STYLE = "KejiTable";
export const TABLE_HEADING_STYLE = "KejiTableHeading";
export const FOOTER_STYLE = "KejiPageNumber";
/** Character style of a run-in heading. */
export const LEAD_STYLES: Readonly<Record<Level, string>> = {
  1: "KejiLead1",
  2: "KejiLead2",
  3: "KejiLead3",
  4: "KejiLead4",
};

const ORDINALS: Readonly<Record<Level, string>> = { 1: "一级", 2: "二级", 3: "三级", 4: "四级" };
const LEVELS: readonly Level[] = [1, 2, 3, 4];

interface StyleLook {
  readonly font: string;
  readonly latin: string;
  readonly points: number;
  /** Twips added to each character. */
  readonly squeeze?: number;
  readonly align: "left" | "right" | "center" | "both";
  /** A multiple of the grid's line, or table rows that grow with their text. */
  readonly line: "exact" | "table" | "auto";
  readonly before?: number;
  readonly after?: number;
  readonly indented?: boolean;
  readonly right?: number;
  readonly keepNext?: boolean;
  readonly outline?: number;
  readonly next?: string;
  /** Characters higher than a line of the grid would be given two lines by it. */
  readonly offGrid?: boolean;
}

/** The whole of word/styles.xml. */
export function stylesXml(fonts: Fonts): string {
  const { latin } = fonts;
  const running = { latin, points: POINTS.body, squeeze: TWIPS.squeeze, line: "exact" } as const;
  const faces: Readonly<Record<Level, string>> = {
    1: fonts.heading1,
    2: fonts.heading2,
    3: fonts.body,
    4: fonts.body,
  };
  const heading = (level: Level): string =>
    paragraphStyle(STYLE_IDS[`heading${level}`], `${ORDINALS[level]}标题`, {
      ...running,
      font: faces[level],
      align: "both",
      indented: true,
      keepNext: true,
      outline: level - 1,
      next: STYLE_IDS.body,
    });
  const lead = (level: Level): string =>
    `<w:style w:type="character" w:customStyle="1" w:styleId="${LEAD_STYLES[level]}">` +
    `<w:name w:val="${ORDINALS[level]}标题（段首）"/><w:qFormat/><w:rPr>${fontFaces(faces[level], latin)}</w:rPr></w:style>`;
  const body = { ...running, font: fonts.body } as const;
  const table = { latin, points: POINTS.table, line: "table" } as const;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr>${fontFaces(fonts.body, latin)}${size(POINTS.body)}`,
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>',
    "<w:pPrDefault/></w:docDefaults>",
    // LibreOffice keeps to the grid only where Normal itself says how lines stand.
    paragraphStyle("Normal", "Normal", { ...body, align: "both" }),
    paragraphStyle(STYLE_IDS.title, "Title", {
      latin,
      font: fonts.title,
      points: POINTS.title,
      align: "center",
      line: "exact",
      // An empty line follows, as a distance: it keeps the grid and prints no character.
      after: TWIPS.line,
      offGrid: true,
      next: STYLE_IDS.body,
    }),
    ...LEVELS.map(heading),
    paragraphStyle(STYLE_IDS.body, "公文正文", { ...body, align: "both", indented: true }),
    paragraphStyle(STYLE_IDS.caption, "表题", { ...running, font: fonts.heading1, align: "center", keepNext: true }),
    paragraphStyle(STYLE_IDS.office, "署名", {
      ...body,
      align: "right",
      before: TWIPS.line,
      right: TWIPS.indent,
      keepNext: true,
    }),
    paragraphStyle(STYLE_IDS.date, "成文日期", { ...body, align: "right", right: TWIPS.indent }),
    paragraphStyle(TABLE_STYLE, "表格文字", { ...table, font: fonts.body, align: "left" }),
    paragraphStyle(TABLE_HEADING_STYLE, "表格栏目", { ...table, font: fonts.heading1, align: "center" }),
    paragraphStyle(FOOTER_STYLE, "页码", {
      font: fonts.pageNumber,
      latin: fonts.pageNumber,
      points: POINTS.pageNumber,
      align: "left",
      line: "auto",
    }),
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
    ...LEVELS.map(lead),
    "</w:styles>",
  ].join("");
}

function paragraphStyle(id: string, name: string, look: StyleLook): string {
  const isNormal = id === "Normal";
  const kind = isNormal ? ' w:default="1"' : id === name ? "" : ' w:customStyle="1"';
  return (
    `<w:style w:type="paragraph"${kind} w:styleId="${id}"><w:name w:val="${name}"/>` +
    (isNormal ? "" : '<w:basedOn w:val="Normal"/>') +
    (look.next ? `<w:next w:val="${look.next}"/>` : "") +
    `<w:qFormat/><w:pPr>${paragraphLook(look)}</w:pPr><w:rPr>${runLook(look)}</w:rPr></w:style>`
  );
}

const LINES: Readonly<Record<StyleLook["line"], string>> = {
  exact: `w:line="${TWIPS.line}" w:lineRule="exact"`,
  table: 'w:line="360" w:lineRule="atLeast"',
  auto: 'w:line="240" w:lineRule="auto"',
};

function paragraphLook(look: StyleLook): string {
  const firstLine = look.indented
    ? `w:firstLineChars="200" w:firstLine="${TWIPS.indent}"`
    : 'w:firstLineChars="0" w:firstLine="0"';
  return [
    look.keepNext ? "<w:keepNext/>" : "",
    // Widow control would end pages at 21 lines.
    '<w:widowControl w:val="0"/>',
    // Gaps beside digits and letters would break the 28 characters.
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
    look.offGrid ? '<w:snapToGrid w:val="0"/>' : "",
    `<w:spacing w:before="${look.before ?? 0}" w:after="${look.after ?? 0}" ${LINES[look.line]}/>`,
    `<w:ind w:right="${look.right ?? 0}" ${firstLine}/><w:jc w:val="${look.align}"/>`,
    look.outline === undefined ? "" : `<w:outlineLvl w:val="${look.outline}"/>`,
  ].join("");
}

function runLook({ font, latin, points, squeeze = 0 }: StyleLook): string {
  return `${fontFaces(font, latin)}<w:b w:val="0"/><w:color w:val="000000"/><w:spacing w:val="${squeeze}"/>${size(points)}`;
}

function fontFaces(font: string, latin: string): string {
  const [own, other] = [escape(font), escape(latin)];
  return `<w:rFonts w:ascii="${other}" w:hAnsi="${other}" w:eastAsia="${own}" w:cs="${other}" w:hint="eastAsia"/>`;
}

function size(points: number): string {
  return `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
}

function escape(text: string): string {
  return text.replace(/[<>&"]/g, "");
}
