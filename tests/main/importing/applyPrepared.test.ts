import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectionOf } from "../../../main/database/connection.ts";
import type { Database } from "../../../main/database/open.ts";
import { applyBatch, applyBatchApart } from "../../../main/importing/apply.ts";
import { decideRows } from "../../../main/importing/applyCounts.ts";
import type { Item } from "../../../main/importing/items.ts";
import { finishBatch, startBatch } from "../../../main/importing/stagedBatch.ts";
import { noCounts } from "../../../main/importing/rowFates.ts";
import { writeItems } from "../../../main/importing/stagedItems.ts";
import { isSound } from "../../../main/records/isSound.ts";
import { addExtraField } from "../../../main/records/extraFields.ts";
import { planOf } from "../../../main/records/ledgerPlan.ts";
import { newId } from "../../../main/records/newId.ts";
import { mostCells } from "../../../main/records/preparedRecord.ts";
import { saveRecords } from "../../../main/records/save.ts";
import type { ImportReport, Values } from "../../../shared/api/api.ts";
import { ledgerList } from "../../../shared/ledgers/index.ts";
import { anyRecord } from "../../support/anyRecord.ts";
import { problemOf } from "../../support/problems.ts";
import { byHand, testDatabase } from "../../support/testDatabase.ts";

// New records are written in SQL from what staging has prepared. It must not matter: without what is prepared, the same
// rows go in one by one, and the data are the same.

const at = "2013-01-06T08:00:00.000Z";
const table = {
  sheet: "项目",
  ledger: "projects",
  headerRows: [1],
  firstRow: 2,
  lastRow: 9,
  columns: [],
  counts: noCounts,
};

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

function item(ledger: string, row: number, values: Values, rest: Partial<Item> = {}): Item {
  const raw = [`第${row}行`, "", '"x"'];
  const base = { table: 0, row, raw, ledger, role: "main", id: newId(), version: 0, values, extras: {} } as const;
  return { ...base, outcome: "added", changes: {}, before: {}, ...rest };
}

/** Answers with the number of the batch. */
async function staged(on: Database, items: readonly Item[]): Promise<number> {
  return on.write(async (tx) => {
    const report: ImportReport = {
      file: "项目.xlsx",
      fileHash: "hash",
      batch: null,
      ok: true,
      tables: [table],
      counts: noCounts,
      troubles: [],
      preview: [],
    };
    const { batch, tables } = await startBatch(tx, { at, who: "李四", report, content: new Uint8Array(1), size: 1 });
    await writeItems(tx, batch, tables, structuredClone(items), 0);
    await finishBatch(tx, { ...report, batch }, "staged");
    return batch;
  });
}

const apply = (on: Database, batch: number) =>
  on.write((tx) => applyBatch(tx, { at: "2013-01-07T08:00:00.000Z", who: "李四", batch }, batch));

/** As if an older program had staged the rows. */
function forgetPrepared(on: Database): void {
  connectionOf(on).raw.exec("DELETE FROM stagedRecords; UPDATE stagedRows SET prepared = 0");
}

const preparedIn = (on: Database) => connectionOf(on).raw.prepare("SELECT count(*) FROM stagedRecords").pluck().get();

/** Everything but the staging tables and the numbers of history, whose order is another. */
function contentOf(on: Database): Record<string, unknown[]> {
  const { raw } = connectionOf(on);
  const side = ["stages", "searchTexts", "sources", "batches"];
  const all = Object.fromEntries(
    [...ledgerList.map(({ name }) => name), ...side].map((name) => [
      name,
      raw
        .prepare(`SELECT * FROM ${name}`)
        .all()
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ]),
  );
  const history = raw
    .prepare(`SELECT batch, at, who, ledger, record, "before", "after" FROM history ORDER BY record, seq`)
    .all();
  return { ...all, history };
}

