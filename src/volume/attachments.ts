/** What is attached: for each such volume its engine and its key, and for each attachment its grant and its device. */

import type { Logger } from "pino";
import type { CipherPool } from "../crypto/cipher-pool.ts";
import type { KeySlots } from "../crypto/key-slots.ts";
import { EnvolError, type ErrorCode, toEnvolError } from "../errors.ts";
import type { EventBus } from "../events.ts";
import type { KeyUsability, KmsCaller } from "../kms/kms-client.ts";
import { type AttachedDevice, type AttachedVolume, createAttachedVolume } from "./attached-volume.ts";
import type { StoredAttachment, StoredVolume } from "./catalog.ts";
import { createEngine } from "./engine.ts";
import type { Envelope } from "./envelope.ts";
import type { RecordLog } from "./record-log.ts";
import { createVolumeKey, UNUSABLE, type VolumeKeyOwner } from "./volume-key.ts";
import type { VolumeLog } from "./volume-log.ts";

export interface AttachmentsContext {
  readonly recordLog: RecordLog;
  readonly keySlots: KeySlots;
  readonly pool: CipherPool;
  readonly events: EventBus;
  readonly log: Logger;
  readonly envelope: Envelope;
  /** A volume's end of the log. */
  readonly logOf: (volume: StoredVolume) => VolumeLog;
  /** A volume's size now. */
  readonly sizeBytesOf: (volumeId: string) => number;
}

export interface Attachments {
  /**
   * Gets an attachment its grant and the volume its data key, as EC2 does: a grant, which the caller must be allowed to
   * give, then Decrypt under it. What fails leaves nothing behind. The device comes with `open`.
   * @throws KEY_REVOKED, ACCESS_DENIED
   */
  prepare(caller: KmsCaller, volume: StoredVolume, attachment: StoredAttachment): Promise<StoredAttachment>;
  /** Makes the device of an attachment. */
  open(volume: StoredVolume, attachment: StoredAttachment): void;
  device(attachmentId: string): AttachedDevice | undefined;
  /** Ends the requests of an attachment and flushes. @throws STORE_FULL, STORE_FAILED; then the attachment stays */
  drain(attachment: StoredAttachment): Promise<void>;
  /** Ends an attachment's hold on the data key, which goes with the last one, and retires its grant. */
  release(volume: StoredVolume, attachment: StoredAttachment): Promise<void>;
  ioRevoked(volumeId: string): boolean;
  /** Revokes the volumes under a key that has become unusable, or lets them go on. */
  onKeyUsability(change: KeyUsability): Promise<void>;
  /** Revokes the volumes whose keys the KMS says are unusable now. */
  revokeUnusable(): Promise<void>;
  /** Ends all requests, flushes, unless what was written is to be dropped, and erases every key; grants are kept. */
  close(options?: { flush: boolean }): Promise<void>;
}

