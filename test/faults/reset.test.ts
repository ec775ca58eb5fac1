/** A daemon that is made empty: of everything, at any moment, and for good. */

import { randomBytes } from "node:crypto";
import { readdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connect, type EnvolClient } from "#envol/client/client.ts";
import { manualClock } from "#envol/clock.ts";
import { startDaemon } from "#envol/daemon.ts";
import type { Daemon, DaemonOptions } from "#envol/options.ts";
import { openStore } from "#envol/store/store.ts";
import { createAttachedVolume, scratchDirectory, startChild } from "../daemon/child-daemon.ts";
import { enterTransmission } from "../nbd/door.ts";
import { connectRaw } from "../nbd/raw-client.ts";
import { seeded } from "../volume/random.ts";
import { codeOf } from "./daemon.ts";

const MIB = 2 ** 20;
const clock = manualClock();

let scratch: Awaited<ReturnType<typeof scratchDirectory>>;
let daemon: Daemon;
let client: EnvolClient;

async function start(): Promise<void> {
  const options: DaemonOptions = {
    dataDirectory: join(scratch.path, "data"),
    grpcAddress: `unix:${join(scratch.path, "envol.sock")}`,
    nbdAddress: `unix:${join(scratch.path, "nbd.sock")}`,
    harness: true,
    workers: 2,
    clock,
    logLevel: "silent",
  };
  daemon = await startDaemon(options);
  client = connect(daemon.addresses.grpc);
}

async function stop(): Promise<void> {
  await client.close();
  await daemon.close();
}

beforeEach(async () => {
  scratch = await scratchDirectory();
  await start();
});
afterEach(async () => {
  await stop();
  await scratch[Symbol.asyncDispose]();
});

/** All that a daemon can be asked about what it holds. */
async function holdings() {
  const { volumes } = await client.volumes.describeVolumes({});
  const { keys } = await client.keys.listKeys({});
  const { aliases } = await client.keys.listAliases({});
  const { faults } = await client.harness.listFaults({});
  return { volumes, keys: keys.length, aliases: aliases.map(({ aliasName }) => aliasName), faults };
}

function keyMaterial(path: string): Promise<string[]> {
  return readdir(join(path, "data", "keys"));
}

/** What the store of a daemon that has stopped holds. */
async function stored(path: string) {
  const store = await openStore(join(path, "data"));
  try {
    return {
      records: [...store.records.list(0)].length,
      pages: store.pages.keys(0, Number.MAX_SAFE_INTEGER, 10).length,
      volumes: store.table("volumes").size,
      keys: [...store.table("keys").entries()].length,
      aliases: store.table("aliases").size,
      grants: store.table("grants").size,
      bytes: (store.meta.get("checkpoint") as { totals: object }).totals,
    };
  } finally {
    await store.close();
  }
}

/** A volume can be made, written, broken and mended. */
async function expectWorking(): Promise<void> {
  const { keyId, volumeId } = await createAttachedVolume(client, { cipher: "AES_256_GCM" });
  await client.blocks.write({ volumeId, data: Buffer.from("works"), forceUnitAccess: true });
  await client.keys.disableKey({ keyId });
  expect(await codeOf(client.blocks.read({ volumeId, lengthBytes: 5 }))).toBe("KEY_REVOKED");
  await client.keys.enableKey({ keyId });
  expect((await client.blocks.read({ volumeId, lengthBytes: 5 })).data.toString()).toBe("works");
}

