import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { changeKeyState, withState } from "../key-state-change.ts";
import type { Kms } from "../kms.ts";
import { validate } from "../validation.ts";
import type { RequestOf } from "./operation.ts";

export async function enableKey(kms: Kms, caller: KmsCaller, request: RequestOf<"enableKey">): Promise<void> {
  validate("EnableKey", request);
  const keyId = resolveKey(kms, request.keyId);
  await changeKeyState(kms, keyId, () => withState(requireKey(kms, caller, "EnableKey", keyId), "Enabled"));
}
