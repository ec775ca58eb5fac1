import { requireKey, requireNoDryRun } from "../authorization.ts";
import { required } from "../fields.ts";
import { removeGrant, requireGrant } from "../grants.ts";
import { resolveKey } from "../key-identifier.ts";
import { FLAG, GRANT_ID, REQUIRED_KEY_ID } from "../request-fields.ts";
import { type Nothing, operation } from "./operation.ts";

const FIELDS = { keyId: REQUIRED_KEY_ID, grantId: required(GRANT_ID), dryRun: FLAG } as const;

/** Takes a grant away. */
export const RevokeGrant = operation(FIELDS, async (call, request): Promise<Nothing> => {
  const { kms } = call;
  const keyId = resolveKey(kms, request.keyId);
  call.additional.grantId = request.grantId;
  requireKey(call, keyId);
  requireGrant(kms, keyId, request.grantId);
  requireNoDryRun(call);
  await removeGrant(kms, "RevokeGrant", keyId, request.grantId);
  return {};
});
