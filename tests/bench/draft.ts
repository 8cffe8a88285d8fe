import { openProgram } from "../../main/hosts/openProgram.ts";
import { computeMetrics } from "../../main/metrics/compute.ts";
import { loadDefinitions } from "../../main/metrics/definitions.ts";
import { asDocx } from "../../main/reports/asDocx.ts";
import { draftResolved } from "../../main/reports/draftResolved.ts";
import { yearScope } from "../../shared/metrics/scope.ts";
import { median, medianRatio, timed } from "./rounds.ts";
import { inFolder } from "./temporary.ts";

/** Median milliseconds, and a ratio. */
export interface DraftBench {
  readonly metrics: number;
  readonly draft: number;
  readonly word: number;
  /** draft and word ÷ metrics. */
  readonly ratio: number;
}

/** The sample year, imported from its workbooks: all its metrics, its draft in words, and the Word file of that. */
export async function benchDraft(rounds: number, year = 2012): Promise<DraftBench> {
  return inFolder(async (folder) => {
    const program = await openProgram({ host: "cli", folder });
    try {
      const district = { name: "示例区", code: "370703", year, sample: true };
      const created = await program.dispatch("program", "create", district);
      if (!created.ok) throw new Error(created.problem.message);
      const { read } = program.services.database();
      const definitions = await loadDefinitions(read);
      const names = definitions.map(({ name }) => name);
      const resolved = await draftResolved(read, { year });
      const [metrics = [], draft = [], word = []] = await timed(
        rounds,
        async () => void (await computeMetrics(read, definitions, names, yearScope(year))),
        async () => void (await draftResolved(read, { year })),
        async () => void (await asDocx(resolved)),
      );
      const both = draft.map((value, round) => value + (word[round] ?? Number.NaN));
      return {
        metrics: median(metrics),
        draft: median(draft),
        word: median(word),
        ratio: medianRatio(both, metrics),
      };
    } finally {
      await program.close();
    }
  });
}
