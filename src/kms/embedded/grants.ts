/** Where grants lie, and the tokens that name them. */

import { isDeepStrictEqual } from "node:util";
import { EnvolError } from "../../errors.ts";
import type { EncryptionContext } from "../kms-client.ts";
import type { Action } from "./call.ts";
import { containsContext } from "./encryption-context.ts";
import { type Kms, keyArnOf } from "./kms.ts";
import { openText, sealText } from "./opaque-text.ts";
import type { GrantRecord } from "./records.ts";

/** The grant's key in the table. */
export function grantPath(keyId: string, grantId: string): string {
  return `${keyId}/${grantId}`;
}

/** The grants of a key, in order of id. */
export function grantsOfKey(kms: Kms, keyId: string): GrantRecord[] {
  return kms.grantsOf.namesOf(keyId).flatMap((grantId) => kms.tables.grants.get(grantPath(keyId, grantId)) ?? []);
}

/** The grants of a key whose grantee has exactly this ARN. */
export function grantsToGrantee(kms: Kms, keyId: string, grantee: string): readonly GrantRecord[] {
  return [...(kms.grantsTo.get(granteePath(keyId, grantee))?.values() ?? [])];
}

function granteePath(keyId: string, grantee: string): string {
  return `${keyId}/${grantee}`;
}

/** A grant never changes, so that it can be kept in memory beside its table. */
export function indexGrant(kms: Kms, grant: GrantRecord): void {
  const { keyId, grantId, granteePrincipal } = grant;
  kms.grantsOf.add(keyId, grantId);
  const path = granteePath(keyId, granteePrincipal);
  const grants = kms.grantsTo.get(path);
  if (grants === undefined) kms.grantsTo.set(path, new Map([[grantId, grant]]));
  else grants.set(grantId, grant);
}

export function unindexGrant(kms: Kms, { keyId, grantId, granteePrincipal }: GrantRecord): void {
  kms.grantsOf.remove(keyId, grantId);
  const path = granteePath(keyId, granteePrincipal);
  const grants = kms.grantsTo.get(path);
  grants?.delete(grantId);
  if (grants?.size === 0) kms.grantsTo.delete(path);
}

export function grantToken(kms: Kms, grant: GrantRecord): string {
  return sealText(kms.textKey, grantPurpose(kms), grantPath(grant.keyId, grant.grantId));
}

/** Keys of one id may be in several Regions; their grants are not each other's. */
function grantPurpose(kms: Kms): string {
  return kms.region === kms.regions.home ? "grant" : `grant ${kms.region}`;
}

/** The grant on this key that a token names. @throws GRANT_TOKEN_INVALID when there is none */
export function grantOnKeyByToken(kms: Kms, keyId: string, token: string): GrantRecord {
  const path = openText(kms.textKey, grantPurpose(kms), token);
  const grant = path?.startsWith(`${keyId}/`) ? kms.tables.grants.get(path) : undefined;
  if (grant !== undefined) return grant;
  throw new EnvolError("GRANT_TOKEN_INVALID", `The grant token is not of a grant on ${keyArnOf(kms, keyId)}.`, {
    field: "grantTokens",
  });
}

/** The operations that take an encryption context: a grant's constraint is about these only (KMS API, GrantConstraints). */
const CONSTRAINED: ReadonlySet<Action> = new Set([
  "Encrypt",
  "Decrypt",
  "ReEncryptFrom",
  "ReEncryptTo",
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
]);

/** Whether a grant lets its grantee do something, in this encryption context. */
export function grantAllows(grant: GrantRecord, action: Action, context: EncryptionContext | undefined): boolean {
  if (!grant.operations.includes(action)) return false;
  return !CONSTRAINED.has(action) || fitsConstraints(grant, context);
}

type Constraints = Pick<GrantRecord, "encryptionContextSubset" | "encryptionContextEquals">;

