import type { KmsCaller } from "../../kms-client.ts";
import { authorize, requireKey } from "../authorization.ts";
import { ensureEbsKey } from "../ebs-key.ts";
import { resolveKey } from "../key-identifier.ts";
import { aliasArnOf, type Kms } from "../kms.ts";
import { pageEnd, takePage } from "../page.ts";
import type { AliasRecord } from "../records.ts";
import { validate } from "../validation.ts";
import type { RequestOf, ResponseOf } from "./operation.ts";

/** KMS API, ListAliases: Limit. */
const LIMIT_DEFAULT = 50;

/** All aliases, or those of one key, in order of name. */
export async function listAliases(
  kms: Kms,
  caller: KmsCaller,
  request: RequestOf<"listAliases">,
): Promise<ResponseOf<"listAliases">> {
  validate("ListAliases", request);
  authorize(kms, caller, "ListAliases");
  if (request.keyId === undefined) {
    await ensureEbsKey(kms);
    return response(kms, request, "ListAliases", (start) => kms.tables.aliases.entries(start));
  }
  const keyId = resolveKey(kms, request.keyId);
  requireKey(kms, caller, "ListAliases", keyId);
  return response(kms, request, `ListAliases ${keyId}`, (start) => aliasesOfKey(kms, keyId, start));
}

function response(
  kms: Kms,
  request: RequestOf<"listAliases">,
  list: string,
  entriesFrom: (start?: string) => Iterable<readonly [string, AliasRecord]>,
): ResponseOf<"listAliases"> {
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
