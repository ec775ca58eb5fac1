/** Volumes for measuring, and the key that they are under: made, and removed again. */

import type { EnvolClient } from "../../client/client.ts";
import { EnvolError } from "../../errors.ts";
import type { Attachment__Output as Attachment } from "../../gen/envol/v1/Attachment.ts";
import { LIMITS } from "../../limits.ts";

export type BenchCipher = "xts" | "gcm" | "none";

const CIPHERS = { xts: "AES_256_XTS", gcm: "AES_256_GCM", none: "CIPHER_UNSPECIFIED" } as const;
const DESCRIPTION = "made by envol bench";

export interface ScratchVolumes {
  /** A new attached volume of 1 GiB. */
  make(cipher: BenchCipher, sectorSizeBytes: number): Promise<Attachment>;
  /**
   * Detaches and deletes every volume, and has the key deleted as soon as the KMS allows. Nothing is made afterwards.
   * @throws the first failure, after all else has been removed
   */
  remove(): Promise<void>;
}

export function createScratchVolumes(client: EnvolClient): ScratchVolumes {
  let keyId: string | undefined;
  const volumeIds: string[] = [];
  let making: Promise<unknown> = Promise.resolve();
  let removing: Promise<void> | undefined;

  async function make(cipher: BenchCipher, sectorSizeBytes: number): Promise<Attachment> {
    const encrypted = cipher !== "none";
    if (encrypted && keyId === undefined) {
      const { keyMetadata } = await client.keys.createKey({ description: DESCRIPTION });
      keyId = keyMetadata?.keyId ?? "";
    }
    const { volume } = await client.volumes.createVolume({
      sizeGib: 1,
      encrypted,
      ...(encrypted && { kmsKeyId: keyId ?? "" }),
      cipher: CIPHERS[cipher],
      sectorSizeBytes,
      tags: [{ key: "purpose", value: DESCRIPTION }],
    });
    const volumeId = volume?.volumeId ?? "";
    volumeIds.push(volumeId);
    const { attachment } = await client.volumes.attachVolume({ volumeId });
    if (attachment === null) throw new EnvolError("INTERNAL", "The daemon's answer has no attachment.");
    return attachment;
  }

  async function remove(): Promise<void> {
    // A volume that is being made when ctrl-C comes has to be known before it can go.
    await making.catch(() => {});
    const failures: unknown[] = [];
    const attempt = (step: Promise<unknown>) => step.catch((error) => failures.push(error));
    for (const volumeId of volumeIds) {
      await client.volumes.detachVolume({ volumeId }).catch((error: EnvolError) => {
        if (error.code !== "VOLUME_NOT_ATTACHED") failures.push(error);
      });
      await attempt(client.volumes.deleteVolume({ volumeId }));
    }
    const pendingWindowInDays = LIMITS.kmsPendingWindowDaysMin;
    if (keyId !== undefined) await attempt(client.keys.scheduleKeyDeletion({ keyId, pendingWindowInDays }));
    if (failures.length > 0) throw failures[0];
  }

  return {
    make(cipher, sectorSizeBytes) {
      if (removing !== undefined) return Promise.reject(new EnvolError("UNAVAILABLE", "The benchmark is ending."));
      const made = make(cipher, sectorSizeBytes);
      making = made;
      return made;
    },
    remove() {
      removing ??= remove();
      return removing;
    },
  };
}
