import { folded } from "../../shared/fields/cellText.ts";
import type { MoneyField, MoneyUnit } from "../../shared/fields/field.ts";
import { moneyKind, toFen } from "../../shared/fields/money.ts";
import { money } from "../../shared/wording/money.ts";
import { farAbove, isOff, units } from "./amountScale.ts";
import { cellAt } from "./sheetGrid.ts";
import type { PlannedColumn, TablePlan } from "./tablePlan.ts";

// Single amounts that stand out from their column: 3260000 among hundreds of 万元, 50元 among them. Their own unit, or
// the column's, may be the wrong one; both readings are proposed.

/** Rows that are looked at. */
const looked = 20_000;
/** Fewer amounts beside it tell nothing of a column. */
const fewest = 3;
const mostShown = 20;
/** Characters of an amount with its unit. */
const longest = 100;

export interface SingleAmount {
  /** 1-based. */
  readonly row: number;
  readonly column: number;
  readonly raw: string;
  /** As it was read. */
  readonly fen: number;
  /** How many times the column's middle it is. */
  readonly times: number;
  readonly unit: string;
  /** The unit that would make it like the others. */
  readonly likely: MoneyUnit;
  /** The amount as read, then with the likely unit. */
  readonly readings: readonly { readonly label: string; readonly value: string }[];
}

interface Amount {
  readonly row: number;
  readonly raw: string;
  readonly fen: number;
  readonly number: number;
  /** Written in the cell itself. */
  readonly ownUnit?: MoneyUnit;
}

/** @param bare whether amounts without a unit of their own are looked at: not once a person has told the column's. */
export function singleAmounts(plan: TablePlan, column: PlannedColumn, bare: boolean): SingleAmount[] {
  const { field } = column;
  if (field?.kind !== "money") return [];
  const ofColumn = unitOf(plan, column, field);
  const amounts = amountsIn(plan, column, ofColumn);
  if (amounts.length <= fewest) return [];
  const { middle, far: above } = farAbove(amounts);
  const far = new Set(above);
  const out = amounts.filter((one) =>
    one.ownUnit === undefined ? bare && far.has(one) : isOff(one.fen / middle) && one.ownUnit !== ofColumn,
  );
  if (out.length > amounts.length / 3) return [];
  return out.slice(0, mostShown).flatMap((one) => proposal(one, column, ofColumn, field, middle) ?? []);
}

function unitOf({ table }: TablePlan, { unit }: PlannedColumn, { importUnit }: MoneyField): MoneyUnit {
  return [unit, table.unit].find((one) => one !== undefined && isUnit(one)) ?? importUnit;
}

function isUnit(unit: string): unit is MoneyUnit {
  return Object.hasOwn(toFen, unit);
}

/** The unit of its own, or the column's, under which an amount comes near to the others; null where none does. */
function proposal(
  { row, raw, fen, number, ownUnit }: Amount,
  { column }: PlannedColumn,
  ofColumn: MoneyUnit,
  field: MoneyField,
  middle: number,
): SingleAmount | null {
  const unit = ownUnit ?? ofColumn;
  const [likely] = units
    .filter((one) => one !== unit)
    .map((one) => ({ one, fen: Math.round(number * 10 ** toFen[one]) }))
    .filter((one) => Number.isSafeInteger(one.fen) && one.fen > 0 && Math.abs(Math.log10(one.fen / middle)) <= 2)
    // The column's own unit is the likelier slip; then what is nearest.
    .sort((a, b) => Number(b.one === ofColumn) - Number(a.one === ofColumn) || distance(a.fen) - distance(b.fen));
  function distance(of: number): number {
    return Math.abs(Math.log10(of / middle));
  }
  if (likely === undefined) return null;
  const source = ownUnit === undefined ? `照整列按“${unit}”` : `照所写的“${unit}”`;
  return {
    row,
    column,
    raw,
    fen,
    times: fen / middle,
    unit,
    likely: likely.one,
    readings: [
      { label: `${source}：${money(fen)}`, value: moneyKind.show(field, fen) },
      { label: `这一格按“${likely.one}”：${money(likely.fen)}`, value: moneyKind.show(field, likely.fen) },
    ],
  };
}

/** Amounts above zero with the number as it stands in the cell. */
function amountsIn(plan: TablePlan, { column }: PlannedColumn, ofColumn: MoneyUnit): Amount[] {
  return plan.table.rows.slice(0, looked).flatMap((row): Amount[] => {
    const cell = cellAt(row, column);
    if (cell === undefined || cell.filled !== undefined || (cell.type !== "number" && cell.type !== "text")) return [];
    // What is longer is no amount, and takes long to look through.
    if (cell.text.length > longest) return [];
    const [, digits = "", word = ""] = /^[¥￥]?([\d,.]+)\(?([^)]*)\)?$/u.exec(folded(cell.text)) ?? [];
    const number = Number(digits.replaceAll(",", "") || Number.NaN);
    const ownUnit = ownUnits[word];
    if (!(number > 0) || (word !== "" && ownUnit === undefined)) return [];
    const fen = Math.round(number * 10 ** toFen[ownUnit ?? ofColumn]);
    const about = { row: row.row, raw: cell.text, fen, number };
    return [ownUnit === undefined ? about : { ...about, ownUnit }];
  });
}

const ownUnits: Readonly<Record<string, MoneyUnit>> = {
  元: "元",
  块: "元",
  千元: "千元",
  千: "千元",
  万元: "万元",
  万: "万元",
  亿元: "亿元",
  亿: "亿元",
};
