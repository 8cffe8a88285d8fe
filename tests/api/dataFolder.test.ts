import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { placeForData } from "../../main/api/dataFolder.ts";
import { openProgram } from "../../main/hosts/openProgram.ts";
import type { ProgramState, RecordPage } from "../../shared/api/api.ts";
import { call, emptyProgram } from "../support/program.ts";
import { temporaryFolder } from "../support/temporary.ts";

const organisation = { ledger: "organisations", id: null, version: 0, values: { name: "示例区测试有限公司" } };

describe("data folder", () => {
  it("moves whole to another folder and goes on there; the old file stays", async () => {
    const program = await emptyProgram();
    await call(program, "records", "save", organisation);
    const old = program.services.folder();
    const next = join(temporaryFolder(), "新家");
    expect(await call<ProgramState>(program, "program", "move", { folder: next })).toMatchObject({ folder: next });
    expect(existsSync(join(old, "keji.db"))).toBe(true);
    const page = await call<RecordPage>(program, "records", "list", { ledger: "organisations" });
    expect(page.total).toBe(1);
    // And back: the folder of before still holds what it held.
    expect(await call<ProgramState>(program, "program", "connect", { folder: old })).toMatchObject({ folder: old });
  });

  it("a folder that is refused changes nothing: the one open before stays open", async () => {
    const program = await emptyProgram();
    const other = await emptyProgram();
    const mine = program.services.folder();
    const taken = other.services.folder();
    const create = { name: "甲区", code: "370703", year: 2012, sample: false };
    for (const [method, input, code] of [
      ["create", { ...create, folder: taken }, "E-PRG-02"],
      ["create", create, "E-PRG-02"],
      ["move", { folder: taken }, "E-PRG-02"],
      ["connect", { folder: temporaryFolder() }, "E-DB-03"],
      ["connect", { folder: "科绩数据" }, "E-PRG-03"],
      // Held by the other program: the lock is the authority.
      ["connect", { folder: taken }, "E-DB-04"],
    ] as const) {
      expect(await program.dispatch("program", method, input)).toMatchObject({ ok: false, problem: { code } });
      expect(program.services.folder()).toBe(mine);
    }
    await call(program, "records", "save", organisation);
  });

  it("a first start that was cut short goes on in the same folder", async () => {
    const folder = join(temporaryFolder(), "数据");
    const begun = await openProgram({ host: "cli", folder });
    await begun.services.openFolder(folder, true);
    await begun.close();
    const program = await openProgram({ host: "cli", folder });
    const input = { name: "甲区", code: "370703", year: 2012, sample: false };
    expect(await call(program, "program", "create", input)).toMatchObject({ district: { name: "甲区" } });
    await program.close();
  });

  it("refuses places that are emptied behind people's backs, where the folder is remembered", () => {
    const services = { remembers: true, programFolder: "/opt/keji" };
    for (const folder of ["/opt/keji/resources/data", "/opt/keji", join(tmpdir(), "x")]) {
      expect(() => placeForData(services, folder)).toThrow(/不能放数据/);
    }
    expect(placeForData(services, "/home/a/科绩数据")).toBe("/home/a/科绩数据");
    expect(placeForData({ ...services, remembers: false }, join(tmpdir(), "x"))).toBe(join(tmpdir(), "x"));
  });
});
