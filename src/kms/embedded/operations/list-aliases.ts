import { authorize, requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { aliasArnOf, type Kms } from "../kms.ts";
import { ensureManagedKey } from "../managed-keys.ts";
import { EBS_ALIAS } from "../managed-services.ts";
import { type PageRequest, pageEnd, takePage } from "../page.ts";
import type { AliasRecord } from "../records.ts";
import { KEY_ID, SHORT_PAGE } from "../request-fields.ts";
import { operation } from "./operation.ts";

/** KMS API, ListAliases: Limit. */
const LIMIT_DEFAULT = 50;

/** All aliases, or those of one key, in order of name. */
export const ListAliases = operation({ keyId: KEY_ID, ...SHORT_PAGE }, async (call, request) => {
  const { kms } = call;
  authorize(call);
  if (request.keyId === undefined) {
    await ensureManagedKey(kms, EBS_ALIAS);
    return response(kms, request, "ListAliases", (start) => kms.tables.aliases.entries(start));
  }
  const keyId = resolveKey(kms, request.keyId);
  requireKey(call, keyId);
  return response(kms, request, `ListAliases ${keyId}`, (start) => aliasesOfKey(kms, keyId, start));
});

function response(
  kms: Kms,
  request: PageRequest,
  list: string,
  entriesFrom: (start?: string) => Iterable<readonly [string, AliasRecord]>,
) {
  const page = takePage(kms, list, request, LIMIT_DEFAULT, entriesFrom);
  return {
    aliases: page.items.map((alias) => ({ ...alias, aliasArn: aliasArnOf(kms, alias.aliasName) })),
    ...pageEnd(page),
  };
}

function* aliasesOfKey(kms: Kms, keyId: string, start = ""): Iterable<readonly [string, AliasRecord]> {
  for (const name of kms.aliasesOf.namesOf(keyId)) {
    const alias = name < start ? undefined : kms.tables.aliases.get(name);
    if (alias !== undefined) yield [name, alias];
  }
}
