/** Whether a key is for what it is asked to do: its usage and its algorithms. */

import { EnvolError } from "../../errors.ts";
import type { Call } from "./call.ts";
import { algorithmsOf } from "./key-specs.ts";
import { type Kms, keyArnOf } from "./kms.ts";
import type { KeyRecord } from "./records.ts";
import type { KeyUsage } from "./request-fields.ts";

/** @throws KEY_USAGE_INVALID */
export function requireUsage(call: Call, key: KeyRecord, usage: KeyUsage): void {
  if (key.keyUsage === usage) return;
  throw new EnvolError(
    "KEY_USAGE_INVALID",
    `${keyArnOf(call.kms, key.keyId)} key usage is ${key.keyUsage} which is not valid for ${call.operation}.`,
    { field: "keyId" },
  );
}

/** @throws KEY_USAGE_INVALID */
export function requireAlgorithm(key: KeyRecord, algorithm: string, field: string): void {
  const { encryptionAlgorithms = [], signingAlgorithms = [], macAlgorithms = [] } = algorithmsOf(key);
  const offered: readonly string[] = [...encryptionAlgorithms, ...signingAlgorithms, ...macAlgorithms];
  if (offered.includes(algorithm)) return;
  throw new EnvolError("KEY_USAGE_INVALID", `Algorithm ${algorithm} is incompatible with key spec ${key.keySpec}.`, {
    field,
  });
}

/** Keeps that a key was used, for GetKeyLastUsage. */
export function noteUse({ operation, requestId, eventId }: Call, kms: Kms, keyId: string): void {
  kms.lastUses.set(keyId, { operation, timestampMs: kms.clock.now(), requestId, eventId });
}
