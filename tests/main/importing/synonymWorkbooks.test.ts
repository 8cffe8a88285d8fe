import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sureConfidence, type MatchedColumn } from "../../../main/importing/matchColumns.ts";
import { builtInKnowledge } from "../../../main/importing/storedKnowledge.ts";
import { understandWorkbook, type UnderstoodTable } from "../../../main/importing/understandWorkbook.ts";
import { columnHabits, makeWorkbook, truthOf, type MadeWorkbook } from "./madeColumns.ts";
import type { MadeColumnTruth } from "./madeColumnSheet.ts";

// The fifteen tables of the synonym dictionary as workbooks, understood without being told which table they are.

const seed = Number(process.env["KEJI_SEED"] ?? 20_263);
const runs = 300;

const knowledge = builtInKnowledge();
const noPause = (): Promise<void> => Promise.resolve();

interface Tally {
  columns: number;
  right: number;
  perTable: Map<string, [right: number, columns: number]>;
  confused: Map<string, number>;
  silent: Map<string, number>;
  lost: string[];
}

function spelled({ target, ignored }: MatchedColumn, ledger: string): string | null {
  if (target === null) return ignored === true ? "ignored" : null;
  return target.ledger === ledger ? target.field : `${target.ledger}.${target.field}`;
}

function wantedOf({ from }: MadeColumnTruth, sheet: string, ledger: string): string | null {
  const declaration = knowledge.ledgers[ledger];
  return from === null || declaration === undefined ? null : (truthOf(from, sheet, declaration) ?? null);
}

/** A column that is knowingly left out and one that nobody knows come to the same; anything else must be exact. */
function isRight(wanted: string | null, is: string | null, year: number | undefined, found: MatchedColumn): boolean {
  if (wanted === null || wanted === "ignored") return is === null || is === "ignored";
  return is === wanted && (year === undefined || found.year === year);
}

function count(map: Map<string, number>, what: string): void {
  map.set(what, (map.get(what) ?? 0) + 1);
}

function tell(tally: Tally, made: MadeWorkbook, tables: readonly UnderstoodTable[]): void {
  const [table] = tables;
  const ledger = table?.plan?.declaration.name ?? "";
  const isKnown = tables.length === 1 && made.ledgers.includes(ledger);
  if (!isKnown) tally.lost.push(`${made.table} ${ledger}：${made.columns.map(({ heading }) => heading).join(" ")}`);
  const per = tally.perTable.get(made.table) ?? [0, 0];
  tally.perTable.set(made.table, per);
  for (const [at, truth] of made.columns.entries()) {
    const found = table?.columns.find(({ column }) => column === at + 1);
    tally.columns++;
    per[1]++;
    if (!isKnown || found === undefined) continue;
    const wanted = wantedOf(truth, made.table, ledger);
    const is = spelled(found, ledger);
    if (isRight(wanted, is, truth.year, found)) {
      tally.right++;
      per[0]++;
      continue;
    }
    const what = `${made.table} “${truth.heading.replace(/\s/gu, "")}” ${wanted} → ${is}（${found.confidence.toFixed(2)}）`;
    count(tally.confused, what);
    if (is !== null && found.confidence >= sureConfidence) count(tally.silent, what);
  }
}

const listed = (map: ReadonlyMap<string, number>): string =>
  [...map]
    .sort((a, b) => b[1] - a[1])
    .map(([what, times]) => `\n  ${times} × ${what}`)
    .join("") || "无";

describe("workbooks of the fifteen tables", () => {
  it("are understood without help, and nothing wrong goes in silently", { timeout: 120_000 }, async () => {
    const tally: Tally = {
      columns: 0,
      right: 0,
      perTable: new Map(),
      confused: new Map(),
      silent: new Map(),
      lost: [],
    };
    for (const habits of fc.sample(columnHabits, { numRuns: runs, seed })) {
      const made = makeWorkbook(habits);
      const { tables } = await understandWorkbook(made.workbook, knowledge, { file: made.file }, noPause);
      tell(tally, made, tables);
    }
    const { columns, right, perTable, confused, silent, lost } = tally;
    const rate = right / columns;
    const per = [...perTable].sort(([a], [b]) => a.localeCompare(b)).map(([id, [ok, all]]) => `${id} ${ok}/${all}`);
    console.info(
      [
        `种子 ${seed}：工作簿 ${runs} 个，列 ${columns} 个，对 ${right} 个（${(rate * 100).toFixed(2)}%）`,
        per.join("，"),
        `对不上：${listed(confused)}`,
        `不声不响进错：${listed(silent)}`,
        `台账认错：${lost.length === 0 ? "无" : lost.join("\n")}`,
      ].join("\n"),
    );
    expect(rate).toBeGreaterThanOrEqual(0.98);
    expect([...silent.keys()]).toEqual([]);
    // Every table counts, not only the easy ones.
    for (const [id, [ok, all]] of perTable) expect([id, ok / all >= 0.95]).toEqual([id, true]);
  });
});
