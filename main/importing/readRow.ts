import type { StageEntry } from "../../shared/fields/field.ts";
import type { Values } from "../../shared/api/api.ts";
import { columnsBut, type CellValue } from "./cellValues.ts";
import type { Incoming, ReadRow, RowTrouble } from "./incoming.ts";
import { folded } from "../../shared/fields/cellText.ts";
import { levelTold } from "../../shared/dictionaries/levels.ts";
import { carriedOf } from "./readCarried.ts";
import type { GridCell, GridRow } from "./sheetGrid.ts";
import { rowFacts } from "./rowFacts.ts";
import { addsUp, type Figures } from "./figures.ts";
import { stageEntries } from "./stageEntries.ts";
import { validUntil, yearsNamed } from "./validity.ts";
import type { PlannedColumn, TablePlan } from "./tablePlan.ts";

// One row of a table → the records it speaks of. A doubtful cell leaves its field blank and is listed; the row goes in.

export function readRow(plan: TablePlan, row: GridRow): ReadRow {
  const { columns } = plan;
  const facts = rowFacts(plan);
  const cells = cellsUnder(columns, row);
  const troubles: RowTrouble[] = [];
  const found: CellValue[] = [];
  const own: CellValue[] = [];
  let lasts: { years: number; doubt: RowTrouble } | undefined;
  const ownYear = yearIn(cells[facts.yearAt], columns[facts.yearAt]);
  const year = ownYear ?? plan.year;
  for (let at = 0; at < columns.length; at++) {
    const cell = cells[at];
    const column = columns[at];
    if (cell === undefined || column === undefined || column.field === null) continue;
    const reading = column.read(cell, column.year ?? year);
    if ("doubt" in reading) {
      const about = { row: row.row, column: column.column, raw: cell.text, field: column.field.label };
      const doubt: RowTrouble = { ...about, kind: "doubt", message: reading.doubt };
      const years = isValidity(plan, column) ? yearsNamed(cell.text) : null;
      if (years === null) troubles.push(doubt);
      else lasts = { years, doubt };
      continue;
    }
    if (reading.warning !== undefined) {
      const about = { row: row.row, column: column.column, raw: cell.text, field: column.field.label };
      troubles.push({ ...about, kind: "warning", message: reading.warning });
    }
    if (reading.value === null) continue;
    const value = { column, value: reading.value, raw: cell.text, part: facts.parts[at] ?? null };
    found.push(value);
    if (value.part !== null) own.push(value);
  }
  const main = mainOf(plan, own, year, ownYear, row, troubles);
  if (lasts !== undefined && !main.every((one) => fillValidity(plan, one.values, lasts.years)))
    troubles.push(lasts.doubt);
  const carried = found.length === own.length ? noRecords : carriedOf(plan, found, main[0], year);
  return {
    row: row.row,
    raw: cells.map((cell) => cell?.text ?? ""),
    figures: figuresOf(plan, found),
    main,
    carried,
    troubles,
    ...(ownYear !== undefined && plan.year !== undefined && ownYear !== plan.year ? { otherYear: ownYear } : {}),
  };
}
const noRecords: readonly Incoming[] = [];

/** Both stand in ascending columns, so one walk over the row finds each column's cell. */
function cellsUnder(columns: TablePlan["columns"], row: GridRow): (GridCell | undefined)[] {
  let next = 0;
  let before = 0;
  return columns.map((column) => {
    // A person may have put the columns in another order.
    if (column.column < before) next = 0;
    before = column.column;
    while ((row.cells[next]?.column ?? Infinity) < column.column) next++;
    const cell = row.cells[next];
    return cell?.column === column.column ? ownCell(cell, column) : undefined;
  });
}

function isValidity({ declaration }: TablePlan, { target }: PlannedColumn): boolean {
  const { status } = declaration.fields;
  return status?.kind === "stages" && target?.own === true && target.field === status.expiresBy;
}

/** Reckons the end of a grant from its years; false where that is not possible and nothing else knows the years. */
function fillValidity({ declaration }: TablePlan, values: Values, years: number): boolean {
  const { status } = declaration.fields;
  if (status?.kind !== "stages" || status.expiresBy === undefined) return false;
  const until = validUntil(status, (values["status"] ?? []) as StageEntry[], years);
  if (until === null) return status.lastsYears === years;
  values[status.expiresBy] = until;
  return true;
}

