/** Who calls, by the rule of identity, and which Region. */

import {
  CreateKeyCommand,
  type CreateKeyCommandOutput,
  DescribeKeyCommand,
  KMSClient,
  KMSServiceException,
  ListKeysCommand,
} from "@aws-sdk/client-kms";
import { expect, test } from "vitest";
import { startEnvol } from "#envol/kit/start-envol.ts";
import { ACCOUNT } from "../kms/fixture.ts";
import { post } from "./clients.ts";
import { ALICE, type Door, openDoor } from "./door.ts";

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const OWN = { accessKeyId: "test", secretAccessKey: "test" };

function client(door: Door, credentials: { accessKeyId: string; secretAccessKey: string }, region = "us-east-1") {
  return new KMSClient({ endpoint: door.endpoint, region, credentials, maxAttempts: 1 });
}

async function refusal(promise: Promise<unknown>): Promise<[string, string]> {
  const error = await promise.catch((thrown: unknown) => thrown);
  if (!(error instanceof KMSServiceException)) throw new Error(`it was not refused: ${error}`);
  return [error.name, error.message];
}

const callers = (door: Door) => door.records.map(({ caller }) => caller.arn);

test("open: a known key acts as its principal, and everybody else as the root", async () => {
  await using door = await openDoor();
  await client(door, ALICE).send(new ListKeysCommand({}));
  await client(door, OWN).send(new ListKeysCommand({}));
  expect((await post(door.endpoint, "ListKeys", {})).status).toBe(200);
  expect(callers(door)).toEqual([ALICE.arn, ROOT, ROOT]);
});

test("open: who claims a known key has to have its secret", async () => {
  await using door = await openDoor();
  const forged = client(door, { ...ALICE, secretAccessKey: "guessed" });
  expect((await refusal(forged.send(new ListKeysCommand({}))))[0]).toBe("InvalidSignatureException");
  const authorization = `AWS4-HMAC-SHA256 Credential=${ALICE.accessKeyId}/20260101`;
  const { status, text } = await post(door.endpoint, "ListKeys", {}, { authorization });
  expect([status, JSON.parse(text).__type]).toEqual([400, "IncompleteSignatureException"]);
  expect(callers(door)).toEqual([]);
});

test("required: only a valid signature of a known key is let in", async () => {
  await using door = await openDoor({ auth: "required" });
  await client(door, ALICE).send(new ListKeysCommand({}));
  expect(await refusal(client(door, OWN).send(new ListKeysCommand({})))).toEqual([
    "UnrecognizedClientException",
    "The security token included in the request is invalid.",
  ]);
  const { status, text, headers } = await post(door.endpoint, "ListKeys", {});
  expect(status).toBe(400);
  expect(JSON.parse(text)).toEqual({
    __type: "MissingAuthenticationTokenException",
    message: "Missing Authentication Token",
  });
  expect(headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
  // Nor does anybody learn which operations there are.
  expect(JSON.parse((await post(door.endpoint, "Nothing", {})).text).__type).toBe(
    "MissingAuthenticationTokenException",
  );
  expect(callers(door)).toEqual([ALICE.arn]);
});

test("a daemon with auth: required refuses what is not signed, and asks before it reads a request", async () => {
  await using envol = await startEnvol({ auth: "required" });
  const { text } = await post(envol.awsEndpoint, "ListKeys", { Limit: "not a number" });
  expect(JSON.parse(text).__type).toBe("MissingAuthenticationTokenException");
});

test("the Region is that of the credential scope; without one, the home Region", async () => {
  await using door = await openDoor();
  const create = async (credentials: typeof OWN, region?: string): Promise<CreateKeyCommandOutput> =>
    client(door, credentials, region).send(new CreateKeyCommand({}));
  const made = await create(OWN, "eu-west-1");
  expect(made.KeyMetadata?.Arn).toMatch(/^arn:aws:kms:eu-west-1:/);
  expect((await create(ALICE, "ap-southeast-2")).KeyMetadata?.Arn).toMatch(/^arn:aws:kms:ap-southeast-2:/);
  const unsigned = JSON.parse((await post(door.endpoint, "CreateKey", {})).text);
  expect(unsigned.KeyMetadata.Arn).toMatch(/^arn:aws:kms:us-east-1:/);
  const KeyId = made.KeyMetadata?.KeyId as string;
  await client(door, OWN, "eu-west-1").send(new DescribeKeyCommand({ KeyId }));
  expect((await refusal(client(door, OWN).send(new DescribeKeyCommand({ KeyId }))))[0]).toBe("NotFoundException");
});

test.each(["nowhere", "local", "eu-west", "EU-WEST-1", "eu-west-12", "x".repeat(1000)])(
  "a Region that AWS does not name so is refused: %s",
  async (region) => {
    await using door = await openDoor();
    for (const id of [OWN.accessKeyId, "AKIAOTHER"]) {
      const authorization = `AWS4-HMAC-SHA256 Credential=${id}/20260101/${region}/kms/aws4_request, SignedHeaders=host, Signature=0`;
      const { status, text } = await post(door.endpoint, "ListKeys", {}, { authorization });
      expect(status).toBe(400);
      expect(JSON.parse(text)).toEqual({
        __type: "InvalidSignatureException",
        message: `Credential should be scoped to a valid region, not '${region.slice(0, 64)}'. The home Region here is 'us-east-1'.`,
      });
    }
  },
);

test.each([
  "us-east-1",
  "us-gov-west-1",
  "ap-northeast-3",
  "cn-north-1",
  "me-central-1",
  "eusc-de-east-1",
  "us-isob-east-1",
])("%s is a Region", async (region) => {
  await using door = await openDoor();
  await client(door, OWN, region).send(new ListKeysCommand({}));
  expect(door.records[0]?.region).toBe(region);
});

test("records say who called from where with what, under the request id of the answer", async () => {
  await using door = await openDoor();
  const { headers } = await post(door.endpoint, "ListKeys", {}, { "user-agent": "a-test/1.0" });
  expect(door.records[0]).toMatchObject({
    requestId: headers.get("x-amzn-requestid"),
    caller: { arn: ROOT, accountId: ACCOUNT, sourceIpAddress: "127.0.0.1", userAgent: "a-test/1.0" },
  });
  const refused = await post(door.endpoint, "DescribeKey", { KeyId: "nothing" });
  expect(door.records[1]?.requestId).toBe(refused.headers.get("x-amzn-requestid"));
});
