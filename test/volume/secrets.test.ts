/** Where secrets must not be: no plaintext data key and no plaintext of an encrypted volume on the disk or in a log. */

import { createDecipheriv } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { expect, test } from "vitest";
import { xtsSector } from "../crypto/oracle.ts";
import { attachedVolume, type Core, ROOT_CALLER, startCore } from "./core.ts";
import { plaintextKeys } from "./data-key.ts";

const KIB = 1024;
/** Plaintext in which every 32 bytes are known, and like no others. */
const RECOGNISABLE = Buffer.from(
  Array.from({ length: 1024 * KIB }, (_, index) => (Math.imul(index, 2654435761) ^ (index >> 3)) & 0xff),
);
const WINDOW_BYTES = 32;

interface Secret {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A secret as bytes and as text, in every way in which it would end up in a file by mistake. */
function spellings({ name, bytes }: Secret): Secret[] {
  const texts = (["hex", "base64", "base64url"] as const).map((encoding) => ({
    name: `${name} in ${encoding}`,
    bytes: Buffer.from(bytes.toString(encoding).replace(/=+$/, "").slice(0, -1)),
  }));
  return [
    { name, bytes },
    ...texts,
    { name: `${name} in HEX`, bytes: Buffer.from(bytes.toString("hex").toUpperCase()) },
  ];
}

async function secretsOf(core: Core, volumeIds: readonly string[]): Promise<Secret[]> {
  const secrets: Secret[] = [];
  for (const volumeId of volumeIds) {
    const { dataKey, gcmKey } = await plaintextKeys(core, volumeId);
    secrets.push({ name: "the first half of a data key", bytes: dataKey.subarray(0, 32) });
    secrets.push({ name: "the second half of a data key", bytes: dataKey.subarray(32) });
    secrets.push({ name: "an AES-256-GCM key", bytes: gcmKey });
  }
  // The first bytes of each sector of the smallest size: whatever sector got out, one of these is in it.
  for (let at = 0; at < 8 * KIB; at += 512)
    secrets.push({ name: `plaintext at ${at}`, bytes: RECOGNISABLE.subarray(at, at + WINDOW_BYTES) });
  return secrets.flatMap(spellings);
}

function found(haystack: Buffer, secrets: readonly Secret[]): string[] {
  return secrets.filter(({ bytes }) => haystack.includes(bytes)).map(({ name }) => name);
}

async function filesOf(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

const VOLUMES = [
  { cipher: "AES_256_XTS", sectorSizeBytes: 512 },
  { cipher: "AES_256_XTS", sectorSizeBytes: 4096 },
  { cipher: "AES_256_GCM", sectorSizeBytes: 512 },
  { cipher: "AES_256_GCM", sectorSizeBytes: 4096 },
];

test("neither the data directory nor a log at level trace holds a data key or plaintext", async () => {
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  await using core = await startCore({ log });
  const ids: string[] = [];
  for (const request of VOLUMES) {
    const { device, volumeId, keyId } = await attachedVolume(core, request);
    ids.push(volumeId);
    // Inline, through the cipher pool, in part of a sector; some of it again; and refused.
    await device.write(0, RECOGNISABLE.subarray(0, 8 * KIB), { forceUnitAccess: true });
    await device.write(64 * KIB, RECOGNISABLE);
    await device.write(2049 * KIB + 7, RECOGNISABLE.subarray(0, 5001));
    await device.write(0, RECOGNISABLE.subarray(0, 8 * KIB));
    await device.discard(64 * KIB, 16 * KIB);
    await device.read(0, 1024 * KIB);
    await core.call("DisableKey", ROOT_CALLER, { keyId });
    await device.write(0, RECOGNISABLE).catch(() => undefined);
    await core.call("EnableKey", ROOT_CALLER, { keyId });
    await device.flush();
  }
  const plain = await attachedVolume(core, { encrypted: false });
  const marker = Buffer.from("this is stored as it is, so the search must find it");
  await plain.device.write(0, marker, { forceUnitAccess: true });
  const secrets = await secretsOf(core, ids);
  const wrapped = core.volumes
    .describeVolumes({ volumeIds: ids })
    .volumes.map(({ wrappedDataKey }) => Buffer.from(wrappedDataKey!));
  for (const blob of wrapped) expect(found(blob, secrets)).toEqual([]);
  log.trace("the search must find this");

  const search = async (directory: string) => {
    let markers = 0;
    for (const file of await filesOf(directory)) {
      const bytes = await readFile(file);
      expect(found(bytes, secrets), file).toEqual([]);
      if (bytes.includes(marker)) markers += 1;
    }
    expect(markers).toBe(1);
  };
  const inUse = await core.copyAsCrashed();
  await search(inUse);
  for (const volumeId of [...ids, plain.volumeId]) await core.volumes.detachVolume({ volumeId });
  await core.volumes.close();
  await core.recordLog.close();
  const closed = await core.copyAsCrashed();
  await search(closed);
  const text = lines.join("");
  expect(found(Buffer.from(text), secrets)).toEqual([]);
  expect(text).toContain("the search must find this");
  // Events and errors go to whoever watches.
  expect(found(Buffer.from(JSON.stringify(core.events)), secrets)).toEqual([]);
  for (const directory of [inUse, closed]) await rm(directory, { recursive: true });
});

test.each([512, 4096])(
  "anyone with the data key decrypts a stored AES-256-XTS sector of %i bytes with a standard library",
  async (sectorSizeBytes) => {
    await using core = await startCore();
    const { device, volumeId } = await attachedVolume(core, { cipher: "AES_256_XTS", sectorSizeBytes });
    const { dataKey } = await plaintextKeys(core, volumeId);
    const last = device.sizeBytes / sectorSizeBytes - 1;
    for (const sector of [0, 1, 77, last]) {
      const plaintext = RECOGNISABLE.subarray(sector % 1000, (sector % 1000) + sectorSizeBytes);
      await device.write(sector * sectorSizeBytes, plaintext, { forceUnitAccess: true });
      const stored = Buffer.from(core.volumes.peekSector({ volumeId, sector }).storedBytes!);
      expect(stored).not.toEqual(plaintext);
      const tweak = Buffer.alloc(16);
      tweak.writeBigUInt64LE(BigInt(sector));
      const openssl = createDecipheriv("aes-256-xts", dataKey, tweak);
      expect(Buffer.concat([openssl.update(stored), openssl.final()])).toEqual(plaintext);
      expect(Buffer.from(xtsSector("decrypt", dataKey, sector, stored))).toEqual(plaintext);
    }
  },
);

test.each([512, 4096])(
  "anyone with the data key and the volume id opens a stored AES-256-GCM sector of %i bytes with a standard library",
  async (sectorSizeBytes) => {
    await using core = await startCore();
    const { device, volumeId } = await attachedVolume(core, { cipher: "AES_256_GCM", sectorSizeBytes });
    const { gcmKey } = await plaintextKeys(core, volumeId);
    await device.write(0, RECOGNISABLE, { forceUnitAccess: true });
    for (const sector of [0, 1, 200]) {
      const { storedBytes, nonce, tag, additionalData } = core.volumes.peekSector({ volumeId, sector });
      const openssl = createDecipheriv("aes-256-gcm", gcmKey, nonce!, { authTagLength: 16 });
      openssl.setAAD(additionalData!).setAuthTag(tag!);
      const plaintext = Buffer.concat([openssl.update(storedBytes!), openssl.final()]);
      expect(plaintext).toEqual(RECOGNISABLE.subarray(sector * sectorSizeBytes, (sector + 1) * sectorSizeBytes));
      expect(Buffer.from(additionalData!).toString("latin1", 0, volumeId.length)).toBe(volumeId);
    }
  },
);

test("a stored sector that was looked at stays as it was while others are read", async () => {
  await using core = await startCore();
  const { device, volumeId } = await attachedVolume(core);
  await device.write(0, RECOGNISABLE, { forceUnitAccess: true });
  const stored = core.volumes.peekSector({ volumeId, sector: 0 }).storedBytes!;
  const copy = Buffer.from(stored);
  for (let sector = 1; sector < 256; sector += 15) core.volumes.peekSector({ volumeId, sector });
  expect(Buffer.from(stored)).toEqual(copy);
});
