/** What a client may rely on, against a whole daemon: create, describe, grow, attach, and operations that meet. */

import { randomBytes } from "node:crypto";
import { status } from "@grpc/grpc-js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CreateVolumeRequest } from "#envol/gen/envol/v1/CreateVolumeRequest.ts";
import type { Volume__Output as Volume } from "#envol/gen/envol/v1/Volume.ts";
import { GIB } from "./bad-request.ts";
import { refusalOf, startTestDaemon, type TestDaemon } from "./stock-client.ts";

let daemon: TestDaemon;
beforeEach(async () => {
  daemon = await startTestDaemon();
});
afterEach(async () => {
  await daemon[Symbol.asyncDispose]();
});

async function create(request: CreateVolumeRequest = {}): Promise<Volume> {
  const { volume } = await daemon.client.volumes.createVolume({ sizeGib: 1, ...request });
  return volume as Volume;
}

async function createKey() {
  return (await daemon.client.keys.createKey({})).keyMetadata as { keyId: string; arn: string };
}

async function attach(volumeId: string, fields: object = {}): Promise<string> {
  const { attachment } = await daemon.client.volumes.attachVolume({ volumeId, ...fields });
  return attachment?.attachmentId as string;
}

async function describeIds(filters: { name: string; values: string[] }[]): Promise<string[]> {
  const { volumes } = await daemon.client.volumes.describeVolumes({ filters });
  return volumes.map(({ volumeId }) => volumeId);
}

/** What a call is refused with; undefined when it is not. */
function refusal(call: Promise<unknown>): Promise<string | undefined> {
  return call.then(
    () => undefined,
    (error: { code: string }) => error.code,
  );
}

describe("CreateVolume", () => {
  test("makes one volume for one token, however many ask at a time", async () => {
    const request = { encrypted: true, clientToken: "twenty", tags: [{ key: "k", value: "v" }] };
    const made = await Promise.all(Array.from({ length: 20 }, () => create(request)));
    expect(new Set(made.map(({ volumeId }) => volumeId)).size).toBe(1);
    // The defaults are the same parameters as their values.
    const spelled = { ...request, cipher: "AES_256_XTS", sectorSizeBytes: 4096, kmsKeyId: "alias/aws/ebs" } as const;
    expect((await create(spelled)).volumeId).toBe(made[0]?.volumeId);
    expect((await create({ ...request, clientToken: "another" })).volumeId).not.toBe(made[0]?.volumeId);
    expect((await daemon.client.volumes.describeVolumes({})).volumes).toHaveLength(2);
  });

  test("refuses one token with two sets of parameters at a time", async () => {
    const clientToken = "two";
    const outcomes = await Promise.all([create({ clientToken }), refusal(create({ clientToken, sizeGib: 2 }))]);
    expect(outcomes).toEqual([expect.objectContaining({ sizeGib: 1 }), "IDEMPOTENT_PARAMETER_MISMATCH"]);
  });

  test("takes a key by its id, its ARN, an alias or the ARN of an alias, and the EBS key when none is named", async () => {
    const { keyId, arn } = await createKey();
    await daemon.client.keys.createAlias({ aliasName: "alias/mine", targetKeyId: keyId });
    const aliasArn = arn.replace(/key\/.*/, "alias/mine");
    for (const kmsKeyId of [keyId, arn, "alias/mine", aliasArn]) {
      expect((await create({ encrypted: true, kmsKeyId })).kmsKeyArn).toBe(arn);
    }
    const ebs = await daemon.client.keys.describeKey({ keyId: "alias/aws/ebs" });
    expect((await create({ encrypted: true })).kmsKeyArn).toBe(ebs.keyMetadata?.arn);
    expect((await create()).kmsKeyArn).toBe("");
  });

  test("and AttachVolume go as soon as the key is enabled", async () => {
    const { keyId } = await createKey();
    const { volumeId } = await create({ encrypted: true, kmsKeyId: keyId });
    await daemon.client.keys.disableKey({ keyId });
    expect(await refusal(create({ encrypted: true, kmsKeyId: keyId }))).toBe("KEY_DISABLED");
    expect(await refusal(attach(volumeId))).toBe("KEY_REVOKED");
    await daemon.client.keys.enableKey({ keyId });
    await create({ encrypted: true, kmsKeyId: keyId });
    await attach(volumeId);
  });

  test("keeps tags as they are given, in their order", async () => {
    const tags = Array.from({ length: 50 }, (_, i) => ({
      key: `${50 - i} Ω`.padEnd(128, "k"),
      value: "v".repeat(256),
    }));
    const { volumeId } = await create({ tags });
    const { volumes } = await daemon.client.volumes.describeVolumes({ volumeIds: [volumeId] });
    expect(volumes[0]?.tags).toEqual(tags);
  });
});

