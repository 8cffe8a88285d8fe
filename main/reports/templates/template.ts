// A template is data: sections, paragraphs, sentences. A sentence is a string in the syntax below, so that a new sentence
// costs one string (architecture, 5.14).
//
// {projectsApproved}            figure with its unit: 12项. Empty where no record says so, and where it is zero.
// {projectsApproved:plain}      the number alone; :about 40多家 · :change 同比增长33.3% · :completion 完成年度任务的224%
// {projectsApproved:keepZero}   prints zero instead of counting as empty (:plain:keepZero …)
// {projectsApproved@lastYear}   the same period of last year; @nextYear the whole of next year
// {?projectsApproved}           prints nothing; makes its clause depend on the metric; {?a|b} on any of them
// {list M | {company} | …}      names of the records that M counts. The second part is the item: {field}, {reference.field},
//                               {a/b} the first that is filled, {ordinal}, [clause dropped where a field is blank]. Options after it, in any order:
//                               sep=；  last=和  most=5  others=always|never|whenSeveral  where=field:text (reads so)
//                               where=field~word/word (holds one of them)  where=field!~word/word (holds none; also after ~)
//                               where=field (is filled)
//                               group=field+field => {items}列为{field}项目  groupSep=、
//                               (with group, `sep` stands between groups and `groupSep` inside them)
// {target:M}                    next year's target from the target metric M; {target:M@thisYear}; :plain
// {year} {nextYear} {lastYear}  2012 2013 2011      {asOf}  截至2012年12月31日     {period}  2012年 · 2012年上半年      {span}  全年 · 上半年
// {district} {office}           names from the settings
// {hole:请补充…}                prints 〔待补：请补充…〕
// [，其中{x}]                   a clause that falls away where any slot inside is empty
// \{ \} \[ \]                   the characters themselves
//
// A sentence falls away where a slot outside brackets is empty, a paragraph without sentences, a section without paragraphs.
// What tells a deed needs a slot, if only {?…}: a report invents nothing (DECISIONS 47). Name metrics that the same section
// prints, so that no such sentence stands alone.

export type Sentence =
  | string
  /** The first that survives. */
  | { readonly oneOf: readonly string[] }
  /** The bureau's own text block of this tag, of the report's year or of the next (plans), else `text`. */
  | { readonly block: string; readonly of?: "nextYear"; readonly text: string };

export interface Paragraph {
  /** Run-in lead in the heading face: its first sentence. */
  readonly lead?: string;
  readonly sentences: readonly Sentence[];
}

export interface TemplateSection {
  readonly id: string;
  readonly level: 1 | 2 | 3 | 4;
  readonly style: "ownLine" | "runIn" | "none";
  readonly heading: string;
  readonly part?: "summary" | "plan";
  readonly paragraphs: readonly Paragraph[];
  readonly sections?: readonly TemplateSection[];
  /** Stands in for the paragraphs where none survives; without it the section falls away. */
  readonly whenEmpty?: string;
}

export interface Template {
  readonly name: string;
  /** Chinese name. */
  readonly label: string;
  readonly title: string;
  readonly opening: readonly Paragraph[];
  readonly sections: readonly TemplateSection[];
}
