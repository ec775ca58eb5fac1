/** A table of small values by text key: what the catalog and the embedded KMS keep. */

/** Writes that take effect together or not at all. */
export interface TableWrites<Value> {
  put(key: string, value: Value): void;
  delete(key: string): void;
}

export interface Table<Value> {
  get(key: string): Value | undefined;
  /** Entries in key order (by UTF-8 bytes) from `start` (inclusive). */
  entries(start?: string): Iterable<readonly [key: string, value: Value]>;
  readonly size: number;
  /** Runs `change`, and resolves when what it wrote is committed and on the disk. A change that throws writes nothing. */
  write(change: (writes: TableWrites<Value>) => void): Promise<void>;
}
