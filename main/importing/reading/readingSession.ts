import { batchesUnderWay, type ReaderReply, type WorkbookSource } from "./messages.ts";
import { giveBackReader, takeReader } from "./readerPool.ts";
import { type Refusal, refusal } from "./refusals.ts";
import type { ReaderEnd, StartReader } from "./startReader.ts";

export interface SessionRequest {
  source: WorkbookSource;
  rowLimit: number;
  memoryMb: number;
  timeoutMs: number;
  start: StartReader;
}

export interface ReadingSession {
  /** The next word on the file; after `end` or `refused` there is none. */
  next(): Promise<ReaderReply>;
  /** Kills the reading, unless it has ended; `next` then answers with this refusal. */
  stop(reason: Refusal): void;
}

const watchMs = 200;

/** One file in one reading process, watched: it is killed beyond its time or memory, and its death is an answer. */
export function readingSession(request: SessionRequest): ReadingSession {
  const { memoryMb, timeoutMs, start } = request;
  const reader = takeReader(start);
  const waiting: ReaderReply[] = [];
  let wake: ((reply: ReaderReply) => void) | undefined;
  let over = false;
  let batchesWaiting = 0;

  const hand = (reply: ReaderReply): void => {
    const waker = wake;
    wake = undefined;
    if (waker === undefined) waiting.push(reply);
    else waker(reply);
  };
  const finish = (reply: ReaderReply): void => {
    over = true;
    clearInterval(watch);
    hand(reply);
  };
  const stop = (reason: Refusal): void => {
    if (over) return;
    reader.kill();
    // What still waits is of no use to anybody.
    waiting.length = 0;
    finish({ kind: "refused", refusal: reason, memoryMb: 0 });
  };
  const gone = ({ outOfMemory, detail }: ReaderEnd): void =>
    stop(refusal(outOfMemory ? "E-IMP-91" : "E-IMP-99", undefined, detail));

  reader.listen({
    gone,
    reply(reply) {
      if (over) return;
      if (reply.kind === "rows") batchesWaiting++;
      if (reply.kind !== "end" && reply.kind !== "refused") return hand(reply);
      giveBackReader(start, reader, reply.memoryMb);
      finish(reply);
    },
  });

  let spentMs = 0;
  let lastLook = performance.now();
  const watch = setInterval(
    () => {
      const now = performance.now();
      // Neither a consumer that takes its time nor a stalled parent counts against the file.
      if (batchesWaiting < batchesUnderWay) spentMs += Math.min(now - lastLook, 2 * watchMs);
      lastLook = now;
      if (spentMs > timeoutMs) stop(refusal("E-IMP-90", `读取超过 ${Math.ceil(timeoutMs / 1_000)} 秒，已停止`));
      else if ((reader.memoryMb() ?? 0) > memoryMb)
        stop(refusal("E-IMP-91", `读取占用内存超过 ${memoryMb} MB，已停止`));
    },
    Math.min(watchMs, timeoutMs),
  );

  reader.send({ kind: "read", source: request.source, rowLimit: request.rowLimit, memoryMb });

  return {
    stop,
    async next() {
      const reply = waiting.shift() ?? (await new Promise<ReaderReply>((resolve) => (wake = resolve)));
      if (reply.kind === "rows") {
        batchesWaiting--;
        if (!over) reader.send({ kind: "more" });
      }
      return reply;
    },
  };
}
