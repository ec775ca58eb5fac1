// Original file: proto/envol/v1/key_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CancelKeyDeletionRequest as _envol_v1_CancelKeyDeletionRequest, CancelKeyDeletionRequest__Output as _envol_v1_CancelKeyDeletionRequest__Output } from '../../envol/v1/CancelKeyDeletionRequest.ts';
import type { CancelKeyDeletionResponse as _envol_v1_CancelKeyDeletionResponse, CancelKeyDeletionResponse__Output as _envol_v1_CancelKeyDeletionResponse__Output } from '../../envol/v1/CancelKeyDeletionResponse.ts';
import type { CreateAliasRequest as _envol_v1_CreateAliasRequest, CreateAliasRequest__Output as _envol_v1_CreateAliasRequest__Output } from '../../envol/v1/CreateAliasRequest.ts';
import type { CreateAliasResponse as _envol_v1_CreateAliasResponse, CreateAliasResponse__Output as _envol_v1_CreateAliasResponse__Output } from '../../envol/v1/CreateAliasResponse.ts';
import type { CreateGrantRequest as _envol_v1_CreateGrantRequest, CreateGrantRequest__Output as _envol_v1_CreateGrantRequest__Output } from '../../envol/v1/CreateGrantRequest.ts';
import type { CreateGrantResponse as _envol_v1_CreateGrantResponse, CreateGrantResponse__Output as _envol_v1_CreateGrantResponse__Output } from '../../envol/v1/CreateGrantResponse.ts';
import type { CreateKeyRequest as _envol_v1_CreateKeyRequest, CreateKeyRequest__Output as _envol_v1_CreateKeyRequest__Output } from '../../envol/v1/CreateKeyRequest.ts';
import type { CreateKeyResponse as _envol_v1_CreateKeyResponse, CreateKeyResponse__Output as _envol_v1_CreateKeyResponse__Output } from '../../envol/v1/CreateKeyResponse.ts';
import type { DecryptRequest as _envol_v1_DecryptRequest, DecryptRequest__Output as _envol_v1_DecryptRequest__Output } from '../../envol/v1/DecryptRequest.ts';
import type { DecryptResponse as _envol_v1_DecryptResponse, DecryptResponse__Output as _envol_v1_DecryptResponse__Output } from '../../envol/v1/DecryptResponse.ts';
import type { DeleteAliasRequest as _envol_v1_DeleteAliasRequest, DeleteAliasRequest__Output as _envol_v1_DeleteAliasRequest__Output } from '../../envol/v1/DeleteAliasRequest.ts';
import type { DeleteAliasResponse as _envol_v1_DeleteAliasResponse, DeleteAliasResponse__Output as _envol_v1_DeleteAliasResponse__Output } from '../../envol/v1/DeleteAliasResponse.ts';
import type { DeleteImportedKeyMaterialRequest as _envol_v1_DeleteImportedKeyMaterialRequest, DeleteImportedKeyMaterialRequest__Output as _envol_v1_DeleteImportedKeyMaterialRequest__Output } from '../../envol/v1/DeleteImportedKeyMaterialRequest.ts';
import type { DeleteImportedKeyMaterialResponse as _envol_v1_DeleteImportedKeyMaterialResponse, DeleteImportedKeyMaterialResponse__Output as _envol_v1_DeleteImportedKeyMaterialResponse__Output } from '../../envol/v1/DeleteImportedKeyMaterialResponse.ts';
import type { DeriveSharedSecretRequest as _envol_v1_DeriveSharedSecretRequest, DeriveSharedSecretRequest__Output as _envol_v1_DeriveSharedSecretRequest__Output } from '../../envol/v1/DeriveSharedSecretRequest.ts';
import type { DeriveSharedSecretResponse as _envol_v1_DeriveSharedSecretResponse, DeriveSharedSecretResponse__Output as _envol_v1_DeriveSharedSecretResponse__Output } from '../../envol/v1/DeriveSharedSecretResponse.ts';
import type { DescribeKeyRequest as _envol_v1_DescribeKeyRequest, DescribeKeyRequest__Output as _envol_v1_DescribeKeyRequest__Output } from '../../envol/v1/DescribeKeyRequest.ts';
import type { DescribeKeyResponse as _envol_v1_DescribeKeyResponse, DescribeKeyResponse__Output as _envol_v1_DescribeKeyResponse__Output } from '../../envol/v1/DescribeKeyResponse.ts';
import type { DisableKeyRequest as _envol_v1_DisableKeyRequest, DisableKeyRequest__Output as _envol_v1_DisableKeyRequest__Output } from '../../envol/v1/DisableKeyRequest.ts';
import type { DisableKeyResponse as _envol_v1_DisableKeyResponse, DisableKeyResponse__Output as _envol_v1_DisableKeyResponse__Output } from '../../envol/v1/DisableKeyResponse.ts';
import type { DisableKeyRotationRequest as _envol_v1_DisableKeyRotationRequest, DisableKeyRotationRequest__Output as _envol_v1_DisableKeyRotationRequest__Output } from '../../envol/v1/DisableKeyRotationRequest.ts';
import type { DisableKeyRotationResponse as _envol_v1_DisableKeyRotationResponse, DisableKeyRotationResponse__Output as _envol_v1_DisableKeyRotationResponse__Output } from '../../envol/v1/DisableKeyRotationResponse.ts';
import type { EnableKeyRequest as _envol_v1_EnableKeyRequest, EnableKeyRequest__Output as _envol_v1_EnableKeyRequest__Output } from '../../envol/v1/EnableKeyRequest.ts';
import type { EnableKeyResponse as _envol_v1_EnableKeyResponse, EnableKeyResponse__Output as _envol_v1_EnableKeyResponse__Output } from '../../envol/v1/EnableKeyResponse.ts';
import type { EnableKeyRotationRequest as _envol_v1_EnableKeyRotationRequest, EnableKeyRotationRequest__Output as _envol_v1_EnableKeyRotationRequest__Output } from '../../envol/v1/EnableKeyRotationRequest.ts';
import type { EnableKeyRotationResponse as _envol_v1_EnableKeyRotationResponse, EnableKeyRotationResponse__Output as _envol_v1_EnableKeyRotationResponse__Output } from '../../envol/v1/EnableKeyRotationResponse.ts';
import type { EncryptRequest as _envol_v1_EncryptRequest, EncryptRequest__Output as _envol_v1_EncryptRequest__Output } from '../../envol/v1/EncryptRequest.ts';
import type { EncryptResponse as _envol_v1_EncryptResponse, EncryptResponse__Output as _envol_v1_EncryptResponse__Output } from '../../envol/v1/EncryptResponse.ts';
import type { GenerateDataKeyPairRequest as _envol_v1_GenerateDataKeyPairRequest, GenerateDataKeyPairRequest__Output as _envol_v1_GenerateDataKeyPairRequest__Output } from '../../envol/v1/GenerateDataKeyPairRequest.ts';
import type { GenerateDataKeyPairResponse as _envol_v1_GenerateDataKeyPairResponse, GenerateDataKeyPairResponse__Output as _envol_v1_GenerateDataKeyPairResponse__Output } from '../../envol/v1/GenerateDataKeyPairResponse.ts';
import type { GenerateDataKeyPairWithoutPlaintextRequest as _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest, GenerateDataKeyPairWithoutPlaintextRequest__Output as _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest__Output } from '../../envol/v1/GenerateDataKeyPairWithoutPlaintextRequest.ts';
import type { GenerateDataKeyPairWithoutPlaintextResponse as _envol_v1_GenerateDataKeyPairWithoutPlaintextResponse, GenerateDataKeyPairWithoutPlaintextResponse__Output as _envol_v1_GenerateDataKeyPairWithoutPlaintextResponse__Output } from '../../envol/v1/GenerateDataKeyPairWithoutPlaintextResponse.ts';
import type { GenerateDataKeyRequest as _envol_v1_GenerateDataKeyRequest, GenerateDataKeyRequest__Output as _envol_v1_GenerateDataKeyRequest__Output } from '../../envol/v1/GenerateDataKeyRequest.ts';
import type { GenerateDataKeyResponse as _envol_v1_GenerateDataKeyResponse, GenerateDataKeyResponse__Output as _envol_v1_GenerateDataKeyResponse__Output } from '../../envol/v1/GenerateDataKeyResponse.ts';
import type { GenerateDataKeyWithoutPlaintextRequest as _envol_v1_GenerateDataKeyWithoutPlaintextRequest, GenerateDataKeyWithoutPlaintextRequest__Output as _envol_v1_GenerateDataKeyWithoutPlaintextRequest__Output } from '../../envol/v1/GenerateDataKeyWithoutPlaintextRequest.ts';
import type { GenerateDataKeyWithoutPlaintextResponse as _envol_v1_GenerateDataKeyWithoutPlaintextResponse, GenerateDataKeyWithoutPlaintextResponse__Output as _envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output } from '../../envol/v1/GenerateDataKeyWithoutPlaintextResponse.ts';
import type { GenerateMacRequest as _envol_v1_GenerateMacRequest, GenerateMacRequest__Output as _envol_v1_GenerateMacRequest__Output } from '../../envol/v1/GenerateMacRequest.ts';
import type { GenerateMacResponse as _envol_v1_GenerateMacResponse, GenerateMacResponse__Output as _envol_v1_GenerateMacResponse__Output } from '../../envol/v1/GenerateMacResponse.ts';
import type { GenerateRandomRequest as _envol_v1_GenerateRandomRequest, GenerateRandomRequest__Output as _envol_v1_GenerateRandomRequest__Output } from '../../envol/v1/GenerateRandomRequest.ts';
import type { GenerateRandomResponse as _envol_v1_GenerateRandomResponse, GenerateRandomResponse__Output as _envol_v1_GenerateRandomResponse__Output } from '../../envol/v1/GenerateRandomResponse.ts';
import type { GetKeyLastUsageRequest as _envol_v1_GetKeyLastUsageRequest, GetKeyLastUsageRequest__Output as _envol_v1_GetKeyLastUsageRequest__Output } from '../../envol/v1/GetKeyLastUsageRequest.ts';
import type { GetKeyLastUsageResponse as _envol_v1_GetKeyLastUsageResponse, GetKeyLastUsageResponse__Output as _envol_v1_GetKeyLastUsageResponse__Output } from '../../envol/v1/GetKeyLastUsageResponse.ts';
import type { GetKeyPolicyRequest as _envol_v1_GetKeyPolicyRequest, GetKeyPolicyRequest__Output as _envol_v1_GetKeyPolicyRequest__Output } from '../../envol/v1/GetKeyPolicyRequest.ts';
import type { GetKeyPolicyResponse as _envol_v1_GetKeyPolicyResponse, GetKeyPolicyResponse__Output as _envol_v1_GetKeyPolicyResponse__Output } from '../../envol/v1/GetKeyPolicyResponse.ts';
import type { GetKeyRotationStatusRequest as _envol_v1_GetKeyRotationStatusRequest, GetKeyRotationStatusRequest__Output as _envol_v1_GetKeyRotationStatusRequest__Output } from '../../envol/v1/GetKeyRotationStatusRequest.ts';
import type { GetKeyRotationStatusResponse as _envol_v1_GetKeyRotationStatusResponse, GetKeyRotationStatusResponse__Output as _envol_v1_GetKeyRotationStatusResponse__Output } from '../../envol/v1/GetKeyRotationStatusResponse.ts';
import type { GetParametersForImportRequest as _envol_v1_GetParametersForImportRequest, GetParametersForImportRequest__Output as _envol_v1_GetParametersForImportRequest__Output } from '../../envol/v1/GetParametersForImportRequest.ts';
import type { GetParametersForImportResponse as _envol_v1_GetParametersForImportResponse, GetParametersForImportResponse__Output as _envol_v1_GetParametersForImportResponse__Output } from '../../envol/v1/GetParametersForImportResponse.ts';
import type { GetPublicKeyRequest as _envol_v1_GetPublicKeyRequest, GetPublicKeyRequest__Output as _envol_v1_GetPublicKeyRequest__Output } from '../../envol/v1/GetPublicKeyRequest.ts';
import type { GetPublicKeyResponse as _envol_v1_GetPublicKeyResponse, GetPublicKeyResponse__Output as _envol_v1_GetPublicKeyResponse__Output } from '../../envol/v1/GetPublicKeyResponse.ts';
import type { ImportKeyMaterialRequest as _envol_v1_ImportKeyMaterialRequest, ImportKeyMaterialRequest__Output as _envol_v1_ImportKeyMaterialRequest__Output } from '../../envol/v1/ImportKeyMaterialRequest.ts';
import type { ImportKeyMaterialResponse as _envol_v1_ImportKeyMaterialResponse, ImportKeyMaterialResponse__Output as _envol_v1_ImportKeyMaterialResponse__Output } from '../../envol/v1/ImportKeyMaterialResponse.ts';
import type { ListAliasesRequest as _envol_v1_ListAliasesRequest, ListAliasesRequest__Output as _envol_v1_ListAliasesRequest__Output } from '../../envol/v1/ListAliasesRequest.ts';
import type { ListAliasesResponse as _envol_v1_ListAliasesResponse, ListAliasesResponse__Output as _envol_v1_ListAliasesResponse__Output } from '../../envol/v1/ListAliasesResponse.ts';
import type { ListGrantsRequest as _envol_v1_ListGrantsRequest, ListGrantsRequest__Output as _envol_v1_ListGrantsRequest__Output } from '../../envol/v1/ListGrantsRequest.ts';
import type { ListGrantsResponse as _envol_v1_ListGrantsResponse, ListGrantsResponse__Output as _envol_v1_ListGrantsResponse__Output } from '../../envol/v1/ListGrantsResponse.ts';
import type { ListKeyPoliciesRequest as _envol_v1_ListKeyPoliciesRequest, ListKeyPoliciesRequest__Output as _envol_v1_ListKeyPoliciesRequest__Output } from '../../envol/v1/ListKeyPoliciesRequest.ts';
import type { ListKeyPoliciesResponse as _envol_v1_ListKeyPoliciesResponse, ListKeyPoliciesResponse__Output as _envol_v1_ListKeyPoliciesResponse__Output } from '../../envol/v1/ListKeyPoliciesResponse.ts';
import type { ListKeyRotationsRequest as _envol_v1_ListKeyRotationsRequest, ListKeyRotationsRequest__Output as _envol_v1_ListKeyRotationsRequest__Output } from '../../envol/v1/ListKeyRotationsRequest.ts';
import type { ListKeyRotationsResponse as _envol_v1_ListKeyRotationsResponse, ListKeyRotationsResponse__Output as _envol_v1_ListKeyRotationsResponse__Output } from '../../envol/v1/ListKeyRotationsResponse.ts';
import type { ListKeysRequest as _envol_v1_ListKeysRequest, ListKeysRequest__Output as _envol_v1_ListKeysRequest__Output } from '../../envol/v1/ListKeysRequest.ts';
import type { ListKeysResponse as _envol_v1_ListKeysResponse, ListKeysResponse__Output as _envol_v1_ListKeysResponse__Output } from '../../envol/v1/ListKeysResponse.ts';
import type { ListResourceTagsRequest as _envol_v1_ListResourceTagsRequest, ListResourceTagsRequest__Output as _envol_v1_ListResourceTagsRequest__Output } from '../../envol/v1/ListResourceTagsRequest.ts';
import type { ListResourceTagsResponse as _envol_v1_ListResourceTagsResponse, ListResourceTagsResponse__Output as _envol_v1_ListResourceTagsResponse__Output } from '../../envol/v1/ListResourceTagsResponse.ts';
import type { ListRetirableGrantsRequest as _envol_v1_ListRetirableGrantsRequest, ListRetirableGrantsRequest__Output as _envol_v1_ListRetirableGrantsRequest__Output } from '../../envol/v1/ListRetirableGrantsRequest.ts';
import type { ListRetirableGrantsResponse as _envol_v1_ListRetirableGrantsResponse, ListRetirableGrantsResponse__Output as _envol_v1_ListRetirableGrantsResponse__Output } from '../../envol/v1/ListRetirableGrantsResponse.ts';
import type { PutKeyPolicyRequest as _envol_v1_PutKeyPolicyRequest, PutKeyPolicyRequest__Output as _envol_v1_PutKeyPolicyRequest__Output } from '../../envol/v1/PutKeyPolicyRequest.ts';
import type { PutKeyPolicyResponse as _envol_v1_PutKeyPolicyResponse, PutKeyPolicyResponse__Output as _envol_v1_PutKeyPolicyResponse__Output } from '../../envol/v1/PutKeyPolicyResponse.ts';
import type { ReEncryptRequest as _envol_v1_ReEncryptRequest, ReEncryptRequest__Output as _envol_v1_ReEncryptRequest__Output } from '../../envol/v1/ReEncryptRequest.ts';
import type { ReEncryptResponse as _envol_v1_ReEncryptResponse, ReEncryptResponse__Output as _envol_v1_ReEncryptResponse__Output } from '../../envol/v1/ReEncryptResponse.ts';
import type { ReplicateKeyRequest as _envol_v1_ReplicateKeyRequest, ReplicateKeyRequest__Output as _envol_v1_ReplicateKeyRequest__Output } from '../../envol/v1/ReplicateKeyRequest.ts';
import type { ReplicateKeyResponse as _envol_v1_ReplicateKeyResponse, ReplicateKeyResponse__Output as _envol_v1_ReplicateKeyResponse__Output } from '../../envol/v1/ReplicateKeyResponse.ts';
import type { RetireGrantRequest as _envol_v1_RetireGrantRequest, RetireGrantRequest__Output as _envol_v1_RetireGrantRequest__Output } from '../../envol/v1/RetireGrantRequest.ts';
import type { RetireGrantResponse as _envol_v1_RetireGrantResponse, RetireGrantResponse__Output as _envol_v1_RetireGrantResponse__Output } from '../../envol/v1/RetireGrantResponse.ts';
import type { RevokeGrantRequest as _envol_v1_RevokeGrantRequest, RevokeGrantRequest__Output as _envol_v1_RevokeGrantRequest__Output } from '../../envol/v1/RevokeGrantRequest.ts';
import type { RevokeGrantResponse as _envol_v1_RevokeGrantResponse, RevokeGrantResponse__Output as _envol_v1_RevokeGrantResponse__Output } from '../../envol/v1/RevokeGrantResponse.ts';
import type { RotateKeyOnDemandRequest as _envol_v1_RotateKeyOnDemandRequest, RotateKeyOnDemandRequest__Output as _envol_v1_RotateKeyOnDemandRequest__Output } from '../../envol/v1/RotateKeyOnDemandRequest.ts';
import type { RotateKeyOnDemandResponse as _envol_v1_RotateKeyOnDemandResponse, RotateKeyOnDemandResponse__Output as _envol_v1_RotateKeyOnDemandResponse__Output } from '../../envol/v1/RotateKeyOnDemandResponse.ts';
import type { ScheduleKeyDeletionRequest as _envol_v1_ScheduleKeyDeletionRequest, ScheduleKeyDeletionRequest__Output as _envol_v1_ScheduleKeyDeletionRequest__Output } from '../../envol/v1/ScheduleKeyDeletionRequest.ts';
import type { ScheduleKeyDeletionResponse as _envol_v1_ScheduleKeyDeletionResponse, ScheduleKeyDeletionResponse__Output as _envol_v1_ScheduleKeyDeletionResponse__Output } from '../../envol/v1/ScheduleKeyDeletionResponse.ts';
import type { SignRequest as _envol_v1_SignRequest, SignRequest__Output as _envol_v1_SignRequest__Output } from '../../envol/v1/SignRequest.ts';
import type { SignResponse as _envol_v1_SignResponse, SignResponse__Output as _envol_v1_SignResponse__Output } from '../../envol/v1/SignResponse.ts';
import type { TagResourceRequest as _envol_v1_TagResourceRequest, TagResourceRequest__Output as _envol_v1_TagResourceRequest__Output } from '../../envol/v1/TagResourceRequest.ts';
import type { TagResourceResponse as _envol_v1_TagResourceResponse, TagResourceResponse__Output as _envol_v1_TagResourceResponse__Output } from '../../envol/v1/TagResourceResponse.ts';
import type { UntagResourceRequest as _envol_v1_UntagResourceRequest, UntagResourceRequest__Output as _envol_v1_UntagResourceRequest__Output } from '../../envol/v1/UntagResourceRequest.ts';
import type { UntagResourceResponse as _envol_v1_UntagResourceResponse, UntagResourceResponse__Output as _envol_v1_UntagResourceResponse__Output } from '../../envol/v1/UntagResourceResponse.ts';
import type { UpdateAliasRequest as _envol_v1_UpdateAliasRequest, UpdateAliasRequest__Output as _envol_v1_UpdateAliasRequest__Output } from '../../envol/v1/UpdateAliasRequest.ts';
import type { UpdateAliasResponse as _envol_v1_UpdateAliasResponse, UpdateAliasResponse__Output as _envol_v1_UpdateAliasResponse__Output } from '../../envol/v1/UpdateAliasResponse.ts';
import type { UpdateKeyDescriptionRequest as _envol_v1_UpdateKeyDescriptionRequest, UpdateKeyDescriptionRequest__Output as _envol_v1_UpdateKeyDescriptionRequest__Output } from '../../envol/v1/UpdateKeyDescriptionRequest.ts';
import type { UpdateKeyDescriptionResponse as _envol_v1_UpdateKeyDescriptionResponse, UpdateKeyDescriptionResponse__Output as _envol_v1_UpdateKeyDescriptionResponse__Output } from '../../envol/v1/UpdateKeyDescriptionResponse.ts';
import type { UpdatePrimaryRegionRequest as _envol_v1_UpdatePrimaryRegionRequest, UpdatePrimaryRegionRequest__Output as _envol_v1_UpdatePrimaryRegionRequest__Output } from '../../envol/v1/UpdatePrimaryRegionRequest.ts';
import type { UpdatePrimaryRegionResponse as _envol_v1_UpdatePrimaryRegionResponse, UpdatePrimaryRegionResponse__Output as _envol_v1_UpdatePrimaryRegionResponse__Output } from '../../envol/v1/UpdatePrimaryRegionResponse.ts';
import type { VerifyMacRequest as _envol_v1_VerifyMacRequest, VerifyMacRequest__Output as _envol_v1_VerifyMacRequest__Output } from '../../envol/v1/VerifyMacRequest.ts';
import type { VerifyMacResponse as _envol_v1_VerifyMacResponse, VerifyMacResponse__Output as _envol_v1_VerifyMacResponse__Output } from '../../envol/v1/VerifyMacResponse.ts';
import type { VerifyRequest as _envol_v1_VerifyRequest, VerifyRequest__Output as _envol_v1_VerifyRequest__Output } from '../../envol/v1/VerifyRequest.ts';
import type { VerifyResponse as _envol_v1_VerifyResponse, VerifyResponse__Output as _envol_v1_VerifyResponse__Output } from '../../envol/v1/VerifyResponse.ts';

