import { anyLedger } from "../database/ledgerTable.ts";
import type { ReadHandle } from "../database/open.ts";
import type { ImportedTable, SingleCell, TableCorrection } from "../../shared/api/importing.ts";
import type { LedgerDeclaration } from "../../shared/ledgers/define.ts";
import { columnQuestions } from "./columnQuestions.ts";
import type { DoubtfulCell } from "./doubtfulCells.ts";
import type { Gathering, Item } from "./items.ts";
import type { Pause } from "./pause.ts";
import { cellQuestion } from "./cellQuestion.ts";
import { singleAmounts, type SingleAmount } from "./singleAmounts.ts";
import type { PlannedColumn } from "./tablePlan.ts";
import { lacksUnit, median, noAmounts, rowsQuestion, scaleQuestion, type KnownAmounts } from "./unitQuestion.ts";
import type { UnderstoodTable } from "./understandWorkbook.ts";

// The questions of each table of a file, units measured by what is stored.

/** Stored amounts from which a median is taken; the newest tell enough. */
const looked = 20_000;
/** Fewer stored amounts than these tell nothing of a ledger's usual size. */
const fewest = 5;

/** What each table has to ask, by table; a table without questions has none to show. */
export async function questionsOf(
  db: ReadHandle,
  tables: readonly UnderstoodTable[],
  { items, troubles }: Pick<Gathering, "items" | "troubles">,
  said: readonly TableCorrection[],
  pause: Pause,
): Promise<Pick<ImportedTable, "questions">[]> {
  const doubts = tables.map((): DoubtfulCell[] => []);
  for (const { table, trouble } of troubles) if (trouble.kind === "doubt") doubts[table]?.push(trouble);
  const asked: Pick<ImportedTable, "questions">[] = [];
  const stored = new Map<string, Stored>();
  for (const [at, { plan, table, place }] of tables.entries()) {
    const told = said.find((one) => one.sheet === table.sheet && one.table === place)?.columns ?? [];
    const found = plan === null ? [] : columnQuestions(plan, doubts[at] ?? []);
    for (const column of plan?.columns ?? []) {
      await pause();
      if (plan === null || column.target === null || column.field?.kind !== "money") continue;
      const { ledger, field } = column.target;
      const declaration = plan.ledgers[ledger];
      if (declaration?.fields[field] === undefined) continue;
      let amounts = noAmounts;
      if (lacksUnit(plan, column)) {
        const key = `${ledger}.${field}`;
        const known = stored.get(key) ?? (await storedAmounts(db, declaration, field));
        stored.set(key, known);
        amounts = amountsOf(known, declaration, field, items, at);
      }
      const isTold = told.some((one) => one.column === column.column && one.unit !== undefined);
      const question =
        scaleQuestion(plan, column, amounts) ??
        cellQuestion(column, rowsQuestion(plan, column), singleAmounts(plan, column, !isTold), (single) =>
          placeOf(items, at, column, single),
        );
      if (question !== null) found.push(question);
    }
    asked.push(found.length === 0 ? {} : { questions: found.sort((a, b) => a.column - b.column) });
  }
  return asked;
}

/** The staged record whose value an amount is, unless the store has that very amount already. */
function placeOf(
  items: readonly Item[],
  table: number,
  { target }: PlannedColumn,
  { row, fen }: SingleAmount,
): Pick<SingleCell, "position" | "ledger" | "field"> | null {
  if (target === null) return null;
  const { ledger, field } = target;
  const position = items.findIndex(
    (item) => item.table === table && item.row === row && item.ledger === ledger && item.values[field] === fen,
  );
  const item = items[position];
  if (item === undefined || item.outcome === "merged" || item.outcome === "same") return null;
  if (item.outcome === "updated" && !(field in item.changes)) return null;
  return { position, ledger, field };
}

interface Stored {
  readonly usual: number | null;
  readonly byOwner: ReadonlyMap<string, number>;
}

async function storedAmounts(db: ReadHandle, declaration: LedgerDeclaration, field: string): Promise<Stored> {
  const owner = ownerField(declaration);
  const rows = await anyLedger(db)
    .selectFrom(declaration.name)
    .select([owner, field])
    .where("deletedAt", "is", null)
    .where(field, ">", 0)
    .orderBy("id", "desc")
    .limit(looked)
    .execute();
  const amounts = rows.map((row) => Number(row[field]));
  const byOwner = Map.groupBy(rows, (row) => String(row[owner] ?? ""));
  byOwner.delete("");
  return {
    usual: amounts.length < fewest ? null : median(amounts),
    byOwner: new Map([...byOwner].map(([id, some]) => [id, median(some.map((row) => Number(row[field])))])),
  };
}

/** The organisation whose amount it is; organisations own theirs. */
function ownerField({ name, fields }: LedgerDeclaration): string {
  if (name === "organisations") return "id";
  return (
    Object.entries(fields).find(([, field]) => field.kind === "reference" && field.to === "organisations")?.[0] ?? "id"
  );
}

function amountsOf(
  { usual, byOwner }: Stored,
  declaration: LedgerDeclaration,
  field: string,
  items: readonly Item[],
  table: number,
): KnownAmounts {
  const owner = ownerField(declaration);
  const pairs = items.flatMap((item): [number, number][] => {
    if (item.table !== table || item.ledger !== declaration.name || item.outcome === "merged") return [];
    const now = item.values[field];
    const id = owner === "id" ? item.id : item.values[owner];
    const before = typeof id === "string" ? byOwner.get(id) : undefined;
    return typeof now === "number" && before !== undefined ? [[before, now]] : [];
  });
  return { usual, pairs };
}
