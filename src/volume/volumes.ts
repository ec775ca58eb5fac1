/** The volumes: their life from create to delete, and how each gets its data key and loses it. */

import { createHash } from "node:crypto";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { CipherPool } from "../crypto/cipher-pool.ts";
import type { KeySlots } from "../crypto/key-slots.ts";
import { EnvolError } from "../errors.ts";
import type { EventBus } from "../events.ts";
import type { KeyUsability, KmsCaller, KmsClient } from "../kms/kms-client.ts";
import { LIMITS } from "../limits.ts";
import type { RevocationMode } from "../options.ts";
import type { AttachedDevice } from "./attached-volume.ts";
import { type Attachments, createAttachments } from "./attachments.ts";
import { type Catalog, openCatalog, type StoredAttachment, type StoredVolume } from "./catalog.ts";
import { describePage, volumeNotFound } from "./describe.ts";
import { createEnvelope, type Envelope } from "./envelope.ts";
import { peekSector } from "./peek.ts";
import type { RecordLog } from "./record-log.ts";
import { checkCreateVolume, checkDeviceName, checkSizeGib, type VolumeSpec } from "./validation.ts";
import type { Attachment, AttachVolumeRequest, CreateVolumeRequest, DetachVolumeRequest, Volume } from "./volume.ts";
import {
  checkAttachmentId,
  checkInstanceId,
  checkVolumeId,
  newAttachmentId,
  newInstanceId,
  newVolumeId,
} from "./volume-id.ts";
import { openVolumeLog, type VolumeLog } from "./volume-log.ts";
import type { VolumeService } from "./volume-service.ts";

export interface VolumesContext {
  readonly recordLog: RecordLog;
  readonly kms: KmsClient;
  readonly keySlots: KeySlots;
  readonly pool: CipherPool;
  readonly events: EventBus;
  readonly clock: Clock;
  readonly log: Logger;
  readonly mode: RevocationMode;
  readonly region: string;
  readonly accountId: string;
}

export interface Volumes extends VolumeService {
  /**
   * Refuses new requests on every attachment, ends those under way, flushes, unless what was written is to be dropped, and
   * erases every key. Attachments are kept.
   */
  close(options?: { flush: boolean }): Promise<void>;
}

/** Opens the volumes of a store: those that were attached are attached again, and those that were being deleted go. */
export async function openVolumes(context: VolumesContext): Promise<Volumes> {
  const volumes = new OpenVolumes(context, openCatalog(context.recordLog.store));
  await volumes.restore();
  return volumes;
}

class OpenVolumes implements Volumes {
  readonly #context: VolumesContext;
  readonly #catalog: Catalog;
  readonly #envelope: Envelope;
  readonly #attachments: Attachments;
  readonly #logs = new Map<string, VolumeLog>();
  /** Volumes with an operation under way. */
  readonly #busy = new Set<string>();
  /** Creates under way, by client token. */
  readonly #creating = new Map<string, { fingerprint: string; volume: Promise<Volume> }>();
  readonly #instanceId = newInstanceId();
  readonly #stopListening: () => void;

