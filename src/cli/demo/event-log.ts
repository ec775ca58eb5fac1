/** Follows the event stream from its beginning, so that a step can show what it caused. */

import type { EnvolClient } from "../../client/client.ts";
import { EnvolError } from "../../errors.ts";
import type { Event__Output } from "../../gen/envol/v1/Event.ts";

/** Events of this machine take milliseconds; one that has not come by now never will. */
const WAIT_MS = 5000;

export interface EventLog {
  /** Takes the events that have not been taken, as soon as all these types are among them. @throws INTERNAL after 5 s */
  takeUntil(types: readonly string[]): Promise<Event__Output[]>;
  /** Lets go of the events that have come so far. */
  skip(): void;
}

export function followEvents(client: EnvolClient): EventLog {
  let untaken: Event__Output[] = [];
  let arrived = () => {};
  let failure: unknown;
  const follow = async () => {
    for await (const event of client.events.watch({ afterSequence: 0 })) {
      untaken.push(event);
      arrived();
    }
  };
  // The stream ends when the client is closed; before that, an end is a failure of whoever waits next.
  follow().catch((thrown: unknown) => {
    failure = thrown;
    arrived();
  });

  const next = (awaited: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new EnvolError("INTERNAL", `No ${awaited.join(" or ")} event came within ${WAIT_MS / 1000} seconds.`));
      }, WAIT_MS);
      arrived = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return {
    async takeUntil(types) {
      const missing = () => types.filter((type) => !untaken.some((event) => event.type === type));
      while (missing().length > 0) {
        if (failure !== undefined) throw failure;
        await next(missing());
      }
      const taken = untaken;
      untaken = [];
      return taken;
    },
    skip() {
      untaken = [];
    },
  };
}
