/** No plaintext after revocation: once DisableKey has been answered, nothing is read or written under the key. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { EnvolError, type ErrorCode, toEnvolError } from "#envol/errors.ts";
import type { KmsClient } from "#envol/kms/kms-client.ts";
import { LIMITS } from "#envol/limits.ts";
import type { BlockDevice } from "#envol/volume/block-device.ts";
import { attachedVolume, type Core, ROOT_CALLER, startCore } from "./core.ts";
import { plaintextKeys } from "./data-key.ts";
import { type Random, seeded } from "./random.ts";
import { stampedSectors, stampsOf } from "./stamps.ts";

const KIB = 1024;
const DATA = Buffer.alloc(4096, 0xa5);
const ROUNDS = 150;
const REGION_BYTES = 2048 * KIB;

function codeOf(promise: Promise<unknown>): Promise<ErrorCode | "accepted"> {
  return promise.then(
    () => "accepted" as const,
    (error) => toEnvolError(error).code,
  );
}

/** What the test knows of the key: whether DisableKey has been answered and EnableKey not yet asked. */
interface KeyState {
  revoked: boolean;
  over: boolean;
}

/** One user of a part of a volume that no one else writes to, so that it knows what is there at any time. */
class Worker {
  readonly stamps: number[];
  accepted = 0;
  refused = 0;
  readonly #device: BlockDevice;
  readonly #offset: number;
  readonly #sectorSizeBytes: number;
  readonly #key: KeyState;
  readonly #random: Random;
  #next = 1;

  constructor(device: BlockDevice, offset: number, sectorSizeBytes: number, key: KeyState, random: Random) {
    this.#device = device;
    this.#offset = offset;
    this.#sectorSizeBytes = sectorSizeBytes;
    this.#key = key;
    this.#random = random;
    this.stamps = Array(REGION_BYTES / sectorSizeBytes).fill(0);
  }

