/**
 * Sequence numbers: each is given out once in the life of a store, whatever crashes. They order the log, and they are
 * what makes AES-256-GCM nonces unique. Numbers are reserved on the disk ahead of their use: a crash skips what was
 * reserved and not used, and repeats nothing.
 */

import { EnvolError } from "../errors.ts";
import { SEQUENCE_MAX } from "./layout.ts";
import type { Table } from "./table.ts";

/** How many numbers are reserved at a time: at 256 KiB a record, 16 GiB of writes. 2^45 allow 536 million reservations. */
const RESERVE = 65_536;

export interface SequenceSource {
  /** The next number; every call gives a larger one. */
  next(): number;
  /** The number that the next call of `next` will give. */
  readonly upcoming: number;
}

/** Opens the source. The first number after a start is above all that were given before it. */
export async function openSequence(meta: Table<unknown>): Promise<SequenceSource> {
  let reserved = (meta.get("sequenceReserved") as number | undefined) ?? 1;
  let nextNumber = reserved;
  let reserving: Promise<void> | undefined;
  const reserve = () => {
    const upTo = nextNumber + RESERVE;
    reserving ??= meta
      .write((writes) => writes.put("sequenceReserved", upTo))
      .then(() => {
        reserved = upTo;
      })
      .finally(() => {
        reserving = undefined;
      });
    return reserving;
  };
  await reserve();
  return {
    next() {
      if (nextNumber >= reserved || nextNumber > SEQUENCE_MAX) {
        throw new EnvolError("STORE_FULL", "The store could not reserve sequence numbers on its disk.");
      }
      // Reserving in good time keeps the wait for the disk out of every write.
      if (reserved - nextNumber < RESERVE / 2) reserve().catch(() => undefined);
      nextNumber += 1;
      return nextNumber - 1;
    },
    get upcoming() {
      return nextNumber;
    },
  };
}
