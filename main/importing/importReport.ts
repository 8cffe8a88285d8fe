import type { Field } from "../../shared/fields/field.ts";
import { showValue } from "../../shared/fields/index.ts";
import type { ImportChange, ImportCounts, ImportedTable, ImportTrouble, Values } from "../../shared/api/api.ts";
import type { RowTrouble } from "./incoming.ts";
import type { Gathering, Item } from "./items.ts";
import { countFates, noCounts, rowFates, sumOf } from "./rowFates.ts";
import type { Known } from "./knownRecords.ts";
import type { Pause } from "./pause.ts";
import { columnName } from "../../shared/wording/columnName.ts";
import { titleCells } from "./titleCells.ts";
import type { UnderstoodTable } from "./understandWorkbook.ts";

// What is told of an import: counts by sheet row, troubles with their cells, and the first changes.

const mostTroubles = 1_000;
export const mostChanges = 300;

export interface Findings {
  readonly tables: ImportedTable[];
  readonly counts: ImportCounts;
  readonly troubles: ImportTrouble[];
  readonly preview: ImportChange[];
}

/**
 * Also notes on the first item of each row what becomes of the row.
 * @param more troubles that belong to no single row, such as totals that do not add up.
 */
export async function findingsOf(
  tables: readonly UnderstoodTable[],
  gathered: Gathering,
  more: readonly { table: number; trouble: RowTrouble }[],
  hidden: readonly string[],
  pause: Pause,
): Promise<Findings> {
  const troubles = [...gathered.troubles, ...more].sort((a, b) => a.table - b.table || a.trouble.row - b.trouble.row);
  const fates = await rowFates(gathered, pause);
  for (const { lead, standing } of fates) lead.standing = standing;
  const counted = withDoubts(countFates(tables.length, fates), troubles);
  return {
    tables: tables.map((one, at) => ({
      ...importedTable(one, counted[at] ?? noCounts),
      ...totalsOf(gathered, at),
    })),
    counts: sumOf(counted),
    troubles: [
      ...hidden.map((sheet) => told(sheet, { message: "工作表是隐藏的，没有导入" })),
      ...troubles.slice(0, mostTroubles).map(({ table, trouble }) => troubleOf(tables[table], trouble)),
    ],
    preview: changesIn(tables, gathered),
  };
}

function withDoubts(
  counts: readonly ImportCounts[],
  troubles: readonly { table: number; trouble: RowTrouble }[],
): ImportCounts[] {
  const doubts = Map.groupBy(
    troubles.filter(({ trouble }) => trouble.kind === "doubt"),
    ({ table }) => table,
  );
  return counts.map((count, at) => ({ ...count, doubts: doubts.get(at)?.length ?? 0 }));
}

function totalsOf({ totals }: Gathering, at: number): Pick<ImportedTable, "totals"> {
  const own = totals.filter(({ table }) => table === at).map(({ total }) => total);
  return own.length === 0 ? {} : { totals: own };
}

export function importedTable(
  { table, columns, plan, place, confidence: sure, recipe, template }: UnderstoodTable,
  counts: ImportCounts,
): ImportedTable {
  return {
    sheet: table.sheet,
    place,
    confidence: sure,
    ...(recipe === undefined ? {} : { recipe }),
    ...(template === undefined ? {} : { template }),
    ...titledBy(plan),
    ledger: plan?.declaration.name ?? null,
    headerRows: [...table.headerRows],
    firstRow: table.firstRow,
    lastRow: table.lastRow,
    columns: columns.map(({ column, heading, target, unit, confidence }) => ({
      column,
      heading,
      ledger: target?.ledger ?? null,
      field: target?.field ?? null,
      ...(unit === undefined ? {} : { unit }),
      confidence,
    })),
    counts,
  };
}

function titledBy(plan: UnderstoodTable["plan"]): Pick<ImportedTable, "titled"> {
  const titled = plan === null ? [] : titleCells(plan);
  return titled.length === 0 ? {} : { titled };
}

function troubleOf(
  one: UnderstoodTable | undefined,
  { row, column, raw, field, message, kind }: RowTrouble,
): ImportTrouble {
  return told(one?.table.sheet ?? "", { cell: `${columnName(column)}${row}`, raw, field, message, kind });
}

function told(sheet: string, trouble: Partial<ImportTrouble> & { message: string }): ImportTrouble {
  return { sheet, cell: "", raw: "", field: null, kind: "warning", ...trouble };
}

function changesIn(tables: readonly UnderstoodTable[], { items, known }: Gathering): ImportChange[] {
  const changes: ImportChange[] = [];
  for (const item of items) {
    if (changes.length >= mostChanges) break;
    if (item.outcome === "same" || item.outcome === "merged") continue;
    changes.push(changeOf(item, item.outcome, tables[item.table], known));
  }
  return changes;
}

function changeOf(
  item: Item,
  outcome: ImportChange["outcome"],
  from: UnderstoodTable | undefined,
  known: Known,
): ImportChange {
  const declaration = known.get(item.ledger)?.declaration;
  const after = { ...(outcome === "updated" ? item.changes : item.values), ...item.extras };
  // Extra fields are the table's own ledger's; a record that the row carries has none.
  const fieldOf = (name: string): Field | undefined =>
    declaration?.fields[name] ?? (item.role === "main" ? from?.plan?.extras[name] : undefined);
  const show = (name: string, values: Values): string => {
    const field = fieldOf(name);
    return field === undefined
      ? ""
      : showValue(field, values[name] ?? null, titlesIn(known, values[name] ?? null, field));
  };
  const stored = item.id === null ? undefined : known.get(item.ledger)?.records.get(item.id)?.values;
  const whole = { ...stored, ...item.values };
  // A detail without a title of its own goes by what it belongs to.
  const references = Object.keys(whole).filter((name) => declaration?.fields[name]?.kind === "reference");
  const title = [declaration?.titleField ?? "", ...references].find((name) => (whole[name] ?? null) !== null) ?? "";
  return {
    ledger: item.ledger,
    outcome,
    title: show(title, whole),
    sheet: from?.table.sheet ?? "",
    row: item.row,
    fields: Object.keys(after)
      .filter((name) => (after[name] ?? null) !== null)
      .map((name) => ({
        field: name,
        label: fieldOf(name)?.label ?? name,
        before: show(name, item.before),
        after: show(name, after),
      })),
    ...(item.message === undefined ? {} : { message: item.message }),
  };
}

/** Words for the ids in a reference. */
function titlesIn(known: Known, value: unknown, field: { kind: string; to?: string }): Record<string, string> {
  if (field.to === undefined) return {};
  const target = known.get(field.to);
  const ids = [value].flat().filter((id) => typeof id === "string");
  return Object.fromEntries(
    ids.map((id) => [id, String(target?.records.get(id)?.values[target.declaration.titleField] ?? "")]),
  );
}
