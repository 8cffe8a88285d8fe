import type { ReactElement } from "react";
import type { ImportTrouble, RowDecision, StagedRow } from "../../../shared/api/api.ts";
import { findLedger } from "../../../shared/ledgers/index.ts";
import { outcomes } from "../outcomes.ts";
import { Candidates } from "./Candidates.tsx";
import { type Choice, choicesOf, isDoubtful } from "./choices.ts";
import { FieldTable } from "./FieldTable.tsx";
import type { Line } from "./lines.ts";
import type { DoubtfulField } from "./doubtfulFields.ts";
import "./panel.css";

export interface PanelProps {
  readonly line: Line;
  readonly doubts: readonly DoubtfulField[];
  /** What is said of the row's cells beside the doubts. */
  readonly notes: readonly ImportTrouble[];
  /** The row waits already: leaving it for later is no choice. */
  readonly waits?: true;
  readonly onDecide: (decision: RowDecision) => void;
  readonly onMark: (sheet: string, cell: string) => void;
}

/** One row: what it is taken for, what changes, and what can be chosen of it. */
export function LinePanel({ line, doubts, notes, waits, onDecide, onMark }: PanelProps): ReactElement {
  const choices = choicesOf(line).filter(({ what }) => waits !== true || what !== "skip");
  const open = (cell: string): void => onMark(line.sheet, cell);
  // What is asked stands on top, as the keys count.
  const shown = line.records
    .filter((record, at) => at === 0 || isDoubtful(record) || hasNews(record))
    .toSorted((a, b) => Math.sign(b.candidates.length) - Math.sign(a.candidates.length));
  const named = line.records.filter((record) => !shown.includes(record) && record.outcome === "added");
  const silent = line.records.length - shown.length - named.length;
  return (
    <div className="line-panel" aria-label={`第 ${line.row} 行`}>
      <h2>
        <span>
          第 {line.row} 行 · {outcomes[line.standing].label}
        </span>
        {choices.some(({ what }) => what === "field") ? <small>逐项选择</small> : null}
      </h2>
      {shown.map((record) => (
        <RecordPart
          key={record.position}
          record={record}
          named={shown.length > 1}
          choices={choices.filter(({ position }) => position === record.position)}
          waits={waits}
          doubts={doubts.filter(({ ledger }) => ledger === record.ledger)}
          onDecide={onDecide}
          onOpen={open}
        />
      ))}
      {named.length > 0 ? (
        <p className="quiet">随名称新建{named.map(({ ledger, title }) => `${titleOf(ledger)}“${title}”`).join("、")}</p>
      ) : null}
      {silent > 0 ? <p className="quiet">另有 {silent} 条相关记录没有变化</p> : null}
      {notes.map(({ cell, message }) => (
        <p key={`${cell} ${message}`} className="quiet">
          <button type="button" className="link" onClick={() => open(cell)}>
            {cell}
          </button>{" "}
          {message}
        </p>
      ))}
    </div>
  );
}

/** An organisation made from its mere name is said in a word. */
function hasNews({ outcome, fields }: StagedRow): boolean {
  return outcome !== "same" && (outcome !== "added" || fields.length > 1);
}

function titleOf(ledger: string): string {
  return findLedger(ledger)?.title ?? "";
}

function RecordPart({
  record,
  named,
  choices,
  doubts,
  waits,
  onDecide,
  onOpen,
}: {
  record: StagedRow;
  named: boolean;
  waits: true | undefined;
  choices: readonly Choice[];
  doubts: readonly DoubtfulField[];
  onDecide: (decision: RowDecision) => void;
  onOpen: (cell: string) => void;
}): ReactElement {
  const skipped = choices.find(({ what }) => what === "skip");
  return (
    <section className="record-part">
      {named ? (
        <h3>
          {titleOf(record.ledger)}
          <span className="quiet">{outcomes[record.outcome].label}</span>
        </h3>
      ) : null}
      {record.message === undefined ? null : (
        <p className={record.outcome === "invalid" ? "panel-message err" : "panel-message"}>{record.message}</p>
      )}
      <Candidates record={record} choices={choices} waits={waits} onDecide={onDecide} />
      <FieldTable record={record} choices={choices} doubts={doubts} onDecide={onDecide} onOpen={onOpen} />
      {skipped === undefined ? null : (
        <button type="button" className="link skip-link" onClick={() => onDecide(skipped.decision)}>
          <kbd>{skipped.number}</kbd>
          {skipped.chosen ? "仍要导入这一行" : isDoubtful(record) ? "先不导入，留作待处理" : "不导入这一行"}
        </button>
      )}
    </section>
  );
}
