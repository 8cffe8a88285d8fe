import { text } from "../fields/text.ts";
import type { Carried } from "./define.ts";

// Columns that ride along on most sheets with a company.

/** The company columns of a sheet whose records point at an organisation through `field`. */
export function companyColumns(field: string, more: readonly string[] = []): Carried {
  return {
    ledger: "organisations",
    link: { toCarried: field },
    fields: ["creditCode", "subdistrict", "contactPerson", "contactPhone", "industry", "aboveScale", ...more],
  };
}

/** Where the common keys of data/header_synonyms.json go on such a sheet. */
export function commonKeys(field: string): Readonly<Record<string, string>> {
  return {
    seq: "ignored",
    ent_name: field,
    uscc: "organisations.creditCode",
    subdistrict: "organisations.subdistrict",
    contact: "organisations.contactPerson",
    mobile: "organisations.contactPhone",
    remark: "remark",
  };
}

/** Common keys of a sheet without a company. */
export const serialAndRemark: Readonly<Record<string, string>> = {
  seq: "ignored",
  ent_name: "ignored",
  uscc: "ignored",
  subdistrict: "ignored",
  contact: "ignored",
  mobile: "ignored",
  remark: "remark",
};

export const remark = text({ label: "备注", long: true });
