import { Button } from "antd";
import type { ReactElement } from "react";
import type { RowDecision } from "../../shared/api/api.ts";
import { useQuery } from "../api/useQuery.ts";
import "./check/check.css";
import { doubtfulFields } from "./check/doubtfulFields.ts";
import { LinePanel } from "./check/LinePanel.tsx";
import { marksInRow } from "./check/marks.ts";
import { decisionsIn, firstOf, sinceOf, type WaitingLine } from "./waitingLines.ts";

/** One waiting row, as 核对 shows it; what is chosen goes in with one button. */
export function WaitingPanel({
  line,
  busy,
  onDecide,
  onSettle,
  onDrop,
  onMark,
}: {
  line: WaitingLine;
  busy: boolean;
  onDecide: (decision: RowDecision) => void;
  onSettle: () => void;
  onDrop: () => void;
  onMark: (sheet: string, cell: string) => void;
}): ReactElement | null {
  const { batch, file } = firstOf(line);
  const report = useQuery("importing", "report", { batch });
  if (report.data === undefined || report.data.batch !== batch) return null;
  const notes = marksInRow(report.data, line.sheet, line.row);
  const doubts = doubtfulFields(line, report.data.tables[line.table], notes);
  const since = sinceOf(line);
  return (
    <>
      <div className="check-scroll">
        <p className="quiet waiting-file">
          {file} › {line.sheet} · 第 {batch} 批
        </p>
        {since === null ? null : (
          <p className="since-note">
            台账里已有同一编号的“{since}”，多半是改好的文件随后导入了。核对无误就放弃这一行。
          </p>
        )}
        <LinePanel waits line={line} doubts={doubts} notes={[]} onDecide={onDecide} onMark={onMark} />
      </div>
      <div className="check-actions">
        <Button type={since === null ? "default" : "primary"} disabled={busy} onClick={onDrop}>
          放弃这一行
        </Button>
        <Button
          type={since === null ? "primary" : "default"}
          disabled={busy || decisionsIn(line).length === 0}
          title="Ctrl + Enter"
          onClick={onSettle}
        >
          导入这一行
        </Button>
      </div>
    </>
  );
}
