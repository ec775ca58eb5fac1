/** The meter: what is counted, what it costs, and that it is kept. */

import { describe, expect, test } from "vitest";
import { LIMITS } from "#envol/limits.ts";
import { type Meter, openMeter } from "#envol/trail/meter.ts";
import type { MeterRow } from "#envol/trail/meter-counts.ts";
import { CALLER, DAY_MS, type Fixture, startFixture, until } from "../kms/fixture.ts";
import { type MemoryTable, memoryTable } from "../kms/memory-table.ts";

const HOUR_MS = 3_600_000;
/** The fixture's clock starts on 2027-01-15 at 08:00; January has 744 hours. */
const JANUARY_HOURS = 744;

interface Metered extends AsyncDisposable {
  readonly fixture: Fixture;
  readonly table: MemoryTable<MeterRow>;
  meter: Meter;
  /** Another meter over the same table, as after a restart. */
  reopen(): void;
}

async function startMetered(): Promise<Metered> {
  const fixture = await startFixture();
  const table = memoryTable<MeterRow>();
  const { clock, region, accountId } = fixture.options;
  const open = () =>
    openMeter({
      ...{ table, keys: fixture.tables.keys, clock, region, accountId },
      onFailure: (error) => fixture.failures.push(error),
    });
  const metered: Metered = {
    fixture,
    table,
    meter: open(),
    reopen() {
      metered.meter = open();
    },
    [Symbol.asyncDispose]: () => fixture[Symbol.asyncDispose](),
  };
  await fixture.restart({
    record: (call) => metered.meter.count(call),
    recordServiceEvent: (event) => metered.meter.countServiceEvent(event),
  });
  return metered;
}

const usageOf = ({ meter }: Metered, month?: string) => meter.usage(month, { subtractFreeTier: false });
const requestsOf = (metered: Metered) =>
  Object.fromEntries(usageOf(metered).classes.map(({ priceClass, requests }) => [priceClass, requests]));

test("requests are counted by kind, key and operation, refused ones too", async () => {
  await using metered = await startMetered();
  const { call } = metered.fixture.kms;
  const { keyId, arn } = await metered.fixture.key();
  await call("Encrypt", CALLER, { keyId, plaintext: Buffer.from("text") });
  await call("Decrypt", CALLER, { ciphertextBlob: Buffer.alloc(100) }).catch(() => undefined);
  await call("GenerateRandom", CALLER, { numberOfBytes: 8 });
  const usage = usageOf(metered);
  expect(usage.requests).toBe(4);
  expect(usage.operations).toEqual(
    expect.arrayContaining(["CreateKey", "Encrypt", "Decrypt"].map((operation) => ({ operation, requests: 1 }))),
  );
  expect(usage.keys).toMatchObject([{ keyArn: arn, requests: 2, keySpec: "SYMMETRIC_DEFAULT" }]);
  expect(usage.requestCostUsd).toBeCloseTo((4 * 0.03) / 10_000, 12);
});

