/** Stored bytes that are not what was written: under AES-256-GCM never data, under AES-256-XTS and without a cipher as documented. */

import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { NONCE_BYTES, SEAL_BYTES } from "#envol/crypto/sector-cipher.ts";
import { toEnvolError } from "#envol/errors.ts";
import type { KmsClient } from "#envol/kms/kms-client.ts";
import { HEADER_BYTES, recordLayout } from "#envol/store/layout.ts";
import { openRecord } from "#envol/store/record.ts";
import { openStore } from "#envol/store/store.ts";
import type { BlockDevice } from "#envol/volume/block-device.ts";
import { attachedVolume, type Core, ROOT_CALLER, startCore } from "./core.ts";
import { type Random, seeded } from "./random.ts";
import { stampedSectors, stampsOf } from "./stamps.ts";

const MIB = 1024 * 1024;
/** Where fields of a header lie; see src/store/layout.ts. */
const LAYER_OFFSET = 12;
const SEQUENCE_OFFSET = 16;
const VOLUME_ID_OFFSET = 24;
const CRC_OFFSET = 48;

/** Stands between the core and its records: what is set here is what the core reads. */
function tamperWith(core: Core): Map<number, Uint8Array | undefined> {
  const { records } = core.store;
  const get = records.get.bind(records);
  const altered = new Map<number, Uint8Array | undefined>();
  records.get = (sequence) => (altered.has(sequence) ? altered.get(sequence) : get(sequence));
  return altered;
}

/** The record that holds a sector, and a copy of its bytes. */
function recordOf(core: Core, volumeId: string, sector = 0): { sequence: number; bytes: Buffer } {
  const sequence = core.volumes.peekSector({ volumeId, sector }).recordSequence as number;
  return { sequence, bytes: Buffer.from(new Uint8Array(core.store.records.get(sequence)!)) };
}

function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}

/** Makes the header's CRC fit again, as whoever forges a record would. */
function withCrc(bytes: Buffer, dataOffset: number): Buffer {
  bytes.writeUInt32LE(0, CRC_OFFSET);
  bytes.writeUInt32LE(crc32(bytes.subarray(0, dataOffset)), CRC_OFFSET);
  return bytes;
}

/** What a read gives: its bytes, or the code of its error. */
function outcome(read: Promise<Buffer>): Promise<Buffer | string> {
  return read.catch((error) => toEnvolError(error).code);
}

/** A volume with one record of `sectors` stamped sectors. */
async function oneRecord(core: Core, cipher: string, sectorSizeBytes: number, sectors: number) {
  const volume = await attachedVolume(core, {
    sectorSizeBytes,
    encrypted: cipher !== "NONE",
    ...(cipher !== "NONE" && { cipher }),
  });
  const data = stampedSectors(
    Array.from({ length: sectors }, (_, index) => index + 1),
    sectorSizeBytes,
  );
  await volume.device.write(0, data);
  await volume.device.flush();
  const { dataOffset } = recordLayout(sectorSizeBytes);
  return { ...volume, data, dataOffset, ...recordOf(core, volume.volumeId) };
}

