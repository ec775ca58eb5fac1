/** The whitening of XTS in WebAssembly: src/crypto/xts.wat, of which each thread has one instance. */

import { XTS_MODULE_BASE64 } from "../gen/xts-module.ts";

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
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly data: { readonly value: number };
  readonly masks: { readonly value: number };
  readonly tweaks: { readonly value: number };
  readonly numbers: { readonly value: number };
  readonly end: { readonly value: number };
  whiten(sectors: number, sectorBytes: number): void;
  whitenAgain(lengthBytes: number): void;
  wipe(lengthBytes: number): void;
}

/** What this file needs of WebAssembly, which Node's types leave to those of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/**
 * This thread's instance; undefined where there can be none: a runtime without WebAssembly (node --jitless), a processor
 * without the vector instructions, or too little address space.
 */
export const whitening: Whitening | undefined = instantiate();

function instantiate(): Whitening | undefined {
  let exports: Exports;
  try {
    const module = new WebAssembly.Module(Buffer.from(XTS_MODULE_BASE64, "base64"));
    exports = new WebAssembly.Instance(module).exports as Exports;
  } catch {
    return undefined;
  }
  const { memory, data, masks, tweaks, numbers, end, whiten, whitenAgain, wipe } = exports;
  const view = (from: { value: number }, to: { value: number }) =>
    new Uint8Array(memory.buffer, from.value, to.value - from.value);
  return {
    data: view(data, masks),
    tweaks: view(tweaks, numbers),
    numbers: view(numbers, end),
    whiten,
    whitenAgain,
    wipeData: wipe,
    wipe: () => wipe(end.value),
  };
}
