/** How the client learns what became of keys in use, over a stub, and the bounds of how late it can be. */

import { beforeEach, expect, test } from "vitest";
import type { EnvolError } from "#envol/errors.ts";
import { CALLER, DECRYPT, startFixture, until } from "./fixture.ts";
import { describedKey, exception, KEY_ARN, OTHER_KEY_ARN, stall } from "./stub-kms.ts";

const TIMES = { pollIntervalMs: 5000, requestTimeoutMs: 3000 };

/** Lets calls that were begun reach the stub, if any were: whole calls that are made now, one after the other, take longer. */
async function settled({ stub, client }: Awaited<ReturnType<typeof startFixture>>): Promise<void> {
  const before = stub.count("Decrypt");
  for (let call = 1; call <= 3; call++) {
    await client.decrypt(CALLER, { ...DECRYPT, keyArn: OTHER_KEY_ARN }).catch(() => {});
    await stub.arrived("Decrypt", before + call);
  }
}

let fixture: Awaited<ReturnType<typeof startFixture>>;
const start = async (options: Parameters<typeof startFixture>[0] = {}) => {
  fixture = await startFixture({ ...TIMES, ...options });
};
beforeEach(() => {
  return async () => {
    await fixture[Symbol.asyncDispose]();
  };
});

/** Moves to where the next question is due, whenever that is, and waits for it. */
async function poll(): Promise<void> {
  const before = fixture.stub.count("DescribeKey");
  fixture.clock.advance(TIMES.pollIntervalMs);
  await fixture.stub.arrived("DescribeKey", before + 1);
}

test("a key in use is asked about once an interval, however many volumes use it, until nobody does", async () => {
  await start();
  const { client, stub, clock } = fixture;
  const ends = [client.useKey(KEY_ARN), client.useKey(KEY_ARN), client.useKey(KEY_ARN)];
  await poll();
  await fixture.toldTimes(1);
  expect(fixture.told).toEqual([{ keyArn: KEY_ARN, keyState: "Enabled", usable: true }]);
  await poll();
  await settled(fixture);
  expect(stub.count("DescribeKey")).toBe(2);
  ends[0]?.();
  // Ended twice, it counts once.
  ends[0]?.();
  ends[1]?.();
  expect(fixture.told).toHaveLength(1);
  stub.keyState = "Disabled";
  await poll();
  await fixture.toldTimes(2);
  ends[2]?.();
  clock.advance(10 * TIMES.pollIntervalMs);
  await settled(fixture);
  expect(stub.count("DescribeKey")).toBe(3);
});

test("questions come up to a fifth early, and never late", async () => {
  await start();
  fixture.client.useKey(KEY_ARN);
  fixture.clock.advance(TIMES.pollIntervalMs * 0.8 - 1);
  await settled(fixture);
  expect(fixture.stub.count("DescribeKey")).toBe(0);
  fixture.clock.advance(TIMES.pollIntervalMs * 0.2 + 1);
  await fixture.stub.arrived("DescribeKey", 1);
});

test("a revocation is known an interval and a call after it, and its end too", async () => {
  await start();
  const { client, stub, events } = fixture;
  client.useKey(KEY_ARN);
  client.useKey(OTHER_KEY_ARN);
  stub.answers.set("DescribeKey", ({ body }) => {
    return describedKey(String(body["KeyId"]), body["KeyId"] === KEY_ARN ? stub.keyState : "Enabled");
  });
  fixture.clock.advance(TIMES.pollIntervalMs);
  await fixture.toldTimes(2);
  for (const [keyState, usable] of [
    ["Disabled", false],
    ["PendingDeletion", false],
    ["Enabled", true],
    ["Unavailable", false],
    ["Updating", true],
    ["SomethingNew", false],
  ] as const) {
    stub.keyState = keyState;
    const times = fixture.told.length + 1;
    fixture.clock.advance(TIMES.pollIntervalMs);
    await fixture.toldTimes(times);
    expect(fixture.told.at(-1)).toEqual({ keyArn: KEY_ARN, keyState, usable });
  }
  const states = events.filter(({ type }) => type === "KeyStateChanged").map(({ state }) => state);
  expect(states).toEqual(["Disabled", "PendingDeletion", "Enabled", "Unavailable", "Updating"]);
});

test("a key that may not be looked at, or is gone, is unusable", async () => {
  await start();
  fixture.client.useKey(KEY_ARN);
  fixture.stub.answers.set("DescribeKey", exception("AccessDeniedException", "No."));
  await poll();
  await fixture.toldTimes(1);
  fixture.stub.answers.set("DescribeKey", exception("NotFoundException", "Gone."));
  await poll();
  await fixture.toldTimes(2);
  expect(fixture.told.map(({ keyState, usable }) => [keyState, usable])).toEqual([
    ["NotAccessible", false],
    ["Deleted", false],
  ]);
});

