import type { Field, FieldKind } from "../../shared/fields/field.ts";
import type { Dictionary } from "../../shared/dictionaries/define.ts";
import { dictionaries, findDictionary } from "../../shared/dictionaries/index.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { synonymHeadings } from "../../shared/ledgers/headings.ts";
import { findLedger, ledgerList } from "../../shared/ledgers/index.ts";
import type { MetricDefinition } from "../../shared/metrics/definition.ts";
import { builtInMetrics } from "../../main/metrics/catalogue/index.ts";
import { basisOf } from "../../main/metrics/engine/basis.ts";
import type { MetricContext } from "../../main/metrics/engine/context.ts";

// resources/catalogue.md as text: what the declarations say, for people who fill in, check and explain. It is made from
// the declarations alone, so a page that differs is a page out of date.

const kindNames: Readonly<Record<FieldKind, string>> = {
  text: "文字",
  number: "数值",
  count: "整数",
  percent: "百分数",
  money: "金额",
  year: "年度",
  date: "日期",
  period: "起止时间",
  choice: "单选",
  choices: "多选",
  yesNo: "是否",
  code: "编号",
  reference: "关联",
  references: "多项关联",
  attachments: "附件",
  stages: "阶段",
};

const cell = (words: string): string => words.replaceAll("|", "\\|").replaceAll("\n", " ");
const row = (...cells: string[]): string => `| ${cells.map(cell).join(" | ")} |`;
const table = (headings: readonly string[], rows: readonly string[]): string[] => [
  row(...headings),
  `|${" --- |".repeat(headings.length)}`,
  ...rows,
];

function unitOf(field: Field): string {
  if (field.kind === "money") return `${field.importUnit}（表中未写单位时）`;
  if (field.kind === "percent") return "%";
  return "unit" in field && field.unit !== undefined ? field.unit : "";
}

function kindOf(field: Field): string {
  const name = kindNames[field.kind];
  if ("dictionary" in field) return `${name}：${findDictionary(field.dictionary)?.title ?? field.dictionary}`;
  if ("to" in field) return `${name}：${findLedger(field.to)?.title ?? field.to}`;
  return name;
}

/** Aliases of one field: its own headings and those of the synonym tables. */
function aliasesOf(name: string, field: Field, synonyms: Readonly<Record<string, readonly string[]>>): string {
  return [...(field.headings ?? []), ...(synonyms[name] ?? [])].filter((heading) => heading !== field.label).join("、");
}

function stageLines(declaration: LedgerDeclaration, synonyms: Readonly<Record<string, readonly string[]>>): string[] {
  const status = declaration.fields["status"];
  if (status?.kind !== "stages") return [];
  const rows = status.flow.map(({ stage, aliases, headings }) =>
    row(stage, (aliases ?? []).join("、"), [...(headings ?? []), ...(synonyms[`status@${stage}`] ?? [])].join("、")),
  );
  return ["", `${status.label}按下列阶段记录，随截至日期推算：`, "", ...table(["阶段", "又写作", "写日期的栏"], rows)];
}

function ledgerLines(declaration: LedgerDeclaration): string[] {
  const { name, title, group, measure, fields, identifiedBy, recognisedBy } = declaration;
  const synonyms = synonymHeadings(declaration);
  const label = (field: string): string => fields[field]?.label ?? field;
  const ways = identifiedBy.map((way) => way.map(label).join("＋")).join("；其次");
  const rows = Object.entries(fields).map(([field, declared]) =>
    row(
      `${declared.label}${declared.required === true ? "（必填）" : ""}`,
      `\`${field}\``,
      kindOf(declared),
      unitOf(declared),
      aliasesOf(field, declared, synonyms),
    ),
  );
  return [
    `### ${title} \`${name}\``,
    "",
    `${group}，按${measure}计。${ways === "" ? "不与已有记录比对" : `识别同一条记录：${ways}`}。` +
      `表名含“${recognisedBy.join("”“")}”的优先认作本台账。`,
    "",
    ...table(["栏目", "代号", "类型", "单位", "表头又写作"], rows),
    ...stageLines(declaration, synonyms),
    "",
  ];
}

function dictionaryLine({ title, name, terms, ranked }: Dictionary): string {
  const words = terms.map(({ term, from, to, mapsTo }) => {
    const years = from === undefined && to === undefined ? "" : `${from ?? ""}—${to ?? ""}`;
    const notes = [years, mapsTo === undefined ? "" : `今作${mapsTo}`].filter((note) => note !== "").join("，");
    return notes === "" ? term : `${term}（${notes}）`;
  });
  return `- **${title}** \`${name}\`${ranked === true ? "（由高到低）" : ""}：${words.join("、")}`;
}

function metricLines(definitions: readonly MetricDefinition[]): string[] {
  const context: MetricContext = {
    ledgers: new Map(ledgerList.map((declaration) => [declaration.name, declaration])),
    dictionaries: new Map(dictionaries.map((dictionary) => [dictionary.name, dictionary])),
    ownTerms: [],
    ownFields: [],
  };
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  return [...Map.groupBy(definitions, ({ subject }) => subject)].flatMap(([subject, some]) => [
    `### ${subject}`,
    "",
    ...table(
      ["指标", "代号", "单位", "层级", "口径"],
      some.map((metric) =>
        row(metric.label, `\`${metric.name}\``, metric.unit, metric.tier ?? "", basisOf(context, byName, metric)),
      ),
    ),
    "",
  ]);
}

/** The whole page. */
export function catalogueText(): string {
  const lines = [
    "# 台账与指标目录",
    "",
    "本页由程序的声明生成（`npm run catalogue`），请勿手改。金额在数据中以分为单位的整数保存，空白不等于零。",
    "",
    `## 台账（${ledgerList.length} 本）`,
    "",
    ...ledgerList.flatMap(ledgerLines),
    `## 指标（${builtInMetrics.length} 个）`,
    "",
    "层级 A—D 是指标的常用程度，A 最常用。",
    "",
    ...metricLines(builtInMetrics),
    `## 词表（${dictionaries.length} 张）`,
    "",
    "各局可在“设置”中增补词条；内置词条不变。",
    "",
    ...dictionaries.map(dictionaryLine),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}