describe("DescribeVolumes", () => {
  test("gives each volume once, page by page, in order of their ids", async () => {
    const ids = (await Promise.all(Array.from({ length: 60 }, () => create()))).map(({ volumeId }) => volumeId);
    const pages: string[][] = [];
    let nextToken = "";
    do {
      const page = await daemon.client.volumes.describeVolumes({ maxResults: 7, nextToken });
      pages.push(page.volumes.map(({ volumeId }) => volumeId));
      nextToken = page.nextToken;
    } while (nextToken !== "");
    expect(pages.map((page) => page.length)).toEqual([7, 7, 7, 7, 7, 7, 7, 7, 4]);
    expect(pages.flat()).toEqual(ids.sort());
  });

  test("goes on after a volume that is deleted meanwhile, and pages through what passes a filter", async () => {
    for (let i = 0; i < 9; i++) await create({ tags: i % 3 === 0 ? [] : [{ key: "odd", value: String(i) }] });
    const filters = [{ name: "tag-key", values: ["odd"] }];
    const first = await daemon.client.volumes.describeVolumes({ filters, maxResults: 3 });
    const all = await describeIds(filters);
    await daemon.client.volumes.deleteVolume({ volumeId: first.volumes[2]?.volumeId as string });
    const { nextToken } = first;
    const second = await daemon.client.volumes.describeVolumes({ filters, maxResults: 3, nextToken });
    expect(second).toMatchObject({ volumes: all.slice(3).map((volumeId) => ({ volumeId })), nextToken: "" });
  });

  test("filters by every name, with wildcards", async () => {
    const { keyId, arn } = await createKey();
    const instanceId = "i-0123456789abcdef0";
    const tags = [
      { key: "name", value: "blue whale" },
      { key: "odd", value: "a*b" },
    ];
    const rich = await create({
      ...{ sizeGib: 12, encrypted: true, kmsKeyId: keyId, cipher: "AES_256_GCM", sectorSizeBytes: 512 },
      ...{ multiAttachEnabled: true, tags },
    });
    const plain = await create({ tags: [{ key: "name", value: "blue" }] });
    const attachmentId = await attach(rich.volumeId, { instanceId, device: "/dev/sdk" });
    const both = [rich.volumeId, plain.volumeId].sort();
    const expectations: [string, string[], string[]][] = [
      ["volume-id", [rich.volumeId], [rich.volumeId]],
      ["volume-id", ["vol-*"], both],
      ["volume-id", ["vol-?"], []],
      ["status", ["in-use"], [rich.volumeId]],
      ["status", ["in-use", "available"], both],
      ["status", ["*"], both],
      ["encrypted", ["true"], [rich.volumeId]],
      ["kms-key-id", [arn], [rich.volumeId]],
      ["kms-key-id", [`*${keyId}`], [rich.volumeId]],
      ["size", ["1"], [plain.volumeId]],
      ["size", ["1?"], [rich.volumeId]],
      ["size", ["1*"], both],
      ["cipher", ["AES_256_GCM"], [rich.volumeId]],
      ["cipher", ["AES_256_XTS"], []],
      ["sector-size", ["512"], [rich.volumeId]],
      ["multi-attach-enabled", ["false"], [plain.volumeId]],
      ["attachment.instance-id", [instanceId], [rich.volumeId]],
      ["attachment.attachment-id", [attachmentId], [rich.volumeId]],
      ["attachment.device", ["/dev/sd?"], [rich.volumeId]],
      ["attachment.status", ["attached"], [rich.volumeId]],
      ["tag-key", ["odd"], [rich.volumeId]],
      ["tag:name", ["blue"], [plain.volumeId]],
      ["tag:name", ["blue*"], both],
      ["tag:name", ["*e*e"], [rich.volumeId]],
      ["tag:name", ["b*?"], both],
      ["tag:name", ["Blue"], []],
      ["tag:name", ["b.ue"], []],
      ["tag:name", ["", "lue"], []],
      ["tag:odd", ["a\\*b"], [rich.volumeId]],
      ["tag:odd", ["a\\?b"], []],
      ["tag:odd", ["a?b"], [rich.volumeId]],
    ];
    for (const [name, values, expected] of expectations) {
      expect([name, values, await describeIds([{ name, values }])]).toEqual([name, values, expected]);
    }
    const passesBoth = [
      { name: "tag:name", values: ["blue*"] },
      { name: "status", values: ["available"] },
    ];
    expect(await describeIds(passesBoth)).toEqual([plain.volumeId]);
  });

  test("a pattern of many stars takes no more time than another", { timeout: 5000 }, async () => {
    const { volumeId } = await create({ tags: [{ key: "long", value: "a".repeat(100) }] });
    // A regular expression with backtracking takes minutes for this one, and stops the daemon meanwhile.
    expect(await describeIds([{ name: "tag:long", values: [`${"*a".repeat(6)}*b`] }])).toEqual([]);
    expect(await describeIds([{ name: "tag:long", values: [`${"*a".repeat(50)}*`] }])).toEqual([volumeId]);
  });
});

