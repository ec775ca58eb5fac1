/** The part of EventService that is about records of KMS calls, and about what they would cost. */

import { Metadata, type ServerWritableStream } from "@grpc/grpc-js";
import { EnvolError } from "../../errors.ts";
import type { AuditFilter__Output as AuditFilter } from "../../gen/envol/v1/AuditFilter.ts";
import type { AuditRecord } from "../../gen/envol/v1/AuditRecord.ts";
import type { EventServiceHandlers } from "../../gen/envol/v1/EventService.ts";
import type { GetUsageRequest__Output as GetUsageRequest } from "../../gen/envol/v1/GetUsageRequest.ts";
import type { GetUsageResponse } from "../../gen/envol/v1/GetUsageResponse.ts";
import type { LookupEventsRequest__Output as LookupEventsRequest } from "../../gen/envol/v1/LookupEventsRequest.ts";
import type { LookupEventsResponse } from "../../gen/envol/v1/LookupEventsResponse.ts";
import type { WatchRecordsRequest__Output as WatchRecordsRequest } from "../../gen/envol/v1/WatchRecordsRequest.ts";
import { requirePermission } from "../../iam/permission.ts";
import { LIMITS } from "../../limits.ts";
import { matches, type TrailEntry, type TrailFilter } from "../../trail/entry.ts";
import { pageStart, pageToken } from "../../trail/page-token.ts";
import {
  CallEnded,
  type CalledContext,
  type GrpcContext,
  handOver,
  runStreaming,
  stoppingError,
  unary,
} from "./call.ts";

type RecordHandlers = Pick<EventServiceHandlers, "LookupEvents" | "WatchRecords" | "GetUsage">;

export function recordHandlers(context: CalledContext): RecordHandlers {
  return {
    LookupEvents: unary(context, (request) => {
      requireLookup(context);
      return lookUp(context, request);
    }),
    WatchRecords: (call) =>
      runStreaming(context, call, async () => {
        requireLookup(context);
        await watchRecords(context, call);
      }),
    GetUsage: unary(context, (request) => getUsage(context, request)),
  };
}

function requireLookup({ principals, caller }: CalledContext): void {
  requirePermission(principals, caller, "cloudtrail:LookupEvents");
}

function lookUp({ trail }: GrpcContext, request: LookupEventsRequest): LookupEventsResponse {
  const { maxResults, nextToken } = request;
  const filter = toFilter(request.filter);
  const max = LIMITS.auditPageMax;
  if (maxResults > max) {
    const message = `maxResults: expected a whole number up to ${max}.`;
    throw new EnvolError("LOOKUP_LIMIT_INVALID", message, { field: "maxResults" });
  }
  const before = pageStart(filter, nextToken === "" ? undefined : nextToken, "nextToken");
  const { entries, nextBefore } = trail.find(filter, {
    limit: maxResults === 0 ? LIMITS.auditLookupMax : maxResults,
    bytesMax: LIMITS.auditPageBytesMax,
    ...(before === undefined ? {} : { before }),
  });
  return {
    records: entries.map(toMessage),
    ...(nextBefore === undefined ? {} : { nextToken: pageToken(filter, nextBefore) }),
  };
}

/** Numbers read in one turn while a watcher's filter leaves them out; then others get theirs. */
const SKIPPED_AT_ONCE_MAX = 1000;

/**
 * Sends records in order of their numbers. It reads them where they are kept, so nothing queues for a slow client; what
 * tells it of new ones only wakes it.
 */
async function watchRecords(
  context: GrpcContext,
  call: ServerWritableStream<WatchRecordsRequest, AuditRecord>,
): Promise<void> {
  const { trail, events, stopping } = context;
  const { request } = call;
  const filter = toFilter(request.filter);
  if (!Number.isSafeInteger(request.afterSequence ?? 0)) {
    const message = "afterSequence: expected a whole number below 2^53.";
    throw new EnvolError("INVALID_ARGUMENT", message, { field: "afterSequence" });
  }
  let ended: Error | undefined;
  let wake = () => {};
  const end = (error: Error) => {
    ended ??= error;
    wake();
  };
  const stop = () => end(stoppingError());
  stopping.addEventListener("abort", stop, { once: true });
  call.on("close", () => end(new CallEnded("The watcher has gone.")));
  let next = (request.afterSequence ?? trail.range().newest) + 1;
  let forget = trail.onEntry(() => wake());
  const unsubscribe = events.subscribe(({ type }) => {
    if (type !== "DaemonReset") return;
    // There is another trail now, whose numbers begin again.
    forget();
    forget = trail.onEntry(() => wake());
    next = 1;
    wake();
  });
  try {
    call.sendMetadata(new Metadata());
    for (let skipped = 0; ended === undefined; ) {
      const { oldest, newest } = trail.range();
      next = Math.max(next, oldest);
      if (next > newest) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const entry = trail.get(next);
      next += 1;
      if (entry !== undefined && matches(filter, entry)) await handOver(call, toMessage(entry));
      else if (++skipped % SKIPPED_AT_ONCE_MAX === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    throw ended;
  } finally {
    forget();
    unsubscribe();
    stopping.removeEventListener("abort", stop);
  }
}

/** @throws INVALID_ARGUMENT, LOOKUP_TIME_INVALID */
function toFilter(given: AuditFilter | null): TrailFilter {
  if (given === null) return {};
  const { eventName, username, keyId, accessKeyId, eventId, access, errorsOnly, startTimeMs, endTimeMs } = given;
  if (access !== "" && access !== "read" && access !== "write") {
    const message = 'filter.access: expected "read" or "write", or nothing.';
    throw new EnvolError("INVALID_ARGUMENT", message, { field: "filter.access" });
  }
  if (endTimeMs !== 0 && startTimeMs > endTimeMs) {
    const message = "filter.startTimeMs: it lies behind endTimeMs.";
    throw new EnvolError("LOOKUP_TIME_INVALID", message, { field: "filter.startTimeMs" });
  }
  return {
    ...(eventName !== "" && { eventName }),
    ...(username !== "" && { username }),
    ...(keyId !== "" && { resource: keyId }),
    ...(accessKeyId !== "" && { accessKeyId }),
    ...(eventId !== "" && { eventId }),
    ...(access !== "" && { readOnly: access === "read" }),
    ...(errorsOnly && { failed: true }),
    ...(startTimeMs !== 0 && { startTimeMs }),
    ...(endTimeMs !== 0 && { endTimeMs }),
  };
}

function toMessage({ text, resources, ...entry }: TrailEntry): AuditRecord {
  return { ...entry, resources: [...resources], recordJson: text };
}

function getUsage({ meter }: GrpcContext, { month, subtractFreeTier }: GetUsageRequest): GetUsageResponse {
  const { keys, classes, operations, ...totals } = meter.usage(month === "" ? undefined : month, { subtractFreeTier });
  return {
    ...totals,
    classes: [...classes],
    operations: [...operations],
    keys: keys.slice(0, LIMITS.auditPageMax),
    keyCount: keys.length,
  };
}
