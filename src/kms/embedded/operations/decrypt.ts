import { toEnvolError } from "../../../errors.ts";
import { requireKey, requireNoDryRun } from "../authorization.ts";
import { decryptSource, findSource } from "../encryption.ts";
import { contextFacts } from "../encryption-context.ts";
import { noteUse } from "../key-use.ts";
import { keyArnOf } from "../kms.ts";
import { CIPHERTEXT, CONTEXT, DRY_RUN_MODIFIERS, ENCRYPTION_ALGORITHM, KEY_ID, USE } from "../request-fields.ts";
import { operation } from "./operation.ts";

const FIELDS = {
  ciphertextBlob: CIPHERTEXT,
  encryptionContext: CONTEXT,
  keyId: KEY_ID,
  encryptionAlgorithm: ENCRYPTION_ALGORITHM,
  ...USE,
  dryRunModifiers: DRY_RUN_MODIFIERS,
} as const;

const NAMES = {
  keyId: "keyId",
  encryptionAlgorithm: "encryptionAlgorithm",
  encryptionContext: "encryptionContext",
} as const;

/** Refusals because of the key itself, which are worth an event: the caller may unwrap, but the key cannot. */
const KEY_UNUSABLE: readonly string[] = ["KEY_DISABLED", "KEY_STATE_INVALID", "KEY_NOT_FOUND", "KEY_UNAVAILABLE"];

/** The plaintext is the caller's to zero. */
export const Decrypt = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  const { ciphertextBlob, keyId, encryptionAlgorithm, encryptionContext: context } = request;
  const source = await findSource(call, { ciphertextBlob, keyId, algorithm: encryptionAlgorithm, context }, NAMES);
  const keyArn = keyArnOf(kms, source.keyId);
  const { detail, ...facts } = contextFacts(context);
  try {
    const { plaintext, ...material } = decryptSource(call, requireKey(call, source.keyId), source);
    if (request.dryRun) plaintext.fill(0);
    requireNoDryRun(call);
    noteUse(call, kms, source.keyId);
    Object.assign(call.additional, material);
    kms.events.publish({ type: "DataKeyUnwrapped", keyArn, ...facts, detail });
    return { plaintext, keyId: keyArn, encryptionAlgorithm: source.algorithm, ...material };
  } catch (error) {
    const { code } = toEnvolError(error);
    if (KEY_UNUSABLE.includes(code)) {
      kms.events.publish({ type: "DataKeyUnwrapRefused", keyArn, ...facts, detail: { reason: code, ...detail } });
    }
    throw error;
  }
});
