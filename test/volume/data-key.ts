/** What only the KMS should be able to tell: a volume's keys in the clear. */

import { deriveGcmKey } from "#envol/crypto/gcm.ts";
import { type Core, ROOT_CALLER } from "./core.ts";

export interface PlaintextKeys {
  /** 64 bytes: the AES-256-XTS key. */
  readonly dataKey: Buffer;
  /** 32 bytes: the AES-256-GCM key that is derived from it. */
  readonly gcmKey: Buffer;
}

/** Asks the KMS to unwrap a volume's data key, as whoever holds the key's permissions may. The key must be enabled. */
export async function plaintextKeys(core: Core, volumeId: string): Promise<PlaintextKeys> {
  const { wrappedDataKey } = core.volumes.describeVolumes({ volumeIds: [volumeId] }).volumes[0]!;
  const { plaintext } = await core.call("Decrypt", ROOT_CALLER, {
    ciphertextBlob: wrappedDataKey!,
    encryptionContext: { "aws:ebs:id": volumeId },
  });
  return { dataKey: Buffer.from(plaintext), gcmKey: deriveGcmKey(plaintext, Buffer.from(volumeId, "latin1")) };
}
