/** A core that can be emptied while front doors serve it: they call whichever core there is at the time. */

import { type Core, clearCore, type Foundation, openCore } from "./core.ts";
import { EnvolError } from "./errors.ts";
import type { Principals } from "./iam/principals.ts";
import type { CallKms } from "./kms/embedded/embedded-kms.ts";
import type { Meter } from "./trail/meter.ts";
import type { Trail } from "./trail/trail.ts";
import type { VolumeService } from "./volume/volume-service.ts";

export interface ResettableCore {
  /** While a reset runs, calls are refused with UNAVAILABLE, and no attachment is found. */
  readonly volumes: VolumeService;
  readonly principals: Principals;
  readonly call: CallKms;
  /** Of the present core: after a reset, records begin anew. */
  readonly trail: Trail;
  readonly meter: Meter;
  /** Calls at one time share one reset. @throws ROOT_KEY_INVALID; STORE_FULL or STORE_FAILED, when what is on the disk stays */
  reset(): Promise<void>;
  readonly resetting: boolean;
  close(): Promise<void>;
}

/** @param loadRootKey gives the root key again, if there is one, for the core after a reset */
export async function openResettableCore(
  foundation: Foundation,
  rootKey: Uint8Array,
  loadRootKey: () => Promise<Uint8Array>,
): Promise<ResettableCore> {
  let core: Core | undefined = await openCore(foundation, rootKey);
  let resetting: Promise<void> | undefined;
  const underWay = new Set<Promise<void>>();

  /** Calls of one part of the core, as calls of that part of the present one. */
  const forwarding = <Part extends object>(partOf: (present: Core) => Part): Part => {
    const forward = (name: string | symbol, args: unknown[]) => {
      if (core === undefined) throw refusal(name);
      const part = partOf(core) as Record<string | symbol, (...args: unknown[]) => unknown>;
      const result = part[name]?.(...args);
      if (result instanceof Promise) track(result);
      return result;
    };
    return new Proxy({} as Part, {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          forward(name, args),
    });
  };
  const track = (call: Promise<unknown>) => {
    const ended: Promise<void> = call.then(
      () => void underWay.delete(ended),
      () => void underWay.delete(ended),
    );
    underWay.add(ended);
  };
  const reset = async () => {
    // Before anything ends: without the root key, no new core could begin.
    const nextRootKey = await loadRootKey();
    const old = core;
    core = undefined;
    // What a fault holds up would hold up the reset.
    foundation.faults?.clear();
    await Promise.all(underWay);
    await old?.abandon();
    try {
      await clearCore(foundation);
    } finally {
      core = await openCore(foundation, nextRootKey);
    }
    foundation.events.publish({ type: "DaemonReset" });
  };
  return {
    volumes: forwarding(({ volumes }) => volumes),
    principals: forwarding(({ principals }) => principals),
    call: forwarding(({ call }) => ({ call })).call,
    trail: forwarding(({ trail }) => trail),
    meter: forwarding(({ meter }) => meter),
    reset() {
      resetting ??= reset().finally(() => {
        resetting = undefined;
      });
      return resetting;
    },
    get resetting() {
      return resetting !== undefined;
    },
    async close() {
      await resetting?.catch(() => undefined);
      await core?.close();
    },
  };
}

/** What a call is told for which there is no core at the moment. */
function refusal(name: string | symbol): EnvolError {
  // Who looks for an attachment, and may learn nothing else, learns this: they have all ended.
  if (name === "deviceOfAttachment") return new EnvolError("ATTACHMENT_NOT_FOUND", "There is no such attachment.");
  return new EnvolError("UNAVAILABLE", "The daemon is being reset; should that fail, reset it again.");
}
