/** The calls of the client: what AWS KMS is asked, what is made of its answers, and of those that cannot be true. */

import { expect, test } from "vitest";
import { type EnvolError, ERRORS, type ErrorCode } from "#envol/errors.ts";
import { CALLER, CONTEXT, DECRYPT, startFixture } from "./fixture.ts";
import {
  type Answer,
  BLOB,
  DATA_KEY,
  describedKey,
  drop,
  exception,
  KEY_ARN,
  OTHER_KEY_ARN,
  stall,
} from "./stub-kms.ts";

const GRANT = {
  keyId: KEY_ARN,
  granteePrincipal: "arn:aws:sts::111122223333:assumed-role/aws:ec2-infrastructure/i-1",
  retiringPrincipal: "ec2.us-east-1.amazonaws.com",
  operations: ["Decrypt"],
  encryptionContextSubset: CONTEXT,
};
const GRANTEE = "arn:aws:iam::111122223333:role/envol";
const GENERATE = { keyId: KEY_ARN, numberOfBytes: 64, encryptionContext: CONTEXT };

function refusal(call: Promise<unknown>): Promise<EnvolError> {
  return call.then(
    () => {
      throw new Error("It was not refused.");
    },
    (error: EnvolError) => error,
  );
}

test("each call asks what the volumes ask, as the daemon itself", async () => {
  await using fixture = await startFixture({ granteeArn: GRANTEE });
  const { client, stub, events } = fixture;
  expect(await client.describeKey(CALLER, { keyId: "alias/data" })).toEqual({
    keyId: KEY_ARN.split("/")[1],
    arn: KEY_ARN,
    keyState: "Enabled",
    keySpec: "SYMMETRIC_DEFAULT",
    keyUsage: "ENCRYPT_DECRYPT",
  });
  const { ciphertextBlob, keyArn } = await client.generateDataKeyWithoutPlaintext(CALLER, GENERATE);
  expect([Buffer.from(ciphertextBlob), keyArn]).toEqual([BLOB, KEY_ARN]);
  const made = await client.createGrant(CALLER, GRANT);
  expect(made).toEqual({ grantId: "a".repeat(64), grantToken: "a token" });
  const { plaintext } = await client.decrypt(CALLER, { ...DECRYPT, grantTokens: ["a token"] });
  expect(Buffer.from(plaintext)).toEqual(DATA_KEY);
  await client.retireGrant(CALLER, { keyArn: KEY_ARN, grantId: "a".repeat(64) });

  expect(stub.calls.map(({ operation, body }) => [operation, body])).toEqual([
    ["DescribeKey", { KeyId: "alias/data" }],
    ["GenerateDataKeyWithoutPlaintext", { KeyId: KEY_ARN, NumberOfBytes: 64, EncryptionContext: CONTEXT }],
    [
      "CreateGrant",
      {
        KeyId: KEY_ARN,
        GranteePrincipal: GRANTEE,
        RetiringPrincipal: GRANTEE,
        Operations: ["Decrypt"],
        Constraints: { EncryptionContextSubset: CONTEXT },
        Name: expect.stringMatching(/^envol-[0-9a-f-]{36}$/),
      },
    ],
    [
      "Decrypt",
      {
        KeyId: KEY_ARN,
        CiphertextBlob: BLOB.toString("base64"),
        EncryptionContext: CONTEXT,
        GrantTokens: ["a token"],
      },
    ],
    ["RetireGrant", { KeyId: KEY_ARN, GrantId: "a".repeat(64) }],
  ]);
  expect(JSON.stringify(stub.calls)).not.toContain(CALLER.arn);
  expect(stub.calls[0]?.userAgent).toContain("envol");
  const types = ["DataKeyWrapped", "GrantCreated", "DataKeyUnwrapped", "GrantRetired"];
  expect(events.map(({ type }) => type)).toEqual(types);
  expect(JSON.stringify(events)).not.toContain("a token");
});

test("without a grantee there is no grant, and nobody is asked for one", async () => {
  await using fixture = await startFixture();
  expect(await fixture.client.createGrant(CALLER, GRANT)).toBeUndefined();
  expect(fixture.stub.calls).toEqual([]);
});

