import type { TableCorrection } from "../../shared/api/importing.ts";
import type { Field, TermsOf } from "../../shared/fields/field.ts";
import { chooseLedger } from "./chooseLedger.ts";
import { correctColumns } from "./correctColumns.ts";
import { correctTables, type CorrectedTable } from "./correctTable.ts";
import { overlaid, replay, type KnownRecipe, type Replay } from "./recipes.ts";
import { findTablesInSteps, type FoundTable } from "./findTables.ts";
import { headingWords, type LedgerWords, type Ledgers } from "./ledgerWords.ts";
import { matchColumns, sureConfidence, type MatchedColumn } from "./matchColumns.ts";
import type { ReadWorkbook } from "./reading/sheet.ts";
import { withoutUnfit } from "./unfitColumns.ts";
import { shapedColumns } from "./shapedColumns.ts";
import { gridOf, type Grid } from "./sheetGrid.ts";
import type { Pause } from "./pause.ts";
import { isListsSheet, marksIn, type MarkedRow } from "./templateMarks.ts";
import { templateTables, type TemplateTable } from "./templateTables.ts";
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
  readonly recipes?: readonly KnownRecipe[];
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
  /** As the program found it, before anybody's word on it: a layout is remembered by this. */
  readonly found: FoundTable;
  /** The ledger that it looks like by itself; "" for none. */
  readonly seenAs: () => string;
  /** What was said of it, by a person or by the recipe. */
  readonly correction?: TableCorrection;
  readonly recipe?: Replay["recipe"];
  /** It stands in our own fill-in template: its layout was known with certainty. */
  readonly template?: true;
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

/** `hidden` names the sheets that were left out because the sender hid them; `templates` counts ours, blank or not. */
export async function understandWorkbook(
  workbook: ReadWorkbook,
  knowledge: Knowledge,
  told: Told,
  pause: Pause,
): Promise<{ tables: UnderstoodTable[]; hidden: string[]; templates: number }> {
  const file = told.file.replace(/\.[^.]*$/u, "");
  const tables: UnderstoodTable[] = [];
  let before: FoundTable | undefined;
  let templates = 0;
  for (const read of workbook.sheets) {
    if (read.hidden || isListsSheet(read)) continue;
    const { sheet, marks } = marksIn(read);
    templates += marks.length;
    const grid = gridOf(sheet);
    await pause();
    const steps = tablesOf(grid, knowledge, before, { ...told, file }, marks);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) await pause();
    for (const table of step.value) {
      tables.push(understand(table, sheet.date1904, file, knowledge, told));
      await pause();
    }
    before = step.value.at(-1)?.table ?? before;
  }
  const hidden = workbook.sheets
    .filter((sheet) => sheet.hidden && sheet.rows.length > 0 && !isListsSheet(sheet))
    .map((sheet) => sheet.name);
  return { tables, hidden, templates };
}

interface FoundAndSaid extends CorrectedTable {
  readonly found: FoundTable;
  readonly seenAs: () => string;
  readonly recipe?: Replay["recipe"];
  readonly template?: true;
}

