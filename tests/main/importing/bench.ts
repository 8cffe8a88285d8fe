import { onTestFinished } from "vitest";
import type { Database } from "../../../main/database/open.ts";
import { applyBatch } from "../../../main/importing/apply.ts";
import { stageFile, type FileToImport, type ImportServices } from "../../../main/importing/stage.ts";
import { takeBack } from "../../../main/importing/takeBack.ts";
import type { ImportReport } from "../../../shared/api/api.ts";
import { testDatabase } from "../../support/testDatabase.ts";
import { fileOf, servicesOf } from "./sheetFiles.ts";
import { sheetOf } from "./sheets.ts";

/** A list of two projects; `amount` stands in the second one's cell. */
export const projectList = (amount = "23", rows: (string | number | null)[][] = []) =>
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

export interface Bench {
  services: ImportServices;
  database: Database;
  stage(file: FileToImport): Promise<ImportReport>;
  apply(report: ImportReport): Promise<ImportReport>;
  import(file: FileToImport): Promise<ImportReport>;
  projects(): Promise<{ id: string; title: string; grantAmount: number | null }[]>;
}

/** An empty database with the importer in front of it. */
export async function bench(): Promise<Bench> {
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

export const takeBackOf = ({ database, services }: Bench, batch: number) =>
  database.write((tx) => takeBack(tx, { at: services.clock.now(), who: "李四", batch }, batch));
