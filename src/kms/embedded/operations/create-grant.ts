import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { EnvolError } from "../../../errors.ts";
import { LIMITS } from "../../../limits.ts";
import type { EncryptionContext, KmsCaller, KmsClient } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { grantFacts, grantPath, grantToken } from "../grants.ts";
import { resolveKey } from "../key-identifier.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import type { GrantRecord } from "../records.ts";
import { invalid, validate } from "../validation.ts";

type CreateGrantRequest = Parameters<KmsClient["createGrant"]>[1];

/** As long as AWS's grant ids: 64 hexadecimal digits. */
const GRANT_ID_BYTES = 32;

/** Lets a principal use the key. With a name, the same request made again gives the same grant. */
export async function createGrant(
  kms: Kms,
  caller: KmsCaller,
  request: CreateGrantRequest,
): Promise<{ grantId: string; grantToken: string }> {
  validate("CreateGrant", request);
  requireConstraint(request.encryptionContextSubset);
  const keyId = resolveKey(kms, request.keyId);
  return kms.serializer.run(`grants ${keyId}`, async () => {
    requireKey(kms, caller, "CreateGrant", keyId);
    const terms = termsOf(kms, keyId, request);
    const grant = sameGrant(kms, terms) ?? (await addGrant(kms, terms));
    return { grantId: grant.grantId, grantToken: grantToken(kms, grant) };
  });
}

type GrantTerms = Omit<GrantRecord, "grantId" | "creationDateMs">;

function termsOf(kms: Kms, keyId: string, request: CreateGrantRequest): GrantTerms {
  return {
    keyId,
    ...(request.name === undefined ? {} : { name: request.name }),
    granteePrincipal: request.granteePrincipal,
    retiringPrincipal: request.retiringPrincipal,
    operations: [...request.operations],
    encryptionContextSubset: { ...request.encryptionContextSubset },
    issuingAccount: kms.accountId,
  };
}

/** The grant of the same name and terms, if there is one: only a name makes CreateGrant idempotent (KMS API, CreateGrant). */
function sameGrant(kms: Kms, terms: GrantTerms): GrantRecord | undefined {
  if (terms.name === undefined) return undefined;
  for (const grantId of kms.grantsOf.namesOf(terms.keyId)) {
    const grant = kms.tables.grants.get(grantPath(terms.keyId, grantId));
    if (grant?.name !== terms.name) continue;
    const { grantId: _, creationDateMs: __, ...known } = grant;
    if (isDeepStrictEqual(known, terms)) return grant;
  }
  return undefined;
}

async function addGrant(kms: Kms, terms: GrantTerms): Promise<GrantRecord> {
  const { keyId } = terms;
  if (kms.grantsOf.count(keyId) >= LIMITS.kmsGrantsPerKeyMax) {
    const arn = keyArnOf(kms, keyId);
    throw new EnvolError("KMS_LIMIT_EXCEEDED", `${arn} has ${LIMITS.kmsGrantsPerKeyMax} grants, the most for one key.`);
  }
  const grantId = randomBytes(GRANT_ID_BYTES).toString("hex");
  const grant: GrantRecord = { ...terms, grantId, creationDateMs: kms.clock.now() };
  await kms.tables.grants.write((writes) => writes.put(grantPath(keyId, grantId), grant));
  kms.grantsOf.add(keyId, grantId);
  kms.events.publish({ type: "GrantCreated", ...grantFacts(kms, grant, {}) });
  return grant;
}

function requireConstraint(subset: EncryptionContext): void {
  const texts = Object.entries(subset).flat();
  const pairsMax = LIMITS.kmsGrantConstraintPairsMax;
  const lengthMax = LIMITS.kmsGrantConstraintLengthMax;
  if (texts.length > 2 * pairsMax) {
    throw invalid(`EncryptionContextSubset has more than ${pairsMax} pairs`, "encryptionContextSubset");
  }
  if (texts.join("").length > lengthMax) {
    throw invalid(`EncryptionContextSubset has more than ${lengthMax} characters`, "encryptionContextSubset");
  }
}