/**
 * What a merge spreads to the right belongs to the cell on the left alone; what it spreads down belongs to every row,
 * except figures: one amount over three rows is one amount.
 */
function ownCell(cell: GridCell, { field }: PlannedColumn): GridCell | undefined {
  if (cell.filled === undefined) return cell;
  if (cell.filled === "across") return undefined;
  return field !== null && addsUp(field.kind) ? undefined : cell;
}

/** By column; `found` has the columns' order. Only a table with totals asks for them. */
function figuresOf({ columns, table }: TablePlan, found: readonly CellValue[]): Figures {
  if (table.totals.length === 0) return noFigures;
  let next = 0;
  return columns.map((column) => {
    const cell = found[next];
    if (cell?.column !== column) return null;
    next++;
    return column.field !== null && addsUp(column.field.kind) && typeof cell.value === "number" ? cell.value : null;
  });
}
const noFigures: Figures = [];

/** The year in the row's own year column. */
function yearIn(cell: GridCell | undefined, column: PlannedColumn | undefined): number | undefined {
  if (cell === undefined || column?.field?.kind !== "year") return undefined;
  const reading = column.read(cell, undefined);
  return "value" in reading && typeof reading.value === "number" ? reading.value : undefined;
}

/** One record, or one for each year that the headings name. */
function mainOf(
  plan: TablePlan,
  own: readonly CellValue[],
  year: number | undefined,
  ownYear: number | undefined,
  row: GridRow,
  troubles: RowTrouble[],
): Incoming[] {
  const { yearField, name } = plan.declaration;
  const { takesYear } = rowFacts(plan);
  const years = yearsOf(plan, own, year);
  return years.map(([ofYear, cells]) => {
    const { values, names, extras, presumed } = collect(plan, cells, ofYear, ownYear, row, troubles);
    if (takesYear && yearField !== undefined) {
      // The row's own year is one of several: each record takes that of its columns.
      if (years.length > 1) delete values[yearField];
      const spoken = years.length > 1 ? ofYear : yearOfRow(plan, values, ofYear);
      if (values[yearField] === undefined && spoken !== undefined) {
        values[yearField] = spoken;
        if (years.length === 1) presumed.push(yearField);
      }
    }
    return { ledger: name, role: "main", values, names, extras, presumed, elsewhere: columnsBut(own, cells) };
  });
}

function yearsOf(
  plan: TablePlan,
  own: readonly CellValue[],
  year: number | undefined,
): [number | undefined, readonly CellValue[]][] {
  const { namesYears, takesYear } = rowFacts(plan);
  if (!namesYears) return [[year, own]];
  const { yearField, identifiedBy } = plan.declaration;
  const naming = new Set(identifiedBy.flat().filter((field) => field !== yearField));
  return byYear(own, year, ({ column }) => naming.has(column.target?.field ?? ""), takesYear);
}

/**
 * The year of a row without a year of its own. The date of its grant, or its only `date`, outranks a title: a list of
 * 2012 holds certificates of 2010. A grant early in the year after is still the title's.
 */
function yearOfRow(plan: TablePlan, values: Values, told: number | undefined): number | undefined {
  const { granted, ended } = rowFacts(plan);
  const entries = (values["status"] ?? none) as readonly StageEntry[];
  // The year of a revocation is not that of the grant.
  if (entries.length > 0 && entries.every(({ stage }) => ended.has(stage))) return undefined;
  const dates = granted.map((stage) => entries.find((entry) => entry.stage === stage)?.date ?? null);
  const date = dates.find((one) => one !== null) ?? values["date"];
  if (typeof date !== "string") return told;
  const year = Number(date.slice(0, 4));
  return told !== undefined && (year === told || year === told + 1) ? told : year;
}
const none: readonly StageEntry[] = [];

/**
 * Cells grouped by the year of their heading. Where headings name two years or more, cells without one join each;
 * a single year is the row's. 上年度 is the year before the row's: of the others only those that say whose row it is
 * join it.
 */
