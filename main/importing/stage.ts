import type { Database, ReadHandle } from "../database/open.ts";
import type { Clock } from "../platform/clock.ts";
import { newId } from "../records/newId.ts";
import type { ImportReport, TableCorrection } from "../../shared/api/api.ts";
import { contentHash } from "./contentHash.ts";
import { findHeading } from "./findHeading.ts";
import { layoutsOf } from "./layouts.ts";
import { gatherTables } from "./gatherTables.ts";
import { findingsOf } from "./importReport.ts";
import { gathering } from "./items.ts";
import { pacing, type Pause } from "./pause.ts";
import type { ReadResult } from "./reading/readWorkbook.ts";
import type { ReadWorkbook } from "./reading/sheet.ts";
import { noCounts, rowsTogether } from "./rowFates.ts";
import { noRowsBefore, type RowsBefore } from "./rowsBefore.ts";
import { gridOf, ownCells } from "./sheetGrid.ts";
import { questionsOf } from "./stagedQuestions.ts";
import { appliedAs, finishBatch, startBatch } from "./stagedBatch.ts";
import { writeItems } from "./stagedItems.ts";
import { compareWithStore } from "./storedCompare.ts";
import { loadAlike } from "./storedAlike.ts";
import { loadRowsBefore } from "./storedRowsBefore.ts";
import { packed } from "./storedFiles.ts";
import { loadKnowledge } from "./storedKnowledge.ts";
import { loadKnown, neededLedgers } from "./storedKnown.ts";
import { isWord } from "./words.ts";
import { understandWorkbook, type Knowledge, type UnderstoodTable } from "./understandWorkbook.ts";

// A file → a staged batch: read, understood, recognised, compared. Ledgers are not touched; staging tables are filled
// in short transactions, and the event loop turns between any few hundred rows.

export type ReadWorkbookFunction = (source: {
  name: string;
  bytes: Uint8Array;
  password?: string;
}) => Promise<ReadResult>;
export interface ImportServices {
  readonly database: Database;
  readonly clock: Clock;
  readonly readWorkbook: ReadWorkbookFunction;
}
export interface FileToImport {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly who: string;
  /** Overrides what the sheets themselves say. */
  readonly ledger?: string;
  /** For rows that name no year and stand in a file that names none. */
  readonly year?: number;
  /** What a person has set right on its tables. */
  readonly corrections?: readonly TableCorrection[];
  /** Opens a locked workbook; neither stored nor logged. */
  readonly password?: string;
}

const rowsInTransaction = 1_000;

/** A file that cannot be read, or holds no table of ours, is answered with a refusal and leaves no trace. */
export async function stageFile(services: ImportServices, file: FileToImport): Promise<ImportReport> {
  const { name, bytes, password } = file;
  const read = await services.readWorkbook({ name, bytes, ...(password === undefined ? {} : { password }) });
  if (!read.ok) {
    const refused = refusedReport(file, { code: read.code, message: read.message });
    return read.needsPassword === true ? { ...refused, needsPassword: true } : refused;
  }
  return await stageWorkbook(services, file, read.workbook);
}

export function stageWorkbook(
  services: ImportServices,
  file: FileToImport,
  workbook: ReadWorkbook,
): Promise<ImportReport> {
  return inTurn(services.database, () => stageInTurn(services, file, workbook));
}

/** The last staging asked for on each database, done or not. */
const turns = new WeakMap<Database, Promise<unknown>>();

// One file after another: what is half staged counts as left over from a crash, and the next one clears it away.
function inTurn<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(database) ?? Promise.resolve()).then(work, work);
  turns.set(database, turn);
  return turn;
}