describe("AES_256_GCM", () => {
  test("every flipped bit of a record of 512-byte sectors is an integrity error, and an event", async () => {
    await using core = await startCore();
    const { device, volumeId, data, sequence, bytes } = await oneRecord(core, "AES_256_GCM", 512, 2);
    const altered = tamperWith(core);
    const eventsBefore = core.events.length;
    const survivors: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      altered.set(sequence, flipped(bytes, bit));
      if ((await outcome(device.read(0, data.length))) !== "INTEGRITY_ERROR") survivors.push(bit);
    }
    expect(survivors).toEqual([]);
    const events = core.events.slice(eventsBefore);
    expect(events).toHaveLength(bytes.length * 8);
    for (const event of events) expect(event).toMatchObject({ type: "IntegrityError", volumeId });
    altered.clear();
    expect(await device.read(0, data.length)).toEqual(data);
  });

  test("a forger who makes the checksum fit gets no other data out of it either", async () => {
    await using core = await startCore();
    const { device, data, dataOffset, sequence, bytes } = await oneRecord(core, "AES_256_GCM", 512, 2);
    const altered = tamperWith(core);
    const { sealsOffset } = recordLayout(512);
    for (let bit = 0; bit < dataOffset * 8; bit++) {
      altered.set(sequence, withCrc(flipped(bytes, bit), dataOffset));
      const found = await outcome(device.read(0, data.length));
      const sealed = bit >= sealsOffset * 8 && bit < (sealsOffset + 2 * SEAL_BYTES) * 8;
      // What no read depends on, such as the number of slots made for, may change; the data does not.
      if (sealed || typeof found === "string") expect(found, `bit ${bit}`).toBe("INTEGRITY_ERROR");
      else expect(found.equals(data), `bit ${bit}`).toBe(true);
    }
  });

  test(
    "flipped bits anywhere in a full record of 4096-byte sectors are integrity errors",
    seeded(async (random) => {
      await using core = await startCore();
      const { capacity } = recordLayout(4096);
      const { device, data, sequence, bytes } = await oneRecord(core, "AES_256_GCM", 4096, capacity);
      const altered = tamperWith(core);
      for (let round = 0; round < 5000; round++) {
        const bit = random.integer(0, bytes.length * 8 - 1);
        altered.set(sequence, flipped(bytes, bit));
        expect(await outcome(device.read(0, data.length)), `bit ${bit}`).toBe("INTEGRITY_ERROR");
      }
    }),
  );

  test(
    "flipped bits in data that the cipher pool decrypts are integrity errors",
    seeded(async (random) => {
      await using core = await startCore();
      const { device, volumeId } = await attachedVolume(core, { cipher: "AES_256_GCM" });
      await device.write(0, stampedSectors(Array(256).fill(7), 4096));
      await device.flush();
      const altered = tamperWith(core);
      const { dataOffset } = recordLayout(4096);
      for (let round = 0; round < 200; round++) {
        const { sequence, bytes } = recordOf(core, volumeId, random.integer(0, 255));
        altered.set(sequence, flipped(bytes, random.integer(dataOffset * 8, bytes.length * 8 - 1)));
        expect(await outcome(device.read(0, MIB))).toBe("INTEGRITY_ERROR");
        altered.clear();
      }
      expect(stampsOf(await device.read(0, MIB), 4096)).toEqual(Array(256).fill(7));
    }),
  );

  test("a write to a part of a damaged sector is refused, and leaves the damage to be seen", async () => {
    await using core = await startCore();
    const { device, sequence, bytes, dataOffset } = await oneRecord(core, "AES_256_GCM", 4096, 2);
    tamperWith(core).set(sequence, flipped(bytes, dataOffset * 8));
    await expect(device.write(100, Buffer.alloc(8, 1))).rejects.toMatchObject({ code: "INTEGRITY_ERROR" });
    expect(await outcome(device.read(0, 4096))).toBe("INTEGRITY_ERROR");
    // A whole new sector makes it good.
    await device.write(0, Buffer.alloc(4096, 1));
    expect(await device.read(0, 4096)).toEqual(Buffer.alloc(4096, 1));
  });

  test("a record in the place of another of the volume, an older one too, is an integrity error", async () => {
    await using core = await startCore();
    const { device, volumeId, ...older } = await oneRecord(core, "AES_256_GCM", 4096, 4);
    await device.write(0, Buffer.alloc(2 * 4096, 9));
    await device.flush();
    const newer = recordOf(core, volumeId, 0);
    expect(newer.sequence).toBeGreaterThan(older.sequence);
    const altered = tamperWith(core);
    altered.set(newer.sequence, older.bytes).set(older.sequence, newer.bytes);
    for (const sector of [0, 2]) expect(await outcome(device.read(sector * 4096, 4096))).toBe("INTEGRITY_ERROR");
    // With its number forged to fit, the newer record still holds sectors that the index does not look for there.
    const forged = Buffer.from(newer.bytes);
    forged.writeDoubleLE(older.sequence, SEQUENCE_OFFSET);
    altered.set(older.sequence, withCrc(forged, older.dataOffset));
    expect(await outcome(device.read(2 * 4096, 4096))).toBe("INTEGRITY_ERROR");
  });

  test("sectors that changed places in their record are integrity errors, their numbers forged or not", async () => {
    await using core = await startCore();
    const { device, sequence, bytes, dataOffset } = await oneRecord(core, "AES_256_GCM", 4096, 2);
    const { sealsOffset } = recordLayout(4096);
    const altered = tamperWith(core);
    const swapped = (parts: readonly [offset: number, lengthBytes: number][]) => {
      const copy = Buffer.from(bytes);
      for (const [offset, lengthBytes] of parts) {
        bytes.copy(copy, offset, offset + lengthBytes, offset + 2 * lengthBytes);
        bytes.copy(copy, offset + lengthBytes, offset, offset + lengthBytes);
      }
      return withCrc(copy, dataOffset);
    };
    const data: [number, number] = [dataOffset, 4096];
    const seals: [number, number] = [sealsOffset, SEAL_BYTES];
    const sectors: [number, number] = [HEADER_BYTES, 8];
    for (const parts of [[data], [seals], [sectors], [data, seals], [data, seals, sectors]]) {
      altered.set(sequence, swapped(parts));
      for (const sector of [0, 1]) expect(await outcome(device.read(sector * 4096, 4096))).toBe("INTEGRITY_ERROR");
    }
  });

  test("a record that is missing, cut short or too long is an integrity error", async () => {
    await using core = await startCore();
    const { device, data, sequence, bytes } = await oneRecord(core, "AES_256_GCM", 512, 3);
    const altered = tamperWith(core);
    altered.set(sequence, undefined);
    expect(await outcome(device.read(0, data.length))).toBe("INTEGRITY_ERROR");
    for (let length = 0; length < bytes.length; length += length < 128 ? 1 : 97) {
      altered.set(sequence, bytes.subarray(0, length));
      expect(await outcome(device.read(0, data.length)), `${length} bytes`).toBe("INTEGRITY_ERROR");
    }
    for (const more of [1, 511, 512]) {
      altered.set(sequence, Buffer.concat([bytes, Buffer.alloc(more)]));
      expect(await outcome(device.read(0, data.length)), `${more} bytes more`).toBe("INTEGRITY_ERROR");
    }
  });

  test.each(["data keys of their own", "one data key"])(
    "records swapped between two volumes with %s are integrity errors",
    async (keys) => {
      /** Unwraps every volume's data key as the first one's, which is what volumes from one snapshot have in common. */
      let shared: Parameters<KmsClient["decrypt"]>[1] | undefined;
      const wrapKms = (kms: KmsClient): KmsClient => ({
        ...kms,
        decrypt(_, { ciphertextBlob, encryptionContext }) {
          shared ??= { ciphertextBlob, encryptionContext };
          return kms.decrypt(ROOT_CALLER, shared);
        },
      });
      await using core = await startCore(keys === "one data key" ? { wrapKms } : {});
      const one = await oneRecord(core, "AES_256_GCM", 4096, 2);
      const kmsKeyId = one.keyId;
      const other = await core.volumes.createVolume(ROOT_CALLER, {
        sizeGib: 1,
        encrypted: true,
        kmsKeyId,
        cipher: "AES_256_GCM",
      });
      await core.volumes.attachVolume(ROOT_CALLER, { volumeId: other.volumeId });
      const device = core.volumes.device(other.volumeId);
      await device.write(0, Buffer.alloc(2 * 4096, 5));
      await device.flush();
      const mine = recordOf(core, other.volumeId);
      const altered = tamperWith(core);
      const foreign = Buffer.from(one.bytes);
      altered.set(mine.sequence, foreign);
      expect(await outcome(device.read(0, 8192))).toBe("INTEGRITY_ERROR");
      // Forged step by step until nothing but the key is left to tell.
      foreign.writeDoubleLE(mine.sequence, SEQUENCE_OFFSET);
      withCrc(foreign, one.dataOffset);
      expect(await outcome(device.read(0, 8192))).toBe("INTEGRITY_ERROR");
      foreign.writeUInt32LE(mine.bytes.readUInt32LE(LAYER_OFFSET), LAYER_OFFSET);
      withCrc(foreign, one.dataOffset);
      expect(await outcome(device.read(0, 8192))).toBe("INTEGRITY_ERROR");
      foreign.write(other.volumeId, VOLUME_ID_OFFSET, "latin1");
      withCrc(foreign, one.dataOffset);
      expect(await outcome(device.read(0, 8192))).toBe("INTEGRITY_ERROR");
      expect(core.events.filter(({ type }) => type === "IntegrityError").at(-1)!.detail!["message"]).toContain(
        "sector 0",
      );
      altered.clear();
      expect(await device.read(0, 8192)).toEqual(Buffer.alloc(8192, 5));
    },
  );
});

