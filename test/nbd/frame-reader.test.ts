/** What a connection receives, cut anywhere, against the pieces it was made of; and its memory, which is used again. */

import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import fc from "fast-check";
import { expect, it } from "vitest";
import { pieces } from "#envol/pieces.ts";
import { receiveDirectly } from "#envol/serve/nbd/direct-socket.ts";
import { FrameReader } from "#envol/serve/nbd/frame-reader.ts";
import { scratchDirectory } from "../daemon/child-daemon.ts";

interface Piece {
  readonly lengthBytes: number;
  /** Pieces that are taken before it is given back; a piece without it is not kept. */
  readonly heldFor: number | undefined;
  /** Whether the reader pauses at it, until the source has come by so many times. */
  readonly pauses: number;
}

const piece: fc.Arbitrary<Piece> = fc.record({
  lengthBytes: fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 100 }) },
    { weight: 3, arbitrary: fc.constantFrom(4096, 32_768, 131_072) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 700_000 }) },
  ),
  heldFor: fc.option(fc.nat(6), { nil: undefined }),
  pauses: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) }),
});

/** How much arrives at a time, at most; the rest of what there is room for stays behind. */
const arrival = fc.record({
  lengthBytes: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 300_000 })),
  /** In memory of the source's own. */
  pushed: fc.boolean(),
});

/** The byte at a place in the stream. */
function expected(from: number, lengthBytes: number): Buffer {
  const bytes = Buffer.allocUnsafe(lengthBytes);
  for (let i = 0; i < lengthBytes; i++) bytes[i] = ((from + i) * 2_654_435_761) >>> 24;
  return bytes;
}

it("hands on every piece as it was sent, whatever comes together, and leaves alone what is kept", () => {
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 40 }),
      fc.array(arrival, { minLength: 1, maxLength: 20 }),
      (sent, arrivals) => {
        const totalBytes = sent.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0);
        const stream = expected(0, totalBytes);
        let paused = false;
        let resumesIn = 0;
        const reader = new FrameReader({
          pause: () => {
            paused = true;
          },
          resume: () => {
            paused = false;
          },
        });
        const held: { bytes: Buffer; content: Buffer; until: number }[] = [];
        let taken = 0;
        let takenBytes = 0;
        const release = (all: boolean) => {
          for (let i = held.length - 1; i >= 0; i--) {
            const kept = held[i] as (typeof held)[number];
            if (!all && kept.until > taken) continue;
            expect(kept.bytes.equals(kept.content)).toBe(true);
            pieces.giveBack(kept.bytes);
            held.splice(i, 1);
          }
        };
        const expectNext = () => {
          const next = sent[taken];
          if (next === undefined) {
            reader.pause();
            return;
          }
          const take = (bytes: Buffer, at: number) => {
            const content = bytes.subarray(at, at + next.lengthBytes);
            expect(content.equals(stream.subarray(takenBytes, takenBytes + next.lengthBytes))).toBe(true);
            takenBytes += next.lengthBytes;
            taken += 1;
            if (next.heldFor !== undefined) {
              held.push({ bytes: content, content: Buffer.from(content), until: taken + next.heldFor });
            }
            release(false);
            expectNext();
            resumesIn = next.pauses;
            if (next.pauses > 0) reader.pause();
          };
          reader.expect(next.lengthBytes, take, next.heldFor !== undefined);
        };
        expectNext();
        let room = reader.room();
        let sentBytes = 0;
        for (let turn = 0; taken < sent.length; turn++) {
          const { lengthBytes, pushed } = arrivals[turn % arrivals.length] as (typeof arrivals)[number];
          const some = stream.subarray(sentBytes, sentBytes + Math.min(lengthBytes, pushed ? Infinity : room.length));
          if (!paused && pushed) {
            sentBytes += some.length;
            reader.push(Buffer.from(some));
          } else if (!paused) {
            sentBytes += some.length;
            some.copy(room);
            reader.arrived(some.length);
          }
          // As a socket does, which asks after each arrival, even when it was paused meanwhile.
          room = reader.room();
          if (paused && taken < sent.length && resumesIn-- <= 0) reader.resume();
        }
        release(true);
        reader.drop();
        expect(takenBytes).toBe(totalBytes);
      },
    ),
    { numRuns: 300 },
  );
});

it("is where an accepted connection's bytes go", async () => {
  await using scratch = await scratchDirectory();
  const path = `${scratch.path}/socket`;
  const room = Buffer.alloc(16);
  const arrived: string[] = [];
  const server = createServer();
  server.listen(path);
  await once(server, "listening");
  const client = connect(path);
  const [accepted] = (await once(server, "connection")) as [Socket];
  const direct = receiveDirectly(accepted, {
    room: () => room,
    arrived: (lengthBytes) => arrived.push(room.toString("latin1", 0, lengthBytes)),
  });
  // Every Node.js that the daemon runs on has this: without it, all would work and be slower.
  if (direct === undefined) throw new Error("the socket's handle was not taken over");
  direct.write("greeting");
  const [greeting] = (await once(client, "data")) as [Buffer];
  expect(greeting.toString()).toBe("greeting");
  client.end("more than the sixteen bytes that there is room for");
  await once(direct, "close");
  expect(arrived.join("")).toBe("more than the sixteen bytes that there is room for");
  server.close();
  await once(server, "close");
});

it("leaves a connection as it is where the runtime has no such handle", () => {
  const other = Object.assign(Object.create(null), { _handle: {} }) as Socket;
  expect(receiveDirectly(other, { room: () => Buffer.alloc(0), arrived() {} })).toBeUndefined();
});
