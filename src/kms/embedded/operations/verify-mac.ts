import { timingSafeEqual } from "node:crypto";
import { EnvolError } from "../../../errors.ts";
import { requireNoDryRun } from "../authorization.ts";
import { noteUse } from "../key-use.ts";
import { keyArnOf } from "../kms.ts";
import { computeMac } from "../mac.ts";
import { MAC_ALGORITHM, MESSAGE, REQUIRED_KEY_ID, SIGNATURE, USE } from "../request-fields.ts";
import { operation } from "./operation.ts";

const FIELDS = {
  message: MESSAGE,
  keyId: REQUIRED_KEY_ID,
  macAlgorithm: MAC_ALGORITHM,
  mac: SIGNATURE,
  ...USE,
} as const;

/** A MAC that is not valid is an error, not an answer. */
export const VerifyMac = operation(FIELDS, async (call, request) => {
  const { key, mac } = await computeMac(call, request);
  if (mac.length !== request.mac.length || !timingSafeEqual(mac, request.mac)) {
    throw new EnvolError("MAC_INVALID", "The MAC is not of this message, under this key.", { field: "mac" });
  }
  requireNoDryRun(call);
  noteUse(call, call.kms, key.keyId);
  return { keyId: keyArnOf(call.kms, key.keyId), macValid: true, macAlgorithm: request.macAlgorithm };
});
