import type { Cell } from "../database/insertMany.ts";
import type { Values } from "../../shared/api/api.ts";
import type { LedgerPlan } from "./ledgerPlan.ts";
import { cellsOf, type StageCells, stageCells } from "./recordCells.ts";
import { searchTextOf } from "./searchText.ts";

// A new record worked out ahead of the transaction that writes it: the cells of its row, its first stage and its search
// text lie ready in `stagedRecords`, and `addPrepared` copies them without a value passing through this process.

/** As many columns as `stagedRecords` has for cells. */
export const mostCells = 48;

/** Grows with every change to what is prepared here or to how `addPrepared` reads it. */
const edition = 1;

/** Behind batch, ledger, position and record. Of the cells only as many as the ledger has columns. */
export function preparedColumns({ columns }: LedgerPlan): string[] {
  return [
    "shape",
    "extras",
    "searchText",
    "initials",
    ...stageParts,
    "laterStages",
    ...columns.map((_, index) => preparedCell(index)),
  ];
}

/** A stage's columns in `stagedRecords`, in the order of `stageColumns` without the position. */
export const stageParts = ["stage", "stageDate", "stageFrom", "stageTo", "stageDocumentNo", "stageNote"] as const;

/** The column that holds a ledger's column of this place. */
export function preparedCell(index: number): string {
  return `c${index + 1}`;
}

const noStage = stageParts.map(() => null);

/** In the order of `preparedColumns`; null where the ledger is too wide. @param record as `newRecord` makes it. */
export function preparedCells(plan: LedgerPlan, { values, extras }: { values: Values; extras: Values }): Cell[] | null {
  if (plan.columns.length > mostCells) return null;
  const { text, initials } = searchTextOf(plan, values);
  const [first, ...later] = stageCells(plan, values);
  return [
    shapeOf(plan),
    JSON.stringify(extras),
    text,
    initials,
    ...(first === undefined ? noStage : withoutPosition(first)),
    later.length === 0 ? null : JSON.stringify(later),
    ...cellsOf(plan, values),
  ];
}

function withoutPosition([, ...parts]: StageCells): Cell[] {
  return parts;
}

const shapes = new WeakMap<LedgerPlan, number>();

/** Which columns the cells stand for (FNV-1a of their names). Another program version may have staged the rows. */
export function shapeOf(plan: LedgerPlan): number {
  const known = shapes.get(plan);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5 ^ edition;
  for (const unit of plan.columns.map(({ name, kind }) => `${name} ${kind}`).join("\n")) {
    hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193);
  }
  shapes.set(plan, hash);
  return hash;
}
