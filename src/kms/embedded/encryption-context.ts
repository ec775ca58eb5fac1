/** The encryption context as bytes to authenticate, and as facts to show. It is never secret. */

import type { EncryptionContext } from "../kms-client.ts";

const LENGTH_BYTES = 4;

/**
 * One byte string for each context, and another one for each other context: pairs sorted by the UTF-8 bytes of their
 * keys, every key and value behind its length in bytes (32 bits, big-endian).
 */
export function encodeContext(context: EncryptionContext = {}): Buffer {
  const pairs = Object.entries(context).map(([key, value]) => [Buffer.from(key), Buffer.from(value)] as const);
  pairs.sort(([a], [b]) => Buffer.compare(a, b));
  return Buffer.concat(pairs.flat().flatMap((text) => [lengthOf(text), text]));
}

/** Whether every pair of `subset` is in `context`: what the grant constraint EncryptionContextSubset asks. */
export function containsContext(context: EncryptionContext = {}, subset: EncryptionContext = {}): boolean {
  return Object.entries(subset).every(([key, value]) => Object.hasOwn(context, key) && context[key] === value);
}

/** The context's pairs as an event's details, and the volume that the context names (`aws:ebs:id`), if it does. */
export function contextFacts(context: EncryptionContext = {}): { volumeId?: string; detail: Record<string, string> } {
  const detail = Object.fromEntries(Object.entries(context).map(([key, value]) => [`context.${key}`, value]));
  const volumeId = context["aws:ebs:id"];
  return volumeId === undefined ? { detail } : { volumeId, detail };
}

function lengthOf(text: Buffer): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(text.length);
  return length;
}
