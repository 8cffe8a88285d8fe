import { anyLedger } from "../database/ledgerTable.ts";
import type { ReadHandle } from "../database/open.ts";
import { fromCell } from "../records/cells.ts";
import { planOf } from "../records/ledgerPlan.ts";
import { recordsById } from "../records/readRecords.ts";
import { readSetting } from "../records/settings.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { StoredRecord, Values } from "../../shared/api/api.ts";
import { addKnown, addName, identityFields, knownLedger, type Known, type KnownLedger } from "./knownRecords.ts";
import type { HeldLevel, LevelHistory } from "./levelSteps.ts";
import type { Ledgers } from "./ledgerWords.ts";
import type { Pause } from "./pause.ts";

// The store as recognising records sees it: identities of all live records, read in pages, never one by one.

const page = 1_000;

/** Ledgers whose records must be known to take in rows of `wanted`: what they carry and what any of these point at. */
export function neededLedgers(wanted: Iterable<string>, ledgers: Ledgers): string[] {
  const needed = new Set<string>();
  const open = [...wanted];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const declaration = ledgers[name];
    if (needed.has(name) || declaration === undefined) continue;
    needed.add(name);
    for (const field of Object.values(declaration.fields)) {
      if (field.kind === "reference" || field.kind === "references") open.push(field.to);
    }
    for (const carried of declaration.carries ?? []) open.push(carried.ledger);
  }
  // Other names of organisations are needed wherever organisations are.
  if (needed.has("organisations") && ledgers["organisationAliases"] !== undefined) needed.add("organisationAliases");
  return [...needed];
}

/** @param pause gives way between pages. */
export async function loadKnown(
  db: ReadHandle,
  names: readonly string[],
  ledgers: Ledgers,
  pause: Pause,
): Promise<Known> {
  const district = await readSetting(db, "district");
  const places = district === null ? [] : [district.name];
  const known = new Map<string, KnownLedger>();
  for (const name of names) {
    const declaration = ledgers[name];
    if (declaration === undefined) continue;
    const ledger = knownLedger(declaration, name === "organisations" ? places : []);
    known.set(name, ledger);
    await readIdentities(db, declaration, ledger, pause);
  }
  addAliases(known);
  return known;
}

async function readIdentities(
  db: ReadHandle,
  declaration: LedgerDeclaration,
  ledger: KnownLedger,
  pause: Pause,
): Promise<void> {
  const fields = identityFields(declaration);
  const kinds = fields.map((name) => [name, declaration.fields[name]?.kind ?? "text"] as const);
  for (let last = ""; ;) {
    const rows = await anyLedger(db)
      .selectFrom(declaration.name)
      .select(["id", "version"])
      .select(fields)
      .where("deletedAt", "is", null)
      .where("id", ">", last)
      .orderBy("id")
      .limit(page)
      .execute();
    for (const row of rows) {
      const values: Values = {};
      for (const [name, kind] of kinds) {
        const value = fromCell(kind, row[name]);
        if (value !== null) values[name] = value;
      }
      addKnown(ledger, { id: row.id, version: row.version, values });
    }
    if (rows.length < page) return;
    last = rows.at(-1)?.id ?? "";
    await pause();
  }
}

/** Aliases are names of their organisation. */
function addAliases(known: Known): void {
  const organisations = known.get("organisations");
  const aliases = known.get("organisationAliases");
  if (organisations === undefined || aliases === undefined) return;
  for (const { values } of aliases.records.values()) {
    const { organisation, alias } = values;
    if (typeof organisation === "string" && typeof alias === "string" && organisations.records.has(organisation)) {
      addName(organisations, alias, organisation);
    }
  }
}

/** Whole records by id, removed ones left out. */
export async function loadRecords(
  db: ReadHandle,
  declaration: LedgerDeclaration,
  ids: readonly string[],
): Promise<Map<string, StoredRecord>> {
  const records = await recordsById(db, planOf(declaration), ids);
  return new Map([...records].filter(([, record]) => record.deletedAt === null));
}

/** The levels that these records have held, by record. */
export async function loadHeldLevels(
  db: ReadHandle,
  { ledger, parent }: LevelHistory,
  ids: readonly string[],
): Promise<Map<string, HeldLevel[]>> {
  if (ids.length === 0) return new Map();
  const rows = await anyLedger(db)
    .selectFrom(ledger)
    .select([parent, "level", "date"])
    .where("deletedAt", "is", null)
    .where(parent, "in", [...ids])
    .execute();
  const held = new Map<string, HeldLevel[]>();
  for (const row of rows) {
    const record = String(row[parent]);
    const date = row["date"] ?? null;
    held.set(record, [
      ...(held.get(record) ?? []),
      { level: String(row["level"]), date: date === null ? null : String(date) },
    ]);
  }
  return held;
}
