import { Button } from "antd";
import { type ReactElement, useMemo, useRef, useState } from "react";
import type { ImportReport, RowDecision, RowStanding } from "../../../shared/api/api.ts";
import { useAttempt } from "../../ui/useAttempt.ts";
import { Trouble } from "../../ui/Trouble.tsx";
import { type Answering, QuestionCard } from "../QuestionCard.tsx";
import { LeftOut } from "../LeftOut.tsx";
import { writesOf } from "../taken.ts";
import { Totals } from "../Totals.tsx";
import "./check.css";
import { CheckTable } from "./CheckTable.tsx";
import { choicesOf, decidedWords, decisionOf } from "./choices.ts";
import { doubtfulFields } from "./doubtfulFields.ts";
import { IfUndecided, isAsked } from "./IfUndecided.tsx";
import { LinePanel } from "./LinePanel.tsx";
import { linesOf } from "./lines.ts";
import { marksInRow, marksOf, nextDoubt } from "./marks.ts";
import { type Moved, MovedLine } from "./MovedLine.tsx";
import { OutcomeChips } from "./OutcomeChips.tsx";
import { RecipeWords } from "./RecipeWords.tsx";
import { useCheckKeys } from "./useCheckKeys.ts";
import { decide, useStagedRows } from "./useStagedRows.ts";

interface Props extends Answering {
  readonly report: ImportReport;
  readonly batch: number;
  readonly onConfirm: () => void;
  readonly onSendBack: () => void;
}

/** 核对: counts, rows, and for the chosen row old → new with a choice; nothing is written before it is confirmed. */
export function CheckStep({ report, batch, busy, onAnswer, onMark, onConfirm, onSendBack }: Props): ReactElement {
  const [outcome, setOutcome] = useState<RowStanding | null>(null);
  const [chosen, setChosen] = useState(0);
  const [moved, setMoved] = useState<Moved | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { attempt } = useAttempt<"decide">();
  const staged = useStagedRows(batch, outcome);
  const { tables } = report;
  const lines = useMemo(() => linesOf(staged.rows, (at) => tables[at]?.ledger ?? null), [staged.rows, tables]);
  const marks = useMemo(() => marksOf(report), [report]);
  const line = lines[Math.min(chosen, lines.length - 1)];
  const notes = line === undefined ? [] : marksInRow(report, line.sheet, line.row);
  const doubts = line === undefined ? [] : doubtfulFields(line, tables[line.table], notes);
  const doubtful = nextDoubt(report, lines, chosen);
  const questions = tables.flatMap((table) => (table.questions ?? []).map((question) => ({ table, question })));

  const choose = (decision: RowDecision): void => {
    const record = line?.records.find(({ position }) => position === decision.position);
    if (line !== undefined && record !== undefined) {
      setMoved({ row: line.row, words: decidedWords({ ...record, decision }), back: decisionOf(record) });
    }
    void attempt("decide", () => decide(batch, [decision]));
  };
  const gone =
    moved !== null && outcome !== null && !staged.rows.some(({ position }) => position === moved.back.position);
  const takeBack = (): void => {
    if (moved === null) return;
    setMoved(null);
    void attempt("decide", () => decide(batch, [moved.back]));
  };
  const number = (pressed: number): void => {
    const choice = line === undefined ? undefined : choicesOf(line).find((one) => one.number === pressed);
    if (choice !== undefined) choose(choice.decision);
  };
  const intoPanel = (): void => panel.current?.querySelector<HTMLElement>("input, button")?.focus();

  useCheckKeys({ onConfirm: busy ? null : onConfirm, onTakeBack: takeBack, rows: ".check-table" });
  return (
    <div className="check">
      <div className="check-bar">
        <OutcomeChips
          counts={report.counts}
          outcome={outcome}
          onChoose={(next) => {
            setOutcome(next);
            setChosen(0);
            setMoved(null);
          }}
        />
        <span className="page-space" />
        <Totals report={report} onMark={onMark} />
      </div>
      <div className="check-body">
        <div className="check-left">
          <Trouble error={staged.error} />
          {gone ? <MovedLine moved={moved} from={outcome} onTakeBack={takeBack} /> : null}
          {lines.length === 0 && !staged.pending ? (
            <div className="blank-state">{outcome === null ? "没有要导入的行" : "没有这一类的行"}</div>
          ) : (
            <CheckTable
              tables={tables}
              lines={lines}
              marks={marks}
              chosen={Math.min(chosen, lines.length - 1)}
              onChoose={setChosen}
              onEnter={intoPanel}
              onNumber={number}
              onNear={staged.more}
              onMark={onMark}
            />
          )}
          <LeftOut report={report} />
        </div>
        <aside className="card check-panel">
          <div className="check-scroll" ref={panel}>
            {questions.map(({ table, question }) => (
              <QuestionCard
                key={`${table.sheet}-${table.place ?? 0}-${question.column}-${question.kind}`}
                table={table}
                question={question}
                busy={busy}
                singles={{
                  recordAt: (position) => staged.rows.find((row) => row.position === position),
                  onDecide: choose,
                }}
                onAnswer={onAnswer}
                onMark={onMark}
              />
            ))}
            {line === undefined ? null : (
              <LinePanel
                key={line.key}
                line={line}
                doubts={doubts}
                notes={notes.filter(({ kind }) => kind === "warning" || kind === "total")}
                onDecide={choose}
                onMark={onMark}
              />
            )}
            <RecipeWords tables={tables} />
          </div>
          <IfUndecided
            counts={report.counts}
            asked={tables.some(isAsked)}
            onNext={doubtful < 0 || doubtful === chosen ? null : () => setChosen(doubtful)}
          />
          <div className="check-actions">
            {report.counts.invalid > 0 ? (
              <Button disabled={busy} onClick={onSendBack}>
                把有误的 {report.counts.invalid} 行退回企业
              </Button>
            ) : null}
            <Button type="primary" disabled={busy} onClick={onConfirm} title="Ctrl + Enter">
              {writesOf(report) === 0 ? "确认（无变化）" : `确认导入 ${writesOf(report)} 条`}
            </Button>
          </div>
        </aside>
      </div>
    </div>
  );
}
