import { signMessage } from "../asymmetric.ts";
import { requireNoDryRun } from "../authorization.ts";
import { noteUse } from "../key-use.ts";
import { keyArnOf } from "../kms.ts";
import { MESSAGE, MESSAGE_TYPE, REQUIRED_KEY_ID, SIGNING_ALGORITHM, USE } from "../request-fields.ts";
import { requireSigning } from "../signing.ts";
import { operation } from "./operation.ts";

const FIELDS = {
  keyId: REQUIRED_KEY_ID,
  message: MESSAGE,
  messageType: MESSAGE_TYPE,
  signingAlgorithm: SIGNING_ALGORITHM,
  ...USE,
} as const;

export const Sign = operation(FIELDS, async (call, request) => {
  const { key, signing } = await requireSigning(call, request);
  const signature = signMessage(signing);
  requireNoDryRun(call);
  noteUse(call, call.kms, key.keyId);
  return { keyId: keyArnOf(call.kms, key.keyId), signature, signingAlgorithm: request.signingAlgorithm };
});
