import type { ReadHandle } from "../database/open.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { type LedgerPlan, planOf } from "../records/ledgerPlan.ts";
import { recordsById } from "../records/readRecords.ts";
import { referrersOf } from "../records/referrers.ts";
import { idsIn } from "../records/titles.ts";
import type { StoredRecord, Values } from "../../shared/api/api.ts";
import type { MergeInput } from "../../shared/api/companies.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { notTwo } from "./problems.ts";
import { sameRecords } from "./sameRecords.ts";

// What merging would do, worked out without writing: the preview shows it and the merge carries it out, so that the two
// cannot differ.

/** A record as it is and as it shall be. `into`: it becomes one with that record and goes. */
export interface Move {
  readonly ledger: string;
  readonly record: StoredRecord;
  values: Values;
  extras: Values;
  into?: string;
  /** A relation between two that become one says nothing any more. */
  void?: true;
}
export interface MergePlan {
  readonly keep: StoredRecord;
  readonly drop: readonly StoredRecord[];
  /** The kept organisation's values and extra fields after the merge. */
  readonly values: Values;
  readonly extras: Values;
  /** Every other record that changes, by id. */
  readonly moves: ReadonlyMap<string, Move>;
}

/** E-CMP-01 where one is removed or named twice. */
export async function planMerge(
  db: ReadHandle,
  { keep: keepId, drop: dropIds, values: chosen = {} }: MergeInput,
): Promise<MergePlan> {
  const plan = planOf(ledgerNamed("organisations"));
  const all = await recordsById(db, plan, [keepId, ...dropIds]);
  const live = [keepId, ...dropIds].flatMap((id) => all.get(id) ?? []).filter(({ deletedAt }) => deletedAt === null);
  const [keep, ...drop] = live;
  if (keep === undefined || drop.length === 0 || new Set(live).size !== dropIds.length + 1) throw notTwo();
  const values = mergedValues(plan, [keep, ...drop], chosen);
  const extras = Object.assign({}, ...drop.toReversed().map((one) => one.extras), keep.extras) as Values;
  return { keep, drop, values, extras, moves: await movesOf(db, keep, drop) };
}

/** The first filled value of each field, the kept one's first, unless another is chosen. */
function mergedValues(
  plan: LedgerPlan,
  companies: readonly StoredRecord[],
  chosen: Readonly<Record<string, string>>,
): Values {
  const values: Values = {};
  for (const { name } of plan.fields) {
    const owner = companies.find(({ id }) => id === chosen[name]);
    const filled = companies.map((one) => one.values[name] ?? null).find((value) => value !== null) ?? null;
    values[name] = owner?.values[name] ?? filled;
  }
  return values;
}

async function movesOf(db: ReadHandle, keep: StoredRecord, drop: readonly StoredRecord[]): Promise<Map<string, Move>> {
  const moves = new Map<string, Move>();
  const instead = new Map(drop.map(({ id }) => [id, keep.id]));
  let open = new Map([["organisations", drop.map(({ id }) => id)]]);
  while (open.size > 0) {
    const touched = new Set<string>();
    for (const [target, ids] of open) {
      for (const [ledger, some] of Map.groupBy(await referrersOf(db, target, ids), (one) => one.ledger)) {
        touched.add(ledger);
        for (const record of (await loaded(db, ledger, some)).values()) {
          if (!moves.has(record.id))
            moves.set(record.id, { ledger, record, values: record.values, extras: record.extras });
        }
      }
    }
    for (const move of moves.values()) {
      const { declaration } = planOf(ledgerNamed(move.ledger));
      move.values = pointed(declaration, move.values, instead);
      if (isVoid(move)) move.void = true;
    }
    open = new Map();
    for (const ledger of touched) {
      const goes = await fold(db, ledgerNamed(ledger), moves, instead);
      if (goes.length > 0) open.set(ledger, goes);
    }
  }
  return moves;
}

/** Makes one of what has become the same in this ledger; answers with the ids that go, for what points at them. */
async function fold(
  db: ReadHandle,
  declaration: LedgerDeclaration,
  moves: Map<string, Move>,
  instead: Map<string, string>,
): Promise<string[]> {
  const ledger = declaration.name;
  const mine = [...moves.values()].filter((move) => move.ledger === ledger && !move.into && !move.void);
  const moved = new Set(mine.map(({ record }) => record.id));
  const beside = new Map<string, StoredRecord>();
  for (const { to } of planOf(declaration).references) {
    const targets = [...new Set(instead.values())];
    const there = (await referrersOf(db, to, targets)).filter((one) => one.ledger === ledger && !moves.has(one.id));
    for (const [id, record] of await loaded(db, ledger, there)) beside.set(id, record);
  }
  const as = new Map(mine.map((move) => [move.record.id, { ...move.record, values: move.values }]));
  const goes: string[] = [];
  for (const [going, staying] of sameRecords(declaration, [...beside.values(), ...as.values()], moved)) {
    const from = moves.get(going.id);
    if (from === undefined) continue;
    const into = moves.get(staying.id) ?? { ledger, record: staying, values: staying.values, extras: staying.extras };
    into.values = filledUp(into.values, from.values);
    into.extras = filledUp(into.extras, from.extras);
    from.into = staying.id;
    moves.set(staying.id, into);
    instead.set(going.id, staying.id);
    goes.push(going.id);
  }
  return goes;
}

async function loaded(
  db: ReadHandle,
  ledger: string,
  refs: readonly { id: string }[],
): Promise<Map<string, StoredRecord>> {
  return await recordsById(db, planOf(ledgerNamed(ledger)), [...new Set(refs.map(({ id }) => id))]);
}

/** References to what goes point at what stays, each once. */
function pointed(declaration: LedgerDeclaration, values: Values, instead: ReadonlyMap<string, string>): Values {
  const changed: Values = {};
  for (const { name, many } of planOf(declaration).references) {
    const ids = idsIn(values, name);
    if (!ids.some((id) => instead.has(id))) continue;
    const now = [...new Set(ids.map((id) => instead.get(id) ?? id))];
    changed[name] = many ? now : (now[0] ?? null);
  }
  return { ...values, ...changed };
}

function isVoid({ ledger, values }: Move): boolean {
  return ledger === "organisationRelations" && values["upperOrganisation"] === values["lowerOrganisation"];
}

function filledUp(values: Values, more: Values): Values {
  const result = { ...values };
  for (const [name, value] of Object.entries(more)) result[name] = result[name] ?? value;
  return result;
}
