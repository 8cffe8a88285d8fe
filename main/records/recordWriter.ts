import { type Cell, groupedInsert, insertSql, type Prepared, prepared, quoted } from "../database/insertMany.ts";
import type { Tx } from "../database/open.ts";
import { isTaken } from "../database/refusals.ts";
import type { StoredRecord, Values } from "../../shared/api/api.ts";
import { sameValue, toCell } from "./cells.ts";
import type { RowSource, WriteContext } from "./change.ts";
import type { LedgerPlan } from "./ledgerPlan.ts";
import { cellsOf, stageCells, stageColumns } from "./recordCells.ts";
import { searchTextOf } from "./searchText.ts";

// The only code that changes a record: its row, its stages, its search text and its history go together, and nobody
// can write one and forget another.

/** What a record shall be; the rest (version, times) follows. */
export type Target = Pick<StoredRecord, "values" | "extras" | "deletedAt">;

export interface RecordWriter {
  /** `values` holds the filled fields only, and is kept as it is. */
  insert(plan: LedgerPlan, id: string, values: Values, extras: Values): StoredRecord;
  /** Writes what differs; the very same record comes back where nothing does. */
  update(plan: LedgerPlan, record: StoredRecord, target: Target): StoredRecord;
  source(plan: LedgerPlan, id: string, source: RowSource): void;
  /** Writes what is gathered. Nothing that this writer wrote may be read before. */
  flush(): void;
}

/** A unique index refused the row; `takenProblem` finds out which number it was. */
export class TakenError extends Error {
  override readonly name = "TakenError";
  readonly plan: LedgerPlan;
  readonly id: string;
  readonly values: Values;
  constructor(plan: LedgerPlan, id: string, values: Values, cause: unknown) {
    super("an official number is another record's", { cause });
    this.plan = plan;
    this.id = id;
    this.values = values;
  }
}

/** The extras of a record without any. */
export const noExtras: Values = Object.freeze({});

/**
 * @param group how many rows of stages, history, search text and sources are written at once. With more than 1 the
 * caller has to `flush` before it reads and when it is done.
 */
