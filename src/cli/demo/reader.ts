/** A program that keeps reading from a volume, whatever happens to its key. */

import { EnvolError } from "../../errors.ts";

export interface ReadCounts {
  readonly good: number;
  readonly refused: number;
}

export interface Reader {
  /** From now on counts the reads that begin after this call; returns the counts so far. */
  restartCounts(): ReadCounts;
  readonly counts: ReadCounts;
  /** The newest refusal. */
  readonly refusal: EnvolError | undefined;
  /** Resolves when a condition on the counts holds. Rejects when a read fails in another way than by being refused. */
  until(condition: (counts: ReadCounts) => boolean): Promise<void>;
  stop(): Promise<void>;
}

/** Calls `read` again and again, several at a time. */
export function startReader(read: () => Promise<unknown>, concurrency: number): Reader {
  let counts = { good: 0, refused: 0 };
  let refusal: EnvolError | undefined;
  let stopped = false;
  let changed: () => unknown = () => {};
  const loop = async () => {
    while (!stopped) {
      // A read counts where it began, however late it ends.
      const mine = counts;
      try {
        await read();
        mine.good += 1;
      } catch (thrown) {
        if (!(thrown instanceof EnvolError)) throw thrown;
        refusal = thrown;
        mine.refused += 1;
      }
      changed();
    }
  };
  const ended = Promise.all(Array.from({ length: concurrency }, loop));
  ended.catch(() => {});
  return {
    restartCounts() {
      const before = counts;
      counts = { good: 0, refused: 0 };
      return before;
    },
    get counts() {
      return counts;
    },
    get refusal() {
      return refusal;
    },
    async until(condition) {
      const held = new Promise<void>((resolve) => {
        changed = () => condition(counts) && resolve();
        changed();
      });
      await Promise.race([held, ended]);
      changed = () => {};
    },
    async stop() {
      stopped = true;
      await ended;
    },
  };
}