test.each(["InvalidGrantIdException", "NotFoundException"])("a grant that is gone is retired (%s)", async (name) => {
  await using fixture = await startFixture();
  fixture.stub.answers.set("RetireGrant", exception(name, "gone"));
  await fixture.client.retireGrant(CALLER, { keyArn: KEY_ARN, grantId: "g" });
});

test.each([
  ["NotFoundException", "KEY_NOT_FOUND"],
  ["DisabledException", "KEY_DISABLED"],
  ["KMSInvalidStateException", "KEY_STATE_INVALID"],
  ["AccessDeniedException", "ACCESS_DENIED"],
  ["InvalidCiphertextException", "CIPHERTEXT_INVALID"],
  ["IncorrectKeyException", "KEY_INCORRECT"],
  ["InvalidKeyUsageException", "KEY_USAGE_INVALID"],
  ["KeyUnavailableException", "KEY_UNAVAILABLE", 500],
  ["DependencyTimeoutException", "KMS_UNREACHABLE", 503],
  ["KMSInternalException", "KMS_INTERNAL", 500],
  ["ThrottlingException", "KMS_THROTTLED"],
  ["LimitExceededException", "KMS_LIMIT_EXCEEDED"],
  ["InvalidGrantTokenException", "GRANT_TOKEN_INVALID"],
  ["InvalidArnException", "ARN_INVALID"],
  ["ValidationException", "KMS_VALIDATION"],
  ["UnrecognizedClientException", "KMS_CREDENTIALS_INVALID"],
  ["ExpiredTokenException", "KMS_CREDENTIALS_INVALID"],
  ["InvalidSignatureException", "KMS_CREDENTIALS_INVALID"],
  ["SomethingNewException", "KMS_INTERNAL"],
] satisfies [string, ErrorCode, number?][])(
  "%s is %s",
  async (...[name, code, status = 400]: [string, ErrorCode, number?]) => {
    await using fixture = await startFixture();
    fixture.stub.answers.set("Decrypt", exception(name, `${KEY_ARN} is refused.`, status));
    const error = await refusal(fixture.client.decrypt(CALLER, DECRYPT));
    expect(error.code).toBe(code);
    const own = code === "KMS_CREDENTIALS_INVALID" || name === "SomethingNewException";
    if (own) expect(error.message).toContain(name);
    else expect(error.message).toBe(`${KEY_ARN} is refused.`);
    expect(error.cause).toBeUndefined();
  },
);

test("an exception without a text says what its name means", async () => {
  await using fixture = await startFixture();
  fixture.stub.answers.set("Decrypt", exception("InvalidCiphertextException"));
  const { message } = await refusal(fixture.client.decrypt(CALLER, DECRYPT));
  expect(message).toBe(`Decrypt: ${ERRORS.CIPHERTEXT_INVALID.meaning}`);
});

test("a validation names the field and the rule; a key that is not found, the key", async () => {
  await using fixture = await startFixture();
  const rule = "1 validation error detected: Value '' at 'keyId' failed to satisfy constraint: Member must have length";
  fixture.stub.answers.set("DescribeKey", exception("ValidationException", rule));
  expect(await refusal(fixture.client.describeKey(CALLER, { keyId: "x" }))).toMatchObject({
    code: "KMS_VALIDATION",
    field: "keyId",
    message: rule,
  });
  fixture.stub.answers.set("DescribeKey", exception("NotFoundException", "Alias is not found."));
  expect(await refusal(fixture.client.describeKey(CALLER, { keyId: "x" }))).toMatchObject({ field: "keyId" });
});

test("without credentials, nobody is asked, and the error says so", async () => {
  await using fixture = await startFixture();
  const { AWS_ACCESS_KEY_ID: id } = process.env;
  delete process.env["AWS_ACCESS_KEY_ID"];
  try {
    const error = await refusal(fixture.client.decrypt(CALLER, DECRYPT));
    expect(error).toMatchObject({ code: "KMS_CREDENTIALS_INVALID", message: expect.stringContaining("Credentials") });
    expect(fixture.stub.calls).toEqual([]);
  } finally {
    process.env["AWS_ACCESS_KEY_ID"] = id;
  }
});

