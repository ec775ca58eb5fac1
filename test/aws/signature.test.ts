/** Signatures, verified: AWS's own examples, what AWS's SDK signs, and everything that must not pass. */

import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import { describe, expect, test } from "vitest";
import { EnvolError } from "#envol/errors.ts";
import type { FindAccessKey } from "#envol/iam/access-key.ts";
import { claimedAccessKeyId, claimedRegion, type SignedRequest, verifySignature } from "#envol/iam/signature.ts";
import { Sha256 } from "#envol/sha256.ts";

const SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const OWNER = { arn: "arn:aws:iam::123456789012:user/someone", accountId: "123456789012" };
const findAccessKey: FindAccessKey = (id) => (id === "AKIDEXAMPLE" ? { secretAccessKey: SECRET, ...OWNER } : undefined);
/** 30 August 2015, 12:36:00: when the test suite's requests were signed. */
const SIGNED_MS = Date.UTC(2015, 7, 30, 12, 36);
const MINUTE_MS = 60_000;
const createHmacSha256 = (key: Buffer | Uint8Array) => createHmac("sha256", key);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

function request(changes: Partial<SignedRequest> = {}): SignedRequest {
  return {
    method: "GET",
    path: "/",
    query: {},
    payloadHash: sha256(""),
    ...changes,
    headers: { host: "example.amazonaws.com", "x-amz-date": "20150830T123600Z", ...changes.headers },
  };
}

function withAuthorization(
  signature: string,
  signedHeaders: string,
  changes: Partial<SignedRequest> = {},
  scope = "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request",
): SignedRequest {
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
  return request({ ...changes, headers: { ...changes.headers, authorization } });
}

function verify(signed: SignedRequest, nowMs = SIGNED_MS, service = "service") {
  return verifySignature(signed, { service, findAccessKey, nowMs });
}

async function refusal(promise: Promise<unknown>): Promise<[string, string]> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof EnvolError)) throw new Error(`it was not refused: ${error}`);
  return [error.code, error.message];
}

const VANILLA_SIGNATURE = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";
const VANILLA = () => withAuthorization(VANILLA_SIGNATURE, "host;x-amz-date");

