/** What GenerateDataKeyPair and GenerateDataKeyPairWithoutPlaintext have in common. */

import type { EncryptionContext } from "../kms-client.ts";
import { requireKey, requireNoDryRun } from "./authorization.ts";
import type { Call } from "./call.ts";
import { resolveKeyOrAlias } from "./key-identifier.ts";
import { newKeyPair } from "./key-pairs.ts";
import { specOf } from "./key-specs.ts";
import { noteUse } from "./key-use.ts";
import { keyArnOf } from "./kms.ts";
import type { KeyPairSpec } from "./request-fields.ts";
import { encryptUnder, requireWrappingKey } from "./symmetric.ts";

/**
 * A new key pair, its private key wrapped. The plaintext of the private key is the caller's to zero.
 * @throws KEY_NOT_FOUND, ACCESS_DENIED, KEY_DISABLED, KEY_STATE_INVALID, KEY_USAGE_INVALID, KMS_UNSUPPORTED, DRY_RUN
 */
export async function makeDataKeyPair(
  call: Call,
  request: {
    readonly keyId: string;
    readonly keyPairSpec: KeyPairSpec;
    readonly encryptionContext?: EncryptionContext | undefined;
  },
) {
  const { kms } = call;
  const { material } = specOf(request.keyPairSpec, "keyPairSpec");
  if (material.kind === "bytes") throw new Error(`${request.keyPairSpec} is no key pair`);
  const keyId = await resolveKeyOrAlias(kms, request.keyId);
  requireWrappingKey(call, requireKey(call, keyId));
  requireNoDryRun(call);
  const { privateKey, publicKey } = await newKeyPair(material);
  try {
    // Making a key pair takes time, in which the key may have been disabled.
    const key = requireKey(call, keyId);
    const { ciphertextBlob, materialId } = encryptUnder(kms, key, request.encryptionContext, privateKey);
    noteUse(call, kms, keyId);
    call.additional.keyMaterialId = materialId;
    return {
      privateKeyCiphertextBlob: ciphertextBlob,
      privateKeyPlaintext: privateKey,
      publicKey,
      keyId: keyArnOf(kms, keyId),
      keyPairSpec: request.keyPairSpec,
      keyMaterialId: materialId,
    };
  } catch (error) {
    privateKey.fill(0);
    throw error;
  }
}
