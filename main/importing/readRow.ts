import type { StageEntry } from "../../shared/fields/field.ts";
import type { Values } from "../../shared/api/api.ts";
import { cellInput, columnsBut, type CellValue } from "./cellValues.ts";
import type { Incoming, ReadRow, RowTrouble } from "./incoming.ts";
import { folded } from "../../shared/fields/cellText.ts";
import { levelTold } from "../../shared/dictionaries/levels.ts";
import { carriedOf } from "./readCarried.ts";
import { cellAt, type GridCell, type GridRow } from "./sheetGrid.ts";
import { addsUp, type Figures } from "./figures.ts";
import { stageEntries } from "./stageEntries.ts";
import { validUntil, yearsNamed } from "./validity.ts";
import type { PlannedColumn, TablePlan } from "./tablePlan.ts";

// One row of a table → the records it speaks of. A doubtful cell leaves its field blank and is listed; the row goes in.

export function readRow(plan: TablePlan, row: GridRow): ReadRow {
  const cells = plan.columns.map((column) => ownCell(row, column));
  const troubles: RowTrouble[] = [];
  const found: CellValue[] = [];
  let lasts: { years: number; doubt: RowTrouble } | undefined;
  const ownYear = rowYear(plan, cells);
  const year = ownYear ?? plan.year;
  for (const [at, column] of plan.columns.entries()) {
    const cell = cells[at];
    if (cell === undefined || column.field === null) continue;
    const reading = column.read(cellInput(plan, column, cell, column.year ?? year));
    const about = { row: row.row, column: column.column, raw: cell.text, field: column.field.label };
    if ("doubt" in reading && isValidity(plan, column)) {
      const years = yearsNamed(cell.text);
      if (years !== null) {
        lasts = { years, doubt: { ...about, kind: "doubt", message: reading.doubt } };
        continue;
      }
    }
    if ("doubt" in reading) troubles.push({ ...about, kind: "doubt", message: reading.doubt });
    else if (reading.warning !== undefined) troubles.push({ ...about, kind: "warning", message: reading.warning });
    if ("value" in reading && reading.value !== null) found.push({ column, value: reading.value, raw: cell.text });
  }
  const own = found.filter(({ column }) => column.target?.ledger === plan.declaration.name && column.target.own);
  const main = mainOf(plan, own, year, ownYear, row, troubles);
  if (lasts !== undefined && !main.every((one) => fillValidity(plan, one.values, lasts.years)))
    troubles.push(lasts.doubt);
  const carried = carriedOf(plan, found, main[0], year);
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
function ownCell(row: GridRow, { column, field }: PlannedColumn): GridCell | undefined {
  const cell = cellAt(row, column);
  if (cell?.filled === "across") return undefined;
  return cell?.filled === "down" && field !== null && addsUp(field.kind) ? undefined : cell;
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
function rowYear(plan: TablePlan, cells: readonly (GridCell | undefined)[]): number | undefined {
  const { yearField, name } = plan.declaration;
  const at = plan.columns.findIndex(
    ({ target }) => target?.ledger === name && target.own && target.field === yearField,
  );
  const column = plan.columns[at];
  const cell = cells[at];
  if (column?.field?.kind !== "year" || cell === undefined) return undefined;
  const reading = column.read(cellInput(plan, column, cell, undefined));
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
  const { yearField, fields, name, identifiedBy } = plan.declaration;
  const takesYear = yearField !== undefined && fields[yearField]?.kind === "year";
  const naming = new Set(identifiedBy.flat().filter((field) => field !== yearField));
  const years = byYear(own, year, ({ column }) => naming.has(column.target?.field ?? ""), takesYear);
  return years.map(([ofYear, cells]) => {
    const { values, names, extras, presumed } = collect(plan, cells, ofYear, ownYear, row, troubles);
    // The row's own year is one of several: each record takes that of its columns.
    if (takesYear && years.length > 1) delete values[yearField];
    const spoken = years.length > 1 ? ofYear : yearOfRow(plan, values, ofYear);
    if (takesYear && values[yearField] === undefined && spoken !== undefined) {
      values[yearField] = spoken;
      if (years.length === 1) presumed.push(yearField);
    }
    return { ledger: name, role: "main", values, names, extras, presumed, elsewhere: columnsBut(own, cells) };
  });
}

/**
 * The year of a row without a year of its own. The date of its grant, or its only `date`, outranks a title: a list of
 * 2012 holds certificates of 2010. A grant early in the year after is still the title's.
 */
function yearOfRow({ declaration }: TablePlan, values: Values, told: number | undefined): number | undefined {
  const { status } = declaration.fields;
  const granted = status?.kind === "stages" ? status.flow.filter(({ phase }) => phase === "granted") : [];
  const entries = (values["status"] ?? []) as StageEntry[];
  // The year of a revocation is not that of the grant.
  const ended = status?.kind === "stages" ? status.flow.filter(({ phase }) => phase === "ended") : [];
  if (entries.length > 0 && entries.every((entry) => ended.some(({ stage }) => stage === entry.stage)))
    return undefined;
  const dates = granted.map(({ stage }) => entries.find((entry) => entry.stage === stage)?.date ?? null);
  const date = dates.find((one) => one !== null) ?? values["date"];
  if (typeof date !== "string") return told;
  const year = Number(date.slice(0, 4));
  return told !== undefined && (year === told || year === told + 1) ? told : year;
}

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
    const kind = plan.declaration.fields[field]?.kind;
    if (kind === "stages" || /[@#]/u.test(field)) status.push(cell);
    else if (kind === "reference" || kind === "references") names[field] = [cell.value].flat() as string[];
    else if (kind === undefined) extras[field] = cell.value;
    else values[field] = cell.value;
  }
  const presumed = Object.keys(plan.titled).filter((field) => values[field] === undefined);
  for (const [field, value] of Object.entries({ ...plan.titled, ...levelFrom(plan, cells) })) values[field] ??= value;
  const entries = stagesOf(plan, status, year, ownYear, row, troubles);
  if (entries.length > 0) values["status"] = entries;
  return { values, names, extras, presumed };
}

/** The level that the row's own award or plan names: 山东省科技进步奖. */
function levelFrom(plan: TablePlan, cells: readonly CellValue[]): Values {
  for (const { column, raw, value } of cells) {
    if (column.field?.kind !== "choice" || column.field.tellsLevel !== true) continue;
    const level = levelTold(folded(raw)) ?? levelTold(String(value));
    if (level !== null && plan.declaration.fields["level"] !== undefined) return { level };
  }
  return {};
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
  if (field?.kind !== "stages") return [];
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
