import type { ReactElement } from "react";
import type { ValueSource } from "../../shared/api/api.ts";

export type CellSource = Extract<ValueSource, { kind: "cell" }>;

/** Under a value: the cell that it came from, or who typed it. */
export function SourceLine({
  source,
  onOpen,
}: {
  source: ValueSource;
  onOpen: (cell: CellSource) => void;
}): ReactElement {
  if (source.kind === "manual") {
    return (
      <div className="field-source">
        {source.by} {source.at.slice(0, 10)} 录入
      </div>
    );
  }
  return (
    <button
      type="button"
      className="link field-source"
      onClick={() => onOpen(source)}
      title={`出处：${source.file} › ${source.sheet} › ${source.cell}，原文“${source.raw}”。点击查看原表`}
    >
      {source.cell} · {source.file}
      {source.corrected === true ? <> · 原文“{source.raw}”，本局改正</> : null}
    </button>
  );
}
