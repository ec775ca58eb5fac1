import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { changeKeyState, withState } from "../key-state-change.ts";
import { REQUIRED_KEY_ID } from "../request-fields.ts";
import { type Nothing, operation } from "./operation.ts";

/** Settles once the key is disabled and everyone who uses it has followed. On a disabled key it waits for them again. */
export const DisableKey = operation({ keyId: REQUIRED_KEY_ID }, async (call, request): Promise<Nothing> => {
  const keyId = resolveKey(call.kms, request.keyId);
  await changeKeyState(call.kms, keyId, () => withState(requireKey(call, keyId), "Disabled"));
  return {};
});
