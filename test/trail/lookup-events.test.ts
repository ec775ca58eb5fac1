/** LookupEvents: its rules, and the AWS command line and SDK that call it. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json, text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { manualClock } from "#envol/clock.ts";
import { type EnvolError, ERRORS } from "#envol/errors.ts";
import type { CallRecord } from "#envol/kms/embedded/call.ts";
import { lookupEvents } from "#envol/trail/lookup-events.ts";
import { openTrail, type Trail } from "#envol/trail/trail.ts";
import { ACCOUNT, CALLER } from "../kms/fixture.ts";
import { memoryTable } from "../kms/memory-table.ts";
import { needs, runs } from "../needs.ts";

const REGION = "us-east-1";
const START_S = 1_800_000_000;
const KEY_ARN = `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** Three calls, a second apart: CreateKey by root, Decrypt by Alice, DisableKey by root in another Region. */
function threeCalls(): Trail {
  const clock = manualClock(START_S * 1000);
  const fail = (error: unknown) => {
    throw error;
  };
  const trail = openTrail({ table: memoryTable(), clock, accountId: ACCOUNT, onFailure: fail, onLoss: fail });
  const record = (at: number, changes: Partial<CallRecord>) =>
    trail.record({
      ...{ requestId: `r${at}`, eventId: `e${at}`, timeMs: (START_S + at) * 1000 + 500, region: REGION },
      ...{ operation: "ListKeys", caller: CALLER, request: {}, response: {}, keyArns: [KEY_ARN], additional: {} },
      ...changes,
    });
  const arn = `arn:aws:iam::${ACCOUNT}:user/Alice`;
  record(0, { operation: "CreateKey" });
  record(1, { operation: "Decrypt", caller: { arn, accountId: ACCOUNT, accessKeyId: "AKIAIOSFODNN7EXAMPLE" } });
  record(2, { operation: "DisableKey", region: "eu-west-1" });
  record(3, { operation: "GenerateRandom", keyArns: [] });
  return trail;
}

const names = (trail: Trail, request: unknown, region = REGION) =>
  lookupEvents(trail, region, request).Events.map(({ EventName }) => EventName);
const attribute = (AttributeKey: unknown, AttributeValue: unknown) => ({
  LookupAttributes: [{ AttributeKey, AttributeValue }],
});

test("an event has AWS's members, and the record as JSON", () => {
  const { Events } = lookupEvents(threeCalls(), REGION, { ...attribute("EventName", "Decrypt") });
  expect(Events).toEqual([
    {
      EventId: "e1",
      EventName: "Decrypt",
      ReadOnly: "true",
      AccessKeyId: "AKIAIOSFODNN7EXAMPLE",
      EventTime: START_S + 1,
      EventSource: "kms.amazonaws.com",
      Username: "Alice",
      Resources: [{ ResourceType: "AWS::KMS::Key", ResourceName: KEY_ARN }],
      CloudTrailEvent: expect.stringContaining('"eventName":"Decrypt"'),
    },
  ]);
});