  async run(): Promise<void> {
    while (!this.#key.over) {
      const step = this.#random.pick([this.#read, this.#read, this.#write, this.#write, this.#discard]);
      try {
        await step.call(this);
        expect(this.#key.revoked, `${step.name} was accepted after DisableKey had been answered`).toBe(false);
        this.accepted += 1;
      } catch (error) {
        if (!(error instanceof EnvolError)) throw error;
        expect(error.code).toBe("KEY_REVOKED");
        this.refused += 1;
        await turn();
      }
    }
  }

  /** Everything, which must be what was accepted: a refused write has changed nothing. */
  async check(): Promise<void> {
    const bytes = await this.#device.read(this.#offset, REGION_BYTES);
    expect(stampsOf(bytes, this.#sectorSizeBytes)).toEqual(this.stamps);
  }

  async #read(): Promise<void> {
    const [first, count] = this.#range();
    let delivered: Buffer | undefined;
    const deliver = async (plaintext: Buffer) => {
      delivered = Buffer.from(plaintext);
      expect(this.#key.revoked, "plaintext was handed over after DisableKey had been answered").toBe(false);
      for (let turns = this.#random.integer(0, 3); turns > 0; turns--) await turn();
      expect(this.#key.revoked, "DisableKey did not wait for plaintext that was handed over").toBe(false);
    };
    const at = this.#offset + first * this.#sectorSizeBytes;
    const length = count * this.#sectorSizeBytes;
    const bytes = await this.#device.read(at, length, this.#random.chance(0.5) ? deliver : undefined);
    expect(stampsOf(delivered ?? bytes, this.#sectorSizeBytes)).toEqual(this.stamps.slice(first, first + count));
  }

  async #write(): Promise<void> {
    const [first, count] = this.#range();
    const stamps = Array.from({ length: count }, () => this.#next++);
    const data = stampedSectors(stamps, this.#sectorSizeBytes);
    const forceUnitAccess = this.#random.chance(0.05);
    const at = this.#offset + first * this.#sectorSizeBytes;
    await this.#device.write(at, data, { forceUnitAccess });
    this.stamps.splice(first, count, ...stamps);
  }

  async #discard(): Promise<void> {
    const [first, count] = this.#range();
    await this.#device.discard(this.#offset + first * this.#sectorSizeBytes, count * this.#sectorSizeBytes);
    this.stamps.fill(0, first, first + count);
  }

  /** Mostly small enough to be done inline, now and then large enough for the cipher pool. */
  #range(): [first: number, count: number] {
    const bytes = this.#random.chance(0.15)
      ? this.#random.integer(128 * KIB, 1024 * KIB)
      : this.#random.integer(512, 32 * KIB);
    const count = Math.max(1, Math.floor(bytes / this.#sectorSizeBytes));
    return [this.#random.integer(0, this.stamps.length - count), count];
  }
}

test(
  "under load: nothing is read or written between DisableKey and EnableKey, and nothing is lost",
  seeded(async (random) => {
    await using core = await startCore();
    const { keyMetadata } = await core.call("CreateKey", ROOT_CALLER, {});
    const { keyId } = keyMetadata;
    const key: KeyState = { revoked: false, over: false };
    const undisturbed: KeyState = { revoked: false, over: false };
    const workersOn = async (request: Parameters<typeof attachedVolume>[1], state: KeyState) => {
      const { device } = await attachedVolume(core, request);
      return [0, REGION_BYTES].map(
        (offset) => new Worker(device, offset, request?.sectorSizeBytes ?? 4096, state, random),
      );
    };
    const workers: Worker[] = [];
    for (const cipher of ["AES_256_GCM", "AES_256_XTS"])
      for (const sectorSizeBytes of [512, 4096])
        workers.push(...(await workersOn({ cipher, sectorSizeBytes, kmsKeyId: keyId }, key)));
    const others = await workersOn({ cipher: "AES_256_GCM" }, undisturbed);

    const running = Promise.all([...workers, ...others].map((worker) => worker.run()));
    const pause = async (turnsMax: number) => {
      for (let turns = random.integer(0, turnsMax); turns > 0; turns--) await turn();
    };
    const rounds = async () => {
      for (let round = 0; round < ROUNDS; round++) {
        await pause(30);
        await core.call("DisableKey", ROOT_CALLER, { keyId });
        key.revoked = true;
        await pause(10);
        key.revoked = false;
        await core.call("EnableKey", ROOT_CALLER, { keyId });
      }
    };
    await Promise.race([rounds(), running]).finally(() => {
      key.over = true;
      undisturbed.over = true;
    });
    await running;
    for (const worker of [...workers, ...others]) await worker.check();
    // Every kind of volume was caught at work and got on again, or this test proves nothing.
    for (const worker of workers) {
      expect(worker.accepted).toBeGreaterThan(ROUNDS / 4);
      expect(worker.refused).toBeGreaterThan(ROUNDS / 4);
    }
    for (const worker of others) expect(worker.refused).toBe(0);
  }),
);

/** A promise that is settled from outside. */
function held(): { promise: Promise<void>; release: () => void } {
  let release = () => {};
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}

async function written(core: Core, request: Parameters<typeof attachedVolume>[1] = {}) {
  const volume = await attachedVolume(core, request);
  await volume.device.write(0, DATA);
  return volume;
}

function ioRevoked(core: Core, volumeId: string): boolean {
  return core.volumes.describeVolumes({ volumeIds: [volumeId] }).volumes[0]!.ioRevoked;
}

describe.concurrent("plaintext that is being handed over", () => {
  test("is waited for, while new requests are refused already", async () => {
    await using core = await startCore();
    const { device, keyId } = await written(core);
    const { promise, release } = held();
    const handedOver: Buffer[] = [];
    const read = device.read(0, 4096, (plaintext) => {
      handedOver.push(plaintext);
      return promise;
    });
    await vi.waitUntil(() => handedOver.length === 1, { timeout: 30_000 });
    let answered = false;
    const disabling = core.call("DisableKey", ROOT_CALLER, { keyId }).then(() => {
      answered = true;
    });
    await vi.waitUntil(async () => (await codeOf(device.read(0, 512))) === "KEY_REVOKED", { timeout: 30_000 });
    for (let turns = 0; turns < 20; turns++) await turn();
    expect(answered).toBe(false);
    expect(handedOver[0]).toEqual(DATA);
    release();
    await disabling;
    expect(await read).toHaveLength(0);
  });

  test("is cut off when that takes too long", async () => {
    await using core = await startCore();
    const { device, keyId } = await written(core);
    const signals: AbortSignal[] = [];
    const { promise, release } = held();
    const reads = [0, 1].map(() =>
      device.read(0, 4096, (_, cutOff) => {
        signals.push(cutOff);
        return promise;
      }),
    );
    await vi.waitUntil(() => signals.length === 2, { timeout: 30_000 });
    const startMs = performance.now();
    await core.call("DisableKey", ROOT_CALLER, { keyId });
    expect(performance.now() - startMs).toBeGreaterThan(LIMITS.drainTimeoutMs - 100);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
    // They were given up, and do no harm when they end after all.
    release();
    await Promise.all(reads);
    // The next one gets a signal of its own.
    await core.call("EnableKey", ROOT_CALLER, { keyId });
    await device.read(0, 4096, (_, cutOff) => void signals.push(cutOff));
    expect(signals[2]!.aborted).toBe(false);
  });

  test("to an attachment that is being detached is cut off there alone", async () => {
    await using core = await startCore();
    const { device, volumeId, attachment } = await written(core, { multiAttachEnabled: true });
    const other = await core.volumes.attachVolume(ROOT_CALLER, { volumeId });
    const signals: AbortSignal[] = [];
    const { promise, release } = held();
    const reads = [device, core.volumes.device(volumeId, other.attachmentId)].map((one) =>
      one.read(0, 4096, (_, cutOff) => {
        signals.push(cutOff);
        return promise;
      }),
    );
    await vi.waitUntil(() => signals.length === 2, { timeout: 30_000 });
    await core.volumes.detachVolume({ volumeId, attachmentId: attachment.attachmentId });
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    release();
    await Promise.allSettled(reads);
  });
});

test("a refusal names the volume and the key, for every kind of request that needs the key", async () => {
  await using core = await startCore();
  const { device, keyId, volumeId } = await written(core);
  await core.call("DisableKey", ROOT_CALLER, { keyId });
  expect(ioRevoked(core, volumeId)).toBe(true);
  const requests = [
    () => device.read(0, 512),
    () => device.read(0, 1024 * KIB),
    () => device.write(0, DATA),
    () => device.write(0, Buffer.alloc(1024 * KIB)),
    () => device.discard(0, 4096),
    () => device.writeZeroes(0, 4096),
    () => device.writeZeroes(0, 4096, { allocate: true }),
  ];
  for (const request of requests) {
    const error = toEnvolError(await request().catch((thrown) => thrown));
    expect(error).toMatchObject({ code: "KEY_REVOKED" });
    expect(error.message).toContain(volumeId);
    expect(error.message).toContain(keyId);
  }
  // What was acknowledged before can still be made safe, and be looked at as it is stored.
  await device.flush();
  expect(core.volumes.peekSector({ volumeId, sector: 0 }).storedBytes).toHaveLength(4096);
  expect((await device.allocation(0, 8192))[0]).toMatchObject({ lengthBytes: 4096, allocated: true });
  await core.call("EnableKey", ROOT_CALLER, { keyId });
  expect(ioRevoked(core, volumeId)).toBe(false);
  expect(await device.read(0, 4096)).toEqual(DATA);
  const types = core.events.map(({ type }) => type);
  const inOrder = ["DataKeyErased", "IoRevoked", "IoResumed"] as const;
  expect(types.filter((type) => (inOrder as readonly string[]).includes(type))).toEqual(inOrder);
});

test("ScheduleKeyDeletion revokes; CancelKeyDeletion leaves the key disabled; EnableKey heals", async () => {
  await using core = await startCore();
  const { device, keyId, volumeId } = await written(core);
  await core.call("ScheduleKeyDeletion", ROOT_CALLER, { keyId, pendingWindowInDays: 7 });
  expect(await codeOf(device.read(0, 512))).toBe("KEY_REVOKED");
  await core.call("CancelKeyDeletion", ROOT_CALLER, { keyId });
  expect(await codeOf(device.write(0, DATA))).toBe("KEY_REVOKED");
  expect(ioRevoked(core, volumeId)).toBe(true);
  await core.call("EnableKey", ROOT_CALLER, { keyId });
  expect(await device.read(0, 4096)).toEqual(DATA);
});

const ATTACH_REFUSED = "cannot be attached. The encrypted volume was unable to access the KMS key.";

test("a volume whose key is disabled is not attached, in EC2's words, and attaches once the key is enabled", async () => {
  await using core = await startCore();
  const { keyId, volumeId } = await written(core);
  await core.volumes.detachVolume({ volumeId });
  await core.call("DisableKey", ROOT_CALLER, { keyId });
  const refusal = core.volumes.attachVolume(ROOT_CALLER, { volumeId });
  await expect(refusal).rejects.toMatchObject({
    code: "KEY_REVOKED",
    message: expect.stringContaining(ATTACH_REFUSED),
  });
  expect(core.volumes.describeVolumes({ volumeIds: [volumeId] }).volumes[0]).toMatchObject({
    state: "available",
    attachments: [],
  });
  await core.call("EnableKey", ROOT_CALLER, { keyId });
  await core.volumes.attachVolume(ROOT_CALLER, { volumeId });
  expect(await core.volumes.device(volumeId).read(0, 4096)).toEqual(DATA);
});

test("mode aws: an attached volume goes on until it is detached, and then cannot be attached", async () => {
  await using core = await startCore({ mode: "aws" });
  const { device, keyId, volumeId } = await written(core);
  const { dataKey } = await plaintextKeys(core, volumeId);
  await core.call("DisableKey", ROOT_CALLER, { keyId });
  expect(await device.read(0, 4096)).toEqual(DATA);
  await device.write(8192, DATA);
  expect(ioRevoked(core, volumeId)).toBe(false);
  expect(keySlotsHold(core, dataKey)).toBe(true);
  await core.volumes.detachVolume({ volumeId });
  expect(keySlotsHold(core, dataKey)).toBe(false);
  expect(await codeOf(device.read(0, 512))).toBe("VOLUME_NOT_ATTACHED");
  await expect(core.volumes.attachVolume(ROOT_CALLER, { volumeId })).rejects.toMatchObject({
    code: "KEY_REVOKED",
    message: expect.stringContaining(ATTACH_REFUSED),
  });
  await core.call("EnableKey", ROOT_CALLER, { keyId });
  await core.volumes.attachVolume(ROOT_CALLER, { volumeId });
  expect(await core.volumes.device(volumeId).read(8192, 4096)).toEqual(DATA);
});

/** A KMS whose Decrypt can be held up, counted and made to fail. */
function scriptedKms() {
  const script = {
    decrypts: 0,
    /** Awaited between the KMS's answer and the volume. */
    onAnswer: (): Promise<void> | void => {},
    wrapKms: (kms: KmsClient): KmsClient => ({
      ...kms,
      async decrypt(...request) {
        script.decrypts += 1;
        const answer = await kms.decrypt(...request);
        await script.onAnswer();
        return answer;
      },
    }),
  };
  return script;
}

/** Disables and enables the key, so that the next request has to unwrap the data key again. */
async function dropKey(core: Core, keyId: string): Promise<void> {
  await core.call("DisableKey", ROOT_CALLER, { keyId });
  await core.call("EnableKey", ROOT_CALLER, { keyId });
}

describe("unwrapping", () => {
  test.each(["still disabled", "enabled again"])(
    "an answer that a revocation overtook does not bring the key back (%s)",
    async (then) => {
      const script = scriptedKms();
      await using core = await startCore({ wrapKms: script.wrapKms });
      const { device, keyId, volumeId } = await written(core);
      const { dataKey } = await plaintextKeys(core, volumeId);
      await dropKey(core, keyId);
      const { promise, release } = held();
      let answered = false;
      script.onAnswer = () => {
        answered = true;
        return promise;
      };
      const late = [device.read(0, 4096), device.write(0, DATA)].map(codeOf);
      await vi.waitUntil(() => answered, { timeout: 30_000 });
      // The revocation does not wait for a KMS that is slow.
      await core.call("DisableKey", ROOT_CALLER, { keyId });
      script.onAnswer = () => {};
      if (then === "enabled again") await core.call("EnableKey", ROOT_CALLER, { keyId });
      release();
      expect(await Promise.all(late)).toEqual(["KEY_REVOKED", "KEY_REVOKED"]);
      expect(keySlotsHold(core, dataKey)).toBe(false);
      if (then === "still disabled") {
        expect(await codeOf(device.read(0, 512))).toBe("KEY_REVOKED");
        await core.call("EnableKey", ROOT_CALLER, { keyId });
      }
      expect(await device.read(0, 4096)).toEqual(DATA);
    },
  );

  test("is done once for all requests that need it at one time", async () => {
    const script = scriptedKms();
    await using core = await startCore({ wrapKms: script.wrapKms });
    const { device, keyId } = await written(core);
    for (let round = 0; round < 5; round++) {
      await dropKey(core, keyId);
      script.decrypts = 0;
      const reads = await Promise.all(Array.from({ length: 30 }, () => device.read(0, 4096)));
      for (const bytes of reads) expect(bytes).toEqual(DATA);
      expect(script.decrypts).toBe(1);
    }
  });

  test.each<[ErrorCode, ErrorCode]>([
    ["KMS_UNREACHABLE", "KMS_UNREACHABLE"],
    ["KMS_INTERNAL", "KMS_INTERNAL"],
    ["KEY_UNAVAILABLE", "KEY_REVOKED"],
    ["KEY_DISABLED", "KEY_REVOKED"],
    ["KEY_STATE_INVALID", "KEY_REVOKED"],
    ["KEY_NOT_FOUND", "KEY_REVOKED"],
    ["ACCESS_DENIED", "KEY_REVOKED"],
    ["CIPHERTEXT_INVALID", "INTEGRITY_ERROR"],
  ])("a KMS that answers %s makes I/O fail with %s, until it answers again", async (answer, code) => {
    const script = scriptedKms();
    await using core = await startCore({ wrapKms: script.wrapKms });
    const { device, keyId } = await written(core);
    await dropKey(core, keyId);
    script.onAnswer = () => Promise.reject(new EnvolError(answer, "as the test wants it"));
    expect(await codeOf(device.read(0, 512))).toBe(code);
    expect(await codeOf(device.write(0, DATA))).toBe(code);
    script.onAnswer = () => {};
    expect(await device.read(0, 4096)).toEqual(DATA);
  });

  test("a KMS that breaks in an unforeseen way shows nothing of it", async () => {
    const script = scriptedKms();
    await using core = await startCore({ wrapKms: script.wrapKms });
    const { device, keyId } = await written(core);
    await dropKey(core, keyId);
    script.onAnswer = () => Promise.reject(new Error("socket hang up, with a secret"));
    const error = toEnvolError(await device.read(0, 512).catch((thrown) => thrown));
    expect(error.code).toBe("INTERNAL");
    expect(error.message).not.toContain("secret");
    script.onAnswer = () => {};
    expect(await device.read(0, 4096)).toEqual(DATA);
  });
});

test("a key that was disabled before the start refuses I/O from the beginning, and heals", async () => {
  const directory = await mkdtemp(join(tmpdir(), "envol-core-"));
  const before = await startCore({ directory, mode: "aws" });
  const { keyId, volumeId } = await written(before);
  const sound = await written(before, { cipher: "AES_256_GCM" });
  await before.call("DisableKey", ROOT_CALLER, { keyId });
  await before.close();
  await using core = await startCore({ directory });
  expect(ioRevoked(core, volumeId)).toBe(true);
  expect(ioRevoked(core, sound.volumeId)).toBe(false);
  const device = core.volumes.device(volumeId);
  expect(await codeOf(device.read(0, 512))).toBe("KEY_REVOKED");
  expect(await codeOf(device.write(0, DATA))).toBe("KEY_REVOKED");
  expect(await core.volumes.device(sound.volumeId).read(0, 4096)).toEqual(DATA);
  await core.call("EnableKey", ROOT_CALLER, { keyId });
  expect(ioRevoked(core, volumeId)).toBe(false);
  expect(await device.read(0, 4096)).toEqual(DATA);
  await core.close();
  await rm(directory, { recursive: true });
});

/** Whether the memory that all threads share holds either half of a key. */
function keySlotsHold(core: Core, key: Buffer): boolean {
  const memory = Buffer.from(core.keySlots.shared.keys);
  return [key.subarray(0, 32), key.subarray(32)].some((half) => half.length > 0 && memory.includes(half));
}

test.each(["AES_256_XTS", "AES_256_GCM"])("%s: the key is in memory only while it may be used", async (cipher) => {
  await using core = await startCore();
  const { device, keyId, volumeId } = await written(core, { cipher });
  const { dataKey, gcmKey } = await plaintextKeys(core, volumeId);
  const inUse = cipher === "AES_256_GCM" ? gcmKey : dataKey;
  const expectGone = () => expect([dataKey, gcmKey].map((key) => keySlotsHold(core, key))).toEqual([false, false]);
  expect(keySlotsHold(core, inUse)).toBe(true);
  // Under AES-256-GCM the data key itself is not kept, only what is derived from it.
  expect(keySlotsHold(core, dataKey)).toBe(cipher === "AES_256_XTS");
  await device.write(0, Buffer.alloc(1024 * KIB, 1));
  await device.read(0, 1024 * KIB);
  await core.call("DisableKey", ROOT_CALLER, { keyId });
  expectGone();
  await core.call("EnableKey", ROOT_CALLER, { keyId });
  expectGone();
  await device.read(0, 512);
  expect(keySlotsHold(core, inUse)).toBe(true);
  await core.volumes.detachVolume({ volumeId });
  expectGone();
  await core.volumes.attachVolume(ROOT_CALLER, { volumeId });
  expect(keySlotsHold(core, inUse)).toBe(true);
  await core.volumes.close();
  expectGone();
});
