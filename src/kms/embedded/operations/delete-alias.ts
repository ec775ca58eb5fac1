import type { KmsCaller } from "../../kms-client.ts";
import { publishAliasChange, requireAliasName } from "../alias-name.ts";
import { requireKey } from "../authorization.ts";
import { requireAlias } from "../key-identifier.ts";
import type { Kms } from "../kms.ts";
import { validate } from "../validation.ts";
import type { RequestOf } from "./operation.ts";

export async function deleteAlias(kms: Kms, caller: KmsCaller, request: RequestOf<"deleteAlias">): Promise<void> {
  validate("DeleteAlias", request);
  const { aliasName } = request;
  requireAliasName(aliasName);
  await kms.serializer.run("aliases", async () => {
    const { targetKeyId } = requireAlias(kms, aliasName);
    requireKey(kms, caller, "DeleteAlias", targetKeyId);
    await kms.tables.aliases.write((writes) => writes.delete(aliasName));
    kms.aliasesOf.remove(targetKeyId, aliasName);
    publishAliasChange(kms, "DeleteAlias", targetKeyId, aliasName);
  });
}
