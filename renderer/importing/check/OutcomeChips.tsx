import type { ReactElement } from "react";
import type { ImportCounts, StagedRow } from "../../../shared/api/api.ts";
import { outcomes } from "../outcomes.ts";

type Outcome = StagedRow["outcome"];
const counted: Readonly<Record<Outcome, keyof ImportCounts>> = {
  added: "added",
  updated: "updated",
  same: "same",
  twin: "twins",
  invalid: "invalid",
};
const order: readonly Outcome[] = ["added", "updated", "same", "twin", "invalid"];

/** 全部 186 · 新增 42 · … : counts that filter the list. */
export function OutcomeChips({
  counts,
  outcome,
  onChoose,
}: {
  counts: ImportCounts;
  outcome: Outcome | null;
  onChoose: (outcome: Outcome | null) => void;
}): ReactElement {
  const all = order.reduce((sum, one) => sum + counts[counted[one]], 0);
  const chip = (value: Outcome | null, words: string): ReactElement => (
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
      {order.map((one) => chip(one, `${outcomes[one].label} ${counts[counted[one]]}`))}
    </div>
  );
}
