import type { Values } from "../../shared/api/api.ts";
import type { Carried } from "../../shared/ledgers/define.ts";
import { splitList } from "../../shared/fields/cellText.ts";
import type { Incoming } from "./incoming.ts";
import type { CellValue } from "./readRow.ts";
import type { TablePlan } from "./tablePlan.ts";

// A row's values for the ledgers that its own carries: the company's credit code, aliases, figures of the year.

/** @param main the row's own record, whose reference names the carried one where its name has no column. */
export function carriedOf(
  plan: TablePlan,
  found: readonly CellValue[],
  main: Incoming | undefined,
  year: number | undefined,
): Incoming[] {
  return (plan.declaration.carries ?? []).flatMap((carried) => {
    const cells = found.filter(({ column }) => isOf(column.target, carried));
    if (cells.length === 0) return [];
    return yearsOf(cells, year).flatMap(([ofYear, ofThat]) => records(plan, carried, ofThat, ofYear, main));
  });
}

function isOf(target: { ledger: string; field: string; own: boolean } | null, carried: Carried): boolean {
  return target !== null && !target.own && target.ledger === carried.ledger && carried.fields.includes(target.field);
}

// Unlike the row's own record, a carried one takes each cell's year by itself: 上年度销售收入 beside 2012年研发费用.
function yearsOf(cells: readonly CellValue[], year: number | undefined): [number | undefined, CellValue[]][] {
  const groups = new Map<number | undefined, CellValue[]>();
  for (const cell of cells) {
    const of = cell.column.year ?? (cell.column.yearBefore === true && year !== undefined ? year - 1 : year);
    groups.set(of, [...(groups.get(of) ?? []), cell]);
  }
  return [...groups];
}

function records(
  plan: TablePlan,
  carried: Carried,
  cells: readonly CellValue[],
  year: number | undefined,
  main: Incoming | undefined,
): Incoming[] {
  const values: Values = {};
  const names: Record<string, string[]> = {};
  for (const { column, value } of cells) {
    const field = column.target?.field ?? "";
    if (column.field?.kind === "reference" || column.field?.kind === "references")
      names[field] = [value].flat() as string[];
    else values[field] = value;
  }
  Object.assign(values, carried.fixed);
  const yearField = plan.ledgers[carried.ledger]?.yearField;
  if (yearField !== undefined && values[yearField] === undefined && year !== undefined) values[yearField] = year;
  if ("toCarried" in carried.link) {
    const title = plan.ledgers[carried.ledger]?.titleField ?? "name";
    const written = main?.names[carried.link.toCarried]?.[0];
    if (values[title] === undefined && written !== undefined) values[title] = written;
  }
  const record: Incoming = { ledger: carried.ledger, role: "carried", values, names, extras: {}, link: carried.link };
  const { each } = carried;
  const list = each === undefined ? undefined : values[each];
  if (each === undefined || typeof list !== "string") return [record];
  return splitList(list).items.map((item) => ({ ...record, values: { ...values, [each]: item } }));
}
