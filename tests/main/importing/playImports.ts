import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect } from "vitest";
import type { Database, ReadHandle } from "../../../main/database/open.ts";
import { applyBatch } from "../../../main/importing/apply.ts";
import { decideRows } from "../../../main/importing/applyCounts.ts";
import { asApplied } from "../../../main/importing/rowFates.ts";
import { settleRow } from "../../../main/importing/applyWaiting.ts";
import { discardBatch } from "../../../main/importing/batches.ts";
import { stageFile } from "../../../main/importing/stage.ts";
import { listRows } from "../../../main/importing/stagedRowViews.ts";
import { waitingRows } from "../../../main/importing/stagedWaiting.ts";
import { takeBack } from "../../../main/importing/takeBack.ts";
import { allLedgers } from "../../../main/records/ledgerNamed.ts";
import { listRecords } from "../../../main/records/list.ts";
import { getRecord } from "../../../main/records/readRecords.ts";
import { newId } from "../../../main/records/newId.ts";
import { saveRecord } from "../../../main/records/save.ts";
import { removeRecord } from "../../../main/records/remove.ts";
import type { ImportCounts, RowDecision, StagedRow, Values } from "../../../shared/api/api.ts";
import { ProblemError } from "../../../shared/problems/problem.ts";
import { fileOf, servicesOf } from "./sheetFiles.ts";
import { sheetOf } from "./sheets.ts";

// Random lives of a small data file: imports, decisions, rows that wait, edits by hand, batches taken back. A second data
// file sees the edits by hand alone.

const nearNames = ["甲材料有限公司", "示例区甲材料有限公司", "乙公司", "丙公司"];
const codes = ["", "", "91370703MA3C0TLH1W", "913707007000000018"];
const row = fc.record({
  project: fc.constantFrom("风电", "光伏", "水电", ""),
  company: fc.constantFrom(...nearNames),
  code: fc.constantFrom(...codes),
  amount: fc.constantFrom("", "10", "20", "三十来万"),
  date: fc.constantFrom("", "2012-05", "2012年6月"),
  leader: fc.constantFrom("", "批一", "批二"),
});
const file = fc.record({
  kind: fc.constantFrom("projects", "companies"),
  rows: fc.array(row, { minLength: 1, maxLength: 4 }),
});
const choice = fc.record({
  at: fc.nat(9),
  take: fc.constantFrom("asUnderstood", "skip", "add", "same"),
  keep: fc.boolean(),
  typed: fc.boolean(),
});
const anyStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("import" as const), file, choices: fc.array(choice, { maxLength: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("discard" as const), file }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("settle" as const), choice }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("edit" as const), at: fc.nat(9), value: fc.constantFrom("手一", "手二") }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("make" as const), value: fc.constantFrom("手一", "手二") }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("takeBack" as const), at: fc.nat(9) }) },
);
export const life = fc.record({
  steps: fc.array(anyStep, { minLength: 3, maxLength: 8 }),
  /** In which order what stands at the end is taken back. */
  order: fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
});
export type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;
type Step = Life["steps"][number];
type Of<D extends Step["do"]> = Extract<Step, { do: D }>;

const fileFrom = ({ kind, rows }: Of<"import">["file"], at: number) =>
  fileOf(`2012年${kind === "projects" ? "科技项目" : "企业名录"}${at}.xlsx`, [
    sheetOf(
      kind === "projects"
        ? [
            ["示例区2012年科技计划项目汇总表"],
            ["项目名称", "承担单位", "统一社会信用代码", "无偿资金（万元）", "立项时间", "项目负责人"],
            ...rows.map((one) => [one.project, one.company, one.code, one.amount, one.date, one.leader]),
          ]
        : [
            ["企业名称", "统一社会信用代码", "法定代表人", "曾用名"],
            ...rows.map((one) => [one.company, one.code, one.leader, one.project]),
          ],
    ),
  ]);

