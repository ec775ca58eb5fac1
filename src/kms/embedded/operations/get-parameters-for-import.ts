import { EnvolError } from "../../../errors.ts";
import { LIMITS } from "../../../limits.ts";
import { requireKey } from "../authorization.ts";
import { required } from "../fields.ts";
import { sealImportToken, WRAPPING_ALGORITHMS, type WrappingAlgorithm } from "../import-token.ts";
import { resolveKey } from "../key-identifier.ts";
import { newKeyPair } from "../key-pairs.ts";
import { specOf } from "../key-specs.ts";
import { keyArnOf } from "../kms.ts";
import type { KeyRecord } from "../records.ts";
import { REQUIRED_KEY_ID } from "../request-fields.ts";
import { invalid } from "../validation.ts";
import { operation } from "./operation.ts";

const HOUR_MS = 60 * 60 * 1000;

const FIELDS = {
  keyId: REQUIRED_KEY_ID,
  wrappingAlgorithm: required({
    type: "text",
    values: [
      ...(["RSAES_PKCS1_V1_5", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"] as const),
      ...(["RSA_AES_KEY_WRAP_SHA_1", "RSA_AES_KEY_WRAP_SHA_256", "SM2PKE"] as const),
    ],
  }),
  wrappingKeySpec: required({ type: "text", values: ["RSA_2048", "RSA_3072", "RSA_4096", "SM2"] }),
} as const;

/** A public key to wrap key material with, and the token to import it by. Both end 24 hours later. */
export const GetParametersForImport = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  const keyId = resolveKey(kms, request.keyId);
  const key = requireKey(call, keyId);
  const algorithm = requireWrapping(key, request.wrappingAlgorithm);
  const { material: kind } = specOf(request.wrappingKeySpec, "wrappingKeySpec");
  if (kind.kind !== "rsa") throw new Error(`${request.wrappingKeySpec} is no RSA key`);
  const { privateKey, publicKey } = await newKeyPair(kind);
  const keyArn = keyArnOf(kms, keyId);
  const validToMs = kms.clock.now() + LIMITS.kmsImportTokenLifeHours * HOUR_MS;
  const importToken = sealImportToken(kms.importTokenKey, keyArn, { algorithm, validToMs, privateKey });
  privateKey.fill(0);
  return { keyId: keyArn, importToken, publicKey, parametersValidToMs: validToMs };
});

/** @throws KMS_UNSUPPORTED, KMS_VALIDATION */
function requireWrapping(key: KeyRecord, name: string): WrappingAlgorithm {
  const algorithm = WRAPPING_ALGORITHMS.find((known) => known === name);
  if (algorithm === undefined) {
    // RSAES_PKCS1_V1_5 ended on 2023-10-10, the API reference says.
    throw new EnvolError("KMS_UNSUPPORTED", `${name} is not offered.`, { field: "wrappingAlgorithm" });
  }
  if (specOf(key.keySpec).material.kind === "rsa" && algorithm.startsWith("RSAES")) {
    const message = `An RSA private key is longer than ${algorithm} can wrap: use an RSA_AES wrapping algorithm.`;
    throw invalid(message, "wrappingAlgorithm");
  }
  return algorithm;
}
