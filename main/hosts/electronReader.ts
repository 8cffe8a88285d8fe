import { fileURLToPath } from "node:url";
import { app, utilityProcess } from "electron";
import { readingHeapMb } from "../importing/reading/limits.ts";
import type { ReaderReply } from "../importing/reading/messages.ts";
import { type Reader, readerProgram } from "../importing/reading/startReader.ts";

/**
 * The cage for outside workbooks as Electron's utility process: the installed program refuses to run as plain Node (a
 * fuse), so a fork of itself would only open another window.
 */
export function utilityReader(program: URL = readerProgram()): Reader {
  const child = utilityProcess.fork(fileURLToPath(program), [], {
    serviceName: "keji-reader",
    execArgv: [`--max-old-space-size=${readingHeapMb}`, "--max-semi-space-size=16", "--disable-proto=delete"],
    stdio: "ignore",
  });
  let listener: Parameters<Reader["listen"]>[0] | undefined;
  child.on("message", (message: unknown) => listener?.reply(message as ReaderReply));
  let fatal = "";
  // V8 gives up, for want of memory as a rule. Without a listener the event itself would throw in this process.
  child.on("error", (type, location) => (fatal = `${type} ${location}`));
  child.on("exit", (code) =>
    listener?.gone({ outOfMemory: fatal !== "" || code === 134, detail: `reader ended: ${code} ${fatal}` }),
  );
  return {
    send: (request) => child.postMessage(request),
    listen(next) {
      listener = next;
    },
    memoryMb() {
      const metric = app.getAppMetrics().find(({ pid }) => pid === child.pid);
      return metric === undefined ? null : Math.round((metric.memory.workingSetSize * 1024) / 1_000_000);
    },
    // A utility process never keeps the program alive by itself.
    hold: () => undefined,
    kill: () => void child.kill(),
  };
}
