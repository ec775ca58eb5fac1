/** What Sign and Verify have in common before they do their work. */

import { EnvolError } from "../../errors.ts";
import type { Signing } from "./asymmetric.ts";
import { requireKey } from "./authorization.ts";
import type { Call } from "./call.ts";
import { resolveKeyOrAlias } from "./key-identifier.ts";
import { requireOffered } from "./key-specs.ts";
import { requireAlgorithm, requireUsage } from "./key-use.ts";
import { currentMaterialId, heldMaterial } from "./kms.ts";
import type { KeyRecord } from "./records.ts";
import type { SigningAlgorithm } from "./request-fields.ts";

/** What AWS has and node:crypto has not. */
const NOT_OFFERED: readonly SigningAlgorithm[] = ["ED25519_PH_SHA_512", "SM2DSA"];

/** @throws KEY_NOT_FOUND, ACCESS_DENIED, KEY_DISABLED, KEY_STATE_INVALID, KEY_USAGE_INVALID, KMS_UNSUPPORTED */
export async function requireSigning(
  call: Call,
  request: {
    readonly keyId: string;
    readonly message: Uint8Array;
    readonly messageType?: "RAW" | "DIGEST" | "EXTERNAL_MU" | undefined;
    readonly signingAlgorithm: SigningAlgorithm;
  },
): Promise<{ key: KeyRecord; signing: Signing }> {
  const { message, signingAlgorithm: algorithm } = request;
  const key = requireKey(call, await resolveKeyOrAlias(call.kms, request.keyId));
  requireUsage(call, key, "SIGN_VERIFY");
  if (NOT_OFFERED.includes(algorithm) || request.messageType === "EXTERNAL_MU") {
    const what = NOT_OFFERED.includes(algorithm) ? algorithm : "EXTERNAL_MU";
    throw new EnvolError("KMS_UNSUPPORTED", `${what} is not offered: the cryptography of Node.js does not have it.`, {
      field: what === algorithm ? "signingAlgorithm" : "messageType",
    });
  }
  requireAlgorithm(key, algorithm, "signingAlgorithm");
  requireOffered(key.keySpec, "keyId");
  const material = heldMaterial(call.kms, key, currentMaterialId(call.kms, key));
  const isDigest = request.messageType === "DIGEST";
  return { key, signing: { keySpec: key.keySpec, material, algorithm, message, isDigest } };
}
