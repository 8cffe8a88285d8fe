import type { Scope } from "../metrics/scope.ts";

// The report as we store it. Word, print HTML, plain text and the editor are renderers or adapters of this.

/** Whole numbers print bare, others half-up to one decimal; the display says how the number is worded. */
export type FigureDisplay =
  | "plain" // 12 · 93.8
  | "withUnit" // 12项 · 423万元 · 224%
  | "about" // 40多家: tens floored plus 多; exact tens and numbers under ten print exactly
  | "change" // 同比增长36.5% / 同比下降2.1% / 与上年持平 / 实现零的突破
  | "completion"; // 完成年度任务的224%

/** Bounds other than the report's own: kept with the node so that it stands alone. */
export type NodeScope = Scope | "lastYear" | "nextYear";

export interface FigureNode {
  kind: "figure";
  id: string;
  metric: string;
  scope?: NodeScope;
  display: FigureDisplay;
  /** Null while live; the accepted words with what they came from. */
  written: null | { text: string; value: number | null; records: string[]; at: string; by?: string; reason?: string };
}

/** A list of names drawn from a metric's records, so that list and count cannot disagree. */
export interface RosterNode {
  kind: "roster";
  id: string;
  metric: string;
  scope?: NodeScope;
  /**
   * How one record is written: `{company}`, `[{undertaker}的]“{title}”`. Field names in braces, references print short
   * names, `a.b` goes through one, `{a/b}` is the first that is filled, `{ordinal}` counts in Chinese; a clause in brackets falls away where a field is blank.
   */
  item: string;
  /** Only records whose field reads so, holds one of these words and none of those it must lack, or is filled. */
  where?:
    | { field: string; is: string }
    | { field: string; has: string[]; lacks?: string[] }
    | { field: string; lacks: string[] }
    | { field: string; filled: true };
  /** Gathers items that share this value (of several fields: `level+expected`): `{items}列为{plan}项目`; `{count}` is their number. */
  group?: { by: string; pattern: string; separator?: string };
  separator: string;
  /** Before the last item: 和. */
  lastSeparator?: string;
  /**
   * 等 after the names: only where `most` cut some off (the default), where there are several (before a count), always,
   * or never (the sentence says it).
   */
  andOthers?: "whenCut" | "whenSeveral" | "always" | "never";
  /** At most so many names, then 等. */
  most?: number;
  written: null | { text: string; records: string[]; at: string };
}

export interface YearNode {
  kind: "year";
  offset: 0 | 1 | -1;
}
export interface AsOfNode {
  kind: "asOf";
}
/** A target of the plan: 确保建成省级以上1家. */
export interface TargetNode {
  kind: "target";
  id: string;
  metric: string;
  year: number;
  display: "plain" | "withUnit";
  written: null | { text: string; value: number | null; records: string[]; at: string };
}
/** A gap that a person has to fill; prints as 〔待补〕. */
export interface HoleNode {
  kind: "hole";
  hint: string;
}
export interface TextNode {
  kind: "text";
  text: string;
}
export type Inline = TextNode | FigureNode | RosterNode | YearNode | AsOfNode | TargetNode | HoleNode;

export interface ParagraphBlock {
  kind: "paragraph";
  id: string;
  /** Run-in heading: the first sentence stands in the level's heading face and ends with 。 */
  lead?: Inline[];
  inlines: Inline[];
}
export interface TableBlock {
  kind: "table";
  id: string;
  caption?: string;
  columns: { heading: string; align: "left" | "right" | "center"; widthShare: number }[];
  rows: Inline[][][];
}
export interface PageBreakBlock {
  kind: "pageBreak";
  id: string;
}
export type Block = ParagraphBlock | TableBlock | PageBreakBlock;

export interface Section {
  id: string;
  /** 1: 一、 2: （一） 3: 1. 4: （1）; numbers are made at rendering from order. */
  level: 1 | 2 | 3 | 4;
  /** ownLine: the heading is a line; runIn: the heading is the first sentence of the first paragraph; none: unnumbered, no heading. */
  style: "ownLine" | "runIn" | "none";
  heading: Inline[];
  part?: "summary" | "plan";
  blocks: Block[];
  sections: Section[];
}

export interface ReportDocument {
  /** Version of this shape; `migrate.ts` lifts older ones. */
  format: 1;
  title: Inline[];
  year: number;
  scope: Scope;
  template: string;
  /** Paragraphs before the first section. */
  opening: Block[];
  sections: Section[];
  /** The bureau, for the file's properties; printed only by a signature. */
  office?: string;
  /** Signature lines, right-aligned. */
  signature?: { office: string; date: string };
}

/** A figure, roster or target after asking: words, value, evidence. `empty` where no record says so. */
export interface ResolvedFigure {
  kind: "figure" | "roster" | "target";
  id: string;
  text: string;
  metric: string;
  /** The bounds it was asked in: the report's own, or those that the node carries. */
  scope: Scope;
  label: string;
  unit: string;
  value: number | null;
  basis: string;
  records: { ledger: string; id: string }[];
  missing: { reason: string; records: number }[];
  pending: number | null;
  empty: boolean;
  /** live: follows the data; accepted: equals the data; stale: the data have moved on. */
  state: "live" | "accepted" | "stale";
  /** Today's words where stale. */
  now?: string;
}
export type ResolvedInline =
  | { kind: "text"; text: string }
  | { kind: "hole"; text: string; hint: string }
  | ResolvedFigure;

export type ResolvedBlock =
  | { kind: "paragraph"; id: string; lead?: ResolvedInline[]; inlines: ResolvedInline[] }
  | { kind: "table"; id: string; caption?: string; columns: TableBlock["columns"]; rows: ResolvedInline[][][] }
  | { kind: "pageBreak"; id: string };

export interface ResolvedSection {
  id: string;
  level: 1 | 2 | 3 | 4;
  style: "ownLine" | "runIn" | "none";
  /** 一、 （一） 1. （1）; empty for unnumbered. */
  number: string;
  heading: ResolvedInline[];
  part?: "summary" | "plan";
  blocks: ResolvedBlock[];
  sections: ResolvedSection[];
}

export interface ResolvedDocument {
  format: 1;
  title: ResolvedInline[];
  year: number;
  scope: Scope;
  opening: ResolvedBlock[];
  sections: ResolvedSection[];
  office?: string;
  signature?: { office: string; date: string };
}
