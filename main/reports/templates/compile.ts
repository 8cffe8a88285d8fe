import { ProblemError } from "../../../shared/problems/problem.ts";
import { MarkupError, parseMarkup, type MarkupPart } from "../../../shared/report/markup.ts";
import { readSlot, type Slot } from "./slots.ts";
import type { Paragraph, Sentence, Template, TemplateSection } from "./template.ts";

export type Clause =
  | { kind: "text"; text: string }
  | { kind: "slot"; slot: Slot }
  | { kind: "optional"; clauses: Clause[] };
export interface CompiledSentence {
  block: { tag: string; of: "year" | "nextYear" } | null;
  alternatives: Clause[][];
}
export interface CompiledParagraph {
  lead: Clause[] | null;
  sentences: CompiledSentence[];
}
export interface CompiledSection extends Pick<TemplateSection, "id" | "level" | "style" | "part"> {
  heading: Clause[];
  paragraphs: CompiledParagraph[];
  sections: CompiledSection[];
  whenEmpty: Clause[] | null;
}
export interface CompiledTemplate {
  name: string;
  title: Clause[];
  opening: CompiledParagraph[];
  sections: CompiledSection[];
}

/**
 * Understands a template. `isMetric` answers whether a metric of that name exists. Throws ProblemError `invalid`
 * whose message names template, section, paragraph, sentence and character.
 */
export function compileTemplate(
  template: Template,
  isMetric: (name: string) => boolean = () => true,
): CompiledTemplate {
  const clauses = (source: string, place: string): Clause[] => {
    try {
      const compiled = compileSentence(source);
      for (const name of metricsOf(compiled)) {
        if (isMetric(name)) continue;
        const before = Array.from(source.slice(0, source.indexOf(name)));
        throw new MarkupError(before.length + 1, `没有“${name}”这个指标`);
      }
      return compiled;
    } catch (error) {
      if (error instanceof MarkupError) throw problemAt(template, place, error);
      throw error;
    }
  };
  const sentence = (spec: Sentence, place: string): CompiledSentence => {
    if (typeof spec === "string") return { block: null, alternatives: [clauses(spec, place)] };
    if ("block" in spec)
      return { block: { tag: spec.block, of: spec.of ?? "year" }, alternatives: [clauses(spec.text, place)] };
    return {
      block: null,
      alternatives: spec.oneOf.map((text, index) => clauses(text, `${place}第${index + 1}种写法`)),
    };
  };
  const paragraphs = (specs: readonly Paragraph[], place: string): CompiledParagraph[] =>
    specs.map((spec, row) => ({
      lead: spec.lead === undefined ? null : clauses(spec.lead, `${place}第${row + 1}段段首`),
      sentences: spec.sentences.map((each, index) => sentence(each, `${place}第${row + 1}段第${index + 1}句`)),
    }));
  const section = (spec: TemplateSection): CompiledSection => ({
    id: spec.id,
    level: spec.level,
    style: spec.style,
    ...(spec.part === undefined ? {} : { part: spec.part }),
    heading: clauses(spec.heading, `“${spec.id}”的标题`),
    paragraphs: paragraphs(spec.paragraphs, `“${spec.id}”`),
    sections: (spec.sections ?? []).map(section),
    whenEmpty: spec.whenEmpty === undefined ? null : clauses(spec.whenEmpty, `“${spec.id}”的替代句`),
  });
  return {
    name: template.name,
    title: clauses(template.title, "标题"),
    opening: paragraphs(template.opening, "引言"),
    sections: template.sections.map(section),
  };
}

/** One sentence. Throws MarkupError. */
export function compileSentence(source: string): Clause[] {
  return parseMarkup(source).map(compilePart);
}

function compilePart(part: MarkupPart): Clause {
  if (part.kind === "text") return part;
  if (part.kind === "slot") return { kind: "slot", slot: readSlot(part.body, part.at) };
  return { kind: "optional", clauses: part.parts.map(compilePart) };
}

function metricsOf(clauses: readonly Clause[]): string[] {
  return clauses.flatMap((clause) => {
    if (clause.kind === "optional") return metricsOf(clause.clauses);
    if (clause.kind === "text") return [];
    if (clause.slot.kind === "guard") return clause.slot.anyOf.map(({ metric }) => metric);
    return "metric" in clause.slot ? [clause.slot.metric] : [];
  });
}

function problemAt(template: Template, place: string, error: MarkupError): ProblemError {
  return new ProblemError({
    kind: "invalid",
    code: "E-RPT-03",
    message: `模板“${template.label}”${place}第${error.at}个字：${error.message}。数据没有改动，请改正模板后再起草。`,
  });
}
