// The reading process's own program: one file after another, no database, no window, no network. It may be killed at
// any moment. Started by `startReader.ts` (plain Node) or as an Electron utility process.
import { readFileSync } from "node:fs";
import { localFile } from "./localFile.ts";
import { limitsFor, type ReadingLimits } from "./limits.ts";
import { batchesUnderWay, type ReaderReply, type ReaderRequest, type WorkbookSource } from "./messages.ts";
import { readSource, type SourceFile } from "./readSource.ts";
import { refusalOf, refuse } from "./refusals.ts";
import type { WorkbookOutput } from "./workbookEvents.ts";

interface ParentPort {
  on(event: "message", listener: (message: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

// Electron gives a utility process a port where plain Node gives a forked one `process.send`.
const { parentPort } = process as { parentPort?: ParentPort };
const post = parentPort?.postMessage.bind(parentPort);

// No key of an outside file may reach what all objects share.
Object.freeze(Object.prototype);
Object.freeze(Array.prototype);

let credit = 0;
let creditCame = (): void => {};

function reply(message: ReaderReply): void {
  if (post !== undefined) post(message);
  else process.send?.(message);
}

function heard(message: ReaderRequest): void {
  if (message.kind === "more") {
    credit++;
    creditCame();
  } else void read(message);
}

async function read(request: ReaderRequest & { kind: "read" }): Promise<void> {
  credit = batchesUnderWay;
  const limits = limitsFor(request.rowLimit);
  try {
    const file = await sourceFile(request.source, limits);
    const summary = await readSource(file, limits, repliedOutput(request.memoryMb));
    reply({ kind: "end", summary, memoryMb: memoryMb(), peakMb: peakMb() });
  } catch (error) {
    reply({ kind: "refused", refusal: refusalOf(error), memoryMb: memoryMb(), peakMb: peakMb() });
  }
}

function repliedOutput(mostMemoryMb: number): WorkbookOutput {
  const waiting: ReaderReply[] = [];
  let sheet = 0;
  const send = (): void => {
    while (waiting.length > 0 && (credit > 0 || waiting[0]?.kind !== "rows")) {
      const message = waiting.shift();
      if (message === undefined) return;
      if (message.kind === "rows") credit--;
      reply(message);
    }
  };
  let told = 0;
  return {
    sheetStart(info) {
      sheet = info.index;
      waiting.push({ kind: "sheet", sheet: info });
      send();
    },
    batch(batch) {
      waiting.push({ kind: "rows", batch });
      send();
      // One piece of input can stand for a hundred million characters: do not wait for its end to look.
      if (memoryMb() > mostMemoryMb) refuse("E-IMP-91");
    },
    sheetEnd(end) {
      waiting.push({ kind: "sheetEnd", sheet, end });
      send();
    },
    async settled(done) {
      if (memoryMb() > mostMemoryMb) refuse("E-IMP-91");
      for (send(); waiting.length > 0; send()) {
        await new Promise<void>((resolve) => {
          creditCame = resolve;
        });
      }
      if (done - told >= 0.02) {
        told = done;
        reply({ kind: "progress", done });
      }
    },
  };
}

function memoryMb(): number {
  return Math.round(process.memoryUsage.rss() / 1_000_000);
}

// On Linux the usage counts from before the program was loaded, when this was still a copy of its parent.
function peakMb(): number {
  if (process.platform !== "linux") return Math.round((process.resourceUsage().maxRSS * 1_024) / 1_000_000);
  const kilobytes = /^VmHWM:\s*(\d+) kB/mu.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0";
  return Math.round((Number(kilobytes) * 1_024) / 1_000_000);
}

async function sourceFile(source: WorkbookSource, limits: ReadingLimits): Promise<SourceFile> {
  const password = typeof source === "string" ? undefined : source.password;
  if (typeof source !== "string" && "bytes" in source) {
    // The message's own bytes, not a copy: a file of 50 MB would cost another 50.
    const { buffer, byteOffset, byteLength } = source.bytes;
    return { name: source.name, bytes: Buffer.from(buffer, byteOffset, byteLength), password };
  }
  const path = typeof source === "string" ? source : source.path;
  return { name: path, bytes: await localFile(path, limits), password };
}

if (parentPort !== undefined) parentPort.on("message", ({ data }) => heard(data as ReaderRequest));
else {
  process.on("message", (message) => heard(message as ReaderRequest));
  process.on("disconnect", () => process.exit(0));
}
