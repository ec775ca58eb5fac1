import { requireKey, requireNoDryRun } from "../authorization.ts";
import { grantByToken, grantPath, removeGrant, requireGrant } from "../grants.ts";
import { resolveKey } from "../key-identifier.ts";
import type { Kms } from "../kms.ts";
import { FLAG, GRANT_ID, GRANT_TOKEN, KEY_ID } from "../request-fields.ts";
import { invalid } from "../validation.ts";
import { type Nothing, operation } from "./operation.ts";

const FIELDS = { grantToken: GRANT_TOKEN, keyId: KEY_ID, grantId: GRANT_ID, dryRun: FLAG } as const;

/** Ends a grant that has done its work. It is named by its token, or by its key and id. */
export const RetireGrant = operation(FIELDS, async (call, request): Promise<Nothing> => {
  const { kms } = call;
  const { keyId, grantId } = named(kms, request);
  call.additional.grantId = grantId;
  requireKey(call, keyId, { grant: kms.tables.grants.get(grantPath(keyId, grantId)) });
  requireGrant(kms, keyId, grantId);
  requireNoDryRun(call);
  await removeGrant(kms, "RetireGrant", keyId, grantId);
  return {};
});

function named(
  kms: Kms,
  {
    grantToken,
    keyId,
    grantId,
  }: { grantToken?: string | undefined; keyId?: string | undefined; grantId?: string | undefined },
): { keyId: string; grantId: string } {
  if (grantToken !== undefined && keyId === undefined && grantId === undefined) return grantByToken(kms, grantToken);
  if (grantToken !== undefined || keyId === undefined || grantId === undefined) {
    throw invalid("Specify either a grant token, or a key and a grant ID.", "grantToken");
  }
  return { keyId: resolveKey(kms, keyId), grantId };
}
