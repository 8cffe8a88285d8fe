import type { ReactElement } from "react";
import type { StoredRecord } from "../../shared/api/api.ts";
import { CellText } from "./CellText.tsx";
import { cellWords, type FittedColumn, valueIn, wordsWidth } from "./columns.ts";

interface Props {
  readonly index: number;
  readonly start: number;
  readonly width: number;
  readonly columns: readonly FittedColumn[];
  /** Undefined while its page is on the way. */
  readonly record: StoredRecord | undefined;
  readonly titles: Readonly<Record<string, string>>;
  readonly chosen: string | null;
  readonly asOf: string;
  readonly onChoose: (id: string) => void;
}

/** One row of the list. Words that are cut off can be read in full by pointing at them. */
export function TableRow(props: Props): ReactElement {
  const { index, start, width, columns, record, titles, chosen, asOf, onChoose } = props;
  const on = record !== undefined && record.id === chosen;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the focus and the keys, not its rows
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-selected={on}
      className={on ? "records-row on" : "records-row"}
      style={{ transform: `translateY(${start}px)`, width }}
      tabIndex={-1}
      onClick={() => (record === undefined ? undefined : onChoose(record.id))}
    >
      <span role="gridcell" className="rn">
        {index + 1}
      </span>
      {columns.map((column) => (
        <span
          role="gridcell"
          key={column.name}
          className={`cell ${column.field.kind}`}
          style={{ width: column.width }}
          title={record === undefined ? undefined : cutOff(column, record, titles)}
        >
          {record === undefined ? (
            "…"
          ) : (
            <CellText
              field={column.field}
              value={valueIn(column, record)}
              titles={titles}
              values={record.values}
              asOf={asOf}
            />
          )}
        </span>
      ))}
    </div>
  );
}

function cutOff(
  column: FittedColumn,
  record: StoredRecord,
  titles: Readonly<Record<string, string>>,
): string | undefined {
  if (column.field.kind === "stages") return undefined;
  const words = cellWords(column.field, valueIn(column, record), titles);
  return wordsWidth(words) + 16 > column.width ? words : undefined;
}