describe("ModifyVolume", () => {
  test("grows a volume in use: what is there stays, the new space reads as zeroes and takes data", async () => {
    const { volumeId } = await create({ encrypted: true });
    await attach(volumeId);
    const { blocks, volumes } = daemon.client;
    const old = randomBytes(8192);
    await blocks.write({ volumeId, offsetBytes: GIB - old.length, data: old });
    const session = daemon.client.io(volumeId);
    await expect(session.read(GIB, 1)).rejects.toMatchObject({ code: "OUT_OF_RANGE" });

    expect(await volumes.modifyVolume({ volumeId, sizeGib: 3 })).toMatchObject({
      ...{ originalSizeGib: 1, volume: { sizeGib: 3, state: "in-use" } },
    });
    const across = await session.read(GIB - old.length, 2 * old.length);
    expect(across).toEqual(Buffer.concat([old, Buffer.alloc(old.length)]));
    expect(await session.read(3 * GIB - 4096, 4096)).toEqual(Buffer.alloc(4096));
    const young = randomBytes(5000);
    await session.write(3 * GIB - young.length, young);
    expect(await session.read(3 * GIB - young.length, young.length)).toEqual(young);
    await session.close();
    // Asked for what it has, it changes nothing.
    expect(await volumes.modifyVolume({ volumeId, sizeGib: 3 })).toMatchObject({ originalSizeGib: 3 });
  });
});

