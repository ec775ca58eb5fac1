/** EventService, as a client calls it. */

import type { AuditRecord__Output as AuditRecord } from "../gen/envol/v1/AuditRecord.ts";
import type { Event__Output as Event } from "../gen/envol/v1/Event.ts";
import type { GetUsageRequest } from "../gen/envol/v1/GetUsageRequest.ts";
import type { GetUsageResponse__Output as GetUsageResponse } from "../gen/envol/v1/GetUsageResponse.ts";
import type { LookupEventsRequest } from "../gen/envol/v1/LookupEventsRequest.ts";
import type { LookupEventsResponse__Output as LookupEventsResponse } from "../gen/envol/v1/LookupEventsResponse.ts";
import type { WatchRecordsRequest } from "../gen/envol/v1/WatchRecordsRequest.ts";
import type { WatchRequest } from "../gen/envol/v1/WatchRequest.ts";
import { EVENT_SERVICE } from "../serve/grpc/load-protos.ts";
import type { CallOptions, Channel, ResponseStream, UnaryCall } from "./channel.ts";

/** What one watch sees, to be iterated once; leaving the loop ends the watch. */
interface Watch<Message> extends AsyncIterable<Message>, Disposable {
  /** Resolves when the daemon has subscribed this watch: nothing after that is missed. Rejects when it was refused. */
  readonly subscribed: Promise<void>;
  /** Ends the watch; an iteration under way rejects. */
  cancel(): void;
}

export type EventWatch = Watch<Event>;
export type RecordWatch = Watch<AuditRecord>;

export interface EventClient {
  /** Watches at once, before the iteration begins. See proto/envol/v1/event_service.proto. */
  watch(request?: WatchRequest, options?: CallOptions): EventWatch;
  /** Records of KMS calls, newest first, a page at a time. */
  readonly lookupEvents: UnaryCall<LookupEventsRequest, LookupEventsResponse>;
  /** Follows the records of KMS calls, as `watch` follows events. */
  watchRecords(request?: WatchRecordsRequest, options?: CallOptions): RecordWatch;
  /** What a month's requests and keys would cost at AWS KMS. */
  readonly getUsage: UnaryCall<GetUsageRequest, GetUsageResponse>;
}

export function eventClient(channel: Channel): EventClient {
  return {
    watch: (request = {}, options = {}) => toWatch(channel.readStream(EVENT_SERVICE.Watch, request, options)),
    lookupEvents: channel.unary(EVENT_SERVICE.LookupEvents),
    watchRecords: (request = {}, options = {}) =>
      toWatch(channel.readStream(EVENT_SERVICE.WatchRecords, request, options)),
    getUsage: channel.unary(EVENT_SERVICE.GetUsage),
  };
}

function toWatch<Message>(messages: ResponseStream<Message>): Watch<Message> {
  const cancel = () => messages.cancel();
  return {
    subscribed: messages.begun,
    cancel,
    [Symbol.dispose]: cancel,
    [Symbol.asyncIterator]: () => messages[Symbol.asyncIterator](),
  };
}