/**
 * The keys that wrap data keys: AWS KMS, without custom key stores. Operations and their members have the names of the KMS
 * API; times are in milliseconds, under names that end with _ms. A field that is empty, 0 or false counts as absent, as far
 * as the KMS API lets it be absent. A daemon's keys are those of its home Region; replicas elsewhere answer at its other doors.
 * 
 * How refusals look, and which ones any call may give, is said at VolumeService. With a KMS elsewhere, any call may also end
 * with UNAVAILABLE (KMS_UNREACHABLE, KEY_UNAVAILABLE: try again) or INTERNAL (KMS_INTERNAL: see the daemon's log).
 */
export interface KeyServiceClient extends grpc.Client {
  /**
   * Takes a scheduled deletion back. The key is then disabled.
   * 
   * Condition                  Reason             gRPC code            What to do
   * key_id is absent           KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN  ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed     ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * No deletion is scheduled   KEY_STATE_INVALID  FAILED_PRECONDITION  Nothing is left to do.
   */
  CancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  CancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  CancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  CancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Takes a scheduled deletion back. The key is then disabled.
   * 
   * Condition                  Reason             gRPC code            What to do
   * key_id is absent           KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN  ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed     ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * No deletion is scheduled   KEY_STATE_INVALID  FAILED_PRECONDITION  Nothing is left to do.
   */
  cancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  cancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  cancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  cancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives a key another name.
   * 
   * Condition                                        Reason              gRPC code            What to do
   * alias_name or target_key_id is absent            KMS_VALIDATION      INVALID_ARGUMENT     Correct the field named.
   * alias_name does not begin with alias/            KMS_VALIDATION      INVALID_ARGUMENT     Correct it.
   * alias_name is too long, or has other characters  KMS_VALIDATION      INVALID_ARGUMENT     Correct it.
   * alias_name is empty after that, or has a colon   ALIAS_NAME_INVALID  INVALID_ARGUMENT     Correct it.
   * alias_name begins with alias/aws/                ALIAS_NAME_INVALID  INVALID_ARGUMENT     Choose another.
   * The alias is taken                               ALIAS_EXISTS        ALREADY_EXISTS       Choose another, or update it.
   * No such key                                      KEY_NOT_FOUND       NOT_FOUND            List the keys.
   * target_key_id is an alias name                   KMS_VALIDATION      INVALID_ARGUMENT     Give the key.
   * target_key_id is a malformed ARN                 ARN_INVALID         INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                           ACCESS_DENIED       PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion                      KEY_STATE_INVALID   FAILED_PRECONDITION  Choose another key.
   * The key has 50 aliases                           KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Delete one.
   */
  CreateAlias(argument: _envol_v1_CreateAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  CreateAlias(argument: _envol_v1_CreateAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  CreateAlias(argument: _envol_v1_CreateAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  CreateAlias(argument: _envol_v1_CreateAliasRequest, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Gives a key another name.
   * 
   * Condition                                        Reason              gRPC code            What to do
   * alias_name or target_key_id is absent            KMS_VALIDATION      INVALID_ARGUMENT     Correct the field named.
   * alias_name does not begin with alias/            KMS_VALIDATION      INVALID_ARGUMENT     Correct it.
   * alias_name is too long, or has other characters  KMS_VALIDATION      INVALID_ARGUMENT     Correct it.
   * alias_name is empty after that, or has a colon   ALIAS_NAME_INVALID  INVALID_ARGUMENT     Correct it.
   * alias_name begins with alias/aws/                ALIAS_NAME_INVALID  INVALID_ARGUMENT     Choose another.
   * The alias is taken                               ALIAS_EXISTS        ALREADY_EXISTS       Choose another, or update it.
   * No such key                                      KEY_NOT_FOUND       NOT_FOUND            List the keys.
   * target_key_id is an alias name                   KMS_VALIDATION      INVALID_ARGUMENT     Give the key.
   * target_key_id is a malformed ARN                 ARN_INVALID         INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                           ACCESS_DENIED       PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion                      KEY_STATE_INVALID   FAILED_PRECONDITION  Choose another key.
   * The key has 50 aliases                           KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Delete one.
   */
  createAlias(argument: _envol_v1_CreateAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  createAlias(argument: _envol_v1_CreateAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  createAlias(argument: _envol_v1_CreateAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  createAlias(argument: _envol_v1_CreateAliasRequest, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lets a principal use a key, beside what its policy allows. With a name, the same request made again gives the same grant.
   * 
   * Condition                                         Reason               gRPC code            What to do
   * key_id or grantee_principal is absent             KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * No such key                                       KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * A principal or name has other characters          KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * operations is empty, unknown or CreateGrant only  KMS_VALIDATION       INVALID_ARGUMENT     Give what is to be allowed.
   * operations do not fit the key                     KMS_VALIDATION       INVALID_ARGUMENT     Leave those out.
   * constraints do not fit the key, or are too many   KMS_VALIDATION       INVALID_ARGUMENT     Correct them.
   * A grant token is not of a grant on the key        GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                               KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key has 50,000 grants                         KMS_LIMIT_EXCEEDED   RESOURCE_EXHAUSTED   Retire some.
   * The key policy says no                            ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well              DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  CreateGrant(argument: _envol_v1_CreateGrantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateGrantResponse__Output>): grpc.ClientUnaryCall;
  CreateGrant(argument: _envol_v1_CreateGrantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateGrantResponse__Output>): grpc.ClientUnaryCall;
  CreateGrant(argument: _envol_v1_CreateGrantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateGrantResponse__Output>): grpc.ClientUnaryCall;
  CreateGrant(argument: _envol_v1_CreateGrantRequest, callback: grpc.requestCallback<_envol_v1_CreateGrantResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lets a principal use a key, beside what its policy allows. With a name, the same request made again gives the same grant.
   * 
   * Condition                                         Reason               gRPC code            What to do
   * key_id or grantee_principal is absent             KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * No such key                                       KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * A principal or name has other characters          KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * operations is empty, unknown or CreateGrant only  KMS_VALIDATION       INVALID_ARGUMENT     Give what is to be allowed.
   * operations do not fit the key                     KMS_VALIDATION       INVALID_ARGUMENT     Leave those out.
   * constraints do not fit the key, or are too many   KMS_VALIDATION       INVALID_ARGUMENT     Correct them.
   * A grant token is not of a grant on the key        GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                               KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key has 50,000 grants                         KMS_LIMIT_EXCEEDED   RESOURCE_EXHAUSTED   Retire some.
   * The key policy says no                            ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well              DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  createGrant(argument: _envol_v1_CreateGrantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateGrantResponse__Output>): grpc.ClientUnaryCall;
  createGrant(argument: _envol_v1_CreateGrantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateGrantResponse__Output>): grpc.ClientUnaryCall;
  createGrant(argument: _envol_v1_CreateGrantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateGrantResponse__Output>): grpc.ClientUnaryCall;
  createGrant(argument: _envol_v1_CreateGrantRequest, callback: grpc.requestCallback<_envol_v1_CreateGrantResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a key, enabled; or one that waits for its key material to be imported.
   * 
   * Condition                                          Reason              gRPC code           What to do
   * description is above 8192 characters               KMS_VALIDATION      INVALID_ARGUMENT    Correct the field named.
   * key_usage and key_spec unknown, or unfit together  KMS_VALIDATION      INVALID_ARGUMENT    Leave them out.
   * key_spec is known, but not offered                 KMS_UNSUPPORTED     INVALID_ARGUMENT    Leave it out.
   * A key or value of a tag has a wrong length         KMS_VALIDATION      INVALID_ARGUMENT    Correct the tag named.
   * A tag is doubled or reserved                       TAG_INVALID         INVALID_ARGUMENT    Correct the tags.
   * More than 50 tags                                  TAG_INVALID         INVALID_ARGUMENT    Leave some out.
   * origin is unknown                                  KMS_VALIDATION      INVALID_ARGUMENT    Leave it out.
   * origin is a custom key store                       KMS_UNSUPPORTED     INVALID_ARGUMENT    Use AWS_KMS or EXTERNAL.
   * policy is malformed, or locks the caller out       POLICY_INVALID      INVALID_ARGUMENT    Correct it, or bypass the check.
   * policy is above 32768 bytes                        KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Shorten it.
   * The account has 100,000 keys                       KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Delete keys.
   */
  CreateKey(argument: _envol_v1_CreateKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateKey(argument: _envol_v1_CreateKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateKey(argument: _envol_v1_CreateKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateKey(argument: _envol_v1_CreateKeyRequest, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a key, enabled; or one that waits for its key material to be imported.
   * 
   * Condition                                          Reason              gRPC code           What to do
   * description is above 8192 characters               KMS_VALIDATION      INVALID_ARGUMENT    Correct the field named.
   * key_usage and key_spec unknown, or unfit together  KMS_VALIDATION      INVALID_ARGUMENT    Leave them out.
   * key_spec is known, but not offered                 KMS_UNSUPPORTED     INVALID_ARGUMENT    Leave it out.
   * A key or value of a tag has a wrong length         KMS_VALIDATION      INVALID_ARGUMENT    Correct the tag named.
   * A tag is doubled or reserved                       TAG_INVALID         INVALID_ARGUMENT    Correct the tags.
   * More than 50 tags                                  TAG_INVALID         INVALID_ARGUMENT    Leave some out.
   * origin is unknown                                  KMS_VALIDATION      INVALID_ARGUMENT    Leave it out.
   * origin is a custom key store                       KMS_UNSUPPORTED     INVALID_ARGUMENT    Use AWS_KMS or EXTERNAL.
   * policy is malformed, or locks the caller out       POLICY_INVALID      INVALID_ARGUMENT    Correct it, or bypass the check.
   * policy is above 32768 bytes                        KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Shorten it.
   * The account has 100,000 keys                       KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Delete keys.
   */
  createKey(argument: _envol_v1_CreateKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  createKey(argument: _envol_v1_CreateKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  createKey(argument: _envol_v1_CreateKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  createKey(argument: _envol_v1_CreateKeyRequest, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Decrypts what Encrypt, ReEncrypt or GenerateDataKey made.
   * 
   * Condition                                          Reason               gRPC code            What to do
   * ciphertext_blob is empty or above 6144 bytes       KMS_VALIDATION       INVALID_ARGUMENT     Give it whole.
   * The ciphertext or the context is not the one made  CIPHERTEXT_INVALID   INVALID_ARGUMENT     Give both as they were made.
   * key_id is another key than the one that made it    KEY_INCORRECT        INVALID_ARGUMENT     Name that key, or none.
   * The key named does not exist                       KEY_NOT_FOUND        NOT_FOUND            Leave key_id out.
   * key_id is a malformed ARN                          ARN_INVALID          INVALID_ARGUMENT     Leave key_id out.
   * encryption_algorithm is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Leave it out.
   * encryption_algorithm does not fit the key          KEY_USAGE_INVALID    FAILED_PRECONDITION  Leave it out.
   * dry_run_modifiers is unknown                       KMS_VALIDATION       INVALID_ARGUMENT     Leave it out.
   * The key is disabled                                KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                        KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                             ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant on the key         GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well               DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  Decrypt(argument: _envol_v1_DecryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  Decrypt(argument: _envol_v1_DecryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  Decrypt(argument: _envol_v1_DecryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  Decrypt(argument: _envol_v1_DecryptRequest, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Decrypts what Encrypt, ReEncrypt or GenerateDataKey made.
   * 
   * Condition                                          Reason               gRPC code            What to do
   * ciphertext_blob is empty or above 6144 bytes       KMS_VALIDATION       INVALID_ARGUMENT     Give it whole.
   * The ciphertext or the context is not the one made  CIPHERTEXT_INVALID   INVALID_ARGUMENT     Give both as they were made.
   * key_id is another key than the one that made it    KEY_INCORRECT        INVALID_ARGUMENT     Name that key, or none.
   * The key named does not exist                       KEY_NOT_FOUND        NOT_FOUND            Leave key_id out.
   * key_id is a malformed ARN                          ARN_INVALID          INVALID_ARGUMENT     Leave key_id out.
   * encryption_algorithm is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Leave it out.
   * encryption_algorithm does not fit the key          KEY_USAGE_INVALID    FAILED_PRECONDITION  Leave it out.
   * dry_run_modifiers is unknown                       KMS_VALIDATION       INVALID_ARGUMENT     Leave it out.
   * The key is disabled                                KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                        KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                             ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant on the key         GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well               DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  decrypt(argument: _envol_v1_DecryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  decrypt(argument: _envol_v1_DecryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  decrypt(argument: _envol_v1_DecryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  decrypt(argument: _envol_v1_DecryptRequest, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Deletes an alias; its key stays.
   * 
   * Condition                                        Reason              gRPC code         What to do
   * alias_name is absent                             KMS_VALIDATION      INVALID_ARGUMENT  Correct the field named.
   * alias_name does not begin with alias/            KMS_VALIDATION      INVALID_ARGUMENT  Correct it.
   * alias_name is too long, or has other characters  KMS_VALIDATION      INVALID_ARGUMENT  Correct it.
   * alias_name is empty after that, or has a colon   ALIAS_NAME_INVALID  INVALID_ARGUMENT  Correct it.
   * alias_name begins with alias/aws/                ALIAS_NAME_INVALID  INVALID_ARGUMENT  Those stay.
   * No such alias                                    KEY_NOT_FOUND       NOT_FOUND         List the aliases.
   */
  DeleteAlias(argument: _envol_v1_DeleteAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  DeleteAlias(argument: _envol_v1_DeleteAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  DeleteAlias(argument: _envol_v1_DeleteAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  DeleteAlias(argument: _envol_v1_DeleteAliasRequest, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Deletes an alias; its key stays.
   * 
   * Condition                                        Reason              gRPC code         What to do
   * alias_name is absent                             KMS_VALIDATION      INVALID_ARGUMENT  Correct the field named.
   * alias_name does not begin with alias/            KMS_VALIDATION      INVALID_ARGUMENT  Correct it.
   * alias_name is too long, or has other characters  KMS_VALIDATION      INVALID_ARGUMENT  Correct it.
   * alias_name is empty after that, or has a colon   ALIAS_NAME_INVALID  INVALID_ARGUMENT  Correct it.
   * alias_name begins with alias/aws/                ALIAS_NAME_INVALID  INVALID_ARGUMENT  Those stay.
   * No such alias                                    KEY_NOT_FOUND       NOT_FOUND         List the aliases.
   */
  deleteAlias(argument: _envol_v1_DeleteAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  deleteAlias(argument: _envol_v1_DeleteAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  deleteAlias(argument: _envol_v1_DeleteAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  deleteAlias(argument: _envol_v1_DeleteAliasRequest, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Destroys imported key material. The key is pending import then, and usable again once the same material is imported.
   * 
   * Condition                          Reason                  gRPC code         What to do
   * key_id is absent                   KMS_VALIDATION          INVALID_ARGUMENT  Give it.
   * No such key                        KEY_NOT_FOUND           NOT_FOUND         List the keys.
   * key_id is a malformed ARN          ARN_INVALID             INVALID_ARGUMENT  Correct it.
   * key_material_id is not of the key  KEY_MATERIAL_INCORRECT  INVALID_ARGUMENT  List the key's rotations.
   * The key is not of origin EXTERNAL  KMS_UNSUPPORTED         INVALID_ARGUMENT  Use another key.
   */
  DeleteImportedKeyMaterial(argument: _envol_v1_DeleteImportedKeyMaterialRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteImportedKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  DeleteImportedKeyMaterial(argument: _envol_v1_DeleteImportedKeyMaterialRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeleteImportedKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  DeleteImportedKeyMaterial(argument: _envol_v1_DeleteImportedKeyMaterialRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteImportedKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  DeleteImportedKeyMaterial(argument: _envol_v1_DeleteImportedKeyMaterialRequest, callback: grpc.requestCallback<_envol_v1_DeleteImportedKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Destroys imported key material. The key is pending import then, and usable again once the same material is imported.
   * 
   * Condition                          Reason                  gRPC code         What to do
   * key_id is absent                   KMS_VALIDATION          INVALID_ARGUMENT  Give it.
   * No such key                        KEY_NOT_FOUND           NOT_FOUND         List the keys.
   * key_id is a malformed ARN          ARN_INVALID             INVALID_ARGUMENT  Correct it.
   * key_material_id is not of the key  KEY_MATERIAL_INCORRECT  INVALID_ARGUMENT  List the key's rotations.
   * The key is not of origin EXTERNAL  KMS_UNSUPPORTED         INVALID_ARGUMENT  Use another key.
   */
  deleteImportedKeyMaterial(argument: _envol_v1_DeleteImportedKeyMaterialRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteImportedKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  deleteImportedKeyMaterial(argument: _envol_v1_DeleteImportedKeyMaterialRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeleteImportedKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  deleteImportedKeyMaterial(argument: _envol_v1_DeleteImportedKeyMaterialRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteImportedKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  deleteImportedKeyMaterial(argument: _envol_v1_DeleteImportedKeyMaterialRequest, callback: grpc.requestCallback<_envol_v1_DeleteImportedKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Derives the secret that a key agreement key and a peer's public key have in common (ECDH).
   * 
   * Condition                                      Reason               gRPC code            What to do
   * key_id is absent                               KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                    KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                      ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * key_agreement_algorithm is not ECDH            KMS_VALIDATION       INVALID_ARGUMENT     Give ECDH.
   * public_key is none, or not on the key's curve  KMS_VALIDATION       INVALID_ARGUMENT     Give the peer's public key.
   * The key is not for key agreement               KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * A grant token is not of a grant on the key     GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                            KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                    KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                         ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well           DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  DeriveSharedSecret(argument: _envol_v1_DeriveSharedSecretRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeriveSharedSecretResponse__Output>): grpc.ClientUnaryCall;
  DeriveSharedSecret(argument: _envol_v1_DeriveSharedSecretRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeriveSharedSecretResponse__Output>): grpc.ClientUnaryCall;
  DeriveSharedSecret(argument: _envol_v1_DeriveSharedSecretRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeriveSharedSecretResponse__Output>): grpc.ClientUnaryCall;
  DeriveSharedSecret(argument: _envol_v1_DeriveSharedSecretRequest, callback: grpc.requestCallback<_envol_v1_DeriveSharedSecretResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Derives the secret that a key agreement key and a peer's public key have in common (ECDH).
   * 
   * Condition                                      Reason               gRPC code            What to do
   * key_id is absent                               KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                    KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                      ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * key_agreement_algorithm is not ECDH            KMS_VALIDATION       INVALID_ARGUMENT     Give ECDH.
   * public_key is none, or not on the key's curve  KMS_VALIDATION       INVALID_ARGUMENT     Give the peer's public key.
   * The key is not for key agreement               KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * A grant token is not of a grant on the key     GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                            KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                    KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                         ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well           DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  deriveSharedSecret(argument: _envol_v1_DeriveSharedSecretRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeriveSharedSecretResponse__Output>): grpc.ClientUnaryCall;
  deriveSharedSecret(argument: _envol_v1_DeriveSharedSecretRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeriveSharedSecretResponse__Output>): grpc.ClientUnaryCall;
  deriveSharedSecret(argument: _envol_v1_DeriveSharedSecretRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeriveSharedSecretResponse__Output>): grpc.ClientUnaryCall;
  deriveSharedSecret(argument: _envol_v1_DeriveSharedSecretRequest, callback: grpc.requestCallback<_envol_v1_DeriveSharedSecretResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Describes a key, in any state.
   * 
   * Condition                                   Reason               gRPC code         What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT  Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND         List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT  Correct it.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT  Give the token of CreateGrant.
   */
  DescribeKey(argument: _envol_v1_DescribeKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  DescribeKey(argument: _envol_v1_DescribeKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  DescribeKey(argument: _envol_v1_DescribeKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  DescribeKey(argument: _envol_v1_DescribeKeyRequest, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Describes a key, in any state.
   * 
   * Condition                                   Reason               gRPC code         What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT  Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND         List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT  Correct it.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT  Give the token of CreateGrant.
   */
  describeKey(argument: _envol_v1_DescribeKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  describeKey(argument: _envol_v1_DescribeKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  describeKey(argument: _envol_v1_DescribeKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  describeKey(argument: _envol_v1_DescribeKeyRequest, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Disables a key. When it answers, no front door gives or takes plaintext of a volume under the key (mode strict).
   * 
   * Condition                    Reason             gRPC code            What to do
   * key_id is absent             KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                  KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN    ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed       ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion  KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  DisableKey(argument: _envol_v1_DisableKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  DisableKey(argument: _envol_v1_DisableKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  DisableKey(argument: _envol_v1_DisableKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  DisableKey(argument: _envol_v1_DisableKeyRequest, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Disables a key. When it answers, no front door gives or takes plaintext of a volume under the key (mode strict).
   * 
   * Condition                    Reason             gRPC code            What to do
   * key_id is absent             KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                  KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN    ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed       ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion  KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  disableKey(argument: _envol_v1_DisableKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  disableKey(argument: _envol_v1_DisableKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  disableKey(argument: _envol_v1_DisableKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  disableKey(argument: _envol_v1_DisableKeyRequest, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Ends automatic rotation.
   * 
   * Condition                                         Reason             gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                            ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                               KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key is not symmetric, imported, or a replica  KMS_UNSUPPORTED    INVALID_ARGUMENT     Use another key.
   */
  DisableKeyRotation(argument: _envol_v1_DisableKeyRotationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DisableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  DisableKeyRotation(argument: _envol_v1_DisableKeyRotationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DisableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  DisableKeyRotation(argument: _envol_v1_DisableKeyRotationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DisableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  DisableKeyRotation(argument: _envol_v1_DisableKeyRotationRequest, callback: grpc.requestCallback<_envol_v1_DisableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Ends automatic rotation.
   * 
   * Condition                                         Reason             gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                            ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                               KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key is not symmetric, imported, or a replica  KMS_UNSUPPORTED    INVALID_ARGUMENT     Use another key.
   */
  disableKeyRotation(argument: _envol_v1_DisableKeyRotationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DisableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  disableKeyRotation(argument: _envol_v1_DisableKeyRotationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DisableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  disableKeyRotation(argument: _envol_v1_DisableKeyRotationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DisableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  disableKeyRotation(argument: _envol_v1_DisableKeyRotationRequest, callback: grpc.requestCallback<_envol_v1_DisableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a disabled key usable again. Volumes under it take reads and writes with the next request.
   * 
   * Condition                    Reason             gRPC code            What to do
   * key_id is absent             KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                  KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN    ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed       ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion  KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  EnableKey(argument: _envol_v1_EnableKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  EnableKey(argument: _envol_v1_EnableKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  EnableKey(argument: _envol_v1_EnableKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  EnableKey(argument: _envol_v1_EnableKeyRequest, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a disabled key usable again. Volumes under it take reads and writes with the next request.
   * 
   * Condition                    Reason             gRPC code            What to do
   * key_id is absent             KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                  KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN    ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed       ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion  KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  enableKey(argument: _envol_v1_EnableKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  enableKey(argument: _envol_v1_EnableKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  enableKey(argument: _envol_v1_EnableKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  enableKey(argument: _envol_v1_EnableKeyRequest, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Has new key material made after each period. What was encrypted before stays readable, and no data key changes.
   * 
   * Condition                                         Reason             gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * rotation_period_in_days is not 90 to 2560         KMS_VALIDATION     INVALID_ARGUMENT     Give 90 to 2560, or leave it out.
   * The key is AWS managed                            ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                               KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key is not symmetric, imported, or a replica  KMS_UNSUPPORTED    INVALID_ARGUMENT     Use another key.
   */
  EnableKeyRotation(argument: _envol_v1_EnableKeyRotationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EnableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  EnableKeyRotation(argument: _envol_v1_EnableKeyRotationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_EnableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  EnableKeyRotation(argument: _envol_v1_EnableKeyRotationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EnableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  EnableKeyRotation(argument: _envol_v1_EnableKeyRotationRequest, callback: grpc.requestCallback<_envol_v1_EnableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Has new key material made after each period. What was encrypted before stays readable, and no data key changes.
   * 
   * Condition                                         Reason             gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * rotation_period_in_days is not 90 to 2560         KMS_VALIDATION     INVALID_ARGUMENT     Give 90 to 2560, or leave it out.
   * The key is AWS managed                            ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                               KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key is not symmetric, imported, or a replica  KMS_UNSUPPORTED    INVALID_ARGUMENT     Use another key.
   */
  enableKeyRotation(argument: _envol_v1_EnableKeyRotationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EnableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  enableKeyRotation(argument: _envol_v1_EnableKeyRotationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_EnableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  enableKeyRotation(argument: _envol_v1_EnableKeyRotationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EnableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  enableKeyRotation(argument: _envol_v1_EnableKeyRotationRequest, callback: grpc.requestCallback<_envol_v1_EnableKeyRotationResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Encrypts up to 4096 bytes under the key itself.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * plaintext is empty or above 4096 bytes      KMS_VALIDATION       INVALID_ARGUMENT     Encrypt it under a data key.
   * encryption_algorithm is unknown             KMS_VALIDATION       INVALID_ARGUMENT     Leave it out.
   * encryption_algorithm does not fit the key   KEY_USAGE_INVALID    FAILED_PRECONDITION  Leave it out.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  Encrypt(argument: _envol_v1_EncryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  Encrypt(argument: _envol_v1_EncryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  Encrypt(argument: _envol_v1_EncryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  Encrypt(argument: _envol_v1_EncryptRequest, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Encrypts up to 4096 bytes under the key itself.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * plaintext is empty or above 4096 bytes      KMS_VALIDATION       INVALID_ARGUMENT     Encrypt it under a data key.
   * encryption_algorithm is unknown             KMS_VALIDATION       INVALID_ARGUMENT     Leave it out.
   * encryption_algorithm does not fit the key   KEY_USAGE_INVALID    FAILED_PRECONDITION  Leave it out.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  encrypt(argument: _envol_v1_EncryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  encrypt(argument: _envol_v1_EncryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  encrypt(argument: _envol_v1_EncryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  encrypt(argument: _envol_v1_EncryptRequest, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a random data key, in the clear and wrapped by the key.
   * 
   * Condition                                           Reason               gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * Both or none of number_of_bytes and key_spec        KMS_VALIDATION       INVALID_ARGUMENT     Give one of them.
   * number_of_bytes is above 1024, or key_spec unknown  KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * The key is disabled                                 KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                         KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                              ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant on the key          GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well                DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  GenerateDataKey(argument: _envol_v1_GenerateDataKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKey(argument: _envol_v1_GenerateDataKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKey(argument: _envol_v1_GenerateDataKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKey(argument: _envol_v1_GenerateDataKeyRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a random data key, in the clear and wrapped by the key.
   * 
   * Condition                                           Reason               gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * Both or none of number_of_bytes and key_spec        KMS_VALIDATION       INVALID_ARGUMENT     Give one of them.
   * number_of_bytes is above 1024, or key_spec unknown  KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * The key is disabled                                 KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                         KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                              ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant on the key          GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well                DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  generateDataKey(argument: _envol_v1_GenerateDataKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  generateDataKey(argument: _envol_v1_GenerateDataKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  generateDataKey(argument: _envol_v1_GenerateDataKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  generateDataKey(argument: _envol_v1_GenerateDataKeyRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a random key pair, its private key in the clear and wrapped by the key.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * key_pair_spec is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Correct it.
   * key_pair_spec is not offered                KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another.
   * The key is not for data keys                KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  GenerateDataKeyPair(argument: _envol_v1_GenerateDataKeyPairRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyPair(argument: _envol_v1_GenerateDataKeyPairRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyPair(argument: _envol_v1_GenerateDataKeyPairRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyPair(argument: _envol_v1_GenerateDataKeyPairRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a random key pair, its private key in the clear and wrapped by the key.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * key_pair_spec is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Correct it.
   * key_pair_spec is not offered                KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another.
   * The key is not for data keys                KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  generateDataKeyPair(argument: _envol_v1_GenerateDataKeyPairRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyPair(argument: _envol_v1_GenerateDataKeyPairRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyPair(argument: _envol_v1_GenerateDataKeyPairRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyPair(argument: _envol_v1_GenerateDataKeyPairRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a random key pair, its private key wrapped by the key only.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * key_pair_spec is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Correct it.
   * key_pair_spec is not offered                KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another.
   * The key is not for data keys                KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  GenerateDataKeyPairWithoutPlaintext(argument: _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyPairWithoutPlaintext(argument: _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyPairWithoutPlaintext(argument: _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyPairWithoutPlaintext(argument: _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a random key pair, its private key wrapped by the key only.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * key_pair_spec is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Correct it.
   * key_pair_spec is not offered                KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another.
   * The key is not for data keys                KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  generateDataKeyPairWithoutPlaintext(argument: _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyPairWithoutPlaintext(argument: _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyPairWithoutPlaintext(argument: _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyPairWithoutPlaintext(argument: _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyPairWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a random data key, wrapped by the key only.
   * 
   * Condition                                           Reason               gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * Both or none of number_of_bytes and key_spec        KMS_VALIDATION       INVALID_ARGUMENT     Give one of them.
   * number_of_bytes is above 1024, or key_spec unknown  KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * The key is disabled                                 KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                         KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                              ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant on the key          GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well                DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  GenerateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a random data key, wrapped by the key only.
   * 
   * Condition                                           Reason               gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * Both or none of number_of_bytes and key_spec        KMS_VALIDATION       INVALID_ARGUMENT     Give one of them.
   * number_of_bytes is above 1024, or key_spec unknown  KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * The key is disabled                                 KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                         KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                              ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant on the key          GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well                DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  generateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes the MAC of a message under an HMAC key.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * message is empty or above 4096 bytes        KMS_VALIDATION       INVALID_ARGUMENT     Shorten it.
   * mac_algorithm is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Correct it.
   * The key is not for MACs                     KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * mac_algorithm does not fit the key          KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  GenerateMac(argument: _envol_v1_GenerateMacRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateMacResponse__Output>): grpc.ClientUnaryCall;
  GenerateMac(argument: _envol_v1_GenerateMacRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateMacResponse__Output>): grpc.ClientUnaryCall;
  GenerateMac(argument: _envol_v1_GenerateMacRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateMacResponse__Output>): grpc.ClientUnaryCall;
  GenerateMac(argument: _envol_v1_GenerateMacRequest, callback: grpc.requestCallback<_envol_v1_GenerateMacResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes the MAC of a message under an HMAC key.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * message is empty or above 4096 bytes        KMS_VALIDATION       INVALID_ARGUMENT     Shorten it.
   * mac_algorithm is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Correct it.
   * The key is not for MACs                     KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * mac_algorithm does not fit the key          KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  generateMac(argument: _envol_v1_GenerateMacRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateMacResponse__Output>): grpc.ClientUnaryCall;
  generateMac(argument: _envol_v1_GenerateMacRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateMacResponse__Output>): grpc.ClientUnaryCall;
  generateMac(argument: _envol_v1_GenerateMacRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateMacResponse__Output>): grpc.ClientUnaryCall;
  generateMac(argument: _envol_v1_GenerateMacRequest, callback: grpc.requestCallback<_envol_v1_GenerateMacResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives random bytes.
   * 
   * Condition                                Reason          gRPC code         What to do
   * number_of_bytes is absent or above 1024  KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 1024.
   */
  GenerateRandom(argument: _envol_v1_GenerateRandomRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateRandomResponse__Output>): grpc.ClientUnaryCall;
  GenerateRandom(argument: _envol_v1_GenerateRandomRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateRandomResponse__Output>): grpc.ClientUnaryCall;
  GenerateRandom(argument: _envol_v1_GenerateRandomRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateRandomResponse__Output>): grpc.ClientUnaryCall;
  GenerateRandom(argument: _envol_v1_GenerateRandomRequest, callback: grpc.requestCallback<_envol_v1_GenerateRandomResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Gives random bytes.
   * 
   * Condition                                Reason          gRPC code         What to do
   * number_of_bytes is absent or above 1024  KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 1024.
   */
  generateRandom(argument: _envol_v1_GenerateRandomRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateRandomResponse__Output>): grpc.ClientUnaryCall;
  generateRandom(argument: _envol_v1_GenerateRandomRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateRandomResponse__Output>): grpc.ClientUnaryCall;
  generateRandom(argument: _envol_v1_GenerateRandomRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateRandomResponse__Output>): grpc.ClientUnaryCall;
  generateRandom(argument: _envol_v1_GenerateRandomRequest, callback: grpc.requestCallback<_envol_v1_GenerateRandomResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says when a key was last used with success, and by which operation, since the daemon was started.
   * 
   * Condition                  Reason          gRPC code         What to do
   * key_id is absent           KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN  ARN_INVALID     INVALID_ARGUMENT  Correct it.
   */
  GetKeyLastUsage(argument: _envol_v1_GetKeyLastUsageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetKeyLastUsageResponse__Output>): grpc.ClientUnaryCall;
  GetKeyLastUsage(argument: _envol_v1_GetKeyLastUsageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetKeyLastUsageResponse__Output>): grpc.ClientUnaryCall;
  GetKeyLastUsage(argument: _envol_v1_GetKeyLastUsageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetKeyLastUsageResponse__Output>): grpc.ClientUnaryCall;
  GetKeyLastUsage(argument: _envol_v1_GetKeyLastUsageRequest, callback: grpc.requestCallback<_envol_v1_GetKeyLastUsageResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Says when a key was last used with success, and by which operation, since the daemon was started.
   * 
   * Condition                  Reason          gRPC code         What to do
   * key_id is absent           KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN  ARN_INVALID     INVALID_ARGUMENT  Correct it.
   */
  getKeyLastUsage(argument: _envol_v1_GetKeyLastUsageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetKeyLastUsageResponse__Output>): grpc.ClientUnaryCall;
  getKeyLastUsage(argument: _envol_v1_GetKeyLastUsageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetKeyLastUsageResponse__Output>): grpc.ClientUnaryCall;
  getKeyLastUsage(argument: _envol_v1_GetKeyLastUsageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetKeyLastUsageResponse__Output>): grpc.ClientUnaryCall;
  getKeyLastUsage(argument: _envol_v1_GetKeyLastUsageRequest, callback: grpc.requestCallback<_envol_v1_GetKeyLastUsageResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives the policy of a key. One that was given none has the default one: the account may do everything.
   * 
   * Condition                   Reason          gRPC code         What to do
   * key_id is absent            KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                 KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN   ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * policy_name is not default  KEY_NOT_FOUND   NOT_FOUND         Leave it out.
   */
  GetKeyPolicy(argument: _envol_v1_GetKeyPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  GetKeyPolicy(argument: _envol_v1_GetKeyPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  GetKeyPolicy(argument: _envol_v1_GetKeyPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  GetKeyPolicy(argument: _envol_v1_GetKeyPolicyRequest, callback: grpc.requestCallback<_envol_v1_GetKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Gives the policy of a key. One that was given none has the default one: the account may do everything.
   * 
   * Condition                   Reason          gRPC code         What to do
   * key_id is absent            KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                 KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN   ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * policy_name is not default  KEY_NOT_FOUND   NOT_FOUND         Leave it out.
   */
  getKeyPolicy(argument: _envol_v1_GetKeyPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  getKeyPolicy(argument: _envol_v1_GetKeyPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  getKeyPolicy(argument: _envol_v1_GetKeyPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  getKeyPolicy(argument: _envol_v1_GetKeyPolicyRequest, callback: grpc.requestCallback<_envol_v1_GetKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says whether a key is rotated automatically, and when next.
   * 
   * Condition                              Reason           gRPC code         What to do
   * key_id is absent                       KMS_VALIDATION   INVALID_ARGUMENT  Give it.
   * No such key                            KEY_NOT_FOUND    NOT_FOUND         List the keys.
   * key_id is a malformed ARN              ARN_INVALID      INVALID_ARGUMENT  Correct it.
   * The key is not symmetric, or imported  KMS_UNSUPPORTED  INVALID_ARGUMENT  Use another key.
   */
  GetKeyRotationStatus(argument: _envol_v1_GetKeyRotationStatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetKeyRotationStatusResponse__Output>): grpc.ClientUnaryCall;
  GetKeyRotationStatus(argument: _envol_v1_GetKeyRotationStatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetKeyRotationStatusResponse__Output>): grpc.ClientUnaryCall;
  GetKeyRotationStatus(argument: _envol_v1_GetKeyRotationStatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetKeyRotationStatusResponse__Output>): grpc.ClientUnaryCall;
  GetKeyRotationStatus(argument: _envol_v1_GetKeyRotationStatusRequest, callback: grpc.requestCallback<_envol_v1_GetKeyRotationStatusResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Says whether a key is rotated automatically, and when next.
   * 
   * Condition                              Reason           gRPC code         What to do
   * key_id is absent                       KMS_VALIDATION   INVALID_ARGUMENT  Give it.
   * No such key                            KEY_NOT_FOUND    NOT_FOUND         List the keys.
   * key_id is a malformed ARN              ARN_INVALID      INVALID_ARGUMENT  Correct it.
   * The key is not symmetric, or imported  KMS_UNSUPPORTED  INVALID_ARGUMENT  Use another key.
   */
  getKeyRotationStatus(argument: _envol_v1_GetKeyRotationStatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetKeyRotationStatusResponse__Output>): grpc.ClientUnaryCall;
  getKeyRotationStatus(argument: _envol_v1_GetKeyRotationStatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetKeyRotationStatusResponse__Output>): grpc.ClientUnaryCall;
  getKeyRotationStatus(argument: _envol_v1_GetKeyRotationStatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetKeyRotationStatusResponse__Output>): grpc.ClientUnaryCall;
  getKeyRotationStatus(argument: _envol_v1_GetKeyRotationStatusRequest, callback: grpc.requestCallback<_envol_v1_GetKeyRotationStatusResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives a public key to wrap key material with, and the token to import it by. Both end after 24 hours.
   * 
   * Condition                                           Reason             gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * wrapping_algorithm or wrapping_key_spec is unknown  KMS_VALIDATION     INVALID_ARGUMENT     Correct the field named.
   * wrapping_algorithm cannot wrap an RSA key           KMS_VALIDATION     INVALID_ARGUMENT     Use RSA_AES_KEY_WRAP_SHA_256.
   * wrapping_algorithm or _key_spec is not offered      KMS_UNSUPPORTED    INVALID_ARGUMENT     Use RSAES_OAEP_SHA_256, RSA_2048.
   * The key is not of origin EXTERNAL                   KMS_UNSUPPORTED    INVALID_ARGUMENT     Use another key.
   * The key is pending deletion                         KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  GetParametersForImport(argument: _envol_v1_GetParametersForImportRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetParametersForImportResponse__Output>): grpc.ClientUnaryCall;
  GetParametersForImport(argument: _envol_v1_GetParametersForImportRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetParametersForImportResponse__Output>): grpc.ClientUnaryCall;
  GetParametersForImport(argument: _envol_v1_GetParametersForImportRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetParametersForImportResponse__Output>): grpc.ClientUnaryCall;
  GetParametersForImport(argument: _envol_v1_GetParametersForImportRequest, callback: grpc.requestCallback<_envol_v1_GetParametersForImportResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Gives a public key to wrap key material with, and the token to import it by. Both end after 24 hours.
   * 
   * Condition                                           Reason             gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * wrapping_algorithm or wrapping_key_spec is unknown  KMS_VALIDATION     INVALID_ARGUMENT     Correct the field named.
   * wrapping_algorithm cannot wrap an RSA key           KMS_VALIDATION     INVALID_ARGUMENT     Use RSA_AES_KEY_WRAP_SHA_256.
   * wrapping_algorithm or _key_spec is not offered      KMS_UNSUPPORTED    INVALID_ARGUMENT     Use RSAES_OAEP_SHA_256, RSA_2048.
   * The key is not of origin EXTERNAL                   KMS_UNSUPPORTED    INVALID_ARGUMENT     Use another key.
   * The key is pending deletion                         KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  getParametersForImport(argument: _envol_v1_GetParametersForImportRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetParametersForImportResponse__Output>): grpc.ClientUnaryCall;
  getParametersForImport(argument: _envol_v1_GetParametersForImportRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetParametersForImportResponse__Output>): grpc.ClientUnaryCall;
  getParametersForImport(argument: _envol_v1_GetParametersForImportRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetParametersForImportResponse__Output>): grpc.ClientUnaryCall;
  getParametersForImport(argument: _envol_v1_GetParametersForImportRequest, callback: grpc.requestCallback<_envol_v1_GetParametersForImportResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives the public key of an asymmetric key, to be used without the KMS.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * The key has no public key                   KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another key.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel the deletion first.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   */
  GetPublicKey(argument: _envol_v1_GetPublicKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetPublicKeyResponse__Output>): grpc.ClientUnaryCall;
  GetPublicKey(argument: _envol_v1_GetPublicKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetPublicKeyResponse__Output>): grpc.ClientUnaryCall;
  GetPublicKey(argument: _envol_v1_GetPublicKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetPublicKeyResponse__Output>): grpc.ClientUnaryCall;
  GetPublicKey(argument: _envol_v1_GetPublicKeyRequest, callback: grpc.requestCallback<_envol_v1_GetPublicKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Gives the public key of an asymmetric key, to be used without the KMS.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * The key has no public key                   KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another key.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel the deletion first.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   */
  getPublicKey(argument: _envol_v1_GetPublicKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetPublicKeyResponse__Output>): grpc.ClientUnaryCall;
  getPublicKey(argument: _envol_v1_GetPublicKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetPublicKeyResponse__Output>): grpc.ClientUnaryCall;
  getPublicKey(argument: _envol_v1_GetPublicKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetPublicKeyResponse__Output>): grpc.ClientUnaryCall;
  getPublicKey(argument: _envol_v1_GetPublicKeyRequest, callback: grpc.requestCallback<_envol_v1_GetPublicKeyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Brings key material that was wrapped by the public key of GetParametersForImport. The key is enabled then.
   * 
   * Condition                                         Reason                  gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION          INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND           NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID             INVALID_ARGUMENT     Correct it.
   * import_token or encrypted_key_material is absent  KMS_VALIDATION          INVALID_ARGUMENT     Correct the field named.
   * expiration_model and valid_to_ms contradict       KMS_VALIDATION          INVALID_ARGUMENT     Correct the field named.
   * import_type or expiration_model is unknown        KMS_VALIDATION          INVALID_ARGUMENT     Correct the field named.
   * key_material_description has other characters     KMS_VALIDATION          INVALID_ARGUMENT     Correct it.
   * import_token was not made for the key             IMPORT_TOKEN_INVALID    INVALID_ARGUMENT     Get new parameters.
   * import_token is older than 24 hours               IMPORT_TOKEN_EXPIRED    INVALID_ARGUMENT     Get new parameters.
   * encrypted_key_material does not open              CIPHERTEXT_INVALID      INVALID_ARGUMENT     Wrap it as the parameters say.
   * The material does not fit the key                 KEY_MATERIAL_INCORRECT  INVALID_ARGUMENT     Import what belongs to the key.
   * Material waits for a rotation already             KEY_STATE_INVALID       FAILED_PRECONDITION  Rotate first.
   * The key is not of origin EXTERNAL                 KMS_UNSUPPORTED         INVALID_ARGUMENT     Use another key.
   * The key is pending deletion                       KEY_STATE_INVALID       FAILED_PRECONDITION  Cancel the deletion first.
   */
  ImportKeyMaterial(argument: _envol_v1_ImportKeyMaterialRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ImportKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  ImportKeyMaterial(argument: _envol_v1_ImportKeyMaterialRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ImportKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  ImportKeyMaterial(argument: _envol_v1_ImportKeyMaterialRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ImportKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  ImportKeyMaterial(argument: _envol_v1_ImportKeyMaterialRequest, callback: grpc.requestCallback<_envol_v1_ImportKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Brings key material that was wrapped by the public key of GetParametersForImport. The key is enabled then.
   * 
   * Condition                                         Reason                  gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION          INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND           NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID             INVALID_ARGUMENT     Correct it.
   * import_token or encrypted_key_material is absent  KMS_VALIDATION          INVALID_ARGUMENT     Correct the field named.
   * expiration_model and valid_to_ms contradict       KMS_VALIDATION          INVALID_ARGUMENT     Correct the field named.
   * import_type or expiration_model is unknown        KMS_VALIDATION          INVALID_ARGUMENT     Correct the field named.
   * key_material_description has other characters     KMS_VALIDATION          INVALID_ARGUMENT     Correct it.
   * import_token was not made for the key             IMPORT_TOKEN_INVALID    INVALID_ARGUMENT     Get new parameters.
   * import_token is older than 24 hours               IMPORT_TOKEN_EXPIRED    INVALID_ARGUMENT     Get new parameters.
   * encrypted_key_material does not open              CIPHERTEXT_INVALID      INVALID_ARGUMENT     Wrap it as the parameters say.
   * The material does not fit the key                 KEY_MATERIAL_INCORRECT  INVALID_ARGUMENT     Import what belongs to the key.
   * Material waits for a rotation already             KEY_STATE_INVALID       FAILED_PRECONDITION  Rotate first.
   * The key is not of origin EXTERNAL                 KMS_UNSUPPORTED         INVALID_ARGUMENT     Use another key.
   * The key is pending deletion                       KEY_STATE_INVALID       FAILED_PRECONDITION  Cancel the deletion first.
   */
  importKeyMaterial(argument: _envol_v1_ImportKeyMaterialRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ImportKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  importKeyMaterial(argument: _envol_v1_ImportKeyMaterialRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ImportKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  importKeyMaterial(argument: _envol_v1_ImportKeyMaterialRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ImportKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  importKeyMaterial(argument: _envol_v1_ImportKeyMaterialRequest, callback: grpc.requestCallback<_envol_v1_ImportKeyMaterialResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists the aliases, a page at a time.
   * 
   * Condition                         Reason          gRPC code         What to do
   * limit is above 100                KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 100.
   * key_id names no key               KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListAliases(argument: _envol_v1_ListAliasesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  ListAliases(argument: _envol_v1_ListAliasesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  ListAliases(argument: _envol_v1_ListAliasesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  ListAliases(argument: _envol_v1_ListAliasesRequest, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists the aliases, a page at a time.
   * 
   * Condition                         Reason          gRPC code         What to do
   * limit is above 100                KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 100.
   * key_id names no key               KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  listAliases(argument: _envol_v1_ListAliasesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  listAliases(argument: _envol_v1_ListAliasesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  listAliases(argument: _envol_v1_ListAliasesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  listAliases(argument: _envol_v1_ListAliasesRequest, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists the grants on a key, a page at a time: who may do what with it, beside what its policy allows. An attached
   * volume holds one, to unwrap its data key.
   * 
   * Condition                         Reason            gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION    INVALID_ARGUMENT  Give it.
   * key_id names no key               KEY_NOT_FOUND     NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID       INVALID_ARGUMENT  Correct it.
   * limit is above 100                KMS_VALIDATION    INVALID_ARGUMENT  Ask for 1 to 100.
   * marker was not made by this call  MARKER_INVALID    INVALID_ARGUMENT  Start from the first page.
   * The key has no grant of grant_id  GRANT_ID_INVALID  INVALID_ARGUMENT  Leave it out.
   */
  ListGrants(argument: _envol_v1_ListGrantsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  ListGrants(argument: _envol_v1_ListGrantsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  ListGrants(argument: _envol_v1_ListGrantsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  ListGrants(argument: _envol_v1_ListGrantsRequest, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists the grants on a key, a page at a time: who may do what with it, beside what its policy allows. An attached
   * volume holds one, to unwrap its data key.
   * 
   * Condition                         Reason            gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION    INVALID_ARGUMENT  Give it.
   * key_id names no key               KEY_NOT_FOUND     NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID       INVALID_ARGUMENT  Correct it.
   * limit is above 100                KMS_VALIDATION    INVALID_ARGUMENT  Ask for 1 to 100.
   * marker was not made by this call  MARKER_INVALID    INVALID_ARGUMENT  Start from the first page.
   * The key has no grant of grant_id  GRANT_ID_INVALID  INVALID_ARGUMENT  Leave it out.
   */
  listGrants(argument: _envol_v1_ListGrantsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  listGrants(argument: _envol_v1_ListGrantsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  listGrants(argument: _envol_v1_ListGrantsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  listGrants(argument: _envol_v1_ListGrantsRequest, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists the names of the policies of a key: default, and no other.
   * 
   * Condition                         Reason          gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                       KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * limit is above 1000               KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 1000.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListKeyPolicies(argument: _envol_v1_ListKeyPoliciesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeyPoliciesResponse__Output>): grpc.ClientUnaryCall;
  ListKeyPolicies(argument: _envol_v1_ListKeyPoliciesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListKeyPoliciesResponse__Output>): grpc.ClientUnaryCall;
  ListKeyPolicies(argument: _envol_v1_ListKeyPoliciesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeyPoliciesResponse__Output>): grpc.ClientUnaryCall;
  ListKeyPolicies(argument: _envol_v1_ListKeyPoliciesRequest, callback: grpc.requestCallback<_envol_v1_ListKeyPoliciesResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists the names of the policies of a key: default, and no other.
   * 
   * Condition                         Reason          gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                       KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * limit is above 1000               KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 1000.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  listKeyPolicies(argument: _envol_v1_ListKeyPoliciesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeyPoliciesResponse__Output>): grpc.ClientUnaryCall;
  listKeyPolicies(argument: _envol_v1_ListKeyPoliciesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListKeyPoliciesResponse__Output>): grpc.ClientUnaryCall;
  listKeyPolicies(argument: _envol_v1_ListKeyPoliciesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeyPoliciesResponse__Output>): grpc.ClientUnaryCall;
  listKeyPolicies(argument: _envol_v1_ListKeyPoliciesRequest, callback: grpc.requestCallback<_envol_v1_ListKeyPoliciesResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists the rotations of a key, oldest first, a page at a time.
   * 
   * Condition                         Reason           gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION   INVALID_ARGUMENT  Give it.
   * No such key                       KEY_NOT_FOUND    NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID      INVALID_ARGUMENT  Correct it.
   * include_key_material is unknown   KMS_VALIDATION   INVALID_ARGUMENT  Leave it out.
   * limit is above 1000               KMS_VALIDATION   INVALID_ARGUMENT  Ask for 1 to 1000.
   * marker was not made by this call  MARKER_INVALID   INVALID_ARGUMENT  Start from the first page.
   * The key is not symmetric          KMS_UNSUPPORTED  INVALID_ARGUMENT  Use another key.
   */
  ListKeyRotations(argument: _envol_v1_ListKeyRotationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeyRotationsResponse__Output>): grpc.ClientUnaryCall;
  ListKeyRotations(argument: _envol_v1_ListKeyRotationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListKeyRotationsResponse__Output>): grpc.ClientUnaryCall;
  ListKeyRotations(argument: _envol_v1_ListKeyRotationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeyRotationsResponse__Output>): grpc.ClientUnaryCall;
  ListKeyRotations(argument: _envol_v1_ListKeyRotationsRequest, callback: grpc.requestCallback<_envol_v1_ListKeyRotationsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists the rotations of a key, oldest first, a page at a time.
   * 
   * Condition                         Reason           gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION   INVALID_ARGUMENT  Give it.
   * No such key                       KEY_NOT_FOUND    NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID      INVALID_ARGUMENT  Correct it.
   * include_key_material is unknown   KMS_VALIDATION   INVALID_ARGUMENT  Leave it out.
   * limit is above 1000               KMS_VALIDATION   INVALID_ARGUMENT  Ask for 1 to 1000.
   * marker was not made by this call  MARKER_INVALID   INVALID_ARGUMENT  Start from the first page.
   * The key is not symmetric          KMS_UNSUPPORTED  INVALID_ARGUMENT  Use another key.
   */
  listKeyRotations(argument: _envol_v1_ListKeyRotationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeyRotationsResponse__Output>): grpc.ClientUnaryCall;
  listKeyRotations(argument: _envol_v1_ListKeyRotationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListKeyRotationsResponse__Output>): grpc.ClientUnaryCall;
  listKeyRotations(argument: _envol_v1_ListKeyRotationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeyRotationsResponse__Output>): grpc.ClientUnaryCall;
  listKeyRotations(argument: _envol_v1_ListKeyRotationsRequest, callback: grpc.requestCallback<_envol_v1_ListKeyRotationsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists the keys, a page at a time.
   * 
   * Condition                         Reason          gRPC code         What to do
   * limit is above 1000               KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 1000.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListKeys(argument: _envol_v1_ListKeysRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  ListKeys(argument: _envol_v1_ListKeysRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  ListKeys(argument: _envol_v1_ListKeysRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  ListKeys(argument: _envol_v1_ListKeysRequest, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists the keys, a page at a time.
   * 
   * Condition                         Reason          gRPC code         What to do
   * limit is above 1000               KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 1000.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  listKeys(argument: _envol_v1_ListKeysRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  listKeys(argument: _envol_v1_ListKeysRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  listKeys(argument: _envol_v1_ListKeysRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  listKeys(argument: _envol_v1_ListKeysRequest, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists the tags of a key in order of their keys, a page at a time.
   * 
   * Condition                         Reason          gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                       KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * limit is above 50                 KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 50.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListResourceTags(argument: _envol_v1_ListResourceTagsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListResourceTagsResponse__Output>): grpc.ClientUnaryCall;
  ListResourceTags(argument: _envol_v1_ListResourceTagsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListResourceTagsResponse__Output>): grpc.ClientUnaryCall;
  ListResourceTags(argument: _envol_v1_ListResourceTagsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListResourceTagsResponse__Output>): grpc.ClientUnaryCall;
  ListResourceTags(argument: _envol_v1_ListResourceTagsRequest, callback: grpc.requestCallback<_envol_v1_ListResourceTagsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists the tags of a key in order of their keys, a page at a time.
   * 
   * Condition                         Reason          gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                       KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * limit is above 50                 KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 50.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  listResourceTags(argument: _envol_v1_ListResourceTagsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListResourceTagsResponse__Output>): grpc.ClientUnaryCall;
  listResourceTags(argument: _envol_v1_ListResourceTagsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListResourceTagsResponse__Output>): grpc.ClientUnaryCall;
  listResourceTags(argument: _envol_v1_ListResourceTagsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListResourceTagsResponse__Output>): grpc.ClientUnaryCall;
  listResourceTags(argument: _envol_v1_ListResourceTagsRequest, callback: grpc.requestCallback<_envol_v1_ListResourceTagsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists the grants on all keys that a principal may retire, a page at a time.
   * 
   * Condition                                  Reason          gRPC code         What to do
   * retiring_principal is absent or malformed  KMS_VALIDATION  INVALID_ARGUMENT  Give an ARN.
   * limit is above 100                         KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 100.
   * marker was not made by this call           MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListRetirableGrants(argument: _envol_v1_ListRetirableGrantsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListRetirableGrantsResponse__Output>): grpc.ClientUnaryCall;
  ListRetirableGrants(argument: _envol_v1_ListRetirableGrantsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListRetirableGrantsResponse__Output>): grpc.ClientUnaryCall;
  ListRetirableGrants(argument: _envol_v1_ListRetirableGrantsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListRetirableGrantsResponse__Output>): grpc.ClientUnaryCall;
  ListRetirableGrants(argument: _envol_v1_ListRetirableGrantsRequest, callback: grpc.requestCallback<_envol_v1_ListRetirableGrantsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists the grants on all keys that a principal may retire, a page at a time.
   * 
   * Condition                                  Reason          gRPC code         What to do
   * retiring_principal is absent or malformed  KMS_VALIDATION  INVALID_ARGUMENT  Give an ARN.
   * limit is above 100                         KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 100.
   * marker was not made by this call           MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  listRetirableGrants(argument: _envol_v1_ListRetirableGrantsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListRetirableGrantsResponse__Output>): grpc.ClientUnaryCall;
  listRetirableGrants(argument: _envol_v1_ListRetirableGrantsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListRetirableGrantsResponse__Output>): grpc.ClientUnaryCall;
  listRetirableGrants(argument: _envol_v1_ListRetirableGrantsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListRetirableGrantsResponse__Output>): grpc.ClientUnaryCall;
  listRetirableGrants(argument: _envol_v1_ListRetirableGrantsRequest, callback: grpc.requestCallback<_envol_v1_ListRetirableGrantsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Puts another policy in the place of the present one.
   * 
   * Condition                                     Reason              gRPC code           What to do
   * key_id is absent                              KMS_VALIDATION      INVALID_ARGUMENT    Give it.
   * No such key                                   KEY_NOT_FOUND       NOT_FOUND           List the keys.
   * key_id is a malformed ARN                     ARN_INVALID         INVALID_ARGUMENT    Correct it.
   * policy_name is not default                    KEY_NOT_FOUND       NOT_FOUND           Leave it out.
   * policy is absent                              KMS_VALIDATION      INVALID_ARGUMENT    Give it.
   * policy is malformed, or locks the caller out  POLICY_INVALID      INVALID_ARGUMENT    Correct it, or bypass the check.
   * policy is above 32768 bytes                   KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Shorten it.
   * The key is AWS managed                        ACCESS_DENIED       PERMISSION_DENIED   Use a key of your own.
   */
  PutKeyPolicy(argument: _envol_v1_PutKeyPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PutKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  PutKeyPolicy(argument: _envol_v1_PutKeyPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_PutKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  PutKeyPolicy(argument: _envol_v1_PutKeyPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PutKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  PutKeyPolicy(argument: _envol_v1_PutKeyPolicyRequest, callback: grpc.requestCallback<_envol_v1_PutKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Puts another policy in the place of the present one.
   * 
   * Condition                                     Reason              gRPC code           What to do
   * key_id is absent                              KMS_VALIDATION      INVALID_ARGUMENT    Give it.
   * No such key                                   KEY_NOT_FOUND       NOT_FOUND           List the keys.
   * key_id is a malformed ARN                     ARN_INVALID         INVALID_ARGUMENT    Correct it.
   * policy_name is not default                    KEY_NOT_FOUND       NOT_FOUND           Leave it out.
   * policy is absent                              KMS_VALIDATION      INVALID_ARGUMENT    Give it.
   * policy is malformed, or locks the caller out  POLICY_INVALID      INVALID_ARGUMENT    Correct it, or bypass the check.
   * policy is above 32768 bytes                   KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Shorten it.
   * The key is AWS managed                        ACCESS_DENIED       PERMISSION_DENIED   Use a key of your own.
   */
  putKeyPolicy(argument: _envol_v1_PutKeyPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PutKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  putKeyPolicy(argument: _envol_v1_PutKeyPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_PutKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  putKeyPolicy(argument: _envol_v1_PutKeyPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PutKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  putKeyPolicy(argument: _envol_v1_PutKeyPolicyRequest, callback: grpc.requestCallback<_envol_v1_PutKeyPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Decrypts a ciphertext and encrypts it under another key or context; the plaintext stays inside.
   * 
   * Condition                                          Reason               gRPC code            What to do
   * ciphertext_blob is empty or above 6144 bytes       KMS_VALIDATION       INVALID_ARGUMENT     Give it whole.
   * destination_key_id is absent                       KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * The ciphertext or the context is not the one made  CIPHERTEXT_INVALID   INVALID_ARGUMENT     Give both as they were made.
   * source_key_id is not the key that made it          KEY_INCORRECT        INVALID_ARGUMENT     Name that key, or none.
   * A key named does not exist                         KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * A key is named by a malformed ARN                  ARN_INVALID          INVALID_ARGUMENT     Correct the field named.
   * An algorithm or modifier is unknown                KMS_VALIDATION       INVALID_ARGUMENT     Leave it out.
   * An algorithm does not fit its key                  KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * Either key is disabled                             KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * Either key is pending deletion                     KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * Either key policy says no                          ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant in the Region      GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well               DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  ReEncrypt(argument: _envol_v1_ReEncryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  ReEncrypt(argument: _envol_v1_ReEncryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  ReEncrypt(argument: _envol_v1_ReEncryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  ReEncrypt(argument: _envol_v1_ReEncryptRequest, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Decrypts a ciphertext and encrypts it under another key or context; the plaintext stays inside.
   * 
   * Condition                                          Reason               gRPC code            What to do
   * ciphertext_blob is empty or above 6144 bytes       KMS_VALIDATION       INVALID_ARGUMENT     Give it whole.
   * destination_key_id is absent                       KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * The ciphertext or the context is not the one made  CIPHERTEXT_INVALID   INVALID_ARGUMENT     Give both as they were made.
   * source_key_id is not the key that made it          KEY_INCORRECT        INVALID_ARGUMENT     Name that key, or none.
   * A key named does not exist                         KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * A key is named by a malformed ARN                  ARN_INVALID          INVALID_ARGUMENT     Correct the field named.
   * An algorithm or modifier is unknown                KMS_VALIDATION       INVALID_ARGUMENT     Leave it out.
   * An algorithm does not fit its key                  KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * Either key is disabled                             KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * Either key is pending deletion                     KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * Either key policy says no                          ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant in the Region      GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well               DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  reEncrypt(argument: _envol_v1_ReEncryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  reEncrypt(argument: _envol_v1_ReEncryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  reEncrypt(argument: _envol_v1_ReEncryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  reEncrypt(argument: _envol_v1_ReEncryptRequest, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a replica of a multi-Region primary key in another Region: the same id and material, a policy and state of its own.
   * 
   * Condition                                     Reason              gRPC code            What to do
   * key_id is absent                              KMS_VALIDATION      INVALID_ARGUMENT     Give it.
   * No such key                                   KEY_NOT_FOUND       NOT_FOUND            List the keys.
   * key_id is a malformed ARN                     ARN_INVALID         INVALID_ARGUMENT     Correct it.
   * replica_region is absent or malformed         KMS_VALIDATION      INVALID_ARGUMENT     Give a Region.
   * The Region has the key already                KEY_EXISTS          ALREADY_EXISTS       Use that one.
   * A key or value of a tag has a wrong length    KMS_VALIDATION      INVALID_ARGUMENT     Correct the tag named.
   * A tag is doubled or reserved                  TAG_INVALID         INVALID_ARGUMENT     Correct the tags.
   * More than 50 tags                             TAG_INVALID         INVALID_ARGUMENT     Leave some out.
   * description is above 8192 characters          KMS_VALIDATION      INVALID_ARGUMENT     Shorten it.
   * policy is malformed, or locks the caller out  POLICY_INVALID      INVALID_ARGUMENT     Correct it, or bypass the check.
   * policy is above 32768 bytes                   KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Shorten it.
   * The key is not a multi-Region primary key     KMS_UNSUPPORTED     INVALID_ARGUMENT     Use another key.
   * The key is AWS managed                        ACCESS_DENIED       PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                           KEY_DISABLED        FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                   KEY_STATE_INVALID   FAILED_PRECONDITION  Cancel that, enable it.
   */
  ReplicateKey(argument: _envol_v1_ReplicateKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReplicateKeyResponse__Output>): grpc.ClientUnaryCall;
  ReplicateKey(argument: _envol_v1_ReplicateKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ReplicateKeyResponse__Output>): grpc.ClientUnaryCall;
  ReplicateKey(argument: _envol_v1_ReplicateKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReplicateKeyResponse__Output>): grpc.ClientUnaryCall;
  ReplicateKey(argument: _envol_v1_ReplicateKeyRequest, callback: grpc.requestCallback<_envol_v1_ReplicateKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a replica of a multi-Region primary key in another Region: the same id and material, a policy and state of its own.
   * 
   * Condition                                     Reason              gRPC code            What to do
   * key_id is absent                              KMS_VALIDATION      INVALID_ARGUMENT     Give it.
   * No such key                                   KEY_NOT_FOUND       NOT_FOUND            List the keys.
   * key_id is a malformed ARN                     ARN_INVALID         INVALID_ARGUMENT     Correct it.
   * replica_region is absent or malformed         KMS_VALIDATION      INVALID_ARGUMENT     Give a Region.
   * The Region has the key already                KEY_EXISTS          ALREADY_EXISTS       Use that one.
   * A key or value of a tag has a wrong length    KMS_VALIDATION      INVALID_ARGUMENT     Correct the tag named.
   * A tag is doubled or reserved                  TAG_INVALID         INVALID_ARGUMENT     Correct the tags.
   * More than 50 tags                             TAG_INVALID         INVALID_ARGUMENT     Leave some out.
   * description is above 8192 characters          KMS_VALIDATION      INVALID_ARGUMENT     Shorten it.
   * policy is malformed, or locks the caller out  POLICY_INVALID      INVALID_ARGUMENT     Correct it, or bypass the check.
   * policy is above 32768 bytes                   KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Shorten it.
   * The key is not a multi-Region primary key     KMS_UNSUPPORTED     INVALID_ARGUMENT     Use another key.
   * The key is AWS managed                        ACCESS_DENIED       PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                           KEY_DISABLED        FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                   KEY_STATE_INVALID   FAILED_PRECONDITION  Cancel that, enable it.
   */
  replicateKey(argument: _envol_v1_ReplicateKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReplicateKeyResponse__Output>): grpc.ClientUnaryCall;
  replicateKey(argument: _envol_v1_ReplicateKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ReplicateKeyResponse__Output>): grpc.ClientUnaryCall;
  replicateKey(argument: _envol_v1_ReplicateKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReplicateKeyResponse__Output>): grpc.ClientUnaryCall;
  replicateKey(argument: _envol_v1_ReplicateKeyRequest, callback: grpc.requestCallback<_envol_v1_ReplicateKeyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Ends a grant that has done its work. It is named by its token, or by its key and id.
   * 
   * Condition                                          Reason               gRPC code            What to do
   * Neither grant_token alone nor key_id and grant_id  KMS_VALIDATION       INVALID_ARGUMENT     Give one or the other.
   * key_id names no key                                KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                          ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * The key has no such grant                          GRANT_ID_INVALID     INVALID_ARGUMENT     List the key's grants.
   * grant_token is of no grant                         GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well               DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  RetireGrant(argument: _envol_v1_RetireGrantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RetireGrantResponse__Output>): grpc.ClientUnaryCall;
  RetireGrant(argument: _envol_v1_RetireGrantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_RetireGrantResponse__Output>): grpc.ClientUnaryCall;
  RetireGrant(argument: _envol_v1_RetireGrantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RetireGrantResponse__Output>): grpc.ClientUnaryCall;
  RetireGrant(argument: _envol_v1_RetireGrantRequest, callback: grpc.requestCallback<_envol_v1_RetireGrantResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Ends a grant that has done its work. It is named by its token, or by its key and id.
   * 
   * Condition                                          Reason               gRPC code            What to do
   * Neither grant_token alone nor key_id and grant_id  KMS_VALIDATION       INVALID_ARGUMENT     Give one or the other.
   * key_id names no key                                KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                          ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * The key has no such grant                          GRANT_ID_INVALID     INVALID_ARGUMENT     List the key's grants.
   * grant_token is of no grant                         GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well               DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  retireGrant(argument: _envol_v1_RetireGrantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RetireGrantResponse__Output>): grpc.ClientUnaryCall;
  retireGrant(argument: _envol_v1_RetireGrantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_RetireGrantResponse__Output>): grpc.ClientUnaryCall;
  retireGrant(argument: _envol_v1_RetireGrantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RetireGrantResponse__Output>): grpc.ClientUnaryCall;
  retireGrant(argument: _envol_v1_RetireGrantRequest, callback: grpc.requestCallback<_envol_v1_RetireGrantResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes a grant away. A volume that was attached under it goes on with the data key it has, and can not unwrap it again.
   * 
   * Condition                             Reason            gRPC code            What to do
   * key_id or grant_id is absent          KMS_VALIDATION    INVALID_ARGUMENT     Correct the field named.
   * key_id names no key                   KEY_NOT_FOUND     NOT_FOUND            List the keys.
   * key_id is a malformed ARN             ARN_INVALID       INVALID_ARGUMENT     Correct it.
   * The key has no such grant             GRANT_ID_INVALID  INVALID_ARGUMENT     List the key's grants.
   * dry_run is set, and all else is well  DRY_RUN           FAILED_PRECONDITION  Leave dry_run out.
   */
  RevokeGrant(argument: _envol_v1_RevokeGrantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  RevokeGrant(argument: _envol_v1_RevokeGrantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  RevokeGrant(argument: _envol_v1_RevokeGrantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  RevokeGrant(argument: _envol_v1_RevokeGrantRequest, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Takes a grant away. A volume that was attached under it goes on with the data key it has, and can not unwrap it again.
   * 
   * Condition                             Reason            gRPC code            What to do
   * key_id or grant_id is absent          KMS_VALIDATION    INVALID_ARGUMENT     Correct the field named.
   * key_id names no key                   KEY_NOT_FOUND     NOT_FOUND            List the keys.
   * key_id is a malformed ARN             ARN_INVALID       INVALID_ARGUMENT     Correct it.
   * The key has no such grant             GRANT_ID_INVALID  INVALID_ARGUMENT     List the key's grants.
   * dry_run is set, and all else is well  DRY_RUN           FAILED_PRECONDITION  Leave dry_run out.
   */
  revokeGrant(argument: _envol_v1_RevokeGrantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  revokeGrant(argument: _envol_v1_RevokeGrantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  revokeGrant(argument: _envol_v1_RevokeGrantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  revokeGrant(argument: _envol_v1_RevokeGrantRequest, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes new key material current now; for imported material, that which was imported last. The schedule stays.
   * 
   * Condition                                  Reason              gRPC code            What to do
   * key_id is absent                           KMS_VALIDATION      INVALID_ARGUMENT     Give it.
   * No such key                                KEY_NOT_FOUND       NOT_FOUND            List the keys.
   * key_id is a malformed ARN                  ARN_INVALID         INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                     ACCESS_DENIED       PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                        KEY_DISABLED        FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                KEY_STATE_INVALID   FAILED_PRECONDITION  Cancel that, enable it.
   * The key is not symmetric, or a replica     KMS_UNSUPPORTED     INVALID_ARGUMENT     Use another key.
   * No imported material waits for a rotation  KEY_STATE_INVALID   FAILED_PRECONDITION  Import new material first.
   * The key was rotated on demand 25 times     KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Use automatic rotation.
   */
  RotateKeyOnDemand(argument: _envol_v1_RotateKeyOnDemandRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RotateKeyOnDemandResponse__Output>): grpc.ClientUnaryCall;
  RotateKeyOnDemand(argument: _envol_v1_RotateKeyOnDemandRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_RotateKeyOnDemandResponse__Output>): grpc.ClientUnaryCall;
  RotateKeyOnDemand(argument: _envol_v1_RotateKeyOnDemandRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RotateKeyOnDemandResponse__Output>): grpc.ClientUnaryCall;
  RotateKeyOnDemand(argument: _envol_v1_RotateKeyOnDemandRequest, callback: grpc.requestCallback<_envol_v1_RotateKeyOnDemandResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes new key material current now; for imported material, that which was imported last. The schedule stays.
   * 
   * Condition                                  Reason              gRPC code            What to do
   * key_id is absent                           KMS_VALIDATION      INVALID_ARGUMENT     Give it.
   * No such key                                KEY_NOT_FOUND       NOT_FOUND            List the keys.
   * key_id is a malformed ARN                  ARN_INVALID         INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                     ACCESS_DENIED       PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                        KEY_DISABLED        FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                KEY_STATE_INVALID   FAILED_PRECONDITION  Cancel that, enable it.
   * The key is not symmetric, or a replica     KMS_UNSUPPORTED     INVALID_ARGUMENT     Use another key.
   * No imported material waits for a rotation  KEY_STATE_INVALID   FAILED_PRECONDITION  Import new material first.
   * The key was rotated on demand 25 times     KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Use automatic rotation.
   */
  rotateKeyOnDemand(argument: _envol_v1_RotateKeyOnDemandRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RotateKeyOnDemandResponse__Output>): grpc.ClientUnaryCall;
  rotateKeyOnDemand(argument: _envol_v1_RotateKeyOnDemandRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_RotateKeyOnDemandResponse__Output>): grpc.ClientUnaryCall;
  rotateKeyOnDemand(argument: _envol_v1_RotateKeyOnDemandRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RotateKeyOnDemandResponse__Output>): grpc.ClientUnaryCall;
  rotateKeyOnDemand(argument: _envol_v1_RotateKeyOnDemandRequest, callback: grpc.requestCallback<_envol_v1_RotateKeyOnDemandResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a key unusable now, and destroys its key material when the waiting period is over. What is encrypted under it can
   * then never be read again.
   * 
   * Condition                              Reason             gRPC code            What to do
   * key_id is absent                       KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                            KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN              ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                 ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * pending_window_in_days is not 7 to 30  KMS_VALIDATION     INVALID_ARGUMENT     Give 7 to 30, or leave it out.
   * A deletion is scheduled already        KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel it to schedule anew.
   */
  ScheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  ScheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  ScheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  ScheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a key unusable now, and destroys its key material when the waiting period is over. What is encrypted under it can
   * then never be read again.
   * 
   * Condition                              Reason             gRPC code            What to do
   * key_id is absent                       KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                            KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN              ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                 ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * pending_window_in_days is not 7 to 30  KMS_VALIDATION     INVALID_ARGUMENT     Give 7 to 30, or leave it out.
   * A deletion is scheduled already        KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel it to schedule anew.
   */
  scheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  scheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  scheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  scheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Signs a message, or the digest of one, with the private key of an asymmetric key.
   * 
   * Condition                                         Reason               gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * message is empty or above 4096 bytes              KMS_VALIDATION       INVALID_ARGUMENT     Sign its digest instead.
   * message_type or signing_algorithm is unknown      KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * The digest has a wrong length                     KMS_VALIDATION       INVALID_ARGUMENT     Match signing_algorithm.
   * The key is not for signing                        KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * signing_algorithm does not fit the key            KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * signing_algorithm or message_type is not offered  KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another.
   * A grant token is not of a grant on the key        GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                               KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                            ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well              DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  Sign(argument: _envol_v1_SignRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_SignResponse__Output>): grpc.ClientUnaryCall;
  Sign(argument: _envol_v1_SignRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_SignResponse__Output>): grpc.ClientUnaryCall;
  Sign(argument: _envol_v1_SignRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_SignResponse__Output>): grpc.ClientUnaryCall;
  Sign(argument: _envol_v1_SignRequest, callback: grpc.requestCallback<_envol_v1_SignResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Signs a message, or the digest of one, with the private key of an asymmetric key.
   * 
   * Condition                                         Reason               gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * message is empty or above 4096 bytes              KMS_VALIDATION       INVALID_ARGUMENT     Sign its digest instead.
   * message_type or signing_algorithm is unknown      KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * The digest has a wrong length                     KMS_VALIDATION       INVALID_ARGUMENT     Match signing_algorithm.
   * The key is not for signing                        KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * signing_algorithm does not fit the key            KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * signing_algorithm or message_type is not offered  KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another.
   * A grant token is not of a grant on the key        GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                               KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                            ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well              DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  sign(argument: _envol_v1_SignRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_SignResponse__Output>): grpc.ClientUnaryCall;
  sign(argument: _envol_v1_SignRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_SignResponse__Output>): grpc.ClientUnaryCall;
  sign(argument: _envol_v1_SignRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_SignResponse__Output>): grpc.ClientUnaryCall;
  sign(argument: _envol_v1_SignRequest, callback: grpc.requestCallback<_envol_v1_SignResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Adds tags to a key; a tag that is there takes the new value.
   * 
   * Condition                                   Reason             gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * A key or value of a tag has a wrong length  KMS_VALIDATION     INVALID_ARGUMENT     Correct the tag named.
   * A tag is doubled or reserved                TAG_INVALID        INVALID_ARGUMENT     Correct the tags.
   * More than 50 tags                           TAG_INVALID        INVALID_ARGUMENT     Leave some out.
   * The key is AWS managed                      ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion                 KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  TagResource(argument: _envol_v1_TagResourceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_TagResourceResponse__Output>): grpc.ClientUnaryCall;
  TagResource(argument: _envol_v1_TagResourceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_TagResourceResponse__Output>): grpc.ClientUnaryCall;
  TagResource(argument: _envol_v1_TagResourceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_TagResourceResponse__Output>): grpc.ClientUnaryCall;
  TagResource(argument: _envol_v1_TagResourceRequest, callback: grpc.requestCallback<_envol_v1_TagResourceResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Adds tags to a key; a tag that is there takes the new value.
   * 
   * Condition                                   Reason             gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * A key or value of a tag has a wrong length  KMS_VALIDATION     INVALID_ARGUMENT     Correct the tag named.
   * A tag is doubled or reserved                TAG_INVALID        INVALID_ARGUMENT     Correct the tags.
   * More than 50 tags                           TAG_INVALID        INVALID_ARGUMENT     Leave some out.
   * The key is AWS managed                      ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion                 KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  tagResource(argument: _envol_v1_TagResourceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_TagResourceResponse__Output>): grpc.ClientUnaryCall;
  tagResource(argument: _envol_v1_TagResourceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_TagResourceResponse__Output>): grpc.ClientUnaryCall;
  tagResource(argument: _envol_v1_TagResourceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_TagResourceResponse__Output>): grpc.ClientUnaryCall;
  tagResource(argument: _envol_v1_TagResourceRequest, callback: grpc.requestCallback<_envol_v1_TagResourceResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes tags from a key. Those that it has not are no error.
   * 
   * Condition                     Reason             gRPC code            What to do
   * key_id is absent              KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                   KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN     ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * A tag key has a wrong length  KMS_VALIDATION     INVALID_ARGUMENT     Correct it.
   * The key is AWS managed        ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion   KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  UntagResource(argument: _envol_v1_UntagResourceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UntagResourceResponse__Output>): grpc.ClientUnaryCall;
  UntagResource(argument: _envol_v1_UntagResourceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_UntagResourceResponse__Output>): grpc.ClientUnaryCall;
  UntagResource(argument: _envol_v1_UntagResourceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UntagResourceResponse__Output>): grpc.ClientUnaryCall;
  UntagResource(argument: _envol_v1_UntagResourceRequest, callback: grpc.requestCallback<_envol_v1_UntagResourceResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Takes tags from a key. Those that it has not are no error.
   * 
   * Condition                     Reason             gRPC code            What to do
   * key_id is absent              KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                   KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN     ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * A tag key has a wrong length  KMS_VALIDATION     INVALID_ARGUMENT     Correct it.
   * The key is AWS managed        ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion   KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  untagResource(argument: _envol_v1_UntagResourceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UntagResourceResponse__Output>): grpc.ClientUnaryCall;
  untagResource(argument: _envol_v1_UntagResourceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_UntagResourceResponse__Output>): grpc.ClientUnaryCall;
  untagResource(argument: _envol_v1_UntagResourceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UntagResourceResponse__Output>): grpc.ClientUnaryCall;
  untagResource(argument: _envol_v1_UntagResourceRequest, callback: grpc.requestCallback<_envol_v1_UntagResourceResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes an alias name another key. Volumes keep the key that they were created with.
   * 
   * Condition                                        Reason              gRPC code            What to do
   * alias_name or target_key_id is absent            KMS_VALIDATION      INVALID_ARGUMENT     Correct the field named.
   * alias_name does not begin with alias/            KMS_VALIDATION      INVALID_ARGUMENT     Correct it.
   * alias_name is too long, or has other characters  KMS_VALIDATION      INVALID_ARGUMENT     Correct it.
   * alias_name is empty after that, or has a colon   ALIAS_NAME_INVALID  INVALID_ARGUMENT     Correct it.
   * alias_name begins with alias/aws/                ALIAS_NAME_INVALID  INVALID_ARGUMENT     Choose another.
   * No such alias or key                             KEY_NOT_FOUND       NOT_FOUND            List the aliases and keys.
   * target_key_id is an alias name                   KMS_VALIDATION      INVALID_ARGUMENT     Give the key.
   * target_key_id is a malformed ARN                 ARN_INVALID         INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                           ACCESS_DENIED       PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion                      KEY_STATE_INVALID   FAILED_PRECONDITION  Choose another key.
   * The key has 50 aliases                           KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Delete one.
   */
  UpdateAlias(argument: _envol_v1_UpdateAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  UpdateAlias(argument: _envol_v1_UpdateAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  UpdateAlias(argument: _envol_v1_UpdateAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  UpdateAlias(argument: _envol_v1_UpdateAliasRequest, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes an alias name another key. Volumes keep the key that they were created with.
   * 
   * Condition                                        Reason              gRPC code            What to do
   * alias_name or target_key_id is absent            KMS_VALIDATION      INVALID_ARGUMENT     Correct the field named.
   * alias_name does not begin with alias/            KMS_VALIDATION      INVALID_ARGUMENT     Correct it.
   * alias_name is too long, or has other characters  KMS_VALIDATION      INVALID_ARGUMENT     Correct it.
   * alias_name is empty after that, or has a colon   ALIAS_NAME_INVALID  INVALID_ARGUMENT     Correct it.
   * alias_name begins with alias/aws/                ALIAS_NAME_INVALID  INVALID_ARGUMENT     Choose another.
   * No such alias or key                             KEY_NOT_FOUND       NOT_FOUND            List the aliases and keys.
   * target_key_id is an alias name                   KMS_VALIDATION      INVALID_ARGUMENT     Give the key.
   * target_key_id is a malformed ARN                 ARN_INVALID         INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                           ACCESS_DENIED       PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion                      KEY_STATE_INVALID   FAILED_PRECONDITION  Choose another key.
   * The key has 50 aliases                           KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Delete one.
   */
  updateAlias(argument: _envol_v1_UpdateAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  updateAlias(argument: _envol_v1_UpdateAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  updateAlias(argument: _envol_v1_UpdateAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  updateAlias(argument: _envol_v1_UpdateAliasRequest, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives a key another description; without one, none.
   * 
   * Condition                             Reason             gRPC code            What to do
   * key_id is absent                      KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                           KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN             ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * description is above 8192 characters  KMS_VALIDATION     INVALID_ARGUMENT     Shorten it.
   * The key is AWS managed                ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion           KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  UpdateKeyDescription(argument: _envol_v1_UpdateKeyDescriptionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateKeyDescriptionResponse__Output>): grpc.ClientUnaryCall;
  UpdateKeyDescription(argument: _envol_v1_UpdateKeyDescriptionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_UpdateKeyDescriptionResponse__Output>): grpc.ClientUnaryCall;
  UpdateKeyDescription(argument: _envol_v1_UpdateKeyDescriptionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateKeyDescriptionResponse__Output>): grpc.ClientUnaryCall;
  UpdateKeyDescription(argument: _envol_v1_UpdateKeyDescriptionRequest, callback: grpc.requestCallback<_envol_v1_UpdateKeyDescriptionResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Gives a key another description; without one, none.
   * 
   * Condition                             Reason             gRPC code            What to do
   * key_id is absent                      KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                           KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN             ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * description is above 8192 characters  KMS_VALIDATION     INVALID_ARGUMENT     Shorten it.
   * The key is AWS managed                ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion           KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  updateKeyDescription(argument: _envol_v1_UpdateKeyDescriptionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateKeyDescriptionResponse__Output>): grpc.ClientUnaryCall;
  updateKeyDescription(argument: _envol_v1_UpdateKeyDescriptionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_UpdateKeyDescriptionResponse__Output>): grpc.ClientUnaryCall;
  updateKeyDescription(argument: _envol_v1_UpdateKeyDescriptionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateKeyDescriptionResponse__Output>): grpc.ClientUnaryCall;
  updateKeyDescription(argument: _envol_v1_UpdateKeyDescriptionRequest, callback: grpc.requestCallback<_envol_v1_UpdateKeyDescriptionResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes the replica in another Region the primary key, and the primary key a replica.
   * 
   * Condition                                  Reason             gRPC code            What to do
   * key_id is absent                           KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                  ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * primary_region is absent or malformed      KMS_VALIDATION     INVALID_ARGUMENT     Give a Region.
   * The Region has no replica                  KEY_NOT_FOUND      NOT_FOUND            Replicate the key first.
   * The key is not a multi-Region primary key  KMS_UNSUPPORTED    INVALID_ARGUMENT     Use another key.
   * The key is AWS managed                     ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                        KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   */
  UpdatePrimaryRegion(argument: _envol_v1_UpdatePrimaryRegionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdatePrimaryRegionResponse__Output>): grpc.ClientUnaryCall;
  UpdatePrimaryRegion(argument: _envol_v1_UpdatePrimaryRegionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_UpdatePrimaryRegionResponse__Output>): grpc.ClientUnaryCall;
  UpdatePrimaryRegion(argument: _envol_v1_UpdatePrimaryRegionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdatePrimaryRegionResponse__Output>): grpc.ClientUnaryCall;
  UpdatePrimaryRegion(argument: _envol_v1_UpdatePrimaryRegionRequest, callback: grpc.requestCallback<_envol_v1_UpdatePrimaryRegionResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes the replica in another Region the primary key, and the primary key a replica.
   * 
   * Condition                                  Reason             gRPC code            What to do
   * key_id is absent                           KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                  ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * primary_region is absent or malformed      KMS_VALIDATION     INVALID_ARGUMENT     Give a Region.
   * The Region has no replica                  KEY_NOT_FOUND      NOT_FOUND            Replicate the key first.
   * The key is not a multi-Region primary key  KMS_UNSUPPORTED    INVALID_ARGUMENT     Use another key.
   * The key is AWS managed                     ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                        KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   */
  updatePrimaryRegion(argument: _envol_v1_UpdatePrimaryRegionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdatePrimaryRegionResponse__Output>): grpc.ClientUnaryCall;
  updatePrimaryRegion(argument: _envol_v1_UpdatePrimaryRegionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_UpdatePrimaryRegionResponse__Output>): grpc.ClientUnaryCall;
  updatePrimaryRegion(argument: _envol_v1_UpdatePrimaryRegionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdatePrimaryRegionResponse__Output>): grpc.ClientUnaryCall;
  updatePrimaryRegion(argument: _envol_v1_UpdatePrimaryRegionRequest, callback: grpc.requestCallback<_envol_v1_UpdatePrimaryRegionResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Verifies a signature. One that is not valid is refused.
   * 
   * Condition                                         Reason               gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * message is empty or above 4096 bytes              KMS_VALIDATION       INVALID_ARGUMENT     Sign its digest instead.
   * signature is empty or above 6144 bytes            KMS_VALIDATION       INVALID_ARGUMENT     Give it whole.
   * message_type or signing_algorithm is unknown      KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * The digest has a wrong length                     KMS_VALIDATION       INVALID_ARGUMENT     Match signing_algorithm.
   * The key is not for signing                        KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * signing_algorithm does not fit the key            KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * signing_algorithm or message_type is not offered  KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another.
   * signature is not of message under the key         SIGNATURE_INVALID    INVALID_ARGUMENT     Give all as it was signed.
   * A grant token is not of a grant on the key        GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                               KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                            ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well              DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  Verify(argument: _envol_v1_VerifyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_VerifyResponse__Output>): grpc.ClientUnaryCall;
  Verify(argument: _envol_v1_VerifyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_VerifyResponse__Output>): grpc.ClientUnaryCall;
  Verify(argument: _envol_v1_VerifyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_VerifyResponse__Output>): grpc.ClientUnaryCall;
  Verify(argument: _envol_v1_VerifyRequest, callback: grpc.requestCallback<_envol_v1_VerifyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Verifies a signature. One that is not valid is refused.
   * 
   * Condition                                         Reason               gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * message is empty or above 4096 bytes              KMS_VALIDATION       INVALID_ARGUMENT     Sign its digest instead.
   * signature is empty or above 6144 bytes            KMS_VALIDATION       INVALID_ARGUMENT     Give it whole.
   * message_type or signing_algorithm is unknown      KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * The digest has a wrong length                     KMS_VALIDATION       INVALID_ARGUMENT     Match signing_algorithm.
   * The key is not for signing                        KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * signing_algorithm does not fit the key            KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * signing_algorithm or message_type is not offered  KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another.
   * signature is not of message under the key         SIGNATURE_INVALID    INVALID_ARGUMENT     Give all as it was signed.
   * A grant token is not of a grant on the key        GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                               KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                            ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well              DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  verify(argument: _envol_v1_VerifyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_VerifyResponse__Output>): grpc.ClientUnaryCall;
  verify(argument: _envol_v1_VerifyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_VerifyResponse__Output>): grpc.ClientUnaryCall;
  verify(argument: _envol_v1_VerifyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_VerifyResponse__Output>): grpc.ClientUnaryCall;
  verify(argument: _envol_v1_VerifyRequest, callback: grpc.requestCallback<_envol_v1_VerifyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Verifies a MAC. One that is not valid is refused.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * message is empty or above 4096 bytes        KMS_VALIDATION       INVALID_ARGUMENT     Shorten it.
   * mac is empty or above 6144 bytes            KMS_VALIDATION       INVALID_ARGUMENT     Give it whole.
   * mac_algorithm is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Correct it.
   * The key is not for MACs                     KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * mac_algorithm does not fit the key          KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * mac is not of message under the key         MAC_INVALID          INVALID_ARGUMENT     Give all as it was made.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  VerifyMac(argument: _envol_v1_VerifyMacRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_VerifyMacResponse__Output>): grpc.ClientUnaryCall;
  VerifyMac(argument: _envol_v1_VerifyMacRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_VerifyMacResponse__Output>): grpc.ClientUnaryCall;
  VerifyMac(argument: _envol_v1_VerifyMacRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_VerifyMacResponse__Output>): grpc.ClientUnaryCall;
  VerifyMac(argument: _envol_v1_VerifyMacRequest, callback: grpc.requestCallback<_envol_v1_VerifyMacResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Verifies a MAC. One that is not valid is refused.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * message is empty or above 4096 bytes        KMS_VALIDATION       INVALID_ARGUMENT     Shorten it.
   * mac is empty or above 6144 bytes            KMS_VALIDATION       INVALID_ARGUMENT     Give it whole.
   * mac_algorithm is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Correct it.
   * The key is not for MACs                     KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * mac_algorithm does not fit the key          KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * mac is not of message under the key         MAC_INVALID          INVALID_ARGUMENT     Give all as it was made.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  verifyMac(argument: _envol_v1_VerifyMacRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_VerifyMacResponse__Output>): grpc.ClientUnaryCall;
  verifyMac(argument: _envol_v1_VerifyMacRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_VerifyMacResponse__Output>): grpc.ClientUnaryCall;
  verifyMac(argument: _envol_v1_VerifyMacRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_VerifyMacResponse__Output>): grpc.ClientUnaryCall;
  verifyMac(argument: _envol_v1_VerifyMacRequest, callback: grpc.requestCallback<_envol_v1_VerifyMacResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The keys that wrap data keys: AWS KMS, without custom key stores. Operations and their members have the names of the KMS
 * API; times are in milliseconds, under names that end with _ms. A field that is empty, 0 or false counts as absent, as far
 * as the KMS API lets it be absent. A daemon's keys are those of its home Region; replicas elsewhere answer at its other doors.
 * 
 * How refusals look, and which ones any call may give, is said at VolumeService. With a KMS elsewhere, any call may also end
 * with UNAVAILABLE (KMS_UNREACHABLE, KEY_UNAVAILABLE: try again) or INTERNAL (KMS_INTERNAL: see the daemon's log).
 */
export interface KeyServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Takes a scheduled deletion back. The key is then disabled.
   * 
   * Condition                  Reason             gRPC code            What to do
   * key_id is absent           KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN  ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed     ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * No deletion is scheduled   KEY_STATE_INVALID  FAILED_PRECONDITION  Nothing is left to do.
   */
  CancelKeyDeletion: grpc.handleUnaryCall<_envol_v1_CancelKeyDeletionRequest__Output, _envol_v1_CancelKeyDeletionResponse>;
  
  /**
   * Gives a key another name.
   * 
   * Condition                                        Reason              gRPC code            What to do
   * alias_name or target_key_id is absent            KMS_VALIDATION      INVALID_ARGUMENT     Correct the field named.
   * alias_name does not begin with alias/            KMS_VALIDATION      INVALID_ARGUMENT     Correct it.
   * alias_name is too long, or has other characters  KMS_VALIDATION      INVALID_ARGUMENT     Correct it.
   * alias_name is empty after that, or has a colon   ALIAS_NAME_INVALID  INVALID_ARGUMENT     Correct it.
   * alias_name begins with alias/aws/                ALIAS_NAME_INVALID  INVALID_ARGUMENT     Choose another.
   * The alias is taken                               ALIAS_EXISTS        ALREADY_EXISTS       Choose another, or update it.
   * No such key                                      KEY_NOT_FOUND       NOT_FOUND            List the keys.
   * target_key_id is an alias name                   KMS_VALIDATION      INVALID_ARGUMENT     Give the key.
   * target_key_id is a malformed ARN                 ARN_INVALID         INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                           ACCESS_DENIED       PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion                      KEY_STATE_INVALID   FAILED_PRECONDITION  Choose another key.
   * The key has 50 aliases                           KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Delete one.
   */
  CreateAlias: grpc.handleUnaryCall<_envol_v1_CreateAliasRequest__Output, _envol_v1_CreateAliasResponse>;
  
  /**
   * Lets a principal use a key, beside what its policy allows. With a name, the same request made again gives the same grant.
   * 
   * Condition                                         Reason               gRPC code            What to do
   * key_id or grantee_principal is absent             KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * No such key                                       KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * A principal or name has other characters          KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * operations is empty, unknown or CreateGrant only  KMS_VALIDATION       INVALID_ARGUMENT     Give what is to be allowed.
   * operations do not fit the key                     KMS_VALIDATION       INVALID_ARGUMENT     Leave those out.
   * constraints do not fit the key, or are too many   KMS_VALIDATION       INVALID_ARGUMENT     Correct them.
   * A grant token is not of a grant on the key        GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                               KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key has 50,000 grants                         KMS_LIMIT_EXCEEDED   RESOURCE_EXHAUSTED   Retire some.
   * The key policy says no                            ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well              DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  CreateGrant: grpc.handleUnaryCall<_envol_v1_CreateGrantRequest__Output, _envol_v1_CreateGrantResponse>;
  
  /**
   * Makes a key, enabled; or one that waits for its key material to be imported.
   * 
   * Condition                                          Reason              gRPC code           What to do
   * description is above 8192 characters               KMS_VALIDATION      INVALID_ARGUMENT    Correct the field named.
   * key_usage and key_spec unknown, or unfit together  KMS_VALIDATION      INVALID_ARGUMENT    Leave them out.
   * key_spec is known, but not offered                 KMS_UNSUPPORTED     INVALID_ARGUMENT    Leave it out.
   * A key or value of a tag has a wrong length         KMS_VALIDATION      INVALID_ARGUMENT    Correct the tag named.
   * A tag is doubled or reserved                       TAG_INVALID         INVALID_ARGUMENT    Correct the tags.
   * More than 50 tags                                  TAG_INVALID         INVALID_ARGUMENT    Leave some out.
   * origin is unknown                                  KMS_VALIDATION      INVALID_ARGUMENT    Leave it out.
   * origin is a custom key store                       KMS_UNSUPPORTED     INVALID_ARGUMENT    Use AWS_KMS or EXTERNAL.
   * policy is malformed, or locks the caller out       POLICY_INVALID      INVALID_ARGUMENT    Correct it, or bypass the check.
   * policy is above 32768 bytes                        KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Shorten it.
   * The account has 100,000 keys                       KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Delete keys.
   */
  CreateKey: grpc.handleUnaryCall<_envol_v1_CreateKeyRequest__Output, _envol_v1_CreateKeyResponse>;
  
  /**
   * Decrypts what Encrypt, ReEncrypt or GenerateDataKey made.
   * 
   * Condition                                          Reason               gRPC code            What to do
   * ciphertext_blob is empty or above 6144 bytes       KMS_VALIDATION       INVALID_ARGUMENT     Give it whole.
   * The ciphertext or the context is not the one made  CIPHERTEXT_INVALID   INVALID_ARGUMENT     Give both as they were made.
   * key_id is another key than the one that made it    KEY_INCORRECT        INVALID_ARGUMENT     Name that key, or none.
   * The key named does not exist                       KEY_NOT_FOUND        NOT_FOUND            Leave key_id out.
   * key_id is a malformed ARN                          ARN_INVALID          INVALID_ARGUMENT     Leave key_id out.
   * encryption_algorithm is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Leave it out.
   * encryption_algorithm does not fit the key          KEY_USAGE_INVALID    FAILED_PRECONDITION  Leave it out.
   * dry_run_modifiers is unknown                       KMS_VALIDATION       INVALID_ARGUMENT     Leave it out.
   * The key is disabled                                KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                        KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                             ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant on the key         GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well               DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  Decrypt: grpc.handleUnaryCall<_envol_v1_DecryptRequest__Output, _envol_v1_DecryptResponse>;
  
  /**
   * Deletes an alias; its key stays.
   * 
   * Condition                                        Reason              gRPC code         What to do
   * alias_name is absent                             KMS_VALIDATION      INVALID_ARGUMENT  Correct the field named.
   * alias_name does not begin with alias/            KMS_VALIDATION      INVALID_ARGUMENT  Correct it.
   * alias_name is too long, or has other characters  KMS_VALIDATION      INVALID_ARGUMENT  Correct it.
   * alias_name is empty after that, or has a colon   ALIAS_NAME_INVALID  INVALID_ARGUMENT  Correct it.
   * alias_name begins with alias/aws/                ALIAS_NAME_INVALID  INVALID_ARGUMENT  Those stay.
   * No such alias                                    KEY_NOT_FOUND       NOT_FOUND         List the aliases.
   */
  DeleteAlias: grpc.handleUnaryCall<_envol_v1_DeleteAliasRequest__Output, _envol_v1_DeleteAliasResponse>;
  
  /**
   * Destroys imported key material. The key is pending import then, and usable again once the same material is imported.
   * 
   * Condition                          Reason                  gRPC code         What to do
   * key_id is absent                   KMS_VALIDATION          INVALID_ARGUMENT  Give it.
   * No such key                        KEY_NOT_FOUND           NOT_FOUND         List the keys.
   * key_id is a malformed ARN          ARN_INVALID             INVALID_ARGUMENT  Correct it.
   * key_material_id is not of the key  KEY_MATERIAL_INCORRECT  INVALID_ARGUMENT  List the key's rotations.
   * The key is not of origin EXTERNAL  KMS_UNSUPPORTED         INVALID_ARGUMENT  Use another key.
   */
  DeleteImportedKeyMaterial: grpc.handleUnaryCall<_envol_v1_DeleteImportedKeyMaterialRequest__Output, _envol_v1_DeleteImportedKeyMaterialResponse>;
  
  /**
   * Derives the secret that a key agreement key and a peer's public key have in common (ECDH).
   * 
   * Condition                                      Reason               gRPC code            What to do
   * key_id is absent                               KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                    KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                      ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * key_agreement_algorithm is not ECDH            KMS_VALIDATION       INVALID_ARGUMENT     Give ECDH.
   * public_key is none, or not on the key's curve  KMS_VALIDATION       INVALID_ARGUMENT     Give the peer's public key.
   * The key is not for key agreement               KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * A grant token is not of a grant on the key     GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                            KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                    KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                         ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well           DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  DeriveSharedSecret: grpc.handleUnaryCall<_envol_v1_DeriveSharedSecretRequest__Output, _envol_v1_DeriveSharedSecretResponse>;
  
  /**
   * Describes a key, in any state.
   * 
   * Condition                                   Reason               gRPC code         What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT  Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND         List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT  Correct it.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT  Give the token of CreateGrant.
   */
  DescribeKey: grpc.handleUnaryCall<_envol_v1_DescribeKeyRequest__Output, _envol_v1_DescribeKeyResponse>;
  
  /**
   * Disables a key. When it answers, no front door gives or takes plaintext of a volume under the key (mode strict).
   * 
   * Condition                    Reason             gRPC code            What to do
   * key_id is absent             KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                  KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN    ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed       ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion  KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  DisableKey: grpc.handleUnaryCall<_envol_v1_DisableKeyRequest__Output, _envol_v1_DisableKeyResponse>;
  
  /**
   * Ends automatic rotation.
   * 
   * Condition                                         Reason             gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                            ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                               KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key is not symmetric, imported, or a replica  KMS_UNSUPPORTED    INVALID_ARGUMENT     Use another key.
   */
  DisableKeyRotation: grpc.handleUnaryCall<_envol_v1_DisableKeyRotationRequest__Output, _envol_v1_DisableKeyRotationResponse>;
  
  /**
   * Makes a disabled key usable again. Volumes under it take reads and writes with the next request.
   * 
   * Condition                    Reason             gRPC code            What to do
   * key_id is absent             KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                  KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN    ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed       ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion  KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  EnableKey: grpc.handleUnaryCall<_envol_v1_EnableKeyRequest__Output, _envol_v1_EnableKeyResponse>;
  
  /**
   * Has new key material made after each period. What was encrypted before stays readable, and no data key changes.
   * 
   * Condition                                         Reason             gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * rotation_period_in_days is not 90 to 2560         KMS_VALIDATION     INVALID_ARGUMENT     Give 90 to 2560, or leave it out.
   * The key is AWS managed                            ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                               KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key is not symmetric, imported, or a replica  KMS_UNSUPPORTED    INVALID_ARGUMENT     Use another key.
   */
  EnableKeyRotation: grpc.handleUnaryCall<_envol_v1_EnableKeyRotationRequest__Output, _envol_v1_EnableKeyRotationResponse>;
  
  /**
   * Encrypts up to 4096 bytes under the key itself.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * plaintext is empty or above 4096 bytes      KMS_VALIDATION       INVALID_ARGUMENT     Encrypt it under a data key.
   * encryption_algorithm is unknown             KMS_VALIDATION       INVALID_ARGUMENT     Leave it out.
   * encryption_algorithm does not fit the key   KEY_USAGE_INVALID    FAILED_PRECONDITION  Leave it out.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  Encrypt: grpc.handleUnaryCall<_envol_v1_EncryptRequest__Output, _envol_v1_EncryptResponse>;
  
  /**
   * Makes a random data key, in the clear and wrapped by the key.
   * 
   * Condition                                           Reason               gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * Both or none of number_of_bytes and key_spec        KMS_VALIDATION       INVALID_ARGUMENT     Give one of them.
   * number_of_bytes is above 1024, or key_spec unknown  KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * The key is disabled                                 KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                         KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                              ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant on the key          GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well                DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  GenerateDataKey: grpc.handleUnaryCall<_envol_v1_GenerateDataKeyRequest__Output, _envol_v1_GenerateDataKeyResponse>;
  
  /**
   * Makes a random key pair, its private key in the clear and wrapped by the key.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * key_pair_spec is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Correct it.
   * key_pair_spec is not offered                KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another.
   * The key is not for data keys                KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  GenerateDataKeyPair: grpc.handleUnaryCall<_envol_v1_GenerateDataKeyPairRequest__Output, _envol_v1_GenerateDataKeyPairResponse>;
  
  /**
   * Makes a random key pair, its private key wrapped by the key only.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * key_pair_spec is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Correct it.
   * key_pair_spec is not offered                KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another.
   * The key is not for data keys                KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  GenerateDataKeyPairWithoutPlaintext: grpc.handleUnaryCall<_envol_v1_GenerateDataKeyPairWithoutPlaintextRequest__Output, _envol_v1_GenerateDataKeyPairWithoutPlaintextResponse>;
  
  /**
   * Makes a random data key, wrapped by the key only.
   * 
   * Condition                                           Reason               gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * Both or none of number_of_bytes and key_spec        KMS_VALIDATION       INVALID_ARGUMENT     Give one of them.
   * number_of_bytes is above 1024, or key_spec unknown  KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * The key is disabled                                 KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                         KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                              ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant on the key          GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well                DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  GenerateDataKeyWithoutPlaintext: grpc.handleUnaryCall<_envol_v1_GenerateDataKeyWithoutPlaintextRequest__Output, _envol_v1_GenerateDataKeyWithoutPlaintextResponse>;
  
  /**
   * Makes the MAC of a message under an HMAC key.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * message is empty or above 4096 bytes        KMS_VALIDATION       INVALID_ARGUMENT     Shorten it.
   * mac_algorithm is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Correct it.
   * The key is not for MACs                     KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * mac_algorithm does not fit the key          KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  GenerateMac: grpc.handleUnaryCall<_envol_v1_GenerateMacRequest__Output, _envol_v1_GenerateMacResponse>;
  
  /**
   * Gives random bytes.
   * 
   * Condition                                Reason          gRPC code         What to do
   * number_of_bytes is absent or above 1024  KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 1024.
   */
  GenerateRandom: grpc.handleUnaryCall<_envol_v1_GenerateRandomRequest__Output, _envol_v1_GenerateRandomResponse>;
  
  /**
   * Says when a key was last used with success, and by which operation, since the daemon was started.
   * 
   * Condition                  Reason          gRPC code         What to do
   * key_id is absent           KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN  ARN_INVALID     INVALID_ARGUMENT  Correct it.
   */
  GetKeyLastUsage: grpc.handleUnaryCall<_envol_v1_GetKeyLastUsageRequest__Output, _envol_v1_GetKeyLastUsageResponse>;
  
  /**
   * Gives the policy of a key. One that was given none has the default one: the account may do everything.
   * 
   * Condition                   Reason          gRPC code         What to do
   * key_id is absent            KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                 KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN   ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * policy_name is not default  KEY_NOT_FOUND   NOT_FOUND         Leave it out.
   */
  GetKeyPolicy: grpc.handleUnaryCall<_envol_v1_GetKeyPolicyRequest__Output, _envol_v1_GetKeyPolicyResponse>;
  
  /**
   * Says whether a key is rotated automatically, and when next.
   * 
   * Condition                              Reason           gRPC code         What to do
   * key_id is absent                       KMS_VALIDATION   INVALID_ARGUMENT  Give it.
   * No such key                            KEY_NOT_FOUND    NOT_FOUND         List the keys.
   * key_id is a malformed ARN              ARN_INVALID      INVALID_ARGUMENT  Correct it.
   * The key is not symmetric, or imported  KMS_UNSUPPORTED  INVALID_ARGUMENT  Use another key.
   */
  GetKeyRotationStatus: grpc.handleUnaryCall<_envol_v1_GetKeyRotationStatusRequest__Output, _envol_v1_GetKeyRotationStatusResponse>;
  
  /**
   * Gives a public key to wrap key material with, and the token to import it by. Both end after 24 hours.
   * 
   * Condition                                           Reason             gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * wrapping_algorithm or wrapping_key_spec is unknown  KMS_VALIDATION     INVALID_ARGUMENT     Correct the field named.
   * wrapping_algorithm cannot wrap an RSA key           KMS_VALIDATION     INVALID_ARGUMENT     Use RSA_AES_KEY_WRAP_SHA_256.
   * wrapping_algorithm or _key_spec is not offered      KMS_UNSUPPORTED    INVALID_ARGUMENT     Use RSAES_OAEP_SHA_256, RSA_2048.
   * The key is not of origin EXTERNAL                   KMS_UNSUPPORTED    INVALID_ARGUMENT     Use another key.
   * The key is pending deletion                         KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  GetParametersForImport: grpc.handleUnaryCall<_envol_v1_GetParametersForImportRequest__Output, _envol_v1_GetParametersForImportResponse>;
  
  /**
   * Gives the public key of an asymmetric key, to be used without the KMS.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * The key has no public key                   KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another key.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel the deletion first.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   */
  GetPublicKey: grpc.handleUnaryCall<_envol_v1_GetPublicKeyRequest__Output, _envol_v1_GetPublicKeyResponse>;
  
  /**
   * Brings key material that was wrapped by the public key of GetParametersForImport. The key is enabled then.
   * 
   * Condition                                         Reason                  gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION          INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND           NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID             INVALID_ARGUMENT     Correct it.
   * import_token or encrypted_key_material is absent  KMS_VALIDATION          INVALID_ARGUMENT     Correct the field named.
   * expiration_model and valid_to_ms contradict       KMS_VALIDATION          INVALID_ARGUMENT     Correct the field named.
   * import_type or expiration_model is unknown        KMS_VALIDATION          INVALID_ARGUMENT     Correct the field named.
   * key_material_description has other characters     KMS_VALIDATION          INVALID_ARGUMENT     Correct it.
   * import_token was not made for the key             IMPORT_TOKEN_INVALID    INVALID_ARGUMENT     Get new parameters.
   * import_token is older than 24 hours               IMPORT_TOKEN_EXPIRED    INVALID_ARGUMENT     Get new parameters.
   * encrypted_key_material does not open              CIPHERTEXT_INVALID      INVALID_ARGUMENT     Wrap it as the parameters say.
   * The material does not fit the key                 KEY_MATERIAL_INCORRECT  INVALID_ARGUMENT     Import what belongs to the key.
   * Material waits for a rotation already             KEY_STATE_INVALID       FAILED_PRECONDITION  Rotate first.
   * The key is not of origin EXTERNAL                 KMS_UNSUPPORTED         INVALID_ARGUMENT     Use another key.
   * The key is pending deletion                       KEY_STATE_INVALID       FAILED_PRECONDITION  Cancel the deletion first.
   */
  ImportKeyMaterial: grpc.handleUnaryCall<_envol_v1_ImportKeyMaterialRequest__Output, _envol_v1_ImportKeyMaterialResponse>;
  
  /**
   * Lists the aliases, a page at a time.
   * 
   * Condition                         Reason          gRPC code         What to do
   * limit is above 100                KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 100.
   * key_id names no key               KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListAliases: grpc.handleUnaryCall<_envol_v1_ListAliasesRequest__Output, _envol_v1_ListAliasesResponse>;
  
  /**
   * Lists the grants on a key, a page at a time: who may do what with it, beside what its policy allows. An attached
   * volume holds one, to unwrap its data key.
   * 
   * Condition                         Reason            gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION    INVALID_ARGUMENT  Give it.
   * key_id names no key               KEY_NOT_FOUND     NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID       INVALID_ARGUMENT  Correct it.
   * limit is above 100                KMS_VALIDATION    INVALID_ARGUMENT  Ask for 1 to 100.
   * marker was not made by this call  MARKER_INVALID    INVALID_ARGUMENT  Start from the first page.
   * The key has no grant of grant_id  GRANT_ID_INVALID  INVALID_ARGUMENT  Leave it out.
   */
  ListGrants: grpc.handleUnaryCall<_envol_v1_ListGrantsRequest__Output, _envol_v1_ListGrantsResponse>;
  
  /**
   * Lists the names of the policies of a key: default, and no other.
   * 
   * Condition                         Reason          gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                       KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * limit is above 1000               KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 1000.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListKeyPolicies: grpc.handleUnaryCall<_envol_v1_ListKeyPoliciesRequest__Output, _envol_v1_ListKeyPoliciesResponse>;
  
  /**
   * Lists the rotations of a key, oldest first, a page at a time.
   * 
   * Condition                         Reason           gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION   INVALID_ARGUMENT  Give it.
   * No such key                       KEY_NOT_FOUND    NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID      INVALID_ARGUMENT  Correct it.
   * include_key_material is unknown   KMS_VALIDATION   INVALID_ARGUMENT  Leave it out.
   * limit is above 1000               KMS_VALIDATION   INVALID_ARGUMENT  Ask for 1 to 1000.
   * marker was not made by this call  MARKER_INVALID   INVALID_ARGUMENT  Start from the first page.
   * The key is not symmetric          KMS_UNSUPPORTED  INVALID_ARGUMENT  Use another key.
   */
  ListKeyRotations: grpc.handleUnaryCall<_envol_v1_ListKeyRotationsRequest__Output, _envol_v1_ListKeyRotationsResponse>;
  
  /**
   * Lists the keys, a page at a time.
   * 
   * Condition                         Reason          gRPC code         What to do
   * limit is above 1000               KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 1000.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListKeys: grpc.handleUnaryCall<_envol_v1_ListKeysRequest__Output, _envol_v1_ListKeysResponse>;
  
  /**
   * Lists the tags of a key in order of their keys, a page at a time.
   * 
   * Condition                         Reason          gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                       KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * limit is above 50                 KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 50.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListResourceTags: grpc.handleUnaryCall<_envol_v1_ListResourceTagsRequest__Output, _envol_v1_ListResourceTagsResponse>;
  
  /**
   * Lists the grants on all keys that a principal may retire, a page at a time.
   * 
   * Condition                                  Reason          gRPC code         What to do
   * retiring_principal is absent or malformed  KMS_VALIDATION  INVALID_ARGUMENT  Give an ARN.
   * limit is above 100                         KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 100.
   * marker was not made by this call           MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListRetirableGrants: grpc.handleUnaryCall<_envol_v1_ListRetirableGrantsRequest__Output, _envol_v1_ListRetirableGrantsResponse>;
  
  /**
   * Puts another policy in the place of the present one.
   * 
   * Condition                                     Reason              gRPC code           What to do
   * key_id is absent                              KMS_VALIDATION      INVALID_ARGUMENT    Give it.
   * No such key                                   KEY_NOT_FOUND       NOT_FOUND           List the keys.
   * key_id is a malformed ARN                     ARN_INVALID         INVALID_ARGUMENT    Correct it.
   * policy_name is not default                    KEY_NOT_FOUND       NOT_FOUND           Leave it out.
   * policy is absent                              KMS_VALIDATION      INVALID_ARGUMENT    Give it.
   * policy is malformed, or locks the caller out  POLICY_INVALID      INVALID_ARGUMENT    Correct it, or bypass the check.
   * policy is above 32768 bytes                   KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Shorten it.
   * The key is AWS managed                        ACCESS_DENIED       PERMISSION_DENIED   Use a key of your own.
   */
  PutKeyPolicy: grpc.handleUnaryCall<_envol_v1_PutKeyPolicyRequest__Output, _envol_v1_PutKeyPolicyResponse>;
  
  /**
   * Decrypts a ciphertext and encrypts it under another key or context; the plaintext stays inside.
   * 
   * Condition                                          Reason               gRPC code            What to do
   * ciphertext_blob is empty or above 6144 bytes       KMS_VALIDATION       INVALID_ARGUMENT     Give it whole.
   * destination_key_id is absent                       KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * The ciphertext or the context is not the one made  CIPHERTEXT_INVALID   INVALID_ARGUMENT     Give both as they were made.
   * source_key_id is not the key that made it          KEY_INCORRECT        INVALID_ARGUMENT     Name that key, or none.
   * A key named does not exist                         KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * A key is named by a malformed ARN                  ARN_INVALID          INVALID_ARGUMENT     Correct the field named.
   * An algorithm or modifier is unknown                KMS_VALIDATION       INVALID_ARGUMENT     Leave it out.
   * An algorithm does not fit its key                  KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * Either key is disabled                             KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * Either key is pending deletion                     KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * Either key policy says no                          ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * A grant token is not of a grant in the Region      GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well               DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  ReEncrypt: grpc.handleUnaryCall<_envol_v1_ReEncryptRequest__Output, _envol_v1_ReEncryptResponse>;
  
  /**
   * Makes a replica of a multi-Region primary key in another Region: the same id and material, a policy and state of its own.
   * 
   * Condition                                     Reason              gRPC code            What to do
   * key_id is absent                              KMS_VALIDATION      INVALID_ARGUMENT     Give it.
   * No such key                                   KEY_NOT_FOUND       NOT_FOUND            List the keys.
   * key_id is a malformed ARN                     ARN_INVALID         INVALID_ARGUMENT     Correct it.
   * replica_region is absent or malformed         KMS_VALIDATION      INVALID_ARGUMENT     Give a Region.
   * The Region has the key already                KEY_EXISTS          ALREADY_EXISTS       Use that one.
   * A key or value of a tag has a wrong length    KMS_VALIDATION      INVALID_ARGUMENT     Correct the tag named.
   * A tag is doubled or reserved                  TAG_INVALID         INVALID_ARGUMENT     Correct the tags.
   * More than 50 tags                             TAG_INVALID         INVALID_ARGUMENT     Leave some out.
   * description is above 8192 characters          KMS_VALIDATION      INVALID_ARGUMENT     Shorten it.
   * policy is malformed, or locks the caller out  POLICY_INVALID      INVALID_ARGUMENT     Correct it, or bypass the check.
   * policy is above 32768 bytes                   KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Shorten it.
   * The key is not a multi-Region primary key     KMS_UNSUPPORTED     INVALID_ARGUMENT     Use another key.
   * The key is AWS managed                        ACCESS_DENIED       PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                           KEY_DISABLED        FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                   KEY_STATE_INVALID   FAILED_PRECONDITION  Cancel that, enable it.
   */
  ReplicateKey: grpc.handleUnaryCall<_envol_v1_ReplicateKeyRequest__Output, _envol_v1_ReplicateKeyResponse>;
  
  /**
   * Ends a grant that has done its work. It is named by its token, or by its key and id.
   * 
   * Condition                                          Reason               gRPC code            What to do
   * Neither grant_token alone nor key_id and grant_id  KMS_VALIDATION       INVALID_ARGUMENT     Give one or the other.
   * key_id names no key                                KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                          ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * The key has no such grant                          GRANT_ID_INVALID     INVALID_ARGUMENT     List the key's grants.
   * grant_token is of no grant                         GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * dry_run is set, and all else is well               DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  RetireGrant: grpc.handleUnaryCall<_envol_v1_RetireGrantRequest__Output, _envol_v1_RetireGrantResponse>;
  
  /**
   * Takes a grant away. A volume that was attached under it goes on with the data key it has, and can not unwrap it again.
   * 
   * Condition                             Reason            gRPC code            What to do
   * key_id or grant_id is absent          KMS_VALIDATION    INVALID_ARGUMENT     Correct the field named.
   * key_id names no key                   KEY_NOT_FOUND     NOT_FOUND            List the keys.
   * key_id is a malformed ARN             ARN_INVALID       INVALID_ARGUMENT     Correct it.
   * The key has no such grant             GRANT_ID_INVALID  INVALID_ARGUMENT     List the key's grants.
   * dry_run is set, and all else is well  DRY_RUN           FAILED_PRECONDITION  Leave dry_run out.
   */
  RevokeGrant: grpc.handleUnaryCall<_envol_v1_RevokeGrantRequest__Output, _envol_v1_RevokeGrantResponse>;
  
  /**
   * Makes new key material current now; for imported material, that which was imported last. The schedule stays.
   * 
   * Condition                                  Reason              gRPC code            What to do
   * key_id is absent                           KMS_VALIDATION      INVALID_ARGUMENT     Give it.
   * No such key                                KEY_NOT_FOUND       NOT_FOUND            List the keys.
   * key_id is a malformed ARN                  ARN_INVALID         INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                     ACCESS_DENIED       PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                        KEY_DISABLED        FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                KEY_STATE_INVALID   FAILED_PRECONDITION  Cancel that, enable it.
   * The key is not symmetric, or a replica     KMS_UNSUPPORTED     INVALID_ARGUMENT     Use another key.
   * No imported material waits for a rotation  KEY_STATE_INVALID   FAILED_PRECONDITION  Import new material first.
   * The key was rotated on demand 25 times     KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Use automatic rotation.
   */
  RotateKeyOnDemand: grpc.handleUnaryCall<_envol_v1_RotateKeyOnDemandRequest__Output, _envol_v1_RotateKeyOnDemandResponse>;
  
  /**
   * Makes a key unusable now, and destroys its key material when the waiting period is over. What is encrypted under it can
   * then never be read again.
   * 
   * Condition                              Reason             gRPC code            What to do
   * key_id is absent                       KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                            KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN              ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                 ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * pending_window_in_days is not 7 to 30  KMS_VALIDATION     INVALID_ARGUMENT     Give 7 to 30, or leave it out.
   * A deletion is scheduled already        KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel it to schedule anew.
   */
  ScheduleKeyDeletion: grpc.handleUnaryCall<_envol_v1_ScheduleKeyDeletionRequest__Output, _envol_v1_ScheduleKeyDeletionResponse>;
  
  /**
   * Signs a message, or the digest of one, with the private key of an asymmetric key.
   * 
   * Condition                                         Reason               gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * message is empty or above 4096 bytes              KMS_VALIDATION       INVALID_ARGUMENT     Sign its digest instead.
   * message_type or signing_algorithm is unknown      KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * The digest has a wrong length                     KMS_VALIDATION       INVALID_ARGUMENT     Match signing_algorithm.
   * The key is not for signing                        KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * signing_algorithm does not fit the key            KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * signing_algorithm or message_type is not offered  KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another.
   * A grant token is not of a grant on the key        GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                               KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                            ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well              DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  Sign: grpc.handleUnaryCall<_envol_v1_SignRequest__Output, _envol_v1_SignResponse>;
  
  /**
   * Adds tags to a key; a tag that is there takes the new value.
   * 
   * Condition                                   Reason             gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * A key or value of a tag has a wrong length  KMS_VALIDATION     INVALID_ARGUMENT     Correct the tag named.
   * A tag is doubled or reserved                TAG_INVALID        INVALID_ARGUMENT     Correct the tags.
   * More than 50 tags                           TAG_INVALID        INVALID_ARGUMENT     Leave some out.
   * The key is AWS managed                      ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion                 KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  TagResource: grpc.handleUnaryCall<_envol_v1_TagResourceRequest__Output, _envol_v1_TagResourceResponse>;
  
  /**
   * Takes tags from a key. Those that it has not are no error.
   * 
   * Condition                     Reason             gRPC code            What to do
   * key_id is absent              KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                   KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN     ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * A tag key has a wrong length  KMS_VALIDATION     INVALID_ARGUMENT     Correct it.
   * The key is AWS managed        ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion   KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  UntagResource: grpc.handleUnaryCall<_envol_v1_UntagResourceRequest__Output, _envol_v1_UntagResourceResponse>;
  
  /**
   * Makes an alias name another key. Volumes keep the key that they were created with.
   * 
   * Condition                                        Reason              gRPC code            What to do
   * alias_name or target_key_id is absent            KMS_VALIDATION      INVALID_ARGUMENT     Correct the field named.
   * alias_name does not begin with alias/            KMS_VALIDATION      INVALID_ARGUMENT     Correct it.
   * alias_name is too long, or has other characters  KMS_VALIDATION      INVALID_ARGUMENT     Correct it.
   * alias_name is empty after that, or has a colon   ALIAS_NAME_INVALID  INVALID_ARGUMENT     Correct it.
   * alias_name begins with alias/aws/                ALIAS_NAME_INVALID  INVALID_ARGUMENT     Choose another.
   * No such alias or key                             KEY_NOT_FOUND       NOT_FOUND            List the aliases and keys.
   * target_key_id is an alias name                   KMS_VALIDATION      INVALID_ARGUMENT     Give the key.
   * target_key_id is a malformed ARN                 ARN_INVALID         INVALID_ARGUMENT     Correct it.
   * The key is AWS managed                           ACCESS_DENIED       PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion                      KEY_STATE_INVALID   FAILED_PRECONDITION  Choose another key.
   * The key has 50 aliases                           KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED   Delete one.
   */
  UpdateAlias: grpc.handleUnaryCall<_envol_v1_UpdateAliasRequest__Output, _envol_v1_UpdateAliasResponse>;
  
  /**
   * Gives a key another description; without one, none.
   * 
   * Condition                             Reason             gRPC code            What to do
   * key_id is absent                      KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                           KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN             ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * description is above 8192 characters  KMS_VALIDATION     INVALID_ARGUMENT     Shorten it.
   * The key is AWS managed                ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is pending deletion           KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel the deletion first.
   */
  UpdateKeyDescription: grpc.handleUnaryCall<_envol_v1_UpdateKeyDescriptionRequest__Output, _envol_v1_UpdateKeyDescriptionResponse>;
  
  /**
   * Makes the replica in another Region the primary key, and the primary key a replica.
   * 
   * Condition                                  Reason             gRPC code            What to do
   * key_id is absent                           KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                  ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * primary_region is absent or malformed      KMS_VALIDATION     INVALID_ARGUMENT     Give a Region.
   * The Region has no replica                  KEY_NOT_FOUND      NOT_FOUND            Replicate the key first.
   * The key is not a multi-Region primary key  KMS_UNSUPPORTED    INVALID_ARGUMENT     Use another key.
   * The key is AWS managed                     ACCESS_DENIED      PERMISSION_DENIED    Use a key of your own.
   * The key is disabled                        KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   */
  UpdatePrimaryRegion: grpc.handleUnaryCall<_envol_v1_UpdatePrimaryRegionRequest__Output, _envol_v1_UpdatePrimaryRegionResponse>;
  
  /**
   * Verifies a signature. One that is not valid is refused.
   * 
   * Condition                                         Reason               gRPC code            What to do
   * key_id is absent                                  KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                       KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                         ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * message is empty or above 4096 bytes              KMS_VALIDATION       INVALID_ARGUMENT     Sign its digest instead.
   * signature is empty or above 6144 bytes            KMS_VALIDATION       INVALID_ARGUMENT     Give it whole.
   * message_type or signing_algorithm is unknown      KMS_VALIDATION       INVALID_ARGUMENT     Correct the field named.
   * The digest has a wrong length                     KMS_VALIDATION       INVALID_ARGUMENT     Match signing_algorithm.
   * The key is not for signing                        KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * signing_algorithm does not fit the key            KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * signing_algorithm or message_type is not offered  KMS_UNSUPPORTED      INVALID_ARGUMENT     Use another.
   * signature is not of message under the key         SIGNATURE_INVALID    INVALID_ARGUMENT     Give all as it was signed.
   * A grant token is not of a grant on the key        GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                               KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                       KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                            ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well              DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  Verify: grpc.handleUnaryCall<_envol_v1_VerifyRequest__Output, _envol_v1_VerifyResponse>;
  
  /**
   * Verifies a MAC. One that is not valid is refused.
   * 
   * Condition                                   Reason               gRPC code            What to do
   * key_id is absent                            KMS_VALIDATION       INVALID_ARGUMENT     Give it.
   * No such key                                 KEY_NOT_FOUND        NOT_FOUND            List the keys.
   * key_id is a malformed ARN                   ARN_INVALID          INVALID_ARGUMENT     Correct it.
   * message is empty or above 4096 bytes        KMS_VALIDATION       INVALID_ARGUMENT     Shorten it.
   * mac is empty or above 6144 bytes            KMS_VALIDATION       INVALID_ARGUMENT     Give it whole.
   * mac_algorithm is unknown                    KMS_VALIDATION       INVALID_ARGUMENT     Correct it.
   * The key is not for MACs                     KEY_USAGE_INVALID    FAILED_PRECONDITION  Use a key made for it.
   * mac_algorithm does not fit the key          KEY_USAGE_INVALID    FAILED_PRECONDITION  Use one that DescribeKey lists.
   * mac is not of message under the key         MAC_INVALID          INVALID_ARGUMENT     Give all as it was made.
   * A grant token is not of a grant on the key  GRANT_TOKEN_INVALID  INVALID_ARGUMENT     Give the token of CreateGrant.
   * The key is disabled                         KEY_DISABLED         FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                 KEY_STATE_INVALID    FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                      ACCESS_DENIED        PERMISSION_DENIED    Change the policy.
   * dry_run is set, and all else is well        DRY_RUN              FAILED_PRECONDITION  Leave dry_run out.
   */
  VerifyMac: grpc.handleUnaryCall<_envol_v1_VerifyMacRequest__Output, _envol_v1_VerifyMacResponse>;
  
}

export interface KeyServiceDefinition extends grpc.ServiceDefinition {
  CancelKeyDeletion: MethodDefinition<_envol_v1_CancelKeyDeletionRequest, _envol_v1_CancelKeyDeletionResponse, _envol_v1_CancelKeyDeletionRequest__Output, _envol_v1_CancelKeyDeletionResponse__Output>
  CreateAlias: MethodDefinition<_envol_v1_CreateAliasRequest, _envol_v1_CreateAliasResponse, _envol_v1_CreateAliasRequest__Output, _envol_v1_CreateAliasResponse__Output>
  CreateGrant: MethodDefinition<_envol_v1_CreateGrantRequest, _envol_v1_CreateGrantResponse, _envol_v1_CreateGrantRequest__Output, _envol_v1_CreateGrantResponse__Output>
  CreateKey: MethodDefinition<_envol_v1_CreateKeyRequest, _envol_v1_CreateKeyResponse, _envol_v1_CreateKeyRequest__Output, _envol_v1_CreateKeyResponse__Output>
  Decrypt: MethodDefinition<_envol_v1_DecryptRequest, _envol_v1_DecryptResponse, _envol_v1_DecryptRequest__Output, _envol_v1_DecryptResponse__Output>
  DeleteAlias: MethodDefinition<_envol_v1_DeleteAliasRequest, _envol_v1_DeleteAliasResponse, _envol_v1_DeleteAliasRequest__Output, _envol_v1_DeleteAliasResponse__Output>
  DeleteImportedKeyMaterial: MethodDefinition<_envol_v1_DeleteImportedKeyMaterialRequest, _envol_v1_DeleteImportedKeyMaterialResponse, _envol_v1_DeleteImportedKeyMaterialRequest__Output, _envol_v1_DeleteImportedKeyMaterialResponse__Output>
  DeriveSharedSecret: MethodDefinition<_envol_v1_DeriveSharedSecretRequest, _envol_v1_DeriveSharedSecretResponse, _envol_v1_DeriveSharedSecretRequest__Output, _envol_v1_DeriveSharedSecretResponse__Output>
  DescribeKey: MethodDefinition<_envol_v1_DescribeKeyRequest, _envol_v1_DescribeKeyResponse, _envol_v1_DescribeKeyRequest__Output, _envol_v1_DescribeKeyResponse__Output>
  DisableKey: MethodDefinition<_envol_v1_DisableKeyRequest, _envol_v1_DisableKeyResponse, _envol_v1_DisableKeyRequest__Output, _envol_v1_DisableKeyResponse__Output>
  DisableKeyRotation: MethodDefinition<_envol_v1_DisableKeyRotationRequest, _envol_v1_DisableKeyRotationResponse, _envol_v1_DisableKeyRotationRequest__Output, _envol_v1_DisableKeyRotationResponse__Output>
  EnableKey: MethodDefinition<_envol_v1_EnableKeyRequest, _envol_v1_EnableKeyResponse, _envol_v1_EnableKeyRequest__Output, _envol_v1_EnableKeyResponse__Output>
  EnableKeyRotation: MethodDefinition<_envol_v1_EnableKeyRotationRequest, _envol_v1_EnableKeyRotationResponse, _envol_v1_EnableKeyRotationRequest__Output, _envol_v1_EnableKeyRotationResponse__Output>
  Encrypt: MethodDefinition<_envol_v1_EncryptRequest, _envol_v1_EncryptResponse, _envol_v1_EncryptRequest__Output, _envol_v1_EncryptResponse__Output>
  GenerateDataKey: MethodDefinition<_envol_v1_GenerateDataKeyRequest, _envol_v1_GenerateDataKeyResponse, _envol_v1_GenerateDataKeyRequest__Output, _envol_v1_GenerateDataKeyResponse__Output>
  GenerateDataKeyPair: MethodDefinition<_envol_v1_GenerateDataKeyPairRequest, _envol_v1_GenerateDataKeyPairResponse, _envol_v1_GenerateDataKeyPairRequest__Output, _envol_v1_GenerateDataKeyPairResponse__Output>
  GenerateDataKeyPairWithoutPlaintext: MethodDefinition<_envol_v1_GenerateDataKeyPairWithoutPlaintextRequest, _envol_v1_GenerateDataKeyPairWithoutPlaintextResponse, _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest__Output, _envol_v1_GenerateDataKeyPairWithoutPlaintextResponse__Output>
  GenerateDataKeyWithoutPlaintext: MethodDefinition<_envol_v1_GenerateDataKeyWithoutPlaintextRequest, _envol_v1_GenerateDataKeyWithoutPlaintextResponse, _envol_v1_GenerateDataKeyWithoutPlaintextRequest__Output, _envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>
  GenerateMac: MethodDefinition<_envol_v1_GenerateMacRequest, _envol_v1_GenerateMacResponse, _envol_v1_GenerateMacRequest__Output, _envol_v1_GenerateMacResponse__Output>
  GenerateRandom: MethodDefinition<_envol_v1_GenerateRandomRequest, _envol_v1_GenerateRandomResponse, _envol_v1_GenerateRandomRequest__Output, _envol_v1_GenerateRandomResponse__Output>
  GetKeyLastUsage: MethodDefinition<_envol_v1_GetKeyLastUsageRequest, _envol_v1_GetKeyLastUsageResponse, _envol_v1_GetKeyLastUsageRequest__Output, _envol_v1_GetKeyLastUsageResponse__Output>
  GetKeyPolicy: MethodDefinition<_envol_v1_GetKeyPolicyRequest, _envol_v1_GetKeyPolicyResponse, _envol_v1_GetKeyPolicyRequest__Output, _envol_v1_GetKeyPolicyResponse__Output>
  GetKeyRotationStatus: MethodDefinition<_envol_v1_GetKeyRotationStatusRequest, _envol_v1_GetKeyRotationStatusResponse, _envol_v1_GetKeyRotationStatusRequest__Output, _envol_v1_GetKeyRotationStatusResponse__Output>
  GetParametersForImport: MethodDefinition<_envol_v1_GetParametersForImportRequest, _envol_v1_GetParametersForImportResponse, _envol_v1_GetParametersForImportRequest__Output, _envol_v1_GetParametersForImportResponse__Output>
  GetPublicKey: MethodDefinition<_envol_v1_GetPublicKeyRequest, _envol_v1_GetPublicKeyResponse, _envol_v1_GetPublicKeyRequest__Output, _envol_v1_GetPublicKeyResponse__Output>
  ImportKeyMaterial: MethodDefinition<_envol_v1_ImportKeyMaterialRequest, _envol_v1_ImportKeyMaterialResponse, _envol_v1_ImportKeyMaterialRequest__Output, _envol_v1_ImportKeyMaterialResponse__Output>
  ListAliases: MethodDefinition<_envol_v1_ListAliasesRequest, _envol_v1_ListAliasesResponse, _envol_v1_ListAliasesRequest__Output, _envol_v1_ListAliasesResponse__Output>
  ListGrants: MethodDefinition<_envol_v1_ListGrantsRequest, _envol_v1_ListGrantsResponse, _envol_v1_ListGrantsRequest__Output, _envol_v1_ListGrantsResponse__Output>
  ListKeyPolicies: MethodDefinition<_envol_v1_ListKeyPoliciesRequest, _envol_v1_ListKeyPoliciesResponse, _envol_v1_ListKeyPoliciesRequest__Output, _envol_v1_ListKeyPoliciesResponse__Output>
  ListKeyRotations: MethodDefinition<_envol_v1_ListKeyRotationsRequest, _envol_v1_ListKeyRotationsResponse, _envol_v1_ListKeyRotationsRequest__Output, _envol_v1_ListKeyRotationsResponse__Output>
  ListKeys: MethodDefinition<_envol_v1_ListKeysRequest, _envol_v1_ListKeysResponse, _envol_v1_ListKeysRequest__Output, _envol_v1_ListKeysResponse__Output>
  ListResourceTags: MethodDefinition<_envol_v1_ListResourceTagsRequest, _envol_v1_ListResourceTagsResponse, _envol_v1_ListResourceTagsRequest__Output, _envol_v1_ListResourceTagsResponse__Output>
  ListRetirableGrants: MethodDefinition<_envol_v1_ListRetirableGrantsRequest, _envol_v1_ListRetirableGrantsResponse, _envol_v1_ListRetirableGrantsRequest__Output, _envol_v1_ListRetirableGrantsResponse__Output>
  PutKeyPolicy: MethodDefinition<_envol_v1_PutKeyPolicyRequest, _envol_v1_PutKeyPolicyResponse, _envol_v1_PutKeyPolicyRequest__Output, _envol_v1_PutKeyPolicyResponse__Output>
  ReEncrypt: MethodDefinition<_envol_v1_ReEncryptRequest, _envol_v1_ReEncryptResponse, _envol_v1_ReEncryptRequest__Output, _envol_v1_ReEncryptResponse__Output>
  ReplicateKey: MethodDefinition<_envol_v1_ReplicateKeyRequest, _envol_v1_ReplicateKeyResponse, _envol_v1_ReplicateKeyRequest__Output, _envol_v1_ReplicateKeyResponse__Output>
  RetireGrant: MethodDefinition<_envol_v1_RetireGrantRequest, _envol_v1_RetireGrantResponse, _envol_v1_RetireGrantRequest__Output, _envol_v1_RetireGrantResponse__Output>
  RevokeGrant: MethodDefinition<_envol_v1_RevokeGrantRequest, _envol_v1_RevokeGrantResponse, _envol_v1_RevokeGrantRequest__Output, _envol_v1_RevokeGrantResponse__Output>
  RotateKeyOnDemand: MethodDefinition<_envol_v1_RotateKeyOnDemandRequest, _envol_v1_RotateKeyOnDemandResponse, _envol_v1_RotateKeyOnDemandRequest__Output, _envol_v1_RotateKeyOnDemandResponse__Output>
  ScheduleKeyDeletion: MethodDefinition<_envol_v1_ScheduleKeyDeletionRequest, _envol_v1_ScheduleKeyDeletionResponse, _envol_v1_ScheduleKeyDeletionRequest__Output, _envol_v1_ScheduleKeyDeletionResponse__Output>
  Sign: MethodDefinition<_envol_v1_SignRequest, _envol_v1_SignResponse, _envol_v1_SignRequest__Output, _envol_v1_SignResponse__Output>
  TagResource: MethodDefinition<_envol_v1_TagResourceRequest, _envol_v1_TagResourceResponse, _envol_v1_TagResourceRequest__Output, _envol_v1_TagResourceResponse__Output>
  UntagResource: MethodDefinition<_envol_v1_UntagResourceRequest, _envol_v1_UntagResourceResponse, _envol_v1_UntagResourceRequest__Output, _envol_v1_UntagResourceResponse__Output>
  UpdateAlias: MethodDefinition<_envol_v1_UpdateAliasRequest, _envol_v1_UpdateAliasResponse, _envol_v1_UpdateAliasRequest__Output, _envol_v1_UpdateAliasResponse__Output>
  UpdateKeyDescription: MethodDefinition<_envol_v1_UpdateKeyDescriptionRequest, _envol_v1_UpdateKeyDescriptionResponse, _envol_v1_UpdateKeyDescriptionRequest__Output, _envol_v1_UpdateKeyDescriptionResponse__Output>
  UpdatePrimaryRegion: MethodDefinition<_envol_v1_UpdatePrimaryRegionRequest, _envol_v1_UpdatePrimaryRegionResponse, _envol_v1_UpdatePrimaryRegionRequest__Output, _envol_v1_UpdatePrimaryRegionResponse__Output>
  Verify: MethodDefinition<_envol_v1_VerifyRequest, _envol_v1_VerifyResponse, _envol_v1_VerifyRequest__Output, _envol_v1_VerifyResponse__Output>
  VerifyMac: MethodDefinition<_envol_v1_VerifyMacRequest, _envol_v1_VerifyMacResponse, _envol_v1_VerifyMacRequest__Output, _envol_v1_VerifyMacResponse__Output>
}
