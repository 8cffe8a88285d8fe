import { firstDay, lastDay } from "../../shared/fields/dateText.ts";
import type { StageEntry, StagesField } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { Values } from "../../shared/api/api.ts";

// An upgraded platform stays one platform (就高不重复) and last year's figures stay what they were: the level it held and
// the day it was granted go into its level history instead of being overwritten.

/** Where a ledger keeps the levels its records have held: a ledger of detail rows with a level and a date. */
export interface LevelHistory {
  readonly ledger: string;
  readonly parent: string;
}

export interface HeldLevel {
  readonly level: string;
  readonly date: string | null;
}

/** The level history of a ledger, told by the shape of the declarations; null where it keeps none. */
export function levelHistoryOf(
  ledgers: Readonly<Record<string, LedgerDeclaration>>,
  name: string,
): LevelHistory | null {
  const own = ledgers[name]?.fields["level"];
  if (own?.kind !== "choice") return null;
  for (const { name: ledger, fields } of Object.values(ledgers)) {
    const parent = Object.entries(fields).find(
      ([, field]) => field.kind === "reference" && field.parent === true && field.to === name,
    );
    const level = fields["level"];
    if (parent === undefined || level?.kind !== "choice" || level.dictionary !== own.dictionary) continue;
    if (fields["date"]?.kind === "date") return { ledger, parent: parent[0] };
  }
  return null;
}

export interface LevelStep {
  /** What the file still says of the record itself. */
  readonly values: Values;
  /** Rows that its level history lacks. */
  readonly held: readonly HeldLevel[];
}

/**
 * What an incoming level with a grant's date means beside the stored ones. A higher level granted later is an upgrade: the
 * stored grant keeps its date, and both levels become history. A level and date that history knows already say nothing new.
 * Anything else is a correction and overwrites as usual; null then.
 */
export function levelStep(
  flow: StagesField,
  ranks: readonly string[],
  stored: Values,
  history: readonly HeldLevel[],
  incoming: Values,
): LevelStep | null {
  const [before, after] = [stored["level"], incoming["level"]];
  const [was, is] = [grantIn(flow, stored["status"]), grantIn(flow, incoming["status"])];
  if (typeof before !== "string" || typeof after !== "string" || was?.date == null || is?.date == null) return null;
  const bare = { ...incoming, status: withoutGrants(flow, incoming["status"], stored["status"]) };
  if (history.some(({ level, date }) => level === after && date === is.date)) {
    return { values: { ...bare, level: before }, held: [] };
  }
  const isHigher = ranks.indexOf(after) >= 0 && ranks.indexOf(after) < ranks.indexOf(before);
  if (!isHigher || firstDay(is.date) <= lastDay(was.date)) return null;
  const known = history.some(({ level }) => level === before);
  return {
    values: bare,
    held: [...(known ? [] : [{ level: before, date: was.date }]), { level: after, date: is.date }],
  };
}

/** The first granted stage that has a date. */
function grantIn(flow: StagesField, status: Values[string] | undefined): StageEntry | undefined {
  return entriesOf(status).find(({ stage, date }) => date !== null && isGrant(flow, stage));
}

/** The incoming stages without the grants whose date the stored record keeps. */
function withoutGrants(
  flow: StagesField,
  incoming: Values[string] | undefined,
  stored: Values[string] | undefined,
): StageEntry[] | null {
  const kept = entriesOf(stored);
  const rest = entriesOf(incoming).filter(
    ({ stage }) => !isGrant(flow, stage) || !kept.some((entry) => entry.stage === stage && entry.date !== null),
  );
  return rest.length === 0 ? null : rest;
}

function isGrant(flow: StagesField, stage: string): boolean {
  return flow.flow.some((term) => term.stage === stage && term.phase === "granted");
}

function entriesOf(status: Values[string] | undefined): StageEntry[] {
  return Array.isArray(status) ? status.filter((entry): entry is StageEntry => typeof entry === "object") : [];
}
