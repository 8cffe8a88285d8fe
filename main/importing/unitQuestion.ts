import type { ColumnQuestion } from "../../shared/api/importing.ts";
import { folded } from "../../shared/fields/cellText.ts";
import type { MoneyField, MoneyUnit } from "../../shared/fields/field.ts";
import { toFen } from "../../shared/fields/money.ts";
import { money } from "../../shared/wording/money.ts";
import { farAbove, isOff, units } from "./amountScale.ts";
import { addressesOf, type DoubtfulCell } from "./doubtfulCells.ts";
import { cellAt } from "./sheetGrid.ts";
import type { PlannedColumn, TablePlan } from "./tablePlan.ts";

// A column of money without a unit is taken in the unit that its field usually has. Where that makes its amounts a
// thousand or ten thousand times what they were, somebody is asked.

/** Amounts of one field that are known already, in fen. */
export interface KnownAmounts {
  /** Median over the ledger; null where too few are stored. */
  readonly usual: number | null;
  /** What the same organisation had, beside what the file now gives it: stored median and new amount. */
  readonly pairs: readonly (readonly [before: number, now: number])[];
}
export const noAmounts: KnownAmounts = { usual: null, pairs: [] };

/** Rows that are looked at: a unit does not change half-way down. */
const looked = 20_000;
const fewest = 3;
/** 100 亿元 in fen: half of a list of companies above it were written in another unit. */
const beyondCompanies = 1e12;
/** Numbers of one sheet that differ by less, as powers of ten, were written in one unit. */
const alike = 2.5;

interface Amount extends DoubtfulCell {
  /** In fen, under the presumed unit. */
  readonly fen: number;
}

/** Whether nothing tells the unit: neither heading nor sheet, nor a person. Cells may still. */
export function lacksUnit(plan: TablePlan, { field, unit }: PlannedColumn): boolean {
  return field?.kind === "money" && unit === undefined && plan.table.unit === undefined;
}

/** Whether the whole column is in another unit, by what is known already. */
export function scaleQuestion(plan: TablePlan, column: PlannedColumn, known: KnownAmounts): ColumnQuestion | null {
  const { field } = column;
  if (field?.kind !== "money" || !lacksUnit(plan, column)) return null;
  const amounts = bareAmounts(plan, column, field);
  const [first] = amounts;
  if (first === undefined) return null;
  const middle = median(amounts.map(({ fen }) => fen));
  const same = sameOrganisation(known.pairs);
  if (same !== null) return asked(column, field, amounts, same, "库里同一单位原有数");
  if (known.usual !== null && amounts.length >= fewest) {
    const times = middle / known.usual;
    if (isOff(times)) return asked(column, field, amounts, times, "库里这一栏的中位数");
  }
  if (known.usual === null && middle >= beyondCompanies)
    return withUnits(column, field, amounts, "元", `，多在 ${money(middle)}上下，可能是“元”`);
  return neighbourQuestion(plan, column, field, amounts, middle);
}

/** A neighbour that is in another unit than the presumed one, by its heading or a person, and in numbers much like these. */
function neighbourQuestion(
  plan: TablePlan,
  column: PlannedColumn,
  field: MoneyField,
  amounts: readonly Amount[],
  middle: number,
): ColumnQuestion | null {
  const written = middle / 10 ** toFen[field.importUnit];
  for (const other of plan.columns) {
    const unit = units.find((one) => one === other.unit);
    if (other.field?.kind !== "money" || unit === undefined || unit === field.importUnit) continue;
    const theirs =
      median(bareAmounts(plan, other, other.field).map(({ fen }) => fen)) / 10 ** toFen[other.field.importUnit];
    if (!(Math.abs(Math.log10(theirs / written)) <= alike)) continue;
    return withUnits(
      column,
      field,
      amounts,
      unit,
      `，多在 ${money(middle)}上下；“${other.heading}”按“${unit}”，这一列可能也是`,
    );
  }
  return null;
}

/** Whether the column is in another unit because single rows stand out; these rows are asked about as well. */
export function rowsQuestion(plan: TablePlan, column: PlannedColumn): ColumnQuestion | null {
  const { field } = column;
  if (field?.kind !== "money" || !lacksUnit(plan, column)) return null;
  return outliers(column, field, bareAmounts(plan, column, field));
}

