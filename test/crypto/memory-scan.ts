/** Looks through a process's memory for bytes that should not be there. Linux only: it reads /proc/PID/mem. */

import { closeSync, openSync, readFileSync, readSync } from "node:fs";

/** Bytes to look for, kept so that this object is not itself found. */
export interface Needle {
  readonly masked: Uint8Array;
}

const MASK = 0x5a;
const PREFIX_BYTES = 4;
const CHUNK_BYTES = 1024 * 1024;

export function needleOf(bytes: Uint8Array): Needle {
  return { masked: bytes.map((byte) => byte ^ MASK) };
}

/** How often the bytes occur in writable memory: heaps and stacks of all threads, and shared memory. */
export function occurrences({ masked }: Needle, pid: number | "self" = "self"): number {
  const memory = openSync(`/proc/${pid}/mem`, "r");
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const prefix = Buffer.from(masked.subarray(0, PREFIX_BYTES).map((byte) => byte ^ MASK));
  let found = 0;
  try {
    for (const [, start, end] of readFileSync(`/proc/${pid}/maps`, "latin1").matchAll(/^(\w+)-(\w+) rw/gm)) {
      const endAddress = Number.parseInt(end!, 16);
      // Chunks overlap by one byte less than the needle, so that one across a border is found, and found once.
      for (let at = Number.parseInt(start!, 16); at < endAddress; at += CHUNK_BYTES - masked.length + 1) {
        const lengthBytes = readMemory(memory, chunk, at, Math.min(CHUNK_BYTES, endAddress - at));
        found += countIn(chunk.subarray(0, lengthBytes), prefix, masked);
        chunk.fill(0);
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