describe("a volume of 64 TiB", () => {
  test("is sparse, and takes data at its very end", async () => {
    const { volumeId } = await create({ sizeGib: 65_536, encrypted: true, cipher: "AES_256_GCM" });
    await attach(volumeId);
    const { blocks, volumes } = daemon.client;
    const sizeBytes = 65_536 * GIB;
    const data = randomBytes(10_000);
    await blocks.write({ volumeId, offsetBytes: sizeBytes - data.length, data, forceUnitAccess: true });
    expect((await blocks.read({ volumeId, offsetBytes: sizeBytes - 10_000, lengthBytes: 10_000 })).data).toEqual(data);
    expect(await refusal(blocks.write({ volumeId, offsetBytes: sizeBytes - 9999, data }))).toBe("OUT_OF_RANGE");

    const writtenBytes = 3 * 4096;
    const [volume] = (await volumes.describeVolumes({ volumeIds: [volumeId] })).volumes;
    expect(volume?.allocatedBytes).toBe(writtenBytes);
    expect((await blocks.getAllocation({ volumeId })).extents).toEqual([
      { offsetBytes: 0, lengthBytes: sizeBytes - writtenBytes, allocated: false },
      { offsetBytes: sizeBytes - writtenBytes, lengthBytes: writtenBytes, allocated: true },
    ]);
    const chunks = [];
    for await (const chunk of blocks.readStream({ volumeId, skipUnallocated: true })) chunks.push(chunk);
    const padding = Buffer.alloc(writtenBytes - data.length);
    expect(chunks).toEqual([{ offsetBytes: sizeBytes - writtenBytes, data: Buffer.concat([padding, data]) }]);
    const last = sizeBytes / 4096 - 1;
    expect(await blocks.peekSector({ volumeId, sector: last })).toMatchObject({ sector: last, allocated: true });

    await blocks.discard({ volumeId, lengthBytes: sizeBytes });
    expect((await blocks.getAllocation({ volumeId })).extents).toHaveLength(1);
    expect((await blocks.read({ volumeId, offsetBytes: sizeBytes - 1, lengthBytes: 1 })).data).toEqual(Buffer.of(0));
  });
});

describe("several attachments", () => {
  test("see the same data, and end one by one", async () => {
    const { keyId } = await createKey();
    const { volumeId } = await create({ encrypted: true, kmsKeyId: keyId, multiAttachEnabled: true });
    const first = await attach(volumeId);
    const second = await attach(volumeId, { readOnly: true });
    const { blocks, volumes } = daemon.client;
    const data = randomBytes(4096);
    await blocks.write({ volumeId, attachmentId: first, data });
    const read = (attachmentId = "") => blocks.read({ volumeId, attachmentId, lengthBytes: data.length });
    expect((await read(second)).data).toEqual(data);

    await volumes.detachVolume({ volumeId, attachmentId: first });
    expect(await refusal(read(first))).toBe("ATTACHMENT_NOT_FOUND");
    // The oldest one that is left serves who names none, and it is read-only.
    expect((await read()).data).toEqual(data);
    expect(await refusal(blocks.write({ volumeId, data }))).toBe("READ_ONLY");
    // Its grant, not the first one's, unwraps the data key again.
    await daemon.client.keys.disableKey({ keyId });
    expect(await refusal(read())).toBe("KEY_REVOKED");
    await daemon.client.keys.enableKey({ keyId });
    expect((await read()).data).toEqual(data);
    await volumes.detachVolume({ volumeId });
    expect(await refusal(read())).toBe("VOLUME_NOT_ATTACHED");
  });

  test("are 16 at the most, also when 20 are asked for at a time", async () => {
    const { volumeId } = await create({ multiAttachEnabled: true });
    const waiting = Array.from({ length: 20 }, async () => {
      for (;;) {
        const code = await refusal(attach(volumeId));
        if (code !== "VOLUME_BUSY") return code;
      }
    });
    const outcomes = await Promise.all(waiting);
    expect(outcomes.filter((code) => code === undefined)).toHaveLength(16);
    expect(outcomes.filter((code) => code === "ATTACHMENT_LIMIT_EXCEEDED")).toHaveLength(4);
    const [volume] = (await daemon.client.volumes.describeVolumes({ volumeIds: [volumeId] })).volumes;
    expect(new Set(volume?.attachments.map(({ device }) => device)).size).toBe(16);
  });
});

