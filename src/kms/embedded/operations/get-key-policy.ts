import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { POLICY_NAME_DEFAULT, policyOf, requirePolicyName } from "../key-policy.ts";
import { POLICY_NAME, REQUIRED_KEY_ID } from "../request-fields.ts";
import { operation } from "./operation.ts";

export const GetKeyPolicy = operation({ keyId: REQUIRED_KEY_ID, policyName: POLICY_NAME }, async (call, request) => {
  const keyId = resolveKey(call.kms, request.keyId);
  const key = requireKey(call, keyId);
  requirePolicyName(request.policyName);
  return { policy: policyOf(call.kms, key), policyName: POLICY_NAME_DEFAULT };
});
