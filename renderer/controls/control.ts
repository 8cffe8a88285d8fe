import type { Field, Value } from "../../shared/fields/field.ts";

/** What a control may need beyond its field: words for ids, terms of dictionaries, candidates for references. */
export interface ControlContext {
  readonly titles: Readonly<Record<string, string>>;
  readonly terms: (dictionary: string) => readonly string[];
  readonly lookup: (ledger: string, text: string) => Promise<{ id: string; title: string; detail: string }[]>;
}

export interface ControlProps<F extends Field = Field, V extends Value = Value> {
  readonly id: string;
  readonly field: F;
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
  readonly context: ControlContext;
  /** What is written cannot be understood, and why; null once it can. The value stays as it was. */
  readonly onDoubt?: (message: string | null) => void;
}
