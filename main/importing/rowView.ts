import type { StagedField, StagedRow, StoredRecord, Values } from "../../shared/api/api.ts";
import type { Field } from "../../shared/fields/field.ts";
import { showValue } from "../../shared/fields/index.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { columnName } from "../../shared/wording/columnName.ts";
import { compareItem } from "./compare.ts";
import type { Item, NearRecord } from "./items.ts";
import type { StagedTable } from "./storedTables.ts";

// A staged item as a person reads it: every field with what it says now, what the file says and the cell that says so.

/** What the items of a page point at. */
export interface Surroundings {
  /** As the items count them. */
  readonly tables: readonly StagedTable[];
  readonly stored: ReadonlyMap<string, StoredRecord>;
  /** Of stored records and of new ones in the batch. */
  readonly titles: Readonly<Record<string, string>>;
  readonly details: ReadonlyMap<string, string>;
  readonly extras: ReadonlyMap<string, Readonly<Record<string, Field>>>;
  /** By stored record: fields that a person typed last. */
  readonly typed: ReadonlyMap<string, ReadonlySet<string>>;
}

export type ItemView = Omit<StagedRow, "decision" | "standing">;

export function rowView(item: Item, declaration: LedgerDeclaration, around: Surroundings): ItemView {
  const table = around.tables[item.table];
  const stored = item.version > 0 ? around.stored.get(item.id ?? "") : undefined;
  const values = withNames(item, declaration);
  const fields = fieldsOf(item, values, declaration, stored, table, around);
  const { titleField } = declaration;
  const titled = fields.find(({ field }) => field === titleField)?.after ?? "";
  const own = stored === undefined ? "" : (around.titles[stored.id] ?? "");
  return {
    position: item.position ?? 0,
    table: item.table,
    sheet: table?.sheet ?? "",
    row: item.row,
    ledger: item.ledger,
    outcome: item.outcome === "merged" ? "same" : item.outcome,
    title: [titled, own, belongsTo(declaration, fields), fields[0]?.after ?? ""].find((words) => words !== "") ?? "",
    id: item.version > 0 ? item.id : null,
    candidates: (item.near ?? []).map((near) => candidate(near, around)),
    fields,
    ...(item.message === undefined ? {} : { message: item.message }),
  };
}

/** The company of a row whose own name is missing tells it better than any other field. */
function belongsTo({ fields: declared }: LedgerDeclaration, fields: StagedRow["fields"]): string {
  return fields.find(({ field }) => declared[field]?.kind === "reference")?.after ?? "";
}

function candidate({ id, why, score }: NearRecord, { titles, details }: Surroundings): StagedRow["candidates"][number] {
  return { id, title: titles[id] ?? "", detail: details.get(id) ?? "", why, score };
}

/** References that nobody has resolved are shown as they are written. */
function withNames({ values, read, part }: Item, { fields }: LedgerDeclaration): Values {
  const incoming = read === undefined ? undefined : [...read.main, ...read.carried][part ?? -1];
  const names: Values = {};
  for (const [field, written] of Object.entries(incoming?.names ?? {}))
    names[field] = fields[field]?.kind === "references" ? [...written] : written.join("、");
  return { ...names, ...values };
}

function fieldsOf(
  item: Item,
  values: Values,
  declaration: LedgerDeclaration,
  stored: StoredRecord | undefined,
  table: StagedTable | undefined,
  { titles, extras, typed }: Surroundings,
): StagedField[] {
  // Compared anew: the record may have moved on since the row was staged.
  const now: Item = { ...item, values: { ...item.values }, extras: { ...item.extras } };
  if (stored !== undefined && item.outcome !== "merged") compareItem(now, stored);
  const changes: Values = stored === undefined ? {} : { ...now.changes, ...now.extras };
  const before: Values = { ...stored?.extras, ...stored?.values };
  const own = extras.get(item.ledger) ?? {};
  return inOrder({ ...values, ...item.extras }, declaration).flatMap(([name, value]): StagedField[] => {
    const field = declaration.fields[name] ?? own[name];
    if (field === undefined || value === null) return [];
    const said = stored === undefined ? value : (changes[name] ?? before[name] ?? value);
    return [
      {
        field: name,
        label: field.label,
        before: showValue(field, before[name] ?? null, titles),
        after: showValue(field, said, titles),
        changed: stored === undefined ? item.outcome === "added" : name in changes,
        ...(name in changes && typed.get(item.id ?? "")?.has(name) === true ? { typed: true as const } : {}),
        ...cellOf(item, name, table),
      },
    ];
  });
}

/** As forms and lists have them: references are resolved last, and a company would stand below what is said of it. */
function inOrder(values: Values, { fields }: LedgerDeclaration): [string, Values[string]][] {
  const places = new Map(Object.keys(fields).map((name, at) => [name, at]));
  const place = ([name]: [string, unknown]): number => places.get(name) ?? places.size;
  return Object.entries(values).sort((a, b) => place(a) - place(b));
}

/** The first cell that says the field; of several for one stage field, the first that is filled. */
function cellOf(
  { raw, row, ledger }: Item,
  field: string,
  table: StagedTable | undefined,
): { cell?: string; raw?: string } {
  for (const [at, column] of (table?.columns ?? []).entries()) {
    const fits = column.field === field || column.field?.split(/[@#]/u)[0] === field;
    const text = raw[at]?.trim() ?? "";
    if (fits && (column.ledger ?? table?.ledger) === ledger && text !== "")
      return { cell: `${columnName(column.column)}${row}`, raw: raw[at] ?? "" };
  }
  return {};
}
