import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { resolvedInlinesOf } from "../../shared/report/walk.ts";
import { writeWhole } from "../platform/writeWhole.ts";
import { loadDefinitions } from "../metrics/definitions.ts";
import { traceMetric } from "../metrics/trace.ts";
import { draftResolved } from "../reports/draftResolved.ts";
import { writeReport } from "../reports/writeReport.ts";
import { traceLines } from "./commands/figureCommands.ts";
import { openProgram, projectRoot } from "./openProgram.ts";

// `npm run demo`: sample workbooks → data → the report in three forms and a trace of every figure in it, in one go.

const YEAR = 2012;
const out = join(projectRoot(), "out");
const data = join(out, "data");
rmSync(data, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const program = await openProgram({ host: "cli", folder: data });
const created = await program.dispatch("program", "create", {
  name: "示例区",
  code: "370703",
  year: YEAR,
  sample: true,
});
if (!created.ok) throw new Error(created.problem.message);

const db = program.services.database().read;
const resolved = await draftResolved(db, { year: YEAR });
for (const as of ["docx", "html", "txt"] as const) {
  await writeWhole(join(out, `总结及计划.${as}`), await writeReport(resolved, as));
}

const definitions = await loadDefinitions(db);
const lines: string[] = [];
const figures = [...resolvedInlinesOf(resolved)].filter((inline) => inline.kind !== "text" && inline.kind !== "hole");
for (const figure of figures) {
  const trace = await traceMetric(db, definitions, figure.metric, figure.scope);
  lines.push(`【${figure.text}】`, ...traceLines(trace), "");
}
await writeWhole(join(out, "溯源.txt"), lines.join("\n"));
await program.close();
console.log(`已写出 out/总结及计划.docx、.html、.txt，和 ${figures.length} 处数字、名单的出处 out/溯源.txt`);