async function stageInTurn(
  { database, clock }: ImportServices,
  file: FileToImport,
  workbook: ReadWorkbook,
): Promise<ImportReport> {
  const at = clock.now();
  const db: ReadHandle = database.read;
  const knowledge = await loadKnowledge(db);
  const { name, ledger, year, corrections } = file;
  const told = { file: name, ledger, year, corrections };
  const pause = pacing();
  // Deflated by another thread meanwhile; whoever waits for it hears of a failure.
  const packing = packed(file.bytes);
  packing.catch(() => {});
  const { tables, hidden, templates } = await understandWorkbook(workbook, knowledge, told, pause);
  if (!tables.some(({ plan }) => plan !== null)) {
    if (templates > 0 && tables.length === 0) return refusedReport(file, blankTemplate);
    return refusedReport(file, tables.length === 0 && hasHeading(workbook, knowledge) ? noRows : noTable);
  }

  const fileHash = contentHash(file.bytes);
  const knownAs = await appliedAs(db, fileHash);
  const before = knownAs === null ? noRowsBefore : await loadRowsBefore(db, fileHash);
  const gathered = await gather(db, knowledge, tables, before, pause);
  const findings = await findingsOf(tables, gathered.gathered, gathered.more, hidden, pause);
  const questions = await questionsOf(db, tables, gathered.gathered, corrections ?? [], pause);
  const report: ImportReport = {
    file: file.name,
    fileHash,
    batch: null,
    ok: true,
    ...(knownAs === null ? {} : { knownAs }),
    ...findings,
    tables: findings.tables.map((one, table) => ({ ...one, ...questions[table] })),
    told: { ...(ledger === undefined ? {} : { ledger }), ...(year === undefined ? {} : { year }) },
    ...(corrections === undefined ? {} : { corrections: [...corrections] }),
    layouts: layoutsOf(tables, name, questions),
  };
  const content = await packing;
  const started = await database.write((tx) =>
    startBatch(tx, { at, who: file.who, report, content, size: file.bytes.byteLength }),
  );
  const { items } = gathered.gathered;
  for (let from = 0; from < items.length; from += rowsInTransaction) {
    const some = items.slice(from, from + rowsInTransaction);
    // Until the last step nothing counts, so the disk need not have it before then.
    await database.write((tx) => writeItems(tx, started.batch, started.tables, some, from), { lasting: false });
    await pause();
  }
  const whole: ImportReport = { ...report, batch: started.batch };
  await database.write((tx) => finishBatch(tx, whole, "staged"));
  return whole;
}

async function gather(
  db: ReadHandle,
  knowledge: Knowledge,
  tables: readonly UnderstoodTable[],
  before: RowsBefore,
  pause: Pause,
) {
  const wanted = tables.flatMap(({ plan }) => (plan === null ? [] : [plan.declaration.name]));
  const known = await loadKnown(db, neededLedgers(wanted, knowledge.ledgers), knowledge.ledgers, pause);
  await loadAlike(db, known, pause);
  const gathered = gathering(known, newId, before);
  const more = await gatherTables(tables, gathered, knowledge.ledgers, pause);
  const { length } = gathered.items;
  await compareWithStore(db, gathered, knowledge, tables, pause);
  rowsTogether(gathered.items, length);
  return { gathered, more };
}

const noTable = {
  code: "E-IMP-50",
  message: "没有找到能对应到台账的表格；没有导入任何数据。请指明它是哪个台账，或核对表头后再导入。",
};

const noRows = {
  code: "E-IMP-51",
  message: "表头认得，但下面没有数据行；没有导入任何数据。请填写后再导入。",
};

const blankTemplate = {
  code: "E-IMP-53",
  message: "这是填报表样，还没有填写（只有表头、说明和示例）；没有导入任何数据。请填写后再导入。",
};

/** A sheet that bears our headings and nothing below, such as an export of an empty ledger. */
function hasHeading(workbook: ReadWorkbook, { headings }: Knowledge): boolean {
  return workbook.sheets.some((sheet) => {
    if (sheet.hidden) return false;
    const grid = gridOf(sheet);
    const heading = findHeading(grid, headings);
    const row = heading === null ? undefined : grid.rows[heading.top];
    return row !== undefined && ownCells(row).filter(({ text }) => isWord(text, headings)).length >= 2;
  });
}

export function refusedReport(file: FileToImport, refusal: { code: string; message: string }): ImportReport {
  const about = { file: file.name, fileHash: contentHash(file.bytes), batch: null, ok: false, refusal };
  return { ...about, tables: [], counts: noCounts, troubles: [], preview: [] };
}
