/**
 * ECDSA over a digest (FIPS 186-5, section 6.4). node:crypto would hash the digest again, so the scalar multiplications
 * are OpenSSL's and the arithmetic modulo the order of the curve is done here. That arithmetic takes a time that depends
 * on its numbers, and leaves them to the garbage collector, which does not zero them: this is a simulation, and no place
 * for keys whose secrecy hangs on an observer of the machine.
 */

import { createECDH, type KeyObject, randomBytes } from "node:crypto";
import type { Curve } from "./key-specs.ts";

interface CurveFacts {
  /** Bytes of a coordinate and of a number below the order. */
  readonly lengthBytes: number;
  readonly order: bigint;
}

/** The orders of the groups: SP 800-186, section 3.2.1; for secp256k1, SEC 2 version 2.0, section 2.4.1. */
const CURVES: Readonly<Record<Curve, CurveFacts>> = {
  prime256v1: {
    lengthBytes: 32,
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  },
  secp384r1: {
    lengthBytes: 48,
    order: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
  secp521r1: {
    lengthBytes: 66,
    order:
      0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  },
  secp256k1: {
    lengthBytes: 32,
    order: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
  },
};

/** Every digest here is at most as long as the order, so none of its bits are cut off. @returns the DER-encoded signature */
export function signDigestEcdsa(curve: Curve, key: KeyObject, digest: Uint8Array): Buffer {
  const { order } = CURVES[curve];
  const secret = secretOf(curve, key);
  for (;;) {
    const k = randomScalar(curve);
    const r = baseTimes(curve, k) % order;
    const s = (invert(k, order) * (toNumber(digest) + r * secret)) % order;
    if (r !== 0n && s !== 0n) return encodeSignature(r, s);
  }
}

/**
 * Verification by who has the private key d: instead of adding two points, u1 G + u2 (d G), it multiplies the base point
 * once, by u1 + u2 d. The result is the same.
 */
export function verifyDigestEcdsa(curve: Curve, key: KeyObject, digest: Uint8Array, signature: Uint8Array): boolean {
  const { order } = CURVES[curve];
  const decoded = decodeSignature(Buffer.from(signature));
  if (decoded === undefined) return false;
  const { r, s } = decoded;
  if (r <= 0n || r >= order || s <= 0n || s >= order) return false;
  const inverse = invert(s, order);
  const scalar = (inverse * (toNumber(digest) + r * secretOf(curve, key))) % order;
  return scalar !== 0n && baseTimes(curve, scalar) % order === r;
}

/** The x-coordinate of the base point times a scalar. */
function baseTimes(curve: Curve, scalar: bigint): bigint {
  const { lengthBytes } = CURVES[curve];
  const ecdh = createECDH(curve);
  ecdh.setPrivateKey(toBytes(scalar, lengthBytes));
  // The point follows a byte that says it is not compressed.
  return toNumber(ecdh.getPublicKey().subarray(1, 1 + lengthBytes));
}

/** FIPS 186-5, appendix A.3.2: random bits until they are a number from 1 to the order less one. */
function randomScalar(curve: Curve): bigint {
  const { lengthBytes, order } = CURVES[curve];
  const excessBits = BigInt(lengthBytes * 8 - order.toString(2).length);
  for (;;) {
    const scalar = toNumber(randomBytes(lengthBytes)) >> excessBits;
    if (scalar > 0n && scalar < order) return scalar;
  }
}

/** RFC 5915, section 3: a SEQUENCE that begins with the INTEGER 1 and the OCTET STRING of the private key. */
function secretOf(curve: Curve, key: KeyObject): bigint {
  const der = key.export({ format: "der", type: "sec1" });
  const contentAt = der[1] === LONG_LENGTH ? 3 : 2;
  const secretAt = contentAt + ENCODED_VERSION_BYTES + 2;
  const secret = toNumber(der.subarray(secretAt, secretAt + CURVES[curve].lengthBytes));
  der.fill(0);
  return secret;
}

/** The inverse of a number modulo a prime, by the extended Euclidean algorithm. */
function invert(value: bigint, prime: bigint): bigint {
  let [a, b, x, y] = [value % prime, prime, 1n, 0n];
  while (a !== 1n) {
    const quotient = b / a;
    [a, b, x, y] = [b - quotient * a, a, y - quotient * x, x];
  }
  return ((x % prime) + prime) % prime;
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}

function toBytes(value: bigint, lengthBytes: number): Buffer {
  const bytes = Buffer.alloc(lengthBytes);
  for (let at = lengthBytes - 1, rest = value; at >= 0; at -= 1, rest >>= 8n) bytes[at] = Number(rest & 0xffn);
  return bytes;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
/** The longest of the two lengths that DER has for contents of up to 255 bytes. */
const LONG_LENGTH = 0x81;
/** The INTEGER 1. */
const ENCODED_VERSION_BYTES = 3;

/** RFC 3279, section 2.2.3: a SEQUENCE of the INTEGERs r and s. */
function encodeSignature(r: bigint, s: bigint): Buffer {
  const content = Buffer.concat([encodeInteger(r), encodeInteger(s)]);
  const length = content.length < 0x80 ? [content.length] : [LONG_LENGTH, content.length];
  return Buffer.concat([Buffer.of(SEQUENCE, ...length), content]);
}

function encodeInteger(value: bigint): Buffer {
  const digits = value.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  const bytes = Buffer.from(even, "hex");
  // A first bit that is set would make the number negative.
  const content = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
  return Buffer.concat([Buffer.of(INTEGER, content.length), content]);
}

/** Undefined for whatever `encodeSignature` would not have made: DER has one encoding for each pair. */
function decodeSignature(bytes: Buffer): { r: bigint; s: bigint } | undefined {
  const start = bytes[1] === LONG_LENGTH ? 3 : 2;
  const rBytes = bytes.subarray(start + 2, start + 2 + (bytes[start + 1] ?? 0));
  const sAt = start + 2 + rBytes.length;
  const sBytes = bytes.subarray(sAt + 2, sAt + 2 + (bytes[sAt + 1] ?? 0));
  if (rBytes.length === 0 || sBytes.length === 0) return undefined;
  const [r, s] = [toNumber(rBytes), toNumber(sBytes)];
  return encodeSignature(r, s).equals(bytes) ? { r, s } : undefined;
}
