import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readWorkbook } from "../../../main/importing/reading/readWorkbook.ts";
import type { Trace } from "../../../shared/api/api.ts";
import type { MetricValue } from "../../../shared/metrics/definition.ts";
import { yearScope } from "../../../shared/metrics/scope.ts";
import { columnName } from "../../../shared/wording/columnName.ts";
import { call, sampleProgram } from "../../support/program.ts";

const WORKBOOKS = "resources/sample/workbooks";

/** file, sheet and cell → its text, of all workbooks of the sample; a row without its column holds the whole row. */
async function cellsOfSample(): Promise<Map<string, string>> {
  const cells = new Map<string, string>();
  for (const file of readdirSync(WORKBOOKS)) {
    const read = await readWorkbook(join(WORKBOOKS, file));
    if (!read.ok) throw new Error(file);
    for (const sheet of read.workbook.sheets) {
      for (const { row, cells: inRow } of sheet.rows) {
        for (const { column, text } of inRow) cells.set(`${file} ${sheet.name} ${columnName(column)}${row}`, text);
        cells.set(`${file} ${sheet.name} ${row}`, inRow.map(({ text }) => text).join(" "));
      }
    }
  }
  return cells;
}

/** Told by the title of a sheet, its name or the heading of a column: no cell of the row holds them. */
const toldByTitles = new Set([
  "achievements.year",
  "companyYears.company",
  "companyYears.year",
  "companyYears.caliber",
  "projects.year",
  "technologyCommissioners.year",
]);

it(
  "every value behind every metric of the sample is in the cell that its trace names",
  { timeout: 60_000 },
  async () => {
    const cells = await cellsOfSample();
    const program = await sampleProgram();
    const wrong = new Set<string>();
    let compared = 0;
    for (const scope of [yearScope(2012), yearScope(2011)]) {
      for (const { now } of await call<{ now: MetricValue }[]>(program, "metrics", "values", { scope })) {
        const { records } = await call<Trace>(program, "metrics", "trace", { metric: now.metric, scope });
        for (const { ledger, values } of records) {
          for (const { field, source } of values) {
            compared += 1;
            const place = source !== null && "cell" in source ? `${source.file} ${source.sheet} ${source.cell}` : "";
            const raw = source !== null && "cell" in source ? source.raw : "";
            if (cells.get(place) === raw) continue;
            const row = cells.get(place.replace(/[A-Z]+(\d+)$/u, "$1")) ?? "";
            const isRow = raw !== "" && raw.split(" ").every((word) => row.includes(word));
            if (!isRow || !toldByTitles.has(`${ledger}.${field}`)) wrong.add(`${ledger}.${field}: ${place} ${raw}`);
          }
        }
      }
    }
    expect([...wrong]).toEqual([]);
    expect(compared).toBeGreaterThan(5000);
  },
);