describe("in the store itself", () => {
  test("a changed and a deleted record are integrity errors after a restart, and other volumes go on", async () => {
    await using core = await startCore();
    const changed = await oneRecord(core, "AES_256_GCM", 4096, 3);
    const deleted = await oneRecord(core, "AES_256_XTS", 4096, 3);
    const sound = await oneRecord(core, "AES_256_GCM", 512, 3);
    // A clean stop leaves a checkpoint, so that nothing is replayed.
    await core.volumes.close();
    await core.recordLog.close();
    const directory = await core.copyAsCrashed();
    const store = await openStore(directory);
    await store.records.put(changed.sequence, flipped(changed.bytes, changed.dataOffset * 8 + 1));
    await store.records.delete([deleted.sequence]);
    await store.close();
    await using again = await startCore({ directory });
    const read = (volumeId: string) => outcome(again.volumes.device(volumeId).read(0, 1024));
    expect(await read(changed.volumeId)).toBe("INTEGRITY_ERROR");
    expect(await read(deleted.volumeId)).toBe("INTEGRITY_ERROR");
    expect(await read(sound.volumeId)).toEqual(sound.data.subarray(0, 1024));
    await again.close();
    await rm(directory, { recursive: true });
  });

  test("a wrapped data key of another volume, or a changed one, is an integrity error", async () => {
    await using core = await startCore();
    const one = await attachedVolume(core, { cipher: "AES_256_GCM" });
    const other = await attachedVolume(core, { cipher: "AES_256_XTS", kmsKeyId: one.keyId });
    await core.volumes.close();
    await core.recordLog.close();
    const directory = await core.copyAsCrashed();
    const store = await openStore(directory);
    const catalog = store.table<{ wrappedDataKey: string }>("volumes");
    const [first, second] = [catalog.get(one.volumeId)!, catalog.get(other.volumeId)!];
    const damaged = Buffer.from(second.wrappedDataKey, "base64");
    damaged[damaged.length - 1]! ^= 1;
    await catalog.write((writes) => {
      writes.put(one.volumeId, { ...first, wrappedDataKey: second.wrappedDataKey });
      writes.put(other.volumeId, { ...second, wrappedDataKey: damaged.toString("base64") });
    });
    await store.close();
    await using again = await startCore({ directory });
    for (const { volumeId } of [one, other]) {
      expect(await outcome(again.volumes.device(volumeId).read(0, 4096))).toBe("INTEGRITY_ERROR");
    }
    await again.close();
    await rm(directory, { recursive: true });
  });
});

