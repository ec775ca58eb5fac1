/** Faults that kill the daemon: in a process of its own, which is started again on the same directory. */

import { expect, test } from "vitest";
import type { EnvolClient } from "#envol/client/client.ts";
import type { FaultSpec } from "#envol/gen/envol/v1/FaultSpec.ts";
import { createAttachedVolume, scratchDirectory, startChild } from "../daemon/child-daemon.ts";
import { codeOf } from "./daemon.ts";

const HARNESS = { args: ["--harness"] };

/** Has a fault kill a daemon in the midst of `run`, and gives what the next one finds at the volume's beginning. */
async function contentsAfterKill(spec: FaultSpec, run: (client: EnvolClient, volumeId: string) => Promise<unknown>) {
  await using scratch = await scratchDirectory();
  await using daemon = await startChild(scratch.path, HARNESS);
  const { volumeId } = await createAttachedVolume(daemon.client);
  await daemon.client.blocks.write({ volumeId, data: Buffer.from("old"), forceUnitAccess: true });
  await daemon.client.harness.addFault({ spec });
  // Whoever asked for what was being done is not told how it ended.
  expect(await codeOf(run(daemon.client, volumeId))).toBe("UNAVAILABLE");
  expect(await daemon.ended).toMatchObject({ signal: "SIGKILL" });
  await using again = await startChild(scratch.path, HARNESS);
  expect((await again.client.harness.listFaults({})).faults).toEqual([]);
  return (await again.client.blocks.read({ volumeId, lengthBytes: 3 })).data.toString();
}

const writeThrough = (client: EnvolClient, volumeId: string) =>
  client.blocks.write({ volumeId, data: Buffer.from("new"), forceUnitAccess: true });

test("before a write: it has not happened", async () => {
  const spec = { device: { operations: ["WRITE"] }, kill: {} };
  expect(await contentsAfterKill(spec, writeThrough)).toBe("old");
});

test("after a write through to the disk: it has happened, and nobody was told", async () => {
  const spec = { device: { operations: ["WRITE"] }, kill: { afterOperation: true } };
  expect(await contentsAfterKill(spec, writeThrough)).toBe("new");
});

test("before the commit of a record: what was not flushed is lost", async () => {
  const spec = { store: { operations: ["PUT"] }, kill: {} };
  expect(await contentsAfterKill(spec, writeThrough)).toBe("old");
});

test("before a record is read", async () => {
  const read = (client: EnvolClient, volumeId: string) => client.blocks.read({ volumeId, lengthBytes: 3 });
  expect(await contentsAfterKill({ store: { operations: ["GET"] }, kill: {} }, read)).toBe("old");
});

test("between the grant of an attach and its data key: the volume is not attached after the start", async () => {
  await using scratch = await scratchDirectory();
  await using daemon = await startChild(scratch.path, HARNESS);
  const { volume } = await daemon.client.volumes.createVolume({ sizeGib: 1, encrypted: true });
  const { volumeId } = volume!;
  await daemon.client.harness.addFault({
    spec: { kms: { operations: ["CreateGrant"] }, kill: { afterOperation: true } },
  });
  expect(await codeOf(daemon.client.volumes.attachVolume({ volumeId }))).toBe("UNAVAILABLE");
  await daemon.ended;
  await using again = await startChild(scratch.path, HARNESS);
  expect((await again.client.volumes.describeVolumes({})).volumes).toMatchObject([{ volumeId, state: "available" }]);
  await again.client.volumes.attachVolume({ volumeId });
});
