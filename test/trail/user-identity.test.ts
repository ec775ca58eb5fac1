import { describe, expect, test } from "vitest";
import type { CallRecord } from "#envol/kms/embedded/call.ts";
import type { KmsCaller } from "#envol/kms/kms-client.ts";
import { apiCallRecord } from "#envol/trail/cloudtrail-record.ts";
import { userIdentity, usernameOf } from "#envol/trail/user-identity.ts";

const ACCOUNT = "111122223333";
const identity = (caller: Partial<KmsCaller> & { arn: string }) =>
  userIdentity({ accountId: ACCOUNT, ...caller }, "us-east-1", ACCOUNT);

// The expected identities are those of the CloudTrail user guide's "CloudTrail userIdentity element", and of records of EC2.
describe("userIdentity", () => {
  test("of the account root", () => {
    const arn = `arn:aws:iam::${ACCOUNT}:root`;
    const root = identity({ arn });
    expect(root).toEqual({ type: "Root", principalId: ACCOUNT, arn, accountId: ACCOUNT });
    expect(usernameOf(root)).toBe("root");
  });

  test("of an IAM user, with a path and an access key", () => {
    const arn = `arn:aws:iam::${ACCOUNT}:user/teams/storage/Alice`;
    const alice = identity({ arn, accessKeyId: "AKIAIOSFODNN7EXAMPLE" });
    expect(alice).toEqual({
      type: "IAMUser",
      principalId: expect.stringMatching(/^AIDA[A-Z2-7]{17}$/),
      arn,
      accountId: ACCOUNT,
      accessKeyId: "AKIAIOSFODNN7EXAMPLE",
      userName: "Alice",
    });
    expect(usernameOf(alice)).toBe("Alice");
    expect(identity({ arn }).principalId).toBe(alice.principalId);
    expect(identity({ arn: `${arn}2` }).principalId).not.toBe(alice.principalId);
  });

  test("of a role, and of a session of it: the session names the role as its issuer", () => {
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/Auditor`;
    const role = identity({ arn: roleArn });
    expect(role).toEqual({
      type: "Role",
      principalId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
      arn: roleArn,
      accountId: ACCOUNT,
      userName: "Auditor",
    });
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/Auditor/monday`;
    const session = identity({ arn });
    const { principalId } = role;
    expect(session).toEqual({
      type: "AssumedRole",
      principalId: `${principalId}:monday`,
      arn,
      accountId: ACCOUNT,
      sessionContext: {
        sessionIssuer: { type: "Role", principalId, arn: roleArn, accountId: ACCOUNT, userName: "Auditor" },
      },
    });
    expect([usernameOf(role), usernameOf(session)]).toEqual(["Auditor", "monday"]);
  });

  test("of EC2's infrastructure role, with the instance in scope of which it acts", () => {
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/aws:ec2-infrastructure/i-0123456789abcdef0`;
    expect(identity({ arn, invokedBy: "AWS Internal" })).toEqual({
      type: "AssumedRole",
      principalId: `${ACCOUNT}:aws:ec2-infrastructure:i-0123456789abcdef0`,
      arn,
      accountId: ACCOUNT,
      sessionContext: {
        sessionIssuer: {
          type: "Role",
          principalId: `${ACCOUNT}:aws:ec2-infrastructure`,
          arn: `arn:aws:iam::${ACCOUNT}:role/aws:ec2-infrastructure`,
          accountId: ACCOUNT,
          userName: "aws:ec2-infrastructure",
        },
      },
      invokedBy: "AWS Internal",
      inScopeOf: {
        issuerType: "AWS::EC2::Instance",
        credentialsIssuedTo: `arn:aws:ec2:us-east-1:${ACCOUNT}:instance/i-0123456789abcdef0`,
      },
    });
  });

  test("of a service, and of another account's principal, of whom no more is told than the account", () => {
    expect(identity({ arn: "ec2.us-east-1.amazonaws.com" })).toEqual({
      type: "AWSService",
      invokedBy: "ec2.us-east-1.amazonaws.com",
    });
    expect(identity({ arn: "arn:aws:iam::999999999999:user/Mallory", accountId: "999999999999" })).toEqual({
      type: "AWSAccount",
      principalId: expect.stringMatching(/^AIDA/),
      accountId: "999999999999",
    });
    expect(identity({ arn: "arn:aws:iam::aws:policy/x" }).type).toBe("Unknown");
  });
});

describe("where a call came from", () => {
  const call: CallRecord = {
    requestId: "r",
    eventId: "e",
    timeMs: 0,
    region: "us-east-1",
    operation: "ListKeys",
    caller: { arn: `arn:aws:iam::${ACCOUNT}:user/Alice`, accountId: ACCOUNT },
    request: {},
    response: {},
    keyArns: [],
    additional: {},
  };
  const source = (caller: Partial<KmsCaller>) => {
    const record = apiCallRecord({ ...call, caller: { ...call.caller, ...caller } }, ACCOUNT);
    return [record.sourceIPAddress, record.userAgent, record.sharedEventID];
  };

  test("is the address and the agent of the caller, or the service that calls for it", () => {
    const alice = { sourceIpAddress: "192.0.2.1", userAgent: "aws-cli/2" };
    expect(source(alice)).toEqual(["192.0.2.1", "aws-cli/2", undefined]);
    const through = "ec2-frontend-api.amazonaws.com";
    expect(source({ ...alice, invokedBy: through })).toEqual([through, through, undefined]);
    expect(source({})).toEqual(["unknown", "unknown", undefined]);
  });

  test("is shared between accounts when it came from another one, or from within AWS", () => {
    const [, , shared] = source({ accountId: "999999999999" });
    expect(shared).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(source({ invokedBy: "AWS Internal" })[2]).toBe(shared);
  });
});
