import type { KmsCaller } from "../../kms-client.ts";
import { publishAliasChange, requireAliasName, requireRoomForAlias, resolveTarget } from "../alias-name.ts";
import { authorize, requireKey } from "../authorization.ts";
import { requireAlias } from "../key-identifier.ts";
import { currentKey, type Kms } from "../kms.ts";
import { validate } from "../validation.ts";
import type { RequestOf } from "./operation.ts";

/** Points an alias at another key. The key that it leaves may be in any state. */
export async function updateAlias(kms: Kms, caller: KmsCaller, request: RequestOf<"updateAlias">): Promise<void> {
  validate("UpdateAlias", request);
  const { aliasName } = request;
  requireAliasName(aliasName);
  const targetKeyId = resolveTarget(kms, request.targetKeyId);
  await kms.serializer.run("aliases", async () => {
    const alias = requireAlias(kms, aliasName);
    authorize(kms, caller, "UpdateAlias", currentKey(kms, alias.targetKeyId));
    requireKey(kms, caller, "UpdateAlias", targetKeyId);
    if (alias.targetKeyId !== targetKeyId) requireRoomForAlias(kms, targetKeyId);
    const updated = { ...alias, targetKeyId, lastUpdatedDateMs: kms.clock.now() };
    await kms.tables.aliases.write((writes) => writes.put(aliasName, updated));
    kms.aliasesOf.remove(alias.targetKeyId, aliasName);
    kms.aliasesOf.add(targetKeyId, aliasName);
    publishAliasChange(kms, "UpdateAlias", targetKeyId, aliasName);
  });
}