// The prices are those of "AWS Key Management Service Pricing".
test("asymmetric keys and data key pairs have prices of their own", async () => {
  await using metered = await startMetered();
  const { call } = metered.fixture.kms;
  const create = async (keySpec: "RSA_2048" | "ECC_NIST_P256" | "SYMMETRIC_DEFAULT") => {
    const keyUsage = keySpec === "SYMMETRIC_DEFAULT" ? "ENCRYPT_DECRYPT" : "SIGN_VERIFY";
    return (await call("CreateKey", CALLER, { keySpec, keyUsage })).keyMetadata.keyId;
  };
  const [rsa, ecc, keyId] = [
    await create("RSA_2048"),
    await create("ECC_NIST_P256"),
    await create("SYMMETRIC_DEFAULT"),
  ];
  const message = Buffer.from("message");
  await call("Sign", CALLER, { keyId: rsa, message, signingAlgorithm: "RSASSA_PSS_SHA_256" });
  await call("Sign", CALLER, { keyId: ecc, message, signingAlgorithm: "ECDSA_SHA_256" });
  await call("GetPublicKey", CALLER, { keyId: ecc });
  await call("GenerateDataKeyPair", CALLER, { keyId, keyPairSpec: "ECC_NIST_P256" });
  await call("GenerateDataKeyPairWithoutPlaintext", CALLER, { keyId, keyPairSpec: "RSA_2048" });
  await call("DescribeKey", CALLER, { keyId: ecc });
  expect(requestsOf(metered)).toEqual({ request: 4, rsa2048: 1, asymmetric: 2, dataKeyPairEcc: 1, dataKeyPairRsa: 1 });
  const { classes, requestCostUsd } = usageOf(metered);
  expect(classes.map(({ per10000Usd }) => per10000Usd)).toEqual([0.03, 0.03, 0.15, 0.1, 12]);
  expect(requestCostUsd).toBeCloseTo((4 * 0.03 + 0.03 + 2 * 0.15 + 0.1 + 12) / 10_000, 12);
});

describe("key-months", () => {
  test("are hours that have begun, in proportion to the month", async () => {
    await using metered = await startMetered();
    const { clock } = metered.fixture;
    await metered.fixture.key();
    clock.advance(10 * HOUR_MS);
    expect(usageOf(metered).keyMonths).toBeCloseTo(10 / JANUARY_HOURS, 12);
    clock.advance(1);
    expect(usageOf(metered).keyMonths).toBeCloseTo(11 / JANUARY_HOURS, 12);
    clock.advance(60 * DAY_MS);
    // 2027-01-15T08:00 to the end of January are 400 hours; February is whole; in March, 15 days and 19 hours.
    expect(usageOf(metered, "2027-01").keyMonths).toBeCloseTo(400 / JANUARY_HOURS, 12);
    expect(usageOf(metered, "2027-02")).toMatchObject({ keyMonths: 1, keyCostUsd: 1, requests: 0 });
    expect(usageOf(metered).keyMonths).toBeCloseTo((15 * 24 + 19) / JANUARY_HOURS, 12);
    expect(usageOf(metered, "2026-12").keys).toEqual([]);
  });

  test("cost nothing for AWS managed keys", async () => {
    await using metered = await startMetered();
    await metered.fixture.kms.call("DescribeKey", CALLER, { keyId: "alias/aws/ebs" });
    metered.fixture.clock.advance(DAY_MS);
    expect(usageOf(metered)).toMatchObject({ keyMonths: 0, keys: [{ keyManager: "AWS", requests: 1 }] });
  });

  test("are more with each of the first two rotations, and no more with further ones", async () => {
    await using metered = await startMetered();
    const { keyId } = await metered.fixture.key();
    const versions: number[] = [];
    for (let rotations = 0; rotations <= 3; rotations += 1) {
      if (rotations > 0) await metered.fixture.kms.call("RotateKeyOnDemand", CALLER, { keyId });
      const before = usageOf(metered).keyMonths;
      metered.fixture.clock.advance(HOUR_MS);
      versions.push(Math.round((usageOf(metered).keyMonths - before) * JANUARY_HOURS));
    }
    expect(versions).toEqual([1, 2, 3, 3]);
  });

  test("end when deletion is scheduled, and run on as if nothing had been when it is cancelled", async () => {
    await using metered = await startMetered();
    const { kms, clock } = metered.fixture;
    const { keyId } = await metered.fixture.key();
    const hours = () => Math.round(usageOf(metered).keyMonths * JANUARY_HOURS);
    clock.advance(5 * HOUR_MS);
    await kms.call("ScheduleKeyDeletion", CALLER, { keyId, pendingWindowInDays: 7 });
    clock.advance(10 * HOUR_MS);
    expect(hours()).toBe(5);
    await kms.call("CancelKeyDeletion", CALLER, { keyId });
    expect(hours()).toBe(15);
    await kms.call("ScheduleKeyDeletion", CALLER, { keyId, pendingWindowInDays: 7 });
    clock.advance(8 * DAY_MS);
    await until(() => metered.fixture.events.some(({ type }) => type === "KeyMaterialDestroyed"));
    expect(hours()).toBe(15);
    await metered.meter.close();
    metered.reopen();
    expect(hours()).toBe(15);
  });

  test("of a replica key begin with itself, whatever its primary key has been through", async () => {
    await using metered = await startMetered();
    const { kms, clock } = metered.fixture;
    const { keyId } = (await kms.call("CreateKey", CALLER, { multiRegion: true })).keyMetadata;
    await kms.call("RotateKeyOnDemand", CALLER, { keyId });
    clock.advance(10 * HOUR_MS);
    await kms.call("ReplicateKey", CALLER, { keyId, replicaRegion: "eu-west-1" });
    clock.advance(HOUR_MS);
    const months = usageOf(metered).keys.map((key) => [key.keyArn.split(":")[3], key.keyMonths * JANUARY_HOURS]);
    expect(months).toEqual([
      ["us-east-1", expect.closeTo(22, 6)],
      ["eu-west-1", expect.closeTo(2, 6)],
    ]);
  });
});

