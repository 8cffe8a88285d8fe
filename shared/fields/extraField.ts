import type { Field } from "./field.ts";

/** A column that a bureau adds to a ledger (扩展栏); its values stand in each record's `extras` under `name`. */
export interface ExtraField {
  ledger: string;
  name: string;
  label: string;
  kind: "text" | "number" | "count" | "percent" | "money" | "year" | "date" | "choice" | "yesNo";
  dictionary?: string;
}

/** The extra field as a field, for the checks, the words and the control of its kind. */
export function fieldOfExtra({ label, kind, dictionary }: ExtraField): Field {
  if (kind === "money") return { kind, label, importUnit: "元" };
  if (kind === "choice") return { kind, label, dictionary: dictionary ?? "" };
  return { kind, label };
}
