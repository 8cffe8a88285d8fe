import type { ReadHandle } from "../database/open.ts";
import type { ImportedTable, ValueSource } from "../../shared/api/api.ts";
import type { Value } from "../../shared/fields/field.ts";
import { columnName } from "../../shared/wording/columnName.ts";
import { sameValue } from "./cells.ts";
import { valuesIn } from "./history.ts";
import { ledgerNamed } from "./ledgerNamed.ts";
import { amongIds } from "./readRecords.ts";

// Where a value came from: the newest change that set it, and if that was an import, the cell that it was read from.
// Of each row only its raw texts are kept; which column fed which field stands once, with the imported table.

/** Who set a field, and what it said before and after. */
interface Setter {
  readonly batch: number | null;
  /** What a taking back would name: a batch, or a merge of organisations. */
  readonly act: string | null;
  readonly at: string;
  readonly who: string;
  readonly before: Value | null;
  readonly after: Value | null;
}

interface SourceRow {
  readonly table: {
    readonly sheet: string;
    readonly ledger: string | null;
    readonly columns: ImportedTable["columns"];
    readonly titled: NonNullable<ImportedTable["titled"]>;
  };
  readonly row: number;
  readonly raw: readonly (string | null)[];
  readonly corrected: readonly string[];
}

/** Record id → field → source, for every field that is not blank; extra fields under their own names. */
export async function valueSources(
  db: ReadHandle,
  ledger: string,
  ids: readonly string[],
): Promise<Map<string, Record<string, ValueSource>>> {
  const setters = await settersOf(db, ledger, ids);
  const rows = await sourceRows(db, ledger, ids);
  const files = await filesOf(db);
  const found = new Map<string, Record<string, ValueSource>>();
  for (const [id, fields] of setters) {
    const sources: Record<string, ValueSource> = {};
    for (const [field, { batch, who, at, after }] of fields) {
      const file = batch === null ? undefined : files.get(batch);
      const said = batch === null ? [] : (rows.get(`${id} ${batch}`) ?? []);
      const told = datedBy(ledger, field, fields).map((column) => cellOf(said, ledger, column));
      const dated = told.find((cell) => cell !== null);
      const place = cellOf(said, ledger, field) ?? dated ?? titleOf(said, ledger, field, after) ?? rowOf(said);
      sources[field] =
        batch === null || file === undefined || place === null
          ? { kind: "manual", by: who, at }
          : {
              kind: "cell",
              batch,
              file: file.fileName,
              fileHash: file.fileHash,
              ...place,
              ...(said.some(({ corrected }) => corrected.includes(field)) ? { corrected: true } : {}),
            };
    }
    found.set(id, sources);
  }
  return found;
}

/** Record id → fields whose value a person typed last. */
export async function typedFields(
  db: ReadHandle,
  ledger: string,
  ids: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  const setters = await settersOf(db, ledger, ids);
  return new Map(
    [...setters].map(([id, fields]) => [
      id,
      new Set([...fields].flatMap(([field, { batch }]) => (batch === null ? [field] : []))),
    ]),
  );
}

async function settersOf(
  db: ReadHandle,
  ledger: string,
  ids: readonly string[],
): Promise<Map<string, Map<string, Setter>>> {
  const rows = await db
    .selectFrom("history")
    .select(["seq", "record", "batch", "at", "who", "before", "after"])
    .where("record", "in", amongIds(ids))
    .where("ledger", "=", ledger)
    .orderBy("seq")
    .execute();
  const all = new Map<string, Map<string, Setter[]>>(ids.map((id) => [id, new Map()]));
  const merges = await db
    .selectFrom("companyMerges")
    .select(["id", "first", "last", "undoneFirst", "undoneLast"])
    .where("undoneFirst", "is not", null)
    .execute();
  const mergeOf = (seq: number): string | null => {
    const within = merges.find(
      ({ first, last, undoneFirst, undoneLast }) =>
        (seq >= first && seq <= last) || (seq >= (undoneFirst ?? 0) && seq <= (undoneLast ?? 0)),
    );
    return within === undefined ? null : `merge ${within.id}`;
  };
  const takenBack = await db.selectFrom("batches").select("id").where("status", "=", "takenBack").execute();
  const out = new Set<number | null>(takenBack.map(({ id }) => id));
  for (const { seq, record, batch, at, who, before, after } of rows) {
    // What a batch that is no more has said counts only in a record that it made and that stayed.
    if (before !== null && out.has(batch)) continue;
    const act = batch === null ? mergeOf(seq) : `batch ${batch}`;
    const [old, now] = [flat(before), flat(after)];
    for (const [field, value] of Object.entries(now)) {
      const fields = all.get(record);
      const list = fields?.get(field) ?? [];
      fields?.set(field, withSetter(list, { batch, act, at, who, before: old[field] ?? null, after: value }));
    }
  }
  const newest = new Map<string, Map<string, Setter>>();
  for (const [id, fields] of all) {
    const last = new Map<string, Setter>();
    for (const [field, list] of fields) {
      const setter = list.at(-1);
      if (setter !== undefined && setter.after !== null) last.set(field, setter);
    }
    newest.set(id, last);
  }
  return newest;
}

/** A batch or a merge that puts back what it found has been taken back: the value is again the earlier setter's. */
function withSetter(list: readonly Setter[], next: Setter): Setter[] {
  const undone =
    next.act === null ? -1 : list.findIndex(({ act, before }) => act === next.act && sameValue(before, next.after));
  return undone < 0 ? [...list, next] : list.slice(0, undone);
}

