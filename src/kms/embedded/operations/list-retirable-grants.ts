import { authorize } from "../authorization.ts";
import { required } from "../fields.ts";
import { grantEntry } from "../grants.ts";
import type { Kms } from "../kms.ts";
import { pageEnd, takePage } from "../page.ts";
import type { GrantRecord } from "../records.ts";
import { PRINCIPAL, SHORT_PAGE } from "../request-fields.ts";
import { operation } from "./operation.ts";

/** KMS API, ListRetirableGrants: Limit. */
const LIMIT_DEFAULT = 50;

const FIELDS = { ...SHORT_PAGE, retiringPrincipal: required(PRINCIPAL) } as const;

/** The grants on all keys that name a principal to retire them. */
export const ListRetirableGrants = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  authorize(call);
  const { retiringPrincipal } = request;
  const page = takePage(kms, `ListRetirableGrants ${retiringPrincipal}`, request, LIMIT_DEFAULT, (start) =>
    retirableBy(kms, retiringPrincipal, start),
  );
  return { grants: page.items.map((grant) => grantEntry(kms, grant)), ...pageEnd(page) };
});

function* retirableBy(kms: Kms, principal: string, start?: string): Iterable<readonly [string, GrantRecord]> {
  for (const entry of kms.tables.grants.entries(start)) if (entry[1].retiringPrincipal === principal) yield entry;
}
