/**
 * GetCallerIdentity of AWS STS: what every tool for AWS asks first. It speaks the AWS query protocol: a form in, XML out
 * (AWS STS API Reference, GetCallerIdentity). Its service is part of the endpoint, and so are its errors' form.
 */

import { createHash } from "node:crypto";
import { EnvolError } from "../../errors.ts";
import type { KmsCaller } from "../../kms/kms-client.ts";

export const STS_SIGNING_NAME = "sts";
const XMLNS = "https://sts.amazonaws.com/doc/2011-06-15/";
/** IAM's unique ids have 16 characters or more after a prefix that says what they are (IAM User Guide, "IAM identifiers"). */
const UNIQUE_ID_PREFIXES = { user: "AIDA", role: "AROA" } as const;
const UNIQUE_ID_LENGTH = 17;
const BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** @throws OPERATION_UNKNOWN */
export function answerQuery(parameters: URLSearchParams, caller: KmsCaller, requestId: string): string {
  if (parameters.get("Action") !== "GetCallerIdentity") {
    throw new EnvolError("OPERATION_UNKNOWN", "Of AWS's query APIs, only STS GetCallerIdentity is here.");
  }
  const facts = { Arn: caller.arn, UserId: userId(caller), Account: caller.accountId };
  const members = Object.entries(facts).map(([name, value]) => element(name, value));
  return (
    `<GetCallerIdentityResponse xmlns="${XMLNS}"><GetCallerIdentityResult>${members.join("")}` +
    `</GetCallerIdentityResult>${metadata(requestId)}</GetCallerIdentityResponse>`
  );
}

export function queryError(type: string, message: string, isSendersFault: boolean, requestId: string): string {
  const fault = element("Type", isSendersFault ? "Sender" : "Receiver");
  const error = `<Error>${fault}${element("Code", type)}${element("Message", message)}</Error>`;
  return `<ErrorResponse xmlns="${XMLNS}">${error}${element("RequestId", requestId)}</ErrorResponse>`;
}

/** The root's user id is its account; another principal's is made from its ARN, so that it is always the same. */
function userId({ arn, accountId }: KmsCaller): string {
  const kind = arn.split(":")[5]?.split("/")[0];
  if (kind !== "user" && kind !== "role") return accountId;
  const digest = createHash("sha256").update(arn).digest();
  const letters = [...digest.subarray(0, UNIQUE_ID_LENGTH)].map((byte) => BASE_32.charAt(byte % BASE_32.length));
  return UNIQUE_ID_PREFIXES[kind] + letters.join("");
}

function metadata(requestId: string): string {
  return `<ResponseMetadata>${element("RequestId", requestId)}</ResponseMetadata>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] as string);
}
