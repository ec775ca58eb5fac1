/** An attached volume, in the hand of the program that reads and writes it. */

import type { Readable, Writable } from "node:stream";
import type { ErrorCode } from "../errors.ts";
import type { Attachment__Output as Attachment } from "../gen/envol/v1/Attachment.ts";
import type { Extent__Output as Extent } from "../gen/envol/v1/Extent.ts";
import type { Volume__Output as VolumeDescription } from "../gen/envol/v1/Volume.ts";
import { LIMITS } from "../limits.ts";
import type { BlockClient } from "./block-client.ts";
import type { CallOptions } from "./channel.ts";
import { ignoring } from "./ignoring.ts";
import type { IoOptions, IoSession, IoWriteOptions, IoWriteZeroesOptions } from "./io-session.ts";
import type { Key } from "./key.ts";
import type { VolumeClient } from "./volume-client.ts";
import { openVolumeFile, type VolumeFile } from "./volume-file.ts";
import {
  createReadStream,
  createWriteStream,
  type VolumeReadStreamOptions,
  type VolumeWriteStreamOptions,
} from "./volume-streams.ts";

export interface AttachOptions {
  /** Refuses writes. Default: no. */
  readonly readOnly?: boolean;
}

export interface VolumeOptions extends AttachOptions {
  /** 1 to 65536; 1 when absent. Space on the disk is taken as it is written. */
  readonly sizeGib?: number;
  /** A key handle, key id, ARN or alias; alias/aws/ebs when absent. */
  readonly key?: Key | string;
  /** AES_256_XTS when absent. NONE stores the data as it is. */
  readonly cipher?: "AES_256_XTS" | "AES_256_GCM" | "NONE";
  /** The unit of encryption; 4096 when absent. */
  readonly sectorSizeBytes?: 512 | 4096;
  /** Allows further attachments beside this one. Default: no. */
  readonly multiAttach?: boolean;
}

/**
 * Requests run side by side, and those of one turn share a message; await one before asking for what depends on it. All
 * reject with an EnvolError, KEY_REVOKED for example while the key is disabled, or with the reason of the signal that
 * ended them. After the daemon was restarted, the handle goes on: the attachment is still there.
 */
export interface Volume extends AsyncDisposable {
  readonly volumeId: string;
  readonly attachmentId: string;
  /** When it was attached. */
  readonly sizeBytes: number;
  readonly sectorSizeBytes: number;
  readonly cipher: "AES_256_XTS" | "AES_256_GCM" | "NONE";
  /** Where NBD clients find the volume; empty when the daemon serves no NBD. */
  readonly nbdUri: string;
  /** Reads a range of any length; one that is long goes as several requests. */
  read(offsetBytes: number, lengthBytes: number, options?: IoOptions): Promise<Buffer>;
  /**
   * Writes any amount; more than 4,128,768 bytes go as several requests, of which some may be carried out when another
   * fails. `data` may be reused once the promise has settled.
   */
  write(offsetBytes: number, data: Uint8Array, options?: IoWriteOptions): Promise<void>;
  /** Resolves when every write that was answered before is on the disk. */
  flush(options?: IoOptions): Promise<void>;
  /** Frees a range; it reads as zeroes. */
  discard(offsetBytes: number, lengthBytes: number, options?: IoOptions): Promise<void>;
  /** Makes a range read as zeroes. */
  writeZeroes(offsetBytes: number, lengthBytes: number, options?: IoWriteZeroesOptions): Promise<void>;
  /** Which parts of a range are written, in order and without gaps; of the whole volume when no range is given. */
  allocation(offsetBytes?: number, lengthBytes?: number, options?: CallOptions): Promise<Extent[]>;
  readStream(options?: VolumeReadStreamOptions): Readable;
  writeStream(options?: VolumeWriteStreamOptions): Writable;
  /** The volume as a file, for code that takes an fs.promises.FileHandle. */
  open(options?: CallOptions): Promise<VolumeFile>;
  describe(options?: CallOptions): Promise<VolumeDescription>;
  /** Ends the attachment: flushes, and erases the data key with the last one. The data stays. */
  detach(options?: CallOptions): Promise<void>;
  /** Detaches the volume, if it is attached, and deletes it. */
  delete(options?: CallOptions): Promise<void>;
}

