import { describe, expect, it } from "vitest";
import { decideRows } from "../../../main/importing/applyCounts.ts";
import { listRows } from "../../../main/importing/stagedRowViews.ts";
import { settleRow } from "../../../main/importing/applyWaiting.ts";
import { waitingRows } from "../../../main/importing/stagedWaiting.ts";
import { newId } from "../../../main/records/newId.ts";
import { batchReport, listBatches } from "../../../main/importing/batches.ts";
import type { ReadSheet } from "../../../main/importing/reading/sheet.ts";
import { addExtraField } from "../../../main/records/extraFields.ts";
import { saveRecord } from "../../../main/records/save.ts";
import { removeRecord } from "../../../main/records/remove.ts";
import { getRecord } from "../../../main/records/readRecords.ts";
import { problemOf } from "../../support/problems.ts";
import { bench, projectList, takeBackOf } from "./bench.ts";
import { fileOf } from "./sheetFiles.ts";
import { sheetOf } from "./sheets.ts";

/** Rewards without any word on what they are for: two of them alike. */
const namelessRewards = (last = "8") =>
  fileOf("2012年奖补.xlsx", [
    sheetOf(
      [
        ["2012年度科技奖补资金兑现汇总表"],
        ["序号", "兑现企业", "奖补事项", "奖补金额（万元）", "兑现日期", "备注"],
        [1, "甲公司", "", 5, "2012-11-02", ""],
        [2, "甲公司", "", 5, "2012-11-02", ""],
        [3, "乙公司", "", last, "", "第二批"],
      ],
      [],
      "奖补",
    ),
  ]);

