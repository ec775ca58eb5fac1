/** LookupEvents of AWS CloudTrail, over the trail: its request and answer with AWS's own member names. */

import { EnvolError, type ErrorCode } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import type { TrailEntry, TrailFilter } from "./entry.ts";
import { pageStart, pageToken } from "./page-token.ts";
import type { Trail } from "./trail.ts";

export interface LookedUpEvent {
  readonly EventId: string;
  readonly EventName: string;
  readonly ReadOnly: "true" | "false";
  readonly AccessKeyId?: string;
  /** Seconds since 1970, whole ones. */
  readonly EventTime: number;
  readonly EventSource: string;
  readonly Username?: string;
  readonly Resources: readonly { readonly ResourceType: string; readonly ResourceName: string }[];
  /** The record, as JSON. */
  readonly CloudTrailEvent: string;
}

export interface LookedUpEvents {
  /** Newest first. */
  readonly Events: readonly LookedUpEvent[];
  readonly NextToken?: string;
}

const EVENT_SOURCE = "kms.amazonaws.com";
const RESOURCE_TYPE = "AWS::KMS::Key";

/**
 * @param region whose records
 * @param request the decoded JSON of the call; times are seconds since 1970
 * @throws LOOKUP_ATTRIBUTES_INVALID, LOOKUP_LIMIT_INVALID, LOOKUP_TIME_INVALID, LOOKUP_TOKEN_INVALID, LOOKUP_CATEGORY_INVALID
 */
export function lookupEvents(trail: Trail, region: string, request: unknown): LookedUpEvents {
  const { LookupAttributes, StartTime, EndTime, MaxResults, NextToken, EventCategory } = membersOf(request);
  const attribute = requireAttribute(LookupAttributes);
  const filter: TrailFilter = { region, ...attribute.filter, ...requireTimes(StartTime, EndTime) };
  const limit = requireLimit(MaxResults);
  const hasNone = requireCategory(EventCategory) === "insight" || attribute.matchesNone;
  const before = pageStart(filter, requireToken(NextToken), "NextToken");
  if (hasNone) return { Events: [] };
  const { entries, nextBefore } = trail.find(filter, { limit, ...(before === undefined ? {} : { before }) });
  return {
    Events: entries.map(toEvent),
    ...(nextBefore === undefined ? {} : { NextToken: pageToken(filter, nextBefore) }),
  };
}

function toEvent(entry: TrailEntry): LookedUpEvent {
  const { eventId, eventName, readOnly, accessKeyId, timeMs, username, resources, text } = entry;
  return {
    EventId: eventId,
    EventName: eventName,
    ReadOnly: readOnly ? "true" : "false",
    ...(accessKeyId === undefined ? {} : { AccessKeyId: accessKeyId }),
    EventTime: Math.floor(timeMs / 1000),
    EventSource: EVENT_SOURCE,
    ...(username === undefined ? {} : { Username: username }),
    Resources: resources.map((arn) => ({ ResourceType: RESOURCE_TYPE, ResourceName: arn })),
    CloudTrailEvent: text,
  };
}

/** JSON 1.1 sends nothing, or null, for what is absent. */
function membersOf(request: unknown): Readonly<Record<string, unknown>> {
  const isObject = typeof request === "object" && request !== null && !Array.isArray(request);
  const members = isObject ? Object.entries(request) : [];
  return Object.fromEntries(members.filter(([, value]) => value !== null));
}

interface Attribute {
  readonly filter: TrailFilter;
  /** Whether no record of a KMS has the value. */
  readonly matchesNone: boolean;
}

const some = (filter: TrailFilter): Attribute => ({ filter, matchesNone: false });
const onlyIf = (holds: boolean): Attribute => ({ filter: {}, matchesNone: !holds });