/** Everything that lives, in every ledger, with the texts by which it is found. */
export async function contentHash(db: ReadHandle): Promise<string> {
  const hash = createHash("sha256");
  for (const { name } of allLedgers()) {
    const { records } = await listRecords(db, { ledger: name, limit: 10_000 });
    const live = records
      .map(({ id, values, extras }) => ({ id, values, extras }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    hash.update(JSON.stringify([name, live]));
  }
  const search = await db.selectFrom("searchTexts").selectAll().orderBy("ledger").orderBy("record").execute();
  const live = await db
    .selectFrom("stages")
    .innerJoin("searchTexts", (join) =>
      join.onRef("searchTexts.record", "=", "stages.record").onRef("searchTexts.ledger", "=", "stages.ledger"),
    )
    .selectAll("stages")
    .orderBy("stages.ledger")
    .orderBy("stages.record")
    .orderBy("position")
    .execute();
  return hash.update(JSON.stringify([search, live])).digest("hex");
}

/** What happened, so that a test knows that something did. */
export interface Tally {
  imports: number;
  decided: number;
  settled: number;
  edits: number;
  takenBack: number;
  kept: number;
  refused: number;
}
export const noTally = (): Tally => ({
  imports: 0,
  decided: 0,
  settled: 0,
  edits: 0,
  takenBack: 0,
  kept: 0,
  refused: 0,
});

/** Plays lives on both data files; at the end of each no batch stands, and both contents should have one hash. */
export function player(real: Database, byHand: Database, tally: Tally) {
  const services = servicesOf(real);
  let files = 0;
  let standing: number[] = [];
  let mine: { ledger: string; id: string }[] = [];
  const context = () => ({ at: services.clock.now(), who: "李四" });
  /** A problem is an answer too: nothing of it is written. */
  async function tried(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      tally.refused += 1;
      return false;
    }
  }
  async function bothByHand(ledger: string, id: string, isNew: boolean, values: Values): Promise<void> {
    const change = isNew ? { ledger, id: null, newId: id, values } : { ledger, id, values };
    for (const database of [real, byHand])
      await database.write((tx) => saveRecord(tx, { ...context(), batch: null }, change));
  }
  async function make(value: string): Promise<void> {
    for (const [ledger, values] of [
      ["organisations", { name: `${value}${mine.length}公司`, address: value }],
      ["projects", { title: `${value}${mine.length}`, leader: value, status: [{ stage: "申报", date: "2012-01" }] }],
    ] as const) {
      const id = newId();
      await bothByHand(ledger, id, true, values as Values);
      mine.push({ ledger, id });
    }
  }
  async function stage(given: Of<"import">["file"]): Promise<number | null> {
    const { batch } = await stageFile(services, fileFrom(given, files++));
    return batch;
  }
  function decisionOn(rows: readonly StagedRow[], drawn: Of<"settle">["choice"]): RowDecision | null {
    const found = rows[drawn.at % Math.max(1, rows.length)];
    if (found === undefined) return null;
    const near = found.candidates[0]?.id ?? mine.find(({ ledger }) => ledger === found.ledger)?.id;
    const chosen = drawn.take !== "same" ? drawn.take : near === undefined ? "skip" : { same: near };
    const title = found.ledger === "projects" ? "title" : found.ledger === "organisations" ? "name" : null;
    return {
      position: found.position,
      take: chosen as RowDecision["take"],
      ...(drawn.keep ? { keep: found.fields.slice(1).map(({ field }) => field) } : {}),
      ...(drawn.typed && title !== null ? { values: { [title]: "批注公司" } } : {}),
    };
  }
  async function enter(step: Of<"import">): Promise<void> {
    const batch = await stage(step.file);
    if (batch === null) return;
    let said: ImportCounts | undefined;
    for (const drawn of step.choices) {
      const { rows } = await listRows(real.read, { batch });
      const decision = decisionOn(rows, drawn);
      if (decision === null) continue;
      const told = await tried(async () => (said = await real.write((tx) => decideRows(tx, batch, [decision]))));
      if (told) tally.decided += 1;
    }
    let done: ImportCounts | undefined;
    const applied = await tried(async () => {
      done = (await real.write((tx) => applyBatch(tx, { ...context(), batch }, batch))).counts;
    });
    if (applied) {
      // What was said beforehand is what was done.
      if (said !== undefined) expect(done).toEqual(asApplied(said));
      standing.push(batch);
      tally.imports += 1;
    } else await real.write((tx) => discardBatch(tx, batch));
  }
  async function back(batch: number): Promise<void> {
    const { kept } = await real.write((tx) => takeBack(tx, { ...context(), batch }, batch));
    standing = standing.filter((one) => one !== batch);
    tally.takenBack += 1;
    tally.kept += kept.length;
  }
  async function take(step: Step): Promise<void> {
    if (step.do === "import") await enter(step);
    else if (step.do === "discard") {
      const batch = await stage(step.file);
      if (batch !== null) await real.write((tx) => discardBatch(tx, batch));
    } else if (step.do === "settle") {
      const waiting = await waitingRows(real.read);
      const decision = decisionOn(waiting, step.choice);
      const batch = waiting.find(({ position }) => position === decision?.position)?.batch ?? 0;
      if (decision === null) return;
      if (await tried(() => real.write((tx) => settleRow(tx, { ...context(), batch }, batch, decision))))
        tally.settled += 1;
    } else if (step.do === "edit") {
      const one = mine[step.at % Math.max(1, mine.length)];
      if (one === undefined) return;
      await bothByHand(one.ledger, one.id, false, {
        [one.ledger === "projects" ? "leader" : "legalRepresentative"]: step.value,
      });
      tally.edits += 1;
    } else if (step.do === "make") await make(step.value);
    else {
      const batch = standing[step.at % Math.max(1, standing.length)];
      if (batch !== undefined) await back(batch);
    }
  }
  return async ({ steps, order }: Life): Promise<string[]> => {
    mine = [];
    // Companies that imports will speak of, of which some have a number.
    for (const [at, name] of nearNames.slice(0, 3).entries()) {
      const id = newId();
      const values: Values = { name, ...(at === 1 ? { creditCode: "91370703MA3C0TLH1W" } : {}) };
      await bothByHand("organisations", id, true, values);
      mine.push({ ledger: "organisations", id });
    }
    const project = newId();
    await bothByHand("projects", project, true, { title: "风电", year: 2012, leader: "手零" });
    mine.push({ ledger: "projects", id: project });
    for (const step of steps) await take(step);
    for (const at of order) {
      const batch = standing[at % Math.max(1, standing.length)];
      if (batch !== undefined) await back(batch);
    }
    while (standing[0] !== undefined) await back(standing[0]);
    const hashes = [await contentHash(real.read), await contentHash(byHand.read)];
    for (const { ledger, id } of mine.toReversed()) {
      for (const database of [real, byHand]) {
        const { version } = await getRecord(database.read, ledger, id);
        await database.write((tx) => removeRecord(tx, { ...context(), batch: null }, { ledger, id, version }));
      }
    }
    return hashes;
  };
}
