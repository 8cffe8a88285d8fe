import { Button } from "antd";
import type { ReactElement } from "react";
import type { RowDecision, RowStanding } from "../../../shared/api/api.ts";
import { outcomes } from "../outcomes.ts";

/** What was decided last, and what stood before. */
export interface Moved {
  readonly row: number;
  readonly words: string;
  readonly back: RowDecision;
}

/** The row decided last is no longer in the list that was chosen: says so, and leads back. */
export function MovedLine({
  moved,
  from,
  onTakeBack,
}: {
  moved: Moved;
  from: RowStanding;
  onTakeBack: () => void;
}): ReactElement {
  return (
    <output className="moved-line">
      第 {moved.row} 行：{moved.words}，不再列在“{outcomes[from].label}”里
      <Button size="small" title="Ctrl + Z" onClick={onTakeBack}>
        撤回
      </Button>
    </output>
  );
}
