import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { removeGrant } from "../grants.ts";
import { resolveKey } from "../key-identifier.ts";
import type { Kms } from "../kms.ts";
import { validate } from "../validation.ts";
import type { RequestOf } from "./operation.ts";

/** Takes a grant away. @throws GRANT_ID_INVALID, KEY_NOT_FOUND */
export async function revokeGrant(kms: Kms, caller: KmsCaller, request: RequestOf<"revokeGrant">): Promise<void> {
  validate("RevokeGrant", request);
  const keyId = resolveKey(kms, request.keyId);
  requireKey(kms, caller, "RevokeGrant", keyId);
  await removeGrant(kms, "RevokeGrant", keyId, request.grantId);
}
