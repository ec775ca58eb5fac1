/** Tasks under one name run one after the other; tasks under different names do not wait for each other. */

export interface Serializer {
  run<Result>(name: string, task: () => Promise<Result>): Promise<Result>;
  /** Settles once no task is running or waiting. */
  idle(): Promise<void>;
}

export function createSerializer(): Serializer {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run(name, task) {
      const result = (tails.get(name) ?? Promise.resolve()).then(task);
      // The next task starts whether or not this one fails: its failure is for whoever asked for it.
      const tail = result
        .catch(() => undefined)
        .then(() => {
          if (tails.get(name) === tail) tails.delete(name);
        });
      tails.set(name, tail);
      return result;
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
