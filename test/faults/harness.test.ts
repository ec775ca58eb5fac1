/** What cannot be timed from outside: faults that meet a reset, and the edges of layers. */

import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { expect, test } from "vitest";
import { manualClock } from "#envol/clock.ts";
import { createEventBus } from "#envol/events.ts";
import { createFaults } from "#envol/faults/faults.ts";
import { createHarness } from "#envol/faults/harness.ts";
import type { FaultRequest, SiteRequest } from "#envol/faults/plan-check.ts";
import { recordsWithFaults } from "#envol/faults/store-layer.ts";
import type { CallKms } from "#envol/kms/embedded/embedded-kms.ts";
import { allocateRecordMemory, createSectorRecord, sealSectorRecord } from "#envol/store/record.ts";
import { openStore, type RecordStore } from "#envol/store/store.ts";
import { openRecordLog } from "#envol/volume/record-log.ts";
import type { VolumeService } from "#envol/volume/volume-service.ts";
import { scratchDirectory } from "../daemon/child-daemon.ts";
import { gate } from "../grpc/fakes.ts";
import { codeOf, isPending } from "./daemon.ts";

const CALLER = { arn: "arn:aws:iam::000000000000:root", accountId: "000000000000" };
const VOLUME_ID = "vol-0123456789abcdef0";
const OWNER = { layerId: 1, volumeId: VOLUME_ID, cipher: "AES_256_XTS", sectorSizeBytes: 4096 } as const;

function noFaults() {
  const clock = manualClock();
  return createFaults({ clock, events: createEventBus(clock), disableKey: async () => {} });
}

function requestAt(
  kind: SiteRequest["kind"],
  rest: Partial<SiteRequest>,
  effect: FaultRequest["effect"],
): FaultRequest {
  const site = { kind, operations: [], volumeId: "", keyId: "", offsetBytes: 0, lengthBytes: 0, ...rest };
  return { site, afterOperations: 0, times: 0, seed: 1, effect: effect! };
}

/** A harness whose KMS answers when it is let, and whose reset ends when it is let. */
function slowHarness() {
  const faults = noFaults();
  const [described, ended] = [gate(), gate()];
  const core = {
    resetting: false,
    async reset() {
      core.resetting = true;
      faults.clear();
      await ended.opened;
      core.resetting = false;
    },
  };
  const call = async () => {
    await described.opened;
    return { keyMetadata: { arn: "arn" } };
  };
  const context = {
    faults,
    core,
    caller: CALLER,
    call: call as unknown as CallKms,
    volumes: {} as VolumeService,
  };
  return { faults, described, ended, harness: createHarness(context) };
}

test("a fault that was asked for before a reset does not come after it", async () => {
  const { faults, described, ended, harness } = slowHarness();
  const added = codeOf(harness.addFault(requestAt("kms", { keyId: "key" }, { kind: "stall" })));
  const reset = harness.reset();
  ended.open();
  await reset;
  described.open();
  expect(await added).toBe("UNAVAILABLE");
  expect(faults.list()).toEqual([]);
});

test("a fault that is asked for while a reset runs is refused, and so is one when the daemon stops", async () => {
  const { faults, ended, harness } = slowHarness();
  const stall = requestAt("device", {}, { kind: "stall" });
  const reset = harness.reset();
  expect(await codeOf(harness.addFault(stall))).toBe("UNAVAILABLE");
  ended.open();
  await reset;
  expect(await codeOf(harness.addFault(stall))).toBe("");
  harness.close();
  expect(faults.list()).toEqual([]);
  expect(await codeOf(harness.addFault(stall))).toBe("UNAVAILABLE");
});

test("the store's own bytes stay as they are when a read is corrupted", () => {
  const record = createSectorRecord(allocateRecordMemory(), OWNER, 1);
  record.sectors[0] = 7;
  record.data.set(randomBytes(4096));
  record.used = 1;
  const bytes = sealSectorRecord(record);
  const before = Buffer.from(bytes);
  const faults = noFaults();
  const site = { kind: "store", operations: ["GET"], volumeId: VOLUME_ID } as const;
  const when = { afterOperations: 0, times: 0, probability: 1, seed: 1 };
  faults.add({ ...when, site, effect: { kind: "corrupt", bit: 12 } });
  const layered = recordsWithFaults({ get: () => bytes } as unknown as RecordStore, faults);
  before[before.length - 4096 + 1]! ^= 1 << 4;
  expect(Buffer.from(layered.get(1)!).equals(before)).toBe(true);
  before[before.length - 4096 + 1]! ^= 1 << 4;
  expect(Buffer.from(bytes).equals(before)).toBe(true);
});

test("a log that is abandoned waits for the commit under way, and commits nothing after it", async () => {
  await using scratch = await scratchDirectory();
  const store = await openStore(scratch.path);
  const committing = gate();
  const put: number[] = [];
  const records: RecordStore = {
    ...store.records,
    async put(sequence) {
      put.push(sequence);
      await committing.opened;
    },
  };
  const log = await openRecordLog({ ...store, records }, pino({ level: "silent" }));
  const append = () => {
    const record = createSectorRecord(log.memory(), OWNER, log.beginRecord());
    record.used = 1;
    log.appendSectors(record);
    return record.sequence;
  };
  const first = append();
  await expect.poll(() => put).toEqual([first]);
  append();
  const abandoned = log.abandon();
  expect(await isPending(abandoned)).toBe(true);
  committing.open();
  await abandoned;
  expect(put).toEqual([first]);
  await store.close();
});
