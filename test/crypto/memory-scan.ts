/** Looks through a process's memory for bytes that should not be there. Linux only: it reads /proc/PID/mem. */

import { closeSync, openSync, readFileSync, readSync } from "node:fs";

/** Bytes to look for, kept so that this object is not itself found. */
export interface Needle {
  readonly masked: Uint8Array;
}

const MASK = 0x5a;
const PREFIX_BYTES = 4;
const CHUNK_BYTES = 1024 * 1024;
const WASM_PAGE_BYTES = 65_536;

/** Node has it; the types of Node leave it to those of the browser. */
declare const WebAssembly: { readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer } };

/**
 * What is read lands here: in a mapping of its own, because WebAssembly memory lies between guard pages. In a heap, one
 * read could take in a key and then, further up, the copy of that key which the same read had just made here.
 */
const CHUNK = Buffer.from(new WebAssembly.Memory({ initial: CHUNK_BYTES / WASM_PAGE_BYTES }).buffer);

export function needleOf(bytes: Uint8Array): Needle {
  return { masked: bytes.map((byte) => byte ^ MASK) };
}

/** How often the bytes occur in writable memory: heaps and stacks of all threads, and shared memory. */
export function occurrences({ masked }: Needle, pid: number | "self" = "self"): number {
  const memory = openSync(`/proc/${pid}/mem`, "r");
  const prefix = Buffer.from(masked.subarray(0, PREFIX_BYTES).map((byte) => byte ^ MASK));
  let found = 0;
  try {
    for (const [, start, end] of readFileSync(`/proc/${pid}/maps`, "latin1").matchAll(/^(\w+)-(\w+) rw/gm)) {
      const endAddress = Number.parseInt(end!, 16);
      // Chunks overlap by one byte less than the needle, so that one across a border is found, and found once.
      for (let at = Number.parseInt(start!, 16); at < endAddress; at += CHUNK_BYTES - masked.length + 1) {
        const lengthBytes = readMemory(memory, CHUNK, at, Math.min(CHUNK_BYTES, endAddress - at));
        found += countIn(CHUNK.subarray(0, lengthBytes), prefix, masked);
        CHUNK.fill(0);
      }
    }
  } finally {
    closeSync(memory);
  }
  return found;
}

/** Bytes read; 0 where the kernel does not let a mapping be read. */
function readMemory(memory: number, into: Buffer, address: number, lengthBytes: number): number {
  try {
    return readSync(memory, into, 0, lengthBytes, address);
  } catch {
    return 0;
  }
}

function countIn(bytes: Buffer, prefix: Buffer, masked: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(prefix); at !== -1; at = bytes.indexOf(prefix, at + 1)) {
    if (at + masked.length <= bytes.length && masked.every((byte, index) => bytes[at + index] === (byte ^ MASK)))
      count++;
  }
  return count;
}
