/** A fault that a test has put into the daemon, and takes out again. */

import { EnvolError } from "../errors.ts";
import type { Fault__Output as FaultDescription } from "../gen/envol/v1/Fault.ts";
import type { FaultSpec } from "../gen/envol/v1/FaultSpec.ts";
import type { CallOptions } from "./channel.ts";
import type { HarnessClient } from "./harness-client.ts";
import { ignoring } from "./ignoring.ts";

/** `await using` removes it at the end of the scope, unless it is gone by then. */
export interface Fault extends AsyncDisposable {
  readonly faultId: string;
  /** What its random numbers began with: given again, it fires at the same operations. */
  readonly seed: number;
  /** The fault as it is now, with how many operations have met it and how often it has fired. */
  describe(options?: CallOptions): Promise<FaultDescription>;
  /** Takes it out. What it delays or stalls goes on at once. */
  remove(options?: CallOptions): Promise<void>;
}

export async function injectFault(harness: HarnessClient, spec: FaultSpec, options?: CallOptions): Promise<Fault> {
  const { fault } = await harness.addFault({ spec }, options);
  const { faultId, spec: accepted } = fault as FaultDescription;
  const remove = async (callOptions?: CallOptions) => {
    await harness.removeFault({ faultId }, callOptions);
  };
  return {
    faultId,
    seed: accepted?.seed ?? 0,
    async describe(callOptions) {
      const { faults } = await harness.listFaults({}, callOptions);
      const found = faults.find((other) => other.faultId === faultId);
      if (found === undefined) throw new EnvolError("FAULT_NOT_FOUND", `There is no fault ${faultId} any more.`);
      return found;
    },
    remove,
    // A fault ends with the daemon.
    [Symbol.asyncDispose]: () => ignoring(["FAULT_NOT_FOUND", "UNAVAILABLE"], remove()),
  };
}
