import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { placeForData } from "../../main/api/dataFolder.ts";
import { systemClock } from "../../main/platform/clock.ts";
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
    expect(readdirSync(next).sort()).toEqual(["keji.db", "keji.db-wal", "owner.lock"]);
    const page = await call<RecordPage>(program, "records", "list", { ledger: "organisations" });
    expect(page.total).toBe(1);
    // To where it is already: nothing to do, and no quarrel with its own lock.
    expect(await call<ProgramState>(program, "program", "connect", { folder: next })).toMatchObject({ folder: next });
    // And back: the folder of before still holds what it held.
    expect(await call<ProgramState>(program, "program", "connect", { folder: old })).toMatchObject({ folder: old });
  });

  it("does not move away from what is saved meanwhile", async () => {
    let meanwhile = (): void => undefined;
    const now = (): string => {
      // Asked for as the copy begins; the copy itself is made at once, its check takes several turns.
      setImmediate(meanwhile);
      return systemClock.now();
    };
    const program = await emptyProgram({ clock: { ...systemClock, now } });
    const next = join(temporaryFolder(), "新家");
    const saved = new Promise((resolve) => {
      meanwhile = () => {
        meanwhile = () => undefined;
        resolve(call(program, "records", "save", organisation));
      };
    });
    expect(await program.dispatch("program", "move", { folder: next })).toMatchObject({
      ok: false,
      problem: { code: "E-PRG-07" },
    });
    await saved;
    expect(existsSync(join(next, "keji.db"))).toBe(false);
    const page = await call<RecordPage>(program, "records", "list", { ledger: "organisations" });
    expect(page.total).toBe(1);
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

  it("a place that takes no files is refused in words, and stays unopened", async () => {
    const text = join(temporaryFolder(), "text");
    writeFileSync(text, "not a folder");
    const program = await openProgram({ host: "cli", folder: join(text, "数据") });
    const create = { name: "甲区", code: "370703", year: 2012, sample: false };
    expect(await program.dispatch("program", "create", create)).toMatchObject({ problem: { code: "E-DB-07" } });
    expect(await call(program, "program", "state")).toMatchObject({ district: null });
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

  it("says that last time's data are not where they were, and makes nothing there", async () => {
    const folder = join(temporaryFolder(), "不在了");
    const program = await openProgram({ host: "loopback", folder, remember: true });
    expect(await call(program, "program", "state")).toMatchObject({ district: null, lostFolder: folder });
    expect(existsSync(folder)).toBe(false);
    const first = await openProgram({ host: "loopback", folder: null, remember: true });
    expect(await call(first, "program", "state")).toMatchObject({ lostFolder: null });
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
