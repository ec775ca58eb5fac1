/** Whose call it is: what is signed, what is not, and what must be. */

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import {
  Client,
  credentials as grpcCredentials,
  Metadata,
  type ServiceDefinition,
  type StatusObject,
  status,
} from "@grpc/grpc-js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "#envol/client/client.ts";
import type { Credentials } from "#envol/client/credentials.ts";
import type { EnvolError } from "#envol/errors.ts";
import type { HeldAccessKey } from "#envol/iam/access-key.ts";
import type { Principals } from "#envol/iam/principals.ts";
import {
  BLOCK_SERVICE,
  EVENT_SERVICE,
  HARNESS_SERVICE,
  KEY_SERVICE,
  PRINCIPAL_SERVICE,
  VOLUME_SERVICE,
} from "#envol/serve/grpc/load-protos.ts";
import { CALLER, type DoorOptions, fakeKms, KEY_METADATA, openDoor, type TestDoor, VOLUME_ID } from "./fakes.ts";
import { type Signing, signedMetadata } from "./signing.ts";

const ALICE: Credentials = { accessKeyId: "AKIAALICE00000000000", secretAccessKey: "alice's/secret+key" };
const STRANGER: Credentials = { accessKeyId: "AKIASTRANGER00000000", secretAccessKey: "test" };
const FOREIGNER: Credentials = { accessKeyId: "AKIAFOREIGN000000000", secretAccessKey: "elsewhere" };
const ALICE_ARN = "arn:aws:iam::000000000000:user/alice";
const FOREIGN_ARN = "arn:aws:iam::999999999999:user/bob";

const HELD: Readonly<Record<string, HeldAccessKey>> = {
  [ALICE.accessKeyId]: { secretAccessKey: ALICE.secretAccessKey, arn: ALICE_ARN, accountId: CALLER.accountId },
  [FOREIGNER.accessKeyId]: {
    secretAccessKey: FOREIGNER.secretAccessKey,
    arn: FOREIGN_ARN,
    accountId: "999999999999",
  },
};

const principals = { findAccessKey: (id: string) => HELD[id] } as unknown as Principals;

const SERVICES: readonly ServiceDefinition[] = [
  ...[VOLUME_SERVICE, BLOCK_SERVICE, KEY_SERVICE, EVENT_SERVICE, HARNESS_SERVICE, PRINCIPAL_SERVICE],
];
const METHODS = SERVICES.flatMap((service) => Object.values(service));
const DESCRIBE_KEY = KEY_SERVICE.DescribeKey.path;

const described = fakeKms({ DescribeKey: { keyMetadata: KEY_METADATA } });
let doors: TestDoor[] = [];

beforeEach(() => described.asked.splice(0));
afterEach(async () => {
  await Promise.all(doors.map((door) => door[Symbol.asyncDispose]()));
  doors = [];
});

async function open(options: Pick<DoorOptions, "auth" | "credentials">): Promise<TestDoor> {
  const door = await openDoor({ call: described.call, principals, ...options });
  doors.push(door);
  return door;
}

/** Who asked last, as the KMS was told. */
function lastCaller() {
  return described.asked.at(-1)?.[1];
}

/** Calls any method to its end with an empty message, signed as said or not at all. */
async function callRaw(address: string, path: string, metadata = new Metadata()): Promise<StatusObject> {
  const client = new Client(address, grpcCredentials.createInsecure());
  const bytes = (message: Buffer) => message;
  const call = client.makeBidiStreamRequest(path, bytes, bytes, metadata, { deadline: Date.now() + 20_000 });
  call.on("data", () => {});
  call.on("error", () => {});
  const ended = new Promise<StatusObject>((resolve) => call.on("status", resolve));
  call.end(Buffer.alloc(0));
  try {
    return await ended;
  } finally {
    client.close();
  }
}

function reasonOf({ code, metadata }: StatusObject): string {
  return `${status[code]} ${String(metadata.get("envol-reason")[0] ?? "")}`.trim();
}

