/** AWS CloudTrail as a service of the endpoint: LookupEvents, which `aws cloudtrail lookup-events` asks for. */

import { EnvolError } from "../../errors.ts";
import type { Identities } from "../../iam/identities.ts";
import { requirePermission } from "../../iam/permission.ts";
import { lookupEvents } from "../../trail/lookup-events.ts";
import type { Trail } from "../../trail/trail.ts";
import type { JsonObject } from "./json.ts";
import type { AwsService } from "./service.ts";

/** The last part of CloudTrail's target, `com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101`. */
export const CLOUDTRAIL_SHAPE = "CloudTrail_20131101";

export function cloudTrailService(trail: Trail, identities: Identities, homeRegion: string): AwsService {
  return {
    signingName: "cloudtrail",
    async call({ operation, request, caller }) {
      if (operation !== "LookupEvents") {
        throw new EnvolError("OPERATION_UNKNOWN", "Of AWS CloudTrail, only LookupEvents is here.");
      }
      requirePermission(identities, caller, "cloudtrail:LookupEvents");
      return lookupEvents(trail, caller.region ?? homeRegion, request) as unknown as JsonObject;
    },
  };
}
