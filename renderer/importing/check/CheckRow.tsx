import type { ReactElement } from "react";
import type { ImportTrouble } from "../../../shared/api/api.ts";
import { columnName } from "../../../shared/wording/columnName.ts";
import { outcomes } from "../outcomes.ts";
import { Tag, type Tone } from "../../ui/Tag.tsx";
import { type CheckColumn, correctionIn, fieldIn, isNumeric, plain } from "./checkColumns.ts";
import { isNear, isOpen, isStuck, lineWords } from "./choices.ts";
import type { Line } from "./lines.ts";
import { markAt, type Marks } from "./marks.ts";

interface Props {
  readonly line: Line;
  readonly start: number;
  readonly columns: readonly CheckColumn[];
  readonly marks: Marks;
  /** Of what becomes of the row. */
  readonly outcome: number;
  readonly on: boolean;
  readonly onChoose: () => void;
  readonly onMark: (sheet: string, cell: string) => void;
}

export function CheckRow({ line, start, columns, marks, outcome, on, onChoose, onMark }: Props): ReactElement {
  const marked = columns.map(({ from }) => markOf(line, from, marks));
  const doubts = marked.filter((mark) => mark?.kind === "doubt").length;
  const words = lineWords(line, doubts);
  return (
    <div
      className={`check-row${on ? " on" : ""}`}
      role="row"
      aria-selected={on}
      style={{ transform: `translateY(${start}px)` }}
      onMouseDown={onChoose}
    >
      <span className="check-number" title={line.sheet}>
        第 {line.row} 行
      </span>
      {columns.map((column, at) => (
        <Cell key={column.key} line={line} column={column} mark={marked[at]} onMark={onMark} />
      ))}
      <span className="check-outcome" title={words} style={{ width: outcome }}>
        <Tag tone={toneOf(line, doubts)}>{words}</Tag>
      </span>
    </div>
  );
}

function Cell({
  line,
  column,
  mark,
  onMark,
}: {
  line: Line;
  column: CheckColumn;
  mark: ImportTrouble | undefined;
  onMark: Props["onMark"];
}): ReactElement {
  const said = fieldIn(line, column);
  const show = (words: string): string => plain(column.kind, words);
  const className = `check-cell${isNumeric(column.kind) ? " number" : ""}`;
  const tone = mark?.kind === "invalid" ? "err" : "warn";
  const corrected = correctionIn(line, column);
  const over = said?.changed === true && said.before !== "" && said.before !== said.after;
  return (
    <span
      role="gridcell"
      className={className}
      style={{ width: column.width }}
      title={corrected === undefined ? (mark?.message ?? said?.after ?? "") : "本局改正"}
    >
      {corrected !== undefined ? (
        <>
          {(said?.after ?? "") === "" ? null : (
            <>
              <del>{show(said?.after ?? "")}</del> →{" "}
            </>
          )}
          {corrected}
        </>
      ) : said === undefined ? (
        mark === undefined ? (
          ""
        ) : (
          <span className="quiet">{mark.raw}</span>
        )
      ) : over ? (
        <>
          <del>{show(said.before)}</del> → {show(said.after)}
        </>
      ) : (
        show(said.after)
      )}
      {mark === undefined || mark.kind === "warning" || corrected !== undefined ? null : (
        <button
          type="button"
          tabIndex={-1}
          className={`check-mark ${tone}`}
          aria-label={`${mark.cell}：${mark.message}`}
          title={`${mark.cell}：${mark.message}。点开看原表`}
          onClick={() => onMark(mark.sheet, mark.cell)}
        />
      )}
    </span>
  );
}

function markOf(line: Line, from: readonly number[], marks: Marks): ImportTrouble | undefined {
  for (const column of from) {
    const mark = markAt(marks, line.sheet, `${columnName(column)}${line.row}`);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

function toneOf(line: Line, doubts: number): Tone {
  const open = line.records.filter(isOpen);
  if (open.length > 0) return open.some(({ outcome }) => outcome === "invalid") ? "err" : "accent";
  if (isStuck(line)) return "err";
  if (line.records.some(({ decision }) => decision?.take === "skip")) return "plain";
  if (line.records.some(({ decision }) => decision !== undefined)) return "ok";
  if (line.records.some(isNear)) return "accent";
  return doubts > 0 ? "warn" : outcomes[line.standing].tone;
}
