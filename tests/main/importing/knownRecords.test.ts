import { expect, it } from "vitest";
import { identityKey, nameKey, waysOf } from "../../../main/importing/knownRecords.ts";
import { nameKey as freshNameKey } from "../../../shared/fields/nameKey.ts";
import { ledger } from "../../../shared/ledgers/index.ts";

it("a row without a bank's name is still somebody's loan: the same file again adds none", () => {
  const [way] = waysOf(ledger("technologyFinance"));
  if (way === undefined) throw new Error("loans are recognised by nothing");
  const key = (values: Parameters<typeof identityKey>[1]) => identityKey(way, values);
  const loan = { organisation: "a", financeKind: "科技贷款", amount: 300, date: "2012-03" };
  expect(key(loan)).not.toBeNull();
  expect(key({ ...loan, institution: "示例银行" })).not.toBe(key(loan));
  expect(key({ ...loan, organisation: null })).toBeNull();
});

it("the key of a simple name is the one that any name gets", () => {
  for (const name of [
    "示例海龙（集团）有限公司",
    "示例（有限责任公司）",
    "ABC科技12",
    "（",
    "示例有限责任公司",
    "甲 公司",
    "乙公司(集团)",
  ])
    expect(nameKey(name)).toBe(freshNameKey(name));
});
