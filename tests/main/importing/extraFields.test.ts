import { expect, it } from "vitest";
import type { ImportReport, RecordPage } from "../../../shared/api/api.ts";
import type { ExtraField } from "../../../shared/fields/extraField.ts";
import type { MetricDefinition, MetricValue } from "../../../shared/metrics/definition.ts";
import { yearScope } from "../../../shared/metrics/scope.ts";
import { call, emptyProgram } from "../../support/program.ts";

it("an extra field is imported, shown before it changes, filtered by, exported and measured", async () => {
  const program = await emptyProgram();
  const add = (label: string, kind: string) =>
    call<ExtraField[]>(program, "program", "addExtraField", { ledger: "projects", label, kind });
  await add("配套金额", "money");
  const [amount, kind] = (await add("示范类别", "text")).map(({ name }) => name);
  const stage = async (money: string, word: string): Promise<ImportReport> => {
    const text = `项目名称,承担单位,立项时间,配套金额（万元）,示范类别\n示例泵,甲公司,2012-05,${money},${word}\n`;
    const ticket = program.services.tickets.issue({ name: "项目.csv", bytes: Buffer.from(text) });
    const [report] = await call<ImportReport[]>(program, "importing", "stage", {
      tickets: [ticket],
      ledger: "projects",
    });
    if (report === undefined) throw new Error("no report");
    return report;
  };
  await call(program, "importing", "apply", { batch: (await stage("2.5", "甲类")).batch });

  const changed = await stage("3", "甲类");
  expect(changed.counts).toMatchObject({ added: 0, updated: 1 });
  expect(changed.preview[0]?.fields).toEqual([
    { field: amount, label: "配套金额", before: "25000元", after: "30000元" },
  ]);
  await call(program, "importing", "apply", { batch: changed.batch });

  const filter = [{ field: kind, in: ["甲类"] }];
  const { records } = await call<RecordPage>(program, "records", "list", { ledger: "projects", filter });
  expect(records.map(({ extras }) => extras)).toEqual([{ [amount ?? ""]: 3_000_000, [kind ?? ""]: "甲类" }]);

  const { ticket } = await call<{ ticket: string }>(program, "files", "exportLedger", { ledger: "projects" });
  const [again] = await call<ImportReport[]>(program, "importing", "stage", { tickets: [ticket] });
  expect(again?.counts).toMatchObject({ added: 0, updated: 0, same: 1, doubts: 0 });

  const definition = {
    kind: "records",
    subject: "项目资金",
    ledger: "projects",
    name: "ownMatched",
    label: "甲类项目配套金额",
    unit: "万元",
    where: [{ field: kind ?? "", in: ["甲类"] }],
    window: { kind: "flow", on: { stage: "granted" } },
    fold: { kind: "sum", field: amount ?? "" },
  } satisfies MetricDefinition;
  await call(program, "metrics", "save", { definition });
  const asked = { scope: yearScope(2012), names: ["ownMatched"] };
  const [measured] = await call<{ now: MetricValue }[]>(program, "metrics", "values", asked);
  expect(measured?.now).toMatchObject({ value: 3, records: [{ ledger: "projects" }] });
});
