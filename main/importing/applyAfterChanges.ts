import type { Tx } from "../database/open.ts";
import { ledgerList } from "../../shared/ledgers/index.ts";
import type { Value } from "../../shared/fields/field.ts";
import type { Values } from "../../shared/api/api.ts";
import { compareItem } from "./compare.ts";
import type { Item } from "./items.ts";
import { matchRecord } from "./matchRecord.ts";
import type { Pause } from "./pause.ts";
import { loadKnown, loadRecords } from "./storedKnown.ts";

// Records were written between staging and applying: what was new then may be there by now.

const ledgers = Object.fromEntries(ledgerList.map((declaration) => [declaration.name, declaration]));

/** Recognises once more every item that was going to be added. References to it follow where it turns out to be stored. */
export async function rematchItems(tx: Tx, items: readonly Item[], pause: Pause): Promise<void> {
  const known = await loadKnown(tx, [...new Set(items.map((item) => item.ledger))], ledgers, pause);
  const instead = new Map<string, string>();
  for (const item of items) {
    point(item, instead);
    const ledger = known.get(item.ledger);
    if (item.outcome !== "added" || item.id === null || ledger === undefined) continue;
    const match = matchRecord(ledger, item.values);
    if (match.is === "twin") Object.assign(item, { outcome: "twin", message: match.message });
    if (match.is !== "one") continue;
    const record = (await loadRecords(tx, ledger.declaration, [match.id])).get(match.id);
    if (record === undefined) continue;
    instead.set(item.id, match.id);
    Object.assign(item, { id: match.id, version: record.version });
    compareItem(item, record);
  }
  leaveOutDependants(items);
}

function point(item: Item, instead: ReadonlyMap<string, string>): void {
  const now = (id: string): string => instead.get(id) ?? id;
  if (instead.size === 0) return;
  if (item.outcome === "merged" && item.id !== null) Object.assign(item, { id: now(item.id) });
  item.values = Object.fromEntries(
    Object.entries(item.values).map(([field, value]): [string, Value | null] => {
      const kind = ledgers[item.ledger]?.fields[field]?.kind;
      if (kind === "reference" && typeof value === "string") return [field, now(value)];
      return kind === "references" && Array.isArray(value) ? [field, (value as string[]).map(now)] : [field, value];
    }),
  ) satisfies Values;
}

/** A row that points at a record which now stays behind stays behind with it. */
function leaveOutDependants(items: readonly Item[]): void {
  const left = new Set(items.flatMap((item) => (item.outcome === "twin" && item.id !== null ? [item.id] : [])));
  if (left.size === 0) return;
  for (const item of items) {
    const ids = Object.values(item.values)
      .flat()
      .filter((value) => typeof value === "string");
    if (item.outcome === "added" && ids.some((id) => left.has(id))) {
      Object.assign(item, { outcome: "twin", message: "所指的记录没有导入" });
    }
  }
}
