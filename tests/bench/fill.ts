import { type Cell, insertMany } from "../../main/database/insertMany.ts";
import type { Database, Tx } from "../../main/database/open.ts";
import { toCell } from "../../main/records/cells.ts";
import { commonColumns, type LedgerPlan, planOf } from "../../main/records/ledgerPlan.ts";
import { newId } from "../../main/records/newId.ts";
import { searchTextOf } from "../../main/records/searchText.ts";
import type { Values } from "../../shared/api/api.ts";
import { firstDay, lastDay } from "../../shared/fields/dateText.ts";
import type { StageEntry } from "../../shared/fields/field.ts";
import { ledger, type LedgerName } from "../../shared/ledgers/index.ts";
import { dice, randomRecord } from "./randomRecords.ts";

const at = "2012-12-31T08:00:00.000Z";

/**
 * Fills an empty database with so many random records of each ledger, past the store. Ledgers that others point at
 * come first. One record in a hundred has been removed.
 */
export async function fill(database: Database, counts: Partial<Record<LedgerName, number>>): Promise<void> {
  const ids = new Map<string, readonly string[]>();
  const random = dice(2012);
  for (const [name, count] of Object.entries(counts)) {
    const plan = planOf(ledger(name as LedgerName));
    const records = Array.from({ length: count }, (_, index) => ({
      id: newId(),
      deletedAt: random.roll(100) === 0 ? at : null,
      values: randomRecord(plan.declaration, index, random, (to) => ids.get(to) ?? []),
    }));
    await database.write((tx) => write(tx, plan, records));
    ids.set(
      name,
      records.map(({ id }) => id),
    );
  }
}

interface Filled {
  readonly id: string;
  readonly deletedAt: string | null;
  readonly values: Values;
}

async function write(tx: Tx, plan: LedgerPlan, records: readonly Filled[]): Promise<void> {
  const columns = [...commonColumns, ...plan.columns.map(({ name }) => name)];
  await insertMany(
    tx,
    plan.name,
    columns,
    records.map((record) => row(plan, record)),
  );
  await insertMany(
    tx,
    "stages",
    ["ledger", "record", "position", "stage", "date", "dateFrom", "dateTo"],
    records.flatMap((record) => stageRows(plan, record)),
  );
  const live = records.filter(({ deletedAt }) => deletedAt === null);
  await insertMany(
    tx,
    "searchTexts",
    ["record", "ledger", "text", "initials"],
    live.map((record) => words(plan, record)),
  );
}

function row(plan: LedgerPlan, { id, deletedAt, values }: Filled): Cell[] {
  return [id, 1, at, at, deletedAt, "{}", ...plan.columns.map(({ name }) => toCell(values[name] ?? null))];
}

function stageRows(plan: LedgerPlan, { id, values }: Filled): Cell[][] {
  const entries = plan.hasStages ? ((values["status"] ?? []) as StageEntry[]) : [];
  return entries.map(({ stage, date }, position) => [
    plan.name,
    id,
    position,
    stage,
    date,
    date === null ? null : firstDay(date),
    date === null ? null : lastDay(date),
  ]);
}

function words(plan: LedgerPlan, { id, values }: Filled): Cell[] {
  const { text, initials } = searchTextOf(plan, values);
  return [id, plan.name, text, initials];
}
