/** Public keys as text: RFC 7468. */

const LINE_LENGTH = 64;

/** A SubjectPublicKeyInfo in DER as PEM, without the last line's end. */
export function publicKeyPem(der: Buffer): string {
  const lines = der.toString("base64").match(new RegExp(`.{1,${LINE_LENGTH}}`, "g")) ?? [];
  return ["-----BEGIN PUBLIC KEY-----", ...lines, "-----END PUBLIC KEY-----"].join("\n");
}

/** The DER of a key that is given as PEM; anything else as it is. */
export function derOf(bytes: Buffer): Buffer {
  const text = /^\s*-----BEGIN [A-Z ]+-----([^-]+)-----END [A-Z ]+-----\s*$/.exec(bytes.toString("latin1"))?.[1];
  return text === undefined ? bytes : Buffer.from(text, "base64");
}