  constructor(context: VolumesContext, catalog: Catalog) {
    this.#context = context;
    this.#catalog = catalog;
    this.#envelope = createEnvelope(context.kms, context.region, context.accountId);
    this.#attachments = createAttachments({
      ...context,
      envelope: this.#envelope,
      logOf: (volume) => this.#log(volume),
      sizeBytesOf: (volumeId) => sizeBytes(catalog.get(volumeId) as StoredVolume),
    });
    // In mode aws nobody listens, so that a client that would have to ask about keys need not.
    const follow = (change: KeyUsability) => this.#attachments.onKeyUsability(change);
    this.#stopListening = context.mode === "strict" ? context.kms.onKeyUsability(follow) : () => {};
  }

  async restore(): Promise<void> {
    for (const volume of this.#catalog.all()) {
      if (volume.state === "deleting") await this.#remove(volume);
      else for (const attachment of volume.attachments) this.#attachments.open(volume, attachment);
    }
    if (this.#context.mode === "strict") await this.#attachments.revokeUnusable();
  }

  async createVolume(caller: KmsCaller, request: CreateVolumeRequest): Promise<Volume> {
    const spec = checkCreateVolume(request);
    const token = request.clientToken;
    if (token === undefined) return this.#create(caller, spec, {});
    const fingerprint = createHash("sha256").update(JSON.stringify(spec)).digest("hex");
    const earlier = this.#catalog.byClientToken(token);
    const pending = this.#creating.get(token);
    const known = earlier?.clientRequest ?? pending?.fingerprint;
    if (known !== undefined && known !== fingerprint) {
      const message = "clientToken: it was used before with other parameters.";
      throw new EnvolError("IDEMPOTENT_PARAMETER_MISMATCH", message, { field: "clientToken" });
    }
    if (earlier !== undefined) return this.#describe(earlier);
    if (pending !== undefined) return pending.volume;
    const volume = this.#create(caller, spec, { clientToken: token, clientRequest: fingerprint });
    this.#creating.set(token, { fingerprint, volume });
    return volume.finally(() => this.#creating.delete(token));
  }

  describeVolumes(request: Parameters<VolumeService["describeVolumes"]>[0]) {
    const all = this.#catalog.all();
    const describe = (volume: StoredVolume) => this.#describe(volume);
    const wanted = request.volumeIds?.length ? new Set(request.volumeIds) : undefined;
    function* described() {
      for (const volume of all) if (wanted?.has(volume.volumeId) ?? true) yield describe(volume);
    }
    return describePage(request, described(), (volumeId) => this.#catalog.get(volumeId) !== undefined);
  }

  async modifyVolume({ volumeId, ...asked }: { volumeId: string; sizeGib?: number }) {
    const sizeGib = checkSizeGib(asked.sizeGib);
    return this.#exclusively(volumeId, async (volume) => {
      const originalSizeGib = volume.sizeGib;
      if (sizeGib < originalSizeGib) {
        const message = `sizeGib: expected at least the present size, ${originalSizeGib} GiB, got ${sizeGib}.`;
        throw new EnvolError("INVALID_ARGUMENT", message, { field: "sizeGib" });
      }
      const modified = { ...volume, sizeGib };
      await this.#catalog.put(modified);
      const detail = { sizeGib: String(sizeGib), originalSizeGib: String(originalSizeGib) };
      this.#context.events.publish({ type: "VolumeModified", volumeId, state: "completed", detail });
      return { volume: this.#describe(modified), originalSizeGib };
    });
  }

  async deleteVolume({ volumeId }: { volumeId: string }): Promise<void> {
    await this.#exclusively(volumeId, async (volume) => {
      if (volume.attachments.length > 0) throw inUse(volume);
      const deleting = { ...volume, state: "deleting" as const };
      await this.#catalog.put(deleting);
      this.#publishState(deleting);
      await this.#remove(deleting);
    });
  }

  async attachVolume(caller: KmsCaller, request: AttachVolumeRequest): Promise<Attachment> {
    if (request.instanceId !== undefined) checkInstanceId(request.instanceId);
    if (request.device !== undefined) checkDeviceName(request.device);
    return this.#exclusively(request.volumeId, async (volume) => {
      const attachment = this.#newAttachment(volume, request);
      const granted = await this.#attachments.prepare(caller, volume, attachment);
      try {
        await this.#catalog.put({ ...volume, state: "in-use", attachments: [...volume.attachments, granted] });
      } catch (error) {
        await this.#attachments.release(volume, granted);
        throw error;
      }
      this.#attachments.open(volume, granted);
      this.#publishAttachment(granted);
      if (volume.state !== "in-use") this.#publishState({ ...volume, state: "in-use" });
      return publicAttachment(granted);
    });
  }

  async detachVolume(request: DetachVolumeRequest): Promise<Attachment> {
    if (request.attachmentId !== undefined) checkAttachmentId(request.attachmentId);
    return this.#exclusively(request.volumeId, async (volume) => {
      const attachment = pickAttachment(volume, request.attachmentId);
      this.#publishAttachment({ ...attachment, state: "detaching" });
      await this.#attachments.drain(attachment);
      const attachments = volume.attachments.filter((other) => other !== attachment);
      const state = attachments.length === 0 ? "available" : "in-use";
      await this.#catalog.put({ ...volume, state, attachments });
      await this.#attachments.release(volume, attachment);
      const detached = { ...attachment, state: "detached" as const };
      this.#publishAttachment(detached);
      if (state === "available") this.#publishState({ ...volume, state });
      return publicAttachment(detached);
    });
  }

  device(volumeId: string, attachmentId?: string): AttachedDevice {
    const volume = this.#find(volumeId);
    const named = attachmentId ?? volume.attachments[0]?.attachmentId;
    if (named === undefined) throw notAttached(volume);
    if (attachmentId !== undefined) checkAttachmentId(attachmentId);
    const device = this.#attachments.device(named);
    if (device === undefined || !volume.attachments.some((attachment) => attachment.attachmentId === named)) {
      throw attachmentNotFound(volumeId, named);
    }
    return device;
  }

  deviceOfAttachment(attachmentId: string): AttachedDevice {
    const device = this.#attachments.device(attachmentId);
    if (device !== undefined) return device;
    throw new EnvolError("ATTACHMENT_NOT_FOUND", "There is no such attachment.", { field: "attachmentId" });
  }

  peekSector({ volumeId, sector }: { volumeId: string; sector: number }) {
    const volume = this.#find(volumeId);
    return peekSector(this.#log(volume), sector, sizeBytes(volume) / volume.sectorSizeBytes);
  }

  async close(options?: { flush: boolean }): Promise<void> {
    this.#stopListening();
    await this.#attachments.close(options);
  }

  async #create(
    caller: KmsCaller,
    spec: VolumeSpec,
    token: { clientToken?: string; clientRequest?: string },
  ): Promise<Volume> {
    if (this.#catalog.size >= LIMITS.volumesMax) {
      throw new EnvolError("VOLUME_LIMIT_EXCEEDED", `There are ${LIMITS.volumesMax} volumes, as many as there may be.`);
    }
    const volumeId = newVolumeId();
    const { encrypted, kmsKeyId, ...facts } = spec;
    const wrapped = encrypted ? await this.#envelope.createDataKey(caller, volumeId, kmsKeyId) : {};
    const volume: StoredVolume = {
      volumeId,
      layerId: await this.#catalog.nextLayerId(),
      state: "available",
      // EC2 gives whole seconds for CreateTime.
      createTimeMs: Math.floor(this.#context.clock.now() / 1000) * 1000,
      attachments: [],
      ...facts,
      ...wrapped,
      ...token,
    };
    this.#publishState({ ...volume, state: "creating" });
    await this.#catalog.put(volume);
    this.#publishState(volume);
    return this.#describe(volume);
  }

  /** Runs one operation on a volume at a time. @throws VOLUME_BUSY, VOLUME_NOT_FOUND */
  async #exclusively<Result>(volumeId: string, run: (volume: StoredVolume) => Promise<Result>): Promise<Result> {
    const volume = this.#find(volumeId);
    if (this.#busy.has(volumeId) || volume.state === "deleting") {
      throw new EnvolError("VOLUME_BUSY", `Another operation on volume ${volumeId} is under way.`);
    }
    this.#busy.add(volumeId);
    try {
      return await run(volume);
    } finally {
      this.#busy.delete(volumeId);
    }
  }

  #find(volumeId: string): StoredVolume {
    checkVolumeId(volumeId);
    const volume = this.#catalog.get(volumeId);
    if (volume === undefined) throw volumeNotFound(volumeId);
    return volume;
  }

  #newAttachment(volume: StoredVolume, request: AttachVolumeRequest): StoredAttachment {
    const { attachments } = volume;
    if (attachments.length > 0 && !volume.multiAttachEnabled) throw inUse(volume);
    if (attachments.length >= LIMITS.attachmentsMax) {
      const message = `Volume ${volume.volumeId} has ${LIMITS.attachmentsMax} attachments, as many as it may.`;
      throw new EnvolError("ATTACHMENT_LIMIT_EXCEEDED", message);
    }
    const instanceId = request.instanceId ?? this.#instanceId;
    const taken = this.#devicesOf(instanceId);
    const device = request.device ?? freeDevice(taken);
    if (taken.has(device)) {
      const message = `device: ${device} of instance ${instanceId} is in use.`;
      throw new EnvolError("INVALID_ARGUMENT", message, { field: "device" });
    }
    return {
      attachmentId: newAttachmentId(),
      volumeId: volume.volumeId,
      instanceId,
      device,
      state: "attached",
      readOnly: request.readOnly ?? false,
      attachTimeMs: this.#context.clock.now(),
    };
  }

  #devicesOf(instanceId: string): Set<string> {
    const attachments = this.#catalog.all().flatMap((volume) => volume.attachments);
    return new Set(
      attachments.filter((attachment) => attachment.instanceId === instanceId).map(({ device }) => device),
    );
  }

  #log(volume: StoredVolume): VolumeLog {
    let log = this.#logs.get(volume.volumeId);
    if (log === undefined) {
      log = openVolumeLog(this.#context.recordLog, volume);
      this.#logs.set(volume.volumeId, log);
    }
    return log;
  }

  /** Frees a volume's sectors and forgets it. Done again after a crash, it ends the same. */
  async #remove(volume: StoredVolume): Promise<void> {
    await this.#log(volume).discard({ firstSector: 0, sectorCount: sizeBytes(volume) / volume.sectorSizeBytes });
    await this.#catalog.delete(volume.volumeId);
    this.#logs.delete(volume.volumeId);
    this.#publishState({ ...volume, state: "deleted" });
  }

  #describe(volume: StoredVolume): Volume {
    const { layerId, wrappedDataKey, clientToken, clientRequest, attachments, ...facts } = volume;
    return {
      ...facts,
      encrypted: volume.kmsKeyArn !== undefined,
      ...(wrappedDataKey !== undefined && { wrappedDataKey: Buffer.from(wrappedDataKey, "base64") }),
      attachments: attachments.map(publicAttachment),
      allocatedBytes: this.#context.recordLog.map(layerId).mappedSectors * volume.sectorSizeBytes,
      ioRevoked: this.#attachments.ioRevoked(volume.volumeId),
    };
  }

  #publishState(volume: StoredVolume): void {
    const { volumeId, kmsKeyArn, state } = volume;
    this.#context.events.publish({
      type: "VolumeStateChanged",
      volumeId,
      state,
      ...(kmsKeyArn && { keyArn: kmsKeyArn }),
    });
  }

  #publishAttachment({ volumeId, attachmentId, state, instanceId, device }: StoredAttachment): void {
    const detail = { instanceId, device };
    this.#context.events.publish({ type: "AttachmentStateChanged", volumeId, attachmentId, state, detail });
  }
}

