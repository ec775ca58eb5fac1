import { requireKey } from "../authorization.ts";
import { required } from "../fields.ts";
import { changeKey } from "../key-change.ts";
import { resolveKey } from "../key-identifier.ts";
import { requireKeyPolicy, requireNoLockout, requirePolicyName } from "../key-policy.ts";
import { FLAG, POLICY, POLICY_NAME, REQUIRED_KEY_ID } from "../request-fields.ts";
import { type Nothing, operation } from "./operation.ts";

const FIELDS = {
  keyId: REQUIRED_KEY_ID,
  policyName: POLICY_NAME,
  policy: required(POLICY),
  bypassPolicyLockoutSafetyCheck: FLAG,
} as const;

export const PutKeyPolicy = operation(FIELDS, async (call, request): Promise<Nothing> => {
  const { kms, caller } = call;
  const { policy, bypassPolicyLockoutSafetyCheck = false } = request;
  const keyId = resolveKey(kms, request.keyId);
  await changeKey(kms, keyId, () => {
    const key = requireKey(call, keyId);
    requirePolicyName(request.policyName);
    requireKeyPolicy(policy);
    if (!bypassPolicyLockoutSafetyCheck) requireNoLockout(kms, caller, key, policy);
    return { ...key, policy };
  });
  return {};
});
