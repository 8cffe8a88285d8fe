import { insertSql } from "../database/insertMany.ts";
import type { Field, FieldKind } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { isOfficial } from "../../shared/ledgers/identity.ts";

/** What the store needs to know of a ledger thousands of times over. */
export interface LedgerPlan {
  readonly declaration: LedgerDeclaration;
  readonly name: string;
  /** Declared fields with a column, in order. */
  readonly columns: readonly { readonly name: string; readonly kind: FieldKind }[];
  readonly fields: readonly { readonly name: string; readonly field: Field }[];
  readonly byName: ReadonlyMap<string, Field>;
  readonly hasStages: boolean;
  /** Of a new record: id, createdAt, updatedAt, extras, then the columns. */
  /** Of a new record: version 1, not deleted; binds id, createdAt, updatedAt, extras, then the columns. */
  readonly insert: string;
  /** Fields whose words search finds. */
  readonly searched: readonly string[];
  /** Names among them, of which pinyin initials are made. */
  readonly initialled: readonly string[];
  /** Fields that point at other records. */
  readonly references: readonly { readonly name: string; readonly to: string; readonly many: boolean }[];
  /** Official numbers: fields that no two live records may share all of. */
  readonly official: readonly (readonly string[])[];
}

export const commonColumns = ["id", "version", "createdAt", "updatedAt", "deletedAt", "extras"] as const;

const plans = new WeakMap<LedgerDeclaration, LedgerPlan>();

export function planOf(declaration: LedgerDeclaration): LedgerPlan {
  const kept = plans.get(declaration);
  if (kept !== undefined) return kept;
  const plan = makePlan(declaration);
  plans.set(declaration, plan);
  return plan;
}

function makePlan(declaration: LedgerDeclaration): LedgerPlan {
  const { fields, identifiedBy, name, titleField } = declaration;
  const entries = Object.entries(fields);
  const columns = entries.flatMap(([field, { kind }]) => (kind === "stages" ? [] : [{ name: field, kind }]));
  return {
    declaration,
    name,
    columns,
    fields: entries.map(([field, declared]) => ({ name: field, field: declared })),
    byName: new Map(entries),
    hasStages: entries.some(([, { kind }]) => kind === "stages"),
    insert: insertSql(name, ["id", "createdAt", "updatedAt", "extras", ...columns.map((column) => column.name)])
      .replace("(", '("version", ')
      .replace("VALUES (", "VALUES (1, "),
    searched: entries.flatMap(([field, { kind }]) =>
      kind === "text" || kind === "code" || kind === "choice" || kind === "choices" ? [field] : [],
    ),
    initialled: entries.flatMap(([field, { kind }]) =>
      kind === "text" && (field === titleField || /^(alias|.*[nN]ame)$/u.test(field)) ? [field] : [],
    ),
    references: entries.flatMap(([field, declared]) =>
      declared.kind === "reference" || declared.kind === "references"
        ? [{ name: field, to: declared.to, many: declared.kind === "references" }]
        : [],
    ),
    official: identifiedBy.filter((alternative) => isOfficial(declaration, alternative)),
  };
}
