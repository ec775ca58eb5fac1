// Original file: proto/envol/v1/volume_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AttachVolumeRequest as _envol_v1_AttachVolumeRequest, AttachVolumeRequest__Output as _envol_v1_AttachVolumeRequest__Output } from '../../envol/v1/AttachVolumeRequest.ts';
import type { AttachVolumeResponse as _envol_v1_AttachVolumeResponse, AttachVolumeResponse__Output as _envol_v1_AttachVolumeResponse__Output } from '../../envol/v1/AttachVolumeResponse.ts';
import type { CreateVolumeRequest as _envol_v1_CreateVolumeRequest, CreateVolumeRequest__Output as _envol_v1_CreateVolumeRequest__Output } from '../../envol/v1/CreateVolumeRequest.ts';
import type { CreateVolumeResponse as _envol_v1_CreateVolumeResponse, CreateVolumeResponse__Output as _envol_v1_CreateVolumeResponse__Output } from '../../envol/v1/CreateVolumeResponse.ts';
import type { DeleteVolumeRequest as _envol_v1_DeleteVolumeRequest, DeleteVolumeRequest__Output as _envol_v1_DeleteVolumeRequest__Output } from '../../envol/v1/DeleteVolumeRequest.ts';
import type { DeleteVolumeResponse as _envol_v1_DeleteVolumeResponse, DeleteVolumeResponse__Output as _envol_v1_DeleteVolumeResponse__Output } from '../../envol/v1/DeleteVolumeResponse.ts';
import type { DescribeVolumesRequest as _envol_v1_DescribeVolumesRequest, DescribeVolumesRequest__Output as _envol_v1_DescribeVolumesRequest__Output } from '../../envol/v1/DescribeVolumesRequest.ts';
import type { DescribeVolumesResponse as _envol_v1_DescribeVolumesResponse, DescribeVolumesResponse__Output as _envol_v1_DescribeVolumesResponse__Output } from '../../envol/v1/DescribeVolumesResponse.ts';
import type { DetachVolumeRequest as _envol_v1_DetachVolumeRequest, DetachVolumeRequest__Output as _envol_v1_DetachVolumeRequest__Output } from '../../envol/v1/DetachVolumeRequest.ts';
import type { DetachVolumeResponse as _envol_v1_DetachVolumeResponse, DetachVolumeResponse__Output as _envol_v1_DetachVolumeResponse__Output } from '../../envol/v1/DetachVolumeResponse.ts';
import type { ModifyVolumeRequest as _envol_v1_ModifyVolumeRequest, ModifyVolumeRequest__Output as _envol_v1_ModifyVolumeRequest__Output } from '../../envol/v1/ModifyVolumeRequest.ts';
import type { ModifyVolumeResponse as _envol_v1_ModifyVolumeResponse, ModifyVolumeResponse__Output as _envol_v1_ModifyVolumeResponse__Output } from '../../envol/v1/ModifyVolumeResponse.ts';

/**
 * The life of a volume: create, describe, grow, attach, detach, delete. Names and states follow the EC2 API.
 */