test("counts are kept over restarts and failures of the store, and counted once", async () => {
  await using metered = await startMetered();
  const { clock, kms, failures } = metered.fixture;
  const { keyId } = await metered.fixture.key();
  const use = () => kms.call("DescribeKey", CALLER, { keyId });
  await use();
  let fails = 0;
  metered.table.beforeAnswer = async () => {
    fails += 1;
    // After the commit: what is written again must not count twice.
    throw new Error("flush failed");
  };
  await until(() => {
    clock.advance(LIMITS.auditWriteDelayMs);
    return fails > 0;
  });
  await use();
  expect(usageOf(metered).requests).toBe(3);
  metered.table.beforeAnswer = async () => {};
  metered.table.beforeCommit = async () => {
    fails += 1;
    throw new Error("no room");
  };
  await until(() => {
    clock.advance(LIMITS.auditWriteDelayMs);
    return fails > 2;
  });
  expect(usageOf(metered).requests).toBe(3);
  metered.table.beforeCommit = async () => {};
  await metered.meter.close();
  metered.reopen();
  expect(usageOf(metered).requests).toBe(3);
  // Once for each kind of failure at the most, however often it was tried.
  expect(new Set(failures.map(String)).size).toBe(failures.length);
  await use();
  await metered.meter.abandon();
  metered.reopen();
  expect(usageOf(metered).requests).toBe(3);
});

test("the free tier is told of, and taken off when asked", async () => {
  await using metered = await startMetered();
  await metered.fixture.key();
  const free = 0.03 / 10_000;
  expect(usageOf(metered)).toMatchObject({ freeRequests: 1, freeUsd: free, freeTierSubtracted: false });
  const usage = metered.meter.usage(undefined, { subtractFreeTier: true });
  expect(usage.totalCostUsd).toBeCloseTo(usage.keyCostUsd, 12);
  expect(usage.freeTierSubtracted).toBe(true);
});

test("a month is YYYY-MM, and has begun; those of more than a year ago are forgotten at a start", async () => {
  await using metered = await startMetered();
  await metered.fixture.key();
  for (const month of ["2027", "2027-13", "27-01", "x", "2027-02"]) {
    expect(() => usageOf(metered, month), month).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  }
  await metered.meter.close();
  metered.fixture.clock.advance(366 * DAY_MS);
  metered.reopen();
  expect(usageOf(metered, "2027-01").requests).toBe(1);
  metered.fixture.clock.advance(31 * DAY_MS);
  metered.reopen();
  expect(usageOf(metered, "2027-01").requests).toBe(0);
});