export function recordWriter(tx: Tx, context: WriteContext, group = 1): RecordWriter {
  const statements = new Map<string, Prepared>();
  const statement = (sql: string): Prepared => {
    const kept = statements.get(sql) ?? prepared(tx, sql);
    statements.set(sql, kept);
    return kept;
  };
  const gathered = (table: string, columns: readonly string[], verb = "INSERT") =>
    groupedInsert(tx, group, (rows) => insertSql(table, columns, rows).replace("INSERT", verb));
  const addHistory = gathered("history", ["batch", "at", "who", "ledger", "record", "before", "after"]);
  const addStage = gathered("stages", ["ledger", "record", ...stageColumns]);
  const dropStages = statement("DELETE FROM stages WHERE ledger = ? AND record = ?");
  const addSearch = gathered("searchTexts", ["ledger", "record", "text", "initials"]);
  const dropSearch = statement("DELETE FROM searchTexts WHERE ledger = ? AND record = ?");
  const addSource = gathered("sources", sourceColumns, "INSERT OR IGNORE");
  /** Records whose stages or search text may still be waiting to be written, and so cannot be dropped yet. */
  const waiting = new Set<string>();
  const flush = (): void => {
    for (const { flush: write } of [addStage, addHistory, addSearch, addSource]) write();
    waiting.clear();
  };

  const history = (plan: LedgerPlan, id: string, before: object | null, after: object): void => {
    const { batch, at, who } = context;
    addHistory.add([batch, at, who, plan.name, id, before && JSON.stringify(before), JSON.stringify(after)]);
  };
  const stages = (plan: LedgerPlan, id: string, values: Values): void => {
    for (const cells of stageCells(plan, values)) addStage.add([plan.name, id, ...cells]);
  };
  const search = (plan: LedgerPlan, id: string, values: Values): void => {
    const { text, initials } = searchTextOf(plan, values);
    addSearch.add([plan.name, id, text, initials]);
  };

  return {
    insert(plan, id, values, extras) {
      const { at } = context;
      const own = extras === noExtras ? "{}" : JSON.stringify(extras);
      runRow(statement(plan.insert), [id, at, at, own, ...cellsOf(plan, values)], plan, id, values);
      stages(plan, id, values);
      history(plan, id, null, Object.keys(extras).length === 0 ? values : { ...values, extras });
      search(plan, id, values);
      if (group > 1) waiting.add(id);
      return { id, version: 1, createdAt: at, updatedAt: at, deletedAt: null, values, extras };
    },

    update(plan, record, target) {
      const difference = differenceOf(plan, record, target);
      if (difference === null) return record;
      if (waiting.has(record.id)) flush();
      const { before, after, fields } = difference;
      const version = record.version + 1;
      const sets = ["version = ?", "updatedAt = ?"];
      const cells: Cell[] = [version, context.at];
      const set = (column: string, cell: Cell): void => {
        sets.push(`${quoted(column)} = ?`);
        cells.push(cell);
      };
      if ("deletedAt" in after) set("deletedAt", target.deletedAt);
      if ("extras" in after) set("extras", JSON.stringify(target.extras));
      for (const { name } of plan.columns) {
        if (fields.has(name)) set(name, toCell(target.values[name] ?? null));
      }
      cells.push(record.id);
      const sql = `UPDATE ${quoted(plan.name)} SET ${sets.join(", ")} WHERE id = ?`;
      runRow(statement(sql), cells, plan, record.id, target.values);
      if (fields.has("status") && plan.hasStages) {
        dropStages.run([plan.name, record.id]);
        stages(plan, record.id, target.values);
      }
      history(plan, record.id, before, after);
      if (target.deletedAt !== record.deletedAt || plan.searched.some((name) => fields.has(name))) {
        dropSearch.run([plan.name, record.id]);
        if (target.deletedAt === null) search(plan, record.id, target.values);
      }
      if (group > 1) waiting.add(record.id);
      return { ...record, ...target, version, updatedAt: context.at };
    },

    source(plan, id, { batchTable, row, raw, corrected }) {
      const own = corrected === undefined ? null : JSON.stringify(corrected);
      addSource.add([id, context.batch ?? 0, batchTable, row, plan.name, JSON.stringify(raw), own]);
    },
    flush,
  };
}

const sourceColumns = ["record", "batch", "batchTable", "row", "ledger", "raw", "corrected"] as const;

interface Difference {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
  readonly fields: ReadonlySet<string>;
}

/** Only what differs, as history keeps it: fields, extra fields under `extras`, and `deletedAt`. */
function differenceOf(plan: LedgerPlan, record: StoredRecord, target: Target): Difference | null {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  const fields = new Set<string>();
  for (const { name } of plan.fields) {
    const [old, now] = [record.values[name] ?? null, target.values[name] ?? null];
    if (sameValue(old, now)) continue;
    fields.add(name);
    before[name] = old;
    after[name] = now;
  }
  const extras = extraDifference(record.extras, target.extras);
  if (extras !== null) {
    before["extras"] = extras.before;
    after["extras"] = extras.after;
  }
  if (record.deletedAt !== target.deletedAt) {
    before["deletedAt"] = record.deletedAt;
    after["deletedAt"] = target.deletedAt;
  }
  return Object.keys(after).length === 0 ? null : { before, after, fields };
}

function extraDifference(old: Values, now: Values): { before: Values; after: Values } | null {
  if (old === now) return null;
  const [before, after]: [Values, Values] = [{}, {}];
  for (const name of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const [was, is] = [old[name] ?? null, now[name] ?? null];
    if (sameValue(was, is)) continue;
    before[name] = was;
    after[name] = is;
  }
  return Object.keys(after).length === 0 ? null : { before, after };
}

function runRow(statement: Prepared, cells: readonly Cell[], plan: LedgerPlan, id: string, values: Values): void {
  try {
    statement.run(cells);
  } catch (error) {
    throw isTaken(error) ? new TakenError(plan, id, values, error) : error;
  }
}
