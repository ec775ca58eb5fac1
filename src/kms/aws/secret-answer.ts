/**
 * The plaintext out of the body of a Decrypt, without a trace: a JSON parser would make texts of it, which cannot be
 * erased and stay until the garbage collector uses their memory again. So it is read from the bytes, which are zeroed.
 */

const NAME = Buffer.from('"Plaintext"');
const [QUOTE, COLON, BACKSLASH, SLASH] = [0x22, 0x3a, 0x5c, 0x2f];
/** RFC 8259, section 2: space, tab, line feed, carriage return. */
const WHITE: readonly number[] = [0x20, 0x09, 0x0a, 0x0d];

/** RFC 4648, section 4: a digit's value by its character code. */
const DIGITS = new Map(
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].map((digit, value) => [
    digit.charCodeAt(0),
    value,
  ]),
);

/** The bytes of a stream. What they came in is zeroed, and so is what had been read by then of the connection. */
export async function collectSecret(
  body: AsyncIterable<Uint8Array>,
  reads: readonly Uint8Array[] = [],
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks);
  } finally {
    for (const bytes of [...chunks, ...reads]) bytes.fill(0);
  }
}

/**
 * Takes the value of `Plaintext` out of a JSON object's bytes, where it becomes an empty text.
 * @returns the decoded value, which the caller zeroes, and the rest; undefined where there is no such text
 */
export function takePlaintext(body: Buffer): { plaintext: Uint8Array; rest: Buffer } | undefined {
  const start = valueStart(body);
  const end = start === undefined ? -1 : body.indexOf(QUOTE, start);
  if (start === undefined || end < 0) return undefined;
  const value = body.subarray(start, end);
  try {
    return { plaintext: decode(value), rest: Buffer.concat([body.subarray(0, start), body.subarray(end)]) };
  } finally {
    value.fill(0);
  }
}

/** Where the value's first character is. */
function valueStart(body: Buffer): number | undefined {
  let at = body.indexOf(NAME);
  if (at < 0) return undefined;
  at += NAME.length;
  for (const expected of [COLON, QUOTE]) {
    while (WHITE.includes(body[at] as number)) at += 1;
    if (body[at] !== expected) return undefined;
    at += 1;
  }
  return at;
}

/** Base64 in which a slash may be escaped; what is no digit ends it. */
function decode(value: Uint8Array): Uint8Array {
  // Not from the pool that Node keeps for small buffers, beside other people's bytes.
  const decoded = Buffer.allocUnsafeSlow(Math.ceil((value.length * 3) / 4));
  let [bits, bitCount, length] = [0, 0, 0];
  for (const [index, character] of value.entries()) {
    if (character === BACKSLASH && value[index + 1] === SLASH) continue;
    const digit = DIGITS.get(character);
    if (digit === undefined) break;
    bits = ((bits << 6) | digit) & 0xffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    decoded[length++] = bits >> bitCount;
  }
  return decoded.subarray(0, length);
}
