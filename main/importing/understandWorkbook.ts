import type { Field, TermsOf } from "../../shared/fields/field.ts";
import { chooseLedger } from "./chooseLedger.ts";
import { findTablesInSteps, type FoundTable } from "./findTables.ts";
import { headingWords, type LedgerWords, type Ledgers } from "./ledgerWords.ts";
import type { MatchedColumn } from "./matchColumns.ts";
import type { ReadWorkbook } from "./reading/sheet.ts";
import { withoutUnfit } from "./unfitColumns.ts";
import { gridOf } from "./sheetGrid.ts";
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
  for (const sheet of workbook.sheets) {
    if (sheet.hidden) continue;
    const steps = findTablesInSteps(gridOf(sheet), knowledge.headings);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) await pause();
    for (const table of step.value) tables.push(understand(table, sheet.date1904, file, knowledge, told));
  }
  const hidden = workbook.sheets.filter((sheet) => sheet.hidden && sheet.rows.length > 0).map((sheet) => sheet.name);
  return { tables, hidden };
}

function understand(
  table: FoundTable,
  date1904: boolean,
  file: string,
  { ledgers, words, extras, terms }: Knowledge,
  told: Told,
): UnderstoodTable {
  const { ledger, columns } = chooseLedger(table, file, words, ledgers, told.ledger);
  const declaration = ledger === null ? undefined : ledgers[ledger];
  if (declaration === undefined) return { table, columns, plan: null };
  const own = extras[declaration.name] ?? {};
  const about = { table, declaration, ledgers, extras: own, date1904, file, givenYear: told.year, terms };
  const kept = withoutUnfit(planTable({ ...about, columns }));
  return { table, columns: kept, plan: planTable({ ...about, columns: kept }) };
}
