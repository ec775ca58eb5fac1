/** A program of somebody who has installed the package: it uses each thing that the package offers, and prints what it sees. */

import assert from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import {
  connect,
  type Envol,
  EnvolError,
  type ErrorCode,
  type FaultSpec,
  type Key,
  manualClock,
  startDaemon,
  startEnvol,
  type Volume,
  type VolumeFile,
} from "envol";
import { connect as connectOnly, type EnvolClient } from "envol/client";

async function codeOf(call: Promise<unknown>): Promise<ErrorCode> {
  const thrown: unknown = await call.catch((error: unknown) => error);
  assert.ok(thrown instanceof EnvolError);
  return thrown.code;
}

async function useVolume(volume: Volume): Promise<void> {
  await volume.write(0, Buffer.from("hello"), { forceUnitAccess: true });
  await volume.flush();
  const data: Buffer = await volume.read(0, 5, { signal: AbortSignal.timeout(60_000) });
  assert.equal(data.toString(), "hello");
  await pipeline(["a ", "stream"], volume.writeStream({ start: 4096 }));
  assert.equal((await buffer(volume.readStream({ start: 4096, end: 4103 }))).toString(), "a stream");
  const file: VolumeFile = await volume.open();
  const { bytesRead } = await file.read(Buffer.alloc(5), 0, 5, 0);
  assert.equal(bytesRead, 5);
  await file.close();
}

const clock = manualClock();
const envol: Envol = await startEnvol({ clock, mode: "strict" });
try {
  const key: Key = await envol.createKey({ description: "a consumer's" });
  const volume = await envol.createVolume({ key, cipher: "AES_256_GCM", sizeGib: 1 });
  await useVolume(volume);
  await key.disable();
  assert.equal(await codeOf(volume.read(0, 5)), "KEY_REVOKED");
  await key.enable();
  const broken: FaultSpec = { device: { operations: ["READ"] }, times: 1, fail: { code: "STORE_FAILED" } };
  const fault = await envol.inject(broken);
  assert.equal(await codeOf(volume.read(0, 5)), "STORE_FAILED");
  assert.equal((await fault.describe()).fired, 1);

  const client: EnvolClient = connectOnly(envol.address);
  const { volumes } = await client.volumes.describeVolumes({});
  assert.equal(volumes[0]?.volumeId, volume.volumeId);
  await client.close();
  await envol.reset();
} finally {
  await envol.close();
}

const child = await startEnvol({ process: "child" });
try {
  const volume = await child.createVolume();
  await volume.write(0, Buffer.from("hello"), { forceUnitAccess: true });
  await child.kill();
  await child.restart();
  await useVolume(volume);
} finally {
  await child.close();
}
assert.equal(connect, connectOnly);
assert.equal(typeof startDaemon, "function");
console.log("all is well");