/** Answers that cannot be true, by operation, and what the error says of them. */
const LIES: readonly [title: string, operation: string, answer: Answer, says: RegExp][] = [
  [
    "another key unwrapped it",
    "Decrypt",
    () => ({ KeyId: OTHER_KEY_ARN, Plaintext: DATA_KEY.toString("base64") }),
    /in place of/,
  ],
  ["no key unwrapped it", "Decrypt", () => ({ Plaintext: DATA_KEY.toString("base64") }), /no ARN/],
  [
    "a data key of 63 bytes",
    "Decrypt",
    () => ({ KeyId: KEY_ARN, Plaintext: DATA_KEY.subarray(1).toString("base64") }),
    /63 bytes/,
  ],
  [
    "a data key of 65 bytes",
    "Decrypt",
    () => ({ KeyId: KEY_ARN, Plaintext: Buffer.alloc(65).toString("base64") }),
    /65 bytes/,
  ],
  ["no data key", "Decrypt", () => ({ KeyId: KEY_ARN }), /0 bytes/],
  ["a data key that is a number", "Decrypt", () => ({ KeyId: KEY_ARN, Plaintext: 5 }), /no answer|0 bytes/],
  ["another key described", "DescribeKey", () => describedKey(OTHER_KEY_ARN, "Enabled"), /in place of/],
  [
    "the ARN of an alias",
    "DescribeKey",
    () => describedKey("arn:aws:kms:us-east-1:111122223333:alias/a", "Enabled"),
    /no ARN/,
  ],
  ["a key without a state", "DescribeKey", () => ({ KeyMetadata: { Arn: KEY_ARN } }), /no KeyId, KeyState/],
  ["nothing described", "DescribeKey", () => ({}), /no ARN/],
  [
    "another key wrapped it",
    "GenerateDataKeyWithoutPlaintext",
    () => ({ KeyId: OTHER_KEY_ARN, CiphertextBlob: "AAAA" }),
    /in place of/,
  ],
  ["nothing wrapped", "GenerateDataKeyWithoutPlaintext", () => ({ KeyId: KEY_ARN, CiphertextBlob: "" }), /0 bytes/],
  [
    "too much wrapped",
    "GenerateDataKeyWithoutPlaintext",
    () => ({ KeyId: KEY_ARN, CiphertextBlob: "A".repeat(8196) }),
    /6147 bytes/,
  ],
  ["a grant without a token", "CreateGrant", () => ({ GrantId: "g" }), /GrantToken/],
  ["no JSON", "Decrypt", () => "<html>Welcome</html>", /no answer/],
  ["a text for an object", "DescribeKey", () => '"Enabled"', /no ARN|no answer/],
];

test.each(LIES)("%s (%s) is refused", async (_title, operation, answer, says) => {
  await using fixture = await startFixture({ granteeArn: GRANTEE });
  const { client, stub } = fixture;
  stub.answers.set(operation, answer);
  const call = {
    Decrypt: () => client.decrypt(CALLER, DECRYPT),
    DescribeKey: () => client.describeKey(CALLER, { keyId: KEY_ARN }),
    GenerateDataKeyWithoutPlaintext: () => client.generateDataKeyWithoutPlaintext(CALLER, GENERATE),
    CreateGrant: () => client.createGrant(CALLER, GRANT),
  }[operation] as () => Promise<unknown>;
  const error = await refusal(call());
  expect(error).toMatchObject({ code: "KMS_INTERNAL", message: expect.stringMatching(says) });
});

test("no error repeats what a false answer held", async () => {
  await using fixture = await startFixture();
  const secret = DATA_KEY.toString("base64");
  for (const answer of [`{"Plaintext":"${secret}","KeyId":`, `${secret}`, `{"KeyId":"${secret}","Plaintext":"AA=="}`]) {
    fixture.stub.answers.set("Decrypt", () => answer);
    const error = await refusal(fixture.client.decrypt(CALLER, DECRYPT));
    expect(JSON.stringify({ ...error, message: error.message, stack: error.stack, cause: error.cause })).not.toContain(
      secret.slice(0, 12),
    );
  }
});

test("a KMS that stalls is given up after the time of a call, at once by the clock", async () => {
  await using fixture = await startFixture({ requestTimeoutMs: 3000 });
  fixture.stub.answers.set("Decrypt", stall);
  const asked = refusal(fixture.client.decrypt(CALLER, DECRYPT));
  await fixture.stub.arrived("Decrypt", 1);
  fixture.clock.advance(2999);
  fixture.stub.answers.delete("Decrypt");
  fixture.clock.advance(1);
  expect(await asked).toMatchObject({ code: "KMS_UNREACHABLE", message: expect.stringContaining("3000 ms") });
});

