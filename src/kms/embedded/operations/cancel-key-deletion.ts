import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { changeKeyState, withState } from "../key-state-change.ts";
import { keyArnOf } from "../kms.ts";
import { REQUIRED_KEY_ID } from "../request-fields.ts";
import { operation } from "./operation.ts";

/** The key is disabled afterwards, whatever it was before its deletion was scheduled. */
export const CancelKeyDeletion = operation({ keyId: REQUIRED_KEY_ID }, async (call, request) => {
  const { kms } = call;
  const keyId = resolveKey(kms, request.keyId);
  await changeKeyState(kms, keyId, () => withState(requireKey(call, keyId), "Disabled"));
  return { keyId: keyArnOf(kms, keyId) };
});
