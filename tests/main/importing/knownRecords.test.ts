import { expect, it } from "vitest";
import { identityKey, waysOf } from "../../../main/importing/knownRecords.ts";
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
