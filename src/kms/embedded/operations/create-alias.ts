import { EnvolError } from "../../../errors.ts";
import type { KmsCaller } from "../../kms-client.ts";
import { publishAliasChange, requireAliasName, requireRoomForAlias, resolveTarget } from "../alias-name.ts";
import { requireKey } from "../authorization.ts";
import { aliasArnOf, type Kms } from "../kms.ts";
import type { AliasRecord } from "../records.ts";
import { validate } from "../validation.ts";
import type { RequestOf } from "./operation.ts";

export async function createAlias(kms: Kms, caller: KmsCaller, request: RequestOf<"createAlias">): Promise<void> {
  validate("CreateAlias", request);
  const { aliasName } = request;
  requireAliasName(aliasName);
  const targetKeyId = resolveTarget(kms, request.targetKeyId);
  await kms.serializer.run("aliases", async () => {
    requireKey(kms, caller, "CreateAlias", targetKeyId);
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
}
