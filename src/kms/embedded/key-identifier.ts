/** From what a request calls a key (key id, key ARN, alias name or alias ARN) to a key id. */

import { EnvolError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import type { CiphertextBlob } from "./ciphertext-blob.ts";
import { isKeyId } from "./key-material.ts";
import { aliasArnOf, currentKey, type Kms, keyArnOf } from "./kms.ts";
import { ensureManagedKey } from "./managed-keys.ts";
import type { AliasRecord } from "./records.ts";

/** arn:PARTITION:kms:REGION:ACCOUNT:RESOURCE */
const ARN = /^arn:[a-z-]+:kms:([a-z0-9-]*):([0-9]*):((?:key|alias)\/.+)$/;

/**
 * For operations that take aliases too. The key may be gone, or go, by the time the caller looks at it.
 * @throws KEY_NOT_FOUND, ARN_INVALID
 */
export async function resolveKeyOrAlias(kms: Kms, text: string, field = "keyId"): Promise<string> {
  const resource = resourceOf(kms, text, field);
  if (!resource.startsWith("alias/")) return keyIdOf(kms, resource, text, field);
  await ensureManagedKey(kms, resource);
  return requireAlias(kms, resource).targetKeyId;
}

/** For operations that take a key id or key ARN only. @throws KEY_NOT_FOUND, ARN_INVALID */
export function resolveKey(kms: Kms, text: string, field = "keyId"): string {
  const resource = resourceOf(kms, text, field);
  if (resource.startsWith("alias/") && text.startsWith("arn:")) {
    throw new EnvolError("ARN_INVALID", `${text} is the ARN of an alias; give a key ARN.`, { field });
  }
  return keyIdOf(kms, resource, text, field);
}

/** Nothing, when the request names the key that made the blob, or none. @throws KEY_INCORRECT, KEY_NOT_FOUND, ARN_INVALID */
export async function requireBlobKey(
  kms: Kms,
  blob: CiphertextBlob,
  named: string | undefined,
  field: string,
): Promise<void> {
  if (named === undefined) return;
  const keyId = await resolveKeyOrAlias(kms, named, field);
  if (keyId === blob.keyId) return;
  currentKey(kms, keyId);
  throw new EnvolError(
    "KEY_INCORRECT",
    "The key ID in the request does not identify a CMK that can perform this operation.",
    { field },
  );
}

/** @throws KEY_NOT_FOUND */
export function requireAlias(kms: Kms, aliasName: string): AliasRecord {
  // A longer name cannot exist, and may be more than the store takes as a key.
  const alias = aliasName.length > LIMITS.kmsAliasNameLengthMax ? undefined : kms.tables.aliases.get(aliasName);
  if (alias === undefined) throw new EnvolError("KEY_NOT_FOUND", `Alias ${aliasArnOf(kms, aliasName)} is not found.`);
  return alias;
}

/** What an ARN of this account and Region names (`key/...`, `alias/...`); a text that is no ARN as it is. */
function resourceOf(kms: Kms, text: string, field: string): string {
  if (!text.startsWith("arn:")) return text;
  const [, region, accountId, resource] = ARN.exec(text) ?? [];
  if (resource === undefined) {
    throw new EnvolError("ARN_INVALID", `${text} is not the ARN of a KMS key or alias.`, { field });
  }
  if (region !== kms.region) throw new EnvolError("KEY_NOT_FOUND", `Invalid arn ${region}`, { field });
  if (accountId === kms.accountId) return resource;
  const thing = resource.startsWith("alias/") ? `Alias ${text} is not found.` : `Key '${text}' does not exist`;
  throw new EnvolError("KEY_NOT_FOUND", thing, { field });
}

function keyIdOf(kms: Kms, resource: string, text: string, field: string): string {
  const keyId = text.startsWith("arn:") ? resource.slice("key/".length) : resource;
  if (isKeyId(keyId)) return keyId;
  const message = text.startsWith("arn:") ? `Key '${keyArnOf(kms, keyId)}' does not exist` : `Invalid keyId '${keyId}'`;
  throw new EnvolError("KEY_NOT_FOUND", message, { field });
}
