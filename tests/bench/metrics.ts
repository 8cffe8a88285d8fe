import type BetterSqlite3 from "better-sqlite3";
import { connectionOf } from "../../main/database/connection.ts";
import type { Database } from "../../main/database/open.ts";
import { computeMetrics } from "../../main/metrics/compute.ts";
import { loadDefinitions } from "../../main/metrics/definitions.ts";
import type { LedgerName } from "../../shared/ledgers/index.ts";
import type { MetricDefinition } from "../../shared/metrics/definition.ts";
import { yearScope } from "../../shared/metrics/scope.ts";
import { companyStatements } from "./bare/companies.ts";
import { projectStatements } from "./bare/projects.ts";
import { workStatements } from "./bare/work.ts";
import { fill } from "./fill.ts";
import { median, medianRatio, timed } from "./rounds.ts";
import { inDatabase } from "./temporary.ts";

/** About a hundred thousand records of a district, in an order in which references find what they point at. */
const district: Partial<Record<LedgerName, number>> = {
  subdistricts: 20,
  organisations: 16_000,
  companyYears: 18_000,
  highTechCertificates: 6000,
  techSmeListings: 3000,
  qualifications: 1500,
  policyRewards: 1500,
  technologyFinance: 500,
  platforms: 5000,
  platformLevels: 1500,
  carriers: 200,
  collaborations: 5000,
  talents: 800,
  projects: 22_000,
  achievements: 1500,
  awards: 1000,
  intellectualProperty: 12_000,
  technologyContracts: 2000,
  agriculturalDemonstrations: 400,
  activities: 1000,
  technologyCommissioners: 300,
  investmentProjects: 300,
  investmentFunds: 600,
  investmentMilestones: 600,
  metricValues: 200,
  targets: 100,
  honours: 200,
  problemItems: 50,
  planItems: 200,
  textBlocks: 50,
  rankNotes: 50,
};

const bare: Readonly<Record<string, string>> = { ...companyStatements, ...projectStatements, ...workStatements };

export interface MetricsBench {
  readonly records: number;
  /** Medians in milliseconds. */
  readonly engine: number;
  readonly bare: number;
  /** engine ÷ bare. */
  readonly ratio: number;
  readonly metrics: number;
  readonly statements: number;
  /** Metrics over records for which nobody has written a statement yet. */
  readonly unmatched: readonly string[];
}

/**
 * The whole catalogue for one year against one hand-written statement for each figure that is read from records, those
 * of last year among them that changes are reckoned from. Throws where a value differs.
 */
export async function benchMetrics(rounds: number, year = 2012): Promise<MetricsBench> {
  return inDatabase(async (database) => {
    await fill(database, district);
    const definitions = await loadDefinitions(database.read);
    const names = definitions.map(({ name }) => name);
    const compute = () => computeMetrics(database.read, definitions, names, yearScope(year));
    const asked = bareQuestions(database, definitions, year);
    agree(await compute(), asked);
    const [engine = [], sql = []] = await timed(
      rounds,
      async () => void (await compute()),
      () => void asked.map(({ ask }) => ask()),
    );
    const records = Object.values(district).reduce((total, count) => total + count, 0);
    return {
      records,
      engine: median(engine),
      bare: median(sql),
      ratio: medianRatio(engine, sql),
      metrics: names.length,
      statements: asked.length,
      unmatched: definitions.flatMap(({ kind, name }) => (kind === "records" && !(name in bare) ? [name] : [])),
    };
  });
}

interface Question {
  /** The metric, where the answer is its value in the year itself. */
  readonly metric: string | null;
  readonly ask: () => number | null;
}

function bareQuestions(database: Database, definitions: readonly MetricDefinition[], year: number): Question[] {
  const { raw } = connectionOf(database);
  const ofRecords = new Set(
    definitions.flatMap(({ kind, name }) => (kind === "records" && name in bare ? [name] : [])),
  );
  const compared = new Set(definitions.flatMap((metric) => (metric.kind === "change" ? [metric.of] : [])));
  const records = (name: string): boolean => ofRecords.has(name);
  return [
    ...[...ofRecords].map((metric) => ({ metric, ask: question(raw, metric, year) })),
    ...[...compared].filter(records).map((metric) => ({ metric: null, ask: question(raw, metric, year - 1) })),
  ];
}

function question(raw: BetterSqlite3.Database, metric: string, year: number): () => number | null {
  const statement = raw.prepare<unknown[], number | null>(bare[metric] ?? "").pluck();
  const days = {
    year,
    this: `${year}`,
    next: `${year + 1}`,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    nextFrom: `${year + 1}-01-01`,
    nextTo: `${year + 1}-12-31`,
  };
  return () => statement.get(days) ?? null;
}

/** Nobody knows is no 0 to the engine; to SQL a count of nothing is. */
function agree(values: Awaited<ReturnType<typeof computeMetrics>>, asked: readonly Question[]): void {
  const byName = new Map(values.map(({ metric, value }) => [metric, value]));
  const wrong = asked.flatMap(({ metric, ask }) => {
    if (metric === null) return [];
    const [engine, sql] = [byName.get(metric) ?? 0, ask() ?? 0];
    return Math.abs(engine - sql) <= 1e-9 * Math.abs(sql) ? [] : [`${metric}: engine ${engine}, bare SQL ${sql}`];
  });
  if (wrong.length > 0) throw new Error(`the two sides do not answer the same question:\n${wrong.join("\n")}`);
}