export function createAttachments(context: AttachmentsContext): Attachments {
  const { recordLog, keySlots, pool, events, log, envelope, logOf, sizeBytesOf } = context;
  const volumes = new Map<string, AttachedVolume>();
  const devices = new Map<string, AttachedDevice>();
  /** By volume, the attachments under whose grants its data key may be unwrapped. */
  const holders = new Map<string, StoredAttachment[]>();
  /** By volume, what ends its use of its KMS key. */
  const keyUses = new Map<string, () => void>();

  const attachedVolume = (volume: StoredVolume): AttachedVolume => {
    const { volumeId } = volume;
    const known = volumes.get(volumeId);
    if (known !== undefined) return known;
    const engine = createEngine(recordLog, logOf(volume), recordLog.map(volume.layerId), pool);
    const owner = keyOwner(volume);
    const unwrap = () => envelope.unwrapDataKey(volume, holders.get(volumeId)?.at(-1));
    const keyed = owner && { owner, key: createVolumeKey(owner, keySlots, events, unwrap) };
    if (owner !== undefined) keyUses.set(volumeId, envelope.useKey(owner.kmsKeyArn));
    const attached = createAttachedVolume(volumeId, engine, keyed, events);
    volumes.set(volumeId, attached);
    return attached;
  };
  const hold = (attachment: StoredAttachment) => {
    const { volumeId } = attachment;
    holders.set(volumeId, [...(holders.get(volumeId) ?? []), attachment]);
  };
  const release = async (volume: StoredVolume, attachment: StoredAttachment): Promise<void> => {
    const { volumeId } = volume;
    const others = (holders.get(volumeId) ?? []).filter((other) => other.attachmentId !== attachment.attachmentId);
    holders.set(volumeId, others);
    devices.delete(attachment.attachmentId);
    if (others.length === 0) {
      volumes.get(volumeId)?.key?.erase();
      volumes.delete(volumeId);
      keyUses.get(volumeId)?.();
      keyUses.delete(volumeId);
      holders.delete(volumeId);
    }
    await envelope.retireAccess(volume, attachment).catch((error) => {
      log.warn({ err: error, volumeId }, "a grant could not be retired");
    });
  };
  const onKeyUsability = async ({ keyArn, keyState, usable }: KeyUsability): Promise<void> => {
    const affected = [...volumes.values()].filter((volume) => volume.kmsKeyArn === keyArn);
    if (usable) for (const volume of affected) volume.resume();
    else await Promise.all(affected.map((volume) => volume.revoke(unusableBecause(keyArn, keyState))));
  };
  return {
    async prepare(caller, volume, attachment) {
      const attached = attachedVolume(volume);
      let prepared = attachment;
      try {
        if (attached.key !== undefined) {
          prepared = { ...attachment, ...(await envelope.grantAccess(caller, volume, attachment.instanceId)) };
        }
        hold(prepared);
        await attached.key?.load();
        return prepared;
      } catch (thrown) {
        await release(volume, prepared);
        throw attachRefusal(volume, toEnvolError(thrown));
      }
    },
    open(volume, attachment) {
      const attached = attachedVolume(volume);
      const held = holders.get(volume.volumeId)?.some((other) => other.attachmentId === attachment.attachmentId);
      if (!held) hold(attachment);
      devices.set(
        attachment.attachmentId,
        attached.device(attachment, () => sizeBytesOf(volume.volumeId)),
      );
    },
    device: (attachmentId) => devices.get(attachmentId),
    async drain({ attachmentId }) {
      await devices.get(attachmentId)?.close();
    },
    release,
    ioRevoked: (volumeId) => volumes.get(volumeId)?.ioRevoked ?? false,
    onKeyUsability,
    async revokeUnusable() {
      const keyArns = new Set([...volumes.values()].flatMap(({ kmsKeyArn }) => kmsKeyArn ?? []));
      const revokeIfUnusable = async (keyArn: string) => {
        const keyState = await keyStateOf(keyArn, envelope);
        if (keyState !== "Enabled") await onKeyUsability({ keyArn, keyState, usable: false });
      };
      await Promise.all([...keyArns].map(revokeIfUnusable));
    },
    async close(options) {
      const closed = await Promise.allSettled([...devices.values()].map((device) => device.close(options)));
      // Also when something could not be flushed: no key stays for that.
      for (const volume of volumes.values()) volume.key?.erase();
      for (const endUse of keyUses.values()) endUse();
      keyUses.clear();
      for (const result of closed) if (result.status === "rejected") throw result.reason;
    },
  };
}

function keyStateOf(keyArn: string, envelope: Envelope): Promise<string> {
  return envelope.describeKey(keyArn).then(
    (key) => key.keyState,
    // A KMS that does not answer has not said that the key is unusable: the first request will ask again.
    (error) => (toEnvolError(error).code === "KEY_NOT_FOUND" ? "Deleted" : "Enabled"),
  );
}

function keyOwner(volume: StoredVolume): VolumeKeyOwner | undefined {
  const { volumeId, kmsKeyArn, cipher, sectorSizeBytes } = volume;
  if (kmsKeyArn === undefined || cipher === "NONE") return undefined;
  return { volumeId, kmsKeyArn, algorithm: cipher, sectorSizeBytes };
}

/** The KMS's own words for a key in this state: "… is disabled.", "… is pending deletion." */
function unusableBecause(keyArn: string, keyState: string): string {
  return `${keyArn} is ${keyState.replace(/\B[A-Z]/g, " $&").toLowerCase()}.`;
}

/**
 * AttachVolume refuses a volume whose key is unusable in EC2's own words. A caller who may not give the grant is told so
 * as well: the key may be in order, and others may attach the volume.
 */
function attachRefusal(volume: StoredVolume, error: EnvolError): EnvolError {
  const message = `Volume ${volume.volumeId} cannot be attached. The encrypted volume was unable to access the KMS key.`;
  if (error.code === "ACCESS_DENIED") {
    return new EnvolError("ACCESS_DENIED", `${message} ${error.message}`, { cause: error });
  }
  const refusals: ReadonlySet<ErrorCode> = new Set([...UNUSABLE, "KEY_REVOKED"]);
  if (!refusals.has(error.code)) return error;
  return new EnvolError("KEY_REVOKED", message, { cause: error });
}