describe("everything is gone", () => {
  test("volumes, keys, aliases, grants, records, pages, material and faults; and the daemon works as new", async () => {
    const asNew = await holdings();
    const { keyId, volumeId } = await createAttachedVolume(client);
    await client.keys.createAlias({ aliasName: "alias/mine", targetKeyId: keyId });
    await client.keys.scheduleKeyDeletion({
      keyId: (await client.keys.createKey({})).keyMetadata!.keyId,
      pendingWindowInDays: 7,
    });
    await client.blocks.write({ volumeId, data: randomBytes(MIB), forceUnitAccess: true });
    await client.blocks.write({ volumeId, data: randomBytes(MIB) });
    await client.harness.addFault({ spec: { device: {}, fail: { code: "INTERNAL" } } });
    await client.harness.reset({});
    expect(await holdings()).toEqual(asNew);
    expect(await codeOf(client.blocks.read({ volumeId, lengthBytes: 1 }))).toBe("VOLUME_NOT_FOUND");
    expect(await codeOf(client.keys.describeKey({ keyId }))).toBe("KEY_NOT_FOUND");
    await expectWorking();
    await client.harness.reset({});
    // The timer of the deletion is gone as well: nothing is left that could be destroyed when it is due.
    clock.advance(31 * 24 * 3600 * 1000);
    await expectWorking();
  });

  test("on the disk too, when it answers; after a start the daemon is as empty, and works", async () => {
    for (let i = 0; i < 3; i++) {
      const { volumeId } = await createAttachedVolume(client);
      await client.blocks.write({ volumeId, data: randomBytes(MIB), forceUnitAccess: true });
    }
    // A stop writes a checkpoint: there are pages, and totals, to be forgotten.
    await stop();
    expect((await stored(scratch.path)).pages).toBeGreaterThan(0);
    await start();
    await client.harness.reset({});
    expect(await keyMaterial(scratch.path)).toEqual([]);
    await stop();
    const nothing = { records: 0, pages: 0, volumes: 0, keys: 0, aliases: 0, grants: 0 };
    expect(await stored(scratch.path)).toEqual({ ...nothing, bytes: { allocatedBytes: 0, liveBytes: 0 } });
    await start();
    await expectWorking();
    const kept = await holdings();
    await stop();
    await start();
    expect(await holdings()).toEqual({ ...kept, faults: [] });
  });

  test("numbers of records, events and faults go on", async () => {
    const sequenceOfWrite = async () => {
      const { volumeId } = await createAttachedVolume(client, { cipher: "AES_256_GCM" });
      await client.blocks.write({ volumeId, data: randomBytes(4096), forceUnitAccess: true });
      return (await client.blocks.peekSector({ volumeId, sector: 0 })).recordSequence;
    };
    const addFault = async () =>
      (await client.harness.addFault({ spec: { kms: { operations: ["Decrypt"] }, stall: {}, afterOperations: 100 } }))
        .fault;
    using watch = client.events.watch({ types: ["DaemonReset"] });
    await watch.subscribed;
    const before = { sequence: await sequenceOfWrite(), faultId: (await addFault())?.faultId };
    await client.harness.reset({});
    expect(await sequenceOfWrite()).toBeGreaterThan(before.sequence);
    expect((await addFault())?.faultId).not.toBe(before.faultId);
    // The watch goes on as well.
    for await (const event of watch) {
      expect(event.sequence).toBeGreaterThan(1);
      break;
    }
  });

  test("again and again: the database does not grow", async () => {
    const sizes: number[] = [];
    for (let round = 0; round < 6; round++) {
      const { volumeId } = await createAttachedVolume(client);
      for (let at = 0; at < 4 * MIB; at += 2 * MIB) {
        await client.blocks.write({ volumeId, offsetBytes: at, data: randomBytes(2 * MIB) });
      }
      await client.blocks.flush({ volumeId });
      await client.harness.reset({});
      sizes.push((await storeSizeBytes()) / MIB);
    }
    expect(sizes.at(-1)).toBeLessThan(sizes[0]! + 8);
  });
});

async function storeSizeBytes(): Promise<number> {
  return (await stat(join(scratch.path, "data", "envol.lmdb"))).size;
}

describe("whatever is under way", () => {
  test("requests on several volumes end with an answer or a clear error, and NBD clients are disconnected", async () => {
    const volumes = await Promise.all(
      [{}, { cipher: "AES_256_GCM" as const }, { sectorSizeBytes: 512 }].map((settings) =>
        createAttachedVolume(client, settings),
      ),
    );
    const described = (await client.volumes.describeVolumes({})).volumes;
    const { attachmentId } = described[0]!.attachments[0]!;
    await using nbd = await connectRaw(daemon.addresses.nbd!);
    await nbd.greet();
    await enterTransmission(nbd, { name: attachmentId });
    const ends: string[] = [];
    let written = 0;
    const writeOn = async (volumeId: string) => {
      await using session = client.io(volumeId);
      for (let at = 0; ; at = (at + MIB) % (16 * MIB)) {
        const requests = [session.write(at, Buffer.alloc(MIB, 1)), session.read(at, 4096), session.flush()];
        const codes = await Promise.all(requests.map(codeOf));
        written += 1;
        const refused = codes.filter((code) => code !== "");
        ends.push(...refused);
        if (refused.length > 0) return;
      }
    };
    const writers = volumes.map(({ volumeId }) => writeOn(volumeId));
    await vi.waitFor(() => expect(written).toBeGreaterThan(5), { interval: 1, timeout: 30_000 });
    await client.harness.reset({});
    await Promise.all(writers);
    expect(new Set(ends)).toEqual(new Set(["VOLUME_NOT_ATTACHED"]));
    await nbd.end();
    // Its export has ended with the attachment.
    await using another = await connectRaw(daemon.addresses.nbd!);
    await another.greet();
    await expect(enterTransmission(another, { name: attachmentId })).rejects.toThrow();
    await expectWorking();
    await stop();
    await start();
    await expectWorking();
  });

  test("what faults hold up is let go", async () => {
    const { volumeId } = await createAttachedVolume(client);
    const { volume } = await client.volumes.createVolume({ sizeGib: 1, encrypted: true });
    const watch = client.events.watch({ types: ["FaultFired"] });
    await watch.subscribed;
    await client.harness.addFault({ spec: { device: {}, stall: {} } });
    await client.harness.addFault({ spec: { kms: { operations: ["Decrypt"] }, stall: {} } });
    const held = [
      codeOf(client.blocks.read({ volumeId, lengthBytes: 1 })),
      codeOf(client.volumes.attachVolume({ volumeId: volume!.volumeId })),
    ];
    let fired = 0;
    for await (const _ of watch) if (++fired === held.length) break;
    await client.harness.reset({});
    // Both were let in before the reset: they end first, as if nothing had held them up.
    expect((await Promise.all(held)).every((code) => ["", "VOLUME_NOT_ATTACHED"].includes(code))).toBe(true);
    expect((await client.volumes.describeVolumes({})).volumes).toEqual([]);
  });

  test("calls at the same time are served before it or after it, or told that the daemon is unavailable", async () => {
    await createAttachedVolume(client);
    const { attachmentId } = (await client.volumes.describeVolumes({})).volumes[0]!.attachments[0]!;
    const findExport = async () => {
      await using nbd = await connectRaw(daemon.addresses.nbd!);
      await nbd.greet();
      await enterTransmission(nbd, { name: attachmentId });
    };
    const codes: string[] = [];
    let resetting = true;
    const callOn = async (call: () => Promise<unknown>) => {
      while (resetting) codes.push(await codeOf(call()));
    };
    const calls = [
      callOn(() => client.volumes.createVolume({ sizeGib: 1, encrypted: true })),
      callOn(() => client.volumes.describeVolumes({})),
      callOn(() => client.keys.createKey({})),
      callOn(() => client.harness.addFault({ spec: { device: {}, stall: {}, afterOperations: 1 } })),
    ];
    // Negotiation tells of an export or says that there is none; anything else would end the process.
    const findOn = async () => {
      while (resetting) await findExport().catch(() => {});
    };
    calls.push(findOn(), findOn());
    for (let i = 0; i < 5; i++) await Promise.all([client.harness.reset({}), client.harness.reset({})]);
    resetting = false;
    await Promise.all(calls);
    expect([...new Set(codes)].sort()).toEqual(["", "UNAVAILABLE"]);
    await client.harness.reset({});
    expect(await holdings()).toMatchObject({ volumes: [], faults: [] });
    await expectWorking();
  });
});

