import { sql } from "kysely";
import type { Phase, StagesField } from "../../../shared/fields/field.ts";
import { type MetricContext, findField } from "./context.ts";
import { type Sql, among, amongRanks } from "./sqlText.ts";
import { isGrant, namesOf, ranksOf, stagesOf } from "./stages.ts";
import { type Base, rankOf } from "./base.ts";
import { dayColumns } from "./columns.ts";

/**
 * When a record counts, as conditions on the base, none of which is ever NULL. `certain` implies `possible`; a record
 * that is possible but not certain is left out and reported.
 */
export interface Timing {
  readonly certain: Sql;
  readonly possible: Sql;
  /** What is to be said of a record that counts. */
  readonly reserves?: readonly { readonly reason: string; readonly when: Sql }[];
  /** The record has no stages at all, so nobody said where it stands. */
  readonly unstaged?: Sql;
}

/**
 * The records that stand in a phase (or in one of the named stages) on the as-of day. A record stands in its latest entry
 * that has surely happened by then (dateTo ≤ day). Where dates are too coarse to tell which came last, the flow tells:
 * 申报 2012 and 认定 2012-11-05 is 认定. Entries without a date, or whose
 * date straddles the day, speak only where they come later in the flow than that:
 * into the phase, the record is left out and reported; out of it without any date, too; out of it on a straddled
 * date it still counts, as an expiry does until its interval's end, with a reserve.
 */
export function standingTiming(
  base: Base,
  context: MetricContext,
  wanted: Phase | readonly string[],
  undated?: "counts",
): Timing {
  const stages = stagesOf(base.ledger);
  if (!stages) throw new TypeError(`${base.ledger.name} has no stages`);
  const ranks = ranksOf(stages, wanted);
  const inPhase = (rank: Sql): Sql => amongRanks(rank, ranks);
  const highest = (name: string, condition: Sql): Sql =>
    base.openStage(`${name} ${ranks.join(",")}`, () => sql`max(CASE WHEN ${condition} THEN rank END)`);

  const reached = reachedRank(base);
  const rank = sql`coalesce(${reached}, 0)`;
  const unstaged = sql`${reached} IS NULL`;
  const later = {
    into: highest("into", inPhase(sql`rank`)),
    undatedInto: highest("undated into", sql`dateTo IS NULL AND ${inPhase(sql`rank`)}`),
    undatedOut: highest("undated out of", sql`dateTo IS NULL AND NOT ${inPhase(sql`rank`)}`),
    straddlingOut: highest("straddling out of", sql`dateTo IS NOT NULL AND NOT ${inPhase(sql`rank`)}`),
  };
  const { surelyOver, stillLasts } = lasting(base, context, stages, wanted, base.asOf);
  const entered = sql`(${inPhase(rank)} AND ${stillLasts})`;
  const dated = sql`(${entered} AND coalesce(${later.undatedOut}, 0) <= ${rank})`;
  const listed =
    undated === "counts"
      ? sql`(coalesce(${later.undatedInto} > max(${rank}, coalesce(${later.undatedOut}, 0)), 0) AND NOT ${surelyOver})`
      : sql`0`;
  return {
    certain: sql`(${dated} OR ${listed})`,
    possible: sql`((${entered} OR coalesce(${later.into}, 0) > ${rank} OR ${unstaged}) AND NOT ${surelyOver})`,
    reserves: [
      { reason: laterReserve, when: sql`${later.straddlingOut} > ${rank}` },
      { reason: undatedReserve, when: sql`(${listed} AND NOT ${dated})` },
    ],
    unstaged,
  };
}

/**
 * The place in the flow that the record has surely reached: 0 where nothing has happened yet, NULL without any entry.
 * Of entries that may have been the last, those not over when the newest began, it is the furthest. Mostly the entry
 * that begins last also ends last; only where the two differ are the record's entries looked at again.
 */
function reachedRank(base: Base): Sql {
  return base.column("reached", () => {
    const latest = (end: Sql): Sql =>
      sql`coalesce(max(CASE WHEN dateTo <= ${base.asOf} THEN ${end} || printf('%02d', rank) END), '')`;
    const begun = base.aggregate("latest to begin", () => latest(sql`dateFrom`));
    const ended = base.aggregate("latest to end", () => latest(sql`dateTo`));
    return sql`CASE WHEN substr(${begun}, 11) = substr(${ended}, 11) THEN CAST(substr(${ended}, 11) AS INTEGER)
      ELSE (SELECT max(${rankOf(base.ledger)}) FROM stages WHERE ledger = ${base.ledger.name} AND record = t.id
        AND dateTo <= ${base.asOf} AND dateTo >= substr(${begun}, 1, 10)) END`;
  });
}

const laterReserve = "后续进展日期不明，已计入";
const undatedReserve = "日期不明，已计入";

/** For grants that expire: the conditions on the end, by the field or by years after the first granted entry. */
function lasting(
  base: Base,
  context: MetricContext,
  stages: StagesField,
  wanted: Phase | readonly string[],
  day: string,
): { surelyOver: Sql; stillLasts: Sql } {
  if (!isGrant(stages, wanted)) return { surelyOver: sql`0`, stillLasts: sql`1` };
  const field = stages.expiresBy === undefined ? null : findField(context, base.ledger.name, stages.expiresBy);
  const end = field ? dayColumns(base, field).last : sql`NULL`;
  const surelyOver = sql`coalesce(${end} < ${day}, 0)`;
  if (stages.lastsYears === undefined) return { surelyOver, stillLasts: sql`NOT ${surelyOver}` };
  // granted + n years − 1 day ≥ day, without arithmetic on stored dates: granted > day − n years.
  const stillLasts = sql`CASE WHEN ${end} IS NULL THEN coalesce(${grantedOn(base, stages)} > ${yearsBefore(day, stages.lastsYears)}, 1)
    ELSE ${end} >= ${day} END`;
  return { surelyOver, stillLasts };
}

/** Last possible day of the first granted entry: a later renaming extends nothing. */
export function grantedOn(base: Base, stages: StagesField): Sql {
  const granted = among(sql`stage`, namesOf(stages, "granted"));
  return base.stage("granted on", () => sql`min(CASE WHEN ${granted} THEN dateTo END)`);
}

function yearsBefore(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;
}
