import { describe, expect, it, onTestFinished } from "vitest";
import type { Database } from "../../../main/database/open.ts";
import { applyBatch } from "../../../main/importing/apply.ts";
import { batchReport, discardBatch, listBatches } from "../../../main/importing/batches.ts";
import { sheetView } from "../../../main/importing/sheetView.ts";
import { stageFile, type FileToImport, type ImportServices } from "../../../main/importing/stage.ts";
import { takeBack } from "../../../main/importing/takeBack.ts";
import { saveRecord } from "../../../main/records/save.ts";
import { removeRecord } from "../../../main/records/remove.ts";
import { getRecord } from "../../../main/records/readRecords.ts";
import type { ImportReport } from "../../../shared/api/api.ts";
import { problemOf } from "../../support/problems.ts";
import { testDatabase } from "../../support/testDatabase.ts";
import { fileOf, readSheets, servicesOf } from "./sheetFiles.ts";
import { sheetOf } from "./sheets.ts";

const list = (amount = "23", rows: (string | number | null)[][] = []) =>
  fileOf("2012年项目.xlsx", [
    sheetOf(
      [
        ["示例区2012年科技计划项目立项汇总表"],
        ["单位：万元"],
        ["序号", "项目名称", "立项编号", "计划类别", "级别", "承担单位", "立项经费", "立项时间", "不认识的栏"],
        [1, "光伏", "2012A01", "国家星火计划", "国家级", "甲公司", 400, "2012年7月10日", "x"],
        [2, "风电", "", "市科技发展计划", "市级", "乙公司", amount, "2012.08", "y"],
        ...rows,
      ],
      [],
      "项目",
    ),
  ]);

interface Bench {
  services: ImportServices;
  database: Database;
  stage(file: FileToImport): Promise<ImportReport>;
  apply(report: ImportReport): Promise<ImportReport>;
  import(file: FileToImport): Promise<ImportReport>;
  projects(): Promise<{ id: string; title: string; grantAmount: number | null }[]>;
}

async function bench(): Promise<Bench> {
  const database = await testDatabase();
  onTestFinished(() => database.close());
  const services = servicesOf(database);
  const apply = (report: ImportReport): Promise<ImportReport> => {
    const batch = report.batch ?? 0;
    return database.write((tx) => applyBatch(tx, { at: services.clock.now(), who: "李四", batch }, batch));
  };
  return {
    services,
    database,
    stage: (file) => stageFile(services, file),
    apply,
    import: async (file) => apply(await stageFile(services, file)),
    projects: () =>
      database.read
        .selectFrom("projects")
        .select(["id", "title", "grantAmount"])
        .where("deletedAt", "is", null)
        .orderBy("title")
        .execute(),
  };
}

const takeBackOf = ({ database, services }: Bench, batch: number) =>
  database.write((tx) => takeBack(tx, { at: services.clock.now(), who: "李四", batch }, batch));

