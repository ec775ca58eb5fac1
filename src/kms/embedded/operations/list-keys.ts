import { authorize } from "../authorization.ts";
import { keyArnOf } from "../kms.ts";
import { ensureManagedKey } from "../managed-keys.ts";
import { EBS_ALIAS } from "../managed-services.ts";
import { pageEnd, takePage } from "../page.ts";
import { PAGE } from "../request-fields.ts";
import { operation } from "./operation.ts";

/** KMS API, ListKeys: Limit. */
const LIMIT_DEFAULT = 100;

/** All keys, in order of key id. */
export const ListKeys = operation(PAGE, async (call, request) => {
  const { kms } = call;
  authorize(call);
  await ensureManagedKey(kms, EBS_ALIAS);
  const page = takePage(kms, "ListKeys", request, LIMIT_DEFAULT, (start) => kms.tables.keys.entries(start));
  return { keys: page.items.map(({ keyId }) => ({ keyId, keyArn: keyArnOf(kms, keyId) })), ...pageEnd(page) };
});
