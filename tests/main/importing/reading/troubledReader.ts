// A reading process that goes wrong in the way its file's name asks for.
import type { ReaderReply, ReaderRequest } from "../../../../main/importing/reading/messages.ts";

const kept: unknown[] = [];

const troubles: Record<string, () => void> = {
  hang() {
    for (;;) kept.length = 0;
  },
  crash: () => process.kill(process.pid, "SIGSEGV"),
  exit: () => process.exit(3),
  throw() {
    throw new Error("unforeseen");
  },
  heap() {
    for (;;) kept.push(Array.from({ length: 1_000 }, (_, at) => ({ at })));
  },
  buffers() {
    // Beyond the heap's limit: only the watchdog sees it.
    setInterval(() => kept.push(Buffer.alloc(20_000_000, 1)), 10);
  },
  half() {
    reply({ kind: "sheet", sheet: { name: "半", index: 0, hidden: false, date1904: false } });
    setTimeout(() => process.exit(1), 50);
  },
};

function reply(message: ReaderReply): void {
  process.send?.(message);
}

process.on("message", (message: ReaderRequest) => {
  if (message.kind !== "read" || typeof message.source === "string" || "path" in message.source) return;
  troubles[message.source.name]?.();
});
