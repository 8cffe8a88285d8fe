import type { Cell } from "../database/insertMany.ts";
import type { Field, FieldKind, StageEntry, Value } from "../../shared/fields/field.ts";

// Between a value as the API speaks it and the cell that SQLite keeps. Stages are rows of their own, not a cell.

const isList = (kind: FieldKind): boolean => kind === "choices" || kind === "references" || kind === "attachments";

export function toCell(value: Value | null): Cell {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  return typeof value === "boolean" ? (value ? 1 : 0) : JSON.stringify(value);
}

export function fromCell(kind: FieldKind, cell: unknown): Value | null {
  if (cell === null || cell === undefined) return null;
  if (kind === "yesNo") return cell === 1;
  // Only this store writes these columns, and it writes lists of texts.
  if (isList(kind)) return JSON.parse(String(cell)) as string[];
  return cell as Value;
}

/** Blank is null: neither "" nor an empty list. Stages get all their four parts, so that equal ones compare equal. */
export function normal(field: Field, value: Value | null): Value | null {
  if (value === null || value === "") return null;
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return null;
  return field.kind === "stages" ? (value as StageEntry[]).map(wholeStage) : value;
}

export function wholeStage({ stage, date, documentNo, note }: StageEntry): StageEntry {
  return { stage, date, documentNo: documentNo ?? null, note: note ?? null };
}

/** Whether two normal values are the same. */
export function sameValue(a: Value | null, b: Value | null): boolean {
  if (a === b) return true;
  return typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b);
}
