/** Where grants lie, and the tokens that name them. */

import { EnvolError } from "../../errors.ts";
import { type Kms, keyArnOf } from "./kms.ts";
import { openText, sealText } from "./opaque-text.ts";
import type { GrantRecord } from "./records.ts";

/** The grant's key in the table. */
export function grantPath(keyId: string, grantId: string): string {
  return `${keyId}/${grantId}`;
}

export function grantToken(kms: Kms, grant: GrantRecord): string {
  return sealText(kms.textKey, "grant", grantPath(grant.keyId, grant.grantId));
}

/** The grant on this key that a token names. @throws GRANT_TOKEN_INVALID */
export function grantOfToken(kms: Kms, keyId: string, token: string): GrantRecord {
  const path = openText(kms.textKey, "grant", token);
  const grant = path?.startsWith(`${keyId}/`) ? kms.tables.grants.get(path) : undefined;
  if (grant === undefined) {
    throw new EnvolError("GRANT_TOKEN_INVALID", `The grant token is not of a grant on ${keyArnOf(kms, keyId)}.`, {
      field: "grantTokens",
    });
  }
  return grant;
}

/** @throws GRANT_ID_INVALID */
function requireGrant(kms: Kms, keyId: string, grantId: string): GrantRecord {
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
    kms.grantsOf.remove(keyId, grantId);
    kms.events.publish({ type: "GrantRetired", ...grantFacts(kms, grant, { operation }) });
  });
}

/** What an event says of a grant. */
export function grantFacts(kms: Kms, grant: GrantRecord, further: Readonly<Record<string, string>>) {
  const volumeId = grant.encryptionContextSubset["aws:ebs:id"];
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
