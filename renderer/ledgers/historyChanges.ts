import type { HistoryEntry, Values } from "../../shared/api/api.ts";
import { type ExtraField, fieldOfExtra } from "../../shared/fields/extraField.ts";
import { type Field, type Value } from "../../shared/fields/field.ts";
import { showValue } from "../../shared/fields/index.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";

export interface FieldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What one entry of the history did, in one word. */
export function kindOf({ before, after }: HistoryEntry): string {
  if (before === null) return "新建";
  if (after?.["deletedAt"] != null) return "移入回收站";
  return before["deletedAt"] != null ? "恢复" : "修改";
}

/** Old and new words of every field that an entry changed, the bureau's own fields last; blank reads as nothing. */
export function changesOf(
  declaration: LedgerDeclaration,
  extras: readonly ExtraField[],
  { before, after }: HistoryEntry,
  titles: Readonly<Record<string, string>>,
): FieldChange[] {
  const change = (field: Field, old: Value | null | undefined, now: Value | null | undefined): FieldChange => ({
    label: field.label,
    before: showValue(field, old ?? null, titles),
    after: showValue(field, now ?? null, titles),
  });
  const declared = Object.entries(declaration.fields).flatMap(([name, field]) =>
    after !== null && name in after ? [change(field, before?.[name], after[name])] : [],
  );
  const own = extras.flatMap((extra) => {
    const old = extrasIn(before)[extra.name];
    const now = extrasIn(after)[extra.name];
    return JSON.stringify(old ?? null) === JSON.stringify(now ?? null) ? [] : [change(fieldOfExtra(extra), old, now)];
  });
  return [...declared, ...own];
}

/** The values of extra fields stand together under `extras` in a history row. */
function extrasIn(side: Values | null): Values {
  const extras: unknown = side?.["extras"];
  return typeof extras === "object" && extras !== null && !Array.isArray(extras) ? (extras as Values) : {};
}
