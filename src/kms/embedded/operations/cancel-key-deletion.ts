import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { changeKeyState, withState } from "../key-state-change.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import { validate } from "../validation.ts";
import type { RequestOf, ResponseOf } from "./operation.ts";

/** The key is disabled afterwards, whatever it was before its deletion was scheduled. */
export async function cancelKeyDeletion(
  kms: Kms,
  caller: KmsCaller,
  request: RequestOf<"cancelKeyDeletion">,
): Promise<ResponseOf<"cancelKeyDeletion">> {
  validate("CancelKeyDeletion", request);
  const keyId = resolveKey(kms, request.keyId);
  await changeKeyState(kms, keyId, () => withState(requireKey(kms, caller, "CancelKeyDeletion", keyId), "Disabled"));
  return { keyId: keyArnOf(kms, keyId) };
}
