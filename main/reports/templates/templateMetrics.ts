import type { Clause, CompiledParagraph, CompiledSection, CompiledTemplate } from "./compile.ts";

export interface AskedMetric {
  readonly metric: string;
  readonly when: "report" | "lastYear" | "nextYear";
}

/** Every metric that a template may ask for, and of which year. */
export function templateMetrics(template: CompiledTemplate): AskedMetric[] {
  const clauses = [template.title, ...template.opening.flatMap(ofParagraph), ...template.sections.flatMap(ofSection)];
  return clauses.flatMap(ofClauses);
}

function ofSection({ heading, paragraphs, sections, whenEmpty }: CompiledSection): Clause[][] {
  return [
    heading,
    ...paragraphs.flatMap(ofParagraph),
    ...sections.flatMap(ofSection),
    ...(whenEmpty ? [whenEmpty] : []),
  ];
}

function ofParagraph({ lead, sentences }: CompiledParagraph): Clause[][] {
  return [...(lead ? [lead] : []), ...sentences.flatMap((sentence) => sentence.alternatives)];
}

function ofClauses(clauses: readonly Clause[]): AskedMetric[] {
  return clauses.flatMap((clause): AskedMetric[] => {
    if (clause.kind === "text") return [];
    if (clause.kind === "optional") return ofClauses(clause.clauses);
    const { slot } = clause;
    switch (slot.kind) {
      case "guard":
        return slot.anyOf.map(({ metric, scope }) => ({ metric, when: scope ?? "report" }));
      case "figure":
      case "roster":
        return [{ metric: slot.metric, when: slot.scope ?? "report" }];
      case "target":
        return [{ metric: slot.metric, when: slot.yearOffset === 1 ? "nextYear" : "report" }];
      default:
        return [];
    }
  });
}