export function byYear(
  cells: readonly CellValue[],
  year: number | undefined,
  isName: (cell: CellValue) => boolean,
  takesYear: boolean,
): [number | undefined, CellValue[]][] {
  const isBefore = ({ column }: CellValue): boolean => column.year === undefined && column.yearBefore === true;
  const before = takesYear && year !== undefined ? cells.filter(isBefore) : [];
  const others = cells.filter((cell) => !before.includes(cell));
  const years = [...new Set(others.flatMap(({ column }) => column.year ?? []))].sort((a, b) => a - b);
  const groups: [number | undefined, CellValue[]][] =
    years.length < 2
      ? [[years[0] ?? year, others]]
      : years.map((one) => [one, others.filter(({ column }) => column.year === undefined || column.year === one)]);
  if (before.length === 0 || year === undefined) return groups;
  const own = groups.find(([one]) => one === year - 1);
  if (own !== undefined) own[1].push(...before);
  else groups.unshift([year - 1, [...others.filter(isName), ...before]]);
  return groups.filter(([one, some]) => one !== year || some.some((cell) => !isName(cell)) || groups.length === 1);
}

/** Puts cells into values, names and extra values; status columns become stage entries. */
function collect(
  plan: TablePlan,
  cells: readonly CellValue[],
  year: number | undefined,
  ownYear: number | undefined,
  row: GridRow,
  troubles: RowTrouble[],
): { values: Values; names: Record<string, string[]>; extras: Values; presumed: string[] } {
  const values: Values = {};
  const names: Record<string, string[]> = {};
  const extras: Values = {};
  const status: CellValue[] = [];
  for (const cell of cells) {
    const field = cell.column.target?.field ?? "";
    if (cell.part === "value") values[field] = cell.value;
    else if (cell.part === "status") status.push(cell);
    else if (cell.part === "extra") extras[field] = cell.value;
    else names[field] = [cell.value].flat() as string[];
  }
  const { titled, tellsLevel } = rowFacts(plan);
  const presumed = titled.filter((field) => values[field] === undefined);
  const level = tellsLevel ? levelFrom(cells) : null;
  if (level !== null) values["level"] ??= level;
  for (const field of titled) values[field] ??= plan.titled[field] ?? null;
  const entries = stagesOf(plan, status, year, ownYear, row, troubles);
  if (entries.length > 0) values["status"] = entries;
  return { values, names, extras, presumed };
}

/** The level that the row's own award or plan names: 山东省科技进步奖. */
function levelFrom(cells: readonly CellValue[]): string | null {
  for (const { column, raw, value } of cells) {
    if (column.field?.kind !== "choice" || column.field.tellsLevel !== true) continue;
    const level = levelTold(folded(raw)) ?? levelTold(String(value));
    if (level !== null) return level;
  }
  return null;
}

function stagesOf(
  plan: TablePlan,
  cells: readonly CellValue[],
  year: number | undefined,
  ownYear: number | undefined,
  row: GridRow,
  troubles: RowTrouble[],
): StageEntry[] {
  const field = plan.declaration.fields["status"];
  // A row that says nothing of any step, under a title that does not either.
  if (field?.kind !== "stages" || (cells.length === 0 && plan.titleStage === undefined)) return [];
  const at = (suffix: string): CellValue | undefined =>
    cells.find(({ column }) => column.target?.field === `status${suffix}`);
  const textAt = (suffix: string): string | null => {
    const value = at(suffix)?.value;
    return typeof value === "string" ? value : null;
  };
  const { titleStage } = plan;
  const { entries, orphan } = stageEntries(field, {
    named: (at("")?.value ?? []) as StageEntry[],
    dated: cells.flatMap(({ column, value }) => {
      const [, stage] = column.target?.field.split("@") ?? [];
      return stage === undefined || typeof value !== "string" ? [] : [[stage, value] as const];
    }),
    date: textAt("#date"),
    documentNo: textAt("#documentNo"),
    dateMeans: plan.dateMeans?.stage,
    yearOf:
      field.yearOf === undefined || ownYear === undefined ? undefined : { stage: field.yearOf, date: String(ownYear) },
    titled: titleStage && {
      stage: titleStage.stage,
      date: titleStage.isDated && year !== undefined ? String(year) : null,
    },
  });
  const lost = orphan ? (at("#date") ?? at("#documentNo")) : undefined;
  if (lost !== undefined) {
    const about = { row: row.row, column: lost.column.column, raw: lost.raw, field: field.label };
    troubles.push({ ...about, kind: "doubt", message: "这一行没有写明状态，不知道是哪一步的日期或文号" });
  }
  return entries;
}
