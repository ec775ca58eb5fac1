/** Answers of one turn that fill more than one gathering buffer leave whole and in order. */

import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { Answers } from "#envol/serve/nbd/answers.ts";

const SIMPLE_REPLY_MAGIC = 0x67446698;

// With 16,368 a header is the first that a full buffer has no room for.
test.each([16_368, 16 * 1024, 9_999, 4096])("simple replies with %i bytes each keep their headers", async (length) => {
  const chunks: Buffer[] = [];
  const socket = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  const answers = new Answers(socket, () => {});
  const request = { flags: 0, type: 0, cookieHigh: 1, cookieLow: 2, offsetBytes: 0, lengthBytes: length };
  await Promise.all(Array.from({ length: 100 }, (_, index) => answers.data(request, Buffer.alloc(length, index))));
  const sent = Buffer.concat(chunks);
  expect(sent.length).toBe(100 * (16 + length));
  for (let index = 0; index < 100; index++) {
    const at = index * (16 + length);
    expect(sent.readUInt32BE(at)).toBe(SIMPLE_REPLY_MAGIC);
    expect(sent[at + 16]).toBe(index);
  }
});

/** The lengths of what is written to a socket, in order. */
function recorded(): { socket: Writable; lengths: number[] } {
  const lengths: number[] = [];
  const socket = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lengths.push(chunk.length);
      done();
    },
  });
  return { socket, lengths };
}

const COOKIE = { cookieHigh: 1, cookieLow: 2 };
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test("the answer to a large write waits for the next one, and no longer than the turn", async () => {
  const { socket, lengths } = recorded();
  const answers = new Answers(socket, () => {});
  answers.status(COOKIE, 0, 131_072);
  await Promise.resolve();
  expect(lengths).toEqual([]);
  await new Promise<void>((resolve) => process.nextTick(resolve));
  expect(lengths).toEqual([]);
  answers.status(COOKIE, 0, 131_072);
  await new Promise<void>((resolve) => process.nextTick(resolve));
  expect(lengths).toEqual([32]);

  answers.status(COOKIE, 0, 131_072);
  await nextTurn();
  expect(lengths).toEqual([32, 16]);
});

test("the answer to a small write does not wait", async () => {
  const { socket, lengths } = recorded();
  new Answers(socket, () => {}).status(COOKIE, 0, 4096);
  await new Promise<void>((resolve) => process.nextTick(resolve));
  expect(lengths).toEqual([16]);
});
