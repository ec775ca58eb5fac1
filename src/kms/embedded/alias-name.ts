/** Rules for alias names and their targets, and what is said when an alias changes. */

import { EnvolError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import { resolveKey } from "./key-identifier.ts";
import { type Kms, keyArnOf } from "./kms.ts";
import { invalid } from "./validation.ts";

const PREFIX = "alias/";
/** For AWS's own aliases. */
const RESERVED_PREFIX = "alias/aws/";

/** @throws KMS_VALIDATION, ALIAS_NAME_INVALID */
export function requireAliasName(aliasName: string): void {
  if (!aliasName.startsWith(PREFIX)) {
    throw invalid(
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
      "aliasName",
    );
  }
  if (aliasName === PREFIX) throw refused("The alias name must not be empty");
  // The API's pattern lets ":" through, to take alias ARNs where it takes any alias.
  if (aliasName.includes(":")) throw refused(`${aliasName} contains invalid characters for an alias`);
  if (aliasName.startsWith(RESERVED_PREFIX))
    throw refused(`${aliasName} begins with ${RESERVED_PREFIX}, which is reserved`);
}

/** The key that an alias is to name. @throws KMS_VALIDATION, KEY_NOT_FOUND, ARN_INVALID */
export function resolveTarget(kms: Kms, text: string): string {
  if (text.startsWith(PREFIX)) throw invalid("Aliases must refer to keys. Not aliases", "targetKeyId");
  return resolveKey(kms, text, "targetKeyId");
}

/** @throws KMS_LIMIT_EXCEEDED */
export function requireRoomForAlias(kms: Kms, keyId: string): void {
  if (kms.aliasesOf.count(keyId) < LIMITS.kmsAliasesPerKeyMax) return;
  const arn = keyArnOf(kms, keyId);
  throw new EnvolError("KMS_LIMIT_EXCEEDED", `${arn} has ${LIMITS.kmsAliasesPerKeyMax} aliases, the most for one key.`);
}

export function publishAliasChange(
  kms: Kms,
  operation: "CreateAlias" | "UpdateAlias" | "DeleteAlias",
  keyId: string,
  aliasName: string,
): void {
  kms.events.publish({ type: "AliasChanged", keyArn: keyArnOf(kms, keyId), detail: { operation, aliasName } });
}

function refused(message: string): EnvolError {
  return new EnvolError("ALIAS_NAME_INVALID", message, { field: "aliasName" });
}
