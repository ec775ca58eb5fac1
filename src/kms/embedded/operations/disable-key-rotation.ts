import { requireKey } from "../authorization.ts";
import { changeKey } from "../key-change.ts";
import { resolveKey } from "../key-identifier.ts";
import { REQUIRED_KEY_ID } from "../request-fields.ts";
import { requireRotatable } from "../rotation.ts";
import { type Nothing, operation } from "./operation.ts";

export const DisableKeyRotation = operation({ keyId: REQUIRED_KEY_ID }, async (call, request): Promise<Nothing> => {
  const { kms } = call;
  const keyId = resolveKey(kms, request.keyId);
  await changeKey(kms, keyId, () => {
    const key = requireKey(call, keyId);
    requireRotatable(kms, key, { primaryOnly: true });
    const { rotation: _, ...rest } = key;
    return rest;
  });
  return {};
});
