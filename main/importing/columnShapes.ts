import { codeSchemes } from "../../shared/fields/codes/forms.ts";
import { creditCodeCheck } from "../../shared/fields/codes/creditCode.ts";
import { folded } from "../../shared/fields/cellText.ts";
import type { CodeScheme, Field, FieldKind } from "../../shared/fields/field.ts";
import { isMissing } from "./cellKinds.ts";
import { cellAt, type GridRow } from "./sheetGrid.ts";

// What the cells of a column look like, whatever stands above them. Only shapes that hardly anything else has.

export type Shape = Exclude<CodeScheme, "areaCode" | "free"> | "phone" | "organisation";

type Test = (text: string) => boolean;

const formed = (scheme: CodeScheme): Test => {
  const { form, trouble } = codeSchemes[scheme];
  return (text) => trouble(form(text.toUpperCase())) === null;
};
const isCreditCode: Test = (text) => text.length === 18 && creditCodeCheck(text.slice(0, 17)) === text[17];
const isTechSmeNo: Test = (text) => /^20\d{8}[0AB][0-9A-Z]{7}$/u.test(text);
const organisationEnd =
  /(?:公司|集团|厂|合作社|研究院|研究所|大学|学院|医院|农场|林场|农科院|科学院|事务所|经营部|商行|中心|基地)(?:\(.{1,12}\))?$/u;

/** In the order in which they are tried: a number of one kind may have the form of the next. */
const shapes: Readonly<Record<Shape, Test>> = {
  certificateNo: formed("certificateNo"),
  techSmeNo: isTechSmeNo,
  creditCode: isCreditCode,
  achievementNo: formed("achievementNo"),
  patentNo: formed("patentNo"),
  contractNo: formed("contractNo"),
  phone: (text) => /^(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/u.test(text),
  organisation: (text) => text.length >= 4 && organisationEnd.test(text),
};

const looked = 50;
const fewest = 2;
/** Share of the filled cells that have the shape. */
const most = 0.8;

/** The shape of a column's first filled cells; null where they have none, or there are too few. */
export function shapeOfColumn(rows: readonly GridRow[], column: number): Shape | null {
  const texts = textsOf(rows, column);
  if (texts.length < fewest) return null;
  for (const [shape, test] of Object.entries(shapes) as [Shape, Test][])
    if (texts.filter(test).length >= texts.length * most) return shape;
  return null;
}

/** Filled cells of the column, folded; what says that nothing is known is left out. */
export function textsOf(rows: readonly GridRow[], column: number): string[] {
  return rows.slice(0, looked).flatMap((row) => {
    const cell = cellAt(row, column);
    if (cell === undefined || cell.filled !== undefined || cell.isDate === true) return [];
    const text = folded(cell.text);
    return text === "" || isMissing(text) ? [] : [text];
  });
}

/** Whether a field is made for values of this shape. */
export function isMadeFor(field: Field, shape: Shape): boolean {
  if (shape === "phone") return field.kind === "text" && /电话|手机|联系方式/u.test(field.label);
  if (shape === "organisation")
    return (field.kind === "reference" || field.kind === "references") && field.to === "organisations";
  return field.kind === "code" && field.scheme === shape;
}

const wordKinds: ReadonlySet<FieldKind> = new Set(["text", "reference", "references", "choice", "choices", "stages"]);

/** Whether values of this shape may stand in it as well: a remark may hold anything, a company's name is no number. */
export function mayHold(field: Field, shape: Shape): boolean {
  if (isMadeFor(field, shape)) return true;
  // 企业技术中心 is a kind of platform.
  if (shape === "organisation") return wordKinds.has(field.kind);
  if (field.kind === "code") return field.scheme === "free";
  return field.kind === "text" && (field.long === true || /[号码证]|电话|联系|备注/u.test(field.label));
}
