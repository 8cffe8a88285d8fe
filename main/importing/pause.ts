import { setImmediate as nextTurn } from "node:timers/promises";

/** Gives way to whatever else the process has to do. Cheap to call often, cheaper than awaiting it. */
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

const inStep = 256;

/** The same items, with a pause after every few hundred. */
export async function* steps<T>(items: readonly T[], pause: Pause): AsyncGenerator<readonly T[]> {
  for (let from = 0; from < items.length; from += inStep) {
    yield items.slice(from, from + inStep);
    await pause();
  }
}
