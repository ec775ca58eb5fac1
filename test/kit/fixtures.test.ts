/** The fixtures for vitest, used as a stranger uses them. */

import { existsSync } from "node:fs";
import { envolTest, test as fileTest } from "envol/vitest";
import { afterAll, describe, expect } from "vitest";

const childTest = envolTest({ scope: "test", daemon: { process: "child" }, volume: { cipher: "NONE" } });
const resetTests = { file: envolTest({ reset: true }), worker: envolTest({ scope: "worker", reset: true }) };

describe("by default", () => {
  const seen: { dataDirectory: string; keyId: string; volumeId: string }[] = [];

  for (const round of [1, 2]) {
    fileTest(`each test has a volume and a key of its own, round ${round}`, async ({ envol, key, volume }) => {
      const { dataDirectory } = envol;
      seen.push({ dataDirectory, keyId: key.keyId, volumeId: volume.volumeId });
      await volume.write(0, Buffer.from("data"));
      await key.disable();
      await expect(volume.read(0, 4)).rejects.toMatchObject({ code: "KEY_REVOKED" });
      // Left behind, for the fixture to clean up: it would keep the volume from being detached.
      await envol.inject({ store: { volumeId: volume.volumeId, operations: ["PUT"] }, fail: { code: "STORE_FULL" } });
    });
  }

  fileTest("the daemon is the same, and volumes and their faults are gone", async ({ envol }) => {
    const [first, second] = seen;
    expect(first?.dataDirectory).toBe(second?.dataDirectory);
    expect(envol.dataDirectory).toBe(first?.dataDirectory);
    expect(first?.keyId).not.toBe(second?.keyId);
    expect(first?.volumeId).not.toBe(second?.volumeId);
    expect((await envol.volumes.describeVolumes({})).volumes).toEqual([]);
    expect((await envol.harness.listFaults({})).faults).toEqual([]);
    expect((await envol.keys.listKeys({})).keys.map(({ keyId }) => keyId)).toEqual(
      expect.arrayContaining(seen.map(({ keyId }) => keyId)),
    );
  });

  describe("with other options for a describe", () => {
    fileTest.override("volumeOptions", { cipher: "AES_256_GCM", sectorSizeBytes: 512, sizeGib: 2 });

    fileTest("the volume is made with them", ({ volume }) => {
      expect(volume).toMatchObject({ cipher: "AES_256_GCM", sectorSizeBytes: 512, sizeBytes: 2 ** 31 });
    });
  });

  fileTest("a test may delete its volume, or reset the daemon", async ({ envol, volume }) => {
    await volume.delete();
    await envol.reset();
  });
});

describe("a daemon for each test", () => {
  const directories: string[] = [];

  for (const round of [1, 2]) {
    childTest(`may be killed, round ${round}`, async ({ envol, volume }) => {
      directories.push(envol.dataDirectory);
      expect(envol.pid).not.toBe(process.pid);
      expect(volume.cipher).toBe("NONE");
      await envol.kill();
    });
  }

  afterAll(() => {
    expect(new Set(directories).size).toBe(2);
    for (const directory of directories) expect(existsSync(directory)).toBe(false);
  });
});

describe.each(["file", "worker"] as const)("a daemon for each %s, made empty after each test", (scope) => {
  const test = resetTests[scope];
  const directories = new Set<string>();
  const before: string[] = [];

  for (const round of [1, 2]) {
    test(`finds nothing of the test before, round ${round}`, async ({ envol, key, volume }) => {
      directories.add(envol.dataDirectory);
      expect(directories.size).toBe(1);
      const { volumes } = await envol.volumes.describeVolumes({});
      expect(volumes.map(({ volumeId }) => volumeId)).toEqual([volume.volumeId]);
      const keyIds = (await envol.keys.listKeys({})).keys.map(({ keyId }) => keyId);
      expect(keyIds).toContain(key.keyId);
      expect(keyIds.filter((keyId) => before.includes(keyId))).toEqual([]);
      before.push(...keyIds);
      expect((await envol.harness.listFaults({})).faults).toEqual([]);
      await envol.createVolume();
      await envol.createKey();
      await envol.inject({ device: {}, fail: { code: "INTERNAL" } });
    });
  }
});
