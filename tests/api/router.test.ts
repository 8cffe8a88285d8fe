import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RecordPage, StoredRecord } from "../../shared/api/api.ts";
import { inputs } from "../../shared/api/inputs.ts";
import { call, emptyProgram } from "../support/program.ts";
import { temporaryFolder } from "../support/temporary.ts";

describe("router", () => {
  it("refuses what is not on the API page, inherited names among them", async () => {
    const program = await emptyProgram();
    for (const [area, method] of [
      ["records", "constructor"],
      ["__proto__", "toString"],
      ["records", "nothing"],
      ["nobody", "list"],
    ] as const) {
      const envelope = await program.dispatch(area, method, {});
      expect(envelope).toMatchObject({ ok: false, problem: { code: "E-API-01" } });
    }
  });

  it("refuses inputs of the wrong shape before any handler runs", async () => {
    const program = await emptyProgram();
    for (const input of [
      null,
      5,
      "x",
      [],
      { ledger: 1 },
      { ledger: "projects", extra: true },
      { ledger: "projects", limit: -1 },
    ]) {
      const envelope = await program.dispatch("records", "list", input);
      expect(envelope).toMatchObject({ ok: false, problem: { kind: "invalid", code: "E-API-02" } });
    }
  });

  it("takes no blank name, no day that is none, no definition of another shape", async () => {
    const program = await emptyProgram();
    const year = { from: "2012-01-01", to: "2012-12-31", asOf: "2012-12-31" };
    const own = { name: "own", label: "自定义", unit: "项", subject: "综合", kind: "sum", of: "projectGrants" };
    for (const [area, method, input] of [
      ["program", "setOperator", { operator: "　 " }],
      ["program", "addTerm", { dictionary: "levels", term: "  " }],
      ["program", "addExtraField", { ledger: "projects", label: " ", kind: "text" }],
      ["metrics", "values", { scope: { ...year, from: "2012-02-30" } }],
      ["metrics", "values", { scope: { ...year, to: "2011-12-31" } }],
      ["reports", "draft", { year: 2012, asOf: "2012-13-01" }],
      ["metrics", "save", { definition: own }],
    ] as const) {
      expect(await program.dispatch(area, method, input), method).toMatchObject({
        ok: false,
        problem: { code: "E-API-02" },
      });
    }
    expect(await call(program, "program", "setOperator", { operator: " 张三 " })).toMatchObject({ operator: "张三" });
  });

  it("answers every method of the page with an envelope, whatever it is given", async () => {
    const program = await emptyProgram();
    for (const [area, methods] of Object.entries(inputs)) {
      for (const name of Object.keys(methods)) {
        const envelope = await program.dispatch(area, name, { unexpected: 1 });
        expect(envelope, `${area}.${name}`).toMatchObject({ ok: false, problem: { code: "E-API-02" } });
      }
    }
  });

  it("says before first start that there are no data yet", async () => {
    const { openProgram } = await import("../../main/hosts/openProgram.ts");
    const program = await openProgram({ host: "cli", folder: temporaryFolder() });
    expect(await program.dispatch("records", "list", { ledger: "projects" })).toMatchObject({
      ok: false,
      problem: { code: "E-PRG-01" },
    });
    expect(await call(program, "program", "state")).toMatchObject({ district: null });
  });

  it("names the ledgers that a write changed, and none for a read", async () => {
    const program = await emptyProgram();
    const saved = await program.dispatch("records", "save", {
      ledger: "organisations",
      id: null,
      version: 0,
      values: { name: "示例区测试有限公司", kind: "企业" },
    });
    expect(saved).toMatchObject({ ok: true, changed: expect.arrayContaining(["organisations"]) });
    expect(await program.dispatch("records", "list", { ledger: "organisations" })).toMatchObject({
      ok: true,
      changed: [],
    });
  });

  it("names every ledger once another data folder is open", async () => {
    const program = await emptyProgram();
    const folder = join(temporaryFolder(), "另一处");
    const year = { name: "示例区", code: "370703", year: 2012, sample: false, folder };
    const made = await program.dispatch("program", "create", year);
    expect(made).toMatchObject({ ok: true, changed: expect.arrayContaining(["program", "organisations", "projects"]) });
    expect(await program.dispatch("program", "check", {})).toMatchObject({ ok: true, changed: [] });
  });

  it("stages nothing where one of the files is gone", async () => {
    const program = await emptyProgram();
    const bytes = Buffer.from("项目名称,立项年度,无偿资金（万元）\n示例项目,2012,30\n示例项目二,2012,40\n");
    const ticket = program.services.tickets.issue({ name: "2012年科技项目.csv", bytes });
    expect(await program.dispatch("importing", "stage", { tickets: [ticket, "gone"] })).toMatchObject({
      ok: false,
      problem: { code: "E-IMP-98" },
    });
    expect(await call(program, "importing", "batches")).toEqual([]);
    expect(await call(program, "importing", "stage", { tickets: [ticket] })).toMatchObject([{ ok: true }]);
    expect(await call(program, "importing", "batches")).toHaveLength(1);
  });

  it("leaves nothing of a write that fails", async () => {
    const program = await emptyProgram();
    const values = { name: "示例区测试有限公司", kind: "企业" };
    const { id, version } = await call<StoredRecord>(program, "records", "save", {
      ledger: "organisations",
      id: null,
      version: 0,
      values,
    });
    const stale = { ledger: "organisations", id, version: version + 7, values: { name: "改名" } };
    expect(await program.dispatch("records", "save", stale)).toMatchObject({
      ok: false,
      problem: { kind: "conflict" },
    });
    const page = await call<RecordPage>(program, "records", "list", { ledger: "organisations" });
    expect(page.records.map(({ values: stored }) => stored["name"])).toEqual(["示例区测试有限公司"]);
  });

  it("turns a fault into a number and never shows its stack", async () => {
    const program = await emptyProgram();
    const broken = {
      ...program.services,
      database: () => {
        throw new TypeError("secret detail");
      },
    };
    const { createRouter } = await import("../../main/api/router.ts");
    const envelope = await createRouter(broken)("records", "list", { ledger: "projects" });
    expect(envelope).toMatchObject({
      ok: false,
      problem: { kind: "fault", number: expect.stringMatching(/^F-\d{8}-\d{4}$/) },
    });
    expect(JSON.stringify(envelope)).not.toContain("secret detail");
  });
});
