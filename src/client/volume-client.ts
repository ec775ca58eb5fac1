/** VolumeService, as a client calls it. */

import type { AttachVolumeRequest } from "../gen/envol/v1/AttachVolumeRequest.ts";
import type { AttachVolumeResponse__Output as AttachVolumeResponse } from "../gen/envol/v1/AttachVolumeResponse.ts";
import type { CreateVolumeRequest } from "../gen/envol/v1/CreateVolumeRequest.ts";
import type { CreateVolumeResponse__Output as CreateVolumeResponse } from "../gen/envol/v1/CreateVolumeResponse.ts";
import type { DeleteVolumeRequest } from "../gen/envol/v1/DeleteVolumeRequest.ts";
import type { DeleteVolumeResponse__Output as DeleteVolumeResponse } from "../gen/envol/v1/DeleteVolumeResponse.ts";
import type { DescribeVolumesRequest } from "../gen/envol/v1/DescribeVolumesRequest.ts";
import type { DescribeVolumesResponse__Output as DescribeVolumesResponse } from "../gen/envol/v1/DescribeVolumesResponse.ts";
import type { DetachVolumeRequest } from "../gen/envol/v1/DetachVolumeRequest.ts";
import type { DetachVolumeResponse__Output as DetachVolumeResponse } from "../gen/envol/v1/DetachVolumeResponse.ts";
import type { ModifyVolumeRequest } from "../gen/envol/v1/ModifyVolumeRequest.ts";
import type { ModifyVolumeResponse__Output as ModifyVolumeResponse } from "../gen/envol/v1/ModifyVolumeResponse.ts";
import { VOLUME_SERVICE } from "../serve/grpc/load-protos.ts";
import type { Channel, UnaryCall } from "./channel.ts";

/** What each call does and refuses is said in proto/envol/v1/volume_service.proto. */
export interface VolumeClient {
  readonly createVolume: UnaryCall<CreateVolumeRequest, CreateVolumeResponse>;
  readonly describeVolumes: UnaryCall<DescribeVolumesRequest, DescribeVolumesResponse>;
  readonly modifyVolume: UnaryCall<ModifyVolumeRequest, ModifyVolumeResponse>;
  readonly deleteVolume: UnaryCall<DeleteVolumeRequest, DeleteVolumeResponse>;
  readonly attachVolume: UnaryCall<AttachVolumeRequest, AttachVolumeResponse>;
  readonly detachVolume: UnaryCall<DetachVolumeRequest, DetachVolumeResponse>;
}

export function volumeClient(channel: Channel): VolumeClient {
  return {
    createVolume: channel.unary(VOLUME_SERVICE.CreateVolume),
    describeVolumes: channel.unary(VOLUME_SERVICE.DescribeVolumes),
    modifyVolume: channel.unary(VOLUME_SERVICE.ModifyVolume),
    deleteVolume: channel.unary(VOLUME_SERVICE.DeleteVolume),
    attachVolume: channel.unary(VOLUME_SERVICE.AttachVolume),
    detachVolume: channel.unary(VOLUME_SERVICE.DetachVolume),
  };
}
