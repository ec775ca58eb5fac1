/** What a request says of its own signature, in its Authorization header or, presigned, in its query. */

import { EnvolError } from "../errors.ts";

export interface SignedRequest {
  readonly method: string;
  /** As the request line has it, percent-encoded. */
  readonly path: string;
  /** Decoded names and values. */
  readonly query: Readonly<Record<string, string | string[]>>;
  /** Names in lower case; the values of a header that is there several times are joined with commas. */
  readonly headers: Readonly<Record<string, string>>;
  /** Hex SHA-256 of the body as received; undefined for a body that the signature does not cover. */
  readonly payloadHash?: string;
}

export interface SignatureClaim {
  readonly accessKeyId: string;
  /** The credential scope: YYYYMMDD, Region, service, and `aws4_request`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly terminator: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** When it was signed: YYYYMMDDTHHMMSSZ. */
  readonly timestamp: string;
  /** Of a presigned request: how long it is valid. */
  readonly expiresSeconds?: number;
}

const ALGORITHM = "AWS4-HMAC-SHA256";
/** SigV4, "Create a signed AWS API request": X-Amz-Expires is at most seven days. */
const EXPIRES_SECONDS_MAX = 604_800;

/** The access key id that a request claims to be signed with; undefined when it is not signed. */
export function claimedAccessKeyId(request: SignedRequest): string | undefined {
  return claimedCredential(request)?.split("/", 1)[0] || undefined;
}

/** The Region that a request claims to be signed for; undefined when it is not signed, or names none. */
export function claimedRegion(request: SignedRequest): string | undefined {
  return parseCredential(claimedCredential(request) ?? "")?.region || undefined;
}

function claimedCredential(request: SignedRequest): string | undefined {
  const inHeader = /\bCredential=([^\s,]+)/.exec(headerOf(request, "authorization") ?? "")?.[1];
  return inHeader ?? queryOf(request, "X-Amz-Credential");
}

/** @throws AUTH_MISSING, AUTH_INCOMPLETE */
export function readClaim(request: SignedRequest): SignatureClaim {
  const authorization = headerOf(request, "authorization");
  if (authorization !== undefined) return headerClaim(request, authorization);
  if (queryOf(request, "X-Amz-Algorithm") !== undefined) return queryClaim(request);
  throw new EnvolError("AUTH_MISSING", "Missing Authentication Token");
}

function headerClaim(request: SignedRequest, authorization: string): SignatureClaim {
  const space = authorization.indexOf(" ");
  requireAlgorithm(space < 0 ? authorization : authorization.slice(0, space));
  const parameters = new Map(
    authorization
      .slice(space + 1)
      .split(",")
      .map((part) => part.trim().split("=", 2) as [string, string | undefined]),
  );
  const timestamp = headerOf(request, "x-amz-date") ?? timestampOf(headerOf(request, "date"));
  const missing = ["Credential", "Signature", "SignedHeaders"]
    .filter((name) => !parameters.get(name))
    .map((name) => `Authorization header requires '${name}' parameter.`);
  if (timestamp === undefined) {
    missing.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  }
  if (missing.length > 0) throw incomplete(missing.join(" "));
  return {
    ...requireCredential(parameters.get("Credential") as string),
    signedHeaders: (parameters.get("SignedHeaders") as string).split(";"),
    signature: parameters.get("Signature") as string,
    timestamp: requireTimestamp(timestamp as string),
  };
}

function queryClaim(request: SignedRequest): SignatureClaim {
  requireAlgorithm(queryOf(request, "X-Amz-Algorithm") as string);
  const required = (name: string) => {
    const value = queryOf(request, name);
    if (!value) throw incomplete(`AWS query-string parameters must include '${name}', once.`);
    return value;
  };
  const expires = required("X-Amz-Expires");
  const expiresSeconds = /^\d{1,6}$/.test(expires) ? Number(expires) : Number.NaN;
  if (!(expiresSeconds >= 1 && expiresSeconds <= EXPIRES_SECONDS_MAX)) {
    throw incomplete(`X-Amz-Expires must be a number of seconds from 1 to ${EXPIRES_SECONDS_MAX}.`);
  }
  return {
    ...requireCredential(required("X-Amz-Credential")),
    signedHeaders: required("X-Amz-SignedHeaders").split(";"),
    signature: required("X-Amz-Signature"),
    timestamp: requireTimestamp(required("X-Amz-Date")),
    expiresSeconds,
  };
}

type Credential = Pick<SignatureClaim, "accessKeyId" | "date" | "region" | "service" | "terminator">;

function parseCredential(text: string): Credential | undefined {
  const parts = text.split("/");
  if (parts.length !== 5) return undefined;
  const [accessKeyId, date, region, service, terminator] = parts as [string, string, string, string, string];
  return { accessKeyId, date, region, service, terminator };
}

function requireCredential(text: string): Credential {
  const credential = parseCredential(text);
  if (credential !== undefined) return credential;
  throw incomplete("Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.");
}

function requireAlgorithm(name: string): void {
  if (name !== ALGORITHM) throw incomplete(`Unsupported AWS 'algorithm': it must be ${ALGORITHM}.`);
}

function requireTimestamp(text: string): string {
  if (!Number.isNaN(timestampMs(text))) return text;
  throw incomplete("Date must be in ISO-8601 'basic format', such as 20150830T123600Z.");
}

/** Milliseconds since 1970 of YYYYMMDDTHHMMSSZ; NaN for any other text. */
export function timestampMs(text: string): number {
  if (!/^\d{8}T\d{6}Z$/.test(text)) return Number.NaN;
  return Date.parse(text.replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5"));
}

/** A time as signatures write it. */
export function timestampAt(timeMs: number): string {
  return new Date(timeMs).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** A Date header in either of the forms that SigV4 takes: ISO 8601 basic, or that of HTTP. */
function timestampOf(date: string | undefined): string | undefined {
  if (date === undefined || !Number.isNaN(timestampMs(date))) return date;
  const timeMs = Date.parse(date);
  return Number.isNaN(timeMs) ? date : timestampAt(timeMs);
}

function headerOf({ headers }: SignedRequest, name: string): string | undefined {
  return Object.hasOwn(headers, name) ? headers[name] : undefined;
}

/** A query parameter; undefined when it is there several times. */
function queryOf({ query }: SignedRequest, name: string): string | undefined {
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

function incomplete(message: string): EnvolError {
  return new EnvolError("AUTH_INCOMPLETE", message);
}
