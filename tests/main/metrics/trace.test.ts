import { expect, it } from "vitest";
import { builtInMetrics } from "../../../main/metrics/catalogue/index.ts";
import { traceMetric } from "../../../main/metrics/trace.ts";
import { yearScope } from "../../../shared/metrics/scope.ts";
import { fill, openMemory } from "./memory.ts";

it("leads from the figure to the cell of every value, and to the person who typed one over", async () => {
  const db = await openMemory();
  const at = "2012-12-31T08:00:00.000Z";
  await fill(db, "organisations", [{ id: "o", name: "示例精工机械有限公司" }]);
  const status = [{ stage: "立项", date: "2012-05-08" }];
  const values = { title: "示例项目", undertaker: "o", level: "国家级", grantAmount: 400_000_000, status };
  await fill(db, "projects", [{ id: "p", ...values }]);
  const batch = {
    id: 1,
    at,
    who: "导入",
    fileHash: "h",
    fileName: "项目.xlsx",
    status: "applied",
    takenBackAt: null,
    report: "{}",
  } as const;
  await db.insertInto("batches").values(batch).execute();
  const columns = [
    { column: 2, heading: "项目名称", ledger: "projects", field: "title", confidence: 1 },
    { column: 4, heading: "立项经费（万元）", ledger: "projects", field: "grantAmount", unit: "万元", confidence: 1 },
  ];
  await db
    .insertInto("batchTables")
    .values({
      id: 1,
      batch: 1,
      position: 0,
      sheet: "国家级",
      ledger: "projects",
      headerRows: "[3]",
      firstRow: 4,
      lastRow: 9,
      columns: JSON.stringify(columns),
    })
    .execute();
  const raw = JSON.stringify(["示例项目", "400万"]);
  await db
    .insertInto("sources")
    .values({ batch: 1, batchTable: 1, ledger: "projects", record: "p", row: 5, raw })
    .execute();
  const change = { at, ledger: "projects", record: "p" };
  await db
    .insertInto("history")
    .values([
      {
        ...change,
        batch: 1,
        who: "导入",
        before: null,
        after: JSON.stringify({ title: "示例项目", grantAmount: 400_000_000, status }),
      },
      {
        ...change,
        batch: null,
        who: "示例甲",
        before: JSON.stringify({ level: null }),
        after: JSON.stringify({ level: "国家级" }),
      },
    ])
    .execute();

  const trace = await traceMetric(db, builtInMetrics, "projectGrants", yearScope(2012));
  expect(trace).toMatchObject({
    metric: "projectGrants",
    label: "争取上级无偿资金",
    value: 400,
    unit: "万元",
    folded: "grantAmount",
  });
  expect(trace.records.map(({ ledger, id, title }) => ({ ledger, id, title }))).toEqual([
    { ledger: "projects", id: "p", title: "示例项目" },
  ]);
  const traced = Object.fromEntries(
    trace.records.flatMap((record) => record.values.map((value) => [value.field, value])),
  );
  expect(traced["grantAmount"]).toMatchObject({
    label: "立项经费",
    source: { file: "项目.xlsx", sheet: "国家级", cell: "D5", raw: "400万", batch: 1 },
  });
  expect(traced["level"]).toEqual({
    field: "level",
    label: "级别",
    value: "国家级",
    source: { manual: true, by: "示例甲", at },
  });
  expect(traced["undertaker"]).toMatchObject({ value: "示例精工机械有限公司" });
  expect(Object.keys(traced)).not.toContain("fundingMode");
  await db.destroy();
});
