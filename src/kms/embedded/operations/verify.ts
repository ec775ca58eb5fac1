import { EnvolError } from "../../../errors.ts";
import { verifyMessage } from "../asymmetric.ts";
import { requireNoDryRun } from "../authorization.ts";
import { noteUse } from "../key-use.ts";
import { keyArnOf } from "../kms.ts";
import { MESSAGE, MESSAGE_TYPE, REQUIRED_KEY_ID, SIGNATURE, SIGNING_ALGORITHM, USE } from "../request-fields.ts";
import { requireSigning } from "../signing.ts";
import { operation } from "./operation.ts";

const FIELDS = {
  keyId: REQUIRED_KEY_ID,
  message: MESSAGE,
  messageType: MESSAGE_TYPE,
  signature: SIGNATURE,
  signingAlgorithm: SIGNING_ALGORITHM,
  ...USE,
} as const;

/** A signature that is not valid is an error, not an answer. */
export const Verify = operation(FIELDS, async (call, request) => {
  const { key, signing } = await requireSigning(call, request);
  if (!verifyMessage(signing, request.signature)) {
    const message = "The signature is not of this message, under this key and algorithm.";
    throw new EnvolError("SIGNATURE_INVALID", message, { field: "signature" });
  }
  requireNoDryRun(call);
  noteUse(call, call.kms, key.keyId);
  return {
    keyId: keyArnOf(call.kms, key.keyId),
    signatureValid: true,
    signingAlgorithm: request.signingAlgorithm,
  };
});
