/** Run by crashedImport.test.ts: imports file after file until it is killed, and says on stdout where it is. */
import { writeSync } from "node:fs";
import { openDatabase } from "../../../main/database/open.ts";
import { applyBatch } from "../../../main/importing/apply.ts";
import { stageFile } from "../../../main/importing/stage.ts";
import { fileOf, servicesOf } from "./sheetFiles.ts";
import { sheetOf } from "./sheets.ts";

const [file = "", size = "0"] = process.argv.slice(2);
const database = await openDatabase(file, { create: false });
const services = servicesOf(database);
for (let turn = 1; ; turn++) {
  const rows = Array.from({ length: Number(size) }, (_none, at) => [
    `第${turn}批${at}`,
    `公司${at}`,
    at + 1,
    String(turn),
  ]);
  const title = ["示例区2012年科技计划项目汇总表"];
  const heading = ["项目名称", "承担单位", "无偿资金（万元）", "项目负责人"];
  writeSync(1, `staging ${turn}\n`);
  const report = await stageFile(services, fileOf(`2012年科技项目${turn}.xlsx`, [sheetOf([title, heading, ...rows])]));
  const batch = report.batch ?? 0;
  writeSync(1, `applying ${turn}\n`);
  await database.write((tx) => applyBatch(tx, { at: services.clock.now(), who: "李四", batch }, batch));
  writeSync(1, `applied ${batch}\n`);
}
