import type { ReadHandle } from "../database/open.ts";
import { checkRecord } from "../../shared/ledgers/check.ts";
import type { Values } from "../../shared/api/api.ts";
import type { TermsOf } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { compareItem } from "./compare.ts";
import type { Gathering, Item } from "./items.ts";
import { type HeldLevel, type LevelHistory, levelHistoryOf, levelStep } from "./levelSteps.ts";
import { loadHeldLevels, loadRecords } from "./storedKnown.ts";
import type { Knowledge, UnderstoodTable } from "./understandWorkbook.ts";
import { steps, type Pause } from "./pause.ts";

// Compares what the file says with the stored records, a few hundred at a time, and checks what would be stored.

const chunk = 100;

/** Sets outcome, changes and what was before; an error of the ledger's own check makes a row 有误. */
export async function compareWithStore(
  db: ReadHandle,
  gathered: Gathering,
  { ledgers, terms }: Pick<Knowledge, "ledgers" | "terms">,
  tables: readonly UnderstoodTable[],
  pause: Pause,
): Promise<void> {
  // What reading a cell has found odd, the check of the record finds again.
  const said = new Set<string>();
  for await (const some of steps(gathered.troubles, pause)) {
    for (const { table, trouble } of some) said.add(placeOf(table, trouble.row, trouble.message));
  }
  for (const [name, items] of await openItems(gathered.items, pause)) {
    const declaration = ledgers[name];
    if (declaration === undefined) continue;
    const history = levelHistoryOf(ledgers, name);
    for (let from = 0; from < items.length; from += chunk) {
      const some = items.slice(from, from + chunk);
      const ids = some.flatMap((item) => (item.version > 0 && item.id !== null ? [item.id] : []));
      const stored = await loadRecords(db, declaration, ids);
      const held = history === null ? null : await loadHeldLevels(db, history, ids);
      for (const item of some) {
        const record = stored.get(item.id ?? "");
        if (record !== undefined && history !== null && held !== null) {
          takeLevelStep(gathered, declaration, history, terms, item, record.values, held.get(record.id) ?? []);
        }
        if (record !== undefined) compareItem(item, record);
        const whole = record === undefined ? item.values : { ...record.values, ...item.changes };
        if (item.outcome === "same") continue;
        for (const { field, level, message } of checkRecord(declaration, whole, terms)) {
          const label = declaration.fields[field]?.label ?? field;
          if (said.has(placeOf(item.table, item.row, message.replace(`${label}：`, "")))) continue;
          const kind = level === "error" ? "invalid" : "warning";
          tell(gathered, item, tables[item.table], { field, label }, kind, message);
        }
      }
      await pause();
    }
  }
}

/** By ledger, those of which something may be written. */
async function openItems(items: readonly Item[], pause: Pause): Promise<Map<string, Item[]>> {
  const open = new Map<string, Item[]>();
  for await (const some of steps(items, pause)) {
    for (const item of some) {
      if (item.id === null || item.outcome === "merged" || item.outcome === "invalid") continue;
      const known = open.get(item.ledger);
      if (known === undefined) open.set(item.ledger, [item]);
      else known.push(item);
    }
  }
  return open;
}

/** An upgrade goes into the level history as rows of their own; what the record keeps is left as it is. */
function takeLevelStep(
  gathered: Gathering,
  declaration: LedgerDeclaration,
  history: LevelHistory,
  terms: TermsOf,
  item: Item,
  stored: Values,
  held: readonly HeldLevel[],
): void {
  const { level, status } = declaration.fields;
  if (level?.kind !== "choice" || status?.kind !== "stages") return;
  const ranks = terms(level.dictionary).map(({ term }) => term);
  const step = levelStep(status, ranks, stored, held, item.values);
  if (step === null) return;
  item.values = step.values;
  for (const row of step.held) {
    gathered.items.push({
      table: item.table,
      row: item.row,
      raw: item.raw,
      ledger: history.ledger,
      role: "carried",
      id: gathered.newId(),
      version: 0,
      values: { [history.parent]: item.id, level: row.level, date: row.date },
      extras: {},
      outcome: "added",
      changes: {},
      before: {},
    });
  }
}

function placeOf(table: number, row: number, message: string): string {
  return `${table} ${row} ${message}`;
}

function tell(
  gathered: Gathering,
  item: Item,
  table: UnderstoodTable | undefined,
  { field, label }: { field: string; label: string },
  kind: "invalid" | "warning",
  message: string,
): void {
  if (kind === "invalid") {
    item.outcome = "invalid";
    item.message = message;
  }
  const at = table?.columns.findIndex(
    ({ target }) => target?.ledger === item.ledger && target.field.split(/[@#]/u)[0] === field,
  );
  const column = table?.columns[at ?? -1] ?? table?.columns[0];
  const trouble = {
    kind,
    row: item.row,
    column: column?.column ?? 1,
    raw: item.raw[at ?? -1] ?? "",
    field: label,
    message,
  };
  gathered.troubles.push({ table: item.table, trouble });
}
