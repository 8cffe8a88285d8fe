import { describe, expect, it } from "vitest";
import type { Program } from "../../../main/hosts/openProgram.ts";
import type { ImportReport, RecordPage, StagedRow, StoredRecord, Values } from "../../../shared/api/api.ts";
import { call, emptyProgram } from "../../support/program.ts";

// A new name that may be a stored organisation's is proposed, and goes in as it stands.

async function save(program: Program, ledger: string, values: Values): Promise<string> {
  const input = { ledger, id: null, version: 0, values };
  return (await call<StoredRecord>(program, "records", "save", input)).id;
}

async function stage(program: Program, name: string, lines: readonly string[]) {
  const ticket = program.services.tickets.issue({ name, bytes: Buffer.from(`${lines.join("\n")}\n`) });
  const [report] = await call<ImportReport[]>(program, "importing", "stage", { tickets: [ticket] });
  const batch = report?.batch ?? 0;
  const { rows } = await call<{ rows: StagedRow[] }>(program, "importing", "rows", { batch });
  return { batch, report, rows };
}
const organisations = (rows: readonly StagedRow[]) => rows.filter(({ ledger }) => ledger === "organisations");
const list = ["企业名称,统一社会信用代码", "圆友重工科技有限公司,", "青岛海龙机械有限公司,"];
const projects = ["项目名称,承担单位,立项年度", "项目甲,潍坊圆友重工有限公司,2012", "项目乙,潍坊圆友重工有限公司,2012"];

describe("a new organisation's name that is like a stored one's", () => {
  it("is proposed with score and reason, warned of once, and goes in as a new one", async () => {
    const program = await emptyProgram();
    const id = await save(program, "organisations", { name: "潍坊圆友重工科技有限公司" });
    await save(program, "organisations", { name: "潍坊海龙机械有限公司" });
    const { batch, report, rows } = await stage(program, "企业名单.csv", list);
    const [near, other] = organisations(rows);
    expect(near).toMatchObject({ outcome: "added", title: "圆友重工科技有限公司" });
    expect(near?.candidates).toEqual([expect.objectContaining({ id, score: 0.96, why: "只差地名" })]);
    // Two cities' companies are two.
    expect(other?.candidates).toEqual([]);
    const said = report?.troubles.filter(({ message }) => message.includes("可能是同一家"));
    expect(said).toEqual([expect.objectContaining({ cell: "A2", kind: "warning" })]);
    await call(program, "importing", "apply", { batch });
    const { total } = await call<RecordPage>(program, "records", "list", { ledger: "organisations" });
    expect(total).toBe(4);
  });

  it("is proposed for a company that a row only names, at that cell", async () => {
    const program = await emptyProgram();
    const id = await save(program, "organisations", { name: "圆友重工科技有限公司" });
    await save(program, "organisations", { name: "圆友集团" });
    const { rows } = await stage(program, "2012年科技项目.csv", projects);
    const stubs = organisations(rows);
    expect(stubs).toHaveLength(1);
    expect(stubs[0]?.candidates.map((one) => one.title)).toEqual(["圆友重工科技有限公司", "圆友集团"]);
    expect(stubs[0]?.candidates[0]?.id).toBe(id);
    expect(rows.filter(({ ledger, outcome }) => ledger === "projects" && outcome === "added")).toHaveLength(2);
  });

  it("is not proposed again once somebody has said that it is another", async () => {
    const program = await emptyProgram();
    const a = await save(program, "organisations", { name: "潍坊圆友重工科技有限公司" });
    const b = await save(program, "organisations", { name: "圆友重工科技有限公司" });
    await call(program, "companies", "notSame", { ids: [a, b] });
    await call(program, "records", "remove", { ledger: "organisations", id: b, version: 1 });
    const { report, rows } = await stage(program, "企业名单.csv", list);
    expect(organisations(rows).flatMap(({ candidates }) => candidates)).toEqual([]);
    expect(report?.troubles.filter(({ message }) => message.includes("可能是同一家"))).toEqual([]);
  });

  it("asks nothing of a first list, however alike its names are", async () => {
    const program = await emptyProgram();
    const names = Array.from({ length: 300 }, (_, at) => `圆友${"甲乙丙丁戊己庚辛壬癸"[at % 10]}${at}机械有限公司,`);
    const { rows, report } = await stage(program, "企业名单.csv", [list[0] ?? "", ...names]);
    expect(organisations(rows).flatMap(({ candidates }) => candidates)).toEqual([]);
    expect(report?.counts).toMatchObject({ added: 300, twins: 0 });
  });
});
