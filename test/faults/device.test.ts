/** Faults at the device: each effect, through the gRPC client, on a whole daemon. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { manualClock } from "#envol/clock.ts";
import { createEventBus } from "#envol/events.ts";
import { volumesWithFaults } from "#envol/faults/device-layer.ts";
import { createFaults } from "#envol/faults/faults.ts";
import { checkPlan, type EffectRequest } from "#envol/faults/plan-check.ts";
import { attachedVolume, ROOT_CALLER, startCore } from "../volume/core.ts";
import { codeOf, type FaultDaemon, isPending, startFaultDaemon } from "./daemon.ts";

const SECTOR_BYTES = 4096;
const clock = manualClock();

let daemon: FaultDaemon;
beforeEach(async () => {
  daemon = await startFaultDaemon({ clock });
});
afterEach(async () => {
  await daemon[Symbol.asyncDispose]();
});

describe("fail", () => {
  test("fails what it says, with the code it says, and names itself; the request has changed nothing", async () => {
    const { volumeId } = await daemon.volume();
    await daemon.store(volumeId, 0, Buffer.from("before"));
    const fault = await daemon.addFault({ device: { operations: ["WRITE"] }, fail: { code: "STORE_FULL" } });
    await expect(daemon.store(volumeId, 0, Buffer.from("after!"))).rejects.toMatchObject({
      code: "STORE_FULL",
      message: `The disk under the data directory has no room. (Injected by ${fault.faultId}.)`,
    });
    expect((await daemon.read(volumeId, 0, 6)).toString()).toBe("before");
    expect(await daemon.removeFault(fault)).toMatchObject({ matched: 1, fired: 1 });
    await daemon.store(volumeId, 0, Buffer.from("after!"));
    expect((await daemon.read(volumeId, 0, 6)).toString()).toBe("after!");
  });

  test("lets operations pass first, fires so many times, and is listed with what it has seen and done", async () => {
    const { volumeId } = await daemon.volume();
    const spec = { device: { volumeId, operations: ["READ"] }, fail: { code: "INTEGRITY_ERROR" } };
    const { faultId } = await daemon.addFault({ ...spec, afterOperations: 2, times: 3 });
    const codes: string[] = [];
    for (let i = 0; i < 7; i++) codes.push(await codeOf(daemon.read(volumeId, 0, 1)));
    expect(codes).toEqual(["", "", ...Array(3).fill("INTEGRITY_ERROR"), "", ""]);
    const { faults } = await daemon.client.harness.listFaults({});
    expect(faults).toEqual([expect.objectContaining({ faultId, matched: 7, fired: 3 })]);
  });

  test("by chance, fails the same requests again with the seed that it gave", async () => {
    const { volumeId } = await daemon.volume();
    const spec = { device: { operations: ["READ"] }, fail: { code: "KEY_REVOKED" }, probability: 0.5 };
    const run = async (seed: number) => {
      const fault = await daemon.addFault({ ...spec, seed });
      const codes: string[] = [];
      for (let i = 0; i < 64; i++) codes.push(await codeOf(daemon.read(volumeId, 0, 1)));
      await daemon.removeFault(fault);
      return { seed: fault.spec!.seed, codes };
    };
    const first = await run(0);
    expect(new Set(first.codes)).toEqual(new Set(["", "KEY_REVOKED"]));
    expect(await run(first.seed)).toEqual(first);
  });

  test("every operation can be met, by whatever way it comes", async () => {
    const { volumeId } = await daemon.volume();
    const { blocks } = daemon.client;
    await using session = daemon.client.io(volumeId);
    const ways: Readonly<Record<string, readonly (() => Promise<unknown>)[]>> = {
      READ: [() => blocks.read({ volumeId, lengthBytes: 1 }), () => session.read(0, 1)],
      WRITE: [() => blocks.write({ volumeId, data: Buffer.of(1) }), () => session.write(0, Buffer.of(1))],
      FLUSH: [() => blocks.flush({ volumeId }), () => session.flush()],
      DISCARD: [() => blocks.discard({ volumeId, lengthBytes: 4096 }), () => session.discard(0, 4096)],
      WRITE_ZEROES: [() => blocks.writeZeroes({ volumeId, lengthBytes: 4096 }), () => session.writeZeroes(0, 4096)],
      ALLOCATION: [() => blocks.getAllocation({ volumeId })],
    };
    for (const operation of Object.keys(ways)) {
      const fault = await daemon.addFault({ device: { operations: [operation] }, fail: { code: "STORE_FAILED" } });
      for (const [name, calls] of Object.entries(ways)) {
        const codes = await Promise.all(calls.map((call) => codeOf(call())));
        expect(codes, `${name} under a fault at ${operation}`).toEqual(
          calls.map(() => (name === operation ? "STORE_FAILED" : "")),
        );
      }
      await daemon.removeFault(fault);
    }
  });

  test("meets requests that touch a sector of its range, and no others", async () => {
    const { volumeId } = await daemon.volume();
    const other = await daemon.volume({ sectorSizeBytes: 512 });
    const device = { operations: ["READ"], offsetBytes: SECTOR_BYTES + 100, lengthBytes: 1 };
    await daemon.addFault({ device, fail: { code: "INTEGRITY_ERROR" } });
    const outcome = (id: string, offsetBytes: number, length: number) => codeOf(daemon.read(id, offsetBytes, length));
    expect(await outcome(volumeId, 0, SECTOR_BYTES)).toBe("");
    expect(await outcome(volumeId, SECTOR_BYTES - 1, 2)).toBe("INTEGRITY_ERROR");
    expect(await outcome(volumeId, 2 * SECTOR_BYTES - 1, 1)).toBe("INTEGRITY_ERROR");
    expect(await outcome(volumeId, 2 * SECTOR_BYTES, 1)).toBe("");
    // The sectors of the other volume are smaller, so that the range touches less of it.
    expect(await outcome(other.volumeId, SECTOR_BYTES + 511, 1)).toBe("INTEGRITY_ERROR");
    expect(await outcome(other.volumeId, SECTOR_BYTES + 512, 1)).toBe("");
  });

  test("a bad request is refused as it is without the fault, and does not count", async () => {
    const { volumeId } = await daemon.volume();
    const fault = await daemon.addFault({ device: {}, fail: { code: "INTERNAL" } });
    expect(await codeOf(daemon.read(volumeId, 2 ** 30, 1))).toBe("OUT_OF_RANGE");
    expect(await daemon.removeFault(fault)).toMatchObject({ matched: 0 });
  });

  test("faults are met in the order in which they were added; one that fails the operation keeps it from later ones", async () => {
    const { volumeId } = await daemon.volume();
    const spec = { device: { operations: ["FLUSH"] } };
    const first = await daemon.addFault({ ...spec, fail: { code: "STORE_FULL" }, times: 1 });
    const second = await daemon.addFault({ ...spec, fail: { code: "STORE_FAILED" } });
    const flush = () => codeOf(daemon.client.blocks.flush({ volumeId }));
    expect([await flush(), await flush()]).toEqual(["STORE_FULL", "STORE_FAILED"]);
    expect(await daemon.removeFault(first)).toMatchObject({ matched: 2, fired: 1 });
    expect(await daemon.removeFault(second)).toMatchObject({ matched: 1, fired: 1 });
  });
});

test("a fault that was removed while another one held the operation up does nothing more to it", async () => {
  const { volumeId } = await daemon.volume();
  const device = { operations: ["READ"] };
  const { fault, fired } = await daemon.addWatchedFault({ device, stall: {} });
  const failing = await daemon.addFault({ device, fail: { code: "INTERNAL" } });
  const read = codeOf(daemon.read(volumeId, 0, 1));
  await fired;
  await daemon.removeFault(failing);
  await daemon.removeFault(fault);
  expect(await read).toBe("");
});

test("each firing is an event that says what it met", async () => {
  const { volumeId } = await daemon.volume();
  const spec = { device: { operations: ["READ"] }, fail: { code: "KEY_REVOKED" } };
  const { fault, fired } = await daemon.addWatchedFault(spec);
  await codeOf(daemon.read(volumeId, 4096, 8));
  expect(await fired).toMatchObject({
    type: "FaultFired",
    volumeId,
    keyArn: expect.stringMatching(/^arn:/),
    detail: { faultId: fault.faultId, operation: "READ", effect: "fail", offsetBytes: "4096", lengthBytes: "8" },
  });
});

describe("delay", () => {
  const spec = { device: { operations: ["READ"] }, delay: { delayMs: 60_000 } };

  test("holds a request up until the clock has moved on, and no other", async () => {
    const { volumeId } = await daemon.volume();
    const { fired } = await daemon.addWatchedFault({ ...spec, times: 1 });
    const read = daemon.read(volumeId, 0, 1);
    await fired;
    await daemon.read(volumeId, 0, 1);
    clock.advance(59_999);
    expect(await isPending(read)).toBe(true);
    clock.advance(1);
    expect(await read).toEqual(Buffer.of(0));
  });

  test("ends when the fault is removed", async () => {
    const { volumeId } = await daemon.volume();
    const { fault, fired } = await daemon.addWatchedFault(spec);
    const read = daemon.read(volumeId, 0, 1);
    await fired;
    await daemon.removeFault(fault);
    expect(await read).toEqual(Buffer.of(0));
  });
});

describe("stall", () => {
  const spec = { device: { operations: ["READ", "WRITE"] }, stall: {} };

  test("holds requests up until the fault is removed; then they are carried out", async () => {
    const { volumeId } = await daemon.volume();
    const { fault, fired } = await daemon.addWatchedFault({ ...spec, times: 1 });
    const write = daemon.client.blocks.write({ volumeId, data: Buffer.from("late") });
    await fired;
    expect((await daemon.read(volumeId, 0, 4)).toString()).toBe("\0\0\0\0");
    expect(await isPending(write)).toBe(true);
    await daemon.removeFault(fault);
    await write;
    expect((await daemon.read(volumeId, 0, 4)).toString()).toBe("late");
  });

  test("holds up no revocation: the request has not entered, and is refused when it is let go", async () => {
    const { keyId, volumeId } = await daemon.volume();
    const { fault, fired } = await daemon.addWatchedFault(spec);
    const read = codeOf(daemon.read(volumeId, 0, 1));
    await fired;
    const startMs = performance.now();
    await daemon.client.keys.disableKey({ keyId });
    // What is inside the gates and does not end is waited for 2 seconds.
    expect(performance.now() - startMs).toBeLessThan(1000);
    await daemon.removeFault(fault);
    expect(await read).toBe("KEY_REVOKED");
  });

  test("ends when the volume is detached, with what a detached device says", async () => {
    const { volumeId } = await daemon.volume();
    await using session = daemon.client.io(volumeId);
    const { fired } = await daemon.addWatchedFault(spec);
    const refusals = [codeOf(daemon.read(volumeId, 0, 1)), codeOf(session.write(0, Buffer.of(1)))];
    await fired;
    await daemon.client.volumes.detachVolume({ volumeId });
    expect(await Promise.all(refusals)).toEqual(["VOLUME_NOT_ATTACHED", "VOLUME_NOT_ATTACHED"]);
  });

  test("does not hold up the end of the daemon", async () => {
    const { volumeId } = await daemon.volume();
    const { fired } = await daemon.addWatchedFault(spec);
    const read = daemon.read(volumeId, 0, 1);
    await fired;
    const startMs = performance.now();
    // Closes the daemon; a call that does not end is given 5 seconds.
    const closed = daemon[Symbol.asyncDispose]();
    expect(await read).toEqual(Buffer.of(0));
    await closed;
    expect(performance.now() - startMs).toBeLessThan(4000);
    daemon = await startFaultDaemon({ clock });
  });
});

describe("disableKey", () => {
  test("takes the key away before the request goes on, as DisableKey does", async () => {
    const { keyId, volumeId } = await daemon.volume();
    await daemon.store(volumeId, 0, Buffer.from("kept"));
    await daemon.addFault({ device: { volumeId, operations: ["READ"] }, disableKey: {}, afterOperations: 1, times: 1 });
    expect((await daemon.read(volumeId, 0, 4)).toString()).toBe("kept");
    await expect(daemon.read(volumeId, 0, 4)).rejects.toMatchObject({
      code: "KEY_REVOKED",
      message: expect.stringMatching(/is disabled\.$/),
    });
    expect((await daemon.client.keys.describeKey({ keyId })).keyMetadata?.keyState).toBe("Disabled");
    expect(await codeOf(daemon.client.blocks.write({ volumeId, data: Buffer.of(1) }))).toBe("KEY_REVOKED");
    await daemon.client.keys.enableKey({ keyId });
    expect((await daemon.read(volumeId, 0, 4)).toString()).toBe("kept");
  });

  test("does not meet volumes that are not encrypted", async () => {
    const { volume } = await daemon.client.volumes.createVolume({ sizeGib: 1 });
    const { volumeId } = volume!;
    await daemon.client.volumes.attachVolume({ volumeId });
    const fault = await daemon.addFault({ device: {}, disableKey: {} });
    await daemon.read(volumeId, 0, 1);
    expect(await daemon.removeFault(fault)).toMatchObject({ matched: 0 });
  });
});

describe("the layer keeps the contract of a device", () => {
  async function layeredDevice(effect?: EffectRequest) {
    const core = await startCore();
    const { volumeId, attachment, keyId } = await attachedVolume(core);
    const faults = createFaults({ clock, events: createEventBus(clock), disableKey: async () => {} });
    const site = { kind: "device", operations: [], volumeId: "", keyId: "", offsetBytes: 0, lengthBytes: 0 } as const;
    if (effect !== undefined) faults.add(checkPlan({ site, effect, afterOperations: 0, times: 0, seed: 1 }));
    const volumes = volumesWithFaults(core.volumes, faults);
    return { core, volumes, volumeId, keyId, attachment, faults, device: volumes.device(volumeId) };
  }

  test("one device for one attachment, whichever name it is asked for by", async () => {
    const { core, volumes, volumeId, attachment, device } = await layeredDevice();
    await using _ = core;
    expect(volumes.device(volumeId)).toBe(device);
    expect(volumes.deviceOfAttachment(attachment.attachmentId)).toBe(device);
    expect(device).toMatchObject({ sizeBytes: 2 ** 30, readOnly: false });
    expect(device.closed.aborted).toBe(false);
    await core.volumes.detachVolume({ volumeId });
    expect(device.closed.aborted).toBe(true);
  });

  test("a read is in flight until it is delivered: a revocation waits for it, and cuts it off", async () => {
    const { core, device, keyId } = await layeredDevice({ kind: "delay", delayMs: 1 });
    await using _ = core;
    let signal: AbortSignal | undefined;
    let drop = () => {};
    const held = new Promise<void>((resolve) => {
      drop = resolve;
    });
    const delivering = new Promise<void>((resolve) => {
      void device.read(0, 512, (_plaintext, cutOff) => {
        signal = cutOff;
        cutOff.addEventListener("abort", drop);
        resolve();
        return held;
      });
    });
    clock.advance(1);
    await delivering;
    await core.call("DisableKey", ROOT_CALLER, { keyId });
    expect(signal?.aborted).toBe(true);
  });
});
