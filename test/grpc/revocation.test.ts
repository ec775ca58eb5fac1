/** "Once DisableKey has returned, no front door returns plaintext", where the client does not take what it asked for. */

import { constants } from "node:http2";
import { connect as connectSocket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BLOCK_SERVICE } from "#envol/serve/grpc/load-protos.ts";
import { gate, MIB, openDoor, type TestDoor, until, VOLUME_ID } from "./fakes.ts";
import { type RawCall, rawCall, stallableSocket } from "./raw-client.ts";

const READ = BLOCK_SERVICE.Read;
const READ_STREAM = BLOCK_SERVICE.ReadStream;

let t: TestDoor;
const sessions: RawCall[] = [];
beforeEach(async () => {
  t = await openDoor();
});
afterEach(async () => {
  for (const { session } of sessions.splice(0)) session.destroy();
  await t[Symbol.asyncDispose]();
});

function stalledCall(path: string, request: Buffer): RawCall {
  const call = rawCall(connectSocket(t.socketPath), path, request, 0);
  sessions.push(call);
  return call;
}

describe("a client that takes no data", () => {
  const read = READ.requestSerialize({ volumeId: VOLUME_ID, lengthBytes: 4096 });

  test("keeps its unary Read in flight until it has room for the answer", async () => {
    const call = stalledCall(READ.path, read);
    await call.headers;
    await call.roundTrip();
    await call.roundTrip();
    expect(t.device.readsInFlight).toBe(1);
    call.openWindow(MIB);
    await call.closed;
    expect(call.trailers()).toMatchObject({ "grpc-status": "0" });
    expect(call.receivedBytes()).toBeGreaterThan(4096);
    await until(() => t.device.readsInFlight === 0);
  });

  test("loses the answer of a unary Read when the key is revoked", async () => {
    const call = stalledCall(READ.path, read);
    await call.headers;
    await t.device.revoke(10);
    call.openWindow(MIB);
    await call.closed;
    expect(call.stream.rstCode).toBe(constants.NGHTTP2_CANCEL);
    expect(call.receivedBytes()).toBe(0);
  });

  test("loses its ReadStream, and no other call on its connection", async () => {
    const request = READ_STREAM.requestSerialize({ volumeId: VOLUME_ID });
    const call = stalledCall(READ_STREAM.path, request);
    await call.headers;
    await until(() => t.device.readsInFlight === 4);
    await t.device.revoke(10);
    call.openWindow(16 * MIB);
    await call.closed;
    expect(call.receivedBytes()).toBe(0);
    await call.roundTrip();
    expect(call.session.destroyed).toBe(false);
  });

  test("loses its Io stream with the answers in it", async () => {
    const batch = BLOCK_SERVICE.Io.requestSerialize({
      volumeId: VOLUME_ID,
      requests: [{ tag: 1, read: { offsetBytes: 0, lengthBytes: 4096 } }],
    });
    const call = stalledCall(BLOCK_SERVICE.Io.path, batch);
    await call.headers;
    await t.device.revoke(10);
    call.openWindow(MIB);
    await call.closed;
    expect(call.receivedBytes()).toBe(0);
  });

  test("loses its connection when it does not even read the socket", async () => {
    const { duplex, socket, received } = stallableSocket(t.socketPath);
    const request = READ_STREAM.requestSerialize({ volumeId: VOLUME_ID });
    const call = rawCall(duplex, READ_STREAM.path, request, 16 * MIB);
    sessions.push(call);
    await call.headers;
    socket.pause();
    await until(() => t.device.readsInFlight === 4);
    const readsBefore = t.device.readsInFlight;
    await t.device.revoke(10);
    expect(readsBefore).toBe(4);
    expect(t.device.readsInFlight).toBe(0);
    const ended = new Promise((resolve) => socket.once("close", resolve));
    socket.resume();
    await ended;
    // Only what the kernel had taken already is still delivered.
    expect(received()).toBeLessThan(4 * MIB);
  });
});

describe("a read that is still being decrypted when the key is revoked", () => {
  /** Lets a read begin, and lets it end only after the cut-off. */
  async function endLate(): Promise<void> {
    await until(() => t.device.readsInFlight === 1);
    const revoked = t.device.revoke(0);
    await until(() => t.device.cutOff.aborted);
    open();
    await revoked;
  }
  let open: () => void;
  beforeEach(() => {
    const held = gate();
    open = held.open;
    t.device.before = () => held.opened;
  });

  test("is answered if it ends in time, and refused from then on", async () => {
    const reading = t.client.blocks.read({ volumeId: VOLUME_ID, lengthBytes: 512 });
    await until(() => t.device.readsInFlight === 1);
    const revoked = t.device.revoke(10_000);
    open();
    await revoked;
    expect((await reading).data).toHaveLength(512);
    await expect(t.client.blocks.read({ volumeId: VOLUME_ID, lengthBytes: 512 })).rejects.toMatchObject({
      code: "KEY_REVOKED",
    });
  });

  test.each([
    ["Read", READ.path, READ.requestSerialize({ volumeId: VOLUME_ID, lengthBytes: 512 })],
    ["ReadStream", READ_STREAM.path, READ_STREAM.requestSerialize({ volumeId: VOLUME_ID, lengthBytes: 512 })],
  ])("is not sent if it ends after the cut-off: %s", async (_name, path, request) => {
    const call = rawCall(connectSocket(t.socketPath), path, request, MIB);
    sessions.push(call);
    await endLate();
    const headers = await call.headers;
    await call.closed;
    expect(headers).toMatchObject({ "grpc-status": "14", "envol-reason": "UNAVAILABLE" });
    expect(call.receivedBytes()).toBe(0);
  });

  test("is refused if it ends after the cut-off: in an Io session, which goes on", async () => {
    const io = t.client.io(VOLUME_ID);
    const reading = io.read(0, 512);
    reading.catch(() => {});
    await endLate();
    await expect(reading).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await expect(io.read(0, 512)).rejects.toMatchObject({ code: "KEY_REVOKED" });
    await io.close();
  });
});