describe("staging and applying", () => {
  it("writes nothing to ledgers before it is applied, and everything with its source after", async () => {
    const keji = await bench();
    const staged = await keji.stage(list());
    expect(staged).toMatchObject({ ok: true, batch: 1, counts: { added: 2, stubs: 2 } });
    expect(await keji.projects()).toEqual([]);
    expect(await listBatches(keji.database.read)).toMatchObject([{ id: 1, status: "staged", ledgers: ["projects"] }]);

    const applied = await keji.apply(staged);
    expect(applied).toEqual(staged);
    const [wind, sun] = (await keji.projects()).toSorted((a, b) => (a.grantAmount ?? 0) - (b.grantAmount ?? 0));
    expect([wind?.title, wind?.grantAmount, sun?.title, sun?.grantAmount]).toEqual([
      "风电",
      23_000_000,
      "光伏",
      400_000_000,
    ]);
    const record = await getRecord(keji.database.read, "projects", wind?.id ?? "");
    expect(record.values).toMatchObject({ year: 2012, status: [{ stage: "立项", date: "2012-08" }] });

    const sources = await keji.database.read
      .selectFrom("sources")
      .selectAll()
      .where("record", "=", wind?.id ?? "")
      .execute();
    expect(sources).toMatchObject([{ batch: 1, ledger: "projects", row: 5 }]);
    expect(JSON.parse(sources[0]?.raw ?? "")).toEqual([
      "2",
      "风电",
      "",
      "市科技发展计划",
      "市级",
      "乙公司",
      "23",
      "2012.08",
      "y",
    ]);
    const tables = await keji.database.read.selectFrom("batchTables").selectAll().execute();
    expect(JSON.parse(tables[0]?.columns ?? "")[6]).toMatchObject({
      column: 7,
      ledger: "projects",
      field: "grantAmount",
    });
    expect(await keji.database.read.selectFrom("stagedRows").selectAll().execute()).toEqual([]);
    expect(await batchReport(keji.database.read, 1)).toEqual(applied);
  });

  it("keeps the one cell of a name as the source of the company made from it", async () => {
    const keji = await bench();
    await keji.import(list());
    const rows = await keji.database.read
      .selectFrom("sources")
      .selectAll()
      .where("ledger", "=", "organisations")
      .execute();
    expect(rows.map((row) => JSON.parse(row.raw).join(""))).toEqual(expect.arrayContaining(["甲公司", "乙公司"]));
  });

  it("knows the same file, and finds everything 相同", async () => {
    const keji = await bench();
    await keji.import(list());
    const again = await keji.import(list());
    expect(again).toMatchObject({
      batch: 2,
      knownAs: 1,
      counts: { added: 0, updated: 0, same: 2, twins: 0, stubs: 0 },
      preview: [],
    });
    const history = await keji.database.read.selectFrom("history").select("batch").execute();
    expect(history.every(({ batch }) => batch === 1)).toBe(true);
  });

  it("makes one changed cell exactly one 更新", async () => {
    const keji = await bench();
    await keji.import(list());
    const changed = await keji.import(list("33"));
    expect(changed).toMatchObject({ counts: { added: 0, updated: 1, same: 1 } });
    expect(changed.knownAs).toBeUndefined();
    expect(changed.preview.map(({ fields }) => fields)).toEqual([
      [{ field: "grantAmount", label: "立项经费", before: "23万元", after: "33万元" }],
    ]);
    const history = await keji.database.read.selectFrom("history").selectAll().where("batch", "=", 2).execute();
    expect(history.map(({ before, after }) => [JSON.parse(before ?? ""), JSON.parse(after ?? "")])).toEqual([
      [{ grantAmount: 23_000_000 }, { grantAmount: 33_000_000 }],
    ]);
  });

  it("takes a batch back and imports the same file again", async () => {
    const keji = await bench();
    await keji.import(list());
    expect(await takeBackOf(keji, 1)).toMatchObject({ batch: 1, kept: [] });
    expect(await keji.projects()).toEqual([]);
    expect(await listBatches(keji.database.read)).toMatchObject([{ id: 1, status: "takenBack" }]);
    expect((await problemOf(takeBackOf(keji, 1))).code).toBe("E-IMP-94");
    expect((await problemOf(takeBackOf(keji, 9))).code).toBe("E-IMP-95");
    const again = await keji.import(list());
    expect(again).toMatchObject({ batch: 2, counts: { added: 2, stubs: 2 } });
    expect(again.knownAs).toBeUndefined();
    expect(await keji.projects()).toHaveLength(2);
  });

  it("leaves faulty rows and twins out, and the others in", async () => {
    const keji = await bench();
    const report = await keji.import(
      list("23", [
        [3, "", "2012A03", "", "", "丙公司", 5, "", ""],
        [4, "水电", "2012A01", "", "", "", 6, "", ""],
      ]),
    );
    expect(report.counts).toMatchObject({ added: 2, invalid: 1, twins: 0 });
    expect(report.troubles).toContainEqual(expect.objectContaining({ kind: "invalid", sheet: "项目", cell: "B6" }));
    // The number decides: row 7 is the first project again, under another name.
    expect(report.troubles).toContainEqual(expect.objectContaining({ kind: "warning", cell: "B7" }));
    expect((await keji.projects()).map(({ title }) => title).toSorted()).toEqual(["光伏", "风电"].toSorted());
  });
});

describe("records that changed between staging and applying", () => {
  const byHand = (at: string) => ({ at, who: "张三", batch: null });

  it("updates what somebody entered meanwhile under the same number instead of adding it twice", async () => {
    const keji = await bench();
    const staged = await keji.stage(list());
    const made = await keji.database.write((tx) =>
      saveRecord(tx, byHand(keji.services.clock.now()), {
        ledger: "projects",
        id: null,
        values: { title: "光伏", projectNo: "2012A01", leader: "王五" },
      }),
    );
    const applied = await keji.apply(staged);
    expect(applied.counts).toMatchObject({ added: 1, updated: 1 });
    const record = await getRecord(keji.database.read, "projects", made.id);
    expect(record.values).toMatchObject({ leader: "王五", grantAmount: 400_000_000 });
    expect(await keji.projects()).toHaveLength(2);
  });

  it("points at the company that was entered meanwhile", async () => {
    const keji = await bench();
    const staged = await keji.stage(list());
    const made = await keji.database.write((tx) =>
      saveRecord(tx, byHand(keji.services.clock.now()), {
        ledger: "organisations",
        id: null,
        values: { name: "甲公司" },
      }),
    );
    await keji.apply(staged);
    const companies = await keji.database.read.selectFrom("organisations").select("id").execute();
    expect(companies).toHaveLength(2);
    const sun = (await keji.projects()).find(({ title }) => title === "光伏");
    expect((await getRecord(keji.database.read, "projects", sun?.id ?? "")).values["undertaker"]).toBe(made.id);
  });

  it("lays the file over what the record says by now, and leaves a removed one alone", async () => {
    const keji = await bench();
    await keji.import(list());
    const [a, b] = await keji.projects();
    const sun = a?.title === "光伏" ? a : b;
    const wind = a?.title === "光伏" ? b : a;
    const changed = list("33");
    const staged = await keji.stage(changed);
    await keji.database.write((tx) =>
      saveRecord(tx, byHand(keji.services.clock.now()), {
        ledger: "projects",
        id: sun?.id ?? "",
        values: { grantAmount: 1 },
      }),
    );
    await keji.database.write((tx) =>
      removeRecord(tx, byHand(keji.services.clock.now()), { ledger: "projects", id: wind?.id ?? "", version: 1 }),
    );
    const applied = await keji.apply(staged);
    expect(applied.counts).toMatchObject({ updated: 1, twins: 1, same: 0 });
    expect(await keji.projects()).toEqual([{ id: sun?.id, title: "光伏", grantAmount: 400_000_000 }]);
  });
});

