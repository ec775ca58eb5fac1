import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { keyArnOf } from "../kms.ts";
import { REQUIRED_KEY_ID } from "../request-fields.ts";
import { operation } from "./operation.ts";

/** The last use of a key that succeeded since the KMS was started: uses are kept in memory, and the response says since when. */
export const GetKeyLastUsage = operation({ keyId: REQUIRED_KEY_ID }, async (call, request) => {
  const { kms } = call;
  const keyId = resolveKey(kms, request.keyId);
  const key = requireKey(call, keyId);
  const use = kms.lastUses.get(keyId);
  return {
    keyId: keyArnOf(kms, keyId),
    ...(use === undefined
      ? {}
      : {
          keyLastUsage: {
            operation: use.operation,
            timestampMs: use.timestampMs,
            cloudTrailEventId: use.eventId,
            kmsRequestId: use.requestId,
          },
        }),
    trackingStartDateMs: Math.max(kms.startedAtMs, key.creationDateMs),
    keyCreationDateMs: key.creationDateMs,
  };
});
