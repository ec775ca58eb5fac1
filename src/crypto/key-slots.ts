/**
 * Every sector key in use, in one piece of memory that all threads share: a slot of 64 bytes each, so that erasing a key
 * once erases it everywhere. A KeyRef names a slot and the generation of the key in it; once the key is erased, the
 * generation has moved on, and the KeyRef reads nothing.
 */

import { EnvolError } from "../errors.ts";

const SLOT_BYTES = 64;
/** Beside each slot: its generation, and how many of its bytes are the key. */
const STATE_FIELDS = 2;

/** Names one key for as long as it is loaded. It may be sent to workers: it holds nothing secret. */
export interface KeyRef {
  readonly slot: number;
  /** Odd: a generation is odd while a key is loaded and even while the slot is free. */
  readonly generation: number;
}

/** The shared memory itself, as it goes to workers. */
export interface SharedKeySlots {
  readonly keys: SharedArrayBuffer;
  readonly states: SharedArrayBuffer;
}

export interface KeyReader {
  /** The key's bytes where they lie, not a copy; undefined once the key is erased. */
  read(ref: KeyRef): Uint8Array | undefined;
}

export interface KeySlots extends KeyReader {
  readonly shared: SharedKeySlots;
  /**
   * Copies a key of 1 to SLOT_BYTES bytes into a free slot.
   * @throws INTERNAL when every slot holds a key
   */
  load(key: Uint8Array): KeyRef;
  /** Zeroes the key and frees its slot. Erasing again does nothing. */
  erase(ref: KeyRef): void;
}

/** Slots for `capacity` keys. Memory is taken up page by page as slots are first used. */
export function createKeySlots(capacity = 65_536): KeySlots {
  const shared: SharedKeySlots = {
    keys: new SharedArrayBuffer(capacity * SLOT_BYTES),
    states: new SharedArrayBuffer(capacity * STATE_FIELDS * Int32Array.BYTES_PER_ELEMENT),
  };
  const { keys, states } = viewsOf(shared);
  const freed: number[] = [];
  let neverUsed = 0;

  return {
    shared,
    ...openKeySlots(shared),
    load(key) {
      if (key.length < 1 || key.length > SLOT_BYTES) {
        throw new RangeError(`key: expected 1 to ${SLOT_BYTES} bytes, got ${key.length}.`);
      }
      const slot = freed.pop() ?? (neverUsed < capacity ? neverUsed++ : undefined);
      if (slot === undefined) {
        throw new EnvolError("INTERNAL", `The daemon holds ${capacity} sector keys, as many as it may.`);
      }
      keys.set(key, slot * SLOT_BYTES);
      const state = slot * STATE_FIELDS;
      states[state + 1] = key.length;
      return { slot, generation: Atomics.add(states, state, 1) + 1 };
    },
    erase({ slot, generation }) {
      if (!isLoaded(generation)) return;
      const state = slot * STATE_FIELDS;
      // The generation goes first: a reader that copied the key and finds its generation still there copied it whole.
      if (Atomics.compareExchange(states, state, generation, generation + 1) !== generation) return;
      keys.fill(0, slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES);
      // A slot whose generation has wrapped around below zero is never used again, so no generation comes back.
      if (Atomics.load(states, state) > 0) freed.push(slot);
    },
  };
}

/** The same slots on another thread, to read only. */
export function openKeySlots(shared: SharedKeySlots): KeyReader {
  const { keys, states } = viewsOf(shared);
  return {
    read({ slot, generation }) {
      const state = slot * STATE_FIELDS;
      if (!isLoaded(generation) || Atomics.load(states, state) !== generation) return undefined;
      return keys.subarray(slot * SLOT_BYTES, slot * SLOT_BYTES + states[state + 1]!);
    },
  };
}

function isLoaded(generation: number): boolean {
  return generation % 2 === 1;
}

function viewsOf(shared: SharedKeySlots): { keys: Uint8Array; states: Int32Array } {
  return { keys: new Uint8Array(shared.keys), states: new Int32Array(shared.states) };
}
