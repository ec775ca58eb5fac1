/** Faults between the volumes and their KMS, through the gRPC client, on a whole daemon. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { codeOf, type FaultDaemon, isPending, startFaultDaemon } from "./daemon.ts";

let daemon: FaultDaemon;
beforeEach(async () => {
  daemon = await startFaultDaemon();
});
afterEach(async () => {
  await daemon[Symbol.asyncDispose]();
});

async function createKey(): Promise<{ keyId: string; arn: string }> {
  return (await daemon.client.keys.createKey({})).keyMetadata!;
}

async function createVolume(kmsKeyId: string): Promise<string> {
  return (await daemon.client.volumes.createVolume({ sizeGib: 1, encrypted: true, kmsKeyId })).volume!.volumeId;
}

/** Takes the data key of an attached volume away, so that the next request has the KMS unwrap it again. */
async function unload(keyId: string): Promise<void> {
  await daemon.client.keys.disableKey({ keyId });
  await daemon.client.keys.enableKey({ keyId });
}

describe("fail", () => {
  const unreachable = (operation: string) => ({
    kms: { operations: [operation] },
    fail: { code: "KMS_UNREACHABLE" },
    times: 1,
  });

  test.each(["DescribeKey", "GenerateDataKeyWithoutPlaintext"])(
    "%s fails a create, which leaves nothing",
    async (name) => {
      const { keyId, arn } = await createKey();
      const fault = await daemon.addFault(unreachable(name));
      await expect(createVolume(keyId)).rejects.toMatchObject({
        code: "KMS_UNREACHABLE",
        message: `${arn}: The KMS did not answer. (Injected by ${fault.faultId}.)`,
      });
      expect((await daemon.client.volumes.describeVolumes({})).volumes).toEqual([]);
      await createVolume(keyId);
    },
  );

  test.each(["CreateGrant", "Decrypt"])("%s fails an attach, which leaves nothing", async (name) => {
    const { keyId } = await createKey();
    const volumeId = await createVolume(keyId);
    await daemon.addFault(unreachable(name));
    expect(await codeOf(daemon.client.volumes.attachVolume({ volumeId }))).toBe("KMS_UNREACHABLE");
    expect((await daemon.client.volumes.describeVolumes({})).volumes[0]).toMatchObject({ state: "available" });
    expect((await daemon.client.keys.listGrants({ keyId })).grants).toEqual([]);
    await daemon.client.volumes.attachVolume({ volumeId });
  });

  test("Decrypt fails the first request after a revocation, and the next one goes", async () => {
    const { keyId, volumeId } = await daemon.volume();
    await unload(keyId);
    await daemon.addFault(unreachable("Decrypt"));
    expect(await codeOf(daemon.read(volumeId, 0, 1))).toBe("KMS_UNREACHABLE");
    expect(await codeOf(daemon.read(volumeId, 0, 1))).toBe("");
  });

  test("a refusal to decrypt makes the volume unreadable, and says that it was injected", async () => {
    const { keyId, volumeId } = await daemon.volume();
    await unload(keyId);
    const { faultId } = await daemon.addFault({ kms: { operations: ["Decrypt"] }, fail: { code: "ACCESS_DENIED" } });
    await expect(daemon.read(volumeId, 0, 1)).rejects.toMatchObject({
      code: "KEY_REVOKED",
      message: expect.stringContaining(`Injected by ${faultId}.`),
    });
  });

  test("RetireGrant fails no detach: the grant stays behind", async () => {
    const { keyId, volumeId } = await daemon.volume();
    const { fired } = await daemon.addWatchedFault(unreachable("RetireGrant"));
    await daemon.client.volumes.detachVolume({ volumeId });
    expect((await fired).detail["operation"]).toBe("RetireGrant");
    expect((await daemon.client.keys.listGrants({ keyId })).grants).toHaveLength(1);
  });
});

test("a fault at one key meets calls about that key alone, whatever they call it", async () => {
  const [one, other] = [await createKey(), await createKey()];
  await daemon.client.keys.createAlias({ aliasName: "alias/one", targetKeyId: one.keyId });
  const fault = await daemon.addFault({ kms: { keyId: "alias/one" }, fail: { code: "KMS_UNREACHABLE" } });
  expect(fault.spec?.kms?.keyId).toBe(one.arn);
  for (const name of [one.keyId, one.arn, "alias/one", one.arn.replace(/key\/.*/, "alias/one")]) {
    expect(await codeOf(createVolume(name)), name).toBe("KMS_UNREACHABLE");
  }
  const volumeId = await createVolume(other.keyId);
  await daemon.client.volumes.attachVolume({ volumeId });
  expect(await daemon.removeFault(fault)).toMatchObject({ matched: 4 });
  // Decrypt does not name the key; the volume says which it is.
  const mine = await createVolume(one.keyId);
  const decrypt = await daemon.addFault({
    kms: { keyId: one.keyId, operations: ["Decrypt"] },
    fail: { code: "KMS_UNREACHABLE" },
  });
  expect(await codeOf(daemon.client.volumes.attachVolume({ volumeId: mine }))).toBe("KMS_UNREACHABLE");
  await unload(other.keyId);
  await daemon.read(volumeId, 0, 1);
  expect(await daemon.removeFault(decrypt)).toMatchObject({ matched: 1 });
});

test("calls through KeyService meet no fault", async () => {
  const { keyId } = await createKey();
  await daemon.addFault({ kms: {}, fail: { code: "KMS_UNREACHABLE" } });
  await daemon.client.keys.describeKey({ keyId });
});

describe("stall", () => {
  const spec = { kms: { operations: ["Decrypt"] }, stall: {} };

  test("holds a request up until the fault is removed", async () => {
    const { keyId, volumeId } = await daemon.volume();
    await unload(keyId);
    const { fault, fired } = await daemon.addWatchedFault(spec);
    const read = daemon.read(volumeId, 0, 1);
    expect(await fired).toMatchObject({ volumeId, detail: { operation: "Decrypt", effect: "stall" } });
    expect(await isPending(read)).toBe(true);
    await daemon.removeFault(fault);
    expect(await read).toEqual(Buffer.of(0));
  });

  test("holds up no revocation; a data key that comes too late is not used", async () => {
    const { keyId, volumeId } = await daemon.volume();
    await unload(keyId);
    const { fault, fired } = await daemon.addWatchedFault(spec);
    const read = codeOf(daemon.read(volumeId, 0, 1));
    await fired;
    await daemon.client.keys.disableKey({ keyId });
    await daemon.client.keys.enableKey({ keyId });
    await daemon.removeFault(fault);
    expect(await read).toBe("KEY_REVOKED");
    expect(await codeOf(daemon.read(volumeId, 0, 1))).toBe("");
  });

  test("does not hold up the end of the daemon", async () => {
    const { keyId, volumeId } = await daemon.volume();
    await unload(keyId);
    const { fired } = await daemon.addWatchedFault(spec);
    const read = daemon.read(volumeId, 0, 1);
    await fired;
    const startMs = performance.now();
    const closed = daemon[Symbol.asyncDispose]();
    expect(await read).toEqual(Buffer.of(0));
    await closed;
    expect(performance.now() - startMs).toBeLessThan(4000);
    daemon = await startFaultDaemon();
  });
});
