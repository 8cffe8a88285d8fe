import { type Batch, cellOf, step } from "./batch.ts";
import type { Cell, Row } from "./sheet.ts";

/**
 * Takes the batches of one file, in order, apart again. Cells that say the same are one object: nobody may change them.
 */
export function batchUnpacker(): (batch: Batch) => Row[] {
  const cells: Cell[] = [];
  const shared: string[] = [];
  const formats: string[] = [];
  return ({ numbers, bytes, formats: more }) => {
    for (const format of more) formats.push(format);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
    let from = 0;
    const rows: Row[] = [];
    for (let at = 0; at < numbers.length;) {
      const number = numbers[at] ?? 0;
      const count = numbers[at + 1] ?? 0;
      at += 2;
      const ofRow: Cell[] = [];
      for (let left = count; left > 0; left--) {
        const place = numbers[at++] ?? 0;
        const todo = place & 3;
        let cell = todo === step.known ? cells[place >> 2] : undefined;
        if (cell === undefined) {
          const word = numbers[at] ?? 0;
          const format = formats[numbers[at + 1] ?? 0] ?? "";
          const last = numbers[at + 2] ?? 0;
          at += 3;
          let own: string;
          if (todo === step.shared) own = shared[last] ?? "";
          else {
            own = text.slice(from, (from += last));
            if (todo === step.newShared) shared.push(own);
          }
          cell = cells[place >> 2] = cellOf(word, own, format);
        }
        ofRow.push(cell);
      }
      rows.push(number < 0 ? { row: -number, hidden: true, cells: ofRow } : { row: number, cells: ofRow });
    }
    return rows;
  };
}
