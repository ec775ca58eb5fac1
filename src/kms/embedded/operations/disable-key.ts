import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { changeKeyState, withState } from "../key-state-change.ts";
import type { Kms } from "../kms.ts";
import { validate } from "../validation.ts";
import type { RequestOf } from "./operation.ts";

/** Settles once the key is disabled and everyone who uses it has followed. On a disabled key it waits for them again. */
export async function disableKey(kms: Kms, caller: KmsCaller, request: RequestOf<"disableKey">): Promise<void> {
  validate("DisableKey", request);
  const keyId = resolveKey(kms, request.keyId);
  await changeKeyState(kms, keyId, () => withState(requireKey(kms, caller, "DisableKey", keyId), "Disabled"));
}
