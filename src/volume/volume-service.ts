/**
 * What the front doors ask of the volumes. Who calls matters where the KMS is called on that principal's behalf: to make a
 * data key, and to grant an attachment its use. All else needs nothing of the KMS, or goes by an attachment's grant.
 */

import type { KmsCaller } from "../kms/kms-client.ts";
import type { BlockDevice } from "./block-device.ts";
import type {
  Attachment,
  AttachVolumeRequest,
  CreateVolumeRequest,
  DescribeVolumesRequest,
  DetachVolumeRequest,
  StoredSector,
  Volume,
} from "./volume.ts";

export interface VolumeService {
  /** @throws ACCESS_DENIED, when the caller may not use the key; and as CreateVolume in volume_service.proto says */
  createVolume(caller: KmsCaller, request: CreateVolumeRequest): Promise<Volume>;
  describeVolumes(request: DescribeVolumesRequest): { volumes: Volume[]; nextToken?: string };
  modifyVolume(request: { volumeId: string; sizeGib?: number }): Promise<{ volume: Volume; originalSizeGib: number }>;
  deleteVolume(request: { volumeId: string }): Promise<void>;
  /** @throws ACCESS_DENIED, when the caller may not grant use of the key; and as AttachVolume in volume_service.proto says */
  attachVolume(caller: KmsCaller, request: AttachVolumeRequest): Promise<Attachment>;
  detachVolume(request: DetachVolumeRequest): Promise<Attachment>;
  /**
   * The block device of an attachment; of the volume's oldest one when no attachment is named. Cheap enough to call for
   * every request.
   * @throws VOLUME_ID_MALFORMED, VOLUME_NOT_FOUND, VOLUME_NOT_ATTACHED, ATTACHMENT_NOT_FOUND
   */
  device(volumeId: string, attachmentId?: string): BlockDevice;
  /** The block device of an attachment, known by its unguessable id alone. @throws ATTACHMENT_NOT_FOUND */
  deviceOfAttachment(attachmentId: string): BlockDevice;
  /** @throws VOLUME_ID_MALFORMED, VOLUME_NOT_FOUND, OUT_OF_RANGE, INVALID_ARGUMENT */
  peekSector(request: { volumeId: string; sector: number }): StoredSector;
}
