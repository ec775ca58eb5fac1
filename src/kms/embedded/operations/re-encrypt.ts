import { requireKey } from "../authorization.ts";
import { decryptSource, encryptPlaintext, findSource } from "../encryption.ts";
import { resolveKeyOrAlias } from "../key-identifier.ts";
import { noteUse } from "../key-use.ts";
import { keyArnOf } from "../kms.ts";
import {
  CIPHERTEXT,
  CONTEXT,
  DRY_RUN_MODIFIERS,
  ENCRYPTION_ALGORITHM,
  KEY_ID,
  REQUIRED_KEY_ID,
  USE,
} from "../request-fields.ts";
import { operation } from "./operation.ts";

const FIELDS = {
  ciphertextBlob: CIPHERTEXT,
  sourceEncryptionContext: CONTEXT,
  sourceKeyId: KEY_ID,
  destinationKeyId: REQUIRED_KEY_ID,
  destinationEncryptionContext: CONTEXT,
  sourceEncryptionAlgorithm: ENCRYPTION_ALGORITHM,
  destinationEncryptionAlgorithm: ENCRYPTION_ALGORITHM,
  ...USE,
  dryRunModifiers: DRY_RUN_MODIFIERS,
} as const;

const SOURCE = {
  keyId: "sourceKeyId",
  encryptionAlgorithm: "sourceEncryptionAlgorithm",
  encryptionContext: "sourceEncryptionContext",
} as const;
const DESTINATION = {
  keyId: "destinationKeyId",
  encryptionAlgorithm: "destinationEncryptionAlgorithm",
  encryptionContext: "destinationEncryptionContext",
} as const;

/** Wraps anew, under another key or context. The plaintext does not leave the KMS. */
export const ReEncrypt = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  const from = await findSource(
    call,
    {
      ciphertextBlob: request.ciphertextBlob,
      keyId: request.sourceKeyId,
      algorithm: request.sourceEncryptionAlgorithm,
      context: request.sourceEncryptionContext,
    },
    SOURCE,
  );
  const destinationKeyId = await resolveKeyOrAlias(kms, request.destinationKeyId, "destinationKeyId");
  const onSameKey = from.keyId === destinationKeyId;
  const context = request.destinationEncryptionContext;
  const sourceUse = { action: "ReEncryptFrom", encryptionContext: from.context, onSameKey } as const;
  const sourceKey = requireKey(call, from.keyId, sourceUse);
  const destinationUse = { action: "ReEncryptTo", encryptionContext: context, onSameKey } as const;
  const destinationKey = requireKey(call, destinationKeyId, destinationUse);
  const { plaintext, keyMaterialId: sourceKeyMaterialId } = decryptSource(call, sourceKey, from);
  try {
    const input = { plaintext, context, algorithm: request.destinationEncryptionAlgorithm };
    const wrapped = encryptPlaintext(call, destinationKey, input, DESTINATION);
    noteUse(call, kms, from.keyId);
    noteUse(call, kms, destinationKeyId);
    const materials = {
      ...(sourceKeyMaterialId === undefined ? {} : { sourceKeyMaterialId }),
      ...(wrapped.keyMaterialId === undefined ? {} : { destinationKeyMaterialId: wrapped.keyMaterialId }),
    };
    Object.assign(call.additional, materials);
    return {
      ciphertextBlob: wrapped.ciphertextBlob,
      sourceKeyId: keyArnOf(kms, from.keyId),
      keyId: keyArnOf(kms, destinationKeyId),
      sourceEncryptionAlgorithm: from.algorithm,
      destinationEncryptionAlgorithm: wrapped.algorithm,
      ...materials,
    };
  } finally {
    plaintext.fill(0);
  }
});
