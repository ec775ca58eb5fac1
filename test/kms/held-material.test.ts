import { expect, test } from "vitest";
import type { Kms } from "#envol/kms/embedded/kms.ts";
import { runOperation } from "#envol/kms/embedded/run.ts";
import { startKms, stopKms } from "#envol/kms/embedded/start.ts";
import { CALLER, startFixture } from "./fixture.ts";

const ZEROES = Buffer.alloc(32);

/** A new key, and the very bytes of its material in memory. */
async function keyAndMaterial(kms: Kms): Promise<{ keyId: string; material: Buffer }> {
  const { keyId, currentKeyMaterialId } = (await runOperation(kms, "CreateKey", CALLER, {})).keyMetadata;
  const material = kms.held.get(currentKeyMaterialId!)!;
  expect(material).toHaveLength(32);
  expect(material.equals(ZEROES)).toBe(false);
  return { keyId, material };
}

test.each([["disabled", "DisableKey"] as const, ["pending deletion", "ScheduleKeyDeletion"] as const])(
  "the material of a key that is %s is zeroed and forgotten before listeners are called",
  async (_, change) => {
    await using fixture = await startFixture();
    const kms = await startKms(fixture.options);
    try {
      const { keyId, material } = await keyAndMaterial(kms);
      const other = await keyAndMaterial(kms);
      let seen = -1;
      kms.listeners.add(async () => {
        seen = kms.held.size;
        expect(material.equals(ZEROES)).toBe(true);
      });
      await runOperation(kms, change, CALLER, { keyId });
      expect(seen).toBe(1);
      expect(other.material.equals(ZEROES)).toBe(false);
      await runOperation(kms, "Encrypt", CALLER, { keyId: other.keyId, plaintext: ZEROES });
    } finally {
      await stopKms(kms);
    }
  },
);

test("an enable that cannot be written leaves no material in memory", async () => {
  await using fixture = await startFixture();
  const kms = await startKms(fixture.options);
  try {
    const { keyId } = await keyAndMaterial(kms);
    await runOperation(kms, "DisableKey", CALLER, { keyId });
    fixture.tables.keys.beforeCommit = () => Promise.reject(new Error("disk full"));
    await expect(runOperation(kms, "EnableKey", CALLER, { keyId })).rejects.toThrow("disk full");
    expect(kms.held.size).toBe(0);
  } finally {
    await stopKms(kms);
  }
});

test("after a restart only usable keys have their material in memory; after a stop none has", async () => {
  await using fixture = await startFixture();
  const [enabled, disabled] = [await fixture.key(), await fixture.key()];
  await fixture.kms.call("DisableKey", CALLER, { keyId: disabled.keyId });
  const kms = await startKms(fixture.options);
  const held = [...kms.held];
  expect(held.map(([materialId]) => materialId)).toEqual([
    fixture.tables.keys.get(enabled.keyId)!.materials[0]!.materialId,
  ]);
  await stopKms(kms);
  expect(kms.held.size).toBe(0);
  for (const secret of [held[0]![1], kms.vault.wrappingKey, kms.blobHeaderKey, kms.textKey, kms.importTokenKey]) {
    expect(Buffer.from(secret).equals(ZEROES)).toBe(true);
  }
});
