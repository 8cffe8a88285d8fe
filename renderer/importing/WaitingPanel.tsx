import { Button } from "antd";
import { type ReactElement, useState } from "react";
import type { RowDecision, WaitingRow } from "../../shared/api/api.ts";
import { useQuery } from "../api/useQuery.ts";
import "./check/check.css";
import { doubtfulFields } from "./check/doubtfulFields.ts";
import { LinePanel } from "./check/LinePanel.tsx";
import { linesOf } from "./check/lines.ts";
import { marksInRow } from "./check/marks.ts";

/** One waiting row, as 核对 shows it; what is chosen goes in with one button. */
export function WaitingPanel({
  row,
  onSettle,
  onMark,
}: {
  row: WaitingRow;
  onSettle: (decision: RowDecision) => Promise<void>;
  onMark: (sheet: string, cell: string) => void;
}): ReactElement | null {
  const report = useQuery("importing", "report", { batch: row.batch });
  const [decision, setDecision] = useState<RowDecision>(
    row.decision ?? { position: row.position, take: "asUnderstood" },
  );
  const [busy, setBusy] = useState(false);
  if (report.data === undefined) return null;
  const [line] = linesOf([{ ...row, decision }], report.data.tables);
  if (line === undefined) return null;
  const notes = marksInRow(report.data, row.sheet, row.row);
  const doubts = doubtfulFields(line, report.data.tables[line.table], notes);
  const decided = decision.take !== "asUnderstood" || Object.keys(decision.values ?? {}).length > 0;
  const settle = async (wanted: RowDecision): Promise<void> => {
    setBusy(true);
    await onSettle(wanted);
    setBusy(false);
  };
  return (
    <>
      <div className="check-scroll">
        <p className="quiet waiting-file">
          {row.file} › {row.sheet} · 第 {row.batch} 批
        </p>
        <LinePanel waits line={line} doubts={doubts} notes={[]} onDecide={setDecision} onMark={onMark} />
      </div>
      <div className="check-actions">
        <Button disabled={busy} onClick={() => void settle({ position: row.position, take: "skip" })}>
          放弃这一行
        </Button>
        <Button
          type="primary"
          disabled={busy || !decided || decision.take === "skip"}
          onClick={() => void settle(decision)}
        >
          导入这一行
        </Button>
      </div>
    </>
  );
}
