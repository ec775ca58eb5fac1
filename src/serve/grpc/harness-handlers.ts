/** HarnessService over gRPC. */

import { EnvolError } from "../../errors.ts";
import type { Fault } from "../../faults/fault.ts";
import type { Harness } from "../../faults/harness.ts";
import type { EffectRequest, FaultRequest, SiteRequest } from "../../faults/plan-check.ts";
import type { Fault as FaultMessage } from "../../gen/envol/v1/Fault.ts";
import type { FaultSpec, FaultSpec__Output as FaultSpecRequest } from "../../gen/envol/v1/FaultSpec.ts";
import type { HarnessServiceHandlers } from "../../gen/envol/v1/HarnessService.ts";
import { type GrpcContext, unary } from "./call.ts";

export function harnessHandlers(context: GrpcContext): HarnessServiceHandlers {
  /** @throws HARNESS_OFF */
  const harness = (): Harness => {
    if (context.harness !== undefined) return context.harness;
    const how = "start it with envol serve --harness, or with harness: true in the options of startDaemon";
    throw new EnvolError("HARNESS_OFF", `The daemon was not started for tests: ${how}.`);
  };
  return {
    AddFault: unary(context, async ({ spec }) => {
      const fault = await harness().addFault(toRequest(spec));
      return { fault: toMessage(fault) };
    }),
    ListFaults: unary(context, () => ({ faults: harness().listFaults().map(toMessage) })),
    RemoveFault: unary(context, ({ faultId }) => ({ fault: toMessage(harness().removeFault(faultId)) })),
    Reset: unary(context, async () => {
      await harness().reset();
      return {};
    }),
  };
}

function toRequest(spec: FaultSpecRequest | null): FaultRequest {
  if (spec === null) throw new EnvolError("MISSING_ARGUMENT", "spec: expected a fault.", { field: "spec" });
  const { afterOperations, times, seed, probability } = spec;
  const site = toSite(spec);
  const effect = toEffect(spec);
  return {
    afterOperations,
    times,
    seed,
    ...(spec.chance === "probability" && probability !== undefined && { probability }),
    ...(site !== undefined && { site }),
    ...(effect !== undefined && { effect }),
  };
}

function toSite({ device, kms, store }: FaultSpecRequest): SiteRequest | undefined {
  const absent = { volumeId: "", keyId: "", offsetBytes: 0, lengthBytes: 0 };
  if (device) return { kind: "device", ...absent, ...device };
  if (kms) return { kind: "kms", ...absent, ...kms };
  if (store) return { kind: "store", ...absent, ...store };
  return undefined;
}

function toEffect({ delay, stall, fail, disableKey, kill, corrupt }: FaultSpecRequest): EffectRequest | undefined {
  if (delay) return { kind: "delay", ...delay };
  if (stall) return { kind: "stall" };
  if (fail) return { kind: "fail", ...fail };
  if (disableKey) return { kind: "disableKey" };
  if (kill) return { kind: "kill", ...kill };
  if (corrupt) return { kind: "corrupt", ...corrupt };
  return undefined;
}

function toMessage({ faultId, matched, fired, ...plan }: Fault): FaultMessage {
  const { site, afterOperations, times, probability, seed } = plan;
  const { kind, keyArn, range, volumeId = "" } = site;
  const operations = [...site.operations];
  const lengthBytes = Number.isFinite(range?.lengthBytes) ? (range?.lengthBytes ?? 0) : 0;
  const sites: Readonly<Record<typeof kind, FaultSpec>> = {
    device: { device: { operations, volumeId, offsetBytes: range?.offsetBytes ?? 0, lengthBytes } },
    kms: { kms: { operations, keyId: keyArn ?? "" } },
    store: { store: { operations, volumeId, offsetBytes: range?.offsetBytes ?? 0, lengthBytes } },
  };
  const { kind: effect, ...fields } = plan.effect;
  const spec = { ...sites[kind], afterOperations, times, probability, seed, [effect]: fields };
  return { faultId, matched, fired, spec };
}
