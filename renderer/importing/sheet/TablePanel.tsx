import { Button, InputNumber, Segmented, Select } from "antd";
import type { ReactElement } from "react";
import type { ImportedTable, ImportReport, TableCorrection } from "../../../shared/api/api.ts";
import { findLedger, ledgerList } from "../../../shared/ledgers/index.ts";
import { Tag } from "../../ui/Tag.tsx";
import { targetWords } from "../columns/targets.ts";
import { initialsOf } from "../initials.ts";
import { leftOut } from "../LeftOut.tsx";
import { rowWords } from "../rowWords.ts";
import type { Step } from "../Steps.tsx";

interface Props {
  readonly tables: readonly ImportedTable[];
  readonly table: ImportedTable | undefined;
  readonly report: ImportReport;
  readonly busy: boolean;
  readonly onChoose: (at: number) => void;
  readonly onCorrect: (correction: Omit<TableCorrection, "sheet" | "table">) => void;
  readonly onGo: (step: Step) => void;
}

/** What was found on the sheet in words: which ledger, which rows, which columns; each of it can be set right. */
export function TablePanel({ tables, table, report, busy, onChoose, onCorrect, onGo }: Props): ReactElement {
  return (
    <aside className="card check-panel">
      <div className="check-scroll">
        {tables.length > 1 ? (
          <Segmented
            size="small"
            value={Math.max(
              0,
              tables.findIndex((one) => one === table),
            )}
            onChange={onChoose}
            options={tables.map((_, value) => ({ value, label: `第 ${value + 1} 张表` }))}
          />
        ) : null}
        {table === undefined ? (
          <p className="mapping-words">这个工作表里没有认出表格。点一行作表头即可导入；不需要就不用管。</p>
        ) : (
          <Found table={table} report={report} busy={busy} onCorrect={onCorrect} />
        )}
        {leftOut({ tables: report.tables, troubles: report.troubles }).map((words) => (
          <p key={words} className="mapping-words quiet">
            {words}
          </p>
        ))}
      </div>
      <div className="check-actions">
        {table === undefined || table.ledger === null ? null : (
          <Button disabled={busy} onClick={() => onCorrect({ ledger: null })}>
            这张表不导入
          </Button>
        )}
        <Button
          type="primary"
          disabled={busy || report.tables.every(({ ledger }) => ledger === null)}
          onClick={() => onGo("columns")}
        >
          下一步：栏目对应
        </Button>
      </div>
    </aside>
  );
}

function Found({
  table,
  report,
  busy,
  onCorrect,
}: Pick<Props, "report" | "busy" | "onCorrect"> & { table: ImportedTable }): ReactElement {
  const year = report.corrections?.find((one) => one.sheet === table.sheet && one.table === table.place)?.year;
  return (
    <>
      <label className="panel-field">
        台账
        <Select
          className="wide"
          showSearch={{ optionFilterProp: "search" }}
          aria-label="台账"
          placeholder="选一本台账"
          disabled={busy}
          value={table.ledger}
          onChange={(ledger: string) => onCorrect({ ledger })}
          options={ledgerList.map(({ name, title }) => ({
            value: name,
            label: title,
            search: `${title} ${initialsOf(title)}`,
          }))}
        />
      </label>
      <label className="panel-field">
        年度
        <InputNumber
          className="wide"
          aria-label="年度"
          placeholder="按标题或年度栏"
          disabled={busy}
          controls={false}
          min={1949}
          max={2100}
          value={year ?? null}
          onChange={(value) => {
            if (value !== null && value >= 1949 && value <= 2100) onCorrect({ year: value });
          }}
        />
      </label>
      <p className="mapping-words">
        表头
        {table.headerRows.length === 0 ? "：没有" : rowWords(table.headerRows[0] ?? 0, table.headerRows.at(-1) ?? 0)}
        ，数据
        {rowWords(table.firstRow, table.lastRow)}
      </p>
      <ul className="found-columns" aria-label="认出的栏目">
        {table.columns
          .filter(({ heading }) => heading !== "")
          .map(({ column, heading, ledger, field }) => (
            <li key={column} title={heading}>
              <span>{heading}</span>
              {ledger === null || field === null ? (
                <Tag>不导入</Tag>
              ) : (
                <span>
                  {ledger === table.ledger ? "" : `${findLedger(ledger)?.title ?? ""} · `}
                  {targetWords(ledger, field)}
                </span>
              )}
            </li>
          ))}
      </ul>
    </>
  );
}
