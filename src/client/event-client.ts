/** EventService, as a client calls it. */

import type { Event__Output as Event } from "../gen/envol/v1/Event.ts";
import type { WatchRequest } from "../gen/envol/v1/WatchRequest.ts";
import { EVENT_SERVICE } from "../serve/grpc/load-protos.ts";
import type { CallOptions, Channel } from "./channel.ts";

/** The events of one watch, to be iterated once; leaving the loop ends the watch. */
export interface EventWatch extends AsyncIterable<Event>, Disposable {
  /** Resolves when the daemon has subscribed this watch: no event after that is missed. Rejects when it was refused. */
  readonly subscribed: Promise<void>;
  /** Ends the watch; an iteration under way rejects. */
  cancel(): void;
}

export interface EventClient {
  /** Watches at once, before the iteration begins. See proto/envol/v1/event_service.proto. */
  watch(request?: WatchRequest, options?: CallOptions): EventWatch;
}

export function eventClient(channel: Channel): EventClient {
  return {
    watch(request = {}, options = {}) {
      const events = channel.readStream(EVENT_SERVICE.Watch, request, options);
      const cancel = () => events.cancel();
      return {
        subscribed: events.begun,
        cancel,
        [Symbol.dispose]: cancel,
        [Symbol.asyncIterator]: () => events[Symbol.asyncIterator](),
      };
    },
  };
}
