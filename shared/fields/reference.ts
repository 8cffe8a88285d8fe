import { saysNothing, splitList, tidy, unreadable } from "./cellText.ts";
import type { CellInput, KindOf, Options, Reading, ReferenceField, ReferencesField } from "./field.ts";

// A cell names other records; the value is their ids. `read` gives the names, and the importer finds the records.

/** The id of a record of another ledger. */
export function reference<const O extends Omit<ReferenceField, "kind">>(
  options: Options<ReferenceField, O>,
): ReferenceField & O {
  return { kind: "reference", ...options };
}

/** Ids of records of another ledger, in the order written. */
export function references<const O extends Omit<ReferencesField, "kind">>(
  options: Options<ReferencesField, O>,
): ReferencesField & O {
  return { kind: "references", ...options };
}

function names(cell: CellInput): Reading<string[]> {
  const trouble = unreadable(cell);
  if (trouble) return trouble;
  if (saysNothing(cell.text)) return { value: null };
  const { items, claimed } = splitList(cell.text);
  if (items.length === 0) return { doubt: `看不出“${tidy(cell.text)}”是谁` };
  if (claimed === null || claimed <= items.length) return { value: items };
  return { value: items, warning: `原文写“等${claimed}家”，只列出${items.length}家` };
}

export const referenceKind: KindOf<ReferenceField, string> = {
  check: (_field, value) => (value.trim() === "" ? "没有指向任何记录" : null),
  /** The first name; the others are named in the warning. */
  read(_field, cell) {
    const reading = names(cell);
    if ("doubt" in reading || reading.value === null) return reading as { doubt: string } | { value: null };
    const [first = "", ...others] = reading.value;
    return others.length === 0
      ? { value: first }
      : { value: first, warning: `只取第一个，其余未录入：${others.join("、")}` };
  },
  show: (_field, value) => value,
};

export const referencesKind: KindOf<ReferencesField, string[]> = {
  check(_field, value) {
    if (value.length === 0) return "没有内容时应留空";
    if (value.some((id) => id.trim() === "")) return "没有指向任何记录";
    return new Set(value).size < value.length ? "重复" : null;
  },
  read: (_field, cell) => names(cell),
  show: (_field, value) => value.join("、"),
};
