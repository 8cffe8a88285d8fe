import type { ReadHandle, Tx } from "../database/open.ts";
import type { Values } from "../../shared/api/api.ts";
import { findDictionary } from "../../shared/dictionaries/index.ts";
import { type ExtraField, fieldOfExtra } from "../../shared/fields/extraField.ts";
import { checkValue } from "../../shared/fields/index.ts";
import type { Issue } from "../../shared/problems/problem.ts";
import { normal } from "./cells.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { refusedTerm } from "./problems.ts";

// Columns that a bureau adds to a ledger (扩展栏): defined here, their values in each record's `extras`.

/** In the order in which they were added. */
export async function extraFields(db: ReadHandle, ledger: string): Promise<ExtraField[]> {
  const rows = await db
    .selectFrom("extraFields")
    .selectAll()
    .where("ledger", "=", ledger)
    .orderBy("position")
    .execute();
  return rows.map(({ name, label, kind, dictionary }) => ({
    ledger,
    name,
    label,
    // Only addExtraField writes the column, from the closed set.
    kind: kind as ExtraField["kind"],
    ...(dictionary === null ? {} : { dictionary }),
  }));
}

/** Refuses (E-REC-09) a label that the ledger already has, and a dictionary that does not exist. */
export async function addExtraField(
  tx: Tx,
  { ledger, label, kind, dictionary }: Omit<ExtraField, "name">,
): Promise<ExtraField> {
  const { fields, title } = ledgerNamed(ledger);
  const known = await extraFields(tx, ledger);
  const labels = [...Object.values(fields), ...known].map((field) => field.label);
  if (labels.includes(label)) throw refusedTerm(`${title}已有“${label}”这一栏，没有添加。请换一个名称。`);
  if ((kind === "choice") !== (dictionary !== undefined)) {
    throw refusedTerm("选择栏须指明字典，其他栏不能有字典，没有添加。请改正后重试。");
  }
  if (dictionary !== undefined && findDictionary(dictionary) === undefined) {
    throw refusedTerm(`没有“${dictionary}”这个字典，没有添加。请另选字典。`);
  }
  // Never reused: nothing deletes a definition, and values lie under its name.
  const name = `extra${known.length + 1}`;
  await tx
    .insertInto("extraFields")
    .values({ ledger, name, label, kind, dictionary: dictionary ?? null, position: known.length })
    .execute();
  return { ledger, name, label, kind, ...(dictionary === undefined ? {} : { dictionary }) };
}

/** What `stored` becomes when `given` is laid over it; blank values are left out. Issues name unknown and unfit ones. */
export function mergeExtras(
  definitions: readonly ExtraField[],
  stored: Values,
  given: Values,
): { extras: Values; issues: Issue[] } {
  const extras: Values = { ...stored };
  const issues: Issue[] = [];
  for (const [name, raw] of Object.entries(given)) {
    const definition = definitions.find((extra) => extra.name === name);
    if (definition === undefined) {
      issues.push({ field: name, level: "error", message: `没有“${name.slice(0, 60)}”这个扩展栏` });
      continue;
    }
    const field = fieldOfExtra(definition);
    const value = normal(field, raw);
    if (value === null) {
      delete extras[name];
      continue;
    }
    const message = checkValue(field, value);
    if (message !== null) issues.push({ field: name, level: "error", message: `${definition.label}：${message}` });
    extras[name] = value;
  }
  return { extras, issues };
}
