import { EnvolError } from "../../../errors.ts";
import { requireKey } from "../authorization.ts";
import { resolveKeyOrAlias } from "../key-identifier.ts";
import { algorithmsOf } from "../key-specs.ts";
import { keyArnOf } from "../kms.ts";
import { GRANT_TOKENS, REQUIRED_KEY_ID } from "../request-fields.ts";
import { operation } from "./operation.ts";

/** The public key, as DER-encoded SubjectPublicKeyInfo (RFC 5280). */
export const GetPublicKey = operation({ keyId: REQUIRED_KEY_ID, grantTokens: GRANT_TOKENS }, async (call, request) => {
  const keyId = await resolveKeyOrAlias(call.kms, request.keyId);
  const key = requireKey(call, keyId);
  if (key.publicKey === undefined) {
    const message = `${keyArnOf(call.kms, keyId)} is a ${key.keySpec} key, which has no public key.`;
    throw new EnvolError("KMS_UNSUPPORTED", message, { field: "keyId" });
  }
  return {
    keyId: keyArnOf(call.kms, keyId),
    publicKey: Buffer.from(key.publicKey, "base64"),
    customerMasterKeySpec: key.keySpec,
    keySpec: key.keySpec,
    keyUsage: key.keyUsage,
    ...algorithmsOf(key),
  };
});
