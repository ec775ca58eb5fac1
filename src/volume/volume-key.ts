/**
 * The data key of an attached volume: unwrapped by the KMS when it is needed, kept in the shared key slots while it may
 * be used, and erased when the key is revoked or the volume detached. It is nowhere else.
 */

import type { KeySlots } from "../crypto/key-slots.ts";
import type { SectorAlgorithm } from "../crypto/sector-cipher.ts";
import { createSectorCipher, sectorKeyOf } from "../crypto/sector-key.ts";
import { EnvolError, type ErrorCode, toEnvolError } from "../errors.ts";
import type { EventBus } from "../events.ts";
import type { LoadedKey } from "./sector-memory.ts";

/** How the KMS refuses to unwrap a data key for as long as its key is unusable. */
export const UNUSABLE: ReadonlySet<ErrorCode> = new Set([
  "KEY_DISABLED",
  "KEY_STATE_INVALID",
  "KEY_NOT_FOUND",
  "KEY_UNAVAILABLE",
  "ACCESS_DENIED",
]);

export interface VolumeKeyOwner {
  readonly volumeId: string;
  readonly kmsKeyArn: string;
  readonly algorithm: SectorAlgorithm;
  readonly sectorSizeBytes: number;
}

export interface VolumeKey {
  /** The key if it is at hand. */
  loaded(): LoadedKey | undefined;
  readonly revoked: boolean;
  /** Unwraps the key, once for all who ask at one time. @throws KEY_REVOKED, INTEGRITY_ERROR, KMS_UNREACHABLE */
  load(): Promise<LoadedKey>;
  /** Erases the key; until `allow`, loading it is refused, with what says why. */
  revoke(why: string): void;
  /** Lets the key be loaded again. */
  allow(): void;
  /** Erases the key; it can be loaded again. */
  erase(): void;
}

/** What refuses I/O for want of the key. `why` says it as the KMS does, such as "arn:… is disabled." */
export function keyRevoked(
  owner: { volumeId: string; kmsKeyArn: string },
  why?: string,
  cause?: EnvolError,
): EnvolError {
  const reason = why ?? `${owner.kmsKeyArn} cannot be used.`;
  return new EnvolError("KEY_REVOKED", `Volume ${owner.volumeId} is unreadable: KMS key ${reason}`, { cause });
}

/** @param unwrap has the KMS decrypt the wrapped data key; the plaintext is zeroed here */
export function createVolumeKey(
  owner: VolumeKeyOwner,
  keySlots: KeySlots,
  events: EventBus,
  unwrap: () => Promise<Uint8Array>,
): VolumeKey {
  const identity = new Uint8Array(Buffer.from(owner.volumeId, "latin1"));
  let loaded: LoadedKey | undefined;
  let loading: Promise<LoadedKey> | undefined;
  let revoked: string | undefined;
  // Counts revocations and erasures: an unwrap that was under way meanwhile must not bring the key back.
  let epoch = 0;

  const install = (dataKey: Uint8Array): LoadedKey => {
    const sectorKey = sectorKeyOf(owner.algorithm, dataKey, identity);
    try {
      const ref = keySlots.load(sectorKey);
      const cipher = createSectorCipher(owner.algorithm, sectorKey, identity, owner.sectorSizeBytes);
      return { algorithm: owner.algorithm, identity, cipher, ref };
    } finally {
      sectorKey.fill(0);
    }
  };
  const unwrapAndInstall = async (): Promise<LoadedKey> => {
    const startEpoch = epoch;
    const dataKey = await unwrap().catch((error) => {
      throw refusalOf(owner, toEnvolError(error));
    });
    try {
      if (epoch !== startEpoch) throw keyRevoked(owner, revoked);
      loaded = install(dataKey);
      return loaded;
    } finally {
      dataKey.fill(0);
    }
  };
  const erase = () => {
    epoch += 1;
    loading = undefined;
    if (loaded === undefined) return;
    keySlots.erase(loaded.ref);
    loaded.cipher.destroy();
    loaded = undefined;
    events.publish({ type: "DataKeyErased", volumeId: owner.volumeId, keyArn: owner.kmsKeyArn });
  };
  return {
    loaded: () => loaded,
    get revoked() {
      return revoked !== undefined;
    },
    load() {
      if (loaded !== undefined) return Promise.resolve(loaded);
      if (revoked !== undefined) return Promise.reject(keyRevoked(owner, revoked));
      if (loading === undefined) {
        const mine = unwrapAndInstall().finally(() => {
          if (loading === mine) loading = undefined;
        });
        loading = mine;
      }
      return loading;
    },
    revoke(why) {
      revoked = why;
      erase();
    },
    allow() {
      revoked = undefined;
    },
    erase,
  };
}

function refusalOf(owner: VolumeKeyOwner, error: EnvolError): EnvolError {
  if (UNUSABLE.has(error.code)) return keyRevoked(owner, error.message, error);
  if (error.code !== "CIPHERTEXT_INVALID") return error;
  return new EnvolError("INTEGRITY_ERROR", `The wrapped data key of volume ${owner.volumeId} is damaged.`, {
    cause: error,
  });
}