/** What a volume handle needs of a client. */
export interface VolumeCalls {
  readonly volumes: VolumeClient;
  readonly blocks: BlockClient;
  io(volumeId: string, attachmentId: string): IoSession;
}

export async function createVolume(
  calls: VolumeCalls,
  {
    sizeGib = 1,
    key = "",
    cipher = "AES_256_XTS",
    sectorSizeBytes,
    multiAttach = false,
    ...attach
  }: VolumeOptions = {},
  options?: CallOptions,
): Promise<Volume> {
  const encrypted = cipher !== "NONE";
  const { volume } = await calls.volumes.createVolume(
    {
      sizeGib,
      encrypted,
      kmsKeyId: typeof key === "string" ? key : key.arn,
      ...(encrypted && { cipher }),
      ...(sectorSizeBytes !== undefined && { sectorSizeBytes }),
      multiAttachEnabled: multiAttach,
    },
    options,
  );
  const { volumeId } = volume as VolumeDescription;
  try {
    return await attachVolume(calls, volumeId, attach, options);
  } catch (thrown) {
    // What cannot be attached is of no use, except to a caller who waits no longer, and is not to wait for this either.
    if (options?.signal?.aborted !== true) await calls.volumes.deleteVolume({ volumeId }).catch(() => {});
    throw thrown;
  }
}

export async function attachVolume(
  calls: VolumeCalls,
  volumeId: string,
  { readOnly = false }: AttachOptions = {},
  options?: CallOptions,
): Promise<Volume> {
  const { attachment } = await calls.volumes.attachVolume({ volumeId, readOnly }, options);
  return volumeHandle(calls, await describe(calls, volumeId, options), attachment as Attachment);
}

async function describe(calls: VolumeCalls, volumeId: string, options?: CallOptions): Promise<VolumeDescription> {
  const { volumes } = await calls.volumes.describeVolumes({ volumeIds: [volumeId] }, options);
  return volumes[0] as VolumeDescription;
}

function volumeHandle(calls: VolumeCalls, description: VolumeDescription, attachment: Attachment): Volume {
  const { volumeId, sizeGib, sectorSizeBytes, encrypted, cipher } = description;
  const { attachmentId, nbdUri } = attachment;
  const sessions = sessionsOf(calls, attachment);
  const end = attachmentEnd(calls, attachment, sessions);
  const volume: Volume = {
    volumeId,
    attachmentId,
    sizeBytes: sizeGib * LIMITS.gibBytes,
    sectorSizeBytes,
    cipher: encrypted ? (cipher as "AES_256_XTS" | "AES_256_GCM") : "NONE",
    nbdUri,
    read: async (offsetBytes, lengthBytes, options) => readAll(sessions.current(), offsetBytes, lengthBytes, options),
    write: async (offsetBytes, data, options) => writeAll(sessions.current(), offsetBytes, data, options),
    flush: async (options) => sessions.current().flush(options),
    discard: async (offsetBytes, lengthBytes, options) => sessions.current().discard(offsetBytes, lengthBytes, options),
    writeZeroes: async (offsetBytes, lengthBytes, options) =>
      sessions.current().writeZeroes(offsetBytes, lengthBytes, options),
    allocation: (offsetBytes = 0, lengthBytes, options) =>
      allocation(calls.blocks, attachment, offsetBytes, lengthBytes, options),
    readStream: (options) => createReadStream(volume, options),
    writeStream: (options) => createWriteStream(volume, options),
    open: (options) => openVolumeFile(volume, options),
    describe: (options) => describe(calls, volumeId, options),
    ...end,
  };
  return volume;
}

/** The session in use: a new one when the last has ended, because the daemon was restarted for example. */
function sessionsOf(calls: VolumeCalls, { volumeId, attachmentId }: Attachment) {
  let session: IoSession | undefined;
  return {
    current(): IoSession {
      if (session === undefined || session.ended) session = calls.io(volumeId, attachmentId);
      return session;
    },
    async close(): Promise<void> {
      await session?.close();
    },
  };
}

