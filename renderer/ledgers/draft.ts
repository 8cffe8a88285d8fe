import type { Values } from "../../shared/api/api.ts";
import type { Value } from "../../shared/fields/field.ts";

// What has been typed into a form and not yet saved. It is kept beside the window, so that neither a crash nor a power
// cut loses it; saving or giving it up removes it.

export interface Draft {
  readonly values: Values;
  readonly extras: Values;
}

export const noDraft: Draft = { values: {}, extras: {} };

export function isChanged(draft: Draft): boolean {
  return Object.keys(draft.values).length > 0 || Object.keys(draft.extras).length > 0;
}

/** The draft with one more change; a value that is the stored one again is no change. */
export function withChange(draft: Draft, stored: Draft, part: keyof Draft, name: string, value: Value | null): Draft {
  const same = JSON.stringify(stored[part][name] ?? null) === JSON.stringify(value);
  return { ...draft, [part]: same ? without(draft[part], name) : { ...draft[part], [name]: value } };
}

/** The record without one of its keys. */
export function without<V>(record: Readonly<Record<string, V>>, name: string): Record<string, V> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

const keyOf = (ledger: string, id: string | null): string => `draft:${ledger}:${id ?? "new"}`;

export function keptDraft(ledger: string, id: string | null): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(ledger, id)) ?? "null");
    if (typeof kept !== "object" || kept === null || !("values" in kept) || !("extras" in kept)) return null;
    const draft = kept as Draft;
    return isChanged(draft) ? draft : null;
  } catch {
    return null;
  }
}

export function keepDraft(ledger: string, id: string | null, draft: Draft): void {
  try {
    if (isChanged(draft)) localStorage.setItem(keyOf(ledger, id), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(ledger, id));
  } catch {
    // A full or forbidden storage costs the safety net and nothing else.
  }
}
