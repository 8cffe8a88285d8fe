import { describe, expect, it } from "vitest";
import type { Database } from "../../../main/database/open.ts";
import { discardBatch, listBatches } from "../../../main/importing/batches.ts";
import { sheetView } from "../../../main/importing/sheetView.ts";
import { stageFile } from "../../../main/importing/stage.ts";
import type { ImportReport } from "../../../shared/api/api.ts";
import { problemOf } from "../../support/problems.ts";
import { bench, projectList } from "./bench.ts";
import { fileOf, readSheets } from "./sheetFiles.ts";
import { sheetOf } from "./sheets.ts";

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
    await keji.stage(projectList());
    await keji.database.write((tx) => discardBatch(tx, 1));
    expect(await listBatches(keji.database.read)).toEqual([]);
    for (const table of ["stagedRows", "files", "batchTables"] as const) {
      expect(await keji.database.read.selectFrom(table).selectAll().execute()).toEqual([]);
    }
    expect((await problemOf(keji.database.write((tx) => discardBatch(tx, 1)))).code).toBe("E-IMP-96");
    await keji.import(projectList());
    await keji.stage(projectList());
    await keji.database.write((tx) => discardBatch(tx, 3));
    expect(await keji.database.read.selectFrom("files").selectAll().execute()).toHaveLength(1);
  });

  it("applies only staged batches, and only once", async () => {
    const keji = await bench();
    const staged = await keji.stage(projectList());
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
    await expect(stageFile({ ...keji.services, database: dying }, projectList())).rejects.toThrow("power cut");
    expect(await listBatches(keji.database.read)).toEqual([]);
    expect((await problemOf(keji.apply({ batch: 1 } as ImportReport))).code).toBe("E-IMP-96");
    const staged = await keji.stage(projectList());
    const rows = await keji.database.read.selectFrom("stagedRows").select("batch").execute();
    expect(new Set(rows.map(({ batch }) => batch))).toEqual(new Set([staged.batch]));
  });

  it("stages two files asked for at once one after the other", async () => {
    const keji = await bench();
    const reports = await Promise.all([keji.stage(projectList()), keji.stage(projectList("33"))]);
    expect(reports.map(({ batch }) => batch)).toEqual([1, 2]);
    const rows = await keji.database.read.selectFrom("stagedRows").select("batch").execute();
    expect(rows.filter(({ batch }) => batch === 1).length).toBe(rows.filter(({ batch }) => batch === 2).length);
    expect(await listBatches(keji.database.read)).toHaveLength(2);
    for (const report of reports) await keji.apply(report);
    expect((await keji.projects()).map(({ grantAmount }) => grantAmount).toSorted()).toEqual([33_000_000, 400_000_000]);
  });

  it("shows the stored original around a cell", async () => {
    const keji = await bench();
    const { fileHash } = await keji.import(projectList());
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
