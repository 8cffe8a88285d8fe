import { type RawBuilder, sql } from "kysely";
import { firstDay, startOf } from "../database/dates.ts";
import { commonColumns } from "./ledgerPlan.ts";
import { type ExtraField, fieldOfExtra } from "../../shared/fields/extraField.ts";
import type { Field, StagesField } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { noField } from "./problems.ts";

// A field as SQL over one row `t` of its ledger's table.

export interface ColumnSql {
  readonly kind: Field["kind"] | "own";
  /** The stored value; for stages the place of the current one in the flow, 1 being the first, NULL for none. */
  readonly value: RawBuilder<string | number | null>;
  readonly field: Field | null;
}

/** A declared field, an extra one, or one of the columns that every record has. Throws E-REC-07 for any other name. */
export function columnSql(declaration: LedgerDeclaration, extras: readonly ExtraField[], name: string): ColumnSql {
  const field = Object.hasOwn(declaration.fields, name) ? declaration.fields[name] : undefined;
  if (field?.kind === "stages") return { kind: "stages", value: currentRank(declaration.name, field), field };
  if (field !== undefined) return { kind: field.kind, value: sql.ref(`t.${name}`), field };
  const extra = extras.find((one) => one.name === name);
  if (extra !== undefined) {
    const made = fieldOfExtra(extra);
    return { kind: made.kind, value: sql`json_extract(t.extras, ${`$."${extra.name}"`})`, field: made };
  }
  if (commonColumns.some((column) => column === name && column !== "extras")) {
    return { kind: "own", value: sql.ref(`t.${name}`), field: null };
  }
  throw noField(declaration.title, name);
}

/**
 * The place in the flow of the stage where the record stands by all that is known: the latest by (last day, place),
 * unless an entry without a date stands later in the flow. Metrics ask the same for any day.
 */
function currentRank(ledger: string, { flow }: StagesField): RawBuilder<number | null> {
  const ranks = flow.map(({ stage }, index) => sql`WHEN ${stage} THEN ${sql.lit(index + 1)}`);
  return sql`(SELECT max(coalesce(CAST(substr(dated, 11) AS INTEGER), 0), undated) FROM (
    SELECT max(dateTo || printf('%02d', rank)) AS dated,
      max(CASE WHEN dateTo IS NULL THEN rank ELSE 0 END) AS undated, count(*) AS entries
    FROM (SELECT s.dateTo, CASE s.stage ${sql.join(ranks, sql` `)} ELSE 0 END AS rank FROM stages AS s WHERE s.ledger = ${ledger} AND s.record = t.id)
  ) WHERE entries > 0)`;
}

/** What sorting compares: dates by their first day, so that 2012 stands with 2012-01-01. */
export function sortSql({ kind, value }: ColumnSql, titleOfTarget: RawBuilder<unknown> | null): RawBuilder<unknown> {
  if (titleOfTarget !== null) return titleOfTarget;
  // The cast of meaning is in the kind: dates and periods are texts.
  if (kind === "date") return firstDay(value as RawBuilder<string | null>);
  if (kind === "period") return firstDay(startOf(value as RawBuilder<string | null>));
  return value;
}
