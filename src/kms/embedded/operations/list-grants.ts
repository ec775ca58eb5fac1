import { requireKey } from "../authorization.ts";
import { grantEntry, grantPath, requireGrant } from "../grants.ts";
import { resolveKey } from "../key-identifier.ts";
import type { Kms } from "../kms.ts";
import { pageEnd, takePage } from "../page.ts";
import type { GrantRecord } from "../records.ts";
import { GRANT_ID, PRINCIPAL, REQUIRED_KEY_ID, SHORT_PAGE } from "../request-fields.ts";
import { operation } from "./operation.ts";

/** KMS API, ListGrants: Limit. */
const LIMIT_DEFAULT = 50;

const FIELDS = { ...SHORT_PAGE, keyId: REQUIRED_KEY_ID, grantId: GRANT_ID, granteePrincipal: PRINCIPAL } as const;

/** The grants on one key, in order of grant id; of those, one grant or those of one grantee. */
export const ListGrants = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  const { grantId, granteePrincipal } = request;
  const keyId = resolveKey(kms, request.keyId);
  requireKey(call, keyId);
  if (grantId !== undefined) requireGrant(kms, keyId, grantId);
  const list = `ListGrants ${keyId} ${grantId ?? ""} ${granteePrincipal ?? ""}`;
  const page = takePage(kms, list, request, LIMIT_DEFAULT, (start) =>
    grantsOfKey(kms, keyId, start).filter(
      ([, grant]) =>
        (grantId === undefined || grant.grantId === grantId) &&
        (granteePrincipal === undefined || grant.granteePrincipal === granteePrincipal),
    ),
  );
  return { grants: page.items.map((grant) => grantEntry(kms, grant)), ...pageEnd(page) };
});

function grantsOfKey(kms: Kms, keyId: string, start = grantPath(keyId, "")): (readonly [string, GrantRecord])[] {
  return kms.grantsOf.namesOf(keyId).flatMap((grantId) => {
    const path = grantPath(keyId, grantId);
    const grant = path < start ? undefined : kms.tables.grants.get(path);
    return grant === undefined ? [] : [[path, grant] as const];
  });
}
