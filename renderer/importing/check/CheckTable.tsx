import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import type { ImportedTable } from "../../../shared/api/api.ts";
import { type CheckColumn, checkColumns, outcomeWidth } from "./checkColumns.ts";
import { CheckHead } from "./CheckHead.tsx";
import { CheckRow } from "./CheckRow.tsx";
import { lineWords } from "./choices.ts";
import { entriesOf, type Line } from "./lines.ts";
import { listMove } from "./listMove.ts";
import type { Marks } from "./marks.ts";

interface Props {
  readonly tables: readonly ImportedTable[];
  readonly lines: readonly Line[];
  readonly marks: Marks;
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
  /** Enter: into the panel. */
  readonly onEnter: () => void;
  /** A number key. */
  readonly onNumber: (number: number) => void;
  readonly onNear: () => void;
  readonly onMark: (sheet: string, cell: string) => void;
}

const ROW = 30;
const NUMBERS = 72;

/** Rows as the sheet has them, what changes in place. The heading is that of the table on top. */
export function CheckTable(props: Props): ReactElement {
  const { tables, lines, marks, chosen, onChoose, onEnter, onNumber, onNear, onMark } = props;
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const entries = useMemo(() => entriesOf(lines), [lines]);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
    // The heading stands above them within what scrolls.
    scrollPaddingEnd: ROW,
  });
  useEffect(() => {
    if (box.current === null) return;
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= entries.length - 40) onNear();
  }, [last, entries.length, onNear]);
  // Chosen by keys, or from the panel as the next one in doubt.
  useEffect(() => {
    const place = entries.findIndex((entry) => "at" in entry && entry.at === chosen);
    if (place > 0) virtual.scrollToIndex(place);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- rows that come or go beneath move nobody
  }, [chosen]);
  const outcome = useMemo(() => outcomeWidth(lines.map((line) => lineWords(line, 1))), [lines]);
  const layouts = new Map<number, CheckColumn[]>();
  const layoutOf = (table: number): CheckColumn[] => {
    const known = layouts.get(table);
    if (known !== undefined) return known;
    const found = tables[table];
    const made =
      found === undefined
        ? []
        : fill(
            checkColumns(
              found,
              lines.filter((line) => line.table === table),
            ),
            room,
            outcome,
          );
    layouts.set(table, made);
    return made;
  };
  const top = entries[virtual.range?.startIndex ?? 0];
  const head = layoutOf(top === undefined ? 0 : "table" in top ? top.table : top.line.table);

  const move = (event: KeyboardEvent): void =>
    listMove(event, {
      at: chosen,
      count: lines.length,
      onEnter,
      onNumber,
      onChoose,
    });

  return (
    <div className="check-table" ref={box} role="grid" tabIndex={0} aria-label="要导入的行" onKeyDown={move}>
      <CheckHead outcome={outcome} columns={head} width={widthOf(head, outcome)} name="" />
      <div
        role="rowgroup"
        style={{ height: virtual.getTotalSize(), position: "relative", width: widthOf(head, outcome) }}
      >
        {items.map(({ index, start }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          if ("table" in entry) {
            const columns = layoutOf(entry.table);
            const name = tables[entry.table]?.sheet ?? "";
            return (
              <CheckHead
                outcome={outcome}
                key={`head-${index}`}
                columns={columns}
                width={widthOf(columns, outcome)}
                start={start}
                name={name}
              />
            );
          }
          const { line, at } = entry;
          return (
            <CheckRow
              key={line.key}
              line={line}
              start={start}
              columns={layoutOf(line.table)}
              marks={marks}
              outcome={outcome}
              on={at === chosen}
              onChoose={() => onChoose(at)}
              onMark={onMark}
            />
          );
        })}
      </div>
    </div>
  );
}

function widthOf(columns: readonly CheckColumn[], outcome: number): number {
  return NUMBERS + outcome + columns.reduce((sum, { width }) => sum + width, 0);
}

/** Spare room goes to the first column, which is mostly the name. */
function fill(columns: CheckColumn[], room: number, outcome: number): CheckColumn[] {
  const spare = room - widthOf(columns, outcome);
  const at = Math.max(
    0,
    columns.findIndex(({ kind }) => kind === "text" || kind === "reference"),
  );
  return spare <= 0
    ? columns
    : columns.map((column, i) => (i === at ? { ...column, width: column.width + spare } : column));
}
