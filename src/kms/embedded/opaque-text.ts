/**
 * Texts that callers are given, keep and hand back: page markers and grant tokens. They carry their meaning under an
 * HMAC, so that the KMS keeps no list of them, they survive a restart, and foreign ones are told apart.
 */

import { createHmac, timingSafeEqual } from "node:crypto";

const TAG_BYTES = 16;

/** `purpose` says what the text is for; it opens for the same purpose only. */
export function sealText(key: Uint8Array, purpose: string, content: string): string {
  const bytes = Buffer.from(content);
  return Buffer.concat([tagOf(key, purpose, bytes), bytes]).toString("base64url");
}

/** The content, or undefined when `text` was not sealed under this key for this purpose. */
export function openText(key: Uint8Array, purpose: string, text: string): string | undefined {
  const sealed = Buffer.from(text, "base64url");
  // Decoding skips what is not base64url: a text with more in it than the seal wrote is foreign too.
  if (sealed.length < TAG_BYTES || sealed.toString("base64url") !== text) return undefined;
  const bytes = sealed.subarray(TAG_BYTES);
  return timingSafeEqual(tagOf(key, purpose, bytes), sealed.subarray(0, TAG_BYTES)) ? bytes.toString() : undefined;
}

/** No purpose contains a NUL, so the boundary is unambiguous. */
function tagOf(key: Uint8Array, purpose: string, bytes: Uint8Array): Buffer {
  return createHmac("sha256", key).update(`${purpose}\0`).update(bytes).digest().subarray(0, TAG_BYTES);
}
