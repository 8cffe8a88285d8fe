import type { Field } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { recordNumberField, recordNumberHeading } from "../../shared/wording/recordNumber.ts";
import { districtHeadings } from "./otherDistricts.ts";
import { normaliseHeading } from "./normaliseHeading.ts";

// All words that may head a column of a ledger's sheet, and what such a column feeds.

/**
 * Where a column's values go. `field` is a declared or extra field's name, or a part of a stages field:
 * `status` (the stage itself), `status@认定` (the date of that stage), `status#date` (the date of whichever stage
 * the row names), `status#documentNo`.
 */
export interface Target {
  readonly ledger: string;
  readonly field: string;
  /** False for a field of a ledger that this one carries. */
  readonly own: boolean;
  /** Which of the declaration's `carries`. */
  readonly carry?: number;
  /** Any number of columns may feed it, each value a record of its own (曾用名 beside 别名). */
  readonly many?: true;
}
export interface Word {
  readonly key: string;
  readonly bare: string;
  /** 1 for a label, 0.95 for another heading, 0.7 for a second meaning. */
  readonly weight: number;
  /** null: known to carry nothing that is kept (序号). */
  readonly target: Target | null;
}
export interface LedgerWords {
  readonly declaration: LedgerDeclaration;
  readonly words: readonly Word[];
  readonly byKey: ReadonlyMap<string, readonly Word[]>;
}

/** Headings and targets that stand beside the declaration: the synonym tables and the bureau's extra fields. */
export interface MoreWords {
  /** Field name, `ledger.field` or `ignored` → headings. */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>;
  /** The same, for columns whose first meaning another column has taken. */
  readonly seconds?: Readonly<Record<string, readonly string[]>>;
  readonly extras?: Readonly<Record<string, Field>>;
}

export type Ledgers = Readonly<Record<string, LedgerDeclaration>>;

/** Below what is taken without a word to the person. */
const secondWeight = 0.7;

const ignored = ["序号", "No.", "NO", "№", "序", "行号", ...districtHeadings];

/** Own words first: where a carried ledger uses the same word, the own field takes it. */
export function ledgerWords(declaration: LedgerDeclaration, ledgers: Ledgers, more: MoreWords = {}): LedgerWords {
  const words: Word[] = [];
  const name = declaration.name;
  for (const [field, is] of Object.entries({ ...declaration.fields, ...more.extras })) {
    words.push(...fieldWords({ ledger: name, field, own: true }, is));
  }
  for (const [carry, carried] of (declaration.carries ?? []).entries()) {
    for (const field of carried.fields) {
      const is = ledgers[carried.ledger]?.fields[field];
      const many = carried.each === field ? ({ many: true } as const) : {};
      const target: Target = { ledger: carried.ledger, field, own: false, carry, ...many };
      // Instead of the field's own: 计划开工时间 is the planned date of one milestone.
      const instead = carried.headings?.[field];
      if (instead !== undefined) words.push(...instead.map((heading) => word(heading, 1, target)));
      else if (is !== undefined) words.push(...fieldWords(target, is));
    }
  }
  words.push(word(recordNumberHeading, 1, { ledger: name, field: recordNumberField, own: true }));
  const give = (all: MoreWords["synonyms"], weight: number): void => {
    for (const [key, headings] of Object.entries(all ?? {})) {
      const target = synonymTarget(key, declaration);
      if (target === undefined) continue;
      for (const heading of headings) words.push(word(heading, weight, target));
    }
  };
  give(more.synonyms, 0.95);
  give(more.seconds, secondWeight);
  for (const heading of [...ignored, ...(declaration.ignoredHeadings ?? [])]) words.push(word(heading, 0.95, null));
  return { declaration, words, byKey: indexed(words) };
}

/** Every word of every ledger: what makes a row look like a heading. */
export function headingWords(all: readonly LedgerWords[]): Set<string> {
  const words = new Set<string>();
  for (const ledger of all) for (const { key } of ledger.words) if (key !== "") words.add(key);
  return words;
}

function fieldWords(target: Target, field: Field): Word[] {
  const words = [word(field.label, 1, target), ...(field.headings ?? []).map((heading) => word(heading, 0.95, target))];
  if (field.kind !== "stages") return words;
  const part = (suffix: string, headings: readonly string[] = []): Word[] =>
    headings.map((heading) => word(heading, 0.95, { ...target, field: `${target.field}${suffix}` }));
  return [
    ...words,
    ...field.flow.flatMap((term) => part(`@${term.stage}`, term.headings)),
    // As our own templates head them.
    ...part("#date", [`${field.label}日期`, ...(field.dateHeadings ?? [])]),
    ...part("#documentNo", [`${field.label}文号`, ...(field.documentHeadings ?? [])]),
  ];
}

/** `status.认定` → `status@认定`, `status.date` → `status#date`, `ledger.field` → the one that carries it. */
function synonymTarget(key: string, { name, fields, carries }: LedgerDeclaration): Target | null | undefined {
  if (key === "ignored") return null;
  const [first = "", rest] = key.split(".");
  // A field, or a part of the status in our own writing.
  if (rest === undefined) return { ledger: name, field: key, own: true };
  if (fields[first]?.kind === "stages") {
    const part = rest === "date" || rest === "documentNo" ? `#${rest}` : `@${rest}`;
    return { ledger: name, field: `${first}${part}`, own: true };
  }
  const carry = (carries ?? []).findIndex((carried) => carried.ledger === first && carried.fields.includes(rest));
  return carry < 0 ? undefined : { ledger: first, field: rest, own: false, carry };
}

function word(heading: string, weight: number, target: Target | null): Word {
  const { key, bare } = normaliseHeading(heading);
  return { key, bare, weight, target };
}

function indexed(words: readonly Word[]): Map<string, Word[]> {
  const index = new Map<string, Word[]>();
  for (const one of words) {
    if (one.key === "") continue;
    const known = index.get(one.key);
    if (known === undefined) index.set(one.key, [one]);
    else known.push(one);
  }
  return index;
}
