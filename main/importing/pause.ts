import { setImmediate as nextTurn } from "node:timers/promises";

/** Gives way to whatever else the process has to do. Cheap to call often. */
export type Pause = () => Promise<void> | undefined;

/** Milliseconds of work between two turns of the event loop. */
const stretch = 12;

/** A pause that only rests when it has worked for a while. */
export function pacing(): Pause {
  let since = performance.now();
  return () => {
    if (performance.now() - since < stretch) return undefined;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}