describe("staging and applying", () => {
  it("writes nothing to ledgers before it is applied, and everything with its source after", async () => {
    const keji = await bench();
    const staged = await keji.stage(projectList());
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
    await keji.import(projectList());
    const rows = await keji.database.read
      .selectFrom("sources")
      .selectAll()
      .where("ledger", "=", "organisations")
      .execute();
    expect(rows.map((row) => JSON.parse(row.raw).join(""))).toEqual(expect.arrayContaining(["甲公司", "乙公司"]));
  });

  it("knows the same file, and finds everything 相同", async () => {
    const keji = await bench();
    await keji.import(projectList());
    const again = await keji.import(projectList());
    expect(again).toMatchObject({
      batch: 2,
      knownAs: 1,
      counts: { added: 0, updated: 0, same: 2, twins: 0, stubs: 0 },
      preview: [],
    });
    const history = await keji.database.read.selectFrom("history").select("batch").execute();
    expect(history.every(({ batch }) => batch === 1)).toBe(true);
  });

  it("knows a row again that names nothing, when the same file comes twice", async () => {
    const keji = await bench();
    await keji.import(namelessRewards());
    const again = await keji.stage(namelessRewards());
    expect(again).toMatchObject({ knownAs: 1, counts: { added: 0, updated: 0, same: 3 } });
    await takeBackOf(keji, 1);
    expect(await keji.stage(namelessRewards())).toMatchObject({ counts: { added: 3 } });
  });

  it("adds such rows again where they come in another file, for nothing tells that they are the same", async () => {
    const keji = await bench();
    await keji.import(namelessRewards());
    expect(await keji.stage(namelessRewards("9"))).toMatchObject({ counts: { added: 3 } });
  });

  it("leaves a name alone that somebody corrected since the same file came", async () => {
    const keji = await bench();
    await keji.import(projectList());
    const wind = (await keji.projects()).find(({ title }) => title === "风电");
    const { version } = await getRecord(keji.database.read, "projects", wind?.id ?? "");
    const change = { ledger: "projects", id: wind?.id ?? "", version, values: { title: "风力发电" } };
    await keji.database.write((tx) =>
      saveRecord(tx, { at: keji.services.clock.now(), who: "张三", batch: null }, change),
    );
    expect(await keji.stage(projectList())).toMatchObject({ counts: { added: 0, updated: 0, same: 2 } });
  });

  it("makes one changed cell exactly one 更新", async () => {
    const keji = await bench();
    await keji.import(projectList());
    const changed = await keji.import(projectList("33"));
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
    await keji.import(projectList());
    expect(await takeBackOf(keji, 1)).toMatchObject({ batch: 1, kept: [] });
    expect(await keji.projects()).toEqual([]);
    expect(await listBatches(keji.database.read)).toMatchObject([{ id: 1, status: "takenBack" }]);
    expect((await problemOf(takeBackOf(keji, 1))).code).toBe("E-IMP-94");
    expect((await problemOf(takeBackOf(keji, 9))).code).toBe("E-IMP-95");
    const again = await keji.import(projectList());
    expect(again).toMatchObject({ batch: 2, counts: { added: 2, stubs: 2 } });
    expect(again.knownAs).toBeUndefined();
    expect(await keji.projects()).toHaveLength(2);
  });

  it("leaves faulty rows and twins out, and the others in", async () => {
    const keji = await bench();
    const report = await keji.import(
      projectList("23", [
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

describe("what a workbook holds beside the declared columns", () => {
  it("goes into the bureau's own columns where these bear its heading", async () => {
    const keji = await bench();
    await keji.database.write((tx) => addExtraField(tx, { ledger: "projects", label: "不认识的栏", kind: "text" }));
    const report = await keji.import(projectList());
    expect(report.tables[0]?.columns[8]).toMatchObject({ heading: "不认识的栏", ledger: "projects", field: "extra1" });
    const [project] = await keji.projects();
    const record = await getRecord(keji.database.read, "projects", project?.id ?? "");
    expect(record.extras).toEqual({ extra1: project?.title === "光伏" ? "x" : "y" });
    expect((await keji.import(projectList())).counts).toMatchObject({ same: 2, updated: 0 });
  });

  it("is kept as raw text where nothing bears it, and hidden sheets are named and left out", async () => {
    const keji = await bench();
    const file = projectList();
    const sheets = JSON.parse(new TextDecoder().decode(file.bytes)) as ReadSheet[];
    const hidden = sheets.map((sheet) => ({ ...sheet, name: "去年", hidden: true }));
    const report = await keji.import(fileOf(file.name, [...sheets, ...hidden]));
    expect(report.tables).toHaveLength(1);
    expect(report.troubles).toEqual([expect.objectContaining({ sheet: "去年", kind: "warning" })]);
    expect(report.tables[0]?.columns[8]).toMatchObject({ ledger: null, field: null, confidence: 0 });
    const sources = await keji.database.read
      .selectFrom("sources")
      .select("raw")
      .where("ledger", "=", "projects")
      .execute();
    expect(sources.map(({ raw }) => JSON.parse(raw)[8]).toSorted()).toEqual(["x", "y"]);
  });
});

describe("records that changed between staging and applying", () => {
  const byHand = (at: string) => ({ at, who: "张三", batch: null });

  it("updates what somebody entered meanwhile under the same number instead of adding it twice", async () => {
    const keji = await bench();
    const staged = await keji.stage(projectList());
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
    const staged = await keji.stage(projectList());
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
    await keji.import(projectList());
    const [a, b] = await keji.projects();
    const sun = a?.title === "光伏" ? a : b;
    const wind = a?.title === "光伏" ? b : a;
    const changed = projectList("33");
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

describe("a row that lacks its name", () => {
  it("goes in once a later row has told its number, whatever was decided of it", async () => {
    const keji = await bench();
    const list = fileOf("2012年项目.xlsx", [
      sheetOf([
        ["示例区2012年科技计划项目汇总表"],
        ["项目名称", "立项编号", "承担单位", "项目负责人"],
        ["", "2012A02", "甲公司", "张三"],
        ["风电", "2012A02", "甲公司", ""],
      ]),
    ]);
    const staged = await keji.stage(list);
    const { rows } = await listRows(keji.database.read, { batch: staged.batch ?? 0 });
    const nameless = rows.find(({ outcome }) => outcome === "invalid");
    const decision = { position: nameless?.position ?? -1, take: "asUnderstood" as const, values: { leader: "李四" } };
    await keji.database.write((tx) => decideRows(tx, staged.batch ?? 0, [decision]));
    await keji.apply(staged);
    const records = await keji.database.read.selectFrom("projects").select(["title", "leader"]).execute();
    expect(records).toEqual([{ title: "风电", leader: "李四" }]);
  });
});

describe("a row that waits", () => {
  it("speaks of the company that its new one turned out to be", async () => {
    const keji = await bench();
    const { database, services } = keji;
    const known = newId();
    const context = { at: services.clock.now(), who: "张三", batch: null };
    await database.write((tx) =>
      saveRecord(tx, context, { ledger: "organisations", id: null, newId: known, values: { name: "甲公司" } }),
    );
    await keji.import(projectList());
    const staged = await keji.stage(
      fileOf("2012年项目.xlsx", [
        sheetOf([
          ["示例区2012年科技计划项目汇总表"],
          ["项目名称", "立项编号", "承担单位"],
          ["光伏", "2012A01", "甲某公司"],
        ]),
      ]),
    );
    const batch = staged.batch ?? 0;
    const { rows } = await listRows(database.read, { batch });
    const positionOf = (ledger: string) => rows.find((row) => row.ledger === ledger)?.position ?? -1;
    await database.write((tx) =>
      decideRows(tx, batch, [
        { position: positionOf("organisations"), take: { same: known } },
        // Another project cannot have the number: it waits.
        { position: positionOf("projects"), take: "add" },
      ]),
    );
    expect((await keji.apply(staged)).counts).toMatchObject({ twins: 1, waiting: 1 });
    const [waiting] = await waitingRows(database.read);
    const decision = { position: waiting?.position ?? -1, take: "add" as const, values: { projectNo: "2012A09" } };
    await database.write((tx) => settleRow(tx, { at: services.clock.now(), who: "李四", batch }, batch, decision));
    const added = await database.read
      .selectFrom("projects")
      .select("undertaker")
      .where("projectNo", "=", "2012A09")
      .executeTakeFirst();
    expect(added).toEqual({ undertaker: known });
  });
});
