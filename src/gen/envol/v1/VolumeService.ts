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
export interface VolumeServiceClient extends grpc.Client {
  /**
   * Attaches a volume: a grant is made, the data key is unwrapped, and reads and writes become possible. The grant is made
   * with the caller's permissions (kms:CreateGrant, through EC2, for an AWS resource); it alone lets the key be unwrapped.
   * 
   * Condition                                    Reason                     gRPC code            What to do
   * volume_id is absent                          MISSING_ARGUMENT           INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                 VOLUME_ID_MALFORMED        INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                               VOLUME_NOT_FOUND           NOT_FOUND            Describe the volumes.
   * instance_id or device is malformed           INVALID_ARGUMENT           INVALID_ARGUMENT     Correct the field named.
   * Attached already, without multi-attach       VOLUME_IN_USE              FAILED_PRECONDITION  Detach it, or use multi-attach.
   * It has 16 attachments                        ATTACHMENT_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Detach one first.
   * The device name is taken on the instance     INVALID_ARGUMENT           INVALID_ARGUMENT     Choose another, or leave it out.
   * Another operation on it is under way         VOLUME_BUSY                ABORTED              Try again.
   * The KMS key is disabled, deleted or refused  KEY_REVOKED                FAILED_PRECONDITION  Enable the key, then attach.
   * The key policy does not let the caller       ACCESS_DENIED              PERMISSION_DENIED    Change the policy.
   * The KMS does not answer                      KMS_UNREACHABLE            UNAVAILABLE          Try again.
   */
  AttachVolume(argument: _envol_v1_AttachVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  AttachVolume(argument: _envol_v1_AttachVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  AttachVolume(argument: _envol_v1_AttachVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  AttachVolume(argument: _envol_v1_AttachVolumeRequest, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Attaches a volume: a grant is made, the data key is unwrapped, and reads and writes become possible. The grant is made
   * with the caller's permissions (kms:CreateGrant, through EC2, for an AWS resource); it alone lets the key be unwrapped.
   * 
   * Condition                                    Reason                     gRPC code            What to do
   * volume_id is absent                          MISSING_ARGUMENT           INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                 VOLUME_ID_MALFORMED        INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                               VOLUME_NOT_FOUND           NOT_FOUND            Describe the volumes.
   * instance_id or device is malformed           INVALID_ARGUMENT           INVALID_ARGUMENT     Correct the field named.
   * Attached already, without multi-attach       VOLUME_IN_USE              FAILED_PRECONDITION  Detach it, or use multi-attach.
   * It has 16 attachments                        ATTACHMENT_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Detach one first.
   * The device name is taken on the instance     INVALID_ARGUMENT           INVALID_ARGUMENT     Choose another, or leave it out.
   * Another operation on it is under way         VOLUME_BUSY                ABORTED              Try again.
   * The KMS key is disabled, deleted or refused  KEY_REVOKED                FAILED_PRECONDITION  Enable the key, then attach.
   * The key policy does not let the caller       ACCESS_DENIED              PERMISSION_DENIED    Change the policy.
   * The KMS does not answer                      KMS_UNREACHABLE            UNAVAILABLE          Try again.
   */
  attachVolume(argument: _envol_v1_AttachVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  attachVolume(argument: _envol_v1_AttachVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  attachVolume(argument: _envol_v1_AttachVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  attachVolume(argument: _envol_v1_AttachVolumeRequest, callback: grpc.requestCallback<_envol_v1_AttachVolumeResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a volume. An encrypted one gets a data key of its own, of which only the wrapped form is kept. It is made with the
   * caller's permissions: kms:DescribeKey and kms:GenerateDataKeyWithoutPlaintext, through EC2.
   * The answer comes when the volume is available. Other than on EC2, a key that cannot be used refuses the call at once.
   * 
   * Condition                                     Reason                         gRPC code            What to do
   * size_gib is absent                            MISSING_ARGUMENT               INVALID_ARGUMENT     Give it.
   * size_gib is above 65536                       INVALID_ARGUMENT               INVALID_ARGUMENT     Ask for 1 to 65536.
   * cipher is not a known value                   INVALID_ARGUMENT               INVALID_ARGUMENT     Use a value of Cipher.
   * sector_size_bytes is not 512 or 4096          INVALID_ARGUMENT               INVALID_ARGUMENT     Use one of these.
   * kms_key_id or cipher without encrypted        ARGUMENT_DEPENDENCY            INVALID_ARGUMENT     Set encrypted too.
   * client_token is not 1 to 64 ASCII characters  INVALID_ARGUMENT               INVALID_ARGUMENT     Shorten it.
   * client_token was used with other parameters   IDEMPOTENT_PARAMETER_MISMATCH  ALREADY_EXISTS       Use a new client token.
   * A tag is malformed or doubled                 INVALID_ARGUMENT               INVALID_ARGUMENT     Correct the tag named.
   * More than 50 tags                             TAG_LIMIT_EXCEEDED             INVALID_ARGUMENT     Leave some out.
   * The daemon is full                            VOLUME_LIMIT_EXCEEDED          RESOURCE_EXHAUSTED   Delete volumes.
   * kms_key_id names no key                       KEY_NOT_FOUND                  NOT_FOUND            List the keys.
   * kms_key_id is an ARN of something else        ARN_INVALID                    INVALID_ARGUMENT     Give a key or alias.
   * kms_key_id is above 2048 characters           KMS_VALIDATION                 INVALID_ARGUMENT     Give a key or alias.
   * The key is disabled                           KEY_DISABLED                   FAILED_PRECONDITION  Enable the key.
   * The key is pending deletion                   KEY_STATE_INVALID              FAILED_PRECONDITION  Cancel that, enable it.
   * The key is not a symmetric encryption key     INVALID_KMS_KEY                FAILED_PRECONDITION  Use such a key.
   * The key policy says no                        ACCESS_DENIED                  PERMISSION_DENIED    Change the policy.
   * The KMS does not answer                       KMS_UNREACHABLE                UNAVAILABLE          Try again.
   * The disk has no room                          STORE_FULL                     RESOURCE_EXHAUSTED   Free some space.
   */
  CreateVolume(argument: _envol_v1_CreateVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _envol_v1_CreateVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _envol_v1_CreateVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  CreateVolume(argument: _envol_v1_CreateVolumeRequest, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a volume. An encrypted one gets a data key of its own, of which only the wrapped form is kept. It is made with the
   * caller's permissions: kms:DescribeKey and kms:GenerateDataKeyWithoutPlaintext, through EC2.
   * The answer comes when the volume is available. Other than on EC2, a key that cannot be used refuses the call at once.
   * 
   * Condition                                     Reason                         gRPC code            What to do
   * size_gib is absent                            MISSING_ARGUMENT               INVALID_ARGUMENT     Give it.
   * size_gib is above 65536                       INVALID_ARGUMENT               INVALID_ARGUMENT     Ask for 1 to 65536.
   * cipher is not a known value                   INVALID_ARGUMENT               INVALID_ARGUMENT     Use a value of Cipher.
   * sector_size_bytes is not 512 or 4096          INVALID_ARGUMENT               INVALID_ARGUMENT     Use one of these.
   * kms_key_id or cipher without encrypted        ARGUMENT_DEPENDENCY            INVALID_ARGUMENT     Set encrypted too.
   * client_token is not 1 to 64 ASCII characters  INVALID_ARGUMENT               INVALID_ARGUMENT     Shorten it.
   * client_token was used with other parameters   IDEMPOTENT_PARAMETER_MISMATCH  ALREADY_EXISTS       Use a new client token.
   * A tag is malformed or doubled                 INVALID_ARGUMENT               INVALID_ARGUMENT     Correct the tag named.
   * More than 50 tags                             TAG_LIMIT_EXCEEDED             INVALID_ARGUMENT     Leave some out.
   * The daemon is full                            VOLUME_LIMIT_EXCEEDED          RESOURCE_EXHAUSTED   Delete volumes.
   * kms_key_id names no key                       KEY_NOT_FOUND                  NOT_FOUND            List the keys.
   * kms_key_id is an ARN of something else        ARN_INVALID                    INVALID_ARGUMENT     Give a key or alias.
   * kms_key_id is above 2048 characters           KMS_VALIDATION                 INVALID_ARGUMENT     Give a key or alias.
   * The key is disabled                           KEY_DISABLED                   FAILED_PRECONDITION  Enable the key.
   * The key is pending deletion                   KEY_STATE_INVALID              FAILED_PRECONDITION  Cancel that, enable it.
   * The key is not a symmetric encryption key     INVALID_KMS_KEY                FAILED_PRECONDITION  Use such a key.
   * The key policy says no                        ACCESS_DENIED                  PERMISSION_DENIED    Change the policy.
   * The KMS does not answer                       KMS_UNREACHABLE                UNAVAILABLE          Try again.
   * The disk has no room                          STORE_FULL                     RESOURCE_EXHAUSTED   Free some space.
   */
  createVolume(argument: _envol_v1_CreateVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _envol_v1_CreateVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _envol_v1_CreateVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  createVolume(argument: _envol_v1_CreateVolumeRequest, callback: grpc.requestCallback<_envol_v1_CreateVolumeResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Deletes a volume that is not attached, and its wrapped data key with it: the data cannot be had back.
   * 
   * Condition                             Reason               gRPC code            What to do
   * volume_id is absent                   MISSING_ARGUMENT     INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id          VOLUME_ID_MALFORMED  INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                        VOLUME_NOT_FOUND     NOT_FOUND            Describe the volumes.
   * The volume is attached                VOLUME_IN_USE        FAILED_PRECONDITION  Detach it first.
   * Another operation on it is under way  VOLUME_BUSY          ABORTED              Try again.
   */
  DeleteVolume(argument: _envol_v1_DeleteVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _envol_v1_DeleteVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _envol_v1_DeleteVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  DeleteVolume(argument: _envol_v1_DeleteVolumeRequest, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Deletes a volume that is not attached, and its wrapped data key with it: the data cannot be had back.
   * 
   * Condition                             Reason               gRPC code            What to do
   * volume_id is absent                   MISSING_ARGUMENT     INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id          VOLUME_ID_MALFORMED  INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                        VOLUME_NOT_FOUND     NOT_FOUND            Describe the volumes.
   * The volume is attached                VOLUME_IN_USE        FAILED_PRECONDITION  Detach it first.
   * Another operation on it is under way  VOLUME_BUSY          ABORTED              Try again.
   */
  deleteVolume(argument: _envol_v1_DeleteVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _envol_v1_DeleteVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _envol_v1_DeleteVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  deleteVolume(argument: _envol_v1_DeleteVolumeRequest, callback: grpc.requestCallback<_envol_v1_DeleteVolumeResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists volumes in order of their ids, a page at a time.
   * 
   * Condition                                 Reason               gRPC code         What to do
   * One of volume_ids is not a volume id      VOLUME_ID_MALFORMED  INVALID_ARGUMENT  Give vol- and 17 hex digits.
   * One of volume_ids does not exist          VOLUME_NOT_FOUND     NOT_FOUND         Leave it out.
   * max_results is above 500                  INVALID_ARGUMENT     INVALID_ARGUMENT  Ask for 1 to 500.
   * More than 500 volume_ids or 50 filters    INVALID_ARGUMENT     INVALID_ARGUMENT  Ask in several calls.
   * A filter has an unknown name              INVALID_ARGUMENT     INVALID_ARGUMENT  Use a name listed at Filter.
   * A filter has no values, or more than 200  INVALID_ARGUMENT     INVALID_ARGUMENT  Give 1 to 200.
   * next_token was not made by this call      PAGE_TOKEN_INVALID   INVALID_ARGUMENT  Start from the first page.
   */
  DescribeVolumes(argument: _envol_v1_DescribeVolumesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  DescribeVolumes(argument: _envol_v1_DescribeVolumesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  DescribeVolumes(argument: _envol_v1_DescribeVolumesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  DescribeVolumes(argument: _envol_v1_DescribeVolumesRequest, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists volumes in order of their ids, a page at a time.
   * 
   * Condition                                 Reason               gRPC code         What to do
   * One of volume_ids is not a volume id      VOLUME_ID_MALFORMED  INVALID_ARGUMENT  Give vol- and 17 hex digits.
   * One of volume_ids does not exist          VOLUME_NOT_FOUND     NOT_FOUND         Leave it out.
   * max_results is above 500                  INVALID_ARGUMENT     INVALID_ARGUMENT  Ask for 1 to 500.
   * More than 500 volume_ids or 50 filters    INVALID_ARGUMENT     INVALID_ARGUMENT  Ask in several calls.
   * A filter has an unknown name              INVALID_ARGUMENT     INVALID_ARGUMENT  Use a name listed at Filter.
   * A filter has no values, or more than 200  INVALID_ARGUMENT     INVALID_ARGUMENT  Give 1 to 200.
   * next_token was not made by this call      PAGE_TOKEN_INVALID   INVALID_ARGUMENT  Start from the first page.
   */
  describeVolumes(argument: _envol_v1_DescribeVolumesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  describeVolumes(argument: _envol_v1_DescribeVolumesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  describeVolumes(argument: _envol_v1_DescribeVolumesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  describeVolumes(argument: _envol_v1_DescribeVolumesRequest, callback: grpc.requestCallback<_envol_v1_DescribeVolumesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Ends an attachment: requests in flight end, its front doors close, and with the last attachment the plaintext data key
   * is erased and the grant retired.
   * 
   * Condition                             Reason                gRPC code            What to do
   * volume_id is absent                   MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id          VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                        VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached            VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Nothing is left to do.
   * It has several, and none is named     MISSING_ARGUMENT      INVALID_ARGUMENT     Give attachment_id.
   * attachment_id is malformed            INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * No such attachment                    ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * Another operation on it is under way  VOLUME_BUSY           ABORTED              Try again.
   */
  DetachVolume(argument: _envol_v1_DetachVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  DetachVolume(argument: _envol_v1_DetachVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  DetachVolume(argument: _envol_v1_DetachVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  DetachVolume(argument: _envol_v1_DetachVolumeRequest, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Ends an attachment: requests in flight end, its front doors close, and with the last attachment the plaintext data key
   * is erased and the grant retired.
   * 
   * Condition                             Reason                gRPC code            What to do
   * volume_id is absent                   MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id          VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                        VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached            VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Nothing is left to do.
   * It has several, and none is named     MISSING_ARGUMENT      INVALID_ARGUMENT     Give attachment_id.
   * attachment_id is malformed            INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * No such attachment                    ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * Another operation on it is under way  VOLUME_BUSY           ABORTED              Try again.
   */
  detachVolume(argument: _envol_v1_DetachVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  detachVolume(argument: _envol_v1_DetachVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  detachVolume(argument: _envol_v1_DetachVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  detachVolume(argument: _envol_v1_DetachVolumeRequest, callback: grpc.requestCallback<_envol_v1_DetachVolumeResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Grows a volume, attached or not. The new space reads as zeroes.
   * 
   * Condition                             Reason               gRPC code         What to do
   * volume_id is absent                   MISSING_ARGUMENT     INVALID_ARGUMENT  Give it.
   * volume_id is not a volume id          VOLUME_ID_MALFORMED  INVALID_ARGUMENT  Give vol- and 17 hex digits.
   * No such volume                        VOLUME_NOT_FOUND     NOT_FOUND         Describe the volumes.
   * size_gib is absent                    MISSING_ARGUMENT     INVALID_ARGUMENT  Give it.
   * size_gib is above 65536               INVALID_ARGUMENT     INVALID_ARGUMENT  Ask for at most 65536.
   * size_gib is below the present size    INVALID_ARGUMENT     INVALID_ARGUMENT  Volumes only grow.
   * Another operation on it is under way  VOLUME_BUSY          ABORTED           Try again.
   */
  ModifyVolume(argument: _envol_v1_ModifyVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  ModifyVolume(argument: _envol_v1_ModifyVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  ModifyVolume(argument: _envol_v1_ModifyVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  ModifyVolume(argument: _envol_v1_ModifyVolumeRequest, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Grows a volume, attached or not. The new space reads as zeroes.
   * 
   * Condition                             Reason               gRPC code         What to do
   * volume_id is absent                   MISSING_ARGUMENT     INVALID_ARGUMENT  Give it.
   * volume_id is not a volume id          VOLUME_ID_MALFORMED  INVALID_ARGUMENT  Give vol- and 17 hex digits.
   * No such volume                        VOLUME_NOT_FOUND     NOT_FOUND         Describe the volumes.
   * size_gib is absent                    MISSING_ARGUMENT     INVALID_ARGUMENT  Give it.
   * size_gib is above 65536               INVALID_ARGUMENT     INVALID_ARGUMENT  Ask for at most 65536.
   * size_gib is below the present size    INVALID_ARGUMENT     INVALID_ARGUMENT  Volumes only grow.
   * Another operation on it is under way  VOLUME_BUSY          ABORTED           Try again.
   */
  modifyVolume(argument: _envol_v1_ModifyVolumeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  modifyVolume(argument: _envol_v1_ModifyVolumeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  modifyVolume(argument: _envol_v1_ModifyVolumeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  modifyVolume(argument: _envol_v1_ModifyVolumeRequest, callback: grpc.requestCallback<_envol_v1_ModifyVolumeResponse__Output>): grpc.ClientUnaryCall;
  
}

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
export interface VolumeServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Attaches a volume: a grant is made, the data key is unwrapped, and reads and writes become possible. The grant is made
   * with the caller's permissions (kms:CreateGrant, through EC2, for an AWS resource); it alone lets the key be unwrapped.
   * 
   * Condition                                    Reason                     gRPC code            What to do
   * volume_id is absent                          MISSING_ARGUMENT           INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id                 VOLUME_ID_MALFORMED        INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                               VOLUME_NOT_FOUND           NOT_FOUND            Describe the volumes.
   * instance_id or device is malformed           INVALID_ARGUMENT           INVALID_ARGUMENT     Correct the field named.
   * Attached already, without multi-attach       VOLUME_IN_USE              FAILED_PRECONDITION  Detach it, or use multi-attach.
   * It has 16 attachments                        ATTACHMENT_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Detach one first.
   * The device name is taken on the instance     INVALID_ARGUMENT           INVALID_ARGUMENT     Choose another, or leave it out.
   * Another operation on it is under way         VOLUME_BUSY                ABORTED              Try again.
   * The KMS key is disabled, deleted or refused  KEY_REVOKED                FAILED_PRECONDITION  Enable the key, then attach.
   * The key policy does not let the caller       ACCESS_DENIED              PERMISSION_DENIED    Change the policy.
   * The KMS does not answer                      KMS_UNREACHABLE            UNAVAILABLE          Try again.
   */
  AttachVolume: grpc.handleUnaryCall<_envol_v1_AttachVolumeRequest__Output, _envol_v1_AttachVolumeResponse>;
  
  /**
   * Makes a volume. An encrypted one gets a data key of its own, of which only the wrapped form is kept. It is made with the
   * caller's permissions: kms:DescribeKey and kms:GenerateDataKeyWithoutPlaintext, through EC2.
   * The answer comes when the volume is available. Other than on EC2, a key that cannot be used refuses the call at once.
   * 
   * Condition                                     Reason                         gRPC code            What to do
   * size_gib is absent                            MISSING_ARGUMENT               INVALID_ARGUMENT     Give it.
   * size_gib is above 65536                       INVALID_ARGUMENT               INVALID_ARGUMENT     Ask for 1 to 65536.
   * cipher is not a known value                   INVALID_ARGUMENT               INVALID_ARGUMENT     Use a value of Cipher.
   * sector_size_bytes is not 512 or 4096          INVALID_ARGUMENT               INVALID_ARGUMENT     Use one of these.
   * kms_key_id or cipher without encrypted        ARGUMENT_DEPENDENCY            INVALID_ARGUMENT     Set encrypted too.
   * client_token is not 1 to 64 ASCII characters  INVALID_ARGUMENT               INVALID_ARGUMENT     Shorten it.
   * client_token was used with other parameters   IDEMPOTENT_PARAMETER_MISMATCH  ALREADY_EXISTS       Use a new client token.
   * A tag is malformed or doubled                 INVALID_ARGUMENT               INVALID_ARGUMENT     Correct the tag named.
   * More than 50 tags                             TAG_LIMIT_EXCEEDED             INVALID_ARGUMENT     Leave some out.
   * The daemon is full                            VOLUME_LIMIT_EXCEEDED          RESOURCE_EXHAUSTED   Delete volumes.
   * kms_key_id names no key                       KEY_NOT_FOUND                  NOT_FOUND            List the keys.
   * kms_key_id is an ARN of something else        ARN_INVALID                    INVALID_ARGUMENT     Give a key or alias.
   * kms_key_id is above 2048 characters           KMS_VALIDATION                 INVALID_ARGUMENT     Give a key or alias.
   * The key is disabled                           KEY_DISABLED                   FAILED_PRECONDITION  Enable the key.
   * The key is pending deletion                   KEY_STATE_INVALID              FAILED_PRECONDITION  Cancel that, enable it.
   * The key is not a symmetric encryption key     INVALID_KMS_KEY                FAILED_PRECONDITION  Use such a key.
   * The key policy says no                        ACCESS_DENIED                  PERMISSION_DENIED    Change the policy.
   * The KMS does not answer                       KMS_UNREACHABLE                UNAVAILABLE          Try again.
   * The disk has no room                          STORE_FULL                     RESOURCE_EXHAUSTED   Free some space.
   */
  CreateVolume: grpc.handleUnaryCall<_envol_v1_CreateVolumeRequest__Output, _envol_v1_CreateVolumeResponse>;
  
  /**
   * Deletes a volume that is not attached, and its wrapped data key with it: the data cannot be had back.
   * 
   * Condition                             Reason               gRPC code            What to do
   * volume_id is absent                   MISSING_ARGUMENT     INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id          VOLUME_ID_MALFORMED  INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                        VOLUME_NOT_FOUND     NOT_FOUND            Describe the volumes.
   * The volume is attached                VOLUME_IN_USE        FAILED_PRECONDITION  Detach it first.
   * Another operation on it is under way  VOLUME_BUSY          ABORTED              Try again.
   */
  DeleteVolume: grpc.handleUnaryCall<_envol_v1_DeleteVolumeRequest__Output, _envol_v1_DeleteVolumeResponse>;
  
  /**
   * Lists volumes in order of their ids, a page at a time.
   * 
   * Condition                                 Reason               gRPC code         What to do
   * One of volume_ids is not a volume id      VOLUME_ID_MALFORMED  INVALID_ARGUMENT  Give vol- and 17 hex digits.
   * One of volume_ids does not exist          VOLUME_NOT_FOUND     NOT_FOUND         Leave it out.
   * max_results is above 500                  INVALID_ARGUMENT     INVALID_ARGUMENT  Ask for 1 to 500.
   * More than 500 volume_ids or 50 filters    INVALID_ARGUMENT     INVALID_ARGUMENT  Ask in several calls.
   * A filter has an unknown name              INVALID_ARGUMENT     INVALID_ARGUMENT  Use a name listed at Filter.
   * A filter has no values, or more than 200  INVALID_ARGUMENT     INVALID_ARGUMENT  Give 1 to 200.
   * next_token was not made by this call      PAGE_TOKEN_INVALID   INVALID_ARGUMENT  Start from the first page.
   */
  DescribeVolumes: grpc.handleUnaryCall<_envol_v1_DescribeVolumesRequest__Output, _envol_v1_DescribeVolumesResponse>;
  
  /**
   * Ends an attachment: requests in flight end, its front doors close, and with the last attachment the plaintext data key
   * is erased and the grant retired.
   * 
   * Condition                             Reason                gRPC code            What to do
   * volume_id is absent                   MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * volume_id is not a volume id          VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                        VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The volume is not attached            VOLUME_NOT_ATTACHED   FAILED_PRECONDITION  Nothing is left to do.
   * It has several, and none is named     MISSING_ARGUMENT      INVALID_ARGUMENT     Give attachment_id.
   * attachment_id is malformed            INVALID_ARGUMENT      INVALID_ARGUMENT     Copy it as it was given.
   * No such attachment                    ATTACHMENT_NOT_FOUND  NOT_FOUND            Describe the volume.
   * Another operation on it is under way  VOLUME_BUSY           ABORTED              Try again.
   */
  DetachVolume: grpc.handleUnaryCall<_envol_v1_DetachVolumeRequest__Output, _envol_v1_DetachVolumeResponse>;
  
  /**
   * Grows a volume, attached or not. The new space reads as zeroes.
   * 
   * Condition                             Reason               gRPC code         What to do
   * volume_id is absent                   MISSING_ARGUMENT     INVALID_ARGUMENT  Give it.
   * volume_id is not a volume id          VOLUME_ID_MALFORMED  INVALID_ARGUMENT  Give vol- and 17 hex digits.
   * No such volume                        VOLUME_NOT_FOUND     NOT_FOUND         Describe the volumes.
   * size_gib is absent                    MISSING_ARGUMENT     INVALID_ARGUMENT  Give it.
   * size_gib is above 65536               INVALID_ARGUMENT     INVALID_ARGUMENT  Ask for at most 65536.
   * size_gib is below the present size    INVALID_ARGUMENT     INVALID_ARGUMENT  Volumes only grow.
   * Another operation on it is under way  VOLUME_BUSY          ABORTED           Try again.
   */
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
