/** What the KMS does by itself, in records and in events. */

import { expect, test } from "vitest";
import { serviceEventRecord } from "#envol/trail/cloudtrail-record.ts";
import { ACCOUNT, CALLER, DAY_MS, until } from "../kms/fixture.ts";
import { importMaterial } from "../kms/importing.ts";
import { type Recorded, startRecorded } from "./every-call.ts";

const recordsOf = ({ services }: Recorded, name: string) =>
  services.filter((event) => event.name === name).map((event) => serviceEventRecord(event, ACCOUNT));
const typesOf = ({ fixture }: Recorded, type: string) => fixture.events.filter((event) => event.type === type);

test("RotateKey, by itself and on demand", async () => {
  await using recorded = await startRecorded();
  const { kms, clock } = recorded.fixture;
  const { keyId, arn } = await recorded.fixture.key();
  const materialId = async () => (await kms.call("DescribeKey", CALLER, { keyId })).keyMetadata.currentKeyMaterialId;
  const first = await materialId();
  await kms.call("EnableKeyRotation", CALLER, { keyId, rotationPeriodInDays: 90 });
  clock.advance(90 * DAY_MS);
  await until(() => recorded.services.length === 1);
  const second = await materialId();
  await kms.call("RotateKeyOnDemand", CALLER, { keyId });
  const details = { keyOrigin: "AWS_KMS", keyId };
  const [automatic, onDemand] = recordsOf(recorded, "RotateKey");
  // AWS KMS developer guide, "RotateKey": the record has no request, and no one who asked.
  expect(automatic).toEqual({
    eventVersion: "1.11",
    userIdentity: { accountId: ACCOUNT, invokedBy: "AWS Internal" },
    eventTime: "2027-04-15T08:00:00Z",
    eventSource: "kms.amazonaws.com",
    eventName: "RotateKey",
    awsRegion: "us-east-1",
    sourceIPAddress: "AWS Internal",
    userAgent: "AWS Internal",
    requestParameters: null,
    responseElements: null,
    eventID: expect.stringMatching(/^[0-9a-f-]{36}$/),
    readOnly: false,
    resources: [{ accountId: ACCOUNT, type: "AWS::KMS::Key", ARN: arn }],
    eventType: "AwsServiceEvent",
    managementEvent: true,
    recipientAccountId: ACCOUNT,
    serviceEventDetails: {
      ...{ ...details, rotationType: "AUTOMATIC" },
      ...{ previousKeyMaterialId: first, currentKeyMaterialId: second },
    },
    eventCategory: "Management",
  });
  expect(onDemand?.serviceEventDetails).toEqual({
    ...{ ...details, rotationType: "ON_DEMAND" },
    ...{ previousKeyMaterialId: second, currentKeyMaterialId: await materialId() },
  });
  expect(typesOf(recorded, "KeyRotated").map(({ keyArn, detail }) => [keyArn, detail?.["rotationType"]])).toEqual([
    [arn, "AUTOMATIC"],
    [arn, "ON_DEMAND"],
  ]);
});

test("DeleteKey, when the waiting period is over", async () => {
  await using recorded = await startRecorded();
  const { kms, clock } = recorded.fixture;
  const { keyId, arn } = await recorded.fixture.key();
  await kms.call("ScheduleKeyDeletion", CALLER, { keyId, pendingWindowInDays: 7 });
  expect(recorded.services).toEqual([]);
  clock.advance(7 * DAY_MS);
  await until(() => recorded.services.length === 1);
  const [deleted] = recordsOf(recorded, "DeleteKey");
  expect(deleted).toMatchObject({ eventType: "AwsServiceEvent", responseElements: { keyId: arn } });
  expect(deleted).not.toHaveProperty("serviceEventDetails");
  expect(typesOf(recorded, "KeyMaterialDestroyed")).toHaveLength(1);
});

test("DeleteExpiredKeyMaterial, when imported material expires; not when it is deleted", async () => {
  await using recorded = await startRecorded();
  const { kms, clock } = recorded.fixture;
  const { keyId, arn } = (await kms.call("CreateKey", CALLER, { origin: "EXTERNAL" })).keyMetadata;
  const material = Buffer.alloc(32, 7);
  await importMaterial(kms, keyId, material);
  await kms.call("DeleteImportedKeyMaterial", CALLER, { keyId });
  expect(recorded.services).toEqual([]);
  const { keyMaterialId } = await importMaterial(kms, keyId, material, { validToMs: clock.now() + DAY_MS });
  clock.advance(DAY_MS);
  await until(() => recorded.services.length === 1);
  expect(recordsOf(recorded, "DeleteExpiredKeyMaterial")).toMatchObject([
    { serviceEventDetails: { keyId, keyMaterialId }, resources: [{ ARN: arn }], responseElements: null },
  ]);
  expect(typesOf(recorded, "KeyMaterialExpired")).toMatchObject([{ keyArn: arn, detail: { keyMaterialId } }]);
});

test("SynchronizeMultiRegionKey, in the Region of each replica key that takes something over", async () => {
  await using recorded = await startRecorded();
  const { kms } = recorded.fixture;
  const { keyId } = (await kms.call("CreateKey", CALLER, { multiRegion: true })).keyMetadata;
  const replicaArn = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/${keyId}`;
  const synchronised = () => recordsOf(recorded, "SynchronizeMultiRegionKey").map(({ awsRegion }) => awsRegion);
  await kms.call("ReplicateKey", CALLER, { keyId, replicaRegion: "eu-west-1" });
  expect(synchronised()).toEqual(["eu-west-1"]);
  await kms.call("RotateKeyOnDemand", CALLER, { keyId });
  expect(synchronised()).toEqual(["eu-west-1", "eu-west-1"]);
  expect(recordsOf(recorded, "RotateKey")).toHaveLength(1);
  const [record] = recordsOf(recorded, "SynchronizeMultiRegionKey");
  expect(record).toMatchObject({ resources: [{ ARN: replicaArn }], eventType: "AwsServiceEvent" });
  expect(typesOf(recorded, "KeySynchronized").map(({ keyArn }) => keyArn)).toEqual([replicaArn, replicaArn]);
});