function fitsConstraints(grant: Constraints, context: EncryptionContext | undefined): boolean {
  const { encryptionContextSubset, encryptionContextEquals } = grant;
  if (encryptionContextEquals !== undefined && !isSame(context, encryptionContextEquals)) return false;
  return containsContext(context, encryptionContextSubset);
}

function isSame(a: EncryptionContext | undefined, b: EncryptionContext): boolean {
  return isDeepStrictEqual({ ...a }, { ...b });
}

/**
 * Whether a grant that lets its grantee create grants covers this one: it may allow no operation and no encryption
 * context that the first does not (KMS developer guide, "Granting CreateGrant permission").
 */
export function grantCovers(
  grant: GrantRecord,
  operations: readonly string[],
  { encryptionContextSubset = {}, encryptionContextEquals }: Partial<Constraints>,
): boolean {
  if (!operations.every((operation) => grant.operations.includes(operation))) return false;
  if (encryptionContextEquals !== undefined) return fitsConstraints(grant, encryptionContextEquals);
  // Every context that has these pairs must be within the first grant's constraint.
  return (
    grant.encryptionContextEquals === undefined &&
    containsContext(encryptionContextSubset, grant.encryptionContextSubset)
  );
}

/** The grant that a token names, on whichever key. @throws GRANT_TOKEN_INVALID */
export function grantByToken(kms: Kms, token: string, field = "grantToken"): GrantRecord {
  const path = openText(kms.textKey, grantPurpose(kms), token);
  const grant = path === undefined ? undefined : kms.tables.grants.get(path);
  if (grant === undefined) {
    throw new EnvolError("GRANT_TOKEN_INVALID", "The grant token is not of a grant in this Region.", {
      field,
    });
  }
  return grant;
}

/** A grant as ListGrants shows it. */
export function grantEntry(kms: Kms, grant: GrantRecord) {
  const { keyId, encryptionContextSubset, encryptionContextEquals, issuingAccount, ...rest } = grant;
  const constraints = {
    ...(Object.keys(encryptionContextSubset).length === 0 ? {} : { encryptionContextSubset }),
    ...(encryptionContextEquals === undefined ? {} : { encryptionContextEquals }),
  };
  return {
    keyId: keyArnOf(kms, keyId),
    ...rest,
    issuingAccount: `arn:aws:iam::${issuingAccount}:root`,
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** @throws GRANT_ID_INVALID */
export function requireGrant(kms: Kms, keyId: string, grantId: string): GrantRecord {
  const grant = kms.tables.grants.get(grantPath(keyId, grantId));
  if (grant === undefined) {
    throw new EnvolError("GRANT_ID_INVALID", `${keyArnOf(kms, keyId)} has no grant with id '${grantId}'.`, {
      field: "grantId",
    });
  }
  return grant;
}

/** Removes the grant if it is still there: how RetireGrant and RevokeGrant end. @throws GRANT_ID_INVALID */
export function removeGrant(
  kms: Kms,
  operation: "RetireGrant" | "RevokeGrant",
  keyId: string,
  grantId: string,
): Promise<void> {
  return kms.serializer.run(`grants ${keyId}`, async () => {
    const grant = requireGrant(kms, keyId, grantId);
    await kms.tables.grants.write((writes) => writes.delete(grantPath(keyId, grantId)));
    unindexGrant(kms, grant);
    kms.events.publish({ type: "GrantRetired", ...grantFacts(kms, grant, { operation }) });
  });
}

/** What an event says of a grant. */
export function grantFacts(kms: Kms, grant: GrantRecord, further: Readonly<Record<string, string>>) {
  const volumeId = grant.encryptionContextSubset["aws:ebs:id"] ?? grant.encryptionContextEquals?.["aws:ebs:id"];
  return {
    keyArn: keyArnOf(kms, grant.keyId),
    ...(volumeId === undefined ? {} : { volumeId }),
    detail: {
      grantId: grant.grantId,
      granteePrincipal: grant.granteePrincipal,
      operations: grant.operations.join(","),
      ...further,
    },
  };
}
