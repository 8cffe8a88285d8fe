import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "./clock.ts";

// Faults go to a file with a number; people see the number, never the stack. The last calls stand beside it, because
// "what were you doing" is what a report over the phone lacks.

export interface Log {
  /** Remembers a call; the last five are written with a fault. */
  called(name: string): void;
  /** Writes the fault and answers its number: F-20121231-0001. */
  fault(error: unknown): string;
  note(line: string): void;
}

export function createLog(folder: () => string | null, clock: Clock): Log {
  const calls: string[] = [];
  let faults = 0;
  const fileIn = (place: string): string => join(place, "logs", `${clock.today().slice(0, 7)}.log`);
  /** The day's faults so far, those of earlier starts too: a number read over the phone must mean one fault. */
  const logged = (day: string): number => {
    const place = folder();
    if (place === null) return 0;
    try {
      return readFileSync(fileIn(place), "utf8").split(` ${day}-`).length - 1;
    } catch {
      return 0;
    }
  };
  const write = (line: string): void => {
    const place = folder();
    if (place === null) return;
    try {
      mkdirSync(join(place, "logs"), { recursive: true });
      appendFileSync(fileIn(place), `${clock.now()} ${line}\n`);
    } catch {
      // A full or read-only disk must not turn one fault into two.
    }
  };
  return {
    called(name) {
      calls.push(name);
      if (calls.length > 5) calls.shift();
    },
    fault(error) {
      const day = `F-${clock.today().replaceAll("-", "")}`;
      faults = Math.max(faults, logged(day)) + 1;
      const number = `${day}-${String(faults).padStart(4, "0")}`;
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      write(`${number} [${calls.join(" > ")}] ${stack}`);
      return number;
    },
    note: write,
  };
}
