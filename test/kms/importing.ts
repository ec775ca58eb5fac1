import { createCipheriv, createPublicKey, publicEncrypt, randomBytes } from "node:crypto";
import type { EmbeddedKms } from "#envol/kms/embedded/embedded-kms.ts";
import type { OperationRequest } from "#envol/kms/embedded/operations/registry.ts";
import type { KmsCaller } from "#envol/kms/kms-client.ts";
import { CALLER } from "./fixture.ts";

type ImportRequest = OperationRequest<"ImportKeyMaterial">;
type Wrapping = OperationRequest<"GetParametersForImport">["wrappingAlgorithm"];

/** Wraps as a caller does who has been given the public key: with OAEP, or with an AES key that OAEP protects (RFC 5649). */
export function wrapMaterial(wrapping: Wrapping, publicKey: Uint8Array, material: Uint8Array): Buffer {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: "der", type: "spki" });
  const oaepHash = wrapping.endsWith("SHA_1") ? "sha1" : "sha256";
  if (wrapping.startsWith("RSAES")) return publicEncrypt({ key, oaepHash }, material);
  const aesKey = randomBytes(32);
  const cipher = createCipheriv("id-aes256-wrap-pad", aesKey, Buffer.from("a65959a6", "hex"));
  return Buffer.concat([publicEncrypt({ key, oaepHash }, aesKey), cipher.update(material), cipher.final()]);
}

/** Imports material into a key of origin EXTERNAL; without more said, for good. */
export async function importMaterial(
  kms: EmbeddedKms,
  keyId: string,
  material: Uint8Array,
  more: Partial<ImportRequest> & { wrapping?: Wrapping; caller?: KmsCaller } = {},
) {
  const { wrapping = "RSA_AES_KEY_WRAP_SHA_256", caller = CALLER, ...fields } = more;
  const asked = { keyId, wrappingAlgorithm: wrapping, wrappingKeySpec: "RSA_2048" } as const;
  const { importToken, publicKey } = await kms.call("GetParametersForImport", caller, asked);
  return kms.call("ImportKeyMaterial", caller, {
    keyId,
    importToken,
    encryptedKeyMaterial: wrapMaterial(wrapping, publicKey, material),
    ...(fields.validToMs === undefined ? { expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" } : {}),
    ...fields,
  });
}
