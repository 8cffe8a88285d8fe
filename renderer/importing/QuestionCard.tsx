import { Button, InputNumber } from "antd";
import { type ReactElement, useState } from "react";
import type { ColumnQuestion, ImportedTable, TableCorrection } from "../../shared/api/api.ts";
import "./question.css";
import { SingleAnswers, type SingleAnswering } from "./SingleAnswers.tsx";
import { WordAnswers } from "./WordAnswers.tsx";

export interface Answering {
  readonly busy: boolean;
  /** Understands the file anew under these corrections; none where only terms were added. */
  readonly onAnswer: (corrections: TableCorrection[]) => Promise<void>;
  readonly onMark: (sheet: string, cell: string) => void;
}

/** Asked once for the whole column: what is in doubt, why, and the answers as buttons. */
export function QuestionCard({
  table,
  question,
  busy,
  singles,
  onAnswer,
  onMark,
}: Answering & {
  table: ImportedTable;
  question: ColumnQuestion;
  /** Where single rows can be decided on; a question of single cells is then answered here. */
  singles?: SingleAnswering;
}): ReactElement {
  const { message, cells, choices, presumed, column } = question;
  // Those that are asked about one by one stand below.
  const shown = singles === undefined || question.singles === undefined ? cells : [];
  const answer = ({ correction, year }: Pick<Answer, "correction" | "year">): void =>
    void onAnswer([
      {
        sheet: table.sheet,
        table: table.place ?? 0,
        ...(year === undefined ? {} : { year }),
        ...(Object.keys(correction).length === 0 ? {} : { columns: [{ column, ...correction }] }),
      },
    ]);
  return (
    <section className="question-card" aria-label={`“${question.heading}”这一列`}>
      <b>
        “{question.heading}”{question.kind === "cells" ? "有单个格子要确认" : "这一列要确认"}
      </b>
      <p>
        {message}。{presumed === null ? "不答则这些单元格留空。" : `不答则${presumed}。`}
        {shown.slice(0, 4).map((cell) => (
          <button key={cell} type="button" className="link" onClick={() => onMark(table.sheet, cell)}>
            {cell}
          </button>
        ))}
        {shown.length > 4 ? <span className="quiet">等 {shown.length} 处</span> : null}
      </p>
      {singles === undefined || question.singles === undefined ? null : (
        <SingleAnswers singles={question.singles} {...singles} onOpen={(cell) => onMark(table.sheet, cell)} />
      )}
      {question.kind === "terms" ? (
        <WordAnswers question={question} busy={busy} onDone={() => onAnswer([])} />
      ) : (
        <div className="question-answers">
          {choices.map((choice, at) => (
            <Button
              key={choice.label}
              type={at === 0 ? "primary" : "default"}
              disabled={busy}
              onClick={() => answer(choice)}
            >
              {choice.label}
            </Button>
          ))}
          {question.kind === "year" ? (
            <YearAnswer busy={busy} onYear={(year) => answer({ correction: {}, year })} />
          ) : null}
        </div>
      )}
    </section>
  );
}

type Answer = ColumnQuestion["choices"][number];

/** Any year, for dates that have none. */
function YearAnswer({ busy, onYear }: { busy: boolean; onYear: (year: number) => void }): ReactElement {
  const [year, setYear] = useState<number | null>(null);
  const isYear = year !== null && year >= 1900 && year <= 2100;
  return (
    <span className="year-answer">
      <InputNumber
        size="small"
        controls={false}
        aria-label="年份"
        placeholder="年份"
        value={year}
        onChange={setYear}
        onPressEnter={() => (isYear ? onYear(year) : undefined)}
      />
      <Button size="small" disabled={busy || !isYear} onClick={() => (isYear ? onYear(year) : undefined)}>
        按这一年
      </Button>
    </span>
  );
}