/** What each attribute looks at. CloudTrail API, LookupAttribute. */
const ATTRIBUTES: Readonly<Record<string, (value: string) => Attribute>> = {
  EventId: (eventId) => some({ eventId }),
  EventName: (eventName) => some({ eventName }),
  ReadOnly: (value) => (value === "true" || value === "false" ? some({ readOnly: value === "true" }) : onlyIf(false)),
  Username: (username) => some({ username }),
  ResourceType: (value) => (value === RESOURCE_TYPE ? some({ hasResource: true }) : onlyIf(false)),
  ResourceName: (resource) => some({ resource }),
  EventSource: (value) => onlyIf(value === EVENT_SOURCE),
  AccessKeyId: (accessKeyId) => some({ accessKeyId }),
};

/** CloudTrail API, LookupAttribute: "The maximum length for the AttributeValue is 2000 characters." */
const VALUE_LENGTH_MAX = 2000;

function requireAttribute(attributes: unknown): Attribute {
  if (attributes === undefined) return some({});
  if (!Array.isArray(attributes)) throw wrongAttributes("expected a list.");
  if (attributes.length > 1) throw wrongAttributes("the list can have one attribute only.");
  if (attributes.length === 0) return some({});
  const { AttributeKey: key, AttributeValue: value } = membersOf(attributes[0]);
  const lookUp = typeof key === "string" && Object.hasOwn(ATTRIBUTES, key) ? ATTRIBUTES[key] : undefined;
  if (lookUp === undefined) {
    throw wrongAttributes(`expected an AttributeKey of ${Object.keys(ATTRIBUTES).join(", ")}.`);
  }
  if (typeof value !== "string" || value.length < 1 || value.length > VALUE_LENGTH_MAX) {
    throw wrongAttributes(`expected an AttributeValue of 1 to ${VALUE_LENGTH_MAX} characters.`);
  }
  return lookUp(value);
}

function wrongAttributes(rule: string): EnvolError {
  return refusal("LOOKUP_ATTRIBUTES_INVALID", "LookupAttributes", rule);
}

/** Both ends are allowed, and the end is a whole second, as long as the shown times are. */
function requireTimes(start: unknown, end: unknown): TrailFilter {
  const startTimeMs = requireTime(start, "StartTime");
  const endTimeMs = requireTime(end, "EndTime");
  if (startTimeMs !== undefined && endTimeMs !== undefined && startTimeMs > endTimeMs) {
    throw refusal("LOOKUP_TIME_INVALID", "StartTime", "it lies behind EndTime.");
  }
  return {
    ...(startTimeMs === undefined ? {} : { startTimeMs }),
    ...(endTimeMs === undefined ? {} : { endTimeMs: Math.floor(endTimeMs / 1000) * 1000 + 999 }),
  };
}

function requireTime(time: unknown, field: string): number | undefined {
  if (time === undefined) return undefined;
  if (typeof time === "number" && time >= 0 && time * 1000 <= Number.MAX_SAFE_INTEGER) return time * 1000;
  throw refusal("LOOKUP_TIME_INVALID", field, "expected seconds since 1970.");
}

function requireLimit(limit: unknown): number {
  const max = LIMITS.auditLookupMax;
  if (limit === undefined) return max;
  if (Number.isInteger(limit) && Number(limit) >= 1 && Number(limit) <= max) return Number(limit);
  throw refusal("LOOKUP_LIMIT_INVALID", "MaxResults", `expected a whole number from 1 to ${max}.`);
}

function requireToken(token: unknown): string | undefined {
  if (token === undefined || typeof token === "string") return token;
  throw refusal("LOOKUP_TOKEN_INVALID", "NextToken", "expected a text.");
}

function requireCategory(category: unknown): "insight" | undefined {
  if (category === undefined || category === "insight") return category;
  throw refusal("LOOKUP_CATEGORY_INVALID", "EventCategory", "expected insight, or nothing.");
}

function refusal(code: ErrorCode, field: string, rule: string): EnvolError {
  return new EnvolError(code, `${field}: ${rule}`, { field });
}
