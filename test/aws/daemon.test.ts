/** The endpoint as a part of a daemon: its address, its keys, and what a reset and a restart leave of it. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startDaemon } from "#envol/daemon.ts";
import { startEnvol } from "#envol/kit/start-envol.ts";
import { type Json, wire } from "./clients.ts";

async function output(endpoint: string, operation: string, input: Json): Promise<Json> {
  const outcome = await wire(endpoint)(operation, input);
  if ("error" in outcome) throw new Error(JSON.stringify(outcome.error));
  return outcome.output;
}

test("a key that is disabled over HTTP takes the volume's data with it, until it is enabled", async () => {
  await using envol = await startEnvol();
  const key = await envol.createKey();
  const volume = await envol.createVolume({ key });
  await volume.write(0, Buffer.from("precious"));
  await output(envol.awsEndpoint, "DisableKey", { KeyId: key.keyId });
  await expect(volume.read(0, 8)).rejects.toMatchObject({ code: "KEY_REVOKED" });
  await output(envol.awsEndpoint, "EnableKey", { KeyId: key.keyId });
  expect((await volume.read(0, 8)).toString()).toBe("precious");
  expect(await output(envol.awsEndpoint, "ListGrants", { KeyId: key.keyId })).toMatchObject({
    Grants: [{ Operations: ["Decrypt"], Constraints: { EncryptionContextSubset: { "aws:ebs:id": volume.volumeId } } }],
  });
});

test("the endpoint outlives a reset, and its keys do not", async () => {
  await using envol = await startEnvol();
  const { KeyMetadata } = await output(envol.awsEndpoint, "CreateKey", {});
  await envol.reset();
  const { KeyId } = KeyMetadata as { KeyId: string };
  expect(await wire(envol.awsEndpoint)("DescribeKey", { KeyId })).toMatchObject({
    error: { code: "NotFoundException" },
  });
});

test("a daemon that is killed and comes back is at the same URL, with the same keys", async () => {
  await using envol = await startEnvol({ process: "child" });
  const { awsEndpoint } = envol;
  const { KeyMetadata } = await output(awsEndpoint, "CreateKey", {});
  await envol.kill();
  await envol.restart();
  expect(envol.awsEndpoint).toBe(awsEndpoint);
  const { KeyId } = KeyMetadata as { KeyId: string };
  expect((await output(awsEndpoint, "DescribeKey", { KeyId }))["KeyMetadata"]).toEqual(KeyMetadata);
});

test("there is none, unless a daemon is given an address for it; an address that is taken is refused", async () => {
  const directory = await mkdtemp(join(tmpdir(), "envol-aws-"));
  const options = { dataDirectory: directory, grpcAddress: "127.0.0.1:0", logLevel: "silent", workers: 1 } as const;
  try {
    await using daemon = await startDaemon(options);
    expect(daemon.addresses).not.toHaveProperty("aws");
    await using other = await startEnvol();
    const awsAddress = new URL(other.awsEndpoint).host;
    await daemon.close();
    await expect(startDaemon({ ...options, awsAddress })).rejects.toMatchObject({
      code: "ADDRESS_IN_USE",
      field: "awsAddress",
    });
    await expect(startDaemon({ ...options, awsAddress: "nowhere" })).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  } finally {
    await rm(directory, { recursive: true });
  }
});
