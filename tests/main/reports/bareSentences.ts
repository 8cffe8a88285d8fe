import type { CompiledSection, CompiledSentence, CompiledTemplate } from "../../../main/reports/templates/compile.ts";
import type {
  ResolvedBlock,
  ResolvedDocument,
  ResolvedInline,
  ResolvedSection,
} from "../../../shared/report/document.ts";

// What a report says on nobody's word: sentences of the opening and the summary that no figure, list or mark to fill in
// stands in (as drafted), and sentences that would be said whatever the data are (as written in the template).

/** As drafted, in printing order; headings are no sentences. */
export function bareSentences({ opening, sections }: ResolvedDocument): string[] {
  const summary = sections.filter(({ part }) => part === "summary").flatMap(blocksOf);
  return [...opening, ...summary].flatMap((block) =>
    block.kind === "paragraph" ? sentencesOf(block.inlines).flatMap((each) => (each.shown ? [] : [each.text])) : [],
  );
}

/** The paragraphs of the summary that show no record at all. */
export function bareParagraphs({ sections }: ResolvedDocument): string[] {
  return sections
    .filter(({ part }) => part === "summary")
    .flatMap(blocksOf)
    .flatMap((block) => (block.kind === "paragraph" ? [block.inlines] : []))
    .filter((inlines) => inlines.every(({ kind }) => kind === "text"))
    .map((inlines) => inlines.map(({ text }) => text).join(""));
}

export function blocksOf({ blocks, sections }: ResolvedSection): ResolvedBlock[] {
  return [...blocks, ...sections.flatMap(blocksOf)];
}

function sentencesOf(inlines: readonly ResolvedInline[]): { text: string; shown: boolean }[] {
  const sentences: { text: string; shown: boolean }[] = [];
  let open = { text: "", shown: false };
  for (const inline of inlines) {
    // A list may hold full stops of its own; it is one thing.
    const pieces = inline.kind === "text" ? inline.text.split(/(?<=。)/) : [inline.text];
    for (const piece of pieces) {
      open = { text: open.text + piece, shown: open.shown || inline.kind !== "text" };
      if (inline.kind !== "text" || !piece.endsWith("。")) continue;
      sentences.push(open);
      open = { text: "", shown: false };
    }
  }
  return open.text === "" ? sentences : [...sentences, open];
}

/** As written: the words of the alternatives that need no record, in the opening and the summary. */
export function unconditional({ opening, sections }: CompiledTemplate): string[] {
  const summary = sections.filter(({ part }) => part === "summary").flatMap(paragraphsOf);
  return [...opening, ...summary].flatMap(({ sentences }) => sentences.flatMap(needingNothing));
}

function paragraphsOf({ paragraphs, sections }: CompiledSection): CompiledSection["paragraphs"] {
  return [...paragraphs, ...sections.flatMap(paragraphsOf)];
}

const EVIDENCE: ReadonlySet<string> = new Set(["figure", "guard", "roster", "target"]);

function needingNothing({ alternatives }: CompiledSentence): string[] {
  return alternatives
    .filter((clauses) => !clauses.some((clause) => clause.kind === "slot" && EVIDENCE.has(clause.slot.kind)))
    .map((clauses) => clauses.map((clause) => (clause.kind === "text" ? clause.text : "")).join(""));
}
