export interface Queue {
  /** Resolves, first come first served, once all before have left; call the answer to leave. */
  enter(): Promise<() => void>;
}

/** One at a time. */
export function createQueue(): Queue {
  let last: Promise<void> = Promise.resolve();
  return {
    async enter() {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      await before;
      return resolve;
    },
  };
}
