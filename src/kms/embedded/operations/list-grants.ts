import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { grantPath } from "../grants.ts";
import { resolveKey } from "../key-identifier.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import { pageEnd, takePage } from "../page.ts";
import type { GrantRecord } from "../records.ts";
import { validate } from "../validation.ts";
import type { RequestOf, ResponseOf } from "./operation.ts";

/** KMS API, ListGrants: Limit. */
const LIMIT_DEFAULT = 50;

/** The grants on one key, in order of grant id. */
export async function listGrants(
  kms: Kms,
  caller: KmsCaller,
  request: RequestOf<"listGrants">,
): Promise<ResponseOf<"listGrants">> {
  validate("ListGrants", request);
  const keyId = resolveKey(kms, request.keyId);
  requireKey(kms, caller, "ListGrants", keyId);
  const page = takePage(kms, `ListGrants ${keyId}`, request, LIMIT_DEFAULT, (start) => grantsOfKey(kms, keyId, start));
  return { grants: page.items.map((grant) => ({ ...grant, keyId: keyArnOf(kms, keyId) })), ...pageEnd(page) };
}

function* grantsOfKey(kms: Kms, keyId: string, start = grantPath(keyId, "")): Iterable<readonly [string, GrantRecord]> {
  for (const entry of kms.tables.grants.entries(start)) {
    if (entry[1].keyId !== keyId) return;
    yield entry;
  }
}
