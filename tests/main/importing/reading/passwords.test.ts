import { afterAll, describe, expect, test } from "vitest";
import { closeIdleReader } from "../../../../main/importing/reading/readerPool.ts";
import { readWorkbook } from "../../../../main/importing/reading/readWorkbook.ts";
import { biffStream, cells, sharedStrings } from "../../../support/biff.ts";
import { agileLocked, biffLocked, endlesslySpun, everybodysPassword, filePassRoom, standardLocked } from "./locked.ts";
import { cellsHere, refusalHere } from "./readHere.ts";
import { tinySheet } from "./tinyWorkbook.ts";
import { slowdown } from "../../../support/slowdown.ts";

afterAll(closeIdleReader);

const open = tinySheet(`<row><c t="str"><v>${"甲".repeat(3_000)}</v></c><c><v>1</v></c></row>`);
const old = (cipher: "xor" | "rc4" | "cryptoApi", password: string): Buffer => {
  const texts = Array.from({ length: 40 }, (_, at) => `企业${at}${"长".repeat(20)}`);
  const globals = [filePassRoom(cipher), sharedStrings(texts)];
  const sheet = texts.map((_, at) => cells.shared(at, 0, at));
  return biffLocked(biffStream({ sheets: [sheet, []], globals }), cipher, password);
};

const kinds: Record<string, (password: string) => Buffer> = {
  agile: (password) => agileLocked(open, password),
  standard: (password) => standardLocked(open, password),
  "XOR of .xls": (password) => old("xor", password),
  "RC4 of .xls": (password) => old("rc4", password),
  "RC4 CryptoAPI of .xls": (password) => old("cryptoApi", password),
};

describe.each(Object.entries(kinds))("%s", (_kind, lock) => {
  test("the password that every program tries opens without a question", async () => {
    const texts = await cellsHere(lock(everybodysPassword));
    expect(texts.join()).toMatch(/甲甲甲|企业39长/u);
  });

  test("another one is asked for, and a wrong one is told apart", async () => {
    const bytes = lock("口令 1");
    const read = (password?: string) => readWorkbook({ name: "锁.xlsx", bytes, password });
    expect(await read()).toMatchObject({ ok: false, code: "E-IMP-14", needsPassword: true });
    const wrong = await read("口令 2");
    expect(wrong).toMatchObject({ ok: false, code: "E-IMP-22", needsPassword: true });
    expect(JSON.stringify(wrong)).not.toContain("口令 2");
    expect(await read("口令 1")).toMatchObject({ ok: true });
  });
});

test("a file that would keep the reader trying is refused at once", async () => {
  const started = performance.now();
  expect((await refusalHere(endlesslySpun(open))).code).toBe("E-IMP-23");
  expect(performance.now() - started).toBeLessThan(2_000 * slowdown());
});
