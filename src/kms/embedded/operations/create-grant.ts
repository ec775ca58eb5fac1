import { randomBytes } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { EnvolError } from "../../../errors.ts";
import { LIMITS } from "../../../limits.ts";
import { requireKey, requireNoDryRun } from "../authorization.ts";
import { required } from "../fields.ts";
import { requireConstraints, requireGrantable } from "../grant-terms.ts";
import { grantFacts, grantPath, grantsOfKey, grantToken, indexGrant } from "../grants.ts";
import { resolveKey } from "../key-identifier.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import type { GrantRecord } from "../records.ts";
import {
  GRANT_CONSTRAINTS,
  GRANT_NAME,
  GRANTED_OPERATIONS,
  PRINCIPAL,
  REQUIRED_KEY_ID,
  USE,
} from "../request-fields.ts";
import { operation } from "./operation.ts";

const FIELDS = {
  keyId: REQUIRED_KEY_ID,
  granteePrincipal: required(PRINCIPAL),
  retiringPrincipal: PRINCIPAL,
  operations: GRANTED_OPERATIONS,
  constraints: GRANT_CONSTRAINTS,
  name: GRANT_NAME,
  ...USE,
} as const;

/** As long as AWS's grant ids: 64 hexadecimal digits. */
const GRANT_ID_BYTES = 32;

/** Lets a principal use the key. With a name, the same request made again gives the same grant. */
export const CreateGrant = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  const { granteePrincipal, retiringPrincipal, operations, constraints = {}, name } = request;
  requireConstraints(constraints);
  const keyId = resolveKey(kms, request.keyId);
  return kms.serializer.run(`grants ${keyId}`, async () => {
    const key = requireKey(call, keyId);
    requireGrantable(key, operations, constraints);
    requireNoDryRun(call);
    const terms: GrantTerms = {
      keyId,
      ...(name === undefined ? {} : { name }),
      granteePrincipal,
      ...(retiringPrincipal === undefined ? {} : { retiringPrincipal }),
      operations: [...operations],
      encryptionContextSubset: { ...constraints.encryptionContextSubset },
      ...(constraints.encryptionContextEquals === undefined
        ? {}
        : { encryptionContextEquals: { ...constraints.encryptionContextEquals } }),
      issuingAccount: call.caller.accountId,
    };
    const grant = sameGrant(kms, terms) ?? (await addGrant(kms, terms));
    call.additional.grantId = grant.grantId;
    return { grantId: grant.grantId, grantToken: grantToken(kms, grant) };
  });
});

type GrantTerms = Omit<GrantRecord, "grantId" | "creationDateMs">;

/** The grant of the same name and terms, if there is one: only a name makes CreateGrant idempotent (KMS API, CreateGrant). */
function sameGrant(kms: Kms, terms: GrantTerms): GrantRecord | undefined {
  if (terms.name === undefined) return undefined;
  for (const grant of grantsOfKey(kms, terms.keyId)) {
    if (grant.name !== terms.name) continue;
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
  indexGrant(kms, grant);
  kms.events.publish({ type: "GrantCreated", ...grantFacts(kms, grant, {}) });
  return grant;
}