test("without its root key, it is refused, and nothing has changed", async () => {
  const { volumeId } = await createAttachedVolume(client);
  const rootKey = join(scratch.path, "data", "root.key");
  await rename(rootKey, `${rootKey}.away`);
  expect(await codeOf(client.harness.reset({}))).toBe("ROOT_KEY_INVALID");
  await client.blocks.write({ volumeId, data: Buffer.of(1), forceUnitAccess: true });
  await rename(`${rootKey}.away`, rootKey);
  await client.harness.reset({});
});

test("takes milliseconds", async () => {
  const durationsMs: number[] = [];
  for (let round = 0; round < 5; round++) {
    for (let i = 0; i < 10; i++) {
      const { volumeId } = await createAttachedVolume(client);
      await using session = client.io(volumeId);
      const data = Buffer.alloc((64 * MIB) / 10 / 2, i);
      await Promise.all([session.write(0, data), session.write(data.length, data)]);
      if (round % 2 === 0) await session.flush();
    }
    const startMs = performance.now();
    await client.harness.reset({});
    durationsMs.push(Math.round(performance.now() - startMs));
  }
  console.info(
    `reset of 10 volumes under 10 keys with 64 MiB: ${durationsMs.join(", ")} ms (every second one unflushed)`,
  );
  // Generous, for a machine that is busy with other tests.
  expect(Math.min(...durationsMs)).toBeLessThan(1000);
});

test(
  "kill -9 at any moment of it leaves all or nothing",
  seeded(async (random) => {
    await using directory = await scratchDirectory();
    const found = { all: 0, nothing: 0 };
    let child = await startChild(directory.path, { args: ["--harness"] });
    try {
      for (let round = 0; round < 16; round++) {
        const text = `round ${round}`;
        const volumeIds: string[] = [];
        for (let i = 0; i < 4; i++) {
          const { volumeId } = await createAttachedVolume(child.client);
          await child.client.blocks.write({ volumeId, data: Buffer.from(text), forceUnitAccess: true });
          volumeIds.push(volumeId);
        }
        const answered = codeOf(child.client.harness.reset({}));
        // Not a wait for anything: the moment of the kill is the test's to choose.
        await setTimeout(random.integer(0, 10));
        await child.stop("SIGKILL");
        await answered;
        child = await startChild(directory.path, { args: ["--harness"] });
        const { volumes } = await child.client.volumes.describeVolumes({});
        const { keys } = await child.client.keys.listKeys({});
        if (volumes.length > 0) {
          found.all += 1;
          expect(volumes.map(({ volumeId }) => volumeId).sort()).toEqual(volumeIds.sort());
          for (const volumeId of volumeIds) {
            const { data } = await child.client.blocks.read({ volumeId, lengthBytes: text.length });
            expect(data.toString()).toBe(text);
          }
          expect((await keyMaterial(directory.path)).length).toBe(keys.length);
          await child.client.harness.reset({});
        } else {
          found.nothing += 1;
        }
        // What lists keys makes the key of EBS.
        expect((await keyMaterial(directory.path)).length).toBeLessThanOrEqual(1);
      }
    } finally {
      await child.stop("SIGKILL");
    }
    console.info(`kill -9 in a reset: seed ${random.seed}, ${JSON.stringify(found)}`);
    expect(found.nothing).toBeGreaterThan(0);
  }),
  120_000,
);
