import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { findTables, type FoundTable } from "../../../main/importing/findTables.ts";
import { normaliseHeading } from "../../../main/importing/normaliseHeading.ts";
import { gridOf } from "../../../main/importing/sheetGrid.ts";
import { columnSets, ordinary, shapes, type Oddity } from "./madeHabits.ts";
import { putTable, type Habits, type MadeSheet, type MadeTable } from "./madeSheets.ts";
import { sheetOf } from "./sheets.ts";

// Sheets of known truth, so that no rule fits single files only. Each shape is tried with the other habits at random.

const runs = 40;
const stackedRuns = 300;
const words = new Set(columnSets.ours.map(({ name }) => normaliseHeading(name).key));
const empty = (): MadeSheet => ({ rows: [], merges: [], tables: [] });

/** Notes of one would stand among the rows of the other. */
const alone: Partial<Habits> = { notes: [], signature: false, total: "none", emptyTail: false };

const agreed: string[] = [];

function found(sheet: MadeSheet): MadeTable[] {
  const grid = gridOf(sheetOf(sheet.rows, sheet.merges));
  return findTables(grid, words).map((table) => ({
    headerRows: [...table.headerRows],
    data: table.rows.map(({ row }) => row),
    totals: table.totals.map(({ row }) => row.row),
    headings: headingsOf(table),
  }));
}

const headingsOf = (table: FoundTable): string[] =>
  table.columns.map(({ heading }) => heading.normalize("NFKC").replace(/[\s/]/gu, ""));

function expectTruth(sheet: MadeSheet): void {
  expect(found(sheet)).toEqual(sheet.tables);
}

function check(name: string, arbitrary: fc.Arbitrary<Habits>, make: (habits: Habits) => MadeSheet): void {
  let tried = 0;
  fc.assert(
    fc.property(arbitrary, (habits) => {
      tried++;
      expectTruth(make(habits));
    }),
    { numRuns: runs, seed: 20_260 },
  );
  agreed.push(`${name} ${tried}/${tried}`);
}

const oddly = (oddity: Oddity): fc.Arbitrary<Habits> => ordinary.map((habits) => ({ ...habits, ...oddity(habits) }));

describe("made sheets", () => {
  it.each(Object.entries(shapes))("%s", (name, oddity) => {
    check(name, oddly(oddity), (habits) => {
      const sheet = empty();
      putTable(sheet, habits);
      return sheet;
    });
  });

  it("two tables below each other", () => {
    const pair = fc.tuple(ordinary, ordinary, fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(pair, ([one, two, gap]) => {
        const sheet = empty();
        putTable(sheet, { ...one, titles: ["一、先前"] });
        for (let blank = 0; blank < gap; blank++) sheet.rows.push([]);
        putTable(sheet, { ...two, titles: ["二、随后"], titleAt: "merged", top: 0 });
        expectTruth(sheet);
      }),
      { numRuns: stackedRuns, seed: 20_261 },
    );
    agreed.push(`two tables below each other ${stackedRuns}/${stackedRuns}`);
  });

  it("two tables beside each other, a blank column between", () => {
    fc.assert(
      fc.property(fc.tuple(ordinary, ordinary), ([one, two]) => {
        const [first, second] = [
          { ...one, ...alone, top: 0 },
          { ...two, ...alone, top: 0, left: one.columns.length + 2, count: one.count + 3 },
        ];
        const sheet = empty();
        const beside = empty();
        putTable(sheet, first);
        putTable(beside, second);
        for (const [at, row] of beside.rows.entries()) {
          const before = Array.from({ length: second.left - 1 }, (_none, column) => sheet.rows[at]?.[column] ?? null);
          sheet.rows[at] = [...before, ...row.slice(second.left - 1)];
        }
        sheet.merges.push(...beside.merges);
        sheet.tables.push(...beside.tables);
        expectTruth(sheet);
      }),
      { numRuns: stackedRuns, seed: 20_262 },
    );
    agreed.push(`two tables beside each other ${stackedRuns}/${stackedRuns}`);
  });

  afterAll(() => console.log(`自造表格 ${agreed.length} 种，全部一致：${agreed.join("，")}`));
});
