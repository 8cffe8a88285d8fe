import type { Field, StageTerm, StagesField, TermsOf } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { columnReader, type ReadOfColumn } from "./cellReader.ts";
import type { FoundTable } from "./findTables.ts";
import type { Ledgers } from "./ledgerWords.ts";
import type { MatchedColumn } from "./matchColumns.ts";
import { plainHeading, yearIn } from "./normaliseHeading.ts";

// All that reading one row of a table needs to know about the table.

export interface PlannedColumn extends MatchedColumn {
  /** The field that reads the cell; null where the column feeds nothing. */
  readonly field: Field | null;
  /** Reads a cell for `field`. */
  readonly read: ReadOfColumn;
}
export interface TablePlan {
  readonly table: FoundTable;
  readonly declaration: LedgerDeclaration;
  readonly ledgers: Ledgers;
  readonly columns: readonly PlannedColumn[];
  readonly date1904: boolean;
  /** The year that title, sheet name, file name or the person gives, in this order. */
  readonly year?: number;
  /** The stage that the title speaks of, for rows that name none. */
  readonly titleStage?: string;
  readonly terms: TermsOf;
  readonly extras: Readonly<Record<string, Field>>;
}

export interface PlanInput {
  table: FoundTable;
  declaration: LedgerDeclaration;
  columns: readonly MatchedColumn[];
  ledgers: Ledgers;
  extras: Readonly<Record<string, Field>>;
  date1904: boolean;
  file: string;
  givenYear?: number | undefined;
  terms: TermsOf;
}

export function planTable(input: PlanInput): TablePlan {
  const { table, declaration, ledgers, extras, file } = input;
  const year = yearIn(table.title) ?? yearIn(table.sheet) ?? yearIn(file) ?? input.givenYear;
  const status = declaration.fields["status"];
  const titleStage = status?.kind === "stages" ? stageIn(status, [table.title, table.sheet, file]) : undefined;
  return {
    table,
    declaration,
    ledgers,
    columns: input.columns.map((column) =>
      planned(column, fieldOf(column, ledgers, declaration.name, extras), input.terms),
    ),
    date1904: input.date1904,
    ...(year === undefined ? {} : { year }),
    ...(titleStage === undefined ? {} : { titleStage }),
    terms: input.terms,
    extras,
  };
}

function planned(column: MatchedColumn, field: Field | null, terms: TermsOf): PlannedColumn {
  const read: ReadOfColumn = field === null ? () => ({ value: null }) : columnReader(field, terms);
  return { ...column, field, read };
}

function fieldOf(
  { target }: MatchedColumn,
  ledgers: Ledgers,
  ledger: string,
  extras: TablePlan["extras"],
): Field | null {
  if (target === null) return null;
  const [name = ""] = target.field.split(/[@#]/u);
  const declared = ledgers[target.ledger]?.fields[name] ?? (target.ledger === ledger ? extras[name] : undefined);
  if (declared === undefined) return null;
  if (target.field.includes("@") || target.field.endsWith("#date"))
    return { kind: "date", label: declared.label, ofRange: "start" };
  if (target.field.endsWith("#documentNo")) return { kind: "text", label: declared.label };
  return declared;
}

const order: readonly StageTerm["phase"][] = ["pipeline", "pending", "reserve", "construction", "granted", "ended"];

/** Of the stages that the first telling text names, the least advanced: 拟申报认定 is not a grant. */
function stageIn(field: StagesField, texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const plain = plainHeading(text);
    // Aliases such as 建设 and 备案 stand in many a title that means no stage.
    const named = field.flow.filter((term) => plain.includes(plainHeading(term.stage)));
    named.sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase));
    if (named[0] !== undefined) return named[0].stage;
  }
  return undefined;
}
