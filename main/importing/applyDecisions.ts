import { sql } from "kysely";
import type { ReadHandle, Tx } from "../database/open.ts";
import { addDistinctNames } from "../companies/distinctNames.ts";
import { newId } from "../records/newId.ts";
import { loadTerms } from "../records/terms.ts";
import type { RowDecision } from "../../shared/api/api.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { ledgerList } from "../../shared/ledgers/index.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { broughtForNothing, leaveOutDependants, pointElsewhere } from "./applyAfterChanges.ts";
import { heedDecisions, type DistinctPair } from "./heedDecisions.ts";
import { gathering, isLeft, type Item } from "./items.ts";
import type { Pause } from "./pause.ts";
import { compareWithStore } from "./storedCompare.ts";
import { loadKnown, loadRecords, neededLedgers } from "./storedKnown.ts";
import { extrasOf, stagedTables } from "./storedTables.ts";
import { typedValues } from "./typedValues.ts";

// Decisions meet the store: what a batch is to do once what a person wants of its rows has been heeded.

const ledgers = Object.fromEntries(ledgerList.map((declaration) => [declaration.name, declaration]));

export interface AsDecided {
  readonly items: Item[];
  /** Rows that a person has left out although they are in doubt: they wait. */
  readonly waiting: Item[];
  /** Rows that a person has left out for good. */
  readonly skipped: Item[];
  readonly distinct: readonly DistinctPair[];
  /** Ids of records that were going to be made → those that take their place. */
  readonly instead: ReadonlyMap<string, string>;
}

/** Nothing is written. Without decisions the very same items come back. */
export async function asDecided(
  db: ReadHandle,
  batch: number,
  items: readonly Item[],
  decisions: ReadonlyMap<number, RowDecision>,
  pause: Pause,
): Promise<AsDecided> {
  if (decisions.size === 0) return { items: [...items], waiting: [], skipped: [], distinct: [], instead: new Map() };
  const terms = await loadTerms(db);
  const known = await loadKnown(db, neededLedgers(new Set(items.map((item) => item.ledger)), ledgers), ledgers, pause);
  const tables = await stagedTables(db, batch);
  const extras = await extrasOf(
    db,
    items.map(({ ledger }) => ledger),
  );
  const typed = typedValues(known, terms, extras);
  const heeded = heedDecisions({ items, decisions, tables, known, newId, typed });
  const compared = { ...gathering(known, newId), items: [...heeded.fresh] };
  await compareWithStore(db, compared, { ledgers, terms }, [], pause);
  // An upgrade brings rows of the level history, which stand with the row that says so.
  const more = compared.items.filter((item) => !heeded.fresh.has(item));
  const all = withMore(heeded.items, more);
  for (const item of all) pointElsewhere(item, heeded.instead);
  leaveOutDependants(all, heeded.skipped);
  const { distinct, instead } = heeded;
  const { waiting = [], skipped = [] } = Object.groupBy(heeded.skipped, (item) =>
    isInDoubt(item) ? "waiting" : "skipped",
  );
  const idle = broughtForNothing(all, { skipped, waiting });
  const rest = idle.size === 0 ? all : all.filter((item) => !idle.has(item));
  return { items: rest, waiting, skipped: [...skipped, ...idle], distinct, instead };
}

function withMore(items: readonly Item[], more: readonly Item[]): Item[] {
  if (more.length === 0) return [...items];
  const byParent = Map.groupBy(more, (item) => `${item.table} ${item.row}`);
  return items.flatMap((item, at) => {
    const place = `${item.table} ${item.row}`;
    const next = items[at + 1];
    const isLast = next === undefined || `${next.table} ${next.row}` !== place;
    return isLast ? [item, ...(byParent.get(place) ?? [])] : [item];
  });
}

function isInDoubt(item: Item): boolean {
  return isLeft(item) || (item.near ?? []).length > 0;
}

/** 不是同一家, remembered for every later import. */
export async function keepDistinct(
  tx: Tx,
  pairs: readonly DistinctPair[],
  { at, who }: { at: string; who: string },
): Promise<void> {
  for (const pair of pairs) await addDistinctNames(tx, { at, who }, pair);
}

/** E-IMP-62 for a row that is not there, a record that is none, a field that the ledger has not. */
export async function refuseUnknown(tx: Tx, batch: number, decisions: readonly RowDecision[]): Promise<void> {
  const rows = await tx
    .selectFrom("stagedRows")
    .select(["position", "ledger"])
    .where("batch", "=", batch)
    .where("outcome", "!=", "merged")
    .where(
      "position",
      "in",
      sql<number>`(SELECT value FROM json_each(${JSON.stringify(decisions.map(({ position }) => position))}))`,
    )
    .execute();
  const ledgerAt = new Map(rows.map(({ position, ledger }) => [position, ledger]));
  for (const { position, take, values = {} } of decisions) {
    const declaration = ledgers[ledgerAt.get(position) ?? ""];
    if (declaration === undefined) throw unfit(`第 ${batch} 批没有这一行（${position}）`);
    const extras = (await extrasOf(tx, [declaration.name])).get(declaration.name) ?? {};
    const fields = { ...extras, ...declaration.fields };
    const unknown = Object.keys(values).find((field) => !Object.hasOwn(fields, field));
    if (unknown !== undefined) throw unfit(`${declaration.title}没有“${unknown}”这一栏`);
    if (typeof take === "object" && !(await isThere(tx, batch, declaration, take.same)))
      throw unfit("所选的记录已不在台账里");
  }
}

async function isThere(tx: Tx, batch: number, declaration: LedgerDeclaration, id: string): Promise<boolean> {
  if ((await loadRecords(tx, declaration, [id])).size > 0) return true;
  const made = await tx
    .selectFrom("stagedRows")
    .select("position")
    .where("batch", "=", batch)
    .where("record", "=", id)
    .where("ledger", "=", declaration.name)
    .executeTakeFirst();
  return made !== undefined;
}

function unfit(message: string): ProblemError {
  return new ProblemError({ kind: "invalid", code: "E-IMP-62", message: `${message}。数据未改动；请刷新后重选。` });
}
