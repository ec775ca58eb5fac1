/** From a call of the KMS, or what the KMS did by itself, to the record that CloudTrail would have of it (format 1.11). */

import { createHash } from "node:crypto";
import { ERRORS, type ErrorCode } from "../errors.ts";
import type { CallRecord, ServiceEvent } from "../kms/embedded/call.ts";
import { isReadOnly, requestParameters, responseElements } from "./call-facts.ts";
import { type UserIdentity, userIdentity } from "./user-identity.ts";

interface Resource {
  readonly accountId: string;
  readonly type: "AWS::KMS::Key";
  readonly ARN: string;
}

/** Members in the order of CloudTrail's own records. CloudTrail user guide, "CloudTrail record contents". */
export interface CloudTrailRecord {
  readonly eventVersion: "1.11";
  readonly userIdentity: UserIdentity;
  /** UTC, in whole seconds. */
  readonly eventTime: string;
  readonly eventSource: "kms.amazonaws.com";
  readonly eventName: string;
  readonly awsRegion: string;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly requestParameters: Readonly<Record<string, unknown>> | null;
  readonly responseElements: Readonly<Record<string, unknown>> | null;
  readonly additionalEventData?: Readonly<Record<string, string>>;
  readonly requestID?: string;
  readonly eventID: string;
  readonly readOnly: boolean;
  readonly resources: readonly Resource[];
  readonly eventType: "AwsApiCall" | "AwsServiceEvent";
  readonly managementEvent: true;
  readonly recipientAccountId: string;
  readonly serviceEventDetails?: Readonly<Record<string, string>>;
  readonly sharedEventID?: string;
  readonly eventCategory: "Management";
}

/** What KMS shows in place of an address when it does something by itself. */
const AWS_INTERNAL = "AWS Internal";
/** Where a record must have a value, and the door has none: a Unix socket has no address. */
const UNKNOWN = "unknown";
/** CloudTrail user guide, "CloudTrail record contents": errorMessage has "a maximum size of 1 KB". */
const ERROR_MESSAGE_LENGTH_MAX = 1024;

/** @param accountId the account whose KMS it is */
export function apiCallRecord(call: CallRecord, accountId: string): CloudTrailRecord {
  const { caller, region, operation, error, requestId, eventId } = call;
  const isShared = caller.accountId !== accountId || caller.invokedBy === AWS_INTERNAL;
  return {
    eventVersion: "1.11",
    userIdentity: userIdentity(caller, region, accountId),
    eventTime: eventTime(call.timeMs),
    eventSource: "kms.amazonaws.com",
    eventName: operation,
    awsRegion: region,
    sourceIPAddress: caller.invokedBy ?? caller.sourceIpAddress ?? UNKNOWN,
    userAgent: caller.invokedBy ?? caller.userAgent ?? UNKNOWN,
    ...(error === undefined ? {} : errorFacts(error)),
    requestParameters: requestParameters(call),
    responseElements: responseElements(call),
    ...additionalEventData(call),
    requestID: requestId,
    eventID: eventId,
    readOnly: isReadOnly(operation),
    resources: resourcesOf(call, accountId),
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: accountId,
    ...(isShared ? { sharedEventID: sharedEventId(eventId) } : {}),
    eventCategory: "Management",
  };
}

export function serviceEventRecord(event: ServiceEvent, accountId: string): CloudTrailRecord {
  return {
    eventVersion: "1.11",
    userIdentity: { accountId, invokedBy: AWS_INTERNAL },
    eventTime: eventTime(event.timeMs),
    eventSource: "kms.amazonaws.com",
    eventName: event.name,
    awsRegion: event.region,
    sourceIPAddress: AWS_INTERNAL,
    userAgent: AWS_INTERNAL,
    requestParameters: null,
    responseElements: event.name === "DeleteKey" ? { keyId: event.keyArn } : null,
    eventID: event.eventId,
    readOnly: false,
    resources: [resource(event.keyArn)],
    eventType: "AwsServiceEvent",
    managementEvent: true,
    recipientAccountId: accountId,
    ...(Object.keys(event.details).length === 0 ? {} : { serviceEventDetails: event.details }),
    eventCategory: "Management",
  };
}

/** CloudTrail user guide, "CloudTrail record contents": requestParameters has "a maximum size of 100 KB". */
const TEXT_LENGTH_MAX = 100 * 1024;

/** A record as JSON; one that is too long has its parameters left out, and says so. */
export function recordText(record: CloudTrailRecord): string {
  const text = JSON.stringify(record);
  if (text.length <= TEXT_LENGTH_MAX) return text;
  return JSON.stringify({ ...record, requestParameters: { omitted: true } });
}

function eventTime(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, -5)}Z`;
}

/** AWS's error codes, except where CloudTrail writes another one than the API answers. */
function errorFacts({ code, message }: { code: ErrorCode; message: string }) {
  const errorCode = code === "ACCESS_DENIED" ? "AccessDenied" : ERRORS[code].aws;
  return { errorCode, errorMessage: message.slice(0, ERROR_MESSAGE_LENGTH_MAX) };
}

/** The id of a grant is shown where nothing else names the grant: CreateGrant answers with it, RevokeGrant asks with it. */
function additionalEventData({ operation, additional }: CallRecord): Pick<CloudTrailRecord, "additionalEventData"> {
  const { grantId: _, ...rest } = additional;
  const facts = operation === "CreateGrant" || operation === "RevokeGrant" ? rest : additional;
  return Object.keys(facts).length === 0 ? {} : { additionalEventData: facts };
}

/** The keys, in the order in which the operation asked for them; and the alias, where the operation is about one. */
function resourcesOf({ operation, request, region, keyArns }: CallRecord, accountId: string): Resource[] {
  const keys = keyArns.map(resource);
  const { aliasName } = request;
  if (keys.length === 0 || typeof aliasName !== "string") return keys;
  const alias = resource(`arn:aws:kms:${region}:${accountId}:${aliasName}`);
  return operation === "CreateAlias" ? [...keys, alias] : [alias, ...keys];
}

function resource(arn: string): Resource {
  return { accountId: arn.split(":")[4] ?? "", type: "AWS::KMS::Key", ARN: arn };
}

/** One id for the copies of an event in several accounts; made from the event's own, so that one record always gives one. */
function sharedEventId(eventId: string): string {
  const hex = createHash("sha256").update(eventId).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
