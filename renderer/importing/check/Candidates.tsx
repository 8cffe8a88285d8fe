import type { ReactElement } from "react";
import type { RowDecision, StagedRow } from "../../../shared/api/api.ts";
import { findLedger } from "../../../shared/ledgers/index.ts";
import { type Choice, decisionOf } from "./choices.ts";

/** 疑似重复: the records that the row may be, best first, and that it is none of them. */
export function Candidates({
  record,
  choices,
  waits,
  onDecide,
}: {
  record: StagedRow;
  waits: true | undefined;
  choices: readonly Choice[];
  onDecide: (decision: RowDecision) => void;
}): ReactElement | null {
  if (record.candidates.length === 0) return null;
  const measure = findLedger(record.ledger)?.measure ?? "条";
  const undecided = waits !== true && decisionOf(record).take === "asUnderstood";
  const add = choices.find(({ what }) => what === "add");
  return (
    <div className="candidates" role="group" aria-label="是哪一条记录">
      <p>
        “{record.title}”是不是台账里的这一{measure}？
      </p>
      {undecided ? (
        <p className="quiet">
          {record.outcome === "added" ? `不选就照常导入，作为新的一${measure}，不合并` : "不选就不导入，留作待处理数据"}
        </p>
      ) : null}
      {record.candidates.map(({ id, title, detail, why }) => {
        const choice = choices.find((one) => one.what === "same" && one.id === id);
        if (choice === undefined) return null;
        return (
          <button
            key={id}
            type="button"
            className="wide-choice candidate"
            aria-pressed={choice.chosen}
            onClick={() => onDecide(choice.decision)}
          >
            <kbd>{choice.number}</kbd>
            <span>
              <b>{title}</b>
              <small>{[why, detail].filter((words) => words !== "").join(" · ")}</small>
            </span>
            <em>
              {choice.chosen ? "● 就是" : "是"}这一{measure}
            </em>
          </button>
        );
      })}
      {add === undefined ? null : (
        <button
          type="button"
          className="wide-choice candidate"
          aria-pressed={add.chosen}
          onClick={() => onDecide(add.decision)}
        >
          <kbd>{add.number}</kbd>
          <span>
            <b>
              {add.chosen ? "● " : ""}不是同一{measure}，新增
            </b>
            <small>以后不再问这两个名称</small>
          </span>
        </button>
      )}
    </div>
  );
}
