import { publishAliasChange, requireAliasName } from "../alias-name.ts";
import { authorizeAlias, requireKey } from "../authorization.ts";
import { requireAlias } from "../key-identifier.ts";
import { ALIAS_NAME } from "../request-fields.ts";
import { type Nothing, operation } from "./operation.ts";

export const DeleteAlias = operation({ aliasName: ALIAS_NAME }, async (call, request): Promise<Nothing> => {
  const { kms } = call;
  const { aliasName } = request;
  requireAliasName(aliasName);
  await kms.serializer.run("aliases", async () => {
    const { targetKeyId } = requireAlias(kms, aliasName);
    authorizeAlias(call, aliasName);
    requireKey(call, targetKeyId);
    await kms.tables.aliases.write((writes) => writes.delete(aliasName));
    kms.aliasesOf.remove(targetKeyId, aliasName);
    publishAliasChange(kms, "DeleteAlias", targetKeyId, aliasName);
  });
  return {};
});
