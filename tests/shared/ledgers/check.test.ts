import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { builtInTerms, withOwnTerms } from "../../../shared/dictionaries/index.ts";
import type { Field, Value } from "../../../shared/fields/field.ts";
import { readCell, showValue } from "../../../shared/fields/index.ts";
import { checkRecord } from "../../../shared/ledgers/check.ts";
import { ledger, ledgerList } from "../../../shared/ledgers/index.ts";
import { anyRecord } from "../../support/anyRecord.ts";

/** Fields whose value is what a cell says; ids and hashes are not. */
function isWritten({ kind }: Field): boolean {
  return kind !== "reference" && kind !== "references" && kind !== "attachments";
}

describe.each(ledgerList.map((declaration) => ({ name: declaration.name, declaration })))(
  "$name",
  ({ declaration }) => {
    test("random records pass, and what is shown of them reads back", () => {
      fc.assert(
        fc.property(anyRecord(declaration), (record) => {
          const errors = checkRecord(declaration, record).filter(({ level }) => level === "error");
          expect(errors).toEqual([]);
          for (const [name, field] of Object.entries(declaration.fields)) {
            if (!isWritten(field)) continue;
            const value = record[name] ?? null;
            const back = readCell(field, { text: showValue(field, value), type: "text" }, builtInTerms);
            expect({ name, value: "doubt" in back ? back.doubt : back.value }).toEqual({ name, value });
          }
        }),
        { numRuns: 40 },
      );
    });

    test("without its required fields a record is refused, field by field", () => {
      const required = Object.entries(declaration.fields).filter(([, field]) => field.required);
      const missing = checkRecord(declaration, {}).filter(({ level }) => level === "error");
      expect(missing.map(({ field }) => field)).toEqual(required.map(([name]) => name));
    });
  },
);

function messages(name: Parameters<typeof ledger>[0], values: Record<string, Value | null>): string[] {
  return checkRecord(ledger(name), values).map(({ level, field }) => `${level} ${field}`);
}

describe("one check for both sides", () => {
  test("an unknown field is an error", () => {
    expect(messages("projects", { title: "示例", colour: "红" })).toEqual(["error colour"]);
    expect(messages("projects", { title: "示例", constructor: "红" })).toEqual(["error constructor"]);
  });
  test("a value of another kind is an error", () => {
    expect(messages("projects", { title: "示例", grantAmount: "423" })).toEqual(["error grantAmount"]);
    expect(messages("projects", { title: "示例", year: 12 })).toEqual(["error year"]);
    expect(messages("projects", { title: "示例", status: [{ stage: "飞升", date: null }] })).toEqual(["error status"]);
  });
  test("a wrong check digit or an unknown term is a warning only", () => {
    expect(messages("organisations", { name: "示例", creditCode: "91370703990000017X" })).toEqual([
      "warning creditCode",
    ]);
    expect(messages("projects", { title: "示例", plan: "火星计划" })).toEqual(["warning plan"]);
    const own = withOwnTerms({ plans: [{ term: "火星计划" }] });
    expect(checkRecord(ledger("projects"), { title: "示例", plan: "火星计划" }, own)).toEqual([]);
  });
  test("zero is a value and null is none", () => {
    expect(messages("policyRewards", { organisation: "x", amount: 0 })).toEqual([]);
    expect(messages("policyRewards", { organisation: "x", amount: null })).toEqual(["error amount"]);
  });
});

describe("rules", () => {
  test("a granted stage without a date", () => {
    const granted = (date: string | null) =>
      messages("highTechCertificates", { company: "x", status: [{ stage: "认定", date }] });
    expect(granted(null)).toEqual(["warning status"]);
    expect(granted("2012")).toEqual([]);
    expect(messages("highTechCertificates", { company: "x", status: [{ stage: "申报", date: null }] })).toEqual([]);
  });
  test("parts within their whole", () => {
    const project = (totalInvestment: number, grantAmount: number, selfRaised: number) =>
      messages("projects", { title: "示例", totalInvestment, grantAmount, selfRaised });
    expect(project(100, 60, 50)).toEqual(["warning grantAmount"]);
    expect(project(110, 60, 50)).toEqual([]);
    expect(messages("projects", { title: "示例", grantAmount: 10, paidAmount: 11 })).toEqual(["warning paidAmount"]);
  });
  test("dates in their order, as far as both say", () => {
    const agreement = (signedOn: string, endsOn: string) =>
      messages("collaborations", { company: "x", signedOn, endsOn });
    expect(agreement("2012-06", "2012-05-31")).toEqual(["warning endsOn"]);
    expect(agreement("2012-06", "2012")).toEqual([]);
    expect(agreement("2012-06-15", "2012-06")).toEqual([]);
    expect(agreement("2012-06", "2012-H1")).toEqual([]);
  });
  test("the year inside a certificate's number", () => {
    const certificate = (year: number) =>
      messages("highTechCertificates", { company: "x", certificateNo: "GR201237000123", year });
    expect(certificate(2012)).toEqual([]);
    expect(certificate(2013)).toEqual(["warning certificateNo"]);
  });
});