/** Applies the same items to two databases, with and without what is prepared. */
async function bothWays(
  items: readonly Item[],
  before: (on: Database) => Promise<void> = async () => {},
  between: (on: Database, batch: number) => Promise<void> = async () => {},
) {
  const other = await testDatabase();
  try {
    for (const on of [database, other]) await before(on);
    const batches = [await staged(database, items), await staged(other, items)];
    const ready = preparedIn(database);
    forgetPrepared(other);
    await between(database, batches[0] ?? 0);
    await between(other, batches[1] ?? 0);
    await apply(database, batches[0] ?? 0);
    await apply(other, batches[1] ?? 0);
    return { prepared: contentOf(database), oneByOne: contentOf(other), ready };
  } finally {
    await other.close();
  }
}

describe("what is prepared", () => {
  it("writes records of every ledger as saving does", async () => {
    const items = ledgerList.flatMap((declaration) => {
      const { official, references } = planOf(declaration);
      const company = item("organisations", 1, { name: `${declaration.title}公司` });
      const ids = (ledger: string): string[] => (ledger === "organisations" && company.id !== null ? [company.id] : []);
      if (references.some(({ name, to }) => declaration.fields[name]?.required === true && ids(to).length === 0))
        return [];
      const records = fc.sample(anyRecord(declaration, ids), { numRuns: 20, seed: 2012 });
      // The same number twice would be refused.
      const free = records.map((values) =>
        Object.fromEntries(Object.entries(values).filter(([name]) => !official.flat().includes(name))),
      );
      const sound = free.filter((values) => isSound(planOf(declaration), values));
      return [company, ...sound.map((values, index) => item(declaration.name, index + 2, values))];
    });
    const { prepared, oneByOne, ready } = await bothWays(items);
    expect(ready).toBe(items.length);
    expect(prepared).toEqual(oneByOne);
    const filled = Object.entries(prepared).filter(([, rows]) => rows.length > 0);
    expect(filled.length).toBeGreaterThan(30);
  });

  it("is what goes in", async () => {
    const batch = await staged(database, [item("projects", 2, { title: "泵" })]);
    connectionOf(database).raw.exec("UPDATE stagedRecords SET c1 = '照准备的'");
    await apply(database, batch);
    expect(contentOf(database)["projects"]).toMatchObject([{ title: "照准备的" }]);
  });

  it("has room for the widest ledger", () => {
    expect(Math.max(...ledgerList.map((declaration) => planOf(declaration).columns.length))).toBeLessThanOrEqual(
      mostCells,
    );
  });

  it("keeps references, several stages, extra fields and odd letters", async () => {
    const company = item("organisations", 2, { name: '“恒达”\\ "机械" 😀\u0001\n公司' }, { role: "stub" });
    const status = [
      { stage: "申报", date: "2012-03" },
      { stage: "立项", date: null, documentNo: "鲁科字〔2012〕100号" },
      { stage: "验收", date: "2013", note: "'" },
    ];
    const project = item(
      "projects",
      2,
      { title: "泵", leader: "", undertaker: company.id, partners: [company.id ?? ""], status, totalInvestment: 1e13 },
      { extras: { extra1: "甲'", extra2: null } },
    );
    const { prepared, oneByOne, ready } = await bothWays([company, project], async (on) => {
      for (const label of ["备用", "备用二"])
        await on.write((tx) => addExtraField(tx, { ledger: "projects", label, kind: "text" }));
    });
    expect(ready).toBe(2);
    expect(prepared).toEqual(oneByOne);
    expect(prepared["stages"]).toHaveLength(3);
    expect(prepared["projects"]).toMatchObject([{ extras: '{"extra1":"甲\'"}' }]);
  });

  it("takes rows that merge into a record as sources of it, and of no other", async () => {
    const company = item("organisations", 2, { name: "甲公司" });
    const merged = [3, 4].map((row) => item("organisations", row, {}, { id: company.id, outcome: "merged" }));
    const same = item("organisations", 5, { name: "乙公司" }, { outcome: "same", version: 1 });
    const ofSame = item("organisations", 6, {}, { id: same.id, outcome: "merged" });
    const { prepared, oneByOne } = await bothWays([company, ...merged, same, ofSame]);
    expect(prepared).toEqual(oneByOne);
    expect(prepared["sources"]).toMatchObject([{ row: 2 }, { row: 3 }, { row: 4 }]);
  });

  it("goes in beside records that change and rows that stay behind", async () => {
    const id = newId();
    const changed = item("organisations", 2, { address: "和平路1号" }, { id, version: 1, outcome: "updated" });
    const twin = item("organisations", 3, { name: "丙公司" }, { id: null, outcome: "twin", message: "疑似" });
    const fresh = Array.from({ length: 5 }, (_, index) => item("organisations", index + 4, { name: `公司${index}` }));
    const { prepared, oneByOne, ready } = await bothWays([changed, twin, ...fresh], (on) =>
      on
        .write((tx) =>
          saveRecords(tx, byHand(), [{ ledger: "organisations", id: null, newId: id, values: { name: "甲公司" } }]),
        )
        .then(() => {}),
    );
    expect(ready).toBe(5);
    expect(prepared).toEqual(oneByOne);
    expect(await database.read.selectFrom("stagedRows").select(["row", "prepared"]).execute()).toEqual([
      { row: 3, prepared: 0 },
    ]);
    expect(preparedIn(database)).toBe(0);
  });
});

