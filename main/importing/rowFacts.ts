import type { StageTerm } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import type { MatchedColumn } from "./matchColumns.ts";
import type { TablePlan } from "./tablePlan.ts";

// What is the same for every row of a table, found out once: a list may have a hundred thousand of them.

/** Where a cell of the table's own ledger goes. */
export type Part = "value" | "status" | "names" | "extra";

export interface RowFacts {
  /** By column: where its cells go; null where they speak of another ledger's record, or of nothing. */
  readonly parts: readonly (Part | null)[];
  /** Place among the columns of the row's own year column; -1 without one. */
  readonly yearAt: number;
  /** Some headings of the own ledger name a year, or the year before the row's. */
  readonly namesYears: boolean;
  /** The own ledger's year is a field that rows may leave to the title. */
  readonly takesYear: boolean;
  /** Some column holds awards or plans whose names tell a level. */
  readonly tellsLevel: boolean;
  readonly granted: readonly string[];
  readonly ended: ReadonlySet<string>;
  readonly titled: readonly string[];
}

const kept = new WeakMap<TablePlan, RowFacts>();

export function rowFacts(plan: TablePlan): RowFacts {
  let facts = kept.get(plan);
  if (facts === undefined) kept.set(plan, (facts = found(plan)));
  return facts;
}

function found({ columns, declaration, titled }: TablePlan): RowFacts {
  const { fields, name, yearField } = declaration;
  const isOwn = ({ target }: MatchedColumn): boolean => target?.ledger === name && target.own;
  const own = columns.filter(isOwn);
  const { status } = fields;
  const stagesOf = (phase: StageTerm["phase"]): string[] =>
    status?.kind === "stages" ? status.flow.filter((term) => term.phase === phase).map(({ stage }) => stage) : [];
  return {
    parts: columns.map((column) => (isOwn(column) ? partOf(declaration, column.target?.field ?? "") : null)),
    yearAt: columns.findIndex((column) => isOwn(column) && column.target?.field === yearField),
    namesYears: own.some(({ year, yearBefore }) => year !== undefined || yearBefore === true),
    takesYear: yearField !== undefined && fields[yearField]?.kind === "year",
    tellsLevel:
      fields["level"] !== undefined && own.some(({ field }) => field?.kind === "choice" && field.tellsLevel === true),
    granted: stagesOf("granted"),
    ended: new Set(stagesOf("ended")),
    titled: Object.keys(titled),
  };
}

function partOf({ fields }: LedgerDeclaration, field: string): Part {
  const kind = fields[field]?.kind;
  if (kind === "stages" || /[@#]/u.test(field)) return "status";
  if (kind === "reference" || kind === "references") return "names";
  return kind === undefined ? "extra" : "value";
}
