import type { Field, TermsOf } from "../../shared/fields/field.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { columnReader, type ReadOfColumn } from "./cellReader.ts";
import { cellInput } from "./cellInput.ts";
import { pairShape, type PairShape } from "./datePairs.ts";
import type { FoundTable } from "./findTables.ts";
import type { Ledgers } from "./ledgerWords.ts";
import type { MatchedColumn } from "./matchColumns.ts";
import { stageList } from "./wordLists.ts";
import { withWords } from "../../shared/fields/stages.ts";
import { yearIn } from "./normaliseHeading.ts";
import { titledValues, titleStage, type TitleStage } from "./titleWords.ts";
import type { Values } from "../../shared/api/api.ts";

// All that reading one row of a table needs to know about the table.

export interface PlannedColumn extends MatchedColumn {
  /** The field that reads the cell; null where the column feeds nothing. */
  readonly field: Field | null;
  /** What the pairs of numbers in a column of dates show themselves to be. */
  readonly seems?: PairShape;
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
  /** The year is one that title, sheet name or file name bears. */
  readonly yearIsWritten?: true;
  /** The stage that the title speaks of, for rows that name none. */
  readonly titleStage?: TitleStage;
  /** The column that dates an unnamed stage, and the stage it is taken for; only where nothing names stages. */
  readonly dateMeans?: { readonly column: number; readonly heading: string; readonly stage: string };
  /** What the title says of fields that the row leaves blank. */
  readonly titled: Values;
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
  /** Title, sheet name and file name, which may speak for all rows; none where every word is told otherwise. */
  texts: readonly string[];
  givenYear?: number | undefined;
  /** A person's word on this very table: it outranks title and file. */
  year?: number | undefined;
  terms: TermsOf;
}

export function planTable(input: PlanInput): TablePlan {
  const { table, declaration, ledgers, extras } = input;
  const written = input.texts.map(yearIn).find((one) => one !== undefined);
  const year = input.year ?? written ?? input.givenYear;
  const status = declaration.fields["status"];
  const texts = input.texts.map((text) => withoutOwnName(text, declaration.title)).filter((text) => text !== "");
  const spoken = status?.kind === "stages" ? titleStage(status, texts) : undefined;
  return {
    table,
    declaration,
    ledgers,
    columns: input.columns.map((column) =>
      planned(input, column, fieldOf(column, ledgers, declaration.name, extras, input.terms)),
    ),
    date1904: input.date1904,
    ...(year === undefined ? {} : { year }),
    ...(written !== undefined && written === year ? { yearIsWritten: true as const } : {}),
    ...(spoken === undefined ? {} : { titleStage: spoken }),
    ...meaning(status, spoken, input.columns),
    titled: titledValues(declaration, texts, year, input.terms),
    terms: input.terms,
    extras,
  };
}

/**
 * A ledger's own name, which our exports and templates bear, says nothing of its rows: 科技园区与载体 are not all
 * 科技园区.
 */
export function withoutOwnName(text: string, title: string): string {
  const plain = text.replace(/\.\w+$/u, "");
  if (plain === title) return "";
  const [, year = ""] = /^(\d{4}年)?/u.exec(plain) ?? [];
  const own = `${year}${title}填报表`;
  return plain.startsWith(own) ? `${year}${plain.slice(own.length)}` : text;
}

function meaning(
  status: Field | undefined,
  titled: TitleStage | undefined,
  columns: readonly MatchedColumn[],
): Pick<TablePlan, "dateMeans"> {
  if (status?.kind !== "stages" || status.dateMeans === undefined || titled !== undefined) return {};
  if (columns.some(({ target }) => target?.field === "status")) return {};
  const dated = columns.find(({ target }) => target?.own === true && target.field === "status#date");
  if (dated === undefined) return {};
  return { dateMeans: { column: dated.column, heading: dated.heading, stage: status.dateMeans } };
}

function planned(input: PlanInput, column: MatchedColumn, field: Field | null): PlannedColumn {
  const isDated = (field?.kind === "date" || field?.kind === "period") && column.reading === undefined;
  const seems = isDated ? pairShape(input.table.rows, column.column) : undefined;
  const about = { ...column, field, ...(seems === undefined ? {} : { seems }) };
  const read: ReadOfColumn =
    field === null
      ? () => ({ value: null })
      : columnReader(field, input.terms, (cell, year) => cellInput(input, about, cell, year));
  return { ...about, read };
}

function fieldOf(
  { target }: MatchedColumn,
  ledgers: Ledgers,
  ledger: string,
  extras: TablePlan["extras"],
  terms: TermsOf,
): Field | null {
  if (target === null) return null;
  const [name = ""] = target.field.split(/[@#]/u);
  const declared = ledgers[target.ledger]?.fields[name] ?? (target.ledger === ledger ? extras[name] : undefined);
  if (declared === undefined) return null;
  if (target.field === name && declared.kind === "stages") return withWords(declared, terms(stageList(target.ledger)));
  if (target.field.includes("@") || target.field.endsWith("#date"))
    return { kind: "date", label: declared.label, ofRange: "start" };
  if (target.field.endsWith("#documentNo")) return { kind: "text", label: declared.label };
  return declared;
}
