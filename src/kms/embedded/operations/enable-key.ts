import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { changeKeyState, withState } from "../key-state-change.ts";
import { REQUIRED_KEY_ID } from "../request-fields.ts";
import { type Nothing, operation } from "./operation.ts";

/** A rotation that came due while the key was disabled happens now. */
export const EnableKey = operation({ keyId: REQUIRED_KEY_ID }, async (call, request): Promise<Nothing> => {
  const keyId = resolveKey(call.kms, request.keyId);
  await changeKeyState(call.kms, keyId, () => withState(requireKey(call, keyId), "Enabled"));
  return {};
});