describe.each(["AES_256_XTS", "NONE"])("%s", (cipher) => {
  test("a changed header is an integrity error", async () => {
    await using core = await startCore();
    const { device, data, dataOffset, sequence, bytes } = await oneRecord(core, cipher, 4096, 2);
    const altered = tamperWith(core);
    for (let bit = 0; bit < dataOffset * 8; bit += 1) {
      altered.set(sequence, flipped(bytes, bit));
      expect(await outcome(device.read(0, data.length)), `bit ${bit}`).toBe("INTEGRITY_ERROR");
    }
  });

  // Neither has anything that tells changed data. XTS turns a changed bit into 16 bytes of noise (IEEE 1619-2018 5.3).
  test(
    "changed data is read as it is, and changes nothing beyond its cipher block",
    seeded(async (random) => {
      await using core = await startCore();
      const { device, data, dataOffset, sequence, bytes } = await oneRecord(core, cipher, 512, 20);
      const altered = tamperWith(core);
      const blockBytes = cipher === "NONE" ? 1 : 16;
      for (let round = 0; round < 500; round++) {
        const bit = random.integer(0, data.length * 8 - 1);
        altered.set(sequence, flipped(bytes, dataOffset * 8 + bit));
        const found = await device.read(0, data.length);
        const from = Math.floor(bit / 8 / blockBytes) * blockBytes;
        expect(found.subarray(from, from + blockBytes)).not.toEqual(data.subarray(from, from + blockBytes));
        data.copy(found, from, from, from + blockBytes);
        expect(found.equals(data)).toBe(true);
      }
    }),
  );
});

