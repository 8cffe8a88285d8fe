import { App } from "antd";
import { type ReactElement, useState } from "react";
import type { RowDecision, WaitingRow } from "../../shared/api/api.ts";
import { findLedger } from "../../shared/ledgers/index.ts";
import { ask } from "../api/client.ts";
import { queryClient } from "../api/queryClient.ts";
import { useQuery } from "../api/useQuery.ts";
import { OriginalSheet } from "../evidence/OriginalSheet.tsx";
import { Tag } from "../ui/Tag.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { outcomes } from "./outcomes.ts";
import { WaitingPanel } from "./WaitingPanel.tsx";

const keyOf = ({ batch, position }: WaitingRow): string => `${batch}-${position}`;

/** 待处理数据: rows that a batch left behind, from all batches, each to be finished or dropped. */
export function WaitingList(): ReactElement {
  const { message } = App.useApp();
  const waiting = useQuery("importing", "waiting", {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [mark, setMark] = useState<{ batch: number; sheet: string; cell: string } | null>(null);
  const rows = waiting.data ?? [];
  const at = Math.max(
    0,
    rows.findIndex((row) => keyOf(row) === chosen),
  );
  const row = rows[at];

  const settle = async (decision: RowDecision): Promise<void> => {
    if (row === undefined) return;
    try {
      const left = await ask("importing", "settle", { batch: row.batch, decision });
      queryClient.setQueryData(["importing", "waiting", {}], left);
      const still = left.some((one) => keyOf(one) === keyOf(row));
      if (still) void message.warning("仍有问题，这一行继续留在待处理数据里");
      else void message.success(decision.take === "skip" ? "已放弃这一行" : "这一行已导入台账");
      const next = rows[at + 1] ?? rows[at - 1];
      setChosen(still || next === undefined ? keyOf(row) : keyOf(next));
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error));
    }
  };

  if (waiting.error !== null) return <Trouble error={waiting.error} />;
  if (row === undefined) {
    return (
      <div className="blank-state">
        {waiting.data === undefined ? "" : "没有待处理的行。导入时有误、疑似重复的行会留在这里，可以补正后导入。"}
      </div>
    );
  }
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
  return (
    <div className="waiting">
      <div
        className="waiting-rows"
        role="grid"
        tabIndex={0}
        aria-label="待处理数据"
        onKeyDown={(event) => {
          const next = rows[at + (steps[event.key] ?? Number.NaN)];
          if (next === undefined) return;
          event.preventDefault();
          setChosen(keyOf(next));
        }}
      >
        <div className="waiting-row waiting-head" role="row">
          <span>原表行</span>
          <span>记录</span>
          <span>台账</span>
          <span>原因</span>
          <span>文件</span>
        </div>
        {rows.map((one) => (
          <div
            key={keyOf(one)}
            role="row"
            aria-selected={one === row}
            className={one === row ? "waiting-row on" : "waiting-row"}
            onMouseDown={() => setChosen(keyOf(one))}
          >
            <span>第 {one.row} 行</span>
            <span title={one.title}>{one.title}</span>
            <span>{findLedger(one.ledger)?.title}</span>
            <span title={one.message}>
              <Tag tone={outcomes[one.outcome].tone}>{outcomes[one.outcome].label}</Tag> {one.message}
            </span>
            <span title={`${one.file} › ${one.sheet}`}>{one.file}</span>
          </div>
        ))}
      </div>
      <aside className="card check-panel">
        <WaitingPanel
          key={keyOf(row)}
          row={row}
          onSettle={settle}
          onMark={(sheet, cell) => setMark({ batch: row.batch, sheet, cell })}
        />
      </aside>
      {mark === null ? null : <OriginalSheet {...mark} onClose={() => setMark(null)} />}
    </div>
  );
}