test.each([
  ["nothing but the Region", {}, ["GenerateRandom", "Decrypt", "CreateKey"]],
  ["a request that is absent", undefined, ["GenerateRandom", "Decrypt", "CreateKey"]],
  ["members that are null", { LookupAttributes: null, MaxResults: null }, ["GenerateRandom", "Decrypt", "CreateKey"]],
  ["EventId", attribute("EventId", "e0"), ["CreateKey"]],
  ["EventName", attribute("EventName", "CreateKey"), ["CreateKey"]],
  ["ReadOnly false", attribute("ReadOnly", "false"), ["CreateKey"]],
  ["ReadOnly true", attribute("ReadOnly", "true"), ["GenerateRandom", "Decrypt"]],
  ["ReadOnly maybe", attribute("ReadOnly", "maybe"), []],
  ["Username", attribute("Username", "Alice"), ["Decrypt"]],
  ["ResourceType", attribute("ResourceType", "AWS::KMS::Key"), ["Decrypt", "CreateKey"]],
  ["another ResourceType", attribute("ResourceType", "AWS::S3::Bucket"), []],
  ["ResourceName", attribute("ResourceName", KEY_ARN), ["Decrypt", "CreateKey"]],
  ["a key's id", attribute("ResourceName", "1234abcd-12ab-34cd-56ef-1234567890ab"), ["Decrypt", "CreateKey"]],
  ["EventSource", attribute("EventSource", "kms.amazonaws.com"), ["GenerateRandom", "Decrypt", "CreateKey"]],
  ["another EventSource", attribute("EventSource", "ec2.amazonaws.com"), []],
  ["AccessKeyId", attribute("AccessKeyId", "AKIAIOSFODNN7EXAMPLE"), ["Decrypt"]],
  ["StartTime", { StartTime: START_S + 1 }, ["GenerateRandom", "Decrypt"]],
  ["StartTime within a second", { StartTime: START_S + 1.6 }, ["GenerateRandom"]],
  ["EndTime, the whole second", { EndTime: START_S + 1 }, ["Decrypt", "CreateKey"]],
  ["both", { StartTime: START_S, EndTime: START_S }, ["CreateKey"]],
  ["insights, of which there are none", { EventCategory: "insight" }, []],
])("a lookup by %s", (_title, request, expected) => {
  expect(names(threeCalls(), request)).toEqual(expected);
});

test.each([
  ["LOOKUP_ATTRIBUTES_INVALID", { LookupAttributes: "EventName" }, "LookupAttributes: expected a list."],
  ["LOOKUP_ATTRIBUTES_INVALID", attribute("Nothing", "x"), "expected an AttributeKey of EventId, "],
  ["LOOKUP_ATTRIBUTES_INVALID", attribute("constructor", "x"), "expected an AttributeKey"],
  ["LOOKUP_ATTRIBUTES_INVALID", attribute("EventName", ""), "1 to 2000 characters"],
  ["LOOKUP_ATTRIBUTES_INVALID", attribute("EventName", 5), "1 to 2000 characters"],
  ["LOOKUP_ATTRIBUTES_INVALID", { LookupAttributes: [{}, {}] }, "one attribute only"],
  ["LOOKUP_LIMIT_INVALID", { MaxResults: 0 }, "MaxResults: expected a whole number from 1 to 50."],
  ["LOOKUP_LIMIT_INVALID", { MaxResults: 51 }, "from 1 to 50"],
  ["LOOKUP_LIMIT_INVALID", { MaxResults: "5" }, "from 1 to 50"],
  ["LOOKUP_TIME_INVALID", { StartTime: "yesterday" }, "StartTime: expected seconds since 1970."],
  ["LOOKUP_TIME_INVALID", { EndTime: -1 }, "EndTime: expected seconds"],
  ["LOOKUP_TIME_INVALID", { StartTime: 2, EndTime: 1 }, "StartTime: it lies behind EndTime."],
  ["LOOKUP_TOKEN_INVALID", { NextToken: "abc" }, "NextToken: the token was not made by this call"],
  ["LOOKUP_TOKEN_INVALID", { NextToken: 5 }, "NextToken: expected a text."],
  ["LOOKUP_CATEGORY_INVALID", { EventCategory: "data" }, "EventCategory: expected insight"],
])("%s for %j", (code, request, message) => {
  const trail = threeCalls();
  expect(() => lookupEvents(trail, REGION, request)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(message) }),
  );
});

test("a token goes on where its page ended, and only with the parameters that it was made for", () => {
  const trail = threeCalls();
  const first = lookupEvents(trail, REGION, { MaxResults: 2 });
  expect(first.Events.map(({ EventName }) => EventName)).toEqual(["GenerateRandom", "Decrypt"]);
  const { NextToken } = first;
  const next = lookupEvents(trail, REGION, { MaxResults: 2, NextToken });
  expect([next.Events.map(({ EventName }) => EventName), next.NextToken]).toEqual([["CreateKey"], undefined]);
  for (const [region, other] of [
    [REGION, attribute("Username", "root")],
    ["eu-west-1", {}],
  ] as const) {
    expect(() => lookupEvents(trail, region, { ...other, NextToken })).toThrow(
      expect.objectContaining({ code: "LOOKUP_TOKEN_INVALID" }),
    );
  }
});

