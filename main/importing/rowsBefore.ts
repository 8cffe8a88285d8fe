// The very same file came before: which records each of its rows has brought. A row that names nothing (a reward with a
// blank title) cannot be recognised by what it says, yet the second time it is still the same row.

/** Place of a row and ledger → ids of the records that it brought. */
export type RowsBefore = ReadonlyMap<string, readonly string[]>;

export const noRowsBefore: RowsBefore = new Map();

export function rowPlace(sheet: string, row: number, ledger: string): string {
  return `${sheet}\u0001${row}\u0001${ledger}`;
}
