/** The whitening of XTS in WebAssembly: src/crypto/xts.wat, of which each thread has one instance. */

import { XTS_MODULE_BASE64 } from "../gen/xts-module.ts";
import { bytesBetween, instantiate, type Memory, type Place } from "./webassembly.ts";

/** Places in the instance's memory, which this thread's ciphers share: it holds one batch at a time. */
export interface Whitening {
  /** The sectors, as many as `sectorsMax` of them, one after the other. */
  readonly data: Uint8Array;
  /** An encrypted tweak for each. */
  readonly tweaks: Uint8Array;
  /** Room for their tweaks before they are encrypted. */
  readonly numbers: Uint8Array;
  /** Xors the sectors in `data` with the masks that follow from `tweaks`. `sectorBytes` is a multiple of 512. */
  whiten(sectors: number, sectorBytes: number): void;
  /** Xors the first bytes of `data` with the same masks again. */
  whitenAgain(lengthBytes: number): void;
  /** Zeroes the first bytes of `data`. */
  wipeData(lengthBytes: number): void;
  /** Zeroes `data`, the masks and the tweaks. */
  wipe(): void;
}

interface Exports {
  readonly memory: Memory;
  readonly data: Place;
  readonly masks: Place;
  readonly tweaks: Place;
  readonly numbers: Place;
  readonly end: Place;
  whiten(sectors: number, sectorBytes: number): void;
  whitenAgain(lengthBytes: number): void;
  wipe(lengthBytes: number): void;
}

/** This thread's instance; undefined where the runtime cannot have one. */
export const whitening: Whitening | undefined = open();

function open(): Whitening | undefined {
  const exports = instantiate<Exports>(XTS_MODULE_BASE64);
  if (exports === undefined) return undefined;
  const { memory, data, masks, tweaks, numbers, end, whiten, whitenAgain, wipe } = exports;
  return {
    data: bytesBetween(memory, data, masks),
    tweaks: bytesBetween(memory, tweaks, numbers),
    numbers: bytesBetween(memory, numbers, end),
    whiten,
    whitenAgain,
    wipeData: wipe,
    wipe: () => wipe(end.value),
  };
}
