import type { CellValue, DataValidation } from "exceljs";
import type { Field, FieldKind } from "../../shared/fields/field.ts";
import type { TemplateColumn } from "../../shared/ledgers/templateColumns.ts";
import { exampleName } from "../../shared/wording/exampleWords.ts";

// What a template asks of the cells of a column: number format, check, words of help, and what its example row shows.
// Checks warn and never refuse: a sender who knows better may go on, and the import looks again.

export interface ColumnRule {
  /** Text cells keep 2024-06, 0536 and eighteen digits as they are typed. */
  readonly format: string;
  /** Chinese words beside the chosen cell; null where the heading says all. */
  readonly help: string | null;
  /** Without its list: the sheet knows where the words lie. */
  readonly check: Omit<DataValidation, "prompt" | "promptTitle" | "showInputMessage"> | null;
  readonly example: CellValue;
  /** Characters. */
  readonly width: number;
}

interface Asked {
  readonly column: TemplateColumn;
  readonly year: number;
  readonly words: readonly string[];
  /** Address of the first cell, which a formula names. */
  readonly cell: string;
}

type Rule<K extends FieldKind> = (field: Extract<Field, { kind: K }>, asked: Asked) => ColumnRule;

const asText = "@";
const anything = { format: "General", help: null, check: null, example: null, width: 14 } satisfies ColumnRule;

/** A warning that may be overruled. */
function warning(error: string): Pick<DataValidation, "error" | "errorTitle" | "errorStyle" | "showErrorMessage"> {
  return { error, errorTitle: "请核对", errorStyle: "warning", showErrorMessage: true };
}

const blank = { allowBlank: true } as const;
const between = (from: number, to: number) => ({ ...blank, operator: "between" as const, formulae: [from, to] });
const most = 1e12;

const dateHelp = "写成 2024-06-15；只知道年月写 2024-06，只知道年写 2024。";
/** A typed date is text that begins with its year, a pasted one a number. */
const dateCheck = (cell: string): DataValidation => ({
  ...blank,
  type: "custom",
  formulae: [`OR(ISNUMBER(${cell}),ISNUMBER(VALUE(LEFT(${cell},4))))`],
  ...warning(`日期请${dateHelp}`),
});

