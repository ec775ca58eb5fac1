/** A daemon that was started for tests, and what the tests of faults ask of it. */

import type { EnvolError } from "#envol/errors.ts";
import type { Event__Output as Event } from "#envol/gen/envol/v1/Event.ts";
import type { Fault__Output as Fault } from "#envol/gen/envol/v1/Fault.ts";
import type { FaultSpec } from "#envol/gen/envol/v1/FaultSpec.ts";
import type { DaemonOptions } from "#envol/options.ts";
import { createAttachedVolume, type VolumeSettings } from "../daemon/child-daemon.ts";
import { startTestDaemon } from "../requests/stock-client.ts";

export type FaultDaemon = Awaited<ReturnType<typeof startFaultDaemon>>;

export async function startFaultDaemon(options: Partial<DaemonOptions> = {}) {
  const daemon = await startTestDaemon({ harness: true, workers: 2, ...options });
  const { client } = daemon;
  return {
    ...daemon,
    /** A key, and an attached volume of 1 GiB under it. */
    volume: (settings?: VolumeSettings) => createAttachedVolume(client, settings),
    async addFault(spec: FaultSpec): Promise<Fault> {
      return (await client.harness.addFault({ spec })).fault as Fault;
    },
    async removeFault({ faultId }: Fault): Promise<Fault> {
      return (await client.harness.removeFault({ faultId })).fault as Fault;
    },
    /** Adds a fault, and gives what resolves with the event of its first firing. */
    async addWatchedFault(spec: FaultSpec): Promise<{ fault: Fault; fired: Promise<Event> }> {
      const watch = client.events.watch({ types: ["FaultFired"] });
      await watch.subscribed;
      const { fault } = await client.harness.addFault({ spec });
      const { faultId } = fault as Fault;
      const firstFiring = async () => {
        for await (const event of watch) if (event.detail["faultId"] === faultId) return event;
        throw new Error("The watch has ended.");
      };
      return { fault: fault as Fault, fired: firstFiring() };
    },
    /** Writes and flushes, so that the store has it. */
    async store(volumeId: string, offsetBytes: number, data: Buffer): Promise<void> {
      await client.blocks.write({ volumeId, offsetBytes, data, forceUnitAccess: true });
    },
    async read(volumeId: string, offsetBytes: number, lengthBytes: number): Promise<Buffer> {
      return (await client.blocks.read({ volumeId, offsetBytes, lengthBytes })).data;
    },
  };
}

/** The code that a call is refused with; "" when it is not. */
export function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "",
    (error: EnvolError) => error.code,
  );
}

/** Whether a promise is still pending, once what was to settle it at once has had its turn. */
export async function isPending(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol("pending");
  const turn = new Promise((resolve) => setImmediate(() => resolve(pending)));
  return (await Promise.race([promise.catch(() => undefined), turn])) === pending;
}
