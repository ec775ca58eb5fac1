/** EventService over gRPC. */

import { Metadata, type ServerWritableStream } from "@grpc/grpc-js";
import { EnvolError } from "../../errors.ts";
import type { EnvolEvent, EventType } from "../../events.ts";
import type { Event as EventMessage } from "../../gen/envol/v1/Event.ts";
import type { EventServiceHandlers } from "../../gen/envol/v1/EventService.ts";
import type { WatchRequest__Output as WatchRequest } from "../../gen/envol/v1/WatchRequest.ts";
import { LIMITS } from "../../limits.ts";
import { CallEnded, type CalledContext, type GrpcContext, handOver, runStreaming, stoppingError } from "./call.ts";
import { recordHandlers } from "./record-handlers.ts";

/** Every type of event; the compiler holds it complete. */
const EVENT_TYPES: Readonly<Record<EventType, true>> = {
  VolumeStateChanged: true,
  VolumeModified: true,
  AttachmentStateChanged: true,
  KeyStateChanged: true,
  KeyRotated: true,
  KeySynchronized: true,
  KeyMaterialExpired: true,
  KeyMaterialDestroyed: true,
  AliasChanged: true,
  DataKeyWrapped: true,
  DataKeyUnwrapped: true,
  DataKeyUnwrapRefused: true,
  DataKeyErased: true,
  GrantCreated: true,
  GrantRetired: true,
  IoRevoked: true,
  IoResumed: true,
  IntegrityError: true,
  FaultFired: true,
  DaemonReset: true,
};

export function eventHandlers(context: CalledContext): EventServiceHandlers {
  return {
    Watch: (call) => runStreaming(context, call, () => watch(context, call)),
    ...recordHandlers(context),
  };
}

async function watch(context: GrpcContext, call: ServerWritableStream<WatchRequest, EventMessage>): Promise<void> {
  const { request } = call;
  checkWatch(request);
  const queue = eventQueue();
  const stopping = () => queue.end(stoppingError());
  const closed = () => queue.end(new CallEnded("The watcher has gone."));
  context.stopping.addEventListener("abort", stopping, { once: true });
  call.on("close", closed);
  const unsubscribe = context.events.subscribe((event) => {
    if (matches(request, event)) queue.add(event);
  }, request.afterSequence);
  try {
    call.sendMetadata(new Metadata());
    for (;;) await handOver(call, await queue.next());
  } finally {
    unsubscribe();
    context.stopping.removeEventListener("abort", stopping);
  }
}

function checkWatch(request: WatchRequest): void {
  const unknown = request.types.find((type) => !Object.hasOwn(EVENT_TYPES, type));
  if (unknown !== undefined) {
    throw new EnvolError("INVALID_ARGUMENT", `types: ${JSON.stringify(unknown)} is not a type of event.`, {
      field: "types",
    });
  }
  if (!Number.isSafeInteger(request.afterSequence ?? 0)) {
    throw new EnvolError("INVALID_ARGUMENT", "afterSequence: expected a whole number below 2^53.", {
      field: "afterSequence",
    });
  }
}

function matches(request: WatchRequest, event: EnvolEvent): boolean {
  const { types, volumeId, keyId } = request;
  if (types.length > 0 && !types.includes(event.type)) return false;
  if (volumeId !== "" && event.volumeId !== volumeId) return false;
  return keyId === "" || event.keyArn === keyId || event.keyArn?.endsWith(`:key/${keyId}`) === true;
}

/**
 * What one watcher has yet to take. It holds as many events as the bus itself keeps, so that a whole replay fits; a
 * watcher that falls further behind than that could not be replayed to either, and is told so.
 */
function eventQueue() {
  const waiting: EnvolEvent[] = [];
  let reason: Error | undefined;
  let wake: () => void = () => {};
  const end = (error: Error) => {
    reason ??= error;
    wake();
  };
  return {
    end,
    add(event: EnvolEvent): void {
      if (reason !== undefined) return;
      waiting.push(event);
      if (waiting.length > LIMITS.eventsKeptMax) {
        waiting.length = 0;
        end(new EnvolError("WATCH_TOO_SLOW", tooSlowText(event)));
      }
      wake();
    },
    /** The next event, once there is one. @throws what `end` was given */
    async next(): Promise<EnvolEvent> {
      while (reason === undefined && waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (reason !== undefined) throw reason;
      return waiting.shift() as EnvolEvent;
    },
  };
}

function tooSlowText(newest: EnvolEvent): string {
  return (
    `More than ${LIMITS.eventsKeptMax} events waited for this watcher (the newest is ${newest.sequence}). ` +
    "Watch again with after_sequence set to the last sequence number received."
  );
}
