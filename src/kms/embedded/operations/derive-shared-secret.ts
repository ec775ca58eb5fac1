import { LIMITS } from "../../../limits.ts";
import { deriveSecret } from "../asymmetric.ts";
import { requireKey, requireNoDryRun } from "../authorization.ts";
import { required } from "../fields.ts";
import { resolveKeyOrAlias } from "../key-identifier.ts";
import { noteUse, requireUsage } from "../key-use.ts";
import { currentMaterialId, heldMaterial, keyArnOf } from "../kms.ts";
import { REQUIRED_KEY_ID, USE } from "../request-fields.ts";
import { operation } from "./operation.ts";

const FIELDS = {
  keyId: REQUIRED_KEY_ID,
  keyAgreementAlgorithm: required({ type: "text", values: ["ECDH"] }),
  publicKey: required({ type: "blob", length: [1, LIMITS.kmsPublicKeyBytesMax] }),
  ...USE,
} as const;

/** The secret is the caller's to zero. */
export const DeriveSharedSecret = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  const key = requireKey(call, await resolveKeyOrAlias(kms, request.keyId));
  requireUsage(call, key, "KEY_AGREEMENT");
  const material = heldMaterial(kms, key, currentMaterialId(kms, key));
  const sharedSecret = deriveSecret(key.keySpec, material, request.publicKey);
  if (request.dryRun) sharedSecret.fill(0);
  requireNoDryRun(call);
  noteUse(call, kms, key.keyId);
  return {
    keyId: keyArnOf(kms, key.keyId),
    sharedSecret,
    keyAgreementAlgorithm: request.keyAgreementAlgorithm,
    keyOrigin: key.origin,
  };
});