describe("where signatures are not required", () => {
  it("takes a call that is not signed for the account root's", async () => {
    const { client } = await open({});
    await client.keys.describeKey({ keyId: "1" });
    expect(lastCaller()).toMatchObject(CALLER);
  });

  it("takes a call that is signed with a known access key for its principal's", async () => {
    const { client } = await open({ credentials: ALICE });
    await client.keys.describeKey({ keyId: "1" });
    expect(lastCaller()).toMatchObject({ arn: ALICE_ARN, accountId: CALLER.accountId });
  });

  it("takes a call that is signed with an unknown access key, or in another way, for the account root's", async () => {
    const { client, door } = await open({ credentials: STRANGER });
    await client.keys.describeKey({ keyId: "1" });
    expect(lastCaller()).toMatchObject(CALLER);
    const bearer = new Metadata();
    bearer.set("authorization", "Bearer abc");
    expect(reasonOf(await callRaw(door.address, DESCRIBE_KEY, bearer))).toBe("OK");
    expect(lastCaller()).toMatchObject(CALLER);
  });

  it("refuses a known access key with another secret, whatever the shape of the call", async () => {
    const { door, volumes } = await open({});
    const wrong = { ...ALICE, secretAccessKey: "not it" };
    for (const { path } of METHODS) {
      const ended = await callRaw(door.address, path, signedMetadata({ credentials: wrong, path }));
      expect(reasonOf(ended), path).toBe("UNAUTHENTICATED AUTH_SIGNATURE");
    }
    expect([...volumes.asked, ...described.asked]).toEqual([]);
  });

  it("tells who calls to whatever uses the KMS on the caller's behalf", async () => {
    const { client, volumes } = await open({ credentials: ALICE });
    await client.volumes.createVolume({ sizeGib: 1 });
    await client.volumes.attachVolume({ volumeId: VOLUME_ID });
    expect(volumes.callers).toMatchObject([{ arn: ALICE_ARN }, { arn: ALICE_ARN }]);
  });
});

describe("where signatures are required", () => {
  it("refuses every method of every service to who does not sign", async () => {
    const { door, volumes } = await open({ auth: "required" });
    for (const { path } of METHODS) {
      expect(reasonOf(await callRaw(door.address, path)), path).toBe("UNAUTHENTICATED AUTH_MISSING");
    }
    expect([...volumes.asked, ...described.asked]).toEqual([]);
  });

  it("refuses an unknown access key, and tells the client so", async () => {
    const { client } = await open({ auth: "required", credentials: STRANGER });
    const refused = await client.keys.describeKey({ keyId: "1" }).catch((error: EnvolError) => error);
    expect(refused).toMatchObject({ code: "AUTH_UNKNOWN_KEY" });
  });

  it("answers health checks to anyone", async () => {
    const { client } = await open({ auth: "required" });
    await client.ready(5000);
  });

  it("serves calls of every shape to a client that signs them", async () => {
    const { client, device, events } = await open({ auth: "required", credentials: ALICE });
    const { blocks } = client;
    await blocks.write({ volumeId: VOLUME_ID, offsetBytes: 0, data: Buffer.from("unary") });
    expect((await blocks.read({ volumeId: VOLUME_ID, offsetBytes: 0, lengthBytes: 5 })).data.toString()).toBe("unary");
    const chunks = (async function* () {
      yield { volumeId: VOLUME_ID, offsetBytes: 4096, data: Buffer.from("a stream") };
    })();
    await blocks.writeStream(chunks);
    expect(device.bytes.toString("latin1", 4096, 4104)).toBe("a stream");
    for await (const { data } of blocks.readStream({ volumeId: VOLUME_ID, offsetBytes: 4096, lengthBytes: 8 })) {
      expect(data.toString()).toBe("a stream");
    }
    await using io = client.io(VOLUME_ID);
    expect((await io.read(0, 5)).toString()).toBe("unary");
    using watch = client.events.watch({ afterSequence: 0 });
    await watch.subscribed;
    events.publish({ type: "DaemonReset" });
    for await (const { type } of watch) {
      expect(type).toBe("DaemonReset");
      break;
    }
  });
});

