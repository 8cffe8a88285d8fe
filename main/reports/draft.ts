import type { Scope } from "../../shared/metrics/scope.ts";
import type { Ask } from "../../shared/report/ask.ts";
import type { Inline, ParagraphBlock, ReportDocument, Section } from "../../shared/report/document.ts";
import { MarkupError } from "../../shared/report/markup.ts";
import { nodeScope, wholeYear } from "../../shared/report/nodeScope.ts";
import { stretchWords } from "../../shared/wording/dates.ts";
import { knownWords } from "./figureWords.ts";
import { rosterItems } from "./rosterWords.ts";
import {
  compileSentence,
  type Clause,
  type CompiledParagraph,
  type CompiledSection,
  type CompiledSentence,
  type CompiledTemplate,
} from "./templates/compile.ts";
import type { Slot } from "./templates/slots.ts";

export interface TextBlocks {
  readonly year: ReadonlyMap<string, string>;
  readonly nextYear: ReadonlyMap<string, string>;
}

export interface Drafting {
  readonly year: number;
  readonly scope: Scope;
  readonly ask: Ask;
  readonly district: string;
  readonly office: string;
  /** The bureau's own boilerplate by tag. */
  readonly textBlocks: TextBlocks;
}

/** Builds the report from a template: nodes, not words. Clauses, sentences, paragraphs and sections without data fall away. */
export async function draft(template: CompiledTemplate, drafting: Drafting): Promise<ReportDocument> {
  const sections: Section[] = [];
  for (const spec of template.sections) {
    const section = await draftSection(spec, drafting);
    if (section) sections.push(section);
  }
  return {
    format: 1,
    title: numbered(await always(template.title, drafting), "title"),
    year: drafting.year,
    scope: drafting.scope,
    template: template.name,
    opening: await draftParagraphs(template.opening, "opening", drafting),
    sections,
    office: drafting.office,
  };
}

async function draftSection(spec: CompiledSection, drafting: Drafting): Promise<Section | null> {
  let blocks = await draftParagraphs(spec.paragraphs, spec.id, drafting);
  const sections: Section[] = [];
  for (const inner of spec.sections) {
    const section = await draftSection(inner, drafting);
    if (section) sections.push(section);
  }
  if (blocks.length === 0 && sections.length === 0) {
    const words = spec.whenEmpty && (await fill(spec.whenEmpty, drafting));
    if (!words) return null;
    const id = `${spec.id}.1`;
    blocks = [{ kind: "paragraph", id, inlines: numbered(words, id) }];
  }
  const heading = numbered(await always(spec.heading, drafting), spec.id);
  const { id, level, style, part } = spec;
  return { id, level, style, heading, ...(part === undefined ? {} : { part }), blocks, sections };
}

async function draftParagraphs(
  specs: readonly CompiledParagraph[],
  place: string,
  drafting: Drafting,
): Promise<ParagraphBlock[]> {
  const blocks: ParagraphBlock[] = [];
  for (const [index, spec] of specs.entries()) {
    const id = `${place}.${index + 1}`;
    const inlines: Inline[] = [];
    for (const sentence of spec.sentences) inlines.push(...(await draftSentence(sentence, drafting)));
    if (inlines.length === 0) continue;
    const lead = spec.lead && numbered(await always(spec.lead, drafting), `${id}.lead`);
    blocks.push({ kind: "paragraph", id, ...(lead ? { lead } : {}), inlines: numbered(inlines, id) });
  }
  return blocks;
}

async function draftSentence(sentence: CompiledSentence, drafting: Drafting): Promise<Inline[]> {
  const { block } = sentence;
  const own = block ? drafting.textBlocks[block.of].get(block.tag) : undefined;
  const alternatives = own === undefined ? sentence.alternatives : [ownWords(own)];
  for (const clauses of alternatives) {
    const inlines = await fill(clauses, drafting);
    if (inlines) return inlines;
  }
  return [];
}