/** Every nonce that was ever given to the store, with what was encrypted under it. */
class NonceLedger {
  readonly #seen = new Map<string, string>();
  readonly reused: string[] = [];
  moved = 0;

  get size(): number {
    return this.#seen.size;
  }

  watch(core: Core): void {
    const { records } = core.store;
    const put = records.put.bind(records);
    records.put = (sequence, bytes) => {
      const record = openRecord(bytes, sequence);
      if (record.kind === "sectors") {
        for (let slot = 0; slot < record.used; slot++) this.#note(record, slot);
      }
      return put(sequence, bytes);
    };
  }

  #note(record: Extract<ReturnType<typeof openRecord>, { kind: "sectors" }>, slot: number): void {
    if (record.movedFrom[slot] !== 0) this.moved += 1;
    const nonce = Buffer.from(record.seals.slice(slot * SEAL_BYTES, slot * SEAL_BYTES + NONCE_BYTES)).toString("hex");
    const size = record.sectorSizeBytes;
    const ciphertext = record.data.subarray(slot * size, (slot + 1) * size);
    const digest = createHash("sha256").update(ciphertext).digest("base64");
    // A volume has one key for all its life, so its id stands for the key.
    const name = `${record.volumeId} ${nonce}`;
    if ((this.#seen.get(name) ?? digest) !== digest) this.reused.push(name);
    this.#seen.set(name, digest);
  }
}

/** Writes of all sizes, inline and pooled, some side by side. */
async function writeAtRandom(devices: readonly BlockDevice[], random: Random): Promise<void> {
  for (let step = 0; step < 150; step++) {
    const writes = Array.from({ length: random.integer(1, 6) }, () => {
      const length = random.chance(0.05) ? random.integer(256 * 1024, 640 * 1024) : random.integer(1, 24 * 1024);
      return random.pick(devices).write(random.integer(0, 4 * MIB), Buffer.alloc(length, random.integer(1, 255)));
    });
    await Promise.all(writes);
    if (random.chance(0.2)) await random.pick(devices).flush();
  }
}

test(
  "no nonce is used for two ciphertexts: inline and pooled writes, the cleaner, restarts and crashes",
  seeded(async (random) => {
    const ledger = new NonceLedger();
    let core = await startCore();
    const directories: string[] = [];
    const ids: string[] = [];
    for (const sectorSizeBytes of [512, 4096])
      ids.push((await attachedVolume(core, { cipher: "AES_256_GCM", sectorSizeBytes })).volumeId);
    for (let life = 0; life < 5; life++) {
      ledger.watch(core);
      const devices = ids.map((id) => core.volumes.device(id));
      // In the last life until the cleaner has been at work: when it starts is its own affair.
      for (let round = 0; round === 0 || (life === 4 && ledger.moved <= 100 && round < 100); round++) {
        await writeAtRandom(devices, random);
      }
      // What is open or under way now used nonces that a crash forgets.
      const last = core.volumes.device(ids[0]!).write(0, Buffer.alloc(300 * 1024, life));
      const crash = life % 2 === 0;
      if (!crash) await core.volumes.close().then(() => core.recordLog.close());
      const directory = await core.copyAsCrashed();
      await last;
      const next = await startCore({ directory });
      await core.close();
      core = next;
      directories.push(directory);
    }
    await core.close();
    for (const directory of directories) await rm(directory, { recursive: true });
    expect(ledger.reused).toEqual([]);
    expect(ledger.size).toBeGreaterThan(50_000);
    expect(ledger.moved).toBeGreaterThan(100);
  }),
);