describe("a signature", () => {
  const sign = (signing: Partial<Signing>) => signedMetadata({ credentials: ALICE, path: DESCRIBE_KEY, ...signing });
  const outcome = async (metadata: Metadata, path = DESCRIBE_KEY) => {
    const { door } = await open({ auth: "required" });
    return reasonOf(await callRaw(door.address, path, metadata));
  };

  it("may be made without the package that the door uses, for any Region, and may cover further metadata", async () => {
    expect(await outcome(sign({}))).toBe("OK");
    expect(await outcome(sign({ region: "mars-north-1" }))).toBe("OK");
    expect(await outcome(sign({ headers: { "x-amz-security-token": "a-session", "x-trace": "7" } }))).toBe("OK");
    expect(lastCaller()).toMatchObject({ arn: ALICE_ARN });
  });

  it("is good for its own method alone", async () => {
    expect(await outcome(sign({}), KEY_SERVICE.DisableKey.path)).toBe("UNAUTHENTICATED AUTH_SIGNATURE");
  });

  it("is good for five minutes, on either side", async () => {
    const minutes = (count: number) => Date.now() + count * 60_000;
    expect(await outcome(sign({ timeMs: minutes(-4) }))).toBe("OK");
    expect(await outcome(sign({ timeMs: minutes(4) }))).toBe("OK");
    expect(await outcome(sign({ timeMs: minutes(-6) }))).toBe("UNAUTHENTICATED AUTH_SIGNATURE");
    expect(await outcome(sign({ timeMs: minutes(6) }))).toBe("UNAUTHENTICATED AUTH_SIGNATURE");
  });

  it("is refused when it is for another service or claims to cover the message", async () => {
    expect(await outcome(sign({ service: "kms" }))).toBe("UNAUTHENTICATED AUTH_SIGNATURE");
    expect(await outcome(sign({ payloadHash: "0".repeat(64) }))).toBe("UNAUTHENTICATED AUTH_SIGNATURE");
  });

  it("is refused when a part of it is missing", async () => {
    const undated = sign({});
    undated.remove("x-amz-date");
    expect(await outcome(undated)).toBe("UNAUTHENTICATED AUTH_INCOMPLETE");
    const unsigned = sign({});
    unsigned.set("authorization", String(unsigned.get("authorization")[0]).replace(/, Signature=.*/, ""));
    expect(await outcome(unsigned)).toBe("UNAUTHENTICATED AUTH_INCOMPLETE");
  });
});

it("lets principals of other accounts use keys, as key policies may, and nothing else", async () => {
  const { client, volumes } = await open({ credentials: FOREIGNER });
  await client.keys.describeKey({ keyId: "1" });
  expect(lastCaller()).toMatchObject({ arn: FOREIGN_ARN, accountId: "999999999999" });
  const read = client.blocks.read({ volumeId: VOLUME_ID, offsetBytes: 0, lengthBytes: 1 });
  await expect(read).rejects.toMatchObject({ code: "ACCESS_DENIED" });
  await expect(client.volumes.describeVolumes({})).rejects.toMatchObject({ code: "ACCESS_DENIED" });
  expect(volumes.asked).toEqual([]);
});

it("refuses malformed credentials before any call, and repeats no secret", () => {
  const secret = "a secret with spaces";
  expect(() => connect("unix:/nowhere", { credentials: { ...ALICE, secretAccessKey: secret } })).toThrow(
    expect.objectContaining({ code: "INVALID_ARGUMENT", field: "credentials.secretAccessKey" }),
  );
  expect(() => connect("unix:/nowhere", { credentials: { ...ALICE, secretAccessKey: secret } })).not.toThrow(secret);
  expect(() => connect("unix:/nowhere", { credentials: { ...ALICE, accessKeyId: "" } })).toThrow(/accessKeyId/);
});

it("loads the package that signs for those alone who have credentials", async () => {
  const entry = new URL("../../dist/client/index.js", import.meta.url);
  const program = `
    import { createRequire } from "node:module";
    const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes("signature-v4"));
    const { connect } = await import(${JSON.stringify(entry.href)});
    const client = connect("unix:/nowhere/envol.sock");
    await client.volumes.describeVolumes({}).catch(() => {});
    await client.close();
    console.log(loaded());
    await import("@smithy/signature-v4");
    console.log(loaded());`;
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], { cwd });
  expect(stdout).toBe("false\ntrue\n");
});
