import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "../../main/database/open.ts";
import { listRecords } from "../../main/records/list.ts";

/** Milliseconds that the first page of the projects took to answer. */
export interface ScreenBench {
  readonly median: number;
  readonly longest: number;
}

/** Asks for the page over and over while `work` is on; throws where it shows any but all or none of the rows. */
export async function askMeanwhile(
  database: Database,
  rows: number,
  work: () => Promise<void>,
): Promise<ScreenBench & { readonly milliseconds: number }> {
  const waits: number[] = [];
  const state = { isDone: false };
  const asking = (async () => {
    while (!state.isDone) {
      const asked = performance.now();
      const { total } = await listRecords(database.read, { ledger: "projects", limit: 100 });
      waits.push(performance.now() - asked);
      if (total !== 0 && total !== rows) throw new Error(`a screen shows ${total} of ${rows} rows`);
      await wait(20);
    }
  })();
  const start = performance.now();
  await work();
  const milliseconds = performance.now() - start;
  state.isDone = true;
  await asking;
  waits.sort((a, b) => a - b);
  return { milliseconds, median: waits[waits.length >> 1] ?? 0, longest: waits.at(-1) ?? 0 };
}
