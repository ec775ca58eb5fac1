import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AttachVolumeRequest as _envol_v1_AttachVolumeRequest, AttachVolumeRequest__Output as _envol_v1_AttachVolumeRequest__Output } from './envol/v1/AttachVolumeRequest.ts';
import type { AttachVolumeResponse as _envol_v1_AttachVolumeResponse, AttachVolumeResponse__Output as _envol_v1_AttachVolumeResponse__Output } from './envol/v1/AttachVolumeResponse.ts';
import type { Attachment as _envol_v1_Attachment, Attachment__Output as _envol_v1_Attachment__Output } from './envol/v1/Attachment.ts';
import type { CreateVolumeRequest as _envol_v1_CreateVolumeRequest, CreateVolumeRequest__Output as _envol_v1_CreateVolumeRequest__Output } from './envol/v1/CreateVolumeRequest.ts';
import type { CreateVolumeResponse as _envol_v1_CreateVolumeResponse, CreateVolumeResponse__Output as _envol_v1_CreateVolumeResponse__Output } from './envol/v1/CreateVolumeResponse.ts';
import type { DeleteVolumeRequest as _envol_v1_DeleteVolumeRequest, DeleteVolumeRequest__Output as _envol_v1_DeleteVolumeRequest__Output } from './envol/v1/DeleteVolumeRequest.ts';
import type { DeleteVolumeResponse as _envol_v1_DeleteVolumeResponse, DeleteVolumeResponse__Output as _envol_v1_DeleteVolumeResponse__Output } from './envol/v1/DeleteVolumeResponse.ts';
import type { DescribeVolumesRequest as _envol_v1_DescribeVolumesRequest, DescribeVolumesRequest__Output as _envol_v1_DescribeVolumesRequest__Output } from './envol/v1/DescribeVolumesRequest.ts';
import type { DescribeVolumesResponse as _envol_v1_DescribeVolumesResponse, DescribeVolumesResponse__Output as _envol_v1_DescribeVolumesResponse__Output } from './envol/v1/DescribeVolumesResponse.ts';
import type { DetachVolumeRequest as _envol_v1_DetachVolumeRequest, DetachVolumeRequest__Output as _envol_v1_DetachVolumeRequest__Output } from './envol/v1/DetachVolumeRequest.ts';
import type { DetachVolumeResponse as _envol_v1_DetachVolumeResponse, DetachVolumeResponse__Output as _envol_v1_DetachVolumeResponse__Output } from './envol/v1/DetachVolumeResponse.ts';
import type { Filter as _envol_v1_Filter, Filter__Output as _envol_v1_Filter__Output } from './envol/v1/Filter.ts';
import type { ModifyVolumeRequest as _envol_v1_ModifyVolumeRequest, ModifyVolumeRequest__Output as _envol_v1_ModifyVolumeRequest__Output } from './envol/v1/ModifyVolumeRequest.ts';
import type { ModifyVolumeResponse as _envol_v1_ModifyVolumeResponse, ModifyVolumeResponse__Output as _envol_v1_ModifyVolumeResponse__Output } from './envol/v1/ModifyVolumeResponse.ts';
import type { Tag as _envol_v1_Tag, Tag__Output as _envol_v1_Tag__Output } from './envol/v1/Tag.ts';
import type { Volume as _envol_v1_Volume, Volume__Output as _envol_v1_Volume__Output } from './envol/v1/Volume.ts';
import type { VolumeServiceClient as _envol_v1_VolumeServiceClient, VolumeServiceDefinition as _envol_v1_VolumeServiceDefinition } from './envol/v1/VolumeService.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  envol: {
    v1: {
      AttachVolumeRequest: MessageTypeDefinition<_envol_v1_AttachVolumeRequest, _envol_v1_AttachVolumeRequest__Output>
      AttachVolumeResponse: MessageTypeDefinition<_envol_v1_AttachVolumeResponse, _envol_v1_AttachVolumeResponse__Output>
      Attachment: MessageTypeDefinition<_envol_v1_Attachment, _envol_v1_Attachment__Output>
      Cipher: EnumTypeDefinition
      CreateVolumeRequest: MessageTypeDefinition<_envol_v1_CreateVolumeRequest, _envol_v1_CreateVolumeRequest__Output>
      CreateVolumeResponse: MessageTypeDefinition<_envol_v1_CreateVolumeResponse, _envol_v1_CreateVolumeResponse__Output>
      DeleteVolumeRequest: MessageTypeDefinition<_envol_v1_DeleteVolumeRequest, _envol_v1_DeleteVolumeRequest__Output>
      DeleteVolumeResponse: MessageTypeDefinition<_envol_v1_DeleteVolumeResponse, _envol_v1_DeleteVolumeResponse__Output>
      DescribeVolumesRequest: MessageTypeDefinition<_envol_v1_DescribeVolumesRequest, _envol_v1_DescribeVolumesRequest__Output>
      DescribeVolumesResponse: MessageTypeDefinition<_envol_v1_DescribeVolumesResponse, _envol_v1_DescribeVolumesResponse__Output>
      DetachVolumeRequest: MessageTypeDefinition<_envol_v1_DetachVolumeRequest, _envol_v1_DetachVolumeRequest__Output>
      DetachVolumeResponse: MessageTypeDefinition<_envol_v1_DetachVolumeResponse, _envol_v1_DetachVolumeResponse__Output>
      Filter: MessageTypeDefinition<_envol_v1_Filter, _envol_v1_Filter__Output>
      ModifyVolumeRequest: MessageTypeDefinition<_envol_v1_ModifyVolumeRequest, _envol_v1_ModifyVolumeRequest__Output>
      ModifyVolumeResponse: MessageTypeDefinition<_envol_v1_ModifyVolumeResponse, _envol_v1_ModifyVolumeResponse__Output>
      Tag: MessageTypeDefinition<_envol_v1_Tag, _envol_v1_Tag__Output>
      Volume: MessageTypeDefinition<_envol_v1_Volume, _envol_v1_Volume__Output>
      /**
       * The life of a volume: create, describe, grow, attach, detach, delete. Names and states follow the EC2 API.
       * 
       * How a refusal looks, in every service: the call ends with the gRPC code of its table. The trailer
       * `grpc-status-details-bin` holds a google.rpc.Status with a google.rpc.ErrorInfo (reason: the reason of the table;
       * domain: "envol"; metadata: awsCode and, where one field is at fault, field) and then also a google.rpc.BadRequest. The
       * plain trailers `envol-reason` and `envol-field` say the same. A refused call has changed nothing.
       * 
       * Beside what its table says, any call may end with UNAVAILABLE (UNAVAILABLE: the daemon is stopping), INTERNAL (INTERNAL
       * or STORE_FAILED: see the daemon's log) or INVALID_ARGUMENT (INVALID_ARGUMENT: a number is not a whole number below 2^53).
       * A call whose signature is refused, or that lacks one where signatures are required, ends with UNAUTHENTICATED for the
       * reasons listed at PrincipalService's GetCallerIdentity. Principals of other accounts may call that and KeyService; other
       * calls of theirs end with PERMISSION_DENIED (ACCESS_DENIED).
       */
      VolumeService: SubtypeConstructor<typeof grpc.Client, _envol_v1_VolumeServiceClient> & { service: _envol_v1_VolumeServiceDefinition }
    }
  }
}

