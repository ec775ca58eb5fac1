/** What a test may do to the daemon: add faults, and make it empty. */

import { EnvolError, toEnvolError } from "../errors.ts";
import type { CallKms } from "../kms/embedded/embedded-kms.ts";
import type { KmsCaller } from "../kms/kms-client.ts";
import { LIMITS } from "../limits.ts";
import type { Volume } from "../volume/volume.ts";
import { checkVolumeId } from "../volume/volume-id.ts";
import type { VolumeService } from "../volume/volume-service.ts";
import type { Effect, Fault, Site } from "./fault.ts";
import type { Faults } from "./faults.ts";
import { checkPlan, type FaultRequest } from "./plan-check.ts";

export interface Harness {
  /** The fault is in force when it resolves. @throws as AddFault in harness_service.proto says */
  addFault(request: FaultRequest): Promise<Fault>;
  listFaults(): Fault[];
  /** @throws MISSING_ARGUMENT, FAULT_NOT_FOUND */
  removeFault(faultId: string): Fault;
  reset(): Promise<void>;
  /** Removes all faults, and takes no more. */
  close(): void;
}

export interface HarnessContext {
  readonly faults: Faults;
  readonly volumes: VolumeService;
  /** The KMS. */
  readonly call: CallKms;
  readonly caller: KmsCaller;
  /** Empties the daemon; calls at one time share one reset. */
  readonly core: { reset(): Promise<void>; readonly resetting: boolean };
}

export function createHarness({ faults, volumes, call, caller, core }: HarnessContext): Harness {
  let resets = 0;
  let closed = false;

  const describeKey = async (keyId: string, field: string) => {
    try {
      return (await call("DescribeKey", caller, { keyId })).keyMetadata;
    } catch (thrown) {
      const error = toEnvolError(thrown);
      throw new EnvolError(error.code, error.message, { field, cause: error });
    }
  };
  /** Makes sure that the plan fits the volume which its site names. */
  const checkVolume = async (site: Site, effect: Effect): Promise<void> => {
    const { volumeId, range } = site;
    if (volumeId === undefined) return;
    const field = `spec.${site.kind}.volumeId`;
    checkVolumeId(volumeId, field);
    const volume = describedVolume(volumes, volumeId, field);
    if (range !== undefined && range.offsetBytes >= volume.sizeGib * LIMITS.gibBytes) {
      const rule = `the volume ends at ${volume.sizeGib * LIMITS.gibBytes}, got ${range.offsetBytes}`;
      throw refusal("OUT_OF_RANGE", `spec.${site.kind}.offsetBytes`, rule);
    }
    if (effect.kind === "corrupt" && effect.bit >= volume.sectorSizeBytes * 8) {
      const rule = `a stored sector has ${volume.sectorSizeBytes * 8} bits, got ${effect.bit}`;
      throw refusal("INVALID_ARGUMENT", "spec.corrupt.bit", rule);
    }
    if (effect.kind !== "disableKey") return;
    if (volume.kmsKeyArn === undefined) {
      throw refusal("ARGUMENT_COMBINATION", "spec.disableKey", `volume ${volumeId} is not encrypted`);
    }
    if ((await describeKey(volume.kmsKeyArn, field)).keyManager === "AWS") {
      const rule = `volume ${volumeId} is under an AWS managed key, which nobody may disable`;
      throw refusal("ARGUMENT_COMBINATION", "spec.disableKey", rule);
    }
  };
  return {
    async addFault(request) {
      const resetsBefore = resets;
      const { site, ...plan } = checkPlan(request);
      await checkVolume(site, plan.effect);
      const keyId = request.site?.keyId ?? "";
      const key = keyId === "" ? undefined : await describeKey(keyId, "spec.kms.keyId");
      // A fault that was asked for before a reset must not come after it.
      if (closed || core.resetting || resets !== resetsBefore)
        throw new EnvolError("UNAVAILABLE", "The daemon was reset, or is stopping.");
      return faults.add({ ...plan, site: key === undefined ? site : { ...site, keyArn: key.arn } });
    },
    listFaults: () => faults.list(),
    removeFault(faultId) {
      if (faultId !== "") return faults.remove(faultId);
      throw new EnvolError("MISSING_ARGUMENT", "faultId: expected the id of a fault.", { field: "faultId" });
    },
    reset() {
      resets += 1;
      return core.reset();
    },
    close() {
      closed = true;
      faults.clear();
    },
  };
}

function describedVolume(volumes: VolumeService, volumeId: string, field: string): Volume {
  try {
    return volumes.describeVolumes({ volumeIds: [volumeId] }).volumes[0] as Volume;
  } catch (thrown) {
    const error = toEnvolError(thrown);
    throw new EnvolError(error.code, error.message, { field, cause: error });
  }
}

function refusal(code: "INVALID_ARGUMENT" | "ARGUMENT_COMBINATION" | "OUT_OF_RANGE", field: string, rule: string) {
  return new EnvolError(code, `${field}: ${rule}.`, { field });
}
