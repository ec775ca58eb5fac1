import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { AttachVolumeRequest as _envol_v1_AttachVolumeRequest, AttachVolumeRequest__Output as _envol_v1_AttachVolumeRequest__Output } from './envol/v1/AttachVolumeRequest.ts';
import type { AttachVolumeResponse as _envol_v1_AttachVolumeResponse, AttachVolumeResponse__Output as _envol_v1_AttachVolumeResponse__Output } from './envol/v1/AttachVolumeResponse.ts';
import type { Attachment as _envol_v1_Attachment, Attachment__Output as _envol_v1_Attachment__Output } from './envol/v1/Attachment.ts';
import type { BlockServiceClient as _envol_v1_BlockServiceClient, BlockServiceDefinition as _envol_v1_BlockServiceDefinition } from './envol/v1/BlockService.ts';
import type { CreateVolumeRequest as _envol_v1_CreateVolumeRequest, CreateVolumeRequest__Output as _envol_v1_CreateVolumeRequest__Output } from './envol/v1/CreateVolumeRequest.ts';
import type { CreateVolumeResponse as _envol_v1_CreateVolumeResponse, CreateVolumeResponse__Output as _envol_v1_CreateVolumeResponse__Output } from './envol/v1/CreateVolumeResponse.ts';
import type { DeleteVolumeRequest as _envol_v1_DeleteVolumeRequest, DeleteVolumeRequest__Output as _envol_v1_DeleteVolumeRequest__Output } from './envol/v1/DeleteVolumeRequest.ts';
import type { DeleteVolumeResponse as _envol_v1_DeleteVolumeResponse, DeleteVolumeResponse__Output as _envol_v1_DeleteVolumeResponse__Output } from './envol/v1/DeleteVolumeResponse.ts';
import type { DescribeVolumesRequest as _envol_v1_DescribeVolumesRequest, DescribeVolumesRequest__Output as _envol_v1_DescribeVolumesRequest__Output } from './envol/v1/DescribeVolumesRequest.ts';
import type { DescribeVolumesResponse as _envol_v1_DescribeVolumesResponse, DescribeVolumesResponse__Output as _envol_v1_DescribeVolumesResponse__Output } from './envol/v1/DescribeVolumesResponse.ts';
import type { DetachVolumeRequest as _envol_v1_DetachVolumeRequest, DetachVolumeRequest__Output as _envol_v1_DetachVolumeRequest__Output } from './envol/v1/DetachVolumeRequest.ts';
import type { DetachVolumeResponse as _envol_v1_DetachVolumeResponse, DetachVolumeResponse__Output as _envol_v1_DetachVolumeResponse__Output } from './envol/v1/DetachVolumeResponse.ts';
import type { DiscardRequest as _envol_v1_DiscardRequest, DiscardRequest__Output as _envol_v1_DiscardRequest__Output } from './envol/v1/DiscardRequest.ts';
import type { DiscardResponse as _envol_v1_DiscardResponse, DiscardResponse__Output as _envol_v1_DiscardResponse__Output } from './envol/v1/DiscardResponse.ts';
import type { Extent as _envol_v1_Extent, Extent__Output as _envol_v1_Extent__Output } from './envol/v1/Extent.ts';
import type { Filter as _envol_v1_Filter, Filter__Output as _envol_v1_Filter__Output } from './envol/v1/Filter.ts';
import type { FlushRequest as _envol_v1_FlushRequest, FlushRequest__Output as _envol_v1_FlushRequest__Output } from './envol/v1/FlushRequest.ts';
import type { FlushResponse as _envol_v1_FlushResponse, FlushResponse__Output as _envol_v1_FlushResponse__Output } from './envol/v1/FlushResponse.ts';
import type { GetAllocationRequest as _envol_v1_GetAllocationRequest, GetAllocationRequest__Output as _envol_v1_GetAllocationRequest__Output } from './envol/v1/GetAllocationRequest.ts';
import type { GetAllocationResponse as _envol_v1_GetAllocationResponse, GetAllocationResponse__Output as _envol_v1_GetAllocationResponse__Output } from './envol/v1/GetAllocationResponse.ts';
import type { IoDiscard as _envol_v1_IoDiscard, IoDiscard__Output as _envol_v1_IoDiscard__Output } from './envol/v1/IoDiscard.ts';
import type { IoError as _envol_v1_IoError, IoError__Output as _envol_v1_IoError__Output } from './envol/v1/IoError.ts';
import type { IoFlush as _envol_v1_IoFlush, IoFlush__Output as _envol_v1_IoFlush__Output } from './envol/v1/IoFlush.ts';
import type { IoRead as _envol_v1_IoRead, IoRead__Output as _envol_v1_IoRead__Output } from './envol/v1/IoRead.ts';
import type { IoRequest as _envol_v1_IoRequest, IoRequest__Output as _envol_v1_IoRequest__Output } from './envol/v1/IoRequest.ts';
import type { IoRequestBatch as _envol_v1_IoRequestBatch, IoRequestBatch__Output as _envol_v1_IoRequestBatch__Output } from './envol/v1/IoRequestBatch.ts';
import type { IoResponse as _envol_v1_IoResponse, IoResponse__Output as _envol_v1_IoResponse__Output } from './envol/v1/IoResponse.ts';
import type { IoResponseBatch as _envol_v1_IoResponseBatch, IoResponseBatch__Output as _envol_v1_IoResponseBatch__Output } from './envol/v1/IoResponseBatch.ts';
import type { IoWrite as _envol_v1_IoWrite, IoWrite__Output as _envol_v1_IoWrite__Output } from './envol/v1/IoWrite.ts';
import type { IoWriteZeroes as _envol_v1_IoWriteZeroes, IoWriteZeroes__Output as _envol_v1_IoWriteZeroes__Output } from './envol/v1/IoWriteZeroes.ts';
import type { ModifyVolumeRequest as _envol_v1_ModifyVolumeRequest, ModifyVolumeRequest__Output as _envol_v1_ModifyVolumeRequest__Output } from './envol/v1/ModifyVolumeRequest.ts';
import type { ModifyVolumeResponse as _envol_v1_ModifyVolumeResponse, ModifyVolumeResponse__Output as _envol_v1_ModifyVolumeResponse__Output } from './envol/v1/ModifyVolumeResponse.ts';
import type { PeekSectorRequest as _envol_v1_PeekSectorRequest, PeekSectorRequest__Output as _envol_v1_PeekSectorRequest__Output } from './envol/v1/PeekSectorRequest.ts';
import type { PeekSectorResponse as _envol_v1_PeekSectorResponse, PeekSectorResponse__Output as _envol_v1_PeekSectorResponse__Output } from './envol/v1/PeekSectorResponse.ts';
import type { ReadRequest as _envol_v1_ReadRequest, ReadRequest__Output as _envol_v1_ReadRequest__Output } from './envol/v1/ReadRequest.ts';
import type { ReadResponse as _envol_v1_ReadResponse, ReadResponse__Output as _envol_v1_ReadResponse__Output } from './envol/v1/ReadResponse.ts';
import type { ReadStreamRequest as _envol_v1_ReadStreamRequest, ReadStreamRequest__Output as _envol_v1_ReadStreamRequest__Output } from './envol/v1/ReadStreamRequest.ts';
import type { ReadStreamResponse as _envol_v1_ReadStreamResponse, ReadStreamResponse__Output as _envol_v1_ReadStreamResponse__Output } from './envol/v1/ReadStreamResponse.ts';
import type { Tag as _envol_v1_Tag, Tag__Output as _envol_v1_Tag__Output } from './envol/v1/Tag.ts';
import type { Volume as _envol_v1_Volume, Volume__Output as _envol_v1_Volume__Output } from './envol/v1/Volume.ts';
import type { VolumeServiceClient as _envol_v1_VolumeServiceClient, VolumeServiceDefinition as _envol_v1_VolumeServiceDefinition } from './envol/v1/VolumeService.ts';
import type { WriteRequest as _envol_v1_WriteRequest, WriteRequest__Output as _envol_v1_WriteRequest__Output } from './envol/v1/WriteRequest.ts';
import type { WriteResponse as _envol_v1_WriteResponse, WriteResponse__Output as _envol_v1_WriteResponse__Output } from './envol/v1/WriteResponse.ts';
import type { WriteStreamRequest as _envol_v1_WriteStreamRequest, WriteStreamRequest__Output as _envol_v1_WriteStreamRequest__Output } from './envol/v1/WriteStreamRequest.ts';
import type { WriteStreamResponse as _envol_v1_WriteStreamResponse, WriteStreamResponse__Output as _envol_v1_WriteStreamResponse__Output } from './envol/v1/WriteStreamResponse.ts';
import type { WriteZeroesRequest as _envol_v1_WriteZeroesRequest, WriteZeroesRequest__Output as _envol_v1_WriteZeroesRequest__Output } from './envol/v1/WriteZeroesRequest.ts';
import type { WriteZeroesResponse as _envol_v1_WriteZeroesResponse, WriteZeroesResponse__Output as _envol_v1_WriteZeroesResponse__Output } from './envol/v1/WriteZeroesResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  envol: {
    v1: {
      AttachVolumeRequest: MessageTypeDefinition<_envol_v1_AttachVolumeRequest, _envol_v1_AttachVolumeRequest__Output>
      AttachVolumeResponse: MessageTypeDefinition<_envol_v1_AttachVolumeResponse, _envol_v1_AttachVolumeResponse__Output>
      Attachment: MessageTypeDefinition<_envol_v1_Attachment, _envol_v1_Attachment__Output>
      /**
       * The data plane: bytes of attached volumes. Offsets and lengths are bytes, of any alignment.
       * 
       * volume_id is vol- and 17 hexadecimal digits, and required. attachment_id may be empty: then the volume's oldest
       * attachment serves. How refusals look, and which ones any call may give, is said at VolumeService.
       */
      BlockService: SubtypeConstructor<typeof grpc.Client, _envol_v1_BlockServiceClient> & { service: _envol_v1_BlockServiceDefinition }
      Cipher: EnumTypeDefinition
      CreateVolumeRequest: MessageTypeDefinition<_envol_v1_CreateVolumeRequest, _envol_v1_CreateVolumeRequest__Output>
      CreateVolumeResponse: MessageTypeDefinition<_envol_v1_CreateVolumeResponse, _envol_v1_CreateVolumeResponse__Output>
      DeleteVolumeRequest: MessageTypeDefinition<_envol_v1_DeleteVolumeRequest, _envol_v1_DeleteVolumeRequest__Output>
      DeleteVolumeResponse: MessageTypeDefinition<_envol_v1_DeleteVolumeResponse, _envol_v1_DeleteVolumeResponse__Output>
      DescribeVolumesRequest: MessageTypeDefinition<_envol_v1_DescribeVolumesRequest, _envol_v1_DescribeVolumesRequest__Output>
      DescribeVolumesResponse: MessageTypeDefinition<_envol_v1_DescribeVolumesResponse, _envol_v1_DescribeVolumesResponse__Output>
      DetachVolumeRequest: MessageTypeDefinition<_envol_v1_DetachVolumeRequest, _envol_v1_DetachVolumeRequest__Output>
      DetachVolumeResponse: MessageTypeDefinition<_envol_v1_DetachVolumeResponse, _envol_v1_DetachVolumeResponse__Output>
      DiscardRequest: MessageTypeDefinition<_envol_v1_DiscardRequest, _envol_v1_DiscardRequest__Output>
      DiscardResponse: MessageTypeDefinition<_envol_v1_DiscardResponse, _envol_v1_DiscardResponse__Output>
      Extent: MessageTypeDefinition<_envol_v1_Extent, _envol_v1_Extent__Output>
      Filter: MessageTypeDefinition<_envol_v1_Filter, _envol_v1_Filter__Output>
      FlushRequest: MessageTypeDefinition<_envol_v1_FlushRequest, _envol_v1_FlushRequest__Output>
      FlushResponse: MessageTypeDefinition<_envol_v1_FlushResponse, _envol_v1_FlushResponse__Output>
      GetAllocationRequest: MessageTypeDefinition<_envol_v1_GetAllocationRequest, _envol_v1_GetAllocationRequest__Output>
      GetAllocationResponse: MessageTypeDefinition<_envol_v1_GetAllocationResponse, _envol_v1_GetAllocationResponse__Output>
      IoDiscard: MessageTypeDefinition<_envol_v1_IoDiscard, _envol_v1_IoDiscard__Output>
      IoError: MessageTypeDefinition<_envol_v1_IoError, _envol_v1_IoError__Output>
      IoFlush: MessageTypeDefinition<_envol_v1_IoFlush, _envol_v1_IoFlush__Output>
      IoRead: MessageTypeDefinition<_envol_v1_IoRead, _envol_v1_IoRead__Output>
      IoRequest: MessageTypeDefinition<_envol_v1_IoRequest, _envol_v1_IoRequest__Output>
      IoRequestBatch: MessageTypeDefinition<_envol_v1_IoRequestBatch, _envol_v1_IoRequestBatch__Output>
      IoResponse: MessageTypeDefinition<_envol_v1_IoResponse, _envol_v1_IoResponse__Output>
      IoResponseBatch: MessageTypeDefinition<_envol_v1_IoResponseBatch, _envol_v1_IoResponseBatch__Output>
      IoWrite: MessageTypeDefinition<_envol_v1_IoWrite, _envol_v1_IoWrite__Output>
      IoWriteZeroes: MessageTypeDefinition<_envol_v1_IoWriteZeroes, _envol_v1_IoWriteZeroes__Output>
      ModifyVolumeRequest: MessageTypeDefinition<_envol_v1_ModifyVolumeRequest, _envol_v1_ModifyVolumeRequest__Output>
      ModifyVolumeResponse: MessageTypeDefinition<_envol_v1_ModifyVolumeResponse, _envol_v1_ModifyVolumeResponse__Output>
      PeekSectorRequest: MessageTypeDefinition<_envol_v1_PeekSectorRequest, _envol_v1_PeekSectorRequest__Output>
      PeekSectorResponse: MessageTypeDefinition<_envol_v1_PeekSectorResponse, _envol_v1_PeekSectorResponse__Output>
      ReadRequest: MessageTypeDefinition<_envol_v1_ReadRequest, _envol_v1_ReadRequest__Output>
      ReadResponse: MessageTypeDefinition<_envol_v1_ReadResponse, _envol_v1_ReadResponse__Output>
      ReadStreamRequest: MessageTypeDefinition<_envol_v1_ReadStreamRequest, _envol_v1_ReadStreamRequest__Output>
      ReadStreamResponse: MessageTypeDefinition<_envol_v1_ReadStreamResponse, _envol_v1_ReadStreamResponse__Output>
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
      WriteRequest: MessageTypeDefinition<_envol_v1_WriteRequest, _envol_v1_WriteRequest__Output>
      WriteResponse: MessageTypeDefinition<_envol_v1_WriteResponse, _envol_v1_WriteResponse__Output>
      WriteStreamRequest: MessageTypeDefinition<_envol_v1_WriteStreamRequest, _envol_v1_WriteStreamRequest__Output>
      WriteStreamResponse: MessageTypeDefinition<_envol_v1_WriteStreamResponse, _envol_v1_WriteStreamResponse__Output>
      WriteZeroesRequest: MessageTypeDefinition<_envol_v1_WriteZeroesRequest, _envol_v1_WriteZeroesRequest__Output>
      WriteZeroesResponse: MessageTypeDefinition<_envol_v1_WriteZeroesResponse, _envol_v1_WriteZeroesResponse__Output>
    }
  }
}

