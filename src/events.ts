/** What happens, as it happens: one stream of small facts, for harnesses, the demo and the event service. It never holds a secret. */

import type { Clock } from "./clock.ts";
import { LIMITS } from "./limits.ts";

export type EventType =
  | "VolumeStateChanged"
  | "VolumeModified"
  | "AttachmentStateChanged"
  | "KeyStateChanged"
  | "KeyRotated"
  | "KeySynchronized"
  | "KeyMaterialExpired"
  | "KeyMaterialDestroyed"
  | "AliasChanged"
  | "DataKeyWrapped"
  | "DataKeyUnwrapped"
  | "DataKeyUnwrapRefused"
  | "DataKeyErased"
  | "GrantCreated"
  | "GrantRetired"
  | "IoRevoked"
  | "IoResumed"
  | "IntegrityError"
  | "FaultFired"
  | "DaemonReset";

/** One fact. Identifiers are absent where they do not apply. */
export interface EnvolEvent {
  /** Counts up by one from 1 at each start of the daemon. */
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly timeMs: number;
  readonly type: EventType;
  readonly volumeId?: string;
  readonly attachmentId?: string;
  readonly keyArn?: string;
  /** The new state of the volume, attachment or key, as AWS spells it. */
  readonly state?: string;
  /** Further facts, by lowerCamelCase name. */
  readonly detail?: Readonly<Record<string, string>>;
}

export type EventFact = Omit<EnvolEvent, "sequence" | "timeMs">;
export type EventListener = (event: EnvolEvent) => void;

export interface EventBus {
  publish(fact: EventFact): void;
  /**
   * Calls `listener` for each kept event after `afterSequence` (all kept ones with 0), then for each new one. Without
   * `afterSequence`, for new ones alone. Returns what stops it.
   */
  subscribe(listener: EventListener, afterSequence?: number): () => void;
  /** The sequence number of the newest event; 0 before the first. */
  readonly lastSequence: number;
  /** The sequence number of the oldest event still kept. */
  readonly firstSequence: number;
}

/** An event bus that keeps the newest `keptMax` events. A listener that throws is dropped; it cannot hurt who publishes. */
export function createEventBus(clock: Clock, keptMax: number = LIMITS.eventsKeptMax): EventBus {
  const kept: EnvolEvent[] = [];
  const listeners = new Set<EventListener>();
  let lastSequence = 0;
  const deliver = (listener: EventListener, event: EnvolEvent) => {
    try {
      listener(event);
    } catch {
      listeners.delete(listener);
    }
  };
  return {
    publish(fact) {
      lastSequence += 1;
      const event = { sequence: lastSequence, timeMs: clock.now(), ...fact };
      kept.push(event);
      if (kept.length > keptMax) kept.shift();
      for (const listener of listeners) deliver(listener, event);
    },
    subscribe(listener, afterSequence) {
      listeners.add(listener);
      if (afterSequence !== undefined) {
        for (const event of kept.slice()) if (event.sequence > afterSequence) deliver(listener, event);
      }
      return () => listeners.delete(listener);
    },
    get lastSequence() {
      return lastSequence;
    },
    get firstSequence() {
      return kept[0]?.sequence ?? lastSequence + 1;
    },
  };
}
