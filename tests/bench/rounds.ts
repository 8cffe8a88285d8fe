/** One side of a comparison: what it does once. */
export type Side = () => Promise<void> | void;

/**
 * Milliseconds of each side in each round. The sides take turns, so that whatever slows the machine down for a while
 * slows down all of them; one round beforehand warms code and caches up and is not counted.
 */
export async function timed(rounds: number, ...sides: readonly Side[]): Promise<number[][]> {
  const times = sides.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [index, side] of sides.entries()) {
      const start = performance.now();
      await side();
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new RangeError("no round was timed");
  return (low + high) / 2;
}

/** Median of the rounds' own ratios: the two sides of one round met the same machine, those of two rounds may not. */
export function medianRatio(of: readonly number[], to: readonly number[]): number {
  return median(of.map((value, round) => value / (to[round] ?? Number.NaN)));
}