/** The JSON 1.1 protocol, as far as this one operation needs it. */
async function serve(trail: Trail): Promise<AsyncDisposable & { url: string; targets: string[] }> {
  const targets: string[] = [];
  const server = createServer(async (request, response) => {
    targets.push(String(request.headers["x-amz-target"]));
    response.setHeader("content-type", "application/x-amz-json-1.1");
    try {
      response.end(JSON.stringify(lookupEvents(trail, REGION, await json(request))));
    } catch (thrown) {
      const { code, message } = thrown as EnvolError;
      response.statusCode = ERRORS[code].http;
      response.end(JSON.stringify({ __type: ERRORS[code].aws, message }));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    targets,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, "close");
    },
  };
}

async function run(command: string, args: readonly string[]) {
  const env = {
    ...{ PATH: process.env["PATH"] ?? "", AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" },
    ...{ AWS_DEFAULT_REGION: REGION, AWS_EC2_METADATA_DISABLED: "true", HOME: "/nonexistent" },
  };
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { stdout, stderr, code: code as number };
}

describe("AWS's own clients", () => {
  const AWS = "/usr/bin/aws";
  const withAws = needs("the AWS command line (awscli)", () => runs(AWS, "--version"));

  withAws("the command line looks events up, page by page", async () => {
    await using server = await serve(threeCalls());
    const lookUp = (...args: string[]) =>
      run(AWS, ["cloudtrail", "lookup-events", "--endpoint-url", server.url, "--output", "json", ...args]);
    const all = await lookUp("--page-size", "2");
    expect(all.stderr).toBe("");
    const { Events } = JSON.parse(all.stdout);
    expect(Events.map(({ EventName }: { EventName: string }) => EventName)).toEqual([
      ...["GenerateRandom", "Decrypt", "CreateKey"],
    ]);
    expect(JSON.parse(Events[1].CloudTrailEvent).userIdentity.userName).toBe("Alice");
    expect(Date.parse(Events[1].EventTime)).toBe((START_S + 1) * 1000);
    const target = "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents";
    expect(server.targets).toEqual([target, target]);
    const named = await lookUp("--lookup-attributes", "AttributeKey=EventName,AttributeValue=CreateKey");
    expect(JSON.parse(named.stdout).Events).toHaveLength(1);
    const since = await lookUp("--start-time", new Date((START_S + 2) * 1000).toISOString());
    expect(JSON.parse(since.stdout).Events).toHaveLength(1);
    const wrong = await lookUp("--next-token", "abc");
    expect([wrong.code, wrong.stderr]).toEqual([254, expect.stringContaining("(InvalidNextTokenException)")]);
  });

  const withBoto = needs("Python's AWS SDK (boto3)", () => runs("python3", "-c", "import boto3"));

  withBoto("Python's SDK goes through its pages", async () => {
    await using server = await serve(threeCalls());
    const program = [
      "import boto3, sys",
      "client = boto3.client('cloudtrail', endpoint_url=sys.argv[1], region_name='us-east-1')",
      "pages = client.get_paginator('lookup_events').paginate(PaginationConfig={'PageSize': 1})",
      "print(' '.join(event['EventName'] for page in pages for event in page['Events']))",
      "try: client.lookup_events(StartTime=2, EndTime=1)",
      "except client.exceptions.InvalidTimeRangeException: print('refused')",
    ].join("\n");
    const { stdout, stderr } = await run("python3", ["-c", program, server.url]);
    expect({ stdout, stderr }).toEqual({ stdout: "GenerateRandom Decrypt CreateKey\nrefused\n", stderr: "" });
  });
});
