import type { KmsCaller } from "../../kms-client.ts";
import { authorize } from "../authorization.ts";
import { ensureEbsKey } from "../ebs-key.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import { pageEnd, takePage } from "../page.ts";
import { validate } from "../validation.ts";
import type { RequestOf, ResponseOf } from "./operation.ts";

/** KMS API, ListKeys: Limit. */
const LIMIT_DEFAULT = 100;

/** All keys, in order of key id. */
export async function listKeys(
  kms: Kms,
  caller: KmsCaller,
  request: RequestOf<"listKeys">,
): Promise<ResponseOf<"listKeys">> {
  validate("ListKeys", request);
  authorize(kms, caller, "ListKeys");
  await ensureEbsKey(kms);
  const page = takePage(kms, "ListKeys", request, LIMIT_DEFAULT, (start) => kms.tables.keys.entries(start));
  return { keys: page.items.map(({ keyId }) => ({ keyId, keyArn: keyArnOf(kms, keyId) })), ...pageEnd(page) };
}