/** Fields and extra fields of one side of a history row, without `deletedAt`. */
function flat(json: string | null): Record<string, Value | null> {
  const {
    deletedAt: _,
    extras,
    ...fields
  } = (valuesIn(json) ?? {}) as Record<string, Value | null> & {
    extras?: Record<string, Value | null>;
  };
  return { ...fields, ...extras };
}

/** By record and batch, in the order of the sheets and rows. */
async function sourceRows(db: ReadHandle, ledger: string, ids: readonly string[]): Promise<Map<string, SourceRow[]>> {
  const rows = await db
    .selectFrom("sources")
    .innerJoin("batchTables", "batchTables.id", "sources.batchTable")
    .select(["sources.record", "sources.batch", "sources.row", "sources.raw", "sources.corrected"])
    .select("batchTables.id as table")
    .where("sources.record", "in", amongIds(ids))
    .where("sources.ledger", "=", ledger)
    .orderBy("sources.batchTable")
    .orderBy("sources.row")
    .execute();
  const tables = await tablesOf(db, [...new Set(rows.map(({ table }) => table))]);
  const found = new Map<string, SourceRow[]>();
  for (const { record, batch, row, raw, corrected, table } of rows) {
    const known = tables.get(table);
    if (known === undefined) continue;
    const key = `${record} ${batch}`;
    const list = found.get(key) ?? [];
    found.set(key, list);
    list.push({
      table: known,
      row,
      raw: JSON.parse(raw) as (string | null)[],
      corrected: corrected === null ? [] : (JSON.parse(corrected) as string[]),
    });
  }
  return found;
}

async function tablesOf(db: ReadHandle, ids: readonly number[]): Promise<Map<number, SourceRow["table"]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("batchTables")
    .select(["id", "sheet", "ledger", "columns", "titled"])
    .where("id", "in", ids)
    .execute();
  return new Map(
    rows.map(({ id, sheet, ledger, columns, titled }) => [
      id,
      {
        sheet,
        ledger,
        // Only startBatch writes both.
        columns: JSON.parse(columns) as ImportedTable["columns"],
        titled: titled === null ? [] : (JSON.parse(titled) as NonNullable<ImportedTable["titled"]>),
      },
    ]),
  );
}

async function filesOf(db: ReadHandle): Promise<Map<number, { fileName: string; fileHash: string }>> {
  const rows = await db.selectFrom("batches").select(["id", "fileName", "fileHash"]).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

interface Place {
  readonly sheet: string;
  readonly cell: string;
  readonly raw: string;
}

/**
 * The first cell with words in it among the field's columns (a stage's date has one of its own: `status@认定`, its
 * document number `status#documentNo`).
 */
function cellOf(rows: readonly SourceRow[], ledger: string, field: string): Place | null {
  for (const { table, row, raw } of rows) {
    for (const [at, column] of table.columns.entries()) {
      const words = raw[at] ?? "";
      const fits = column.field === field || column.field?.split(/[@#]/u)[0] === field;
      if (fits && (column.ledger ?? ledger) === ledger && words.trim() !== "") {
        return { sheet: table.sheet, cell: `${columnName(column.column)}${row}`, raw: words };
      }
    }
  }
  return null;
}

/** Columns whose date told a year that no column says: those of a stage of this year, or the record's `date`. */
function datedBy(ledger: string, field: string, fields: ReadonlyMap<string, Setter>): string[] {
  const year = fields.get(field)?.after;
  if (field !== ledgerNamed(ledger).yearField || typeof year !== "number") return [];
  const isOfYear = (date: unknown): boolean => typeof date === "string" && date.startsWith(String(year));
  const stages = fields.get("status")?.after;
  const entries = Array.isArray(stages) ? stages.filter((entry) => typeof entry === "object") : [];
  const dated = entries.filter(({ date }) => isOfYear(date)).map(({ stage }) => `status@${stage}`);
  return [
    ...dated,
    ...(dated.length > 0 ? ["status#date"] : []),
    ...(isOfYear(fields.get("date")?.after) ? ["date"] : []),
  ];
}

/** The line above the table that says a value of all its rows. */
function titleOf(rows: readonly SourceRow[], ledger: string, field: string, value: Value | null): Place | null {
  const isSaid = (word: string | number): boolean =>
    Array.isArray(value) ? value.some((one) => typeof one === "object" && one.stage === word) : value === word;
  for (const { table } of rows) {
    if (table.ledger !== ledger) continue;
    const told = table.titled.find((one) => one.field === field && isSaid(one.value));
    if (told !== undefined) return { sheet: table.sheet, cell: told.cell, raw: told.raw };
  }
  return null;
}

/**
 * A value that no cell holds (the year in a file's name, a fixed value) is shown at the first cell of its row that
 * says anything, with the whole row as its raw text.
 */
function rowOf([first]: readonly SourceRow[]): Place | null {
  const said = first?.raw.map((text) => text ?? "") ?? [];
  const column = first?.table.columns.find(({ field: mapped }, at) => mapped !== null && said[at]?.trim() !== "");
  if (first === undefined || column === undefined) return null;
  const words = said.filter((text) => text.trim() !== "");
  return { sheet: first.table.sheet, cell: `${columnName(column.column)}${first.row}`, raw: words.join(" ") };
}
