/** A KMS key in the hand of whoever means to break it. */

import type { KeyMetadata__Output as KeyMetadata } from "../gen/envol/v1/KeyMetadata.ts";
import type { CallOptions } from "./channel.ts";
import type { KeyClient } from "./key-client.ts";

export interface KeyOptions {
  /** Up to 8192 characters. */
  readonly description?: string;
}

/** Every method rejects with an EnvolError; proto/envol/v1/key_service.proto says which. */
export interface Key {
  readonly keyId: string;
  readonly arn: string;
  /**
   * Makes the key unusable. When it resolves, no volume under the key gives or takes data; in mode `aws`, attached volumes
   * go on until they are detached.
   */
  disable(options?: CallOptions): Promise<void>;
  /** Makes a disabled key usable again: volumes under it go on with the next request. */
  enable(options?: CallOptions): Promise<void>;
  /**
   * Makes the key unusable now, and destroys its material when the waiting period is over: in 7 to 30 days, or 30 when
   * nothing is said. Resolves with the time at which that is due.
   */
  scheduleDeletion(options?: CallOptions & { readonly pendingWindowInDays?: number }): Promise<Date>;
  /** Takes a scheduled deletion back. The key is then disabled, as with AWS: enable it to use it. */
  cancelDeletion(options?: CallOptions): Promise<void>;
  /** What the KMS says of the key now. */
  describe(options?: CallOptions): Promise<KeyMetadata>;
}

export async function createKey(keys: KeyClient, settings: KeyOptions = {}, options?: CallOptions): Promise<Key> {
  const { keyMetadata } = await keys.createKey(settings, options);
  const { keyId, arn } = keyMetadata as KeyMetadata;
  return keyHandle(keys, keyId, arn);
}

function keyHandle(keys: KeyClient, keyId: string, arn: string): Key {
  return {
    keyId,
    arn,
    async disable(options) {
      await keys.disableKey({ keyId }, options);
    },
    async enable(options) {
      await keys.enableKey({ keyId }, options);
    },
    async scheduleDeletion({ pendingWindowInDays, ...options } = {}) {
      const request = { keyId, ...(pendingWindowInDays !== undefined && { pendingWindowInDays }) };
      const { deletionDateMs } = await keys.scheduleKeyDeletion(request, options);
      return new Date(deletionDateMs);
    },
    async cancelDeletion(options) {
      await keys.cancelKeyDeletion({ keyId }, options);
    },
    async describe(options) {
      const { keyMetadata } = await keys.describeKey({ keyId }, options);
      return keyMetadata as KeyMetadata;
    },
  };
}
