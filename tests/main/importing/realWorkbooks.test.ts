import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { inspectTables, type InspectedTable } from "../../../main/importing/inspectTables.ts";
import { pacing } from "../../../main/importing/pause.ts";
import { readWorkbook } from "../../../main/importing/reading/readWorkbook.ts";
import { builtInKnowledge } from "../../../main/importing/storedKnowledge.ts";
import { understandWorkbook } from "../../../main/importing/understandWorkbook.ts";

// Workbooks that nobody on the team wrote, against what is known of them.

const corpus = join(import.meta.dirname, "../../../../shared/corpus");
interface Truth {
  file: string;
  /** null: the format knows no sheets. */
  sheet: string | null;
  headerRows: number[];
  firstDataRow: number;
  lastDataRow: number;
  dataRows: number;
  totalRows?: number[];
  columns: { col: number; header: string; unit?: string }[];
}
const truths = existsSync(corpus) ? (JSON.parse(readFileSync(join(corpus, "real.json"), "utf8")) as Truth[]) : [];
if (truths.length === 0) console.warn("真实表格样本不在，未比对表头与数据范围");

/**
 * Units that the truth knows from elsewhere, sheet by sheet: the note of r27 names three units (个,人,万元) and nothing on
 * the sheet says which of them its two columns have.
 */
const unitsUnknown = new Set(["real/r27_规上企业数量-raw-2018.xls"]);

const knowledge = builtInKnowledge();
const agreed: string[] = [];

async function inspected(file: string): Promise<InspectedTable[]> {
  const read = await readWorkbook(join(corpus, file));
  if (!read.ok) throw new Error(`${file}: ${read.code}`);
  const { tables } = await understandWorkbook(read.workbook, knowledge, { file: basename(file) }, pacing());
  return inspectTables(tables);
}

/** Blanks and separators of joined storeys aside. */
const plain = (heading: string): string => heading.normalize("NFKC").replace(/[\s/]/gu, "").toLowerCase();

describe.skipIf(truths.length === 0)("real workbooks", () => {
  it.each(truths.map((truth) => [`${truth.file} ${truth.sheet}`, truth] as const))("%s", async (name, truth) => {
    const found = (await inspected(truth.file)).filter(({ sheet }) => truth.sheet === null || sheet === truth.sheet);
    expect(found).toHaveLength(1);
    const [table] = found;
    expect(table).toMatchObject({
      headerRows: truth.headerRows,
      firstDataRow: truth.firstDataRow,
      lastDataRow: truth.lastDataRow,
      dataRows: truth.dataRows,
      totalRows: truth.totalRows ?? [],
    });
    const named = table?.columns.filter(({ header }) => header !== "") ?? [];
    expect(named.map(({ col, header }) => `${col} ${plain(header)}`)).toEqual(
      truth.columns.map(({ col, header }) => `${col} ${plain(header)}`),
    );
    const units = truth.columns.flatMap(({ col, unit }) => (unit === undefined ? [] : [[col, unit]]));
    expect(named.flatMap(({ col, unit }) => (unit === null ? [] : [[col, unit]]))).toEqual(
      unitsUnknown.has(truth.file) ? [] : units,
    );
    agreed.push(name);
  });

  it("holds all sheets that the list names", () => {
    expect(new Set(truths.map(({ file }) => file)).size).toBe(12);
  });

  afterAll(() => console.log(`真实表格：表头、数据范围、合计行、栏目一致 ${agreed.length}/${truths.length}`));
});
