/** What GenerateMac and VerifyMac have in common. */

import { createHmac } from "node:crypto";
import { requireKey } from "./authorization.ts";
import type { Call } from "./call.ts";
import { resolveKeyOrAlias } from "./key-identifier.ts";
import { requireAlgorithm, requireUsage } from "./key-use.ts";
import { currentMaterialId, heldMaterial } from "./kms.ts";
import type { KeyRecord } from "./records.ts";
import type { MacAlgorithm } from "./request-fields.ts";

/** As node:crypto names them. */
const HASHES: Readonly<Record<MacAlgorithm, string>> = {
  HMAC_SHA_224: "sha224",
  HMAC_SHA_256: "sha256",
  HMAC_SHA_384: "sha384",
  HMAC_SHA_512: "sha512",
};

/** The MAC of a message under a key. @throws KEY_NOT_FOUND, ACCESS_DENIED, KEY_DISABLED, KEY_STATE_INVALID, KEY_USAGE_INVALID */
export async function computeMac(
  call: Call,
  request: { readonly keyId: string; readonly message: Uint8Array; readonly macAlgorithm: MacAlgorithm },
): Promise<{ key: KeyRecord; mac: Buffer }> {
  const key = requireKey(call, await resolveKeyOrAlias(call.kms, request.keyId));
  requireUsage(call, key, "GENERATE_VERIFY_MAC");
  requireAlgorithm(key, request.macAlgorithm, "macAlgorithm");
  const material = heldMaterial(call.kms, key, currentMaterialId(call.kms, key));
  return { key, mac: createHmac(HASHES[request.macAlgorithm], material).update(request.message).digest() };
}
