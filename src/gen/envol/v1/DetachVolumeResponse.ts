// Original file: proto/envol/v1/volume_service.proto

import type { Attachment as _envol_v1_Attachment, Attachment__Output as _envol_v1_Attachment__Output } from '../../envol/v1/Attachment.ts';

export interface DetachVolumeResponse {
  /**
   * In state detached.
   */
  'attachment'?: (_envol_v1_Attachment | null);
}

export interface DetachVolumeResponse__Output {
  /**
   * In state detached.
   */
  'attachment': (_envol_v1_Attachment__Output | null);
}