test.each([
  ["DisabledException", `${KEY_ARN} is disabled.`, "Disabled"],
  ["KMSInvalidStateException", `${KEY_ARN} is pending deletion.`, "PendingDeletion"],
  ["KMSInvalidStateException", `${KEY_ARN} is pending replica deletion.`, "PendingReplicaDeletion"],
  ["KMSInvalidStateException", "No.", "Unavailable"],
  ["KMSInvalidStateException", `${KEY_ARN} is on fire.`, "Unavailable"],
  ["NotFoundException", "Gone.", "Deleted"],
])("a refusal tells at once, without a question (%s, %s)", async (name, message, keyState) => {
  await start();
  const { client, stub } = fixture;
  client.useKey(KEY_ARN);
  stub.answers.set("Decrypt", exception(name, message));
  await client.decrypt(CALLER, DECRYPT).catch(() => {});
  await fixture.toldTimes(1);
  expect(fixture.told).toEqual([{ keyArn: KEY_ARN, keyState, usable: false }]);
  expect(stub.count("DescribeKey")).toBe(0);
});

test("a refusal of a grant or a new data key tells as well", async () => {
  await start({ granteeArn: "arn:aws:iam::111122223333:role/envol" });
  const { client, stub } = fixture;
  const context = { "aws:ebs:id": "vol-0123456789abcdef0" };
  const grant = {
    granteePrincipal: "",
    retiringPrincipal: "",
    operations: ["Decrypt"],
    encryptionContextSubset: context,
  };
  for (const [operation, call] of [
    ["CreateGrant", () => client.createGrant(CALLER, { keyId: KEY_ARN, ...grant })],
    [
      "GenerateDataKeyWithoutPlaintext",
      () =>
        client.generateDataKeyWithoutPlaintext(CALLER, {
          keyId: KEY_ARN,
          numberOfBytes: 64,
          encryptionContext: context,
        }),
    ],
  ] as const) {
    const times = fixture.told.length + 1;
    const end = client.useKey(KEY_ARN);
    stub.answers.set(operation, exception("DisabledException", `${KEY_ARN} is disabled.`));
    await call().catch(() => {});
    await fixture.toldTimes(times);
    end();
  }
});

test("a denial has the key looked at, at once: who may still look at it has not lost it", async () => {
  await start();
  const { client, stub } = fixture;
  client.useKey(KEY_ARN);
  stub.answers.set("Decrypt", exception("AccessDeniedException", "No."));
  await client.decrypt(CALLER, DECRYPT).catch(() => {});
  await fixture.toldTimes(1);
  expect(fixture.told).toEqual([{ keyArn: KEY_ARN, keyState: "Enabled", usable: true }]);
  stub.answers.set("DescribeKey", exception("AccessDeniedException", "No."));
  await client.decrypt(CALLER, DECRYPT).catch(() => {});
  await fixture.toldTimes(2);
  expect(fixture.told[1]).toEqual({ keyArn: KEY_ARN, keyState: "NotAccessible", usable: false });
});

test("an answer that is older than a refusal is not believed", async () => {
  await start();
  const { client, stub } = fixture;
  client.useKey(KEY_ARN);
  let answer: (body: object) => void = () => {};
  stub.answers.set("DescribeKey", () => new Promise<object>((resolve) => (answer = resolve)));
  await poll();
  stub.answers.set("Decrypt", exception("DisabledException", `${KEY_ARN} is disabled.`));
  await client.decrypt(CALLER, DECRYPT).catch(() => {});
  await fixture.toldTimes(1);
  answer(describedKey(KEY_ARN, "Enabled"));
  stub.answers.delete("DescribeKey");
  stub.answers.delete("Decrypt");
  stub.keyState = "PendingDeletion";
  await until(() => {
    fixture.clock.advance(1000);
    return fixture.told.length > 1;
  });
  expect(fixture.told.map(({ keyState }) => keyState)).toEqual(["Disabled", "PendingDeletion"]);
});

test("a question that is wanted while one is under way comes after it", async () => {
  await start();
  const { client, stub } = fixture;
  client.useKey(KEY_ARN);
  let answer: (body: object) => void = () => {};
  stub.answers.set("DescribeKey", () => new Promise<object>((resolve) => (answer = resolve)));
  await poll();
  stub.answers.set("Decrypt", exception("AccessDeniedException", "No."));
  await client.decrypt(CALLER, DECRYPT).catch(() => {});
  await settled(fixture);
  expect(stub.count("DescribeKey")).toBe(1);
  stub.answers.delete("DescribeKey");
  stub.keyState = "Disabled";
  answer(describedKey(KEY_ARN, "Enabled"));
  await fixture.toldTimes(2);
  expect(fixture.told.map(({ keyState }) => keyState)).toEqual(["Enabled", "Disabled"]);
  expect(stub.count("DescribeKey")).toBe(2);
});

