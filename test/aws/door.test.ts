/** The HTTP of the AWS door: what it takes, what it refuses, and how it ends. */

import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as readText } from "node:stream/consumers";
import { SignatureV4 } from "@smithy/signature-v4";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EnvolError } from "#envol/errors.ts";
import type { CallKms } from "#envol/kms/embedded/embedded-kms.ts";
import { LIMITS } from "#envol/limits.ts";
import { Sha256 } from "#envol/sha256.ts";
import { ACCOUNT } from "../kms/fixture.ts";
import { post } from "./clients.ts";
import { ALICE, type Door, openDoor } from "./door.ts";

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A connection, and all that comes over it; nothing, when it is cut off. */
async function dial(door: Door): Promise<{ socket: Socket; received: Promise<string> }> {
  const [host, port] = door.address.split(":");
  const socket = connect(Number(port), host);
  await once(socket, "connect");
  return { socket, received: readText(socket).catch(() => "") };
}

const typeOf = (text: string): string => JSON.parse(text).__type;

describe("what is served beside the KMS", () => {
  test.each(["/", "/health"])("GET %s says what this is", async (path) => {
    await using door = await openDoor();
    const response = await fetch(door.endpoint + path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await response.text()).toMatch(/^This is Envol/);
    expect((await fetch(`${door.endpoint}/other`)).status).toBe(404);
  });

  const form = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
  const ask = (door: Door, body: string) => fetch(door.endpoint, { method: "POST", headers: form, body });

  test("STS GetCallerIdentity, as a form", async () => {
    await using door = await openDoor();
    const response = await ask(door, "Action=GetCallerIdentity&Version=2011-06-15");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/xml");
    const xml = await response.text();
    expect(xml).toContain(`<Arn>${ROOT}</Arn><UserId>${ACCOUNT}</UserId><Account>${ACCOUNT}</Account>`);
    expect(xml).toContain(`<RequestId>${response.headers.get("x-amzn-requestid")}</RequestId>`);
    expect(door.records).toEqual([]);
  });

  test("STS GetCallerIdentity, in a presigned URL, by a principal", async () => {
    await using door = await openDoor({ auth: "required" });
    const signer = new SignatureV4({ credentials: ALICE, region: "us-east-1", service: "sts", sha256: Sha256 });
    const query = { Action: "GetCallerIdentity", Version: "2011-06-15" };
    const url = new URL(door.endpoint);
    const signed = await signer.presign({
      ...{ method: "GET", protocol: "http:", hostname: url.hostname, path: "/", query },
      headers: { host: url.host },
    });
    for (const [name, value] of Object.entries(signed.query ?? {})) url.searchParams.set(name, value as string);
    const xml = await (await fetch(url)).text();
    expect(xml).toMatch(new RegExp(`<Arn>${ALICE.arn}</Arn><UserId>AIDA[A-Z2-7]{17}</UserId>`));
    url.searchParams.set("Version", "2011-06-16");
    const refused = await fetch(url);
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining("InvalidSignatureException")]);
  });

  test("other query APIs are refused, in XML", async () => {
    await using door = await openDoor();
    const response = await ask(door, "Action=%3Cb%3E&Version=1");
    expect(response.status).toBe(400);
    const xml = await response.text();
    expect(xml).toContain("<Type>Sender</Type><Code>UnknownOperationException</Code>");
    expect(xml).not.toContain("<b>");
  });

  test("other services find their seat by the name of their shape, with a namespace or without", async () => {
    const asked: unknown[] = [];
    const other = {
      signingName: "cloudtrail",
      async call({ operation, request, caller }: { operation: string; request: unknown; caller: { arn: string } }) {
        asked.push([operation, request, caller.arn]);
        return { Events: [] };
      },
    };
    await using door = await openDoor({ services: { CloudTrail_20131101: other } });
    for (const namespace of ["", "com.amazonaws.cloudtrail.v20131101."]) {
      const target = { "x-amz-target": `${namespace}CloudTrail_20131101.LookupEvents` };
      expect((await post(door.endpoint, "", { MaxResults: 1 }, target)).text).toBe('{"Events":[]}');
    }
    expect(asked).toEqual(Array(2).fill(["LookupEvents", { MaxResults: 1 }, ROOT]));
  });

  test("a Unix socket, for its owner alone", async () => {
    const directory = await mkdtemp(join(tmpdir(), "envol-aws-"));
    try {
      const path = join(directory, "aws.sock");
      await using door = await openDoor({ address: `unix:${path}` });
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      const headers = { "x-amz-target": "TrentService.ListKeys" };
      const request = httpRequest({ socketPath: path, method: "POST", headers }).end("{}");
      const [response] = await once(request, "response");
      expect(JSON.parse(await readText(response))).toMatchObject({ Truncated: false });
      expect(door.records[0]?.caller.sourceIpAddress).toBe("127.0.0.1");
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

describe("refusals", () => {
  test.each<[string, RequestInit, number, string]>([
    [
      "no JSON",
      { method: "POST", body: "{", headers: { "x-amz-target": "TrentService.ListKeys" } },
      400,
      "SerializationException",
    ],
    [
      "a JSON list",
      { method: "POST", body: "[]", headers: { "x-amz-target": "TrentService.ListKeys" } },
      400,
      "SerializationException",
    ],
    [
      "another type",
      { method: "POST", body: '{"Limit":"1"}', headers: { "x-amz-target": "TrentService.ListKeys" } },
      400,
      "SerializationException",
    ],
    [
      "an unknown operation",
      { method: "POST", body: "{}", headers: { "x-amz-target": "TrentService.Fly" } },
      400,
      "UnknownOperationException",
    ],
    [
      "a name from Object.prototype",
      { method: "POST", body: "{}", headers: { "x-amz-target": "TrentService.constructor" } },
      400,
      "UnknownOperationException",
    ],
    [
      "an unknown service",
      { method: "POST", body: "{}", headers: { "x-amz-target": "DynamoDB_20120810.ListTables" } },
      400,
      "UnknownOperationException",
    ],
    [
      "a service from Object.prototype",
      { method: "POST", body: "{}", headers: { "x-amz-target": "toString.ListTables" } },
      400,
      "UnknownOperationException",
    ],
    ["no target", { method: "POST", body: "{}" }, 400, "UnknownOperationException"],
    [
      "another method",
      { method: "PUT", body: "{}", headers: { "x-amz-target": "TrentService.ListKeys" } },
      400,
      "UnknownOperationException",
    ],
    [
      "a browser's page",
      {
        method: "POST",
        body: "{}",
        headers: { "x-amz-target": "TrentService.ListKeys", origin: "http://example.com" },
      },
      403,
      "AccessDeniedException",
    ],
    [
      "a browser that asks first",
      { method: "OPTIONS", headers: { origin: "null", "access-control-request-method": "POST" } },
      403,
      "AccessDeniedException",
    ],
  ])("%s", async (_name, init, status, type) => {
    await using door = await openDoor();
    const response = await fetch(door.endpoint, init);
    expect([response.status, typeOf(await response.text())]).toEqual([status, type]);
    expect(response.headers.get("content-type")).toBe("application/x-amz-json-1.1");
    expect(response.headers.get("x-amzn-requestid")).toMatch(UUID);
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(door.records).toEqual([]);
  });

  test("a body that is too large, whether it says so or not; the largest that is not, is read", async () => {
    await using door = await openDoor();
    const body = JSON.stringify({ Description: "x".repeat(LIMITS.awsBodyBytesMax) });
    const headers = { "x-amz-target": "TrentService.CreateKey" };
    const told = await fetch(door.endpoint, { method: "POST", headers, body });
    expect([told.status, typeOf(await told.text())]).toEqual([413, "RequestEntityTooLargeException"]);
    const { socket, received } = await dial(door);
    socket.write(
      "POST / HTTP/1.1\r\nHost: h\r\nX-Amz-Target: TrentService.CreateKey\r\nTransfer-Encoding: chunked\r\n\r\n",
    );
    socket.write(`${(LIMITS.awsBodyBytesMax + 1).toString(16)}\r\n`);
    socket.write(Buffer.alloc(LIMITS.awsBodyBytesMax + 1, " "));
    expect(await received).toMatch(/^HTTP\/1\.1 413 .*RequestEntityTooLargeException/s);
    const padded = `{}${" ".repeat(LIMITS.awsBodyBytesMax - 2)}`;
    expect((await fetch(door.endpoint, { method: "POST", headers, body: padded })).status).toBe(200);
  });

  test("headers that are too large", async () => {
    await using door = await openDoor();
    const { socket, received } = await dial(door);
    socket.write(`GET / HTTP/1.1\r\nHost: h\r\nX: ${"x".repeat(LIMITS.awsHeaderBytesMax)}\r\n\r\n`);
    expect(await received).toMatch(/^HTTP\/1\.1 431 /);
  });

  test.each<[string, EnvolError | Error, number, object]>([
    ["a bug", new TypeError("a secret in a message"), 500, { __type: "KMSInternalException" }],
    ["a full disk", new EnvolError("STORE_FULL", "/srv has no room"), 500, { __type: "KMSInternalException" }],
    ["damage", new EnvolError("INTEGRITY_ERROR", "the file /srv/x"), 500, { __type: "KMSInternalException" }],
    ["a reset", new EnvolError("UNAVAILABLE", "later"), 503, { __type: "Unavailable", message: "later" }],
    [
      "a key without material",
      new EnvolError("KEY_UNAVAILABLE", "k"),
      500,
      { __type: "KeyUnavailableException", message: "k" },
    ],
    ["a throw that is no error", "text" as unknown as Error, 500, { __type: "KMSInternalException" }],
  ])("%s, without detail where it is this side's own affair", async (_name, thrown, status, body) => {
    const call = (() => Promise.reject(thrown)) as CallKms;
    await using door = await openDoor({ call });
    const answer = await post(door.endpoint, "ListKeys", {});
    expect([answer.status, JSON.parse(answer.text)]).toEqual([status, body]);
    const isTold = "message" in body;
    expect(door.log() === "").toBe(isTold);
    if (!isTold) expect(door.log()).toContain(answer.headers.get("x-amzn-requestid"));
  });
});

describe("clients that are slow, many or gone", () => {
  test.each([
    "POST / HTTP/1.1\r\nHost: h\r\n",
    "POST / HTTP/1.1\r\nHost: h\r\nX-Amz-Target: TrentService.ListKeys\r\nContent-Length: 9\r\n\r\n{",
  ])("a request that does not end is ended: %j", async (start) => {
    await using door = await openDoor({ headersTimeoutMs: 50, requestTimeoutMs: 60 });
    const { socket, received } = await dial(door);
    socket.write(start);
    expect(await received).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("one too many is closed at once", async () => {
    await using door = await openDoor({ connectionsMax: 1 });
    const first = await dial(door);
    const second = await dial(door);
    expect(await second.received).toBe("");
    expect(door.log()).toContain("too many are connected");
    first.socket.destroy();
  });

  test("a connection is used again", async () => {
    await using door = await openDoor();
    const { socket, received } = await dial(door);
    const request = "POST / HTTP/1.1\r\nHost: h\r\nX-Amz-Target: TrentService.ListKeys\r\nContent-Length: 2\r\n\r\n{}";
    socket.write(request + request);
    socket.write(request.replace("Host: h", "Host: h\r\nConnection: close"));
    expect((await received).match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3);
  });

  test("one that goes away in the middle of its request harms nobody", async () => {
    await using door = await openDoor();
    const { socket } = await dial(door);
    socket.write("POST / HTTP/1.1\r\nHost: h\r\nX-Amz-Target: TrentService.ListKeys\r\nContent-Length: 9\r\n\r\n{");
    socket.destroy();
    expect((await post(door.endpoint, "ListKeys", {})).status).toBe(200);
  });
});

describe("the end", () => {
  /** A KMS whose answer waits until it is told. */
  function slowKms() {
    let asked = () => {};
    let answer = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const call = (async () => {
      asked();
      await answered;
      return { truncated: false };
    }) as unknown as CallKms;
    return { call, isAsked, answer };
  }

  test("what is under way is answered, and then its connection closed", async () => {
    const { call, isAsked, answer } = slowKms();
    await using door = await openDoor({ call });
    const idle = await dial(door);
    const { socket, received } = await dial(door);
    socket.write("POST / HTTP/1.1\r\nHost: h\r\nX-Amz-Target: TrentService.ListKeys\r\nContent-Length: 2\r\n\r\n{}");
    await isAsked;
    const closed = door.close(60_000);
    expect(await idle.received).toBe("");
    answer();
    expect(await received).toMatch(/^HTTP\/1\.1 200 OK.*connection: close.*\{"Truncated":false\}$/is);
    await closed;
    await expect(fetch(door.endpoint)).rejects.toThrow();
  });

  test("what does not end in time is cut off", async () => {
    const { call, isAsked, answer } = slowKms();
    await using door = await openDoor({ call });
    const { socket, received } = await dial(door);
    socket.write("POST / HTTP/1.1\r\nHost: h\r\nX-Amz-Target: TrentService.ListKeys\r\nContent-Length: 2\r\n\r\n{}");
    await isAsked;
    await door.close(10);
    expect(await received).toBe("");
    answer();
  });
});

test("whatever comes, the answer is one of AWS's, no 500, and the door stays open", async () => {
  await using door = await openDoor();
  const operations = ["Decrypt", "CreateKey", "CreateGrant", "ImportKeyMaterial", "Sign", "ListKeys", "Nothing", ""];
  const members = [
    "KeyId",
    "CiphertextBlob",
    "EncryptionContext",
    "Tags",
    "Limit",
    "Operations",
    "Constraints",
    "ValidTo",
    "Policy",
  ];
  const json = fc.dictionary(fc.constantFrom(...members), fc.jsonValue()).map((value) => JSON.stringify(value));
  const headerText = fc.stringMatching(/^[!-~]{1,60}$/);
  const request = fc.record(
    {
      target: fc.oneof(
        fc.constantFrom(...operations).map((name) => `TrentService.${name}`),
        headerText,
      ),
      body: fc.oneof(
        json,
        fc.json(),
        fc.string(),
        fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      ),
      authorization: fc.oneof(
        headerText,
        fc.stringMatching(
          /^AWS4-HMAC-SHA256 Credential=[a-zA-Z0-9/-]{0,40}, SignedHeaders=[a-z;-]{0,20}, Signature=[0-9a-f]{0,64}$/,
        ),
        fc.constant(
          `AWS4-HMAC-SHA256 Credential=${ALICE.accessKeyId}/20260101/us-east-1/kms/aws4_request, SignedHeaders=host, Signature=00`,
        ),
      ),
      contentType: fc.constantFrom("application/x-amz-json-1.1", "application/x-www-form-urlencoded", "text/plain"),
      path: fc.webPath().map((path) => path || "/"),
      query: fc.webQueryParameters(),
      date: headerText,
    },
    { requiredKeys: ["target", "body"] },
  );
  await fc.assert(
    fc.asyncProperty(request, async ({ target, body, authorization, contentType, path = "/", query = "", date }) => {
      const response = await fetch(`${door.endpoint}${path.startsWith("/") ? "" : "/"}${path}${query && `?${query}`}`, {
        method: "POST",
        headers: {
          "x-amz-target": target,
          ...(authorization !== undefined && { authorization }),
          ...(contentType !== undefined && { "content-type": contentType }),
          ...(date !== undefined && { "x-amz-date": date }),
        },
        body,
      });
      expect([200, 400]).toContain(response.status);
      expect(response.headers.get("x-amzn-requestid")).toMatch(UUID);
      const text = await response.text();
      if (response.status === 400) expect(text).toMatch(/^\{"__type":"[A-Za-z]+Exception"|^<ErrorResponse /);
      expect(text).not.toMatch(/\bat .*\.js:\d|TypeError|RangeError|node:internal/);
    }),
    { numRuns: 200 },
  );
  expect(door.log()).toBe("");
  expect((await post(door.endpoint, "ListKeys", {})).status).toBe(200);
}, 60_000);

test("whatever bytes come, the door stays open", async () => {
  await using door = await openDoor();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 500 }), fc.boolean(), async (bytes, asHeaders) => {
      const { socket, received } = await dial(door);
      socket.on("error", () => {});
      socket.end(asHeaders ? Buffer.concat([Buffer.from("POST / HTTP/1.1\r\nHost: h\r\n"), bytes]) : bytes);
      expect(await received).toMatch(/^$|^HTTP\/1\.1 [2-4]\d\d /);
    }),
    { numRuns: 200 },
  );
  expect(door.log()).toBe("");
  expect((await post(door.endpoint, "ListKeys", {})).status).toBe(200);
}, 60_000);
