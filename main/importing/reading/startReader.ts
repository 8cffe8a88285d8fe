import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readingHeapMb } from "./limits.ts";
import type { ReaderReply, ReaderRequest } from "./messages.ts";

/** A running reading process. */
export interface Reader {
  send(request: ReaderRequest): void;
  /** One listener each; a later one takes the earlier one's place. */
  listen(listener: { reply(reply: ReaderReply): void; gone(reason: ReaderEnd): void }): void;
  /** Resident memory as the system sees it, where that can be asked cheaply; else null. */
  memoryMb(): number | null;
  /** Whether this process may keep the program alive: only while it reads. */
  hold(alive: boolean): void;
  kill(): void;
}

export interface ReaderEnd {
  /** The process gave up for want of memory. */
  outOfMemory: boolean;
  /** For the log. */
  detail: string;
}

/** Starts a reading process. Electron's utilityProcess can stand in for the fork below. */
export type StartReader = () => Reader;

/** Beside this file: the source in development, the bundled entry of the same name in a build. */
export function readerProgram(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./readerProcess.ts" : "./readerProcess.js", import.meta.url);
}

/** The reading process as a child of plain Node. */
export function forkReader(program: URL = readerProgram()): Reader {
  const child = fork(fileURLToPath(program), [], {
    // None of the parent's own flags: a debugger's port or a test runner's loader has no business in the cage.
    // The smaller nursery saves 80 MB on a large file at no cost in time (measured).
    execArgv: [
      `--max-old-space-size=${readingHeapMb}`,
      "--max-semi-space-size=16",
      "--disable-proto=delete",
      "--disable-warning=ExperimentalWarning",
    ],
    env: { ...process.env, NODE_OPTIONS: "" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    windowsHide: true,
  });
  let listener: Parameters<Reader["listen"]>[0] | undefined;
  let ended = false;
  const end = (reason: ReaderEnd): void => {
    if (ended) return;
    ended = true;
    listener?.gone(reason);
  };
  child.on("message", (message) => listener?.reply(message as ReaderReply));
  child.on("error", (error) => end({ outOfMemory: false, detail: error.message }));
  // V8 aborts when the heap is full: SIGABRT, or 134 where a shell or Windows reports it.
  child.on("exit", (code, signal) =>
    end({ outOfMemory: signal === "SIGABRT" || code === 134, detail: `reader ended: ${signal ?? code}` }),
  );
  return {
    send(request) {
      if (child.connected)
        child.send(request, (error) => error !== null && end({ outOfMemory: false, detail: error.message }));
      else end({ outOfMemory: false, detail: "reader is not connected" });
    },
    listen(next) {
      listener = next;
    },
    memoryMb: () => residentMb(child.pid),
    hold(alive) {
      if (alive) {
        child.ref();
        child.channel?.ref();
      } else {
        child.unref();
        child.channel?.unref();
      }
    },
    kill: () => void child.kill("SIGKILL"),
  };
}

// Only Linux has it as a file; elsewhere the reading process watches itself between pieces of input.
function residentMb(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== "linux") return null;
  try {
    const kilobytes = /^VmRSS:\s*(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Math.round((Number(kilobytes) * 1_024) / 1_000_000);
  } catch {
    return null;
  }
}
