/** Volumes of a whole daemon under a KMS in another process: their lives, its revocations, and its death under load. */

import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { EnvolClient } from "#envol/client/client.ts";
import { type ManualClock, manualClock } from "#envol/clock.ts";
import type { EnvolError } from "#envol/errors.ts";
import { type Envol, type EnvolOptions, startEnvol } from "#envol/kit/start-envol.ts";
import type { AwsKmsOptions } from "#envol/options.ts";
import "./fixture.ts";
import { type RealKms, startRealKms } from "./real-kms.ts";

const SIZE = 4096;
/** By the daemon's clock, which the tests move; a KMS on a busy machine has as long by the machine's. */
const POLL_INTERVAL_MS = 60_000;

let kms: RealKms;
let directory: string;
let envol: Envol;
let clock: ManualClock;

function options(): AwsKmsOptions {
  const times = { pollIntervalMs: POLL_INTERVAL_MS, requestTimeoutMs: POLL_INTERVAL_MS };
  return { provider: "aws", endpoint: kms.endpoint, ...times };
}

beforeEach(async () => {
  kms = await startRealKms();
  directory = await mkdtemp(join(tmpdir(), "envol-aws-"));
  clock = manualClock();
  envol = await startEnvol({ dataDirectory: directory, clock, kms: options() });
});
afterEach(async () => {
  await envol.close();
  await kms[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});

/** A daemon with other options on the same directory, in place of the one that every test begins with. */
async function restartWith(changed: AwsKmsOptions, further: Partial<EnvolOptions> = {}): Promise<void> {
  await envol.close();
  envol = await startEnvol({ dataDirectory: directory, clock, kms: changed, ...further });
}

function code(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "",
    (error: EnvolError) => error.code,
  );
}

async function create(kmsKeyId: string): Promise<string> {
  return (await envol.volumes.createVolume({ sizeGib: 1, encrypted: true, kmsKeyId })).volume!.volumeId;
}

const attach = (volumeId: string) => envol.volumes.attachVolume({ volumeId });
const write = (volumeId: string, data: Buffer) =>
  envol.blocks.write({ volumeId, offsetBytes: 0, data, forceUnitAccess: true });
const read = async (volumeId: string) =>
  (await envol.blocks.read({ volumeId, offsetBytes: 0, lengthBytes: SIZE })).data;

/** Resolves with the next event of a type, from when it was called on. */
async function nextEvent(type: string, client: EnvolClient = envol): Promise<{ happened: Promise<unknown> }> {
  const watch = client.events.watch({ types: [type] });
  await watch.subscribed;
  const first = async () => {
    for await (const event of watch) return event;
    throw new Error("The watch has ended.");
  };
  return { happened: first() };
}

/** Moves the clock until a call is not refused any more: what comes back does so within an interval, or a pause. */
async function whenItGoes<Result>(call: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await call();
    } catch {
      clock.advance(1000);
    }
  }
}

test("the life of a volume, from create to delete, under a key that comes and goes", async () => {
  const { keyId, arn } = await kms.createKey();
  const data = randomBytes(SIZE);
  const volumeId = await create(keyId);
  const { volumes } = await envol.volumes.describeVolumes({ volumeIds: [volumeId] });
  expect(volumes[0]).toMatchObject({ kmsKeyArn: arn, encrypted: true });
  await attach(volumeId);
  await write(volumeId, data);
  expect(await read(volumeId)).toEqual(data);

  const revoked = await nextEvent("IoRevoked");
  await kms.owner.disableKey({ KeyId: keyId });
  clock.advance(POLL_INTERVAL_MS);
  await revoked.happened;
  await expect(read(volumeId)).rejects.toMatchObject({
    code: "KEY_REVOKED",
    message: expect.stringContaining(`${arn} is disabled.`),
  });
  await kms.owner.enableKey({ KeyId: keyId });
  expect(await whenItGoes(() => read(volumeId))).toEqual(data);

  await envol.restart();
  expect(await read(volumeId)).toEqual(data);
  // The attachment of before the restart is watched as well.
  const again = await nextEvent("IoRevoked");
  await kms.owner.scheduleKeyDeletion({ KeyId: keyId });
  clock.advance(POLL_INTERVAL_MS);
  await again.happened;
  expect(await code(read(volumeId))).toBe("KEY_REVOKED");
  await envol.volumes.detachVolume({ volumeId });
  await expect(attach(volumeId)).rejects.toMatchObject({ code: "KEY_REVOKED" });
  await kms.owner.cancelKeyDeletion({ KeyId: keyId });
  await kms.owner.enableKey({ KeyId: keyId });
  await attach(volumeId);
  expect(await read(volumeId)).toEqual(data);
  await envol.volumes.detachVolume({ volumeId });
  await envol.volumes.deleteVolume({ volumeId });
  expect((await envol.volumes.describeVolumes({})).volumes).toEqual([]);
});

