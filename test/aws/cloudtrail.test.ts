/** The record of KMS calls, as AWS's tools and the daemon's own door show it, and who may see it. */

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { expect } from "vitest";
import { type Envol, startEnvol } from "#envol/kit/start-envol.ts";
import { needs } from "../needs.ts";

const AWS = "/usr/bin/aws";
const withAws = needs("the AWS CLI", () => existsSync(AWS));
const run = promisify(execFile);

interface Looked {
  readonly Events: readonly {
    readonly EventName: string;
    readonly Username?: string;
    readonly CloudTrailEvent: string;
  }[];
}

interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Runs the AWS CLI against the endpoint: as a principal, or as nobody that the daemon knows. */
async function aws(envol: Envol, args: readonly string[], key?: AccessKey): Promise<string> {
  const env = {
    PATH: process.env["PATH"] ?? "",
    AWS_ACCESS_KEY_ID: key?.accessKeyId ?? "test",
    AWS_SECRET_ACCESS_KEY: key?.secretAccessKey ?? "test",
    AWS_REGION: "us-east-1",
    AWS_PAGER: "",
  };
  const { stdout } = await run(AWS, ["--endpoint-url", envol.awsEndpoint, "--output", "json", ...args], { env });
  return stdout;
}

function lookUp(envol: Envol, attribute: string, value: string, key?: AccessKey): Promise<Looked> {
  const filter = `AttributeKey=${attribute},AttributeValue=${value}`;
  const args = ["cloudtrail", "lookup-events", "--lookup-attributes", filter];
  return aws(envol, args, key).then((text) => JSON.parse(text) as Looked);
}

withAws(
  "aws cloudtrail lookup-events shows what was asked, to those whose policies allow it",
  async () => {
    await using envol = await startEnvol();
    const key = await envol.createKey();
    await aws(envol, ["kms", "generate-data-key", "--key-id", key.keyId, "--key-spec", "AES_256"]);
    const { Events } = await lookUp(envol, "EventName", "GenerateDataKey");
    expect(Events).toMatchObject([{ EventName: "GenerateDataKey", Username: "root" }]);
    expect(JSON.parse(Events[0]?.CloudTrailEvent ?? "")).toMatchObject({
      eventSource: "kms.amazonaws.com",
      userAgent: expect.stringContaining("aws-cli"),
      requestParameters: { keyId: key.keyId, keySpec: "AES_256" },
      responseElements: null,
    });

    const principal = "user/alice";
    await envol.principals.createPrincipal({ kind: "user", name: "alice" });
    const alice = await envol.principals.createAccessKey({ principal });
    await expect(lookUp(envol, "AccessKeyId", alice.accessKeyId, alice)).rejects.toThrow(/AccessDenied.*LookupEvents/);
    const asAlice = envol.as(alice);
    await expect(asAlice.events.lookupEvents({})).rejects.toMatchObject({ code: "ACCESS_DENIED" });
    const watch = asAlice.events.watchRecords({});
    await expect(watch.subscribed).rejects.toMatchObject({ code: "ACCESS_DENIED" });

    const statement = { Effect: "Allow", Action: ["cloudtrail:Lookup*", "kms:ListKeys"], Resource: "*" };
    const document = JSON.stringify({ Version: "2012-10-17", Statement: statement });
    await envol.principals.putPrincipalPolicy({ principal, policyName: "audit", document });
    await aws(envol, ["kms", "list-keys"], alice);
    expect(await lookUp(envol, "AccessKeyId", alice.accessKeyId, alice)).toMatchObject({
      Events: [{ EventName: "ListKeys", Username: "alice" }],
    });
    expect((await asAlice.events.lookupEvents({})).records.length).toBeGreaterThan(1);
    await asAlice.close();
  },
  60_000,
);
