import type { Values } from "../../shared/api/api.ts";
import type { Carried } from "../../shared/ledgers/define.ts";
import { readCell } from "../../shared/fields/index.ts";
import { splitList } from "../../shared/fields/cellText.ts";
import type { Incoming } from "./incoming.ts";
import { columnsBut, type CellValue } from "./cellValues.ts";
import type { TablePlan } from "./tablePlan.ts";

// A row's values for the ledgers that its own carries: the company's credit code, aliases, figures of the year.

/** @param main the row's own record, whose reference names the carried one where its name has no column. */
export function carriedOf(
  plan: TablePlan,
  found: readonly CellValue[],
  main: Incoming | undefined,
  year: number | undefined,
): Incoming[] {
  return (plan.declaration.carries ?? []).flatMap((carried, carry) => {
    const cells = found.filter(({ column }) => column.target?.carry === carry);
    if (cells.length === 0) return [];
    if (carried.each !== undefined) return cells.flatMap((cell) => eachOf(plan, carried, cell, cells));
    return yearsOf(cells, year).flatMap(([ofYear, ofThat]) => records(plan, carried, ofThat, cells, ofYear, main));
  });
}

/**
 * Unlike the row's own record, a carried one takes each cell's year by itself: 上年度销售收入 beside 2012年研发费用. A
 * cell that names none belongs to the latest year that its neighbours name, else to the row's.
 */
function yearsOf(cells: readonly CellValue[], year: number | undefined): [number | undefined, CellValue[]][] {
  const named = cells.flatMap(({ column }) => column.year ?? []);
  const own = named.length > 0 ? Math.max(...named) : year;
  const groups = new Map<number | undefined, CellValue[]>();
  for (const cell of cells) {
    const of = cell.column.year ?? (cell.column.yearBefore === true && year !== undefined ? year - 1 : own);
    groups.set(of, [...(groups.get(of) ?? []), cell]);
  }
  return [...groups];
}

function records(
  plan: TablePlan,
  carried: Carried,
  cells: readonly CellValue[],
  all: readonly CellValue[],
  year: number | undefined,
  main: Incoming | undefined,
): Incoming[] {
  const values: Values = { ...carried.fixed };
  const names: Record<string, string[]> = {};
  for (const { column, value } of cells) {
    const field = column.target?.field ?? "";
    if (column.field?.kind === "reference" || column.field?.kind === "references")
      names[field] = [value].flat() as string[];
    else values[field] = value;
  }
  const yearField = plan.ledgers[carried.ledger]?.yearField;
  if (yearField !== undefined && values[yearField] === undefined && year !== undefined) values[yearField] = year;
  if ("toCarried" in carried.link) {
    const title = plan.ledgers[carried.ledger]?.titleField ?? "name";
    const written = main?.names[carried.link.toCarried]?.[0];
    if (values[title] === undefined && written !== undefined) values[title] = written;
  }
  const elsewhere = columnsBut(all, cells);
  return [{ ledger: carried.ledger, role: "carried", values, names, extras: {}, elsewhere, link: carried.link }];
}

/** A record for each of the values in a cell. A heading that is itself a term tells its kind: 曾用名, 别名. */
function eachOf(plan: TablePlan, carried: Carried, cell: CellValue, all: readonly CellValue[]): Incoming[] {
  const { column, value } = cell;
  if (typeof value !== "string") return [];
  const values: Values = { ...carried.fixed };
  for (const [name, field] of Object.entries(plan.ledgers[carried.ledger]?.fields ?? {})) {
    if (field.kind !== "choice" || values[name] !== undefined) continue;
    const reading = readCell(field, { text: column.heading, type: "text" }, plan.terms);
    if ("value" in reading && reading.value !== null) values[name] = reading.value;
  }
  const elsewhere = columnsBut(all, [cell]);
  const about = {
    ledger: carried.ledger,
    role: "carried",
    names: {},
    extras: {},
    elsewhere,
    link: carried.link,
  } as const;
  const field = column.target?.field ?? "";
  return splitList(value).items.map((item) => Object.assign({ values: { ...values, [field]: item } }, about));
}
