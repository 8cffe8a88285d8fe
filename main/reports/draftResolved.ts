import type { District } from "../../shared/api/api.ts";
import { yearScope, type Scope } from "../../shared/metrics/scope.ts";
import type { ReportDocument, ResolvedDocument } from "../../shared/report/document.ts";
import { nodeScope } from "../../shared/report/nodeScope.ts";
import type { ReadHandle } from "../database/open.ts";
import { loadDefinitions } from "../metrics/definitions.ts";
import { readSetting } from "../records/settings.ts";
import { askData, type DataAsk } from "./ask.ts";
import { draft } from "./draft.ts";
import { resolve } from "./resolve.ts";
import { annualSummary } from "./templates/annualSummary/annualSummary.ts";
import { compileTemplate } from "./templates/compile.ts";
import { templateMetrics } from "./templates/templateMetrics.ts";

export interface DraftInput {
  readonly year: number;
  /** ISO day; the end of the year where absent. */
  readonly asOf?: string | undefined;
}

/** Drafts the year's report from the built-in template and turns it into words. */
export async function draftResolved(db: ReadHandle, input: DraftInput): Promise<ResolvedDocument> {
  const { document, ask } = await draftReport(db, input);
  return resolve(document, ask);
}

/** The draft itself, nodes and all, with the Ask that it was drafted by. */
export async function draftReport(
  db: ReadHandle,
  { year, asOf }: DraftInput,
): Promise<{ document: ReportDocument; ask: DataAsk }> {
  const definitions = await loadDefinitions(db);
  const names = new Set(definitions.map((definition) => definition.name));
  const template = compileTemplate(annualSummary, (name) => names.has(name));
  const ask = askData(db, definitions);
  const scope = yearScope(year, asOf);
  const asked = templateMetrics(template);
  for (const when of ["report", "lastYear", "nextYear"] as const) {
    const metrics = asked.filter((each) => each.when === when).map((each) => each.metric);
    await ask.prepare(metrics, nodeScope(when === "report" ? undefined : when, scope));
  }
  const { name, office } = await districtOf(db);
  const document = await draft(template, {
    year,
    scope,
    ask,
    district: name,
    office,
    textBlocks: {
      year: await textBlocks(ask, scope),
      nextYear: await textBlocks(ask, nodeScope("nextYear", scope)),
    },
  });
  return { document, ask };
}

async function districtOf(db: ReadHandle): Promise<Pick<District, "name" | "office">> {
  const district = await readSetting(db, "district");
  return district ?? { name: "本区", office: "区科技局" };
}

async function textBlocks(ask: DataAsk, scope: Scope): Promise<Map<string, string>> {
  const items = await ask.items("textBlocks", scope, ["tag", "text"]);
  return new Map(items.flatMap(({ fields: { tag, text } }) => (tag && text ? [[tag, text]] : [])));
}
