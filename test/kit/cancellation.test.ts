/** Calls that are given up: at once, with the signal's reason, and with nothing left behind. */

import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connect } from "#envol/client/client.ts";
import type { Volume } from "#envol/client/volume.ts";
import { LIMITS } from "#envol/limits.ts";
import { gate, MIB, openDoor, type TestDoor, until, VOLUME_ID } from "../grpc/fakes.ts";

let t: TestDoor;
let volume: Volume;
beforeEach(async () => {
  t = await openDoor();
  volume = await t.client.attach(VOLUME_ID);
});
afterEach(() => t[Symbol.asyncDispose]());

/** A signal that counts who listens. */
function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const added = vi.spyOn(signal, "addEventListener");
  const removed = vi.spyOn(signal, "removeEventListener");
  return { signal, controller, listeners: () => added.mock.calls.length - removed.mock.calls.length, added };
}

const calls: readonly [name: string, call: (signal: AbortSignal) => Promise<unknown>][] = [
  ["read", (signal) => volume.read(0, 4, { signal })],
  ["a read of several requests", (signal) => volume.read(0, 6 * MIB, { signal })],
  ["write", (signal) => volume.write(0, Buffer.alloc(4), { signal })],
  ["a unary read", (signal) => t.client.blocks.read({ volumeId: VOLUME_ID, lengthBytes: 4 }, { signal })],
];

describe.each(calls)("%s", (_name, call) => {
  test("rejects with the reason of a signal that has aborted already, and asks nothing of the daemon", async () => {
    const before = vi.fn();
    t.device.before = before;
    await expect(call(AbortSignal.abort("never mind"))).rejects.toBe("never mind");
    await volume.flush();
    expect(before).not.toHaveBeenCalled();
  });

  test("rejects while the daemon is at it; everything else goes on", async () => {
    const { opened, open } = gate();
    t.device.before = () => opened;
    const { signal, controller, listeners } = countedSignal();
    const called = call(signal);
    called.catch(() => {});
    await until(() => t.device.readsInFlight + t.device.writesInFlight > 0);
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(called).rejects.toBe(reason);
    t.device.before = () => {};
    expect(await volume.read(4096, 4)).toHaveLength(4);
    open();
    await until(() => t.device.readsInFlight + t.device.writesInFlight === 0);
    expect(listeners()).toBe(0);
    expect(t.logged).toEqual([]);
  });

  test("forgets the signal when it has ended well", async () => {
    const { signal, listeners, added } = countedSignal();
    await call(signal);
    expect(added).toHaveBeenCalled();
    expect(listeners()).toBe(0);
  });
});

test("one signal for many requests has one listener, and ends them all", async () => {
  const { opened, open } = gate();
  t.device.before = () => opened;
  const warned = vi.fn();
  process.on("warning", warned);
  const { signal, controller, added } = countedSignal();
  const reads = Array.from({ length: 100 }, () => volume.read(0, 4, { signal }));
  const settled = Promise.allSettled(reads);
  await until(() => t.device.readsInFlight === 100);
  controller.abort("all");
  expect(await settled).toEqual(Array.from({ length: 100 }, () => ({ status: "rejected", reason: "all" })));
  expect(added).toHaveBeenCalledOnce();
  open();
  process.removeListener("warning", warned);
  expect(warned).not.toHaveBeenCalled();
});

test("what was not sent yet is never sent, and its buffer may be used again at once", async () => {
  const { opened, open } = gate();
  t.device.before = () => opened;
  // As much as may be under way, so that what comes after it waits here.
  const first = Array.from({ length: LIMITS.ioRequestsInFlightMax }, () => volume.read(0, 1));
  await until(() => t.device.readsInFlight === LIMITS.ioRequestsInFlightMax);
  const controller = new AbortController();
  const data = Buffer.from("aborted");
  const write = volume.write(0, data, { signal: controller.signal });
  const kept = volume.write(8, Buffer.from("kept"));
  controller.abort("too late");
  await expect(write).rejects.toBe("too late");
  data.fill("!");
  open();
  await Promise.all([...first, kept]);
  await volume.flush();
  expect(t.device.bytes.subarray(8, 12).toString()).toBe("kept");
  expect(t.device.bytes.subarray(0, 8)).toEqual(Buffer.alloc(8));
});

test("what was sent is encoded by then: a buffer used again changes nothing", async () => {
  const { opened, open } = gate();
  t.device.before = () => opened;
  const controller = new AbortController();
  const data = Buffer.alloc(MIB, "a");
  const write = volume.write(0, data, { signal: controller.signal });
  await until(() => t.device.writesInFlight === 1);
  controller.abort("enough");
  await expect(write).rejects.toBe("enough");
  data.fill("!");
  open();
  await until(() => t.device.writesInFlight === 0);
  expect(t.device.bytes.subarray(0, MIB).equals(Buffer.alloc(MIB, "a"))).toBe(true);
});

test("what is aborted while the session is being opened is not sent as something else", async () => {
  await using client = connect(t.door.address);
  const io = client.io(VOLUME_ID);
  const controller = new AbortController();
  const data = Buffer.from("aborted");
  const write = io.write(0, data, { signal: controller.signal });
  write.catch(() => {});
  // The session has had a turn in which to send.
  await turn();
  controller.abort("too late");
  await expect(write).rejects.toBe("too late");
  data.fill("!");
  await io.flush();
  expect(["aborted", "\0".repeat(7)]).toContain(t.device.bytes.toString("latin1", 0, 7));
  await io.close();
});

test("a session that is closing ends although its last request was aborted before it was sent", async () => {
  const { opened, open } = gate();
  t.device.before = () => opened;
  const io = t.client.io(VOLUME_ID);
  const first = Array.from({ length: LIMITS.ioRequestsInFlightMax }, () => io.read(0, 1));
  await until(() => t.device.readsInFlight === LIMITS.ioRequestsInFlightMax);
  const controller = new AbortController();
  const last = io.read(0, 1, { signal: controller.signal });
  const closed = io.close();
  controller.abort("enough");
  await expect(last).rejects.toBe("enough");
  open();
  await Promise.all(first);
  await closed;
  expect(io.ended).toBe(true);
});

test("no more than 64 MiB are under way, however many large requests are asked for; the rest waits here", async () => {
  const { opened, open } = gate();
  let begun = 0;
  t.device.before = () => {
    begun += 1;
    return opened;
  };
  const bound = LIMITS.ioBytesInFlightMax / MIB;
  const controller = new AbortController();
  const { signal } = controller;
  const reads = Promise.allSettled(Array.from({ length: 2 * bound }, () => volume.read(0, MIB, { signal })));
  await until(() => begun === bound);
  // What waits here is given up; what the daemon had, it would now go on with.
  controller.abort("enough");
  await reads;
  open();
  await until(() => t.device.readsInFlight === 0);
  await volume.flush();
  expect(begun).toBe(bound);
  expect(await volume.read(0, MIB)).toHaveLength(MIB);
});
