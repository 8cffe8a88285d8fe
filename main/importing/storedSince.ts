import { anyLedger } from "../database/ledgerTable.ts";
import type { ReadHandle } from "../database/open.ts";
import type { Values } from "../../shared/api/api.ts";
import { isOfficial } from "../../shared/ledgers/identity.ts";
import { ledgerNamed } from "../records/ledgerNamed.ts";
import { titlesFor } from "../records/titles.ts";

// Waiting rows whose record has come in since: the sender mended the file and it was imported beside them.

interface Waits {
  readonly ledger: string;
  /** The record it is taken for; null where it would be a new one. */
  readonly record: string | null;
  /** JSON. */
  readonly values: string;
}
/** Numbers in one question to the database. */
const atOnce = 500;

/** For each row: the title of the live record that bears its official number by now; null where there is none. */
export async function storedSince(db: ReadHandle, rows: readonly Waits[]): Promise<(string | null)[]> {
  const bearers = new Map<number, { ledger: string; id: string }>();
  const open = rows.flatMap(({ ledger, record, values }, at) =>
    record === null ? [{ ledger, at, values: JSON.parse(values) as Values }] : [],
  );
  for (const [ledger, some] of Map.groupBy(open, (row) => row.ledger)) {
    const declaration = ledgerNamed(ledger);
    for (const way of declaration.identifiedBy.filter((one) => isOfficial(declaration, one))) {
      const asked = some.filter(({ at, values }) => !bearers.has(at) && way.every((field) => isFilled(values, field)));
      const known = await bearersOf(db, ledger, way, asked);
      for (const { at, values } of asked) {
        const id = known.get(keyOf(values, way));
        if (id !== undefined) bearers.set(at, { ledger, id });
      }
    }
  }
  const titles = await titlesFor(db, [...bearers.values()]);
  return rows.map((_row, at) => titles.get(bearers.get(at)?.id ?? "") ?? null);
}

/** Ids by what identifies them. */
async function bearersOf(
  db: ReadHandle,
  ledger: string,
  way: readonly string[],
  rows: readonly { readonly values: Values }[],
): Promise<Map<string, string>> {
  const [number = ""] = way.toSorted((a, b) => Number(isYear(ledger, a)) - Number(isYear(ledger, b)));
  const known = new Map<string, string>();
  for (let from = 0; from < rows.length; from += atOnce) {
    const numbers = rows.slice(from, from + atOnce).map(({ values }) => String(values[number]));
    const found = await anyLedger(db)
      .selectFrom(ledger)
      .select(["id", ...way])
      .where("deletedAt", "is", null)
      .where(number, "in", numbers)
      .execute();
    for (const record of found) known.set(keyOf(record, way), String(record["id"]));
  }
  return known;
}

function isYear(ledger: string, field: string): boolean {
  return ledgerNamed(ledger).fields[field]?.kind === "year";
}

function isFilled(values: Values, field: string): boolean {
  return (values[field] ?? null) !== null;
}

function keyOf(values: Readonly<Record<string, unknown>>, way: readonly string[]): string {
  return JSON.stringify(way.map((field) => values[field] ?? null));
}
