import { App } from "antd";
import { type ReactElement, useMemo, useRef, useState } from "react";
import type { RowDecision, WaitingRow } from "../../shared/api/api.ts";
import { findLedger } from "../../shared/ledgers/index.ts";
import { ask } from "../api/client.ts";
import { queryClient } from "../api/queryClient.ts";
import { useQuery } from "../api/useQuery.ts";
import { OriginalSheet } from "../evidence/OriginalSheet.tsx";
import { Tag } from "../ui/Tag.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useAttempt } from "../ui/useAttempt.ts";
import { listMove } from "./check/listMove.ts";
import { useCheckKeys } from "./check/useCheckKeys.ts";
import { outcomes } from "./outcomes.ts";
import {
  decisionsIn,
  firstOf,
  lineKey,
  reasonOf,
  sinceOf,
  waitingChoices,
  type WaitingLine,
  waitingLines,
} from "./waitingLines.ts";
import { WaitingPanel } from "./WaitingPanel.tsx";

const keyOf = ({ batch, position }: WaitingRow): string => `${batch}-${position}`;

/** 待处理数据: rows that a batch left behind, from all batches, each to be finished or dropped; by the keys of 核对. */
export function WaitingList(): ReactElement {
  const { message } = App.useApp();
  const { busy, attempt } = useAttempt<"settle">();
  const waiting = useQuery("importing", "waiting", {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [decisions, setDecisions] = useState<Readonly<Record<string, RowDecision>>>({});
  const [mark, setMark] = useState<{ batch: number; sheet: string; cell: string } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const lines = useMemo(() => waitingLines(waiting.data ?? []), [waiting.data]);
  const at = Math.max(
    0,
    lines.findIndex((one) => lineKey(one) === chosen),
  );
  const line = asDecided(lines[at], decisions);
  const batch = line === undefined ? 0 : firstOf(line).batch;

  const settle = (wanted: readonly RowDecision[], isDropped: boolean): void => {
    const [first, ...more] = wanted;
    if (line === undefined || first === undefined || busy !== null) return;
    void attempt("settle", async () => {
      let left = await ask("importing", "settle", { batch, decision: first, ...(isDropped ? {} : { more }) });
      for (const decision of isDropped ? more : []) {
        if (left.some((row) => row.batch === batch && row.position === decision.position))
          left = await ask("importing", "settle", { batch, decision });
      }
      queryClient.setQueryData(["importing", "waiting", {}], left);
      void queryClient.invalidateQueries({ queryKey: ["importing", "report", { batch }] });
      const still = waitingLines(left).some((one) => lineKey(one) === lineKey(line));
      if (still) void message.warning("仍有问题，这一行继续留在待处理数据里");
      else void message.success(isDropped ? "已放弃这一行" : "这一行已导入台账");
      const next = still ? line : (lines[at + 1] ?? lines[at - 1]);
      setChosen(next === undefined ? null : lineKey(next));
    });
  };
  const finish = (): void => settle(line === undefined ? [] : decisionsIn(line), false);
  const drop = (): void =>
    settle(
      (line?.records ?? []).map(({ position }) => ({ position, take: "skip" })),
      true,
    );
  const decide = (decision: RowDecision): void =>
    setDecisions((known) => ({ ...known, [`${batch}-${decision.position}`]: decision }));
  useCheckKeys({ onConfirm: finish, rows: ".waiting-rows" });

  if (waiting.error !== null) return <Trouble error={waiting.error} />;
  if (line === undefined) {
    return (
      <div className="blank-state">
        {waiting.data === undefined ? "" : "没有待处理的行。导入时有误、疑似重复的行会留在这里，可以补正后导入。"}
      </div>
    );
  }
  const choose = (next: number): void => {
    const to = lines[next];
    if (to === undefined) return;
    setChosen(lineKey(to));
    list.current?.querySelectorAll("[aria-selected]")[next]?.scrollIntoView({ block: "nearest" });
  };
  return (
    <div className="waiting">
      <div
        className="waiting-rows"
        ref={list}
        role="grid"
        tabIndex={0}
        aria-label="待处理数据"
        onKeyDown={(event) =>
          listMove(event, {
            at,
            count: lines.length,
            onChoose: choose,
            onEnter: () => panel.current?.querySelector<HTMLElement>("input, button")?.focus(),
            onNumber: (pressed) => {
              const choice = waitingChoices(line).find(({ number }) => number === pressed);
              if (choice !== undefined) decide(choice.decision);
            },
          })
        }
      >
        <div className="waiting-row waiting-head" role="row">
          <span>原表行</span>
          <span>记录</span>
          <span>台账</span>
          <span>原因</span>
          <span>文件</span>
        </div>
        {lines.map((one, place) => (
          <Row key={lineKey(one)} line={one} on={place === at} onChoose={() => setChosen(lineKey(one))} />
        ))}
      </div>
      <aside className="card check-panel" ref={panel}>
        <WaitingPanel
          key={lineKey(line)}
          line={line}
          busy={busy !== null}
          onDecide={decide}
          onSettle={finish}
          onDrop={drop}
          onMark={(sheet, cell) => setMark({ batch, sheet, cell })}
        />
      </aside>
      {mark === null ? null : <OriginalSheet {...mark} onClose={() => setMark(null)} />}
    </div>
  );
}

function Row({ line, on, onChoose }: { line: WaitingLine; on: boolean; onChoose: () => void }): ReactElement {
  const { title, own, ledger, file, sheet } = firstOf(line);
  const { label, tone } = outcomes[line.standing];
  const since = sinceOf(line);
  const reason = since === null ? reasonOf(line) : `“${since}”，可放弃`;
  return (
    <div role="row" aria-selected={on} className={on ? "waiting-row on" : "waiting-row"} onMouseDown={onChoose}>
      <span>第 {line.row} 行</span>
      <span title={title}>{title}</span>
      <span>{findLedger(own ?? ledger)?.title}</span>
      <span title={reason}>
        <Tag tone={since === null ? tone : "ok"}>{since === null ? label : "已另行导入"}</Tag> {reason}
      </span>
      <span title={`${file} › ${sheet}`}>{file}</span>
    </div>
  );
}

function asDecided(
  line: WaitingLine | undefined,
  decisions: Readonly<Record<string, RowDecision>>,
): WaitingLine | undefined {
  if (line === undefined) return undefined;
  const records = line.records.map((row) => {
    const { [keyOf(row)]: decision = row.decision } = decisions;
    return decision === undefined ? row : { ...row, decision };
  });
  return { ...line, records };
}