describe("a batch that has been decided on, or stayed behind other changes,", () => {
  const saved = (on: Database, ledger: string, values: Values) =>
    on.write((tx) =>
      saveRecords(tx, { ...byHand(), at: "2013-01-06T09:00:00.000Z" }, [{ ledger, id: null, newId: known, values }]),
    );
  const known = newId();

  it("goes in as it then is, most of it as it was prepared", async () => {
    const company = item("organisations", 2, { name: "甲公司" }, { role: "carried" });
    const project = item("projects", 2, { title: "泵", undertaker: company.id, partners: [company.id ?? ""] });
    const others = Array.from({ length: 5 }, (_, index) => item("projects", index + 3, { title: `项目${index}` }));
    const merged = item("projects", 9, {}, { id: others[1]?.id ?? null, outcome: "merged" });
    const { prepared, oneByOne } = await bothWays(
      [company, project, ...others, merged],
      async () => {},
      async (on, batch) => {
        // The company has been entered by hand meanwhile; one row is left out, and one goes in as something else.
        await saved(on, "organisations", { name: "甲公司", address: "和平路1号" });
        if (on === database) connectionOf(on).raw.exec("UPDATE stagedRecords SET c1 = '照准备的' WHERE c1 = '项目3'");
        await on.write((tx) => decideRows(tx, batch, [{ position: 2, take: "skip" }]));
      },
    );
    const titles = (prepared["projects"] as { title: string }[]).map(({ title }) => title).toSorted();
    expect(titles).toEqual(["照准备的", "泵", "项目1", "项目2", "项目4"].toSorted());
    expect(prepared["organisations"]).toHaveLength(1);
    const asPrepared = JSON.stringify(prepared).replaceAll("照准备的", "项目3");
    expect(JSON.parse(asPrepared)).toEqual(oneByOne);
    expect(prepared["projects"]).toEqual(
      expect.arrayContaining([expect.objectContaining({ title: "泵", undertaker: known })]),
    );
  });
});

