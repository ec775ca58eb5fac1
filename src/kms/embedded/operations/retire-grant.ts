import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { removeGrant } from "../grants.ts";
import { resolveKey } from "../key-identifier.ts";
import type { Kms } from "../kms.ts";
import { validate } from "../validation.ts";

/** Ends a grant that has done its work. @throws GRANT_ID_INVALID, KEY_NOT_FOUND */
export async function retireGrant(
  kms: Kms,
  caller: KmsCaller,
  request: { keyArn: string; grantId: string },
): Promise<void> {
  validate("RetireGrant", request);
  const keyId = resolveKey(kms, request.keyArn, "keyArn");
  requireKey(kms, caller, "RetireGrant", keyId);
  await removeGrant(kms, "RetireGrant", keyId, request.grantId);
}
