import type { ReadHandle } from "../../database/open.ts";
import type { Dictionary } from "../../../shared/dictionaries/define.ts";
import type { Field } from "../../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../../shared/ledgers/define.ts";

/** What metrics read with: they never write. */
export type Reader = Pick<ReadHandle, "selectFrom">;

/** A term that a bureau added, with the built-in one that it counts as. */
export interface OwnTerm {
  readonly dictionary: string;
  readonly term: string;
  readonly mapsTo: string | null;
}

/** An extra field of a ledger (扩展栏), defined in the database. */
export interface OwnField {
  readonly ledger: string;
  readonly name: string;
  readonly label: string;
  readonly kind: Field["kind"];
  readonly dictionary: string | null;
}

/** What the engine knows besides the records: the declarations, and what the bureau added to them. */
export interface MetricContext {
  readonly ledgers: ReadonlyMap<string, LedgerDeclaration>;
  readonly dictionaries: ReadonlyMap<string, Dictionary>;
  readonly ownTerms: readonly OwnTerm[];
  readonly ownFields: readonly OwnField[];
}

/** A field as metrics see it; extra fields lie in the JSON column `extras`. */
export interface KnownField {
  readonly name: string;
  readonly label: string;
  readonly kind: Field["kind"];
  readonly dictionary: string | null;
  /** The ledger that a reference points at. */
  readonly to: string | null;
  readonly parent: boolean;
  readonly extra: boolean;
}

/** The declared or extra field of that name; null where the ledger has none. */
export function findField(context: MetricContext, ledger: string, name: string): KnownField | null {
  const fields = context.ledgers.get(ledger)?.fields;
  const field = fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field)
    return {
      name,
      label: field.label,
      kind: field.kind,
      dictionary: "dictionary" in field ? field.dictionary : null,
      to: "to" in field ? field.to : null,
      parent: field.kind === "reference" && field.parent === true,
      extra: false,
    };
  const own = context.ownFields.find((candidate) => candidate.ledger === ledger && candidate.name === name);
  if (!own) return null;
  const { label, kind, dictionary } = own;
  return { name, label, kind, dictionary, to: null, parent: false, extra: true };
}

/** All declared fields of a ledger. */
export function fieldsOf(context: MetricContext, ledger: string): KnownField[] {
  const names = Object.keys(context.ledgers.get(ledger)?.fields ?? {});
  return names.flatMap((name) => findField(context, ledger, name) ?? []);
}
