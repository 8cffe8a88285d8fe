// Starting a process costs a tenth of a second, a folder of workbooks has dozens: one idle reader is kept for the
// next file. After any trouble it is killed instead, and it never keeps the program alive.
import type { Reader, StartReader } from "./startReader.ts";

const idleMs = 60_000;
/** A reader that has grown further than this starts afresh, or its memory would count against the next file. */
const keepBelowMb = 160;

interface Idle {
  reader: Reader;
  start: StartReader;
  timer: NodeJS.Timeout;
}

let idle: Idle | undefined;

/** An idle reader of this kind, or a new one. It is the caller's alone until given back. */
export function takeReader(start: StartReader): Reader {
  const kept = idle?.start === start ? idle : undefined;
  if (kept !== undefined) {
    idle = undefined;
    clearTimeout(kept.timer);
  }
  const reader = kept?.reader ?? start();
  reader.hold(true);
  return reader;
}

/** Only after a file ended in order; a reader in doubt is killed by whoever doubts it. */
export function giveBackReader(start: StartReader, reader: Reader, memoryMb: number): void {
  if (memoryMb > keepBelowMb) {
    reader.kill();
    return;
  }
  closeIdleReader();
  const timer = setTimeout(closeIdleReader, idleMs).unref();
  const entry = { reader, start, timer };
  idle = entry;
  reader.listen({
    reply() {
      // An idle reader has nothing to say.
    },
    gone() {
      if (idle === entry) idle = undefined;
      clearTimeout(timer);
    },
  });
  reader.hold(false);
}

/** Ends the idle reader, if any: when the program closes, and between tests. */
export function closeIdleReader(): void {
  if (idle === undefined) return;
  clearTimeout(idle.timer);
  idle.reader.kill();
  idle = undefined;
}
