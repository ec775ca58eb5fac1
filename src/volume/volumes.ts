/** The volumes: their life from create to delete, and how each gets its data key and loses it. */

import { createHash } from "node:crypto";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { CipherPool } from "../crypto/cipher-pool.ts";
import type { KeySlots } from "../crypto/key-slots.ts";
import { EnvolError, toEnvolError } from "../errors.ts";
import type { EventBus } from "../events.ts";
import type { KmsClient } from "../kms/kms-client.ts";
import { LIMITS } from "../limits.ts";
import type { RevocationMode } from "../options.ts";
import { type AttachedDevice, type AttachedVolume, createAttachedVolume } from "./attached-volume.ts";
import { type Catalog, openCatalog, type StoredAttachment, type StoredVolume } from "./catalog.ts";
import { describePage, volumeNotFound } from "./describe.ts";
import { createEngine } from "./engine.ts";
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
import { createVolumeKey, type VolumeKeyOwner } from "./volume-key.ts";
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
  /** Refuses new requests on every attachment, ends those under way, and erases every key. Attachments are kept. */
  close(): Promise<void>;
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
  readonly #logs = new Map<string, VolumeLog>();
  readonly #attached = new Map<string, AttachedVolume>();
  readonly #devices = new Map<string, AttachedDevice>();
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
    this.#stopListening = context.kms.onKeyUsability(async ({ keyArn, keyState, usable }) => {
      if (context.mode === "aws") return;
      const affected = [...this.#attached.values()].filter((volume) => volume.kmsKeyArn === keyArn);
      if (usable) for (const volume of affected) volume.resume();
      else await Promise.all(affected.map((volume) => volume.revoke(unusableBecause(keyArn, keyState))));
    });
  }

  async restore(): Promise<void> {
    for (const volume of this.#catalog.all()) {
      if (volume.state === "deleting") await this.#remove(volume);
      else for (const attachment of volume.attachments) this.#open(volume, attachment);
    }
    if (this.#context.mode === "strict")
      await Promise.all([...this.#attached.values()].map((volume) => this.#revokeUnusable(volume)));
  }

  async createVolume(request: CreateVolumeRequest): Promise<Volume> {
    const spec = checkCreateVolume(request);
    const token = request.clientToken;
    if (token === undefined) return this.#create(spec, {});
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
    const volume = this.#create(spec, { clientToken: token, clientRequest: fingerprint });
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

  async modifyVolume({ volumeId, sizeGib }: { volumeId: string; sizeGib: number }) {
    checkSizeGib(sizeGib);
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

  async attachVolume(request: AttachVolumeRequest): Promise<Attachment> {
    if (request.instanceId !== undefined) checkInstanceId(request.instanceId);
    if (request.device !== undefined) checkDeviceName(request.device);
    return this.#exclusively(request.volumeId, async (volume) => {
      const attachment = this.#newAttachment(volume, request);
      const attached = this.#attached.get(volume.volumeId) ?? this.#openAttached(volume);
      const granted = await this.#unwrapForAttach(volume, attached, attachment);
      try {
        await this.#catalog.put({ ...volume, state: "in-use", attachments: [...volume.attachments, granted] });
      } catch (error) {
        await this.#withdraw(volume, attached, granted);
        throw error;
      }
      this.#addDevice(volume.volumeId, attached, granted);
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
      await this.#devices.get(attachment.attachmentId)?.close();
      const attachments = volume.attachments.filter((other) => other !== attachment);
      const state = attachments.length === 0 ? "available" : "in-use";
      await this.#catalog.put({ ...volume, state, attachments });
      this.#devices.delete(attachment.attachmentId);
      const attached = this.#attached.get(volume.volumeId);
      if (attached !== undefined) await this.#release(volume, attached, attachment, attachments.length === 0);
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
    const device = this.#devices.get(named);
    if (device === undefined || !volume.attachments.some((attachment) => attachment.attachmentId === named)) {
      throw attachmentNotFound(volumeId, named);
    }
    return device;
  }

  peekSector({ volumeId, sector }: { volumeId: string; sector: number }) {
    const volume = this.#find(volumeId);
    return peekSector(this.#log(volume), sector, sizeBytes(volume) / volume.sectorSizeBytes);
  }

  async close(): Promise<void> {
    this.#stopListening();
    await Promise.all([...this.#devices.values()].map((device) => device.close()));
    for (const attached of this.#attached.values()) attached.key?.erase();
  }

  async #create(spec: VolumeSpec, token: { clientToken?: string; clientRequest?: string }): Promise<Volume> {
    if (this.#catalog.size >= LIMITS.volumesMax) {
      throw new EnvolError("VOLUME_LIMIT_EXCEEDED", `There are ${LIMITS.volumesMax} volumes, as many as there may be.`);
    }
    const volumeId = newVolumeId();
    const { encrypted, kmsKeyId, ...facts } = spec;
    const wrapped = encrypted ? await this.#envelope.createDataKey(volumeId, kmsKeyId) : {};
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

  /** As at EC2: a grant for this attachment, then Decrypt under it. What fails leaves nothing behind. */
  async #unwrapForAttach(
    volume: StoredVolume,
    attached: AttachedVolume,
    attachment: StoredAttachment,
  ): Promise<StoredAttachment> {
    if (attached.key === undefined) return attachment;
    let granted = attachment;
    try {
      granted = { ...attachment, ...(await this.#envelope.grantAccess(volume, attachment.instanceId)) };
      this.#grants.set(volume.volumeId, granted);
      await attached.key.load();
      return granted;
    } catch (thrown) {
      await this.#withdraw(volume, attached, granted);
      throw attachRefusal(volume, toEnvolError(thrown));
    }
  }

  /** The attachment under whose grant a volume's data key is unwrapped. */
  readonly #grants = new Map<string, StoredAttachment>();

  async #withdraw(volume: StoredVolume, attached: AttachedVolume, attachment: StoredAttachment): Promise<void> {
    await this.#release(volume, attached, attachment, volume.attachments.length === 0);
  }

  /** Ends an attachment's hold on the key; with the last one the key goes. */
  async #release(
    volume: StoredVolume,
    attached: AttachedVolume,
    attachment: StoredAttachment,
    last: boolean,
  ): Promise<void> {
    if (last) {
      attached.key?.erase();
      this.#attached.delete(volume.volumeId);
      this.#grants.delete(volume.volumeId);
    } else if (this.#grants.get(volume.volumeId) === attachment) {
      this.#grants.set(volume.volumeId, volume.attachments.find((other) => other !== attachment) as StoredAttachment);
    }
    await this.#envelope.retireAccess(volume, attachment).catch((error) => {
      this.#context.log.warn({ err: error, volumeId: volume.volumeId }, "a grant could not be retired");
    });
  }

  #open(volume: StoredVolume, attachment: StoredAttachment): void {
    const attached = this.#attached.get(volume.volumeId) ?? this.#openAttached(volume);
    if (!this.#grants.has(volume.volumeId)) this.#grants.set(volume.volumeId, attachment);
    this.#addDevice(volume.volumeId, attached, attachment);
  }

  #addDevice(volumeId: string, attached: AttachedVolume, attachment: StoredAttachment): void {
    const size = () => sizeBytes(this.#catalog.get(volumeId) as StoredVolume);
    this.#devices.set(attachment.attachmentId, attached.device(attachment, size));
  }

  #openAttached(volume: StoredVolume): AttachedVolume {
    const { recordLog, pool, keySlots, events } = this.#context;
    const engine = createEngine(recordLog, this.#log(volume), recordLog.map(volume.layerId), pool);
    const owner = keyOwner(volume);
    const unwrap = () => this.#envelope.unwrapDataKey(volume, this.#grants.get(volume.volumeId));
    const keyed = owner && { owner, key: createVolumeKey(owner, keySlots, events, unwrap) };
    const attached = createAttachedVolume(volume.volumeId, engine, keyed, events);
    this.#attached.set(volume.volumeId, attached);
    return attached;
  }

  #log(volume: StoredVolume): VolumeLog {
    let log = this.#logs.get(volume.volumeId);
    if (log === undefined) {
      log = openVolumeLog(this.#context.recordLog, volume);
      this.#logs.set(volume.volumeId, log);
    }
    return log;
  }

  /** At a start: a volume whose key is unusable says so from the beginning. */
  async #revokeUnusable(attached: AttachedVolume): Promise<void> {
    if (attached.kmsKeyArn === undefined) return;
    const keyState = await this.#envelope.describeKey(attached.kmsKeyArn).then(
      (key) => key.keyState,
      // A KMS that does not answer has not said that the key is unusable: the first request will ask again.
      (error) => (toEnvolError(error).code === "KEY_NOT_FOUND" ? "Deleted" : "Enabled"),
    );
    if (keyState !== "Enabled") await attached.revoke(unusableBecause(attached.kmsKeyArn, keyState));
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
      ioRevoked: this.#attached.get(volume.volumeId)?.ioRevoked ?? false,
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

function keyOwner(volume: StoredVolume): VolumeKeyOwner | undefined {
  const { volumeId, kmsKeyArn, cipher, sectorSizeBytes } = volume;
  if (kmsKeyArn === undefined || cipher === "NONE") return undefined;
  return { volumeId, kmsKeyArn, algorithm: cipher, sectorSizeBytes };
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

/** The KMS's own words for a key in this state: "… is disabled.", "… is pending deletion." */
function unusableBecause(keyArn: string, keyState: string): string {
  return `${keyArn} is ${keyState.replace(/\B[A-Z]/g, " $&").toLowerCase()}.`;
}

/** AttachVolume refuses a volume whose key is unusable in EC2's own words. */
function attachRefusal(volume: StoredVolume, error: EnvolError): EnvolError {
  const codes = [
    "KEY_REVOKED",
    "KEY_DISABLED",
    "KEY_STATE_INVALID",
    "KEY_NOT_FOUND",
    "ACCESS_DENIED",
    "KEY_UNAVAILABLE",
  ];
  if (!codes.includes(error.code)) return error;
  const message = `Volume ${volume.volumeId} cannot be attached. The encrypted volume was unable to access the KMS key.`;
  return new EnvolError("KEY_REVOKED", message, { cause: error });
}