const rules: { readonly [K in FieldKind]: Rule<K> } = {
  text: ({ long }) => ({ ...anything, format: long === true ? "General" : asText, width: long === true ? 22 : 20 }),
  number: (_field, { column }) => ({
    ...anything,
    check: { type: "decimal", ...between(-most, most), ...warning(`“${column.label}”请只填数字。`) },
    example: 12.5,
    width: 12,
  }),
  count: (_field, { column }) => ({
    ...anything,
    check: { type: "whole", ...between(0, most), ...warning(`“${column.label}”请填整数。`) },
    example: 12,
    width: 10,
  }),
  money: ({ importUnit }, { column }) => ({
    ...anything,
    format: "0.00####",
    help: `只填数字，单位：${importUnit}。`,
    check: {
      type: "decimal",
      ...between(-most, most),
      ...warning(`“${column.label}”请只填数字，单位是${importUnit}。`),
    },
    example: 100,
    width: 13,
  }),
  // General: 30% typed under a number format would be kept as 0.3 without its sign.
  percent: (_field, { column }) => ({
    ...anything,
    help: "填百分数：30.5 表示 30.5%。",
    check: { type: "decimal", ...between(-1000, 1000), ...warning(`“${column.label}”请填百分数，30.5 表示 30.5%。`) },
    example: 30.5,
    width: 10,
  }),
  year: (_field, { year }) => ({
    ...anything,
    check: { type: "whole", ...between(1949, 2100), ...warning("年度请填四位数字，例如 2024。") },
    example: year,
    width: 9,
  }),
  date: (_field, { year, cell }) => ({
    ...anything,
    format: asText,
    help: dateHelp,
    check: dateCheck(cell),
    example: `${year}-06-15`,
    width: 13,
  }),
  period: (_field, { year, cell }) => ({
    ...anything,
    format: asText,
    help: "写成 2024-03 至 2025-02，中间写“至”。",
    check: { ...dateCheck(cell), ...warning("起止时间请写成 2024-03 至 2025-02。") },
    example: `${year}-03 至 ${year + 1}-02`,
    width: 19,
  }),
  choice: (_field, { column, words }) => ({ ...listed(column, words), example: words[0] ?? null }),
  choices: ({ label }, { words }) => ({
    ...anything,
    format: asText,
    help: `可填几项，中间用顿号隔开：${words.join("、")}`,
    check: null,
    example: words.slice(0, 2).join("、"),
    width: Math.max(16, label.length * 2),
  }),
  yesNo: (_field, { column, words }) => ({ ...listed(column, words), example: words[0] ?? null, width: 8 }),
  code: ({ scheme }, { column, cell }) => {
    const lengths = codeLengths[scheme];
    const how = `“${column.label}”一般是 ${lengths.join("位或 ")}位`;
    return {
      ...anything,
      format: asText,
      help: lengths.length === 0 ? null : `${how}，请照原样填，中间不加空格。`,
      check:
        lengths.length === 0
          ? null
          : {
              ...blank,
              type: "custom",
              formulae: [`OR(${lengths.map((length) => `LEN(${cell})=${length}`).join(",")})`],
              ...warning(`${how}，请核对有没有多填、少填。`),
            },
      example: scheme === "creditCode" ? "9137XXXXXXXXXXXXXX" : null,
      width: scheme === "free" ? 16 : 21,
    };
  },
  reference: ({ to }, { column, words }) =>
    words.length > 0
      ? { ...listed(column, words), example: words[0] ?? null, width: 16 }
      : { ...anything, format: asText, ...named(to), width: 26 },
  references: ({ to }) => ({
    ...anything,
    format: asText,
    help: "可填几个，中间用顿号隔开。",
    ...named(to, 2),
    width: 26,
  }),
  attachments: () => anything,
  stages: (field, { column, words }) => ({
    ...listed(column, words),
    example: field.flow.find(({ phase }) => phase === "granted")?.stage ?? words[0] ?? null,
  }),
};

const codeLengths: Readonly<Record<Extract<Field, { kind: "code" }>["scheme"], readonly number[]>> = {
  creditCode: [18],
  patentNo: [],
  certificateNo: [14],
  techSmeNo: [18],
  contractNo: [16],
  achievementNo: [12],
  areaCode: [6, 9],
  free: [],
};

function listed({ label }: TemplateColumn, words: readonly string[]): ColumnRule {
  const longest = Math.max(0, ...words.map((word) => word.length));
  return {
    ...anything,
    help: `点右边的箭头选；没有合适的照实填。`,
    check: { ...blank, type: "list", formulae: [], ...warning(`“${label}”请从下拉列表里选；没有合适的可以照实填。`) },
    width: Math.min(24, Math.max(10, longest * 2 + 3)),
  };
}

function named(to: string, several = 1): Partial<ColumnRule> {
  if (to !== "organisations") return { example: null };
  const names = ["某某科技有限公司", "某某大学"].slice(0, several);
  return { ...(several === 1 ? { help: "写营业执照（登记证书）上的全称。" } : {}), example: names.join("、") };
}

/** @param isNaming the column whose words tell the example row from a record. */
export function ruleOf(asked: Asked, isNaming: boolean): ColumnRule {
  const { field } = asked.column;
  // One table over all kinds: each rule gets a field of its own kind.
  const rule = (rules[field.kind] as unknown as Rule<FieldKind>)(field, asked);
  const help = [field.note, rule.help].filter((words) => words !== undefined && words !== null).join("；");
  const isOrganisation = "to" in field && field.to === "organisations";
  return {
    ...rule,
    help: help === "" ? null : help.slice(0, 250),
    ...(isNaming ? { example: exampleName(asked.column.label, isOrganisation), check: null } : {}),
  };
}
