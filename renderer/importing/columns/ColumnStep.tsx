import { Button, Segmented } from "antd";
import { type ReactElement, useState } from "react";
import type { ImportReport, TableCorrection } from "../../../shared/api/api.ts";
import { findLedger } from "../../../shared/ledgers/index.ts";
import { RecipeWords } from "../check/RecipeWords.tsx";
import { type Answering, QuestionCard } from "../QuestionCard.tsx";
import { rowWords } from "../rowWords.ts";
import type { Step } from "../Steps.tsx";
import "./columns.css";
import { ColumnTable } from "./ColumnTable.tsx";

export interface CorrectingProps extends Answering {
  readonly report: ImportReport;
  readonly draft: readonly TableCorrection[];
  readonly onDraft: (draft: TableCorrection[]) => void;
  readonly onGo: (step: Step) => void;
}

/** 栏目对应: each column with samples, its field, unit and how sure that is. Changes go to the importer together. */
export function ColumnStep({ report, draft, onDraft, onGo, busy, onAnswer, onMark }: CorrectingProps): ReactElement {
  const tables = report.tables.filter(({ ledger }) => ledger !== null);
  const [chosen, setChosen] = useState(0);
  const table = tables[Math.min(chosen, tables.length - 1)];
  const changed = draft.reduce((sum, { columns = [] }) => sum + columns.length, 0);
  if (table === undefined) {
    return (
      <div className="blank-state">
        还不知道这张表是哪本台账。 <Button onClick={() => onGo("sheet")}>去选台账</Button>
      </div>
    );
  }
  return (
    <div className="mapping">
      <div className="mapping-left">
        {tables.length > 1 ? (
          <Segmented
            size="small"
            className="mapping-tables"
            value={Math.min(chosen, tables.length - 1)}
            onChange={setChosen}
            options={tables.map(({ sheet, ledger, firstRow }, value) => ({
              value,
              label: `${sheet} 第 ${firstRow} 行起 · ${findLedger(ledger ?? "")?.title ?? ""}`,
            }))}
          />
        ) : null}
        <ColumnTable
          key={`${table.sheet}-${table.place ?? 0}`}
          report={report}
          table={table}
          draft={draft}
          onDraft={onDraft}
        />
      </div>
      <aside className="card check-panel">
        <div className="check-scroll">
          <h2 className="mapping-title">
            {table.sheet} · {findLedger(table.ledger ?? "")?.title}
          </h2>
          <p className="mapping-words">
            {table.headerRows.length === 0
              ? "没有表头"
              : `表头${rowWords(table.headerRows[0] ?? 0, table.headerRows.at(-1) ?? 0)}`}
            ，数据
            {rowWords(table.firstRow, table.lastRow)}。
            <button type="button" className="link" onClick={() => onGo("sheet")}>
              不对，去改
            </button>
          </p>
          {(table.questions ?? [])
            .filter(({ kind }) => kind !== "cells")
            .map((question) => (
              <QuestionCard
                key={`${question.column}-${question.kind}`}
                table={table}
                question={question}
                busy={busy}
                onAnswer={(more) => onAnswer([...draft, ...more])}
                onMark={onMark}
              />
            ))}
          <RecipeWords tables={[table]} />
          <p className="mapping-words quiet">
            这里改过的会记在这种表样上，下次不用再改。没有对应的列随批保存，不会丢。
          </p>
        </div>
        <div className="check-actions">
          {changed > 0 ? (
            <Button disabled={busy} onClick={() => void onAnswer([...draft])}>
              按新的对应重新识别
            </Button>
          ) : null}
          <Button type="primary" disabled={busy} onClick={() => onGo("check")}>
            下一步：核对
          </Button>
        </div>
      </aside>
    </div>
  );
}