describe("operations that meet", () => {
  const MEETING = {
    modifyVolume: (volumeId: string) => daemon.client.volumes.modifyVolume({ volumeId, sizeGib: 2 }),
    attachVolume: (volumeId: string) => daemon.client.volumes.attachVolume({ volumeId }),
    detachVolume: (volumeId: string) => daemon.client.volumes.detachVolume({ volumeId }),
    deleteVolume: (volumeId: string) => daemon.client.volumes.deleteVolume({ volumeId }),
  };

  test.each(Object.keys(MEETING) as (keyof typeof MEETING)[])("%s is VOLUME_BUSY meanwhile", async (operation) => {
    let code: string | undefined;
    do {
      const { volumeId } = await create({ multiAttachEnabled: true });
      if (operation === "detachVolume") await attach(volumeId);
      // Which of the two comes first is not known, but the second one finds the first under way, sooner or later.
      const growing = refusal(daemon.client.volumes.modifyVolume({ volumeId, sizeGib: 3 }));
      code = await refusal(MEETING[operation](volumeId));
      await growing;
    } while (code !== "VOLUME_BUSY");
  });

  test("a volume that is being deleted is not attached", async () => {
    const { volumeId } = await create();
    const deleted = daemon.client.volumes.deleteVolume({ volumeId });
    const code = await refusal(attach(volumeId));
    await deleted;
    expect(["VOLUME_BUSY", "VOLUME_NOT_FOUND"]).toContain(code);
    expect((await daemon.client.volumes.describeVolumes({})).volumes).toEqual([]);
  });

  test("an Io stream outlives its attachment, and says so in each answer", async () => {
    const { volumeId } = await create();
    await attach(volumeId);
    await using session = daemon.client.io(volumeId);
    await session.write(0, Buffer.of(1));
    await daemon.client.volumes.detachVolume({ volumeId });
    for (const call of [session.read(0, 1), session.write(0, Buffer.of(2)), session.flush(), session.discard(0, 1)]) {
      await expect(call).rejects.toMatchObject({ code: "VOLUME_NOT_ATTACHED" });
    }
    // A new attachment is another one.
    await attach(volumeId);
    await expect(session.read(0, 1)).rejects.toMatchObject({ code: "VOLUME_NOT_ATTACHED" });
    expect(await daemon.client.io(volumeId).read(0, 1)).toEqual(Buffer.of(1));
  });

  test("a WriteStream that fails says how much it has written, and that stays", async () => {
    const { volumeId } = await create();
    await attach(volumeId);
    const data = randomBytes(4096);
    const messages = [
      { volumeId, data },
      { offsetBytes: 8192, data },
      { offsetBytes: GIB, data },
    ];
    const ended = await daemon.call("WriteStream", ...messages);
    expect(refusalOf(ended.status)).toMatchObject({ code: "OUT_OF_RANGE", field: "offsetBytes" });
    const written = Number(/(\d+) bytes of this stream had been written\.$/.exec(ended.status.details)?.[1]);
    const { extents } = await daemon.client.blocks.getAllocation({ volumeId });
    const allocated = extents.filter((extent) => extent.allocated);
    expect(written).toBeLessThanOrEqual(allocated.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0));
    expect((await daemon.client.blocks.read({ volumeId, lengthBytes: 4096 })).data).toEqual(data);
  });

  test("a bad request on an Io stream leaves those around it as they are", async () => {
    const { volumeId } = await create();
    await attach(volumeId);
    const data = randomBytes(512);
    const requests = [
      { tag: 1, write: { data } },
      { tag: 2, read: { offsetBytes: GIB, lengthBytes: 1 } },
      { tag: 3, write: { offsetBytes: 512, data } },
    ];
    const reading = [{ tag: 4, read: { lengthBytes: 1024 } }];
    const written = await daemon.call("Io", { volumeId, requests });
    const read = await daemon.call("Io", { volumeId, requests: reading });
    expect([written.status.code, read.status.code]).toEqual([status.OK, status.OK]);
    const answers = written.responses.flatMap(({ responses }) => responses);
    const failed = answers.filter(({ error }) => error !== null).map(({ tag, error }) => [tag, error.reason]);
    expect(answers.map(({ tag }) => tag).sort()).toEqual([1, 2, 3]);
    expect(failed).toEqual([[2, "OUT_OF_RANGE"]]);
    expect(read.responses[0].responses[0].data).toEqual(Buffer.concat([data, data]));
  });
});
