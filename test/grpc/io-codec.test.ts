/** The Io messages on the wire: what is encoded by hand is what the loader encodes, in both directions. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IO } from "#envol/serve/grpc/io-codec.ts";
import { BLOCK_SERVICE } from "#envol/serve/grpc/load-protos.ts";
import type { IoRequest } from "../../src/gen/envol/v1/IoRequest.ts";

const LOADER = BLOCK_SERVICE.Io;

/** Whole numbers of every length that a varint can have, below 2^53. */
const number = fc.nat(52).chain((bits) => fc.maxSafeNat().map((value) => value % 2 ** (bits + 1)));
const lengthBytes = number.map((value) => value % 2 ** 32);
const data = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
const operation = fc.oneof(
  fc.record({ read: fc.record({ offsetBytes: number, lengthBytes }) }),
  fc.record({ write: fc.record({ offsetBytes: number, data, forceUnitAccess: fc.boolean() }) }),
  fc.constant({ flush: {} }),
  fc.record({ discard: fc.record({ offsetBytes: number, lengthBytes: number }) }),
  fc.record({
    writeZeroes: fc.record({
      offsetBytes: number,
      lengthBytes: number,
      allocate: fc.boolean(),
      forceUnitAccess: fc.boolean(),
    }),
  }),
  fc.constant({}),
);
const requests = fc.array(
  fc.tuple(number, operation).map(([tag, asked]): IoRequest => ({ tag, ...asked })),
  { maxLength: 40 },
);
const name = fc.string({ unit: "grapheme", maxLength: 30 });
const requestBatch = fc.record({ volumeId: name, attachmentId: name, requests });
const error = fc.record({ code: fc.integer({ min: 0, max: 16 }), reason: name, message: name, field: name });
const responses = fc.array(fc.record({ tag: number, data, error: fc.option(error) }), { maxLength: 40 });

/** Without what the loader leaves out, and this decoder says is null. */
function given(value: object): unknown {
  return JSON.parse(JSON.stringify(value, (_key, field) => (field === null ? undefined : field)));
}

describe("requests", () => {
  test("encoded by hand say what those say that the loader encodes", () => {
    fc.assert(
      fc.property(requestBatch, (batch) => {
        const expected = LOADER.requestDeserialize(LOADER.requestSerialize(batch));
        expect(LOADER.requestDeserialize(IO.requestSerialize(batch))).toEqual(expected);
      }),
    );
  });

  test("decoded by hand are those that the loader decodes", () => {
    fc.assert(
      fc.property(requestBatch, (batch) => {
        const bytes = LOADER.requestSerialize(batch);
        expect(given(IO.requestDeserialize(bytes))).toEqual(given(LOADER.requestDeserialize(bytes)));
      }),
    );
  });
});

describe("answers", () => {
  test("encoded by hand say what those say that the loader encodes", () => {
    fc.assert(
      fc.property(responses, (answers) => {
        const expected = LOADER.responseDeserialize(LOADER.responseSerialize({ responses: answers }));
        expect(LOADER.responseDeserialize(IO.responseSerialize({ responses: answers }))).toEqual(expected);
      }),
    );
  });

  test("decoded by hand are those that the loader decodes", () => {
    fc.assert(
      fc.property(responses, (answers) => {
        const bytes = LOADER.responseSerialize({ responses: answers });
        expect(given(IO.responseDeserialize(bytes))).toEqual(given(LOADER.responseDeserialize(bytes)));
      }),
    );
  });
});

describe("bytes from a stranger", () => {
  const batch = { volumeId: "v", requests: [{ tag: 300, write: { offsetBytes: 7, data: Buffer.from("some data") } }] };
  const bytes = IO.requestSerialize(batch);

  test.each([
    ["a varint", [(15 << 3) | 0, 0x80, 0x01]],
    ["64 bits", [(15 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8]],
    ["bytes", [(15 << 3) | 2, 2, 0xff, 0xff]],
    ["32 bits", [(15 << 3) | 5, 1, 2, 3, 4]],
    ["a known number of another kind", [(3 << 3) | 0, 1]],
  ])("are passed over when they are a field of a later contract: %s", (_kind, field) => {
    for (const message of [Buffer.from([...field, ...bytes]), Buffer.from([...bytes, ...field])]) {
      expect(IO.requestDeserialize(message)).toEqual(IO.requestDeserialize(bytes));
    }
  });

  test("are refused when they end too early, wherever that is inside a field", () => {
    const whole = new Set([0, 3, bytes.length]);
    for (let length = 0; length < bytes.length; length++) {
      if (whole.has(length)) continue;
      expect(() => IO.requestDeserialize(bytes.subarray(0, length))).toThrow(RangeError);
    }
  });

  test.each([
    ["a group, which proto3 does not have", [(15 << 3) | 3]],
    ["a number of more than 64 bits", [(15 << 3) | 0, ...Buffer.alloc(10, 0xff), 0]],
    ["a nested message that is longer than what holds it", [(3 << 3) | 2, 4, (2 << 3) | 2, 100, 0, 0]],
    ["a fixed field without its bytes", [(15 << 3) | 1, 0, 0]],
  ])("are refused when they hold %s", (_what, message) => {
    expect(() => IO.requestDeserialize(Buffer.from(message))).toThrow(RangeError);
  });

  test("never do worse than that", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
        try {
          IO.requestDeserialize(Buffer.from(message));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("are no safe number from 2^53 on, so that a check refuses them", () => {
    const tag = Buffer.concat([Buffer.from([(1 << 3) | 0]), Buffer.alloc(9, 0xff), Buffer.from([1])]);
    const message = Buffer.concat([Buffer.from([(3 << 3) | 2, tag.length]), tag]);
    const [request] = IO.requestDeserialize(message).requests;
    expect(Number.isSafeInteger(request?.tag)).toBe(false);
  });
});
