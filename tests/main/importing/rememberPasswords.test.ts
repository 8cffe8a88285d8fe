import { expect, it } from "vitest";
import { rememberingPasswords } from "../../../main/importing/rememberPasswords.ts";
import type { ReadResult } from "../../../main/importing/reading/readWorkbook.ts";

const locked = { name: "锁.xlsx", bytes: new TextEncoder().encode("locked") };

it("opens a workbook again with the password that opened it, and no other workbook", async () => {
  const asked: (string | undefined)[] = [];
  const read = rememberingPasswords(async ({ password }): Promise<ReadResult> => {
    asked.push(password);
    return password === "对"
      ? { ok: true, workbook: { kind: "xlsx", notes: [], sheets: [] } }
      : { ok: false, code: password === undefined ? "E-IMP-14" : "E-IMP-22", message: "", needsPassword: true };
  });
  expect(await read(locked)).toMatchObject({ ok: false });
  expect(await read({ ...locked, password: "错" })).toMatchObject({ ok: false, code: "E-IMP-22" });
  expect(await read(locked)).toMatchObject({ ok: false, code: "E-IMP-14" });
  expect(await read({ ...locked, password: "对" })).toMatchObject({ ok: true });
  expect(await read(locked)).toMatchObject({ ok: true });
  expect(await read({ ...locked, bytes: new Uint8Array([1]) })).toMatchObject({ ok: false });
  expect(asked).toEqual([undefined, "错", undefined, "对", undefined, "对", undefined]);
});
