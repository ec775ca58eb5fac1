/**
 * AWS Signature Version 4, as the one who receives a request sees it: the request is signed again with the secret of the
 * access key that it names, and the two signatures are compared (IAM User Guide, "Create a signed AWS API request").
 */

import { createHmac, timingSafeEqual } from "node:crypto";
import {
  ALGORITHM_IDENTIFIER,
  createScope,
  getCanonicalHeaders,
  getSigningKey,
  SHA256_HEADER,
  SignatureV4Base,
  UNSIGNED_PAYLOAD,
} from "@smithy/signature-v4";
import { EnvolError } from "../errors.ts";
import { Sha256 } from "../sha256.ts";
import type { FindAccessKey } from "./access-key.ts";
import { readClaim, type SignatureClaim, type SignedRequest, timestampAt, timestampMs } from "./signature-claim.ts";

export { claimedAccessKeyId, claimedRegion, type SignedRequest } from "./signature-claim.ts";

/** How far a signer's clock may be off; AWS names the same minutes in its error. */
const CLOCK_SKEW_MINUTES = 5;
const MINUTE_MS = 60_000;

export interface Signer {
  readonly accessKeyId: string;
  readonly arn: string;
  readonly accountId: string;
  /** The Region that the request is signed for. */
  readonly region: string;
}

/**
 * Whose signature it is, and for which Region. A session token says nothing here, where every access key is a lasting
 * one: it is covered by the signature like any other header, and otherwise ignored.
 * @throws AUTH_MISSING, AUTH_INCOMPLETE, AUTH_SIGNATURE, AUTH_UNKNOWN_KEY
 */
export async function verifySignature(
  request: SignedRequest,
  options: { readonly service: string; readonly findAccessKey: FindAccessKey; readonly nowMs: number },
): Promise<Signer> {
  const claim = readClaim(request);
  const key = options.findAccessKey(claim.accessKeyId);
  if (key === undefined) {
    throw new EnvolError("AUTH_UNKNOWN_KEY", "The security token included in the request is invalid.");
  }
  requireScope(claim, options.service);
  requireTime(claim, options.nowMs);
  requireCoverage(request, claim);
  const expected = await signatureOf(request, claim, key.secretAccessKey);
  if (!isEqual(expected, claim.signature)) {
    throw refused(
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key " +
        "and signing method. Consult the service documentation for details.",
    );
  }
  return { accessKeyId: claim.accessKeyId, arn: key.arn, accountId: key.accountId, region: claim.region };
}

function requireScope({ date, service, terminator, timestamp, region }: SignatureClaim, expected: string): void {
  if (region === "") throw refused("Credential should be scoped to a valid region.");
  if (service !== expected) throw refused(`Credential should be scoped to correct service: '${expected}'.`);
  if (terminator !== "aws4_request") {
    throw refused("Credential should be scoped with a valid terminator: 'aws4_request'.");
  }
  if (date === timestamp.slice(0, "YYYYMMDD".length)) return;
  throw refused(
    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: " +
      `the request's date is ${timestamp}.`,
  );
}

function requireTime({ timestamp, expiresSeconds }: SignatureClaim, nowMs: number): void {
  const skewMs = CLOCK_SKEW_MINUTES * MINUTE_MS;
  const signedMs = timestampMs(timestamp);
  const now = timestampAt(nowMs);
  if (signedMs > nowMs + skewMs) {
    const latest = `${timestampAt(nowMs + skewMs)} (${now} + ${CLOCK_SKEW_MINUTES} min.)`;
    throw refused(`Signature not yet current: ${timestamp} is still later than ${latest}`);
  }
  if (expiresSeconds !== undefined) {
    const endMs = signedMs + expiresSeconds * 1000;
    if (endMs < nowMs) throw refused(`Signature expired: ${timestampAt(endMs)} is now earlier than ${now}`);
  } else if (signedMs < nowMs - skewMs) {
    const earliest = `${timestampAt(nowMs - skewMs)} (${now} - ${CLOCK_SKEW_MINUTES} min.)`;
    throw refused(`Signature expired: ${timestamp} is now earlier than ${earliest}`);
  }
}

/** Who changes what the signature does not cover, changes the request: so it must cover the host, all x-amz- headers and the body. */
function requireCoverage(request: SignedRequest, { signedHeaders }: SignatureClaim): void {
  if (!signedHeaders.includes("host")) {
    throw refused("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }
  const open = Object.keys(request.headers).find((name) => name.startsWith("x-amz-") && !signedHeaders.includes(name));
  if (open !== undefined) throw refused(`The header ${open} must be a 'SignedHeader' in the AWS Authorization.`);
  const declared = request.headers[SHA256_HEADER];
  if (declared !== undefined && declared !== payloadHashOf(request)) {
    throw refused(`The ${SHA256_HEADER} header is not the SHA-256 of the request's body.`);
  }
}

function payloadHashOf({ payloadHash }: SignedRequest): string {
  return payloadHash ?? UNSIGNED_PAYLOAD;
}

/** What the signature should be, in hexadecimal. */
async function signatureOf(request: SignedRequest, claim: SignatureClaim, secretAccessKey: string): Promise<string> {
  const { accessKeyId, date, region, service, signedHeaders, timestamp } = claim;
  const text = await canonical.stringToSign(request, signedHeaders, timestamp, createScope(date, region, service));
  const key = await getSigningKey(Sha256, { accessKeyId, secretAccessKey }, date, region, service);
  return createHmac("sha256", key).update(text).digest("hex");
}

/** In a time that does not tell how much of the two is equal. */
function isEqual(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function refused(message: string): EnvolError {
  return new EnvolError("AUTH_SIGNATURE", message);
}

/**
 * The canonical form of a request with exactly the headers that were signed. What the package's own signer does is not
 * that: it chooses the headers, and adds an X-Amz-Date where the request has a Date.
 */
class Canonical extends SignatureV4Base {
  constructor() {
    super({ service: "", region: "", credentials: { accessKeyId: "", secretAccessKey: "" }, sha256: Sha256 });
  }

  stringToSign(
    request: SignedRequest,
    signedHeaders: readonly string[],
    timestamp: string,
    scope: string,
  ): Promise<string> {
    const { method, path } = request;
    const present = signedHeaders.filter((name) => Object.hasOwn(request.headers, name));
    const headers = Object.fromEntries(present.map((name) => [name, request.headers[name] as string]));
    const signed = { method, path, query: { ...request.query }, headers, protocol: "http:", hostname: "" };
    const canonicalHeaders = getCanonicalHeaders(signed, undefined, new Set(signedHeaders));
    const form = this.createCanonicalRequest(signed, canonicalHeaders, payloadHashOf(request));
    return this.createStringToSign(timestamp, scope, form, ALGORITHM_IDENTIFIER);
  }
}

const canonical = new Canonical();
