import { readFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";

/**
 * How many times longer than alone a piece of work takes, as far as the machine says: those who want a processor, of
 * late and at this moment, for each that there is. At least 1. Bounds of wall-clock time are multiplied by it, and
 * hold as they are on a quiet machine.
 */
export function slowdown(): number {
  return Math.max(1, Math.max(loadavg()[0] ?? 0, runnable()) / availableParallelism());
}

function runnable(): number {
  try {
    return Number(/(\d+)\/\d+/u.exec(readFileSync("/proc/loadavg", "utf8"))?.[1] ?? 0);
  } catch {
    return 0; // only Linux says
  }
}