test("an attempt that hangs leaves time for another one", async () => {
  await using fixture = await startFixture({ requestTimeoutMs: 2000 });
  let first = true;
  fixture.stub.answers.set("Decrypt", () => {
    if (!first) return { KeyId: KEY_ARN, Plaintext: DATA_KEY.toString("base64") };
    first = false;
    return undefined;
  });
  expect((await fixture.client.decrypt(CALLER, DECRYPT)).plaintext).toHaveLength(64);
  expect(fixture.stub.count("Decrypt")).toBe(2);
});

test("dropped connections and throttling are tried again, as often as the SDK does", async () => {
  await using fixture = await startFixture();
  fixture.stub.answers.set("DescribeKey", (call, response) => {
    if (fixture.stub.count("DescribeKey") === 1) return drop(call, response);
    if (fixture.stub.count("DescribeKey") === 2) return exception("ThrottlingException", "slower")(call, response);
    return describedKey(KEY_ARN, "Enabled");
  });
  await fixture.client.describeKey(CALLER, { keyId: KEY_ARN });
  expect(fixture.stub.count("DescribeKey")).toBe(3);
  fixture.stub.answers.set("Decrypt", drop);
  expect(await refusal(fixture.client.decrypt(CALLER, DECRYPT))).toMatchObject({
    code: "KMS_UNREACHABLE",
    message: "Decrypt did not reach the KMS (ECONNRESET).",
  });
  expect(fixture.stub.count("Decrypt")).toBe(3);
});

test("a grant whose answer was lost is asked for again under its name", async () => {
  await using fixture = await startFixture({ granteeArn: GRANTEE });
  fixture.stub.answers.set("CreateGrant", (call, response) => {
    fixture.stub.answers.delete("CreateGrant");
    return drop(call, response);
  });
  await fixture.client.createGrant(CALLER, GRANT);
  const names = fixture.stub.calls.map(({ body }) => body["Name"]);
  expect(names).toEqual([names[0], names[0]]);
});

test("a KMS that does not answer is asked no more, until it has had a pause", async () => {
  await using fixture = await startFixture();
  const { client, stub, clock } = fixture;
  stub.answers.set("Decrypt", exception("KMSInternalException", "It failed.", 500));
  for (let time = 0; time < 3; time++) await refusal(client.decrypt(CALLER, DECRYPT));
  const asked = stub.calls.length;
  const refused = await refusal(client.decrypt(CALLER, DECRYPT));
  expect(refused).toMatchObject({ code: "KMS_UNREACHABLE", message: expect.stringContaining("Calls are refused") });
  expect(stub.calls).toHaveLength(asked);
  stub.answers.delete("Decrypt");
  clock.advance(2000);
  await client.decrypt(CALLER, DECRYPT);
});

test("what is under way when the KMS is closed is given up", async () => {
  await using fixture = await startFixture();
  fixture.stub.answers.set("Decrypt", stall);
  const asked = refusal(fixture.client.decrypt(CALLER, DECRYPT));
  await fixture.stub.arrived("Decrypt", 1);
  await fixture.kms.close();
  expect((await asked).code).toBe("KMS_UNREACHABLE");
  expect((await refusal(fixture.client.decrypt(CALLER, DECRYPT))).code).toBe("KMS_UNREACHABLE");
  expect(fixture.stub.calls).toHaveLength(1);
});

test("KeyService is refused, with where to go", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const refused = { code: "KMS_UNSUPPORTED", message: expect.stringContaining("AWS's own tools") };
  for (const asked of [
    call("CreateKey", CALLER, {}),
    call("DescribeKey", CALLER, { keyId: KEY_ARN }),
    call("DisableKey", CALLER, { keyId: KEY_ARN }),
    call("ListGrants", CALLER, { keyId: KEY_ARN }),
    call("Encrypt", CALLER, { keyId: KEY_ARN, plaintext: Buffer.from("x") }),
    call("GenerateRandom", CALLER, { numberOfBytes: 1 }),
  ]) {
    expect(await refusal(asked)).toMatchObject(refused);
  }
  expect(fixture.stub.calls).toEqual([]);
});
