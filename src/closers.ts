/** Undoes, in reverse order, what has been started. */

export interface Closers {
  add(close: () => Promise<void> | void): void;
  /** Closes all that was added and is not closed yet. @throws what failed first, when everything has been tried */
  closeAll(): Promise<void>;
}

export function createClosers(): Closers {
  const closers: (() => Promise<void> | void)[] = [];
  return {
    add: (close) => void closers.push(close),
    async closeAll() {
      const failures: unknown[] = [];
      for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
        try {
          await close();
        } catch (error) {
          failures.push(error);
        }
      }
      // What fails first, a full disk for example, makes the rest fail: it is the one to tell.
      if (failures.length > 0) throw failures[0];
    },
  };
}
