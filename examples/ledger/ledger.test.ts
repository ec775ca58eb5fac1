/** What the ledger does when its disk does what disks do. `npm run examples` runs this. */

import { type Envol, startEnvol, type Volume } from "envol";
import { envolTest } from "envol/vitest";
import { describe, expect } from "vitest";
import { BLOCK_BYTES, Ledger, LedgerDamaged } from "./ledger.ts";

// One daemon for this file, made empty after each test.
const test = envolTest({ reset: true });

test("keeps the last value of each key", async ({ volume }) => {
  const ledger = await Ledger.open(await volume.open());
  await ledger.set("alice", "10");
  await ledger.set("bob", "20");
  await ledger.set("alice", "30");
  expect(await ledger.get("alice")).toBe("30");

  const reopened = await Ledger.open(await volume.open());
  expect(reopened.keys).toEqual(["alice", "bob"]);
  expect(await reopened.get("alice")).toBe("30");
});

describe("a lost key", () => {
  test("fails the entry that meets it, and no other", async ({ envol, key, volume }) => {
    const ledger = await Ledger.open(await volume.open());
    // The third write finds the key disabled.
    await envol.inject({
      device: { volumeId: volume.volumeId, operations: ["WRITE"] },
      afterOperations: 2,
      times: 1,
      disableKey: {},
    });
    await ledger.set("alice", "10");
    await ledger.set("bob", "20");
    await expect(ledger.set("carol", "30")).rejects.toMatchObject({ code: "KEY_REVOKED" });
    await expect(ledger.get("alice")).rejects.toMatchObject({ code: "KEY_REVOKED" });

    await key.enable();
    expect(await ledger.get("alice")).toBe("10");
    await ledger.set("carol", "30");
    expect((await Ledger.open(await volume.open())).keys).toEqual(["alice", "bob", "carol"]);
  });

  test("at a place on the disk keeps the ledger from growing past it", async ({ envol, key, volume }) => {
    const ledger = await Ledger.open(await volume.open());
    const offsetBytes = 5 * BLOCK_BYTES;
    const fault = await envol.inject({
      device: { volumeId: volume.volumeId, operations: ["WRITE"], offsetBytes, lengthBytes: BLOCK_BYTES },
      disableKey: {},
    });
    for (let number = 0; number < 5; number += 1) await ledger.set(`entry ${number}`, "");
    await expect(ledger.set("entry 5", "")).rejects.toMatchObject({ code: "KEY_REVOKED" });
    expect(await fault.describe()).toMatchObject({ matched: 1, fired: 1 });

    await fault.remove();
    await key.enable();
    await ledger.set("entry 5", "");
    expect(ledger.keys).toHaveLength(6);
  });
});

describe("a tampered sector", () => {
  /** Three entries, and one bit of the ciphertext of the second one flipped. */
  async function tampered(envol: Envol, volume: Volume): Promise<Ledger> {
    const ledger = await Ledger.open(await volume.open());
    for (const name of ["alice", "bob", "carol"]) await ledger.set(name, "10");
    await envol.inject({
      store: { volumeId: volume.volumeId, offsetBytes: BLOCK_BYTES, lengthBytes: BLOCK_BYTES },
      corrupt: { bit: 1000 },
    });
    return ledger;
  }

  test("under XTS is found by the ledger's own checksum", async ({ envol, volume }) => {
    const ledger = await tampered(envol, volume);
    await expect(ledger.get("bob")).rejects.toThrow(LedgerDamaged);
    expect(await ledger.get("carol")).toBe("10");
    await expect(Ledger.open(await volume.open())).rejects.toMatchObject({ block: 1 });
  });

  describe("under GCM", () => {
    test.override("volumeOptions", { cipher: "AES_256_GCM" });

    test("is found by the volume", async ({ envol, volume }) => {
      const ledger = await tampered(envol, volume);
      await expect(ledger.get("bob")).rejects.toMatchObject({ code: "INTEGRITY_ERROR" });
      expect(await ledger.get("carol")).toBe("10");
    });
  });
});

test("a full disk refuses an entry; with room again, it goes on", async ({ envol, volume }) => {
  const ledger = await Ledger.open(await volume.open());
  await ledger.set("alice", "10");
  const full = await envol.inject({
    store: { volumeId: volume.volumeId, operations: ["PUT"] },
    fail: { code: "STORE_FULL" },
  });
  await expect(ledger.set("bob", "20")).rejects.toMatchObject({ code: "STORE_FULL" });
  expect(ledger.keys).toEqual(["alice"]);

  await full.remove();
  await ledger.set("bob", "20");
  expect((await Ledger.open(await volume.open())).keys).toEqual(["alice", "bob"]);
});

test("a crash between write and flush loses nothing that was committed", async () => {
  // A daemon that is to be killed has a process of its own.
  await using envol = await startEnvol({ process: "child" });
  const volume = await envol.createVolume();
  const ledger = await Ledger.open(await volume.open());
  await envol.inject({ device: { operations: ["FLUSH"] }, afterOperations: 3, kill: {} });
  for (const name of ["alice", "bob", "carol"]) await ledger.set(name, "10");
  await expect(ledger.set("dave", "10")).rejects.toMatchObject({ code: "UNAVAILABLE" });

  await envol.restart();
  const recovered = await Ledger.open(await volume.open());
  expect(recovered.keys.slice(0, 3)).toEqual(["alice", "bob", "carol"]);
  await recovered.set("dave", "10");
  expect(recovered.keys).toEqual(["alice", "bob", "carol", "dave"]);
});