test("a daemon that starts while the key is disabled refuses, and goes on when it is enabled", async () => {
  const { keyId } = await kms.createKey();
  const volumeId = await create(keyId);
  await attach(volumeId);
  await write(volumeId, Buffer.alloc(SIZE, 7));
  await envol.close();
  await kms.owner.disableKey({ KeyId: keyId });
  envol = await startEnvol({ dataDirectory: directory, clock, kms: options() });
  expect(await code(read(volumeId))).toBe("KEY_REVOKED");
  await kms.owner.enableKey({ KeyId: keyId });
  expect(await whenItGoes(() => read(volumeId))).toEqual(Buffer.alloc(SIZE, 7));
});

test("a daemon starts without its KMS, and its volumes go on when that is there", async () => {
  const { keyId } = await kms.createKey();
  const volumeId = await create(keyId);
  await attach(volumeId);
  await write(volumeId, Buffer.alloc(SIZE, 9));
  await kms.kill();
  await envol.restart();
  expect(await code(read(volumeId))).toBe("KMS_UNREACHABLE");
  await kms.start();
  expect(await whenItGoes(() => read(volumeId))).toEqual(Buffer.alloc(SIZE, 9));
});

test("a KMS that is killed under load stops no reader whose key is at hand; an attach fails fast, and goes when it is back", async () => {
  const { keyId, arn } = await kms.createKey();
  const [loaded, other] = [await create(keyId), await create(keyId)];
  await attach(loaded);
  const data = randomBytes(SIZE);
  await write(loaded, data);
  // The reader goes on until the end; each of its reads counts, and none may fail.
  let reads = 0;
  let stop = false;
  const reader = (async () => {
    while (!stop) {
      expect(await read(loaded)).toEqual(data);
      reads += 1;
    }
  })();
  const unwrapped = await nextEvent("DataKeyUnwrapped");
  await kms.kill();
  // As many calls as it takes until calls are refused without being made.
  const refusals: string[] = [];
  while (!refusals.at(-1)?.includes("Calls are refused")) {
    const { code, message }: EnvolError = await attach(other).catch((error) => error);
    expect(code).toBe("KMS_UNREACHABLE");
    refusals.push(message);
  }
  expect(refusals).toHaveLength(4);
  const readsBefore = reads;
  expect(await code(attach(other))).toBe("KMS_UNREACHABLE");
  while (reads < readsBefore + 100) await new Promise((resolve) => setImmediate(resolve));

  await kms.start();
  await whenItGoes(() => attach(other));
  expect(await unwrapped.happened).toMatchObject({ volumeId: other, keyArn: arn });
  stop = true;
  await reader;
});

test("while an unwrap waits for a KMS that stalls, readers go on, and none waits with it", async () => {
  const { keyId } = await kms.createKey();
  const [loaded, other] = [await create(keyId), await create(keyId)];
  await attach(loaded);
  const data = randomBytes(SIZE);
  await write(loaded, data);
  kms.freeze();
  let waiting = true;
  const attached = attach(other).finally(() => {
    waiting = false;
  });
  for (let reads = 0; reads < 100; reads++) expect(await read(loaded)).toEqual(data);
  expect(waiting).toBe(true);
  kms.thaw();
  await attached;
});