test("questions never overlap, and one that is late does not put off the next", async () => {
  await start({ pollIntervalMs: 5000, requestTimeoutMs: 5000 });
  const { client, stub, clock } = fixture;
  client.useKey(KEY_ARN);
  stub.answers.set("DescribeKey", stall);
  await poll();
  clock.advance(4999);
  await settled(fixture);
  expect(stub.count("DescribeKey")).toBe(1);
  stub.answers.delete("DescribeKey");
  // The question's time is over, and the next one is due by then.
  clock.advance(1);
  await until(() => {
    clock.advance(0);
    return stub.count("DescribeKey") === 2;
  });
  await fixture.toldTimes(1);
});

test("a KMS that throttles is asked as seldom as the bound allows", async () => {
  await start();
  const { client, stub, clock } = fixture;
  client.useKey(KEY_ARN);
  stub.answers.set("DescribeKey", exception("ThrottlingException", "slower", 400));
  clock.advance(TIMES.pollIntervalMs);
  // The SDK makes its attempts, and gives up.
  await stub.arrived("DescribeKey", 3);
  stub.answers.delete("DescribeKey");
  await settled(fixture);
  clock.advance(TIMES.pollIntervalMs - 1);
  await settled(fixture);
  expect(stub.count("DescribeKey")).toBe(3);
  await until(() => {
    clock.advance(1);
    return stub.count("DescribeKey") === 4;
  });
  await fixture.toldTimes(1);
});

test("a KMS that does not answer takes nothing away, unless it was told to after some time", async () => {
  await start();
  const down = exception("KMSInternalException", "down", 500);
  fixture.client.useKey(KEY_ARN);
  fixture.stub.answers.set("DescribeKey", down);
  await poll();
  fixture.clock.advance(3_600_000);
  await settled(fixture);
  expect(fixture.told).toEqual([]);
  await fixture[Symbol.asyncDispose]();

  await start({ staleAfterMs: 20_000 });
  fixture.client.useKey(KEY_ARN);
  await poll();
  await fixture.toldTimes(1);
  fixture.stub.answers.set("DescribeKey", down);
  fixture.clock.advance(19_999);
  await settled(fixture);
  expect(fixture.told).toHaveLength(1);
  fixture.clock.advance(1);
  await fixture.toldTimes(2);
  expect(fixture.told[1]).toEqual({ keyArn: KEY_ARN, keyState: "NotReachable", usable: false });
  fixture.stub.answers.delete("DescribeKey");
  await until(() => {
    fixture.clock.advance(1000);
    return fixture.told.length > 2;
  });
  expect(fixture.told[2]).toMatchObject({ keyState: "Enabled", usable: true });
});

test("a listener that fails keeps nobody from being told", async () => {
  await start();
  fixture.client.onKeyUsability(() => {
    throw new Error("It cannot follow.");
  });
  fixture.client.useKey(KEY_ARN);
  await poll();
  await fixture.toldTimes(1);
  fixture.stub.keyState = "Disabled";
  await poll();
  await fixture.toldTimes(2);
});

test("who comes while a state is known is told it, once it is asked again", async () => {
  await start();
  fixture.stub.keyState = "Disabled";
  fixture.client.useKey(KEY_ARN);
  await poll();
  await fixture.toldTimes(1);
  fixture.client.useKey(KEY_ARN);
  await poll();
  await fixture.toldTimes(2);
  expect(fixture.told.map(({ keyState }) => keyState)).toEqual(["Disabled", "Disabled"]);
  expect(fixture.events.filter(({ type }) => type === "KeyStateChanged")).toHaveLength(1);
});

test("where nobody listens, nobody is asked", async () => {
  await start();
  const { openAwsKms } = await import("#envol/kms/aws/aws-kms.ts");
  const { pino } = await import("pino");
  const kms = await openAwsKms({
    options: { provider: "aws", endpoint: fixture.stub.endpoint },
    region: "us-east-1",
    clock: fixture.clock,
    events: { publish: () => {}, subscribe: () => () => {}, firstSequence: 1, lastSequence: 0 },
    log: pino({ level: "silent" }),
  });
  kms.client.useKey(KEY_ARN);
  fixture.clock.advance(60_000);
  await settled(fixture);
  expect(fixture.stub.count("DescribeKey")).toBe(0);
  await kms.close();
});

test.each([
  [{ endpoint: "ftp://kms" }, "endpoint"],
  [{ endpoint: "nowhere" }, "endpoint"],
  [{ granteeArn: "root" }, "granteeArn"],
  [{ pollIntervalMs: 0 }, "pollIntervalMs"],
  [{ pollIntervalMs: 1.5 }, "pollIntervalMs"],
  [{ pollIntervalMs: 1000, requestTimeoutMs: 1001 }, "requestTimeoutMs"],
  [{ requestTimeoutMs: 0 }, "requestTimeoutMs"],
  [{ staleAfterMs: 7999 }, "staleAfterMs"],
])("the options %o are refused for %s", async (options, field) => {
  await start();
  const refused: EnvolError = await startFixture(options).then(
    () => undefined as never,
    (error) => error,
  );
  expect(refused).toMatchObject({ code: "CONFIG_INVALID", field: `kms.${field}` });
  expect(refused.message).toMatch(new RegExp(`^kms\\.${field}: expected`));
});