/** Numbers without a unit of their own; zero tells nothing. */
function bareAmounts({ table }: TablePlan, { column }: PlannedColumn, field: MoneyField): Amount[] {
  const power = toFen[field.importUnit];
  return table.rows.slice(0, looked).flatMap((row): Amount[] => {
    const cell = cellAt(row, column);
    if (cell === undefined || cell.filled !== undefined || (cell.type !== "number" && cell.type !== "text")) return [];
    const number = Number(folded(cell.text).replaceAll(",", "") || Number.NaN);
    return number > 0 && Number.isFinite(number)
      ? [{ row: row.row, column, raw: cell.text, fen: number * 10 ** power }]
      : [];
  });
}

/** How many times what they had before, where most agree on it. 千元 and 万元 differ by ten only. */
function sameOrganisation(pairs: KnownAmounts["pairs"]): number | null {
  const times = pairs.filter(([before, now]) => before > 0 && now > 0).map(([before, now]) => now / before);
  if (times.length < fewest) return null;
  const middle = median(times);
  const power = Math.round(Math.log10(middle));
  if (power === 0 || Math.abs(power) === 2 || Math.abs(power) > 5) return null;
  const near = Math.abs(power) === 1 ? 0.15 : 0.5;
  const agreeing = times.filter((one) => Math.abs(Math.log10(one) - power) <= near).length;
  return agreeing >= times.length * 0.6 ? middle : null;
}

const otherRows = "同列其他行";

/** Single rows far above all others: one sender wrote 元 among 万元. */
function outliers(column: PlannedColumn, field: MoneyField, amounts: readonly Amount[]): ColumnQuestion | null {
  if (amounts.length <= fewest) return null;
  const { middle, far } = farAbove(amounts);
  const [least] = far;
  if (least === undefined || far.length > amounts.length / 3) return null;
  return asked(column, field, far, least.fen / middle, otherRows);
}

function asked(
  column: PlannedColumn,
  field: MoneyField,
  amounts: readonly Amount[],
  times: number,
  than: string,
): ColumnQuestion {
  const likely = likelyUnit(field.importUnit, times);
  // Where single rows stand out, the column is most likely right and those rows are wrong.
  const isRows = than === otherRows;
  const where = isRows
    ? `第 ${amounts
        .slice(0, 3)
        .map(({ row }) => row)
        .join("、")} 行`
    : "整列";
  const why = `，${where}约为${than}的${timesInWords(times)}，可能是“${likely}”`;
  return withUnits(column, field, amounts, likely, why, isRows);
}

function withUnits(
  { column, heading }: PlannedColumn,
  { importUnit }: MoneyField,
  amounts: readonly Amount[],
  likely: MoneyUnit,
  why: string,
  presumedFirst = false,
): ColumnQuestion {
  const others = units.filter((unit) => unit !== likely && unit !== importUnit && unit !== "亿元");
  const first = presumedFirst ? [importUnit, likely] : [likely, importUnit];
  return {
    column,
    heading,
    kind: "unit",
    message: `“${heading}”没有写单位，按“${importUnit}”算${why}`,
    cells: addressesOf(amounts),
    choices: [...first, ...others].map((unit) => ({ label: `整列按“${unit}”`, correction: { unit } })),
    presumed: `按“${importUnit}”导入`,
  };
}

/** The unit, other than the presumed one, under which the amounts come nearest to what they should be. */
function likelyUnit(presumed: MoneyUnit, times: number): MoneyUnit {
  const wanted = toFen[presumed] - Math.log10(times);
  const [best] = units
    .filter((unit) => unit !== presumed)
    .sort((a, b) => Math.abs(toFen[a] - wanted) - Math.abs(toFen[b] - wanted));
  return best ?? presumed;
}

/** 1000 倍, 1 万倍, 1/1000. */
export function timesInWords(times: number): string {
  const power = Math.round(Math.log10(times));
  if (power < 0) return ` 1/${10 ** -power}`;
  return [" 1 倍", " 10 倍", " 100 倍", " 1000 倍", " 1 万倍"][power] ?? " 10 万倍";
}

/** The lower of two middles, so that few amounts are not averaged into one that nobody wrote. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
