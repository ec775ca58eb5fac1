import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { POLICY_NAME_DEFAULT } from "../key-policy.ts";
import { pageEnd, takePage } from "../page.ts";
import { PAGE, REQUIRED_KEY_ID } from "../request-fields.ts";
import { operation } from "./operation.ts";

/** KMS API, ListKeyPolicies: Limit. */
const LIMIT_DEFAULT = 100;

/** A key has exactly one policy. */
export const ListKeyPolicies = operation({ keyId: REQUIRED_KEY_ID, ...PAGE }, async (call, request) => {
  const keyId = resolveKey(call.kms, request.keyId);
  requireKey(call, keyId);
  const page = takePage(call.kms, `ListKeyPolicies ${keyId}`, request, LIMIT_DEFAULT, () => [
    [POLICY_NAME_DEFAULT, POLICY_NAME_DEFAULT],
  ]);
  return { policyNames: page.items, ...pageEnd(page) };
});