describe("batches", () => {
  it("refuses a file that is no workbook or holds no table of ours, and leaves no trace", async () => {
    const keji = await bench();
    const pdf = { name: "a.pdf", who: "李四", bytes: new TextEncoder().encode("%PDF") };
    expect(await keji.stage(pdf)).toMatchObject({ ok: false, batch: null, refusal: { code: "E-IMP-11" } });
    const other = fileOf("菜单.xlsx", [
      sheetOf([
        ["菜名", "价钱"],
        ["面", 8],
        ["饭", 9],
      ]),
    ]);
    expect(await keji.stage(other)).toMatchObject({ ok: false, batch: null, refusal: { code: "E-IMP-50" } });
    expect(await keji.database.read.selectFrom("batches").selectAll().execute()).toEqual([]);
    expect(await keji.database.read.selectFrom("files").selectAll().execute()).toEqual([]);
  });

  it("discards a staged batch with its original, unless another batch needs it", async () => {
    const keji = await bench();
    await keji.stage(list());
    await keji.database.write((tx) => discardBatch(tx, 1));
    expect(await listBatches(keji.database.read)).toEqual([]);
    for (const table of ["stagedRows", "files", "batchTables"] as const) {
      expect(await keji.database.read.selectFrom(table).selectAll().execute()).toEqual([]);
    }
    expect((await problemOf(keji.database.write((tx) => discardBatch(tx, 1)))).code).toBe("E-IMP-96");
    await keji.import(list());
    await keji.stage(list());
    await keji.database.write((tx) => discardBatch(tx, 3));
    expect(await keji.database.read.selectFrom("files").selectAll().execute()).toHaveLength(1);
  });

  it("applies only staged batches, and only once", async () => {
    const keji = await bench();
    const staged = await keji.stage(list());
    await keji.apply(staged);
    expect((await problemOf(keji.apply(staged))).code).toBe("E-IMP-96");
    expect((await problemOf(keji.apply({ ...staged, batch: 7 }))).code).toBe("E-IMP-95");
  });

  it("never offers a batch whose staging was interrupted, and clears it away with the next", async () => {
    const keji = await bench();
    let writes = 0;
    const dying: Database = {
      ...keji.database,
      write: (work) => (++writes === 3 ? Promise.reject(new Error("power cut")) : keji.database.write(work)),
    };
    await expect(stageFile({ ...keji.services, database: dying }, list())).rejects.toThrow("power cut");
    expect(await listBatches(keji.database.read)).toEqual([]);
    expect((await problemOf(keji.apply({ batch: 1 } as ImportReport))).code).toBe("E-IMP-96");
    const staged = await keji.stage(list());
    const rows = await keji.database.read.selectFrom("stagedRows").select("batch").execute();
    expect(new Set(rows.map(({ batch }) => batch))).toEqual(new Set([staged.batch]));
  });

  it("shows the stored original around a cell", async () => {
    const keji = await bench();
    const { fileHash } = await keji.import(list());
    const view = await sheetView(keji.database.read, readSheets, { fileHash, sheet: "项目", cell: "G5" });
    expect(view).toMatchObject({
      file: "2012年项目.xlsx",
      sheet: "项目",
      top: 1,
      left: 1,
      marked: { row: 5, column: 7 },
    });
    expect(view.rows[4]?.cells[6]).toBe("23");
    expect(view.rows[1]?.cells).toEqual(["单位：万元", "", "", "", "", "", "", "", ""]);
    const unknown = sheetView(keji.database.read, readSheets, { fileHash: "0", sheet: "项目", cell: "G5" });
    expect((await problemOf(unknown)).code).toBe("E-IMP-97");
    const nowhere = sheetView(keji.database.read, readSheets, { fileHash, sheet: "没有", cell: "G5" });
    expect((await problemOf(nowhere)).code).toBe("E-IMP-97");
  });
});