test("with a bound on staleness, a KMS that is gone takes the data keys with it, until it is back", async () => {
  await restartWith({ ...options(), staleAfterMs: 4 * POLL_INTERVAL_MS });
  const { keyId } = await kms.createKey();
  const volumeId = await create(keyId);
  await attach(volumeId);
  await write(volumeId, Buffer.alloc(SIZE, 1));
  const revoked = await nextEvent("IoRevoked");
  await kms.kill();
  clock.advance(4 * POLL_INTERVAL_MS);
  await revoked.happened;
  await expect(read(volumeId)).rejects.toMatchObject({
    code: "KEY_REVOKED",
    message: expect.stringContaining("is not reachable."),
  });
  await kms.start();
  expect(await whenItGoes(() => read(volumeId))).toEqual(Buffer.alloc(SIZE, 1));
});

test("in mode aws, a volume goes on until it is detached, and nobody asks about its key", async () => {
  await restartWith(options(), { mode: "aws" });
  const { keyId } = await kms.createKey();
  const volumeId = await create(keyId);
  await attach(volumeId);
  await kms.owner.disableKey({ KeyId: keyId });
  clock.advance(POLL_INTERVAL_MS);
  // A question that was asked would be answered by the time of these.
  for (let call = 0; call < 3; call++) await kms.owner.describeKey({ KeyId: keyId });
  await write(volumeId, Buffer.alloc(SIZE, 2));
  await envol.volumes.detachVolume({ volumeId });
  expect(await code(attach(volumeId))).toBe("KEY_REVOKED");
});

test("with a grantee, an attachment has a grant of its own, as long as it is attached", async () => {
  // Whom the endpoint takes everybody for.
  const granteeArn = "arn:aws:iam::111122223333:role/envol";
  await restartWith({ ...options(), granteeArn });
  const { keyId } = await kms.createKey();
  const volumeId = await create(keyId);
  await attach(volumeId);
  const { Grants } = await kms.owner.listGrants({ KeyId: keyId });
  expect(Grants).toMatchObject([
    {
      GranteePrincipal: granteeArn,
      RetiringPrincipal: granteeArn,
      Operations: ["Decrypt"],
      Constraints: { EncryptionContextSubset: { "aws:ebs:id": volumeId } },
    },
  ]);
  await envol.volumes.detachVolume({ volumeId });
  expect((await kms.owner.listGrants({ KeyId: keyId })).Grants).toEqual([]);
});

test("there is no key material, and KeyService says where the keys are", async () => {
  const { keyId } = await kms.createKey();
  await create(keyId);
  expect(existsSync(join(directory, "keys"))).toBe(false);
  await expect(envol.keys.disableKey({ keyId })).rejects.toMatchObject({
    code: "KMS_UNSUPPORTED",
    message: expect.stringContaining("under AWS KMS"),
  });
});

test("a data directory stays with the KMS that it was made with", async () => {
  await envol.close();
  await expect(startEnvol({ dataDirectory: directory })).rejects.toMatchObject({
    code: "CONFIG_INVALID",
    field: "kms",
    message: expect.stringMatching(/was made with AWS KMS.*--kms aws/),
  });
  envol = await startEnvol({ dataDirectory: directory, clock, kms: options() });
  await envol.reset();
  await envol.restart();

  const embedded = await mkdtemp(join(tmpdir(), "envol-aws-"));
  try {
    await (await startEnvol({ dataDirectory: embedded })).close();
    await expect(startEnvol({ dataDirectory: embedded, kms: options() })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringMatching(/was made with the embedded KMS.*--kms embedded/),
    });
    await (await startEnvol({ dataDirectory: embedded })).close();
  } finally {
    await rm(embedded, { recursive: true });
  }
});

test("faults of the harness stand around the client", async () => {
  const { keyId } = await kms.createKey();
  const volumeId = await create(keyId);
  await envol.harness.addFault({
    spec: { kms: { operations: ["Decrypt"] }, fail: { code: "ACCESS_DENIED" }, times: 1 },
  });
  expect(await code(attach(volumeId))).toBe("KEY_REVOKED");
  await attach(volumeId);
});
