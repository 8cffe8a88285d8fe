import { insertSql, runMany } from "../../main/database/insertMany.ts";
import type { Database } from "../../main/database/open.ts";
import { toCell } from "../../main/records/cells.ts";
import type { RecordChange } from "../../main/records/change.ts";
import { commonColumns, planOf } from "../../main/records/ledgerPlan.ts";
import { newId } from "../../main/records/newId.ts";
import { saveRecords } from "../../main/records/save.ts";
import { ledgers } from "../../shared/ledgers/index.ts";
import { median, medianRatio } from "./rounds.ts";
import { inDatabase } from "./temporary.ts";

export interface SaveBench {
  readonly records: number;
  /** Median milliseconds, commit included. */
  readonly raw: number;
  readonly store: number;
  /** store ÷ raw. */
  readonly ratio: number;
}

const at = "2012-12-31T08:00:00.000Z";
const plan = planOf(ledgers.projects);

/**
 * Saving through the store against raw prepared inserts of the ledger rows alone. Both sides write the same projects
 * into a fresh database of the same schema and pragmas, in one transaction each, and take turns.
 */
export async function benchSave(rounds: number, records = 20_000): Promise<SaveBench> {
  const [raw, store]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    raw.push(await milliseconds(records, writeRaw));
    store.push(await milliseconds(records, writeStore));
  }
  return { records, raw: median(raw), store: median(store), ratio: medianRatio(store, raw) };
}

/** Of the write alone; making the database and the records is not timed. */
async function milliseconds(
  records: number,
  write: (database: Database, changes: readonly RecordChange[]) => Promise<void>,
): Promise<number> {
  return inDatabase(async (database) => {
    const companies = await addCompanies(database);
    const changes = Array.from({ length: records }, (_, index) => project(index, companies));
    const start = performance.now();
    await write(database, changes);
    return performance.now() - start;
  });
}

async function addCompanies(database: Database): Promise<string[]> {
  const saved = await database.write((tx) =>
    saveRecords(
      tx,
      { at, who: "bench", batch: null },
      Array.from({ length: 300 }, (_, index) => ({
        ledger: "organisations",
        id: null,
        values: { name: `示例市恒达机械${index}有限公司` },
      })),
    ),
  );
  return saved.map(({ id }) => id);
}

function project(index: number, companies: readonly string[]): RecordChange {
  const title = `年产${index}台高效节能环保型智能水泵关键技术研究与产业化`;
  const values = {
    title,
    projectNo: `2012GG${String(index).padStart(8, "0")}`,
    plan: "国家星火计划",
    planYear: 2012,
    level: "国家级",
    undertaker: companies[index % companies.length] ?? null,
    leader: "王建国",
    technologyField: "先进制造与自动化",
    agricultural: index % 2 === 0,
    period: "2012-01/2013-12",
    year: 2012,
    totalInvestment: 100_000_000 + index,
    appliedAmount: 5_000_000,
    grantAmount: 3_000_000,
    fundingMode: "无偿资助",
    paidAmount: 3_000_000,
    selfRaised: 90_000_000,
    recommender: "示例市科技局",
    starred: false,
    remark: "按合同执行",
    status: [{ stage: "立项", date: "2012-06-15", documentNo: "鲁科字〔2012〕100号" }],
  };
  const raw = Object.values(values).map((value) => (value === null ? null : String(value)));
  return { ledger: "projects", id: null, values, source: { batchTable: 1, row: index + 3, raw } };
}

async function writeRaw(database: Database, changes: readonly RecordChange[]): Promise<void> {
  const columns = [...commonColumns, ...plan.columns.map(({ name }) => name)];
  await database.write((tx) =>
    runMany(
      tx,
      insertSql("projects", columns),
      changes.map(({ values }) => [
        newId(),
        1,
        at,
        at,
        null,
        "{}",
        ...plan.columns.map(({ name }) => toCell(values[name] ?? null)),
      ]),
    ),
  );
}

async function writeStore(database: Database, changes: readonly RecordChange[]): Promise<void> {
  await database.write((tx) => saveRecords(tx, { at, who: "bench", batch: 1 }, changes).then(() => {}));
}
