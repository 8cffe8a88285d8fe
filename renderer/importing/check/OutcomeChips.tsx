import type { ReactElement } from "react";
import type { ImportCounts, RowStanding } from "../../../shared/api/api.ts";
import { outcomes } from "../outcomes.ts";

const counted: Readonly<Record<RowStanding, keyof ImportCounts>> = {
  added: "added",
  updated: "updated",
  same: "same",
  twin: "twins",
  invalid: "invalid",
  skipped: "skipped",
};
const order: readonly RowStanding[] = ["added", "updated", "same", "twin", "invalid", "skipped"];

/** 全部 186 · 新增 42 · … : counts that filter the list, each to the rows that it counts. */
export function OutcomeChips({
  counts,
  outcome,
  onChoose,
}: {
  counts: ImportCounts;
  outcome: RowStanding | null;
  onChoose: (outcome: RowStanding | null) => void;
}): ReactElement {
  const all = order.reduce((sum, one) => sum + counts[counted[one]], 0);
  const shown = order.filter((one) => one !== "skipped" || counts.skipped > 0 || outcome === "skipped");
  const chip = (value: RowStanding | null, words: string): ReactElement => (
    <button
      key={words}
      type="button"
      className={outcome === value ? "chip on" : "chip"}
      aria-pressed={outcome === value}
      onClick={() => onChoose(value)}
    >
      {words}
    </button>
  );
  return (
    <div className="chips" role="group" aria-label="按处理筛选">
      {chip(null, `全部 ${all}`)}
      {shown.map((one) => chip(one, `${outcomes[one].label} ${counts[counted[one]]}`))}
    </div>
  );
}