/** Of the "Signature Version 4 test suite" that AWS has published (aws-sig-v4-test-suite), and of its IAM documentation. */
describe("AWS's published signatures are verified", () => {
  test.each<[string, string, Partial<SignedRequest>, string]>([
    ["get-vanilla", VANILLA_SIGNATURE, {}, "host;x-amz-date"],
    [
      "post-vanilla",
      "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
      { method: "POST" },
      "host;x-amz-date",
    ],
    [
      "get-vanilla-query-order-key-case",
      "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
      { query: { Param2: "value2", Param1: "value1" } },
      "host;x-amz-date",
    ],
    [
      "get-vanilla-utf8-query",
      "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
      { query: { ሴ: "bar" } },
      "host;x-amz-date",
    ],
    ["get-utf8", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85", { path: "/ሴ" }, "host;x-amz-date"],
    [
      "get-space",
      "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741",
      { path: "/example space/" },
      "host;x-amz-date",
    ],
    [
      "post-header-key-sort",
      "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
      { method: "POST", headers: { "my-header1": "value1" } },
      "host;my-header1;x-amz-date",
    ],
    [
      "post-x-www-form-urlencoded",
      "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
      {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payloadHash: sha256("Param1=value1"),
      },
      "content-type;host;x-amz-date",
    ],
  ])("%s", async (_name, signature, changes, signedHeaders) => {
    const signed = withAuthorization(signature, signedHeaders, changes);
    expect(await verify(signed)).toEqual({ ...OWNER, accessKeyId: "AKIDEXAMPLE", region: "us-east-1" });
  });

  test("the example of the IAM User Guide: ListUsers", async () => {
    const signed = withAuthorization(
      "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
      "content-type;host;x-amz-date",
      {
        query: { Action: "ListUsers", Version: "2010-05-08" },
        headers: {
          host: "iam.amazonaws.com",
          "content-type": "application/x-www-form-urlencoded; charset=utf-8",
        },
      },
      "AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request",
    );
    expect(await verify(signed, SIGNED_MS, "iam")).toMatchObject(OWNER);
  });

  test("get-vanilla, presigned for an hour", async () => {
    const query = {
      "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
      "X-Amz-Credential": "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request",
      "X-Amz-Date": "20150830T123600Z",
      "X-Amz-Expires": "3600",
      "X-Amz-SignedHeaders": "host",
      "X-Amz-Signature": "e93c787ed7f371d5c6b165c1b38ede9550f4dce4144713e844b25b7192d3865d",
    };
    const { "x-amz-date": _, ...headers } = request().headers;
    const signed = { ...request(), query, headers };
    expect(await verify(signed, SIGNED_MS + 3_600_000)).toMatchObject(OWNER);
    expect(await refusal(verify(signed, SIGNED_MS + 3_601_000))).toEqual([
      "AUTH_SIGNATURE",
      "Signature expired: 20150830T133600Z is now earlier than 20150830T133601Z",
    ]);
    expect((await refusal(verify({ ...signed, query: { ...query, "X-Amz-Expires": "7200" } })))[0]).toBe(
      "AUTH_SIGNATURE",
    );
    expect(claimedAccessKeyId(signed)).toBe("AKIDEXAMPLE");
  });
});

describe("what AWS's SDK signs is verified", () => {
  const signer = new SignatureV4({
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: SECRET, sessionToken: "a token" },
    region: "eu-west-1",
    service: "kms",
    sha256: Sha256,
  });
  const toSign = {
    method: "POST",
    protocol: "http:",
    hostname: "127.0.0.1",
    path: "/a%20path/",
    query: { b: ["2", "1"], "a b": "ä/~*" },
    headers: {
      host: "127.0.0.1:4566",
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "TrentService.ListKeys",
    } as Record<string, string>,
    body: "{}",
  };
  const options = { signingDate: new Date(SIGNED_MS) };
  const received = (signed: { method: string; path: string; query?: unknown; headers: Record<string, string> }) => ({
    method: signed.method,
    path: signed.path,
    query: (signed.query ?? {}) as SignedRequest["query"],
    headers: signed.headers,
    payloadHash: sha256(toSign.body),
  });

  test("in headers, with a path, a query, a body and a session token", async () => {
    const signed = received(await signer.sign(toSign, options));
    expect(await verify(signed, SIGNED_MS, "kms")).toMatchObject({ region: "eu-west-1" });
    expect((await refusal(verify({ ...signed, payloadHash: sha256("{ }") }, SIGNED_MS, "kms")))[1]).toContain(
      "not the SHA-256 of the request's body",
    );
  });

  test("presigned", async () => {
    const signed = received(await signer.presign(toSign, options));
    expect(await verify(signed, SIGNED_MS, "kms")).toMatchObject({ region: "eu-west-1" });
  });

  test("without its body, when the receiver does not cover it", async () => {
    const unsigned = { ...toSign, headers: { ...toSign.headers, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" } };
    const { payloadHash: _, ...signed } = received(await signer.sign(unsigned, options));
    expect(await verify(signed, SIGNED_MS, "kms")).toMatchObject(OWNER);
    // Where the body is covered, a request cannot say that it is not.
    expect((await refusal(verify({ ...signed, payloadHash: sha256("{}") }, SIGNED_MS, "kms")))[0]).toBe(
      "AUTH_SIGNATURE",
    );
  });
});

describe("whatever is changed, the signature is not of the request any more", () => {
  const MISMATCH =
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and " +
    "signing method. Consult the service documentation for details.";
  const vanilla = VANILLA();
  const authorization = vanilla.headers["authorization"] as string;
  test.each<[string, Partial<SignedRequest>]>([
    ["the method", { method: "POST" }],
    ["the path", { path: "/other" }],
    ["the query", { query: { a: "b" } }],
    ["the body", { payloadHash: sha256("other") }],
    ["a signed header", { headers: { ...vanilla.headers, host: "other.amazonaws.com" } }],
    ["a signed header that is gone", { headers: { "x-amz-date": "20150830T123600Z", authorization } }],
    [
      "the signature's last digit",
      { headers: { ...vanilla.headers, authorization: authorization.replace(/1$/, "2") } },
    ],
    ["the signature's length", { headers: { ...vanilla.headers, authorization: authorization.slice(0, -1) } }],
    ["the Region", { headers: { ...vanilla.headers, authorization: authorization.replace("us-east-1", "us-east-2") } }],
  ])("%s", async (_name, changes) => {
    expect(await refusal(verify({ ...vanilla, ...changes }))).toEqual(["AUTH_SIGNATURE", MISMATCH]);
  });

  test("the secret", async () => {
    const other: FindAccessKey = () => ({ ...OWNER, secretAccessKey: `${SECRET}.` });
    const options = { service: "service", findAccessKey: other, nowMs: SIGNED_MS };
    expect(await refusal(verifySignature(vanilla, options))).toEqual(["AUTH_SIGNATURE", MISMATCH]);
  });
});

describe("refusals", () => {
  const changed = (from: string | RegExp, to: string): SignedRequest => {
    const { headers, ...rest } = VANILLA();
    return { ...rest, headers: { ...headers, authorization: headers["authorization"]!.replace(from, to) } };
  };
  const later = (minutes: number) => SIGNED_MS + minutes * MINUTE_MS;

  test("not signed at all", async () => {
    expect(await refusal(verify(request()))).toEqual(["AUTH_MISSING", "Missing Authentication Token"]);
  });

  test("a key that nobody knows", async () => {
    expect(await refusal(verify(changed("AKIDEXAMPLE", "AKIDOTHER")))).toEqual([
      "AUTH_UNKNOWN_KEY",
      "The security token included in the request is invalid.",
    ]);
  });

  test("a clock that is more than five minutes off, either way", async () => {
    await verify(VANILLA(), later(5));
    await verify(VANILLA(), later(-5));
    expect(await refusal(verify(VANILLA(), later(6)))).toEqual([
      "AUTH_SIGNATURE",
      "Signature expired: 20150830T123600Z is now earlier than 20150830T123700Z (20150830T124200Z - 5 min.)",
    ]);
    expect(await refusal(verify(VANILLA(), later(-6)))).toEqual([
      "AUTH_SIGNATURE",
      "Signature not yet current: 20150830T123600Z is still later than 20150830T123500Z (20150830T123000Z + 5 min.)",
    ]);
  });

  test.each<[string, SignedRequest, string, RegExp]>([
    ["another service", changed("/service/", "/s3/"), "AUTH_SIGNATURE", /correct service: 'service'/],
    ["another end of the scope", changed("aws4_request,", "aws5_request,"), "AUTH_SIGNATURE", /valid terminator/],
    ["no Region", changed("us-east-1", ""), "AUTH_SIGNATURE", /valid region/],
    ["another day", changed("/20150830/", "/20150829/"), "AUTH_SIGNATURE", /does not match YYYYMMDD/],
    ["no host", changed("=host;", "="), "AUTH_SIGNATURE", /'Host' or ':authority'/],
    [
      "an open x-amz- header",
      request({ ...VANILLA(), headers: { ...VANILLA().headers, "x-amz-target": "T.O" } }),
      "AUTH_SIGNATURE",
      /x-amz-target must be/,
    ],
    ["another algorithm", changed("AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256"), "AUTH_INCOMPLETE", /algorithm/],
    ["another scheme", changed(/^.*$/, "Basic dXNlcg=="), "AUTH_INCOMPLETE", /algorithm/],
    ["no parameters", changed(/ .*$/, ""), "AUTH_INCOMPLETE", /'Credential' .*'Signature' .*'SignedHeaders'/],
    [
      "no signature",
      changed(/, Signature=.*$/, ""),
      "AUTH_INCOMPLETE",
      /^Authorization header requires 'Signature' parameter\.$/,
    ],
    ["a scope of four parts", changed("/us-east-1", ""), "AUTH_INCOMPLETE", /5 slash-delimited/],
    [
      "a date that is none",
      request({ headers: { ...VANILLA().headers, "x-amz-date": "20151330T123600Z" } }),
      "AUTH_INCOMPLETE",
      /basic format/,
    ],
    [
      "a date of another form",
      request({ headers: { ...VANILLA().headers, "x-amz-date": "2015-08-30" } }),
      "AUTH_INCOMPLETE",
      /basic format/,
    ],
  ])("%s", async (_name, signed, code, message) => {
    expect(await refusal(verify(signed))).toEqual([code, expect.stringMatching(message)]);
  });

  test("no date at all", async () => {
    const { "x-amz-date": _, ...headers } = VANILLA().headers;
    expect(await refusal(verify({ ...VANILLA(), headers }))).toEqual([
      "AUTH_INCOMPLETE",
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
    ]);
  });

  test.each([
    ["X-Amz-Signature", undefined],
    ["X-Amz-Expires", "0"],
    ["X-Amz-Expires", "604801"],
    ["X-Amz-Expires", "1e3"],
    ["X-Amz-Credential", ["a/b/c/d/e", "f/g/h/i/j"]],
    ["X-Amz-Date", "now"],
  ])("a presigned request with %s %j", async (name, value) => {
    const query = {
      "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
      "X-Amz-Credential": "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request",
      "X-Amz-Date": "20150830T123600Z",
      "X-Amz-Expires": "3600",
      "X-Amz-SignedHeaders": "host",
      "X-Amz-Signature": "0",
      [name]: value,
    } as SignedRequest["query"];
    expect((await refusal(verify(request({ query }))))[0]).toBe("AUTH_INCOMPLETE");
  });

  test("no refusal shows the secret or the right signature", async () => {
    for (const signed of [changed(/1$/, "2"), changed("us-east-1", "us-east-2"), changed("AKIDEXAMPLE", "AKIDOTHER")]) {
      const [, message] = await refusal(verify(signed));
      expect(message).not.toContain(SECRET);
      expect(message).not.toMatch(/[0-9a-f]{64}/);
    }
  });
});

test("a Date header does in place of X-Amz-Date, in the form of HTTP too", async () => {
  // The canonical request has the Date header in it, as it is.
  for (const date of ["20150830T123600Z", "Sun, 30 Aug 2015 12:36:00 GMT"]) {
    const headers = { host: "example.amazonaws.com", date };
    const canonical = `GET\n/\n\ndate:${date}\nhost:example.amazonaws.com\n\ndate;host\n${sha256("")}`;
    const scope = "20150830/us-east-1/service/aws4_request";
    const text = `AWS4-HMAC-SHA256\n20150830T123600Z\n${scope}\n${sha256(canonical)}`;
    const parts = ["20150830", "us-east-1", "service", "aws4_request", text];
    const mac = parts.reduce<Buffer>(
      (key, part) => createHmacSha256(key).update(part).digest(),
      Buffer.from(`AWS4${SECRET}`),
    );
    const authorization = `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/${scope}, SignedHeaders=date;host, Signature=${mac.toString("hex")}`;
    expect(await verify({ ...request(), headers: { ...headers, authorization } })).toMatchObject(OWNER);
  }
});

test("what a request claims is read without a signature being verified", () => {
  expect(claimedAccessKeyId(request())).toBeUndefined();
  expect(claimedRegion(request())).toBeUndefined();
  const unverified = withAuthorization("0", "host", {}, "test/20150830/eu-west-1/kms/aws4_request");
  expect([claimedAccessKeyId(unverified), claimedRegion(unverified)]).toEqual(["test", "eu-west-1"]);
  for (const authorization of ["Bearer x", "AWS4-HMAC-SHA256 Credential=/b", "AWS4-HMAC-SHA256"]) {
    expect(claimedAccessKeyId(request({ headers: { authorization } }))).toBeUndefined();
  }
  // Whoever names a key that is known is told what is wrong with the rest.
  const halved = request({ headers: { authorization: "AWS4-HMAC-SHA256 Credential=a/b" } });
  expect([claimedAccessKeyId(halved), claimedRegion(halved)]).toEqual(["a", undefined]);
});
