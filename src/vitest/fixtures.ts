/** Fixtures for vitest: `import { test } from "envol/vitest"`. */

import { type TestAPI, test as vitestTest } from "vitest";
import { ignoring } from "../client/ignoring.ts";
import type { Key } from "../client/key.ts";
import type { Volume, VolumeOptions } from "../client/volume.ts";
import { type Envol, type EnvolOptions, startEnvol } from "../kit/start-envol.ts";

export interface EnvolTestOptions {
  /** How long one daemon lasts. Default: a file of tests. */
  readonly scope?: "test" | "file" | "worker";
  /** What it is started with. */
  readonly daemon?: EnvolOptions;
  /** What each test's volume is made with; test.override("volumeOptions", …) changes it for a describe. */
  readonly volume?: Omit<VolumeOptions, "key">;
  /**
   * Makes the daemon empty after each test: without faults, volumes and keys. It takes milliseconds. Default: no; then a
   * test's own volume goes, with the faults that name it, and all else stays. Not for concurrent tests.
   */
  readonly reset?: boolean;
}

export interface EnvolFixtures {
  /** A daemon, and a client of it. */
  readonly envol: Envol;
  /** A KMS key of the test's own. */
  readonly key: Key;
  /** An attached volume of the test's own, under its key. */
  readonly volume: Volume;
  readonly volumeOptions: Omit<VolumeOptions, "key">;
}

/** The `test` of vitest with these fixtures; each is made for the tests that name it. To be called outside of describe. */
export function envolTest(options: EnvolTestOptions = {}): TestAPI<EnvolFixtures> {
  const { scope = "file", daemon = {}, volume: volumeOptions = {}, reset = false } = options;
  const withFixtures = vitestTest.extend<EnvolFixtures & { readonly daemonOptions: EnvolOptions }>({
    // vitest wants a fixture to name what it uses, and so the daemon has something to name.
    daemonOptions: [daemon, { scope }],
    volumeOptions,
    envol: [
      async ({ daemonOptions }, use) => {
        const envol = await startEnvol(daemonOptions);
        try {
          await use(envol);
        } finally {
          await envol.close();
        }
      },
      { scope },
    ],
    key: async ({ envol }, use) => use(await envol.createKey()),
    volume: async ({ envol, key, volumeOptions: settings }, use) => {
      const volume = await envol.createVolume(settings.cipher === "NONE" ? settings : { ...settings, key });
      await use(volume);
      // The test may have killed the daemon, reset it, or deleted the volume.
      if (!reset) await ignoring(["UNAVAILABLE", "VOLUME_NOT_FOUND"], remove(envol, volume));
    },
  });
  if (!reset) return withFixtures;
  return withFixtures.extend<{ readonly emptied: undefined }>({
    emptied: [
      async ({ envol }, use) => {
        await use(undefined);
        await ignoring(["UNAVAILABLE"], envol.reset());
      },
      { auto: true },
    ],
  });
}

/** Faults first: one of them might keep the volume from being flushed. */
async function remove(envol: Envol, volume: Volume): Promise<void> {
  const { faults } = await envol.harness.listFaults({});
  for (const { faultId, spec } of faults) {
    const named = spec?.device?.volumeId ?? spec?.store?.volumeId;
    if (named === volume.volumeId) await envol.harness.removeFault({ faultId });
  }
  await volume.delete();
}

/** With a daemon for each file of tests. */
export const test: TestAPI<EnvolFixtures> = envolTest();