/** What says that an attachment is there no more. */
const GONE: readonly ErrorCode[] = ["VOLUME_NOT_ATTACHED", "ATTACHMENT_NOT_FOUND", "VOLUME_NOT_FOUND"];

function attachmentEnd(
  { volumes }: VolumeCalls,
  { volumeId, attachmentId }: Attachment,
  sessions: { close(): Promise<void> },
): Pick<Volume, "detach" | "delete" | typeof Symbol.asyncDispose> {
  const detach = async (options?: CallOptions) => {
    // The daemon ends the requests under way; the session, which waits for their answers, then ends at once.
    await volumes.detachVolume({ volumeId, attachmentId }, options);
    await sessions.close();
  };
  const detachIfAttached = async (gone: readonly ErrorCode[], options?: CallOptions) => {
    await ignoring(gone, detach(options));
    await sessions.close();
  };
  return {
    detach,
    async delete(options) {
      await detachIfAttached(GONE, options);
      await volumes.deleteVolume({ volumeId }, options);
    },
    // A daemon that has ended serves no attachment.
    [Symbol.asyncDispose]: () => detachIfAttached([...GONE, "UNAVAILABLE"]),
  };
}

async function allocation(
  blocks: BlockClient,
  { volumeId, attachmentId }: Attachment,
  offsetBytes: number,
  lengthBytes: number | undefined,
  options?: CallOptions,
): Promise<Extent[]> {
  const extents: Extent[] = [];
  // An answer holds a bounded number of extents. The end of the volume is where a call without a length ends.
  for (let from = offsetBytes, rest = lengthBytes ?? 0; ; ) {
    const answer = await blocks.getAllocation(
      { volumeId, attachmentId, offsetBytes: from, lengthBytes: rest },
      options,
    );
    extents.push(...answer.extents);
    const last = answer.extents.at(-1);
    if (last === undefined || answer.extents.length < LIMITS.extentsPerAnswerMax) return extents;
    const next = last.offsetBytes + last.lengthBytes;
    if (lengthBytes !== undefined && next >= offsetBytes + lengthBytes) return extents;
    rest -= lengthBytes === undefined ? 0 : next - from;
    from = next;
  }
}

interface Piece {
  readonly offsetBytes: number;
  readonly lengthBytes: number;
}

/** A range as requests: one if it fits, or else such that each but the last ends at a multiple of the largest size. */
function piecesOf(offsetBytes: number, lengthBytes: number): Piece[] {
  const max = LIMITS.unaryBytesMax;
  // What is no range at all goes to the session as it is, which says what is wrong with it.
  if (!(lengthBytes > max) || !Number.isSafeInteger(offsetBytes + lengthBytes)) return [{ offsetBytes, lengthBytes }];
  const pieces: Piece[] = [];
  const endBytes = offsetBytes + lengthBytes;
  for (let start = offsetBytes; start < endBytes; ) {
    const end = Math.min(endBytes, (Math.floor(start / max) + 1) * max);
    pieces.push({ offsetBytes: start, lengthBytes: end - start });
    start = end;
  }
  return pieces;
}

async function readAll(
  session: IoSession,
  offsetBytes: number,
  lengthBytes: number,
  options?: IoOptions,
): Promise<Buffer> {
  if (!(lengthBytes > LIMITS.unaryBytesMax)) return session.read(offsetBytes, lengthBytes, options);
  const pieces = piecesOf(offsetBytes, lengthBytes);
  const data = await Promise.all(pieces.map((piece) => session.read(piece.offsetBytes, piece.lengthBytes, options)));
  return data.length === 1 ? (data[0] as Buffer) : Buffer.concat(data, lengthBytes);
}

async function writeAll(
  session: IoSession,
  offsetBytes: number,
  data: Uint8Array,
  options?: IoWriteOptions,
): Promise<void> {
  const writes = piecesOf(offsetBytes, data.length).map((piece) => {
    const from = piece.offsetBytes - offsetBytes;
    return session.write(piece.offsetBytes, data.subarray(from, from + piece.lengthBytes), options);
  });
  // All of them, also when one fails: who is told of the failure may reuse the buffer.
  for (const result of await Promise.allSettled(writes)) if (result.status === "rejected") throw result.reason;
}