/** The tables as found, each under a person's word or else under that of a layout confirmed before. */
function* tablesOf(
  grid: Grid,
  knowledge: Knowledge,
  before: FoundTable | undefined,
  told: Told,
  marks: readonly MarkedRow[],
): Generator<void, FoundAndSaid[]> {
  const { headings, words, ledgers, recipes = [] } = knowledge;
  const ours = marks.filter(({ ledger }) => told.ledger === undefined || told.ledger === ledger);
  const filled = ours.length === 0 ? null : yield* templateTables(grid, ours, knowledge);
  if (filled !== null) return yield* templatesOf(grid, headings, filled, told);
  const found = yield* findTablesInSteps(grid, headings, before);
  const usable = recipes.filter(({ ledger }) => told.ledger === undefined || told.ledger === ledger);
  const seen = found.map((table) => once(() => chooseLedger(table, told.file, words, ledgers).ledger ?? ""));
  const replays = found.map((table, place) =>
    replay(table, { sheet: grid.name, table: place }, usable, seen[place] ?? unseen),
  );
  const said = told.corrections?.filter(({ sheet }) => sheet === grid.name) ?? [];
  const laid = replays.flatMap((one) =>
    one === null
      ? []
      : [
          overlaid(
            one.correction,
            said.find(({ table }) => table === one.correction.table),
          ),
        ],
  );
  const others = said.filter(({ table }) => !laid.some((one) => one.table === table));
  const corrected = yield* correctTables(grid, headings, found, [...laid, ...others]);
  return corrected.map((one) => {
    const recipe = replays[one.place]?.recipe;
    const seenAs = seen[one.place] ?? unseen;
    return { ...one, seenAs, found: found[one.place] ?? one.table, ...(recipe === undefined ? {} : { recipe }) };
  });
}

/** Our own templates, under a person's word where there is one. */
function* templatesOf(
  grid: Grid,
  headings: Knowledge["headings"],
  filled: readonly TemplateTable[],
  told: Told,
): Generator<void, FoundAndSaid[]> {
  const said = told.corrections?.filter(({ sheet }) => sheet === grid.name) ?? [];
  const tables = filled.map(({ table }) => table);
  const laid = filled.map(({ correction }, table) =>
    overlaid(
      { sheet: grid.name, table, ...correction },
      said.find((one) => one.table === table),
    ),
  );
  const corrected = yield* correctTables(grid, headings, tables, laid);
  return corrected.map((one) => ({
    ...one,
    seenAs: unseen,
    found: tables[one.place] ?? one.table,
    // A person who names another ledger takes the table for something else.
    ...(one.correction?.ledger === filled[one.place]?.correction.ledger ? { template: true as const } : {}),
  }));
}

const unseen = (): string => "";

function once(work: () => string): () => string {
  let known: string | undefined;
  return () => (known ??= work());
}

function understand(
  { table, place, correction, found, seenAs, recipe, template }: FoundAndSaid,
  date1904: boolean,
  file: string,
  { ledgers, words, extras, terms }: Knowledge,
  told: Told,
): UnderstoodTable {
  const about = {
    table,
    place,
    found,
    seenAs,
    ...(correction === undefined ? {} : { correction }),
    ...(recipe === undefined ? {} : { recipe }),
    ...(template === undefined ? {} : { template }),
  };
  if (correction?.ledger === null) return { ...about, columns: leftOut(table), confidence: 1, plan: null };
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
  if (declaration === undefined) return { ...about, columns, confidence, plan: null };
  const own = extras[declaration.name] ?? {};
  const year = correction?.year;
  const texts = template === true ? [] : [table.title, table.sheet, file];
  const input = { table, declaration, ledgers, extras: own, date1904, texts, givenYear: told.year, year, terms };
  const corrected = correctColumns(columns, correction?.columns ?? [], declaration, ledgers);
  const given = template === true ? onlySure(corrected) : corrected;
  const plan = planTable({ ...input, columns: given });
  const said = new Set((template === true ? columns : (correction?.columns ?? [])).map(({ column }) => column));
  const kept = shapedColumns(plan, withoutUnfit(plan, said), said);
  return { ...about, columns: kept, confidence, plan: planTable({ ...input, columns: kept }) };
}

/** What a sender has put into our template is taken where its heading leaves no doubt, and is nobody's question. */
function onlySure(columns: readonly MatchedColumn[]): MatchedColumn[] {
  return columns.map((column) =>
    column.confidence >= sureConfidence ? column : { ...column, target: null, confidence: 0 },
  );
}

/** The columns of a table that a person left out. */
function leftOut(table: FoundTable): MatchedColumn[] {
  return table.columns.map((column) => ({ ...column, target: null, ignored: true as const, confidence: 0 }));
}
