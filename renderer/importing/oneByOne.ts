import { ProblemError } from "../../shared/problems/problem.ts";
import { queryClient } from "../api/queryClient.ts";
import { importsNow, setImports } from "./importStore.ts";
import type { TakenFile } from "./taken.ts";

// Work on the files of one go, file by file. One that fails stops none of the others.

/** Stops what goes on, once. */
let stopping: (() => void) | null = null;
let stops = 0;
let turn: Promise<void> = Promise.resolve();

/** What goes on ends, and what waits for its turn is not begun. */
export function stop(): void {
  stops += 1;
  const { progress } = importsNow();
  if (progress !== null) setImports({ progress: { ...progress, stopping: true } });
  stopping?.();
}

/** One after another, as long as there are any: what is added meanwhile comes too. Other work waits for its turn. */
export function oneByOne<F extends TakenFile>(
  verb: string,
  remaining: () => readonly F[],
  work: (one: F, stopped: Promise<null>) => Promise<void>,
): Promise<void> {
  const stopsBefore = stops;
  turn = turn.then(() => (stops === stopsBefore ? inTurn(verb, remaining, work) : undefined));
  return turn;
}

async function inTurn<F extends TakenFile>(
  verb: string,
  remaining: () => readonly F[],
  work: (one: F, stopped: Promise<null>) => Promise<void>,
): Promise<void> {
  let isStopped = false;
  const stopped = new Promise<null>((resolve) => {
    stopping = () => {
      isStopped = true;
      resolve(null);
    };
  });
  const failed = new Set<number>();
  if (remaining().length > 0) setImports({ error: null });
  for (let done = 0; ; done += 1) {
    const left = remaining().filter(({ key }) => !failed.has(key));
    const [one] = left;
    if (one === undefined || isStopped) break;
    setImports({ progress: { words: `${verb} ${one.name}`, done, total: done + left.length } });
    try {
      await work(one, stopped);
    } catch (caught) {
      failed.add(one.key);
      setImports({ error: problemOf(caught) });
    }
  }
  stopping = null;
  setImports({ progress: null });
  refreshBatches();
}

/** Reading a file and giving it up touch no ledger, and so are no change that the envelope would tell of. */
export function refreshBatches(): void {
  void queryClient.invalidateQueries({ queryKey: ["importing", "batches"] });
}

/** Uploading fails outside the envelope; then the connection to the main process is at fault. */
export function problemOf(caught: unknown): ProblemError {
  if (caught instanceof ProblemError) return caught;
  return new ProblemError({
    kind: "fault",
    code: "E-WIN-02",
    message: "文件没有传到主程序，没有导入，数据未改动。请再试一次；仍不行就重新打开科绩。",
  });
}
