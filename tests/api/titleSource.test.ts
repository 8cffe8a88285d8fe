import { expect, it } from "vitest";
import type { ImportReport, RecordPage, SheetView, ValueSource } from "../../shared/api/api.ts";
import { call, emptyProgram } from "../support/program.ts";

it("what only the title of a sheet says is traced to the title's cell, and what a row says to its own", async () => {
  const program = await emptyProgram();
  const lines = [
    "2023年新认定市级工程技术研究中心名单",
    "示例区科学技术局",
    "平台名称,依托单位,级别",
    "高效水泵中心,甲公司,",
    "轻质材料中心,乙公司,省级",
  ];
  const bytes = Buffer.from(`\uFEFF${lines.join("\n")}`);
  const ticket = program.services.tickets.issue({ name: "名单.csv", bytes });
  const [report] = await call<ImportReport[]>(program, "importing", "stage", { tickets: [ticket] });
  await call(program, "importing", "apply", { batch: report?.batch });
  const { records } = await call<RecordPage>(program, "records", "list", { ledger: "platforms" });
  const sourcesOf = async (name: string) => {
    const id = records.find(({ values }) => values["name"] === name)?.id;
    return await call<Record<string, ValueSource>>(program, "records", "sources", { ledger: "platforms", id });
  };
  const title = { kind: "cell", cell: "A1", raw: lines[0] };
  const first = await sourcesOf("高效水泵中心");
  expect(first).toMatchObject({ type: title, level: title, status: title, name: { cell: "A4" } });
  expect(await sourcesOf("轻质材料中心")).toMatchObject({ type: title, level: { cell: "C5", raw: "省级" } });
  const { fileHash, sheet, cell } = first["type"] as Extract<ValueSource, { kind: "cell" }>;
  const view = await call<SheetView>(program, "importing", "sheetView", { fileHash, sheet, cell });
  expect(view.marked).toEqual({ row: 1, column: 1 });
});