function sizeBytes(volume: StoredVolume): number {
  return volume.sizeGib * LIMITS.gibBytes;
}

function publicAttachment({ grantId, grantToken, ...attachment }: StoredAttachment): Attachment {
  return attachment;
}

/** EC2 recommends /dev/sd[f-p] for data volumes ("Device names on Linux instances"). */
function freeDevice(taken: ReadonlySet<string>): string {
  for (const letter of "fghijklmnop") if (!taken.has(`/dev/sd${letter}`)) return `/dev/sd${letter}`;
  for (let i = 0; ; i++) {
    const name = `/dev/xvd${String.fromCharCode(98 + Math.floor(i / 26), 97 + (i % 26))}`;
    if (!taken.has(name)) return name;
  }
}

function pickAttachment(volume: StoredVolume, attachmentId: string | undefined): StoredAttachment {
  const { attachments, volumeId } = volume;
  if (attachments.length === 0) throw notAttached(volume);
  if (attachmentId === undefined && attachments.length > 1) {
    const message = `attachmentId: volume ${volumeId} has ${attachments.length} attachments; name one.`;
    throw new EnvolError("MISSING_ARGUMENT", message, { field: "attachmentId" });
  }
  const attachment =
    attachmentId === undefined ? attachments[0] : attachments.find((one) => one.attachmentId === attachmentId);
  if (attachment === undefined) throw attachmentNotFound(volumeId, attachmentId as string);
  return attachment;
}

function attachmentNotFound(volumeId: string, attachmentId: string): EnvolError {
  const message = `Volume ${volumeId} has no attachment ${attachmentId}.`;
  return new EnvolError("ATTACHMENT_NOT_FOUND", message, { field: "attachmentId" });
}

/** EC2: IncorrectState, with the state that the volume is in. */
function notAttached({ volumeId, state }: StoredVolume): EnvolError {
  return new EnvolError(
    "VOLUME_NOT_ATTACHED",
    `The volume '${volumeId}' is in the '${state}' state; it is not attached.`,
  );
}

function inUse({ volumeId, attachments }: StoredVolume): EnvolError {
  return new EnvolError("VOLUME_IN_USE", `Volume ${volumeId} is currently attached to ${attachments[0]?.instanceId}.`);
}
