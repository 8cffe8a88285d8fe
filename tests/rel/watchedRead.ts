import { readWorkbookStream } from "../../main/importing/reading/readWorkbookStream.ts";
import { forkReader, type Reader } from "../../main/importing/reading/startReader.ts";

export interface Watched {
  /** "read" or the code of the refusal. */
  outcome: string;
  ms: number;
  /** Peak resident memory of the reading process, MB; 0 where the system does not say. */
  mb: number;
}

export interface Watch {
  program?: URL;
  timeoutMs?: number;
  memoryMb?: number;
}

/** The same reader, which tells what its process held at most when a file ends. */
export function withPeak(reader: Reader, told: (mb: number) => void): Reader {
  return {
    ...reader,
    listen: ({ gone, reply }) =>
      reader.listen({
        gone,
        reply(message) {
          if (message.kind === "end" || message.kind === "refused") told(message.peakMb ?? 0);
          reply(message);
        },
      }),
  };
}

/** Reads a file in a process of its own, watched every few milliseconds; its rows are thrown away. */
export async function watchedRead(name: string, bytes: Buffer, watch: Watch = {}): Promise<Watched> {
  let mb = 0;
  let timer: NodeJS.Timeout | undefined;
  let reader: Reader | undefined;
  const startReader = (): Reader => {
    const started = forkReader(watch.program);
    reader = started;
    timer = setInterval(() => (mb = Math.max(mb, started.memoryMb() ?? 0)), 10);
    return withPeak(started, (peak) => (mb = Math.max(mb, peak)));
  };
  const { timeoutMs, memoryMb } = watch;
  const options = {
    startReader,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(memoryMb === undefined ? {} : { memoryMb }),
  };
  const started = performance.now();
  let outcome = "";
  for await (const event of readWorkbookStream({ name, bytes }, options)) {
    if (event.kind === "end") outcome = "read";
    else if (event.kind === "refused") outcome = event.code;
  }
  clearInterval(timer);
  reader?.kill();
  return { outcome, ms: Math.round(performance.now() - started), mb };
}
