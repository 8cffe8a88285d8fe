import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { ListInput } from "../../shared/api/api.ts";
import type { ExtraField } from "../../shared/fields/extraField.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { useScope } from "../api/scope.tsx";
import { useRecordPages } from "../api/useRecordPages.ts";
import { Trouble } from "../ui/Trouble.tsx";
import { columnsOf, fitColumns } from "./columns.ts";
import { TableHead, type Sorting } from "./TableHead.tsx";
import { TableRow } from "./TableRow.tsx";

interface Props {
  readonly declaration: LedgerDeclaration;
  readonly extras: readonly ExtraField[];
  readonly list: ListInput;
  readonly chosen: string | null;
  readonly sorting: Sorting | null;
  readonly blank: ReactNode;
  readonly onSort: (sorting: Sorting | null) => void;
  readonly onChoose: (id: string, how: "click" | "step") => void;
  /** Enter on the list: into the form. */
  readonly onEnter: () => void;
}

const ROW = 30;
const NUMBERS = 44;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 };

/** A plain list with fixed rows: only those on screen are drawn and fetched, so that 100,000 scroll as lightly as ten. */
export function RecordTable(props: Props): ReactElement {
  const { declaration, extras, list, chosen, sorting, blank, onSort, onChoose, onEnter } = props;
  const box = useRef<HTMLDivElement>(null);
  /** The row of the last step: keys may come faster than the form opens. */
  const cursor = useRef(chosen);
  useEffect(() => {
    cursor.current = chosen;
  }, [chosen]);
  const { asOf } = useScope();
  const [room, setRoom] = useState(0);
  const [seen, setSeen] = useState<readonly [number, number]>([0, 0]);
  const pages = useRecordPages(list, ...seen);
  const virtual = useVirtualizer({
    count: pages.total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
    onChange: ({ range }) => {
      if (range !== null) setSeen([range.startIndex, range.endIndex]);
    },
  });
  useEffect(() => {
    if (box.current === null) return;
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const { first, titles } = pages;
  const columns = useMemo(
    () => fitColumns(columnsOf(declaration, extras), first, titles, Math.max(0, room - NUMBERS)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- titles are gathered anew each draw and change with the rows
    [declaration, extras, first, room],
  );
  const width = NUMBERS + columns.reduce((sum, column) => sum + column.width, 0);

  const move = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && chosen !== null) {
      event.preventDefault();
      return onEnter();
    }
    const at = Array.from({ length: pages.total }, (_, index) => index).find(
      (index) => pages.at(index)?.id === cursor.current,
    );
    const to =
      event.key === "Home" ? 0 : event.key === "End" ? pages.total - 1 : (at ?? -1) + (steps[event.key] ?? Number.NaN);
    if (Number.isNaN(to) || pages.total === 0) return;
    event.preventDefault();
    const next = Math.min(pages.total - 1, Math.max(0, to));
    virtual.scrollToIndex(next);
    const record = pages.at(next);
    if (record === undefined) return;
    cursor.current = record.id;
    onChoose(record.id, "step");
  };

  return (
    <div
      className="records"
      ref={box}
      role="grid"
      tabIndex={0}
      aria-label={`${declaration.title}列表`}
      aria-rowcount={pages.total}
      onKeyDown={move}
    >
      <Trouble error={pages.error} />
      <TableHead columns={columns} width={width} sorting={sorting} onSort={onSort} />
      {pages.total === 0 && !pages.pending ? <div className="blank-state">{blank}</div> : null}
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), width, position: "relative" }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <TableRow
            key={index}
            index={index}
            start={start}
            width={width}
            columns={columns}
            record={pages.at(index)}
            titles={pages.titles}
            chosen={chosen}
            asOf={asOf}
            onChoose={(id) => {
              cursor.current = id;
              onChoose(id, "click");
            }}
          />
        ))}
      </div>
    </div>
  );
}
