/** What the trail keeps of a record: the record itself as JSON, and the facts that it is looked up by. */

import { type CloudTrailRecord, recordText } from "./cloudtrail-record.ts";
import { usernameOf } from "./user-identity.ts";

export interface TrailEntry {
  /** Counts up by one; gaps are records that were lost. */
  readonly sequence: number;
  /** Milliseconds since 1970; the record itself has whole seconds. */
  readonly timeMs: number;
  readonly region: string;
  readonly eventId: string;
  readonly eventName: string;
  readonly readOnly: boolean;
  /** Of callers that have a name: "root", a user's name, a session's name. */
  readonly username?: string;
  readonly accessKeyId?: string;
  readonly errorCode?: string;
  /** ARNs of keys and aliases. */
  readonly resources: readonly string[];
  /** The CloudTrail record, as JSON. */
  readonly text: string;
}

export function toEntry(record: CloudTrailRecord, sequence: number, timeMs: number): TrailEntry {
  const { userIdentity, errorCode } = record;
  const username = usernameOf(userIdentity);
  const { accessKeyId } = userIdentity;
  return {
    sequence,
    timeMs,
    region: record.awsRegion,
    eventId: record.eventID,
    eventName: record.eventName,
    readOnly: record.readOnly,
    ...(username === undefined ? {} : { username }),
    ...(accessKeyId === undefined ? {} : { accessKeyId }),
    ...(errorCode === undefined ? {} : { errorCode }),
    resources: record.resources.map(({ ARN }) => ARN),
    text: recordText(record),
  };
}

/** What records are looked up by. All that is given must hold. */
export interface TrailFilter {
  readonly region?: string;
  readonly eventId?: string;
  readonly eventName?: string;
  readonly username?: string;
  readonly accessKeyId?: string;
  readonly readOnly?: boolean;
  /** Whether the call failed. */
  readonly failed?: boolean;
  /** The ARN of a key or an alias, or the id of a key. */
  readonly resource?: string;
  /** Whether it is about any key. */
  readonly hasResource?: boolean;
  /** Both ends are allowed. */
  readonly startTimeMs?: number;
  readonly endTimeMs?: number;
}

export function matches(filter: TrailFilter, entry: TrailEntry): boolean {
  const { resource, hasResource, failed, startTimeMs, endTimeMs, ...same } = filter;
  if (failed !== undefined && failed !== (entry.errorCode !== undefined)) return false;
  if (startTimeMs !== undefined && entry.timeMs < startTimeMs) return false;
  if (endTimeMs !== undefined && entry.timeMs > endTimeMs) return false;
  if (resource !== undefined && !entry.resources.some((arn) => arn === resource || arn.endsWith(`:key/${resource}`))) {
    return false;
  }
  if (hasResource !== undefined && hasResource !== entry.resources.length > 0) return false;
  return Object.entries(same).every(([name, value]) => entry[name as keyof TrailEntry] === value);
}
