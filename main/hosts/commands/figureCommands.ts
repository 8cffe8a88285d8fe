import { extname, resolve } from "node:path";
import type { Trace } from "../../../shared/api/api.ts";
import type { MetricValue } from "../../../shared/metrics/definition.ts";
import { draftResolved } from "../../reports/draftResolved.ts";
import { writeReport } from "../../reports/writeReport.ts";
import { writeWhole } from "../../platform/writeWhole.ts";
import type { Command } from "./command.ts";
import { ask, day, refuse, scopeOf, withData, yearOf } from "./options.ts";

type Row = { now: MetricValue };

export const figureCommands: readonly Command[] = [
  {
    name: "metrics",
    usage: "metrics --year Y [--from D --to D] [--as-of D] --data DIR   全部指标的值",
    run: (values) =>
      withData(values, async (program) => {
        const rows = await ask<Row[]>(program, "metrics", "values", { scope: scopeOf(values) });
        return {
          json: rows.map(({ now: { records, ...value } }) => ({ ...value, records: records.length })),
          lines: rows.map(({ now }) => `${now.label}\t${now.value ?? "—"}${now.value === null ? "" : now.unit}`),
        };
      }),
  },
  {
    name: "trace",
    usage: "trace METRIC --year Y [--as-of D] --data DIR           一个指标的记录和出处",
    run: (values, [metric]) =>
      withData(values, async (program) => {
        if (metric === undefined) throw refuse("E-CLI-15", "请写明指标，例如 trace projectGrants --year 2012");
        const trace = await ask<Trace>(program, "metrics", "trace", { metric, scope: scopeOf(values) });
        return { json: trace, lines: traceLines(trace) };
      }),
  },
  {
    name: "report",
    usage: "report --year Y [--as-of D] --out F.docx|html|txt|json   起草年度总结及计划",
    run: (values) =>
      withData(values, async (program) => {
        const as = extname(values.out ?? "").slice(1);
        if (values.out === undefined || (as !== "docx" && as !== "html" && as !== "txt" && as !== "json")) {
          throw refuse("E-CLI-16", "请用 --out 写明输出文件，扩展名为 docx、html、txt 或 json");
        }
        const year = yearOf(values);
        const asOf = day(values["as-of"]);
        const resolved = await draftResolved(program.services.database().read, {
          year,
          ...(asOf === undefined ? {} : { asOf }),
        });
        const out = resolve(values.out);
        await writeWhole(out, await writeReport(resolved, as));
        return { json: { out, year }, lines: [`已写出：${out}`] };
      }),
  },
];

export function traceLines(trace: Trace): string[] {
  return [
    `${trace.label}：${trace.value ?? "—"}${trace.value === null ? "" : trace.unit}`,
    `口径：${trace.basis}`,
    ...trace.records.flatMap((record) => [
      `  ${record.title}`,
      ...record.values.map(({ label, value, source }) => {
        const from =
          source === null
            ? "—"
            : "file" in source
              ? `${source.file} › ${source.sheet} › ${source.cell} “${source.raw}”${source.corrected === true ? "，本局改正" : ""}`
              : `${source.by} 手工录入`;
        return `    ${label}：${value}　←　${from}`;
      }),
    ]),
  ];
}
