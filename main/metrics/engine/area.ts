import { sql } from "kysely";
import { type KnownField, type MetricContext, fieldsOf } from "./context.ts";
import type { Asked } from "./conditions.ts";
import type { Base } from "./base.ts";
import type { Sql } from "./sqlText.ts";

/** References from a record to its subdistrict, one after the other: [company, subdistrict]. Null where none leads there. */
export function pathToSubdistrict(context: MetricContext, ledger: string, depth = 0): KnownField[] | null {
  if (depth > 3) return null;
  const references = fieldsOf(context, ledger).filter((field) => field.kind === "reference");
  const own = references.find((field) => field.to === "subdistricts");
  if (own) return [own];
  const through = references.find((field) => field.to === "organisations") ?? references.find((field) => field.parent);
  if (!through || through.to === null || through.to === ledger) return null;
  const rest = pathToSubdistrict(context, through.to, depth + 1);
  return rest && [through, ...rest];
}

/** The condition that a record lies in a subdistrict; null where its ledger knows of none. */
export function askArea(base: Base, context: MetricContext, area: string): Asked | null {
  const path = pathToSubdistrict(context, base.ledger.name);
  if (!path) return null;
  const holds = base.column("area", () => {
    let value: Sql = sql`t.id`;
    let ledger = base.ledger.name;
    path.forEach((field, step) => {
      const alias = `a${step}`;
      value =
        step === 0
          ? sql.ref(`t.${field.name}`)
          : sql`(SELECT ${sql.ref(`${alias}.${field.name}`)} FROM ${sql.table(ledger)} AS ${sql.ref(alias)}
              WHERE ${sql.ref(`${alias}.id`)} = ${value})`;
      ledger = field.to ?? "";
    });
    return value;
  });
  return { holds: sql`${holds} = ${area}`, blank: "街道" };
}
