import { requireKey } from "../authorization.ts";
import { stateWithMaterials } from "../imported-material.ts";
import { resolveKey } from "../key-identifier.ts";
import { changeKeyState, withState } from "../key-state-change.ts";
import { keyArnOf } from "../kms.ts";
import { REQUIRED_KEY_ID } from "../request-fields.ts";
import { operation } from "./operation.ts";

/** The key is disabled afterwards, whatever it was before its deletion was scheduled; pending import, if it has no material. */
export const CancelKeyDeletion = operation({ keyId: REQUIRED_KEY_ID }, async (call, request) => {
  const { kms } = call;
  const keyId = resolveKey(kms, request.keyId);
  await changeKeyState(kms, keyId, () => {
    const key = withState(requireKey(call, keyId), "Disabled");
    return { ...key, state: stateWithMaterials(key) };
  });
  return { keyId: keyArnOf(kms, keyId) };
});
