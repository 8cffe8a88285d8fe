import { useRef, useState } from "react";
import type { ImportReport } from "../../shared/api/api.ts";
import { ProblemError } from "../../shared/problems/problem.ts";
import { bridge } from "../api/bridge.ts";
import { ask } from "../api/client.ts";
import { queryClient } from "../api/queryClient.ts";
import { sortOut, type TakenFile, takenFile, tooLarge } from "./taken.ts";

export interface Imports {
  readonly files: readonly TakenFile[];
  /** What is being done just now, in words; null at rest. */
  readonly progress: string | null;
  readonly error: ProblemError | null;
  take(files: readonly File[], year: number): Promise<void>;
  /** Takes a batch up again that was read earlier and neither confirmed nor given up. */
  resume(report: ImportReport): void;
  apply(files: readonly TakenFile[]): Promise<number>;
  giveUp(file: TakenFile): Promise<void>;
  close(): void;
  /** Stops after the file in hand. */
  cancel(): void;
}

/** Reading, confirming and giving up the files of one go. A file that fails stops none of the others. */
export function useImports(): Imports {
  const [files, setFiles] = useState<readonly TakenFile[]>([]);
  const [progress, setProgress] = useState<string | null>(null);
  const [error, setError] = useState<ProblemError | null>(null);
  const stop = useRef(false);

  const each = async <T>(all: readonly T[], say: (one: T, at: number) => string, work: (one: T) => Promise<void>) => {
    setError(null);
    stop.current = false;
    for (const [at, one] of all.entries()) {
      if (stop.current) break;
      setProgress(say(one, at));
      try {
        await work(one);
      } catch (caught) {
        setError(problemOf(caught));
      }
    }
    setProgress(null);
  };
  const add = (report: ImportReport): void => setFiles((before) => [...before, takenFile(before.length, report)]);
  const become = (key: number, next: Partial<TakenFile>): void =>
    setFiles((before) => before.map((file) => (file.key === key ? { ...file, ...next } : file)));

  return {
    files,
    progress,
    error,
    async take(chosen, year) {
      const { take, large } = sortOut(chosen);
      setFiles([]);
      for (const { name } of large) add(tooLarge(name));
      await each(
        take,
        ({ name }, at) => `正在读 ${name}（${at + 1} / ${take.length}）`,
        async (file) => {
          const { ticket } = await bridge.upload(file);
          for (const report of await ask("importing", "stage", { tickets: [ticket], year })) add(report);
          refreshBatches();
        },
      );
    },
    resume(report) {
      setError(null);
      setFiles([takenFile(0, report)]);
    },
    async apply(wanted) {
      let done = 0;
      await each(
        wanted,
        ({ report }, at) => `正在导入 ${report.file}（${at + 1} / ${wanted.length}）`,
        async ({ key, report }) => {
          become(key, { report: await ask("importing", "apply", { batch: report.batch ?? 0 }), state: "applied" });
          done += 1;
        },
      );
      return done;
    },
    async giveUp({ key, report }) {
      try {
        await ask("importing", "discard", { batch: report.batch ?? 0 });
        become(key, { state: "given up" });
        refreshBatches();
      } catch (caught) {
        setError(problemOf(caught));
      }
    },
    close: () => setFiles([]),
    cancel() {
      stop.current = true;
    },
  };
}

/** Reading a file and giving it up touch no ledger, and so are no change that the envelope would tell of. */
function refreshBatches(): void {
  void queryClient.invalidateQueries({ queryKey: ["importing", "batches"] });
}

/** Uploading fails outside the envelope; then the connection to the main process is at fault. */
function problemOf(caught: unknown): ProblemError {
  if (caught instanceof ProblemError) return caught;
  return new ProblemError({
    kind: "fault",
    code: "E-WIN-02",
    message: "文件没有传到主程序，没有导入，数据未改动。请再试一次；仍不行就重新打开科绩。",
  });
}
