import type { ReactElement } from "react";
import type { RowDecision, SingleCell, StagedRow } from "../../shared/api/api.ts";
import { decisionOf, typed } from "./check/choices.ts";

export interface SingleAnswering {
  /** As far as rows have been fetched. */
  readonly recordAt: (position: number) => StagedRow | undefined;
  readonly onDecide: (decision: RowDecision) => void;
}

const most = 6;

/** Single amounts that stand out, each with both readings; the first is what goes in unless somebody chooses. */
export function SingleAnswers({
  singles,
  recordAt,
  onDecide,
  onOpen,
}: SingleAnswering & { singles: readonly SingleCell[]; onOpen: (cell: string) => void }): ReactElement {
  return (
    <>
      {singles.slice(0, most).map(({ cell, raw, position, field, readings }) => {
        const record = recordAt(position);
        const said = record === undefined ? undefined : decisionOf(record).values?.[field];
        return (
          <div key={cell} className="single-cell" role="group" aria-label={`${cell} 是多少`}>
            <span>
              <button type="button" className="link" onClick={() => onOpen(cell)}>
                {cell}
              </button>{" "}
              “{raw.trim()}”
            </span>
            {readings.map(({ label, value }) => (
              <button
                key={value}
                type="button"
                className="wide-choice reading"
                aria-pressed={said === value}
                disabled={record === undefined}
                title={record === undefined ? "翻到这一行后再选" : ""}
                onClick={() => {
                  if (record !== undefined) onDecide(typed(record, field, said === value ? "" : value));
                }}
              >
                {said === value ? "● " : ""}
                {label}
              </button>
            ))}
          </div>
        );
      })}
      {singles.length > most ? <p className="quiet">另有 {singles.length - most} 格，选中那一行后在下面选</p> : null}
    </>
  );
}
