import { dialog } from "electron";
import { problemOf } from "../api/router.ts";
import type { Log } from "../platform/log.ts";

// Outside the router's envelope nothing may throw: Electron would show a stack in its own words, or none at all.

/** Says in a box what went wrong; what nobody foresaw is logged under a number first. */
export function tell(error: unknown, log: Pick<Log, "fault"> | undefined): void {
  const { message, code } = problemOf(error, { log: log ?? silent });
  dialog.showErrorBox("科绩", `${message}（${code}）`);
}

/** The work's answer, or `otherwise` once the person has been told why there is none. */
export async function answered<T>(log: Log, otherwise: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    tell(error, log);
    return otherwise;
  }
}

/** Before the program is open there is no folder to keep a log in. */
const silent: Pick<Log, "fault"> = { fault: (error) => (error instanceof Error ? error.message : String(error)) };
