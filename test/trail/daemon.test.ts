/** Records in a whole daemon: followed, over restarts and crashes, and emptied by a reset. */

import { expect, test } from "vitest";
import type { RecordWatch } from "#envol/client/event-client.ts";
import type { AuditRecord__Output as AuditRecord } from "#envol/gen/envol/v1/AuditRecord.ts";
import { scratchDirectory, startChild } from "../daemon/child-daemon.ts";
import { startTestDaemon } from "../requests/stock-client.ts";

async function take(watch: RecordWatch, count: number): Promise<AuditRecord[]> {
  const records: AuditRecord[] = [];
  for await (const record of watch) if (records.push(record) === count) break;
  return records;
}

const namesOf = (records: readonly AuditRecord[]) => records.map(({ eventName }) => eventName);

test("the calls that a volume's life makes are those that CloudTrail shows of EBS", async () => {
  await using daemon = await startTestDaemon();
  const { client } = daemon;
  const { keyId } = await client.createKey();
  const volume = await client.createVolume({ sizeGib: 1, key: keyId });
  await volume.detach();
  const { records } = await client.events.lookupEvents({ filter: { keyId } });
  const seen = records.toReversed().filter(({ eventName }) => eventName !== "DescribeKey");
  const told = seen.map(({ eventName, username, recordJson }) => {
    const { userIdentity, sourceIPAddress, userAgent, requestParameters } = JSON.parse(recordJson);
    // A service stands for the program that calls through it.
    expect([eventName, userAgent]).toEqual([
      eventName,
      eventName === "CreateKey" ? expect.stringContaining("grpc") : sourceIPAddress,
    ]);
    return [eventName, userIdentity.type, username, sourceIPAddress, requestParameters?.encryptionContext];
  });
  const context = { "aws:ebs:id": volume.volumeId };
  const frontEnd = "ec2-frontend-api.amazonaws.com";
  const instance = expect.stringMatching(/^i-[0-9a-f]{17}$/);
  expect(told).toEqual([
    ["CreateKey", "Root", "root", "unknown", undefined],
    ["GenerateDataKeyWithoutPlaintext", "Root", "root", frontEnd, context],
    ["CreateGrant", "Root", "root", frontEnd, undefined],
    ["Decrypt", "AssumedRole", instance, "AWS Internal", context],
    ["RetireGrant", "AWSService", "", "AWS Internal", undefined],
  ]);
});

test("a watch begins with new records, or with kept ones, and keeps to its filter", async () => {
  await using daemon = await startTestDaemon();
  const { client } = daemon;
  await client.keys.createKey({});
  const fresh = client.events.watchRecords();
  await fresh.subscribed;
  const { keyId } = await client.createKey();
  await client.keys.disableKey({ keyId });
  expect(namesOf(await take(fresh, 2))).toEqual(["CreateKey", "DisableKey"]);
  const kept = await take(client.events.watchRecords({ afterSequence: 0 }), 3);
  expect(namesOf(kept)).toEqual(["CreateKey", "CreateKey", "DisableKey"]);
  expect(kept.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  const filtered = client.events.watchRecords({ afterSequence: 1, filter: { keyId, eventName: "DisableKey" } });
  expect(namesOf(await take(filtered, 1))).toEqual(["DisableKey"]);
});

test("a lookup over gRPC goes through its pages", async () => {
  await using daemon = await startTestDaemon();
  const { client } = daemon;
  for (let count = 0; count < 7; count += 1) await client.keys.listKeys({ limit: 1 });
  const sequences: number[] = [];
  let nextToken = "";
  do {
    const page = await client.events.lookupEvents({ maxResults: 3, nextToken, filter: { eventName: "ListKeys" } });
    sequences.push(...page.records.map(({ sequence }) => sequence));
    nextToken = page.nextToken;
  } while (nextToken !== "");
  expect(sequences).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

test("a reset empties the trail and the meter, and who watches goes on with what comes", async () => {
  await using directory = await scratchDirectory();
  const options = { args: ["--harness"] };
  await using before = await startChild(directory.path, options);
  for (let count = 0; count < 3; count += 1) await before.client.keys.createKey({});
  // What is to be emptied is in the store then.
  await before.stop("SIGTERM");
  await using daemon = await startChild(directory.path, options);
  const { client } = daemon;
  expect((await client.events.lookupEvents({})).records).toHaveLength(3);
  expect(await client.events.getUsage({})).toMatchObject({ requests: 3, keyCount: 3 });
  const watch = client.events.watchRecords();
  await watch.subscribed;
  await client.reset();
  expect((await client.events.lookupEvents({})).records).toEqual([]);
  expect(await client.events.getUsage({})).toMatchObject({ requests: 0, keyCount: 0 });
  await client.keys.listKeys({ limit: 1 });
  expect(await take(watch, 1)).toMatchObject([{ eventName: "ListKeys", sequence: 1 }]);
});

test("a stopping daemon ends a watch", async () => {
  await using directory = await scratchDirectory();
  await using daemon = await startChild(directory.path);
  const watch = daemon.client.events.watchRecords();
  await watch.subscribed;
  daemon.signal("SIGTERM");
  await expect(take(watch, 1)).rejects.toMatchObject({ code: "UNAVAILABLE" });
});

test("a clean stop keeps every record and count; a crash loses no more than the newest", async () => {
  await using directory = await scratchDirectory();
  const calls = 300;
  const sequencesIn = async (stop: "SIGTERM" | "SIGKILL") => {
    await using daemon = await startChild(directory.path);
    const { client } = daemon;
    const before = await client.events.lookupEvents({ maxResults: 1000 });
    const counted = (await client.events.getUsage({})).requests;
    for (let count = 0; count < calls; count += 1) await client.keys.listKeys({ limit: 1 });
    const after = await client.events.lookupEvents({ maxResults: 1000 });
    await daemon.stop(stop);
    const sequences = (records: readonly AuditRecord[]) => records.map(({ sequence }) => sequence).reverse();
    return { before: sequences(before.records), after: sequences(after.records), counted };
  };
  const run = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
  const first = await sequencesIn("SIGTERM");
  expect([first.before, first.after, first.counted]).toEqual([[], run(calls), 0]);
  const second = await sequencesIn("SIGKILL");
  expect([second.before, second.counted]).toEqual([run(calls), calls]);
  const third = await sequencesIn("SIGTERM");
  // What is there is the beginning of what was, without gaps, and nothing of the run before the crash is lost.
  expect(third.before).toEqual(run(third.before.length));
  expect(third.before.length).toBeGreaterThanOrEqual(calls);
  expect(third.before.length).toBeLessThanOrEqual(2 * calls);
});
