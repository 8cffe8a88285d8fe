import { readCell } from "../../shared/fields/index.ts";
import type { CellInput, Field, Reading, TermsOf, Value } from "../../shared/fields/field.ts";
import type { GridCell } from "./sheetGrid.ts";

/** Texts kept for one kind of cell. Levels, plans and dates repeat; names and figures hardly do. */
const most = 1_000;
/** Kinds of cells in one column: text, number, a date format, each in the years of its rows. */
const mostKinds = 40;

export type ReadOfColumn = (cell: GridCell, year: number | undefined) => Reading<Value>;

/** Cells of a column that differ in nothing but their text. */
interface Kind extends Pick<GridCell, "type" | "format" | "isDate"> {
  readonly year: number | undefined;
  readonly readings: Map<string, Reading<Value>>;
}

/**
 * Reads the cells of one column, each different one once. The answers are shared: nobody may change them.
 * @param inputOf the cell with what its column and its sheet say about it.
 */
export function columnReader(
  field: Field,
  terms: TermsOf,
  inputOf: (cell: GridCell, year: number | undefined) => CellInput,
): ReadOfColumn {
  let kinds: Kind[] = [];
  let last: Kind | undefined;
  return (cell, year) => {
    if (last === undefined || !isOf(last, cell, year)) {
      last = kinds.find((kind) => isOf(kind, cell, year));
      if (last === undefined) {
        if (kinds.length >= mostKinds) kinds = [];
        last = { type: cell.type, year, readings: new Map(), ...shown(cell) };
        kinds.push(last);
      }
    }
    const { readings } = last;
    const kept = readings.get(cell.text);
    if (kept !== undefined) return kept;
    const reading = readCell(field, inputOf(cell, year), terms);
    if (readings.size < most) readings.set(cell.text, reading);
    return reading;
  };
}

function isOf(kind: Kind, { type, format, isDate }: GridCell, year: number | undefined): boolean {
  return kind.year === year && kind.type === type && kind.format === format && kind.isDate === isDate;
}

function shown({ format, isDate }: GridCell): Pick<GridCell, "format" | "isDate"> {
  return { ...(format === undefined ? {} : { format }), ...(isDate === undefined ? {} : { isDate }) };
}
