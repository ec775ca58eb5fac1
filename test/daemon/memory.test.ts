/** Promise 4: after a revocation or a detach, no plaintext data key is anywhere in the memory of the daemon's process. */

import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { cp, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { deriveGcmKey } from "#envol/crypto/gcm.ts";
import { EnvolError } from "#envol/errors.ts";
import { openMaterial } from "#envol/kms/embedded/key-material.ts";
import { deriveKey } from "#envol/kms/embedded/root-key.ts";
import { type Needle, needleOf, occurrences } from "../crypto/memory-scan.ts";
import { needs } from "../needs.ts";
import { type ChildDaemon, createAttachedVolume, scratchDirectory, startChild } from "./child-daemon.ts";

const INLINE_BYTES = 8 * 1024;
const POOLED_BYTES = 512 * 1024;
const ROUNDS = 5;

const withMemory = needs("to read another process's memory, in /proc/PID/mem", canReadChildMemory);

/** Linux lets root do so, and others where kernel.yama.ptrace_scope allows. */
function canReadChildMemory(): boolean {
  let child: ChildProcess | undefined;
  try {
    child = spawn("cat");
    const [start] = /^\w+(?=-\w+ rw)/m.exec(readFileSync(`/proc/${child.pid}/maps`, "latin1")) ?? ["0"];
    const memory = openSync(`/proc/${child.pid}/mem`, "r");
    try {
      return readSync(memory, Buffer.alloc(1), 0, 1, Number.parseInt(start, 16)) === 1;
    } finally {
      closeSync(memory);
    }
  } catch {
    return false;
  } finally {
    child?.kill();
  }
}

interface Secrets {
  readonly dataKey: Needle;
  readonly firstHalf: Needle;
  readonly secondHalf: Needle;
  readonly gcmKey: Needle;
}

/** Has another daemon, on a copy of the directory, unwrap a volume's data key: the daemon in question is not asked. */
async function learnSecrets(daemon: ChildDaemon, directory: string, volumeId: string): Promise<Secrets> {
  const { volumes } = await daemon.client.volumes.describeVolumes({ volumeIds: [volumeId] });
  const ciphertextBlob = volumes[0]!.wrappedDataKey;
  const copy = join(directory, `copy-${volumeId}`);
  await mkdir(copy);
  daemon.signal("SIGSTOP");
  // A socket cannot be copied.
  const filter = (path: string) => !path.endsWith(".sock");
  await cp(join(directory, "data"), join(copy, "data"), { recursive: true, filter });
  daemon.signal("SIGCONT");
  await using other = await startChild(copy);
  const encryptionContext = { "aws:ebs:id": volumeId };
  const { plaintext } = await other.client.keys.decrypt({ ciphertextBlob, encryptionContext });
  expect(plaintext).toHaveLength(64);
  return {
    dataKey: needleOf(plaintext),
    firstHalf: needleOf(plaintext.subarray(0, 32)),
    secondHalf: needleOf(plaintext.subarray(32)),
    gcmKey: needleOf(deriveGcmKey(plaintext, Buffer.from(volumeId, "latin1"))),
  };
}

function found(secrets: Secrets, pid: number) {
  return Object.fromEntries(Object.entries(secrets).map(([name, needle]) => [name, occurrences(needle, pid)]));
}
const NOTHING = { dataKey: 0, firstHalf: 0, secondHalf: 0, gcmKey: 0 };

/** Writes and reads, on the daemon's main thread and in its pool, until the volume is unreadable or `rounds` are over. */
async function use({ client }: ChildDaemon, volumeId: string, rounds: number): Promise<"revoked" | "done"> {
  await using session = client.io(volumeId);
  try {
    for (let round = 0; round < rounds; round++) {
      const sizes = [INLINE_BYTES, POOLED_BYTES];
      await Promise.all(sizes.map((size) => session.write(size, Buffer.alloc(size, round + 1))));
      const read = await Promise.all(sizes.map((size) => session.read(size, size)));
      for (const bytes of read) expect(bytes.every((byte) => byte === round + 1)).toBe(true);
    }
    return "done";
  } catch (error) {
    if (error instanceof EnvolError && error.code === "KEY_REVOKED") return "revoked";
    throw error;
  }
}

for (const cipher of ["AES_256_XTS", "AES_256_GCM"] as const) {
  withMemory(
    `${cipher}: no data key is left in the process after DisableKey, time and again, nor after a detach`,
    async () => {
      await using scratch = await scratchDirectory();
      await using daemon = await startChild(scratch.path);
      const { keyId, volumeId } = await createAttachedVolume(daemon.client, { cipher });
      expect(await use(daemon, volumeId, 20)).toBe("done");
      await daemon.client.blocks.flush({ volumeId });
      const secrets = await learnSecrets(daemon, scratch.path, volumeId);

      for (let round = 0; round < ROUNDS; round++) {
        // The search works: it finds the key that is in use, and only that.
        const inUse = found(secrets, daemon.pid);
        if (cipher === "AES_256_XTS") expect(inUse["dataKey"]).toBeGreaterThan(0);
        else expect(inUse).toEqual({ ...NOTHING, gcmKey: expect.toSatisfy((count: number) => count > 0) });
        const using = [use(daemon, volumeId, 10_000), use(daemon, volumeId, 10_000)];
        await daemon.client.keys.disableKey({ keyId });
        expect(found(secrets, daemon.pid)).toEqual(NOTHING);
        expect(await Promise.all(using)).toEqual(["revoked", "revoked"]);
        await daemon.client.keys.enableKey({ keyId });
        expect(await use(daemon, volumeId, 5)).toBe("done");
      }
      await daemon.client.volumes.detachVolume({ volumeId });
      expect(found(secrets, daemon.pid)).toEqual(NOTHING);
    },
  );
}

/** Reads the key's material as the KMS keeps it: in a file, wrapped under the root key. */
async function materialOf(directory: string, keyId: string): Promise<Needle> {
  const data = join(directory, "data");
  const rootKey = Buffer.from(await readFile(join(data, "root.key"), "latin1"), "base64");
  const vault = { directory: join(data, "keys"), wrappingKey: deriveKey(rootKey, "material wrapping 1") };
  const [materialId] = await readdir(join(vault.directory, keyId));
  return needleOf((await openMaterial(vault, keyId, materialId as string)).material);
}

withMemory("no key material of the embedded KMS is left in the process after DisableKey", async () => {
  await using scratch = await scratchDirectory();
  await using daemon = await startChild(scratch.path);
  const { keyId, volumeId } = await createAttachedVolume(daemon.client);
  const material = await materialOf(scratch.path, keyId);
  for (let round = 0; round < ROUNDS; round++) {
    expect(await use(daemon, volumeId, 1)).toBe("done");
    expect(occurrences(material, daemon.pid)).toBe(1);
    await daemon.client.keys.disableKey({ keyId });
    expect(occurrences(material, daemon.pid)).toBe(0);
    await daemon.client.keys.enableKey({ keyId });
  }
});
