import { folded } from "../../shared/fields/cellText.ts";
import type { StageEntry, Value } from "../../shared/fields/field.ts";
import type { Values } from "../../shared/api/api.ts";

// Incoming values laid over stored ones. A blank never erases; a coarser date never blurs a finer one.

/** Only the fields that change, each as it will be. */
export function changesOf(stored: Values, incoming: Values): Values {
  const changes: Values = {};
  for (const [field, value] of Object.entries(incoming)) {
    if (value === null) continue;
    const before = stored[field] ?? null;
    const after = before === null ? value : over(before, value);
    if (before === null || !isSame(before, after)) changes[field] = after;
  }
  return changes;
}

/** Fields on which two rows of one file disagree; what only one of them fills is taken over into `first`. */
export function mergeRow(first: Values, second: Values): { merged: Values; disagreements: string[] } {
  const merged: Values = { ...first };
  const disagreements: string[] = [];
  for (const [field, value] of Object.entries(second)) {
    if (value === null) continue;
    const before = merged[field] ?? null;
    if (before === null) merged[field] = value;
    else if (isStages(before) && isStages(value)) merged[field] = unitedStages(before, value);
    else if (!isSame(before, over(before, value))) disagreements.push(field);
  }
  return { merged, disagreements };
}

/** Whether two values say the same: width and spaces of a text do not matter, nor the order of a list. */
export function isSame(a: Value | null, b: Value | null): boolean {
  if (a === b) return true;
  if (typeof a === "string" && typeof b === "string") return folded(a) === folded(b);
  if (Array.isArray(a) && Array.isArray(b)) return listText(a) === listText(b);
  return false;
}

function listText(list: readonly (string | StageEntry)[]): string {
  return list
    .map((item) =>
      typeof item === "string"
        ? folded(item)
        : [item.stage, item.date, item.documentNo ?? null, item.note ?? null].join("\u0001"),
    )
    .sort()
    .join("\u0002");
}

function over(before: Value, value: Value): Value {
  if (isStages(before) && isStages(value)) return unitedStages(before, value);
  if (typeof before === "string" && typeof value === "string" && isCoarser(value, before)) return before;
  return value;
}

/** Stored stages stay; a stage of the same name takes the incoming date where there is one. */
export function unitedStages(stored: readonly StageEntry[], incoming: readonly StageEntry[]): StageEntry[] {
  const united = stored.map((entry) => Object.assign({}, entry));
  for (const entry of incoming) {
    const known = united.find((one) => one.stage === entry.stage);
    if (known === undefined) united.push({ ...entry });
    else {
      if (entry.date !== null && !(known.date !== null && isCoarser(entry.date, known.date))) known.date = entry.date;
      if (entry.documentNo !== undefined && entry.documentNo !== null) known.documentNo = entry.documentNo;
      if (entry.note !== undefined && entry.note !== null) known.note = entry.note;
    }
  }
  return united;
}

/** 2012 says less than 2012-06 and does not contradict it. */
function isCoarser(value: string, than: string): boolean {
  return /^\d{4}(?:-\d{2})?$/u.test(value) && than.length > value.length && than.startsWith(`${value}-`);
}

function isStages(value: Value): value is StageEntry[] {
  return Array.isArray(value) && value.length > 0 && typeof value[0] === "object";
}
