import { EnvolError } from "../../../errors.ts";
import { publishAliasChange, requireAliasName, requireRoomForAlias, resolveTarget } from "../alias-name.ts";
import { authorizeAlias, requireKey } from "../authorization.ts";
import { aliasArnOf } from "../kms.ts";
import type { AliasRecord } from "../records.ts";
import { ALIAS_NAME, REQUIRED_KEY_ID } from "../request-fields.ts";
import { type Nothing, operation } from "./operation.ts";

const FIELDS = { aliasName: ALIAS_NAME, targetKeyId: REQUIRED_KEY_ID } as const;

export const CreateAlias = operation(FIELDS, async (call, request): Promise<Nothing> => {
  const { kms } = call;
  const { aliasName } = request;
  requireAliasName(aliasName);
  const targetKeyId = resolveTarget(kms, request.targetKeyId);
  await kms.serializer.run("aliases", async () => {
    authorizeAlias(call, aliasName);
    requireKey(call, targetKeyId);
    if (kms.tables.aliases.get(aliasName) !== undefined) {
      const message = `An alias with the name ${aliasArnOf(kms, aliasName)} already exists`;
      throw new EnvolError("ALIAS_EXISTS", message, { field: "aliasName" });
    }
    requireRoomForAlias(kms, targetKeyId);
    const nowMs = kms.clock.now();
    const alias: AliasRecord = { aliasName, targetKeyId, creationDateMs: nowMs, lastUpdatedDateMs: nowMs };
    await kms.tables.aliases.write((writes) => writes.put(aliasName, alias));
    kms.aliasesOf.add(targetKeyId, aliasName);
    publishAliasChange(kms, "CreateAlias", targetKeyId, aliasName);
  });
  return {};
});
