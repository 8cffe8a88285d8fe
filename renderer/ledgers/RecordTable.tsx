import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactElement, useRef } from "react";
import type { RecordPage, StoredRecord } from "../../shared/api/api.ts";
import type { Field } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { CellText } from "./CellText.tsx";

export interface Sorting {
  readonly field: string;
  readonly descending: boolean;
}

interface Props {
  readonly declaration: LedgerDeclaration;
  readonly page: RecordPage;
  readonly chosen: string | null;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting | null) => void;
  readonly onChoose: (id: string) => void;
}

const ROW = 30;
const widths: Partial<Record<Field["kind"], number>> = {
  text: 220,
  reference: 150,
  references: 180,
  year: 64,
  count: 80,
  number: 90,
  percent: 80,
  money: 120,
  date: 120,
  period: 190,
  yesNo: 60,
  code: 176,
  stages: 150,
};

/** A plain list with fixed rows: only those on screen are drawn, so that 100,000 scroll as lightly as ten. */
export function RecordTable({ declaration, page, chosen, sorting, onSort, onChoose }: Props): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const names = declaration.columns ?? Object.keys(declaration.fields);
  const columns = names.flatMap((name) => {
    const field = declaration.fields[name];
    return field === undefined
      ? []
      : [{ name, field, width: name === declaration.titleField ? 260 : (widths[field.kind] ?? 110) }];
  });
  const virtual = useVirtualizer({
    count: page.records.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const total = 44 + columns.reduce((sum, { width }) => sum + width, 0);

  const move = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || page.records.length === 0) return;
    event.preventDefault();
    const at = page.records.findIndex(({ id }) => id === chosen);
    const next = Math.min(page.records.length - 1, Math.max(0, at + step));
    const record = page.records[next];
    if (record !== undefined) onChoose(record.id);
    virtual.scrollToIndex(next);
  };

  return (
    <div className="records" ref={box} role="grid" tabIndex={0} aria-rowcount={page.total} onKeyDown={move}>
      <div className="records-head" role="row" style={{ width: total }}>
        <span role="columnheader" className="rn" />
        {columns.map(({ name, field, width }) => (
          <button
            type="button"
            key={name}
            role="columnheader"
            aria-sort={sorting?.field === name ? (sorting.descending ? "descending" : "ascending") : "none"}
            style={{ width }}
            onClick={() => onSort(nextSorting(sorting, name))}
          >
            {field.label}
            {field.kind === "money" ? `（${field.importUnit}）` : ""}
            {sorting?.field === name ? (sorting.descending ? " ↓" : " ↑") : ""}
          </button>
        ))}
      </div>
      {page.records.length === 0 ? (
        <div className="blank-state">这里还没有记录。可以新建一条，或到“导入”把工作簿拖进来。</div>
      ) : null}
      <div style={{ height: virtual.getTotalSize(), width: total, position: "relative" }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const record = page.records[index] as StoredRecord;
          return (
            <div
              key={record.id}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={record.id === chosen}
              className={record.id === chosen ? "records-row on" : "records-row"}
              style={{ transform: `translateY(${start}px)`, width: total }}
              tabIndex={-1}
              onClick={() => onChoose(record.id)}
              onKeyDown={(event) => (event.key === "Enter" ? onChoose(record.id) : undefined)}
            >
              <span role="gridcell" className="rn">
                {index + 1}
              </span>
              {columns.map(({ name, field, width }) => (
                <span role="gridcell" key={name} className={`cell ${field.kind}`} style={{ width }}>
                  <CellText field={field} value={record.values[name] ?? null} titles={page.titles} />
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Up, then down, then as it was. */
function nextSorting(now: Sorting | null, field: string): Sorting | null {
  if (now?.field !== field) return { field, descending: false };
  return now.descending ? null : { field, descending: true };
}
