// The reading process without its limits, for the control: what the hostile set would do.
import type { ReaderReply, ReaderRequest } from "../../main/importing/reading/messages.ts";
import { readSource } from "../../main/importing/reading/readSource.ts";
import { refusalOf } from "../../main/importing/reading/refusals.ts";
import { limitsOff } from "./hostileFiles.ts";

function reply(message: ReaderReply): void {
  process.send?.(message);
}

async function read(name: string, bytes: Uint8Array): Promise<void> {
  const ignore = (): void => undefined;
  const events = { sheetStart: ignore, batch: ignore, sheetEnd: ignore, settled: ignore };
  try {
    const summary = await readSource({ name, bytes: Buffer.from(bytes) }, limitsOff, events);
    reply({ kind: "end", summary, memoryMb: 0 });
  } catch (error) {
    reply({ kind: "refused", refusal: refusalOf(error), memoryMb: 0 });
  }
}

process.on("message", (message: ReaderRequest) => {
  if (message.kind !== "read" || typeof message.source === "string" || "path" in message.source) return;
  void read(message.source.name, message.source.bytes);
});
process.on("disconnect", () => process.exit(0));
