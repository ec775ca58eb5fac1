import { publishAliasChange, requireAliasName, requireRoomForAlias, resolveTarget } from "../alias-name.ts";
import { authorize, authorizeAlias, requireKey } from "../authorization.ts";
import { requireAlias } from "../key-identifier.ts";
import { currentKey } from "../kms.ts";
import { ALIAS_NAME, REQUIRED_KEY_ID } from "../request-fields.ts";
import { invalid } from "../validation.ts";
import { type Nothing, operation } from "./operation.ts";

const FIELDS = { aliasName: ALIAS_NAME, targetKeyId: REQUIRED_KEY_ID } as const;

/** Points an alias at another key of the same kind. The key that it leaves may be in any state. */
export const UpdateAlias = operation(FIELDS, async (call, request): Promise<Nothing> => {
  const { kms } = call;
  const { aliasName } = request;
  requireAliasName(aliasName);
  const targetKeyId = resolveTarget(kms, request.targetKeyId);
  await kms.serializer.run("aliases", async () => {
    const alias = requireAlias(kms, aliasName);
    const before = currentKey(kms, alias.targetKeyId);
    authorizeAlias(call, aliasName);
    authorize(call, before);
    const after = requireKey(call, targetKeyId);
    // KMS API, UpdateAlias: "The current and new KMS key must be the same type [...] and they must have the same key usage."
    if (kindOf(before.keySpec) !== kindOf(after.keySpec) || before.keyUsage !== after.keyUsage) {
      throw invalid(
        `Alias ${aliasName} can not be changed to a key of another type or key usage: ${before.keySpec} ${before.keyUsage} and ${after.keySpec} ${after.keyUsage}.`,
        "targetKeyId",
      );
    }
    if (alias.targetKeyId !== targetKeyId) requireRoomForAlias(kms, targetKeyId);
    const updated = { ...alias, targetKeyId, lastUpdatedDateMs: kms.clock.now() };
    await kms.tables.aliases.write((writes) => writes.put(aliasName, updated));
    kms.aliasesOf.remove(alias.targetKeyId, aliasName);
    kms.aliasesOf.add(targetKeyId, aliasName);
    publishAliasChange(kms, "UpdateAlias", targetKeyId, aliasName);
  });
  return {};
});

/** "Both symmetric or both asymmetric or both HMAC", as the same page says. */
function kindOf(keySpec: string): string {
  if (keySpec === "SYMMETRIC_DEFAULT") return "symmetric";
  return keySpec.startsWith("HMAC_") ? "HMAC" : "asymmetric";
}