describe("applying apart from finding out what to apply", () => {
  const apart = (batch: number) => {
    let minute = 10;
    const now = () => `2013-01-07T08:${minute++}:00.000Z`;
    return applyBatchApart(database, { who: "李四", now }, batch);
  };
  const entered = (values: Values) =>
    database.write((tx) =>
      saveRecords(tx, { ...byHand(), at: "2013-01-06T09:00:00.000Z" }, [{ ledger: "organisations", id: null, values }]),
    );

  it("writes what applying in one transaction does", async () => {
    const batch = await staged(database, [
      item("projects", 2, { title: "泵" }),
      item("projects", 3, { title: "光伏" }),
    ]);
    await apart(batch);
    expect(contentOf(database)["projects"]).toMatchObject([{ createdAt: "2013-01-07T08:10:00.000Z" }, {}]);
    expect(await problemOf(apart(batch))).toMatchObject({ code: "E-IMP-96" });
  });

  it("finds out anew where something has been written meanwhile", async () => {
    const company = item("organisations", 2, { name: "甲公司" }, { role: "carried" });
    const batch = await staged(database, [company, item("projects", 2, { title: "泵", undertaker: company.id })]);
    const applying = apart(batch);
    const [[known]] = await Promise.all([entered({ name: "甲公司" }), applying]);
    const content = contentOf(database);
    expect(content["organisations"]).toHaveLength(1);
    expect(content["projects"]).toMatchObject([{ title: "泵", undertaker: known?.id }]);
  });

  it("does so at last with nobody else at work, however much is written", async () => {
    const batch = await staged(database, [item("projects", 2, { title: "泵" })]);
    const state = { isDone: false };
    const applying = apart(batch).finally(() => {
      state.isDone = true;
    });
    for (let index = 0; !state.isDone && index < 200; index++) await entered({ name: `公司${index}` });
    await applying;
    expect(contentOf(database)["projects"]).toHaveLength(1);
  });

  it("does in the same transaction what comes with it, or nothing", async () => {
    const batch = await staged(database, [item("projects", 2, { title: "泵" })]);
    const along = async () => {
      throw new Error("no");
    };
    await expect(applyBatchApart(database, { who: "李四", now: () => at, along }, batch)).rejects.toThrow("no");
    expect(contentOf(database)["projects"]).toEqual([]);
    expect(preparedIn(database)).toBe(1);
  });
});

describe("what cannot go in as it was prepared", () => {
  it("is refused by name where its official number is taken, and nothing of the batch stays", async () => {
    await database.write((tx) =>
      saveRecords(tx, byHand(), [{ ledger: "projects", id: null, values: { title: "风电", projectNo: "A1" } }]),
    );
    const batch = await staged(database, [
      item("projects", 2, { title: "泵" }),
      item("projects", 3, { title: "光伏", projectNo: "A1" }),
    ]);
    const before = contentOf(database);
    expect(await problemOf(apply(database, batch))).toMatchObject({ code: "E-REC-01" });
    expect(contentOf(database)).toEqual(before);
  });

  it("stays behind where it points at a new record that stays behind", async () => {
    const company = item("organisations", 2, { name: "甲公司" }, { outcome: "invalid", message: "有误" });
    const project = item("projects", 2, { title: "泵", undertaker: company.id });
    const other = item("projects", 3, { title: "光伏" });
    const { prepared, oneByOne } = await bothWays([company, project, other]);
    expect(prepared).toEqual(oneByOne);
    expect(prepared["projects"]).toMatchObject([{ title: "光伏" }]);
  });

  it("is refused where it points at nothing", async () => {
    const batch = await staged(database, [item("projects", 2, { title: "泵", partners: [newId()] })]);
    expect(await problemOf(apply(database, batch))).toMatchObject({ code: "E-REC-08" });
    expect(contentOf(database)["projects"]).toEqual([]);
  });

  it("is worked out anew where another program version staged it", async () => {
    const batch = await staged(database, [item("projects", 2, { title: "泵" })]);
    connectionOf(database).raw.exec("UPDATE stagedRecords SET shape = shape + 1, c1 = '别的'");
    await apply(database, batch);
    expect(contentOf(database)["projects"]).toMatchObject([{ title: "泵" }]);
  });

  it("is not prepared at all where saving would refuse it", async () => {
    const batch = await staged(database, [item("projects", 2, { title: "泵", period: "x" })]);
    expect(preparedIn(database)).toBe(0);
    expect(await problemOf(apply(database, batch))).toMatchObject({ code: "E-REC-08" });
  });
});

it("other staged batches keep what is theirs", async () => {
  const first = await staged(database, [item("projects", 2, { title: "泵" })]);
  const second = await staged(database, [item("projects", 2, { title: "光伏" })]);
  await apply(database, first);
  expect(await database.read.selectFrom("stagedRows").select("batch").execute()).toEqual([{ batch: second }]);
  expect(preparedIn(database)).toBe(1);
  await apply(database, second);
  expect(contentOf(database)["projects"]).toHaveLength(2);
});
