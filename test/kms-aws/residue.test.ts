/** What a daemon's memory holds of a data key that a KMS elsewhere has unwrapped: it came as a text in JSON. */

import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { startEnvol } from "#envol/kit/start-envol.ts";
import { needleOf, occurrences } from "../crypto/memory-scan.ts";
import "./fixture.ts";
import { KEY_ARN, startStubKms } from "./stub-kms.ts";

describe.runIf(process.platform === "linux")("a data key that was unwrapped elsewhere", () => {
  test("is nowhere in memory once the volume is detached, neither as bytes nor as a text", async () => {
    await using stub = await startStubKms();
    const dataKey = randomBytes(64);
    stub.answers.set("Decrypt", () => ({ KeyId: KEY_ARN, Plaintext: dataKey.toString("base64") }));
    await using envol = await startEnvol({ process: "child", kms: { provider: "aws", endpoint: stub.endpoint } });
    const text = Buffer.from(dataKey.toString("base64"));
    // Parts, so that a copy that was written over in part is found too.
    const parts = (bytes: Buffer) => [0, 1, 2, 3].map((part) => needleOf(bytes.subarray(part * 16, part * 16 + 16)));
    const [bytes, texts] = [parts(dataKey), parts(text)];
    const count = (needles: typeof bytes) => needles.map((needle) => occurrences(needle, envol.pid));

    const volume = { sizeGib: 1, encrypted: true, kmsKeyId: KEY_ARN };
    const { volumeId } = (await envol.volumes.createVolume(volume)).volume!;
    await envol.volumes.attachVolume({ volumeId });
    // Whose answer would be another key's, it would not take.
    const asked = stub.calls.find(({ operation }) => operation === "Decrypt")?.body;
    expect(asked).toMatchObject({ KeyId: KEY_ARN, EncryptionContext: { "aws:ebs:id": volumeId } });
    await envol.blocks.write({ volumeId, offsetBytes: 0, data: Buffer.alloc(4096), forceUnitAccess: true });
    for (const found of count(bytes)) expect(found).toBeGreaterThan(0);
    expect(count(texts)).toEqual([0, 0, 0, 0]);
    await envol.volumes.detachVolume({ volumeId });
    expect(count(bytes)).toEqual([0, 0, 0, 0]);
  });
});