// A text block may use the syntax ({year}年…); what is no syntax is plain text.
function ownWords(text: string): Clause[] {
  try {
    return compileSentence(text.trim());
  } catch (error) {
    if (error instanceof MarkupError) return [{ kind: "text", text: text.trim() }];
    throw error;
  }
}

/** Headings and titles stand whatever is missing in them. */
async function always(clauses: readonly Clause[], drafting: Drafting): Promise<Inline[]> {
  const whole = await fill(clauses, drafting);
  return (
    whole ?? clauses.flatMap((clause) => (clause.kind === "slot" ? nodeOf(clause.slot, drafting) : textOf(clause)))
  );
}

function textOf(clause: Clause): Inline[] {
  return clause.kind === "text" ? [{ kind: "text", text: clause.text }] : [];
}

/** Null where a slot that is not optional is empty. */
async function fill(clauses: readonly Clause[], drafting: Drafting): Promise<Inline[] | null> {
  const inlines: Inline[] = [];
  for (const clause of clauses) {
    if (clause.kind === "optional") {
      inlines.push(...((await fill(clause.clauses, drafting)) ?? []));
    } else if (clause.kind === "text") {
      inlines.push({ kind: "text", text: clause.text });
    } else {
      if (await isEmpty(clause.slot, drafting)) return null;
      inlines.push(...nodeOf(clause.slot, drafting));
    }
  }
  return inlines;
}

async function isEmpty(slot: Slot, { ask, scope, year }: Drafting): Promise<boolean> {
  switch (slot.kind) {
    case "figure": {
      const own = nodeScope(slot.scope, scope);
      const answer = await ask.figure(slot.metric, own);
      const isZero = answer.value === 0 && !slot.keepsZero && slot.display !== "change";
      return isZero || knownWords(answer, slot.display, own) === null;
    }
    case "guard": {
      for (const each of slot.anyOf) {
        const { value } = await ask.figure(each.metric, nodeScope(each.scope, scope));
        if (value !== null && value !== 0) return false;
      }
      return true;
    }
    case "target": {
      const { value } = await ask.figure(slot.metric, wholeYear(year + slot.yearOffset, scope));
      return value === null || value === 0;
    }
    case "roster":
      return (await rosterItems(slot, nodeScope(slot.scope, scope), ask)).length === 0;
    case "year":
    case "asOf":
    case "name":
    case "hole":
      return false;
  }
}

// Nodes get their ids from `numbered`, when it is known which of them stand.
function nodeOf(slot: Slot, drafting: Drafting): Inline[] {
  switch (slot.kind) {
    case "figure": {
      const { keepsZero: _, ...figure } = slot;
      return [{ ...figure, id: "", written: null }];
    }
    case "roster":
      return [{ ...slot, id: "", written: null }];
    case "target": {
      const { yearOffset, ...target } = slot;
      return [{ ...target, id: "", year: drafting.year + yearOffset, written: null }];
    }
    case "name":
      return [{ kind: "text", text: nameWords(slot.name, drafting) }];
    case "guard":
      return [];
    case "year":
    case "asOf":
    case "hole":
      return [slot];
  }
}

function nameWords(name: Extract<Slot, { kind: "name" }>["name"], { district, office, scope }: Drafting): string {
  // What lies after the as-of day is not reported yet: as of October a year's report speaks of 1—10月.
  const end = scope.asOf < scope.to ? scope.asOf : scope.to;
  const period = stretchWords(scope.from, end);
  const span = period.replace(/^\d{4}年/, "") || "全年";
  return { district, office, period, span }[name];
}

/** Joins neighbouring text and gives nodes ids that stay the same from draft to draft while the template does. */
function numbered(inlines: readonly Inline[], place: string): Inline[] {
  const result: Inline[] = [];
  let count = 0;
  for (const inline of inlines) {
    const last = result.at(-1);
    if (inline.kind === "text" && last?.kind === "text") {
      result[result.length - 1] = { kind: "text", text: last.text + inline.text };
    } else if ("id" in inline) {
      count += 1;
      result.push({ ...inline, id: `${place}-${count}` });
    } else {
      result.push(inline);
    }
  }
  return result;
}
