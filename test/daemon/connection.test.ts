/** Connections under pressure: much in both directions at a time, and a client that reads nothing any more. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { EXIT } from "#envol/errors.ts";
import { LIMITS } from "#envol/limits.ts";
import { createAttachedVolume, scratchDirectory, startChild } from "./child-daemon.ts";

const MIB = 1024 * 1024;
const GREEDY_CLIENT = fileURLToPath(new URL("greedy-client.mjs", import.meta.url));

it("large reads and large writes at the same time, on one connection, do not hold each other up for ever", async () => {
  await using scratch = await scratchDirectory();
  await using daemon = await startChild(scratch.path);
  const { volumeId } = await createAttachedVolume(daemon.client);
  const sessions = Array.from({ length: 6 }, () => daemon.client.io(volumeId));
  const turns = sessions.map(async (session, index) => {
    for (let turn = 1; turn <= 20; turn++) {
      await session.write(index * 8 * MIB, Buffer.alloc(MIB, turn));
      expect((await session.read(index * 8 * MIB, MIB)).equals(Buffer.alloc(MIB, turn))).toBe(true);
    }
    await session.close();
  });
  await Promise.all(turns);
});

/** A process that has begun to read a volume, and has been stopped in the middle of it. */
async function stoppedClient(address: string, volumeId: string) {
  const client = spawn(process.execPath, [GREEDY_CLIENT, address, volumeId], { stdio: ["ignore", "pipe", "inherit"] });
  await once(createInterface({ input: client.stdout }), "line");
  client.kill("SIGSTOP");
  return {
    async [Symbol.asyncDispose]() {
      client.kill("SIGKILL");
      await once(client, "close");
    },
  };
}

it("a client that has stopped in the middle of a read holds up neither DisableKey nor, then, the end of the daemon", async () => {
  await using scratch = await scratchDirectory();
  await using daemon = await startChild(scratch.path);
  const { keyId, volumeId } = await createAttachedVolume(daemon.client);
  for (let offsetBytes = 0; offsetBytes < 32 * MIB; offsetBytes += MIB) {
    await daemon.client.blocks.write({ volumeId, offsetBytes, data: Buffer.alloc(MIB, 1) });
  }
  await using _ = await stoppedClient(daemon.address, volumeId);
  const startMs = performance.now();
  await daemon.client.keys.disableKey({ keyId });
  expect(performance.now() - startMs).toBeLessThan(LIMITS.drainTimeoutMs + 3000);
  // Its connection is closed, so there is nothing left to wait for.
  const stopMs = performance.now();
  expect((await daemon.stop("SIGTERM")).code).toBe(EXIT.ok);
  expect(performance.now() - stopMs).toBeLessThan(LIMITS.shutdownTimeoutMs);
});

it("a client that has stopped in the middle of a read holds up the end of the daemon for the shutdown timeout only", async () => {
  await using scratch = await scratchDirectory();
  await using daemon = await startChild(scratch.path);
  const { volumeId } = await createAttachedVolume(daemon.client);
  for (let offsetBytes = 0; offsetBytes < 32 * MIB; offsetBytes += MIB) {
    await daemon.client.blocks.write({ volumeId, offsetBytes, data: Buffer.alloc(MIB, 1) });
  }
  await using _ = await stoppedClient(daemon.address, volumeId);
  const stopMs = performance.now();
  expect((await daemon.stop("SIGTERM")).code).toBe(EXIT.ok);
  expect(performance.now() - stopMs).toBeLessThan(LIMITS.shutdownTimeoutMs + 5000);
});
