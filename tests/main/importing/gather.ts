import { compareItem, type StoredValues } from "../../../main/importing/compare.ts";
import { gatherTables } from "../../../main/importing/gatherTables.ts";
import { findingsOf, type Findings } from "../../../main/importing/importReport.ts";
import { gathering, type Gathering } from "../../../main/importing/items.ts";
import { addKnown, addName, knownLedger, type Known } from "../../../main/importing/knownRecords.ts";
import type { ReadSheet } from "../../../main/importing/reading/sheet.ts";
import { pacing } from "../../../main/importing/pause.ts";
import { understandWorkbook } from "../../../main/importing/understandWorkbook.ts";
import type { Values } from "../../../shared/api/api.ts";
import { smallKnowledge } from "./smallLedgers.ts";

/** Stored records by ledger and id, as a plain object. */
export type Store = Record<string, Record<string, Values>>;

export function knownFrom(store: Store): Known {
  const known = new Map(
    Object.values(smallKnowledge.ledgers).map((declaration) => [
      declaration.name,
      knownLedger(declaration, ["示例区"]),
    ]),
  );
  for (const [ledger, records] of Object.entries(store)) {
    const into = known.get(ledger);
    for (const [id, values] of Object.entries(records)) if (into) addKnown(into, { id, version: 1, values });
  }
  for (const alias of Object.values(store["aliases"] ?? {})) {
    const into = known.get("organisations");
    if (into) addName(into, String(alias["alias"]), String(alias["organisation"]));
  }
  return known;
}

/** Takes sheets in against a store and compares; nothing is written. */
export async function take(
  sheets: readonly ReadSheet[],
  store: Store = {},
  told: { file?: string; ledger?: string; year?: number } = {},
): Promise<{ gathered: Gathering; findings: Findings }> {
  let next = 0;
  const gathered = gathering(knownFrom(store), () => `new${++next}`);
  const workbook = { kind: "xlsx" as const, notes: [], sheets: [...sheets] };
  const { tables, hidden } = await understandWorkbook(workbook, smallKnowledge, { file: "表.xlsx", ...told }, pacing());
  const more = await gatherTables(tables, gathered, smallKnowledge.ledgers, async () => {});
  for (const item of gathered.items) {
    if (item.version === 0 || item.outcome === "merged" || item.id === null) continue;
    const stored: StoredValues = { version: item.version, values: store[item.ledger]?.[item.id] ?? {}, extras: {} };
    compareItem(item, stored);
  }
  return { gathered, findings: await findingsOf(tables, gathered, more, hidden, pacing()) };
}

/** What the store would hold after applying. */
export function applied(gathered: Gathering, store: Store): Store {
  const after: Store = structuredClone(store);
  for (const item of gathered.items) {
    if (item.id === null) continue;
    const records = (after[item.ledger] ??= {});
    if (item.outcome === "added") records[item.id] = item.values;
    if (item.outcome === "updated") records[item.id] = { ...records[item.id], ...item.changes };
  }
  return after;
}
