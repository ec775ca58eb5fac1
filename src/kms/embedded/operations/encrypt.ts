import { LIMITS } from "../../../limits.ts";
import { requireKey } from "../authorization.ts";
import { encryptPlaintext } from "../encryption.ts";
import { required } from "../fields.ts";
import { resolveKeyOrAlias } from "../key-identifier.ts";
import { noteUse } from "../key-use.ts";
import { keyArnOf } from "../kms.ts";
import { CONTEXT, ENCRYPTION_ALGORITHM, REQUIRED_KEY_ID, USE } from "../request-fields.ts";
import { operation } from "./operation.ts";

const FIELDS = {
  keyId: REQUIRED_KEY_ID,
  plaintext: required({ type: "blob", length: [1, LIMITS.kmsPlaintextBytesMax] }),
  encryptionContext: CONTEXT,
  encryptionAlgorithm: ENCRYPTION_ALGORITHM,
  ...USE,
} as const;

const NAMES = {
  keyId: "keyId",
  encryptionAlgorithm: "encryptionAlgorithm",
  encryptionContext: "encryptionContext",
} as const;

export const Encrypt = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  const keyId = await resolveKeyOrAlias(kms, request.keyId);
  const key = requireKey(call, keyId);
  const { plaintext, encryptionContext: context, encryptionAlgorithm } = request;
  const input = { plaintext, context, algorithm: encryptionAlgorithm };
  const { ciphertextBlob, algorithm, keyMaterialId } = encryptPlaintext(call, key, input, NAMES);
  noteUse(call, kms, keyId);
  if (keyMaterialId !== undefined) call.additional.keyMaterialId = keyMaterialId;
  return { ciphertextBlob, keyId: keyArnOf(kms, keyId), encryptionAlgorithm: algorithm };
});