export interface VolumeServiceClient extends grpc.Client {
  AttachVolume(argument: _envol_v1_AttachVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  AttachVolume(argument: _envol_v1_AttachVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  AttachVolume(argument: _envol_v1_AttachVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  AttachVolume(argument: _envol_v1_AttachVolumeRequest, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  attachVolume(argument: _envol_v1_AttachVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  attachVolume(argument: _envol_v1_AttachVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  attachVolume(argument: _envol_v1_AttachVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  attachVolume(argument: _envol_v1_AttachVolumeRequest, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  
  CreateVolume(argument: _envol_v1_CreateVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _envol_v1_CreateVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _envol_v1_CreateVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _envol_v1_CreateVolumeRequest, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _envol_v1_CreateVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _envol_v1_CreateVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _envol_v1_CreateVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _envol_v1_CreateVolumeRequest, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteVolume(argument: _envol_v1_DeleteVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _envol_v1_DeleteVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _envol_v1_DeleteVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _envol_v1_DeleteVolumeRequest, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _envol_v1_DeleteVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _envol_v1_DeleteVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _envol_v1_DeleteVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _envol_v1_DeleteVolumeRequest, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  
  DescribeVolumes(argument: _envol_v1_DescribeVolumesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  DescribeVolumes(argument: _envol_v1_DescribeVolumesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  DescribeVolumes(argument: _envol_v1_DescribeVolumesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  DescribeVolumes(argument: _envol_v1_DescribeVolumesRequest, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  describeVolumes(argument: _envol_v1_DescribeVolumesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  describeVolumes(argument: _envol_v1_DescribeVolumesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  describeVolumes(argument: _envol_v1_DescribeVolumesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  describeVolumes(argument: _envol_v1_DescribeVolumesRequest, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  
  DetachVolume(argument: _envol_v1_DetachVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  DetachVolume(argument: _envol_v1_DetachVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  DetachVolume(argument: _envol_v1_DetachVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  DetachVolume(argument: _envol_v1_DetachVolumeRequest, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  detachVolume(argument: _envol_v1_DetachVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  detachVolume(argument: _envol_v1_DetachVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  detachVolume(argument: _envol_v1_DetachVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  detachVolume(argument: _envol_v1_DetachVolumeRequest, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  
  ModifyVolume(argument: _envol_v1_ModifyVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  ModifyVolume(argument: _envol_v1_ModifyVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  ModifyVolume(argument: _envol_v1_ModifyVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  ModifyVolume(argument: _envol_v1_ModifyVolumeRequest, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  modifyVolume(argument: _envol_v1_ModifyVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  modifyVolume(argument: _envol_v1_ModifyVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  modifyVolume(argument: _envol_v1_ModifyVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  modifyVolume(argument: _envol_v1_ModifyVolumeRequest, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The life of a volume: create, describe, grow, attach, detach, delete. Names and states follow the EC2 API.
 */
export interface VolumeServiceHandlers extends grpc.UntypedServiceImplementation {
  AttachVolume: grpc.handleUnaryCall<_envol_v1_AttachVolumeRequest__Output, _envol_v1_AttachVolumeResponse>;
  
  CreateVolume: grpc.handleUnaryCall<_envol_v1_CreateVolumeRequest__Output, _envol_v1_CreateVolumeResponse>;
  
  DeleteVolume: grpc.handleUnaryCall<_envol_v1_DeleteVolumeRequest__Output, _envol_v1_DeleteVolumeResponse>;
  
  DescribeVolumes: grpc.handleUnaryCall<_envol_v1_DescribeVolumesRequest__Output, _envol_v1_DescribeVolumesResponse>;
  
  DetachVolume: grpc.handleUnaryCall<_envol_v1_DetachVolumeRequest__Output, _envol_v1_DetachVolumeResponse>;
  
  ModifyVolume: grpc.handleUnaryCall<_envol_v1_ModifyVolumeRequest__Output, _envol_v1_ModifyVolumeResponse>;
  
}

export interface VolumeServiceDefinition extends grpc.ServiceDefinition {
  AttachVolume: MethodDefinition<_envol_v1_AttachVolumeRequest, _envol_v1_AttachVolumeResponse, _envol_v1_AttachVolumeRequest__Output, _envol_v1_AttachVolumeResponse__Output>
  CreateVolume: MethodDefinition<_envol_v1_CreateVolumeRequest, _envol_v1_CreateVolumeResponse, _envol_v1_CreateVolumeRequest__Output, _envol_v1_CreateVolumeResponse__Output>
  DeleteVolume: MethodDefinition<_envol_v1_DeleteVolumeRequest, _envol_v1_DeleteVolumeResponse, _envol_v1_DeleteVolumeRequest__Output, _envol_v1_DeleteVolumeResponse__Output>
  DescribeVolumes: MethodDefinition<_envol_v1_DescribeVolumesRequest, _envol_v1_DescribeVolumesResponse, _envol_v1_DescribeVolumesRequest__Output, _envol_v1_DescribeVolumesResponse__Output>
  DetachVolume: MethodDefinition<_envol_v1_DetachVolumeRequest, _envol_v1_DetachVolumeResponse, _envol_v1_DetachVolumeRequest__Output, _envol_v1_DetachVolumeResponse__Output>
  ModifyVolume: MethodDefinition<_envol_v1_ModifyVolumeRequest, _envol_v1_ModifyVolumeResponse, _envol_v1_ModifyVolumeRequest__Output, _envol_v1_ModifyVolumeResponse__Output>
}
