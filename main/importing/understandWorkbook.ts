import type { TableCorrection } from "../../shared/api/importing.ts";
import type { Field, TermsOf } from "../../shared/fields/field.ts";
import { chooseLedger } from "./chooseLedger.ts";
import { correctColumns } from "./correctColumns.ts";
import { correctTables, type CorrectedTable } from "./correctTable.ts";
import { findTablesInSteps, type FoundTable } from "./findTables.ts";
import { headingWords, type LedgerWords, type Ledgers } from "./ledgerWords.ts";
import { matchColumns, type MatchedColumn } from "./matchColumns.ts";
import type { ReadWorkbook } from "./reading/sheet.ts";
import { withoutUnfit } from "./unfitColumns.ts";
import { gridOf, type Grid } from "./sheetGrid.ts";
import type { Pause } from "./pause.ts";
import { planTable, type TablePlan } from "./tablePlan.ts";

// A workbook as it was read → its tables, each with its ledger and what its columns feed.

/** What is believed before a file is opened. */
export interface Knowledge {
  readonly ledgers: Ledgers;
  readonly words: readonly LedgerWords[];
  readonly headings: ReadonlySet<string>;
  readonly terms: TermsOf;
  /** The bureau's extra fields by ledger and name. */
  readonly extras: Readonly<Record<string, Readonly<Record<string, Field>>>>;
}
export interface UnderstoodTable {
  readonly table: FoundTable;
  readonly columns: readonly MatchedColumn[];
  /** Which of its sheet's tables it is, from 0, as found: the name by which it is corrected. */
  readonly place: number;
  /** Of the ledger, 0 to 1; 0 where none fits. */
  readonly confidence: number;
  /** null where no ledger fits: the table is reported and nothing of it goes in. */
  readonly plan: TablePlan | null;
}

export function knowledgeOf(words: readonly LedgerWords[], rest: Omit<Knowledge, "words" | "headings">): Knowledge {
  return { ...rest, words, headings: headingWords(words) };
}

export interface Told {
  readonly file: string;
  readonly ledger?: string | undefined;
  readonly year?: number | undefined;
  /** What a person, or a layout confirmed before, says of single tables. */
  readonly corrections?: readonly TableCorrection[] | undefined;
}

/** `hidden` names the sheets that were left out because the sender hid them. */
export async function understandWorkbook(
  workbook: ReadWorkbook,
  knowledge: Knowledge,
  told: Told,
  pause: Pause,
): Promise<{ tables: UnderstoodTable[]; hidden: string[] }> {
  const file = told.file.replace(/\.[^.]*$/u, "");
  const tables: UnderstoodTable[] = [];
  let before: FoundTable | undefined;
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) continue;
    const corrections = told.corrections?.filter((correction) => correction.sheet === sheet.name) ?? [];
    const steps = tablesOf(gridOf(sheet), knowledge, before, corrections);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) await pause();
    for (const table of step.value) tables.push(understand(table, sheet.date1904, file, knowledge, told));
    before = step.value.at(-1)?.table ?? before;
  }
  const hidden = workbook.sheets.filter((sheet) => sheet.hidden && sheet.rows.length > 0).map((sheet) => sheet.name);
  return { tables, hidden };
}

function* tablesOf(
  grid: Grid,
  { headings }: Knowledge,
  before: FoundTable | undefined,
  corrections: readonly TableCorrection[],
): Generator<void, CorrectedTable[]> {
  const found = yield* findTablesInSteps(grid, headings, before);
  return yield* correctTables(grid, headings, found, corrections);
}

function understand(
  { table, place, correction }: CorrectedTable,
  date1904: boolean,
  file: string,
  { ledgers, words, extras, terms }: Knowledge,
  told: Told,
): UnderstoodTable {
  if (correction?.ledger === null) return { ...unplanned(table, place), confidence: 1 };
  const named = words.find(({ declaration }) => declaration.name === correction?.ledger);
  const { ledger, confidence, columns } =
    named === undefined
      ? chooseLedger(table, file, words, ledgers, told.ledger)
      : {
          ledger: named.declaration.name,
          confidence: 1,
          columns: matchColumns(table.columns, named, ledgers),
        };
  const declaration = ledger === null ? undefined : ledgers[ledger];
  if (declaration === undefined) return { table, place, columns, confidence, plan: null };
  const own = extras[declaration.name] ?? {};
  const about = {
    table,
    declaration,
    ledgers,
    extras: own,
    date1904,
    file,
    givenYear: told.year,
    year: correction?.year,
    terms,
  };
  const given = correctColumns(columns, correction?.columns ?? [], declaration, ledgers);
  const kept = withoutUnfit(planTable({ ...about, columns: given }));
  return { table, place, columns: kept, confidence, plan: planTable({ ...about, columns: kept }) };
}

/** A table that a person left out. */
function unplanned(table: FoundTable, place: number): Omit<UnderstoodTable, "confidence"> {
  const columns = table.columns.map((column) => ({ ...column, target: null, ignored: true as const, confidence: 0 }));
  return { table, place, columns, plan: null };
}
