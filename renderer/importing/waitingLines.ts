import type { RowDecision, WaitingRow } from "../../shared/api/api.ts";
import { choicesOf, type Choice, decisionOf, isOpen } from "./check/choices.ts";
import { type Line, linesOf } from "./check/lines.ts";

// 待处理数据 by rows of the sheets: what a row brought waits and goes together. Pure.

export type WaitingLine = Line<WaitingRow>;

/** In the order given. */
export function waitingLines(rows: readonly WaitingRow[]): WaitingLine[] {
  return [...Map.groupBy(rows, ({ batch }) => batch).values()].flatMap((some) =>
    linesOf(some, (table) => some.find((row) => row.table === table)?.own ?? null),
  );
}

/** The one that its file, batch and title are told by. */
export function firstOf({ records }: WaitingLine): WaitingRow {
  const [first] = records;
  if (first === undefined) throw new Error("a line has records");
  return first;
}

export function lineKey(line: WaitingLine): string {
  return `${firstOf(line).batch}-${line.table}-${line.row}`;
}

/** Leaving it for later is no choice: it waits already. */
export function waitingChoices(line: Line): Choice[] {
  return choicesOf(line).filter(({ what }) => what !== "skip");
}

/** What there is to settle the line with; empty while nobody has said anything. */
export function decisionsIn({ records }: Line): RowDecision[] {
  return records
    .map(decisionOf)
    .filter(({ take, values = {} }) => take === "add" || typeof take === "object" || Object.keys(values).length > 0);
}

/** What came in since with the number of this row; null where nothing did. */
export function sinceOf({ records }: WaitingLine): string | null {
  return records.find(({ since }) => since !== undefined)?.since ?? null;
}

/** Why the row did not go in. */
export function reasonOf({ records }: Line): string {
  const open = records.find((record) => isOpen({ ...record, decision: { position: 0, take: "asUnderstood" } }));
  const told = records.find(({ candidates, message }) => candidates.length > 0 && message !== undefined) ?? open;
  if (told?.message !== undefined) return told.message;
  const near = records.find(({ candidates }) => candidates.length > 0);
  return near === undefined ? "按您的选择没有导入" : `与“${near.candidates[0]?.title ?? ""}”名称相近，先没有导入`;
}
