import { sql } from "kysely";
import type { Condition } from "../../../shared/metrics/definition.ts";
import { type KnownField, type MetricContext, findField } from "./context.ts";
import { stored, valueColumn } from "./columns.ts";
import { termsFrom, withOwnTerms } from "./terms.ts";
import { type Sql, among } from "./sqlText.ts";
import type { Base } from "./base.ts";

/** A condition in three values: NULL where the field is blank, so that nobody knows. `blank` names what is missing. */
export interface Asked {
  readonly holds: Sql;
  readonly blank: string;
  /** A blank field counts all the same, with a reserve. */
  readonly blankCounts?: boolean;
}

/** A metric's condition on a record of the base, the level being that of the day. */
export function askCondition(base: Base, context: MetricContext, condition: Condition, asOf: string): Asked {
  if (!("through" in condition)) {
    const field = known(context, base.ledger.name, condition.field);
    const value = valueColumn(base, context, field, asOf);
    return { holds: holds(context, value, field, condition), blank: field.label, blankCounts: countsBlank(condition) };
  }
  const reference = known(context, base.ledger.name, condition.through);
  const value = valueColumn(base, context, reference, asOf);
  const { test, blank } = askThrough(context, value, reference, condition.where, 1);
  return { holds: test, blank, blankCounts: countsBlank(condition) };
}

function countsBlank(condition: Condition): boolean {
  if ("through" in condition) return countsBlank(condition.where);
  return "blank" in condition && condition.blank === "counts";
}

/** The condition on the record that a reference points at: NULL where there is none, or where it says nothing. */
function askThrough(
  context: MetricContext,
  value: Sql,
  reference: KnownField,
  where: Condition,
  depth: number,
): { test: Sql; blank: string } {
  const ledger = reference.to ?? "";
  const alias = `r${depth}`;
  let test: Sql;
  let blank: string;
  if ("through" in where) {
    const next = known(context, ledger, where.through);
    ({ test, blank } = askThrough(context, stored(alias, next), next, where.where, depth + 1));
  } else {
    const field = known(context, ledger, where.field);
    test = holds(context, stored(alias, field), field, where);
    blank = `${reference.label}的${field.label}`;
  }
  return {
    test: sql`(SELECT ${test} FROM ${sql.table(ledger)} AS ${sql.ref(alias)}
      WHERE ${sql.ref(`${alias}.id`)} = ${value} AND ${sql.ref(`${alias}.deletedAt`)} IS NULL)`,
    blank,
  };
}

type Plain = Exclude<Condition, { through: string }>;

function holds(context: MetricContext, value: Sql, field: KnownField, condition: Plain): Sql {
  if ("filled" in condition) return condition.filled ? sql`(${value} IS NOT NULL)` : sql`(${value} IS NULL)`;
  const listed = accepted(context, field, condition);
  if (field.kind === "choices" || field.kind === "references") {
    const one = sql`EXISTS (SELECT 1 FROM json_each(${value}) AS j WHERE ${among(sql.ref("j.value"), listed)})`;
    return sql`CASE WHEN ${value} IS NOT NULL THEN ${"notIn" in condition ? sql`NOT ${one}` : one} END`;
  }
  const one = among(value, listed);
  return "notIn" in condition ? sql`NOT (${one})` : one;
}

/** The stored values that the condition names: terms with the bureau's own beside them, yes and no as 1 and 0. */
function accepted(
  context: MetricContext,
  field: KnownField,
  condition: Exclude<Plain, { filled: boolean }>,
): (string | number)[] {
  const dictionary = field.dictionary;
  if ("atLeast" in condition) return dictionary === null ? [] : termsFrom(context, dictionary, condition.atLeast);
  const values = "in" in condition ? condition.in : condition.notIn;
  if (dictionary !== null) return withOwnTerms(context, dictionary, values.map(String));
  return values.map((value) => (typeof value === "boolean" ? Number(value) : value));
}

function known(context: MetricContext, ledger: string, name: string): KnownField {
  const field = findField(context, ledger, name);
  if (!field) throw new TypeError(`${ledger} has no field ${name}`);
  return field;
}
