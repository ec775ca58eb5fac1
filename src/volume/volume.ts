/** What a volume is, as the catalog keeps it and as it is described. */

/** EC2 API, VolumeState. `deleted` and `error` appear in events only: a deleted volume is no longer described. */
export type VolumeState = "creating" | "available" | "in-use" | "deleting" | "deleted" | "error";
/** EC2 API, VolumeAttachmentState. */
export type AttachmentState = "attaching" | "attached" | "detaching" | "detached";
/** How sectors are encrypted; `NONE` is an unencrypted volume. */
export type Cipher = "AES_256_XTS" | "AES_256_GCM" | "NONE";

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface Attachment {
  /** Unguessable; front doors use it as a name that dies with the attachment. */
  readonly attachmentId: string;
  readonly volumeId: string;
  readonly instanceId: string;
  readonly device: string;
  readonly state: AttachmentState;
  readonly readOnly: boolean;
  readonly attachTimeMs: number;
}

export interface Volume {
  readonly volumeId: string;
  readonly sizeGib: number;
  readonly state: VolumeState;
  readonly createTimeMs: number;
  readonly cipher: Cipher;
  readonly sectorSizeBytes: number;
  readonly encrypted: boolean;
  /** ARN of the KMS key; absent on an unencrypted volume. */
  readonly kmsKeyArn?: string;
  /** The data key, wrapped by the KMS key under the context {"aws:ebs:id": volumeId}. */
  readonly wrappedDataKey?: Uint8Array;
  readonly multiAttachEnabled: boolean;
  readonly attachments: readonly Attachment[];
  readonly tags: readonly Tag[];
  /** Bytes of sectors that have been written and not discarded, as committed. */
  readonly allocatedBytes: number;
  /** Whether reads and writes are refused for the moment because the key is unusable. */
  readonly ioRevoked: boolean;
}

export interface CreateVolumeRequest {
  readonly sizeGib?: number;
  readonly encrypted?: boolean;
  /** Key id, key ARN, alias name or alias ARN. */
  readonly kmsKeyId?: string;
  readonly cipher?: string;
  readonly sectorSizeBytes?: number;
  readonly multiAttachEnabled?: boolean;
  readonly tags?: readonly Tag[];
  readonly clientToken?: string;
}

export interface Filter {
  readonly name: string;
  readonly values: readonly string[];
}

export interface DescribeVolumesRequest {
  readonly volumeIds?: readonly string[];
  readonly filters?: readonly Filter[];
  readonly maxResults?: number;
  readonly nextToken?: string;
}

export interface AttachVolumeRequest {
  readonly volumeId: string;
  /** i- and 17 hexadecimal digits; the daemon's own simulated instance when absent. */
  readonly instanceId?: string;
  /** A device name such as /dev/sdf; the first free one of /dev/sdf to /dev/sdp when absent. */
  readonly device?: string;
  readonly readOnly?: boolean;
}

export interface DetachVolumeRequest {
  readonly volumeId: string;
  /** Which attachment; may be left out when there is one. */
  readonly attachmentId?: string;
}

/** One stored sector as it lies in the store, and where. A sector without a slot was never written, or was discarded. */
export interface StoredSector {
  readonly sector: number;
  readonly sectorSizeBytes: number;
  readonly cipher: Cipher;
  readonly allocated: boolean;
  /** Sequence number of the record that holds it. */
  readonly recordSequence?: number;
  readonly slot?: number;
  /** The bytes on the disk: ciphertext, or the data itself on an unencrypted volume. */
  readonly storedBytes?: Uint8Array;
  /** AES-256-GCM only. */
  readonly nonce?: Uint8Array;
  readonly tag?: Uint8Array;
  /** AES-256-GCM only: the additional data that the tag covers. */
  readonly additionalData?: Uint8Array;
}
