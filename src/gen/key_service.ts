import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AliasListEntry as _envol_v1_AliasListEntry, AliasListEntry__Output as _envol_v1_AliasListEntry__Output } from './envol/v1/AliasListEntry.ts';
import type { CancelKeyDeletionRequest as _envol_v1_CancelKeyDeletionRequest, CancelKeyDeletionRequest__Output as _envol_v1_CancelKeyDeletionRequest__Output } from './envol/v1/CancelKeyDeletionRequest.ts';
import type { CancelKeyDeletionResponse as _envol_v1_CancelKeyDeletionResponse, CancelKeyDeletionResponse__Output as _envol_v1_CancelKeyDeletionResponse__Output } from './envol/v1/CancelKeyDeletionResponse.ts';
import type { CreateAliasRequest as _envol_v1_CreateAliasRequest, CreateAliasRequest__Output as _envol_v1_CreateAliasRequest__Output } from './envol/v1/CreateAliasRequest.ts';
import type { CreateAliasResponse as _envol_v1_CreateAliasResponse, CreateAliasResponse__Output as _envol_v1_CreateAliasResponse__Output } from './envol/v1/CreateAliasResponse.ts';
import type { CreateGrantRequest as _envol_v1_CreateGrantRequest, CreateGrantRequest__Output as _envol_v1_CreateGrantRequest__Output } from './envol/v1/CreateGrantRequest.ts';
import type { CreateGrantResponse as _envol_v1_CreateGrantResponse, CreateGrantResponse__Output as _envol_v1_CreateGrantResponse__Output } from './envol/v1/CreateGrantResponse.ts';
import type { CreateKeyRequest as _envol_v1_CreateKeyRequest, CreateKeyRequest__Output as _envol_v1_CreateKeyRequest__Output } from './envol/v1/CreateKeyRequest.ts';
import type { CreateKeyResponse as _envol_v1_CreateKeyResponse, CreateKeyResponse__Output as _envol_v1_CreateKeyResponse__Output } from './envol/v1/CreateKeyResponse.ts';
import type { DecryptRequest as _envol_v1_DecryptRequest, DecryptRequest__Output as _envol_v1_DecryptRequest__Output } from './envol/v1/DecryptRequest.ts';
import type { DecryptResponse as _envol_v1_DecryptResponse, DecryptResponse__Output as _envol_v1_DecryptResponse__Output } from './envol/v1/DecryptResponse.ts';
import type { DeleteAliasRequest as _envol_v1_DeleteAliasRequest, DeleteAliasRequest__Output as _envol_v1_DeleteAliasRequest__Output } from './envol/v1/DeleteAliasRequest.ts';
import type { DeleteAliasResponse as _envol_v1_DeleteAliasResponse, DeleteAliasResponse__Output as _envol_v1_DeleteAliasResponse__Output } from './envol/v1/DeleteAliasResponse.ts';
import type { DeleteImportedKeyMaterialRequest as _envol_v1_DeleteImportedKeyMaterialRequest, DeleteImportedKeyMaterialRequest__Output as _envol_v1_DeleteImportedKeyMaterialRequest__Output } from './envol/v1/DeleteImportedKeyMaterialRequest.ts';
import type { DeleteImportedKeyMaterialResponse as _envol_v1_DeleteImportedKeyMaterialResponse, DeleteImportedKeyMaterialResponse__Output as _envol_v1_DeleteImportedKeyMaterialResponse__Output } from './envol/v1/DeleteImportedKeyMaterialResponse.ts';
import type { DeriveSharedSecretRequest as _envol_v1_DeriveSharedSecretRequest, DeriveSharedSecretRequest__Output as _envol_v1_DeriveSharedSecretRequest__Output } from './envol/v1/DeriveSharedSecretRequest.ts';
import type { DeriveSharedSecretResponse as _envol_v1_DeriveSharedSecretResponse, DeriveSharedSecretResponse__Output as _envol_v1_DeriveSharedSecretResponse__Output } from './envol/v1/DeriveSharedSecretResponse.ts';
import type { DescribeKeyRequest as _envol_v1_DescribeKeyRequest, DescribeKeyRequest__Output as _envol_v1_DescribeKeyRequest__Output } from './envol/v1/DescribeKeyRequest.ts';
import type { DescribeKeyResponse as _envol_v1_DescribeKeyResponse, DescribeKeyResponse__Output as _envol_v1_DescribeKeyResponse__Output } from './envol/v1/DescribeKeyResponse.ts';
import type { DisableKeyRequest as _envol_v1_DisableKeyRequest, DisableKeyRequest__Output as _envol_v1_DisableKeyRequest__Output } from './envol/v1/DisableKeyRequest.ts';
import type { DisableKeyResponse as _envol_v1_DisableKeyResponse, DisableKeyResponse__Output as _envol_v1_DisableKeyResponse__Output } from './envol/v1/DisableKeyResponse.ts';
import type { DisableKeyRotationRequest as _envol_v1_DisableKeyRotationRequest, DisableKeyRotationRequest__Output as _envol_v1_DisableKeyRotationRequest__Output } from './envol/v1/DisableKeyRotationRequest.ts';
import type { DisableKeyRotationResponse as _envol_v1_DisableKeyRotationResponse, DisableKeyRotationResponse__Output as _envol_v1_DisableKeyRotationResponse__Output } from './envol/v1/DisableKeyRotationResponse.ts';
import type { EnableKeyRequest as _envol_v1_EnableKeyRequest, EnableKeyRequest__Output as _envol_v1_EnableKeyRequest__Output } from './envol/v1/EnableKeyRequest.ts';
import type { EnableKeyResponse as _envol_v1_EnableKeyResponse, EnableKeyResponse__Output as _envol_v1_EnableKeyResponse__Output } from './envol/v1/EnableKeyResponse.ts';
import type { EnableKeyRotationRequest as _envol_v1_EnableKeyRotationRequest, EnableKeyRotationRequest__Output as _envol_v1_EnableKeyRotationRequest__Output } from './envol/v1/EnableKeyRotationRequest.ts';
import type { EnableKeyRotationResponse as _envol_v1_EnableKeyRotationResponse, EnableKeyRotationResponse__Output as _envol_v1_EnableKeyRotationResponse__Output } from './envol/v1/EnableKeyRotationResponse.ts';
import type { EncryptRequest as _envol_v1_EncryptRequest, EncryptRequest__Output as _envol_v1_EncryptRequest__Output } from './envol/v1/EncryptRequest.ts';
import type { EncryptResponse as _envol_v1_EncryptResponse, EncryptResponse__Output as _envol_v1_EncryptResponse__Output } from './envol/v1/EncryptResponse.ts';
import type { GenerateDataKeyPairRequest as _envol_v1_GenerateDataKeyPairRequest, GenerateDataKeyPairRequest__Output as _envol_v1_GenerateDataKeyPairRequest__Output } from './envol/v1/GenerateDataKeyPairRequest.ts';
import type { GenerateDataKeyPairResponse as _envol_v1_GenerateDataKeyPairResponse, GenerateDataKeyPairResponse__Output as _envol_v1_GenerateDataKeyPairResponse__Output } from './envol/v1/GenerateDataKeyPairResponse.ts';
import type { GenerateDataKeyPairWithoutPlaintextRequest as _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest, GenerateDataKeyPairWithoutPlaintextRequest__Output as _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest__Output } from './envol/v1/GenerateDataKeyPairWithoutPlaintextRequest.ts';
import type { GenerateDataKeyPairWithoutPlaintextResponse as _envol_v1_GenerateDataKeyPairWithoutPlaintextResponse, GenerateDataKeyPairWithoutPlaintextResponse__Output as _envol_v1_GenerateDataKeyPairWithoutPlaintextResponse__Output } from './envol/v1/GenerateDataKeyPairWithoutPlaintextResponse.ts';
import type { GenerateDataKeyRequest as _envol_v1_GenerateDataKeyRequest, GenerateDataKeyRequest__Output as _envol_v1_GenerateDataKeyRequest__Output } from './envol/v1/GenerateDataKeyRequest.ts';
import type { GenerateDataKeyResponse as _envol_v1_GenerateDataKeyResponse, GenerateDataKeyResponse__Output as _envol_v1_GenerateDataKeyResponse__Output } from './envol/v1/GenerateDataKeyResponse.ts';
import type { GenerateDataKeyWithoutPlaintextRequest as _envol_v1_GenerateDataKeyWithoutPlaintextRequest, GenerateDataKeyWithoutPlaintextRequest__Output as _envol_v1_GenerateDataKeyWithoutPlaintextRequest__Output } from './envol/v1/GenerateDataKeyWithoutPlaintextRequest.ts';
import type { GenerateDataKeyWithoutPlaintextResponse as _envol_v1_GenerateDataKeyWithoutPlaintextResponse, GenerateDataKeyWithoutPlaintextResponse__Output as _envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output } from './envol/v1/GenerateDataKeyWithoutPlaintextResponse.ts';
import type { GenerateMacRequest as _envol_v1_GenerateMacRequest, GenerateMacRequest__Output as _envol_v1_GenerateMacRequest__Output } from './envol/v1/GenerateMacRequest.ts';
import type { GenerateMacResponse as _envol_v1_GenerateMacResponse, GenerateMacResponse__Output as _envol_v1_GenerateMacResponse__Output } from './envol/v1/GenerateMacResponse.ts';
import type { GenerateRandomRequest as _envol_v1_GenerateRandomRequest, GenerateRandomRequest__Output as _envol_v1_GenerateRandomRequest__Output } from './envol/v1/GenerateRandomRequest.ts';
import type { GenerateRandomResponse as _envol_v1_GenerateRandomResponse, GenerateRandomResponse__Output as _envol_v1_GenerateRandomResponse__Output } from './envol/v1/GenerateRandomResponse.ts';
import type { GetKeyLastUsageRequest as _envol_v1_GetKeyLastUsageRequest, GetKeyLastUsageRequest__Output as _envol_v1_GetKeyLastUsageRequest__Output } from './envol/v1/GetKeyLastUsageRequest.ts';
import type { GetKeyLastUsageResponse as _envol_v1_GetKeyLastUsageResponse, GetKeyLastUsageResponse__Output as _envol_v1_GetKeyLastUsageResponse__Output } from './envol/v1/GetKeyLastUsageResponse.ts';
import type { GetKeyPolicyRequest as _envol_v1_GetKeyPolicyRequest, GetKeyPolicyRequest__Output as _envol_v1_GetKeyPolicyRequest__Output } from './envol/v1/GetKeyPolicyRequest.ts';
import type { GetKeyPolicyResponse as _envol_v1_GetKeyPolicyResponse, GetKeyPolicyResponse__Output as _envol_v1_GetKeyPolicyResponse__Output } from './envol/v1/GetKeyPolicyResponse.ts';
import type { GetKeyRotationStatusRequest as _envol_v1_GetKeyRotationStatusRequest, GetKeyRotationStatusRequest__Output as _envol_v1_GetKeyRotationStatusRequest__Output } from './envol/v1/GetKeyRotationStatusRequest.ts';
import type { GetKeyRotationStatusResponse as _envol_v1_GetKeyRotationStatusResponse, GetKeyRotationStatusResponse__Output as _envol_v1_GetKeyRotationStatusResponse__Output } from './envol/v1/GetKeyRotationStatusResponse.ts';
import type { GetParametersForImportRequest as _envol_v1_GetParametersForImportRequest, GetParametersForImportRequest__Output as _envol_v1_GetParametersForImportRequest__Output } from './envol/v1/GetParametersForImportRequest.ts';
import type { GetParametersForImportResponse as _envol_v1_GetParametersForImportResponse, GetParametersForImportResponse__Output as _envol_v1_GetParametersForImportResponse__Output } from './envol/v1/GetParametersForImportResponse.ts';
import type { GetPublicKeyRequest as _envol_v1_GetPublicKeyRequest, GetPublicKeyRequest__Output as _envol_v1_GetPublicKeyRequest__Output } from './envol/v1/GetPublicKeyRequest.ts';
import type { GetPublicKeyResponse as _envol_v1_GetPublicKeyResponse, GetPublicKeyResponse__Output as _envol_v1_GetPublicKeyResponse__Output } from './envol/v1/GetPublicKeyResponse.ts';
import type { GrantConstraints as _envol_v1_GrantConstraints, GrantConstraints__Output as _envol_v1_GrantConstraints__Output } from './envol/v1/GrantConstraints.ts';
import type { GrantListEntry as _envol_v1_GrantListEntry, GrantListEntry__Output as _envol_v1_GrantListEntry__Output } from './envol/v1/GrantListEntry.ts';
import type { ImportKeyMaterialRequest as _envol_v1_ImportKeyMaterialRequest, ImportKeyMaterialRequest__Output as _envol_v1_ImportKeyMaterialRequest__Output } from './envol/v1/ImportKeyMaterialRequest.ts';
import type { ImportKeyMaterialResponse as _envol_v1_ImportKeyMaterialResponse, ImportKeyMaterialResponse__Output as _envol_v1_ImportKeyMaterialResponse__Output } from './envol/v1/ImportKeyMaterialResponse.ts';
import type { KeyLastUsage as _envol_v1_KeyLastUsage, KeyLastUsage__Output as _envol_v1_KeyLastUsage__Output } from './envol/v1/KeyLastUsage.ts';
import type { KeyListEntry as _envol_v1_KeyListEntry, KeyListEntry__Output as _envol_v1_KeyListEntry__Output } from './envol/v1/KeyListEntry.ts';
import type { KeyMetadata as _envol_v1_KeyMetadata, KeyMetadata__Output as _envol_v1_KeyMetadata__Output } from './envol/v1/KeyMetadata.ts';
import type { KeyRotation as _envol_v1_KeyRotation, KeyRotation__Output as _envol_v1_KeyRotation__Output } from './envol/v1/KeyRotation.ts';
import type { KeyServiceClient as _envol_v1_KeyServiceClient, KeyServiceDefinition as _envol_v1_KeyServiceDefinition } from './envol/v1/KeyService.ts';
import type { KeyTag as _envol_v1_KeyTag, KeyTag__Output as _envol_v1_KeyTag__Output } from './envol/v1/KeyTag.ts';
import type { ListAliasesRequest as _envol_v1_ListAliasesRequest, ListAliasesRequest__Output as _envol_v1_ListAliasesRequest__Output } from './envol/v1/ListAliasesRequest.ts';
import type { ListAliasesResponse as _envol_v1_ListAliasesResponse, ListAliasesResponse__Output as _envol_v1_ListAliasesResponse__Output } from './envol/v1/ListAliasesResponse.ts';
import type { ListGrantsRequest as _envol_v1_ListGrantsRequest, ListGrantsRequest__Output as _envol_v1_ListGrantsRequest__Output } from './envol/v1/ListGrantsRequest.ts';
import type { ListGrantsResponse as _envol_v1_ListGrantsResponse, ListGrantsResponse__Output as _envol_v1_ListGrantsResponse__Output } from './envol/v1/ListGrantsResponse.ts';
import type { ListKeyPoliciesRequest as _envol_v1_ListKeyPoliciesRequest, ListKeyPoliciesRequest__Output as _envol_v1_ListKeyPoliciesRequest__Output } from './envol/v1/ListKeyPoliciesRequest.ts';
import type { ListKeyPoliciesResponse as _envol_v1_ListKeyPoliciesResponse, ListKeyPoliciesResponse__Output as _envol_v1_ListKeyPoliciesResponse__Output } from './envol/v1/ListKeyPoliciesResponse.ts';
import type { ListKeyRotationsRequest as _envol_v1_ListKeyRotationsRequest, ListKeyRotationsRequest__Output as _envol_v1_ListKeyRotationsRequest__Output } from './envol/v1/ListKeyRotationsRequest.ts';
import type { ListKeyRotationsResponse as _envol_v1_ListKeyRotationsResponse, ListKeyRotationsResponse__Output as _envol_v1_ListKeyRotationsResponse__Output } from './envol/v1/ListKeyRotationsResponse.ts';
import type { ListKeysRequest as _envol_v1_ListKeysRequest, ListKeysRequest__Output as _envol_v1_ListKeysRequest__Output } from './envol/v1/ListKeysRequest.ts';
import type { ListKeysResponse as _envol_v1_ListKeysResponse, ListKeysResponse__Output as _envol_v1_ListKeysResponse__Output } from './envol/v1/ListKeysResponse.ts';
import type { ListResourceTagsRequest as _envol_v1_ListResourceTagsRequest, ListResourceTagsRequest__Output as _envol_v1_ListResourceTagsRequest__Output } from './envol/v1/ListResourceTagsRequest.ts';
import type { ListResourceTagsResponse as _envol_v1_ListResourceTagsResponse, ListResourceTagsResponse__Output as _envol_v1_ListResourceTagsResponse__Output } from './envol/v1/ListResourceTagsResponse.ts';
import type { ListRetirableGrantsRequest as _envol_v1_ListRetirableGrantsRequest, ListRetirableGrantsRequest__Output as _envol_v1_ListRetirableGrantsRequest__Output } from './envol/v1/ListRetirableGrantsRequest.ts';
import type { ListRetirableGrantsResponse as _envol_v1_ListRetirableGrantsResponse, ListRetirableGrantsResponse__Output as _envol_v1_ListRetirableGrantsResponse__Output } from './envol/v1/ListRetirableGrantsResponse.ts';
import type { MultiRegionConfiguration as _envol_v1_MultiRegionConfiguration, MultiRegionConfiguration__Output as _envol_v1_MultiRegionConfiguration__Output } from './envol/v1/MultiRegionConfiguration.ts';
import type { MultiRegionKey as _envol_v1_MultiRegionKey, MultiRegionKey__Output as _envol_v1_MultiRegionKey__Output } from './envol/v1/MultiRegionKey.ts';
import type { PutKeyPolicyRequest as _envol_v1_PutKeyPolicyRequest, PutKeyPolicyRequest__Output as _envol_v1_PutKeyPolicyRequest__Output } from './envol/v1/PutKeyPolicyRequest.ts';
import type { PutKeyPolicyResponse as _envol_v1_PutKeyPolicyResponse, PutKeyPolicyResponse__Output as _envol_v1_PutKeyPolicyResponse__Output } from './envol/v1/PutKeyPolicyResponse.ts';
import type { ReEncryptRequest as _envol_v1_ReEncryptRequest, ReEncryptRequest__Output as _envol_v1_ReEncryptRequest__Output } from './envol/v1/ReEncryptRequest.ts';
import type { ReEncryptResponse as _envol_v1_ReEncryptResponse, ReEncryptResponse__Output as _envol_v1_ReEncryptResponse__Output } from './envol/v1/ReEncryptResponse.ts';
import type { ReplicateKeyRequest as _envol_v1_ReplicateKeyRequest, ReplicateKeyRequest__Output as _envol_v1_ReplicateKeyRequest__Output } from './envol/v1/ReplicateKeyRequest.ts';
import type { ReplicateKeyResponse as _envol_v1_ReplicateKeyResponse, ReplicateKeyResponse__Output as _envol_v1_ReplicateKeyResponse__Output } from './envol/v1/ReplicateKeyResponse.ts';
import type { RetireGrantRequest as _envol_v1_RetireGrantRequest, RetireGrantRequest__Output as _envol_v1_RetireGrantRequest__Output } from './envol/v1/RetireGrantRequest.ts';
import type { RetireGrantResponse as _envol_v1_RetireGrantResponse, RetireGrantResponse__Output as _envol_v1_RetireGrantResponse__Output } from './envol/v1/RetireGrantResponse.ts';
import type { RevokeGrantRequest as _envol_v1_RevokeGrantRequest, RevokeGrantRequest__Output as _envol_v1_RevokeGrantRequest__Output } from './envol/v1/RevokeGrantRequest.ts';
import type { RevokeGrantResponse as _envol_v1_RevokeGrantResponse, RevokeGrantResponse__Output as _envol_v1_RevokeGrantResponse__Output } from './envol/v1/RevokeGrantResponse.ts';
import type { RotateKeyOnDemandRequest as _envol_v1_RotateKeyOnDemandRequest, RotateKeyOnDemandRequest__Output as _envol_v1_RotateKeyOnDemandRequest__Output } from './envol/v1/RotateKeyOnDemandRequest.ts';
import type { RotateKeyOnDemandResponse as _envol_v1_RotateKeyOnDemandResponse, RotateKeyOnDemandResponse__Output as _envol_v1_RotateKeyOnDemandResponse__Output } from './envol/v1/RotateKeyOnDemandResponse.ts';
import type { ScheduleKeyDeletionRequest as _envol_v1_ScheduleKeyDeletionRequest, ScheduleKeyDeletionRequest__Output as _envol_v1_ScheduleKeyDeletionRequest__Output } from './envol/v1/ScheduleKeyDeletionRequest.ts';
import type { ScheduleKeyDeletionResponse as _envol_v1_ScheduleKeyDeletionResponse, ScheduleKeyDeletionResponse__Output as _envol_v1_ScheduleKeyDeletionResponse__Output } from './envol/v1/ScheduleKeyDeletionResponse.ts';
import type { SignRequest as _envol_v1_SignRequest, SignRequest__Output as _envol_v1_SignRequest__Output } from './envol/v1/SignRequest.ts';
import type { SignResponse as _envol_v1_SignResponse, SignResponse__Output as _envol_v1_SignResponse__Output } from './envol/v1/SignResponse.ts';
import type { TagResourceRequest as _envol_v1_TagResourceRequest, TagResourceRequest__Output as _envol_v1_TagResourceRequest__Output } from './envol/v1/TagResourceRequest.ts';
import type { TagResourceResponse as _envol_v1_TagResourceResponse, TagResourceResponse__Output as _envol_v1_TagResourceResponse__Output } from './envol/v1/TagResourceResponse.ts';
import type { UntagResourceRequest as _envol_v1_UntagResourceRequest, UntagResourceRequest__Output as _envol_v1_UntagResourceRequest__Output } from './envol/v1/UntagResourceRequest.ts';
import type { UntagResourceResponse as _envol_v1_UntagResourceResponse, UntagResourceResponse__Output as _envol_v1_UntagResourceResponse__Output } from './envol/v1/UntagResourceResponse.ts';
import type { UpdateAliasRequest as _envol_v1_UpdateAliasRequest, UpdateAliasRequest__Output as _envol_v1_UpdateAliasRequest__Output } from './envol/v1/UpdateAliasRequest.ts';
import type { UpdateAliasResponse as _envol_v1_UpdateAliasResponse, UpdateAliasResponse__Output as _envol_v1_UpdateAliasResponse__Output } from './envol/v1/UpdateAliasResponse.ts';
import type { UpdateKeyDescriptionRequest as _envol_v1_UpdateKeyDescriptionRequest, UpdateKeyDescriptionRequest__Output as _envol_v1_UpdateKeyDescriptionRequest__Output } from './envol/v1/UpdateKeyDescriptionRequest.ts';
import type { UpdateKeyDescriptionResponse as _envol_v1_UpdateKeyDescriptionResponse, UpdateKeyDescriptionResponse__Output as _envol_v1_UpdateKeyDescriptionResponse__Output } from './envol/v1/UpdateKeyDescriptionResponse.ts';
import type { UpdatePrimaryRegionRequest as _envol_v1_UpdatePrimaryRegionRequest, UpdatePrimaryRegionRequest__Output as _envol_v1_UpdatePrimaryRegionRequest__Output } from './envol/v1/UpdatePrimaryRegionRequest.ts';
import type { UpdatePrimaryRegionResponse as _envol_v1_UpdatePrimaryRegionResponse, UpdatePrimaryRegionResponse__Output as _envol_v1_UpdatePrimaryRegionResponse__Output } from './envol/v1/UpdatePrimaryRegionResponse.ts';
import type { VerifyMacRequest as _envol_v1_VerifyMacRequest, VerifyMacRequest__Output as _envol_v1_VerifyMacRequest__Output } from './envol/v1/VerifyMacRequest.ts';
import type { VerifyMacResponse as _envol_v1_VerifyMacResponse, VerifyMacResponse__Output as _envol_v1_VerifyMacResponse__Output } from './envol/v1/VerifyMacResponse.ts';
import type { VerifyRequest as _envol_v1_VerifyRequest, VerifyRequest__Output as _envol_v1_VerifyRequest__Output } from './envol/v1/VerifyRequest.ts';
import type { VerifyResponse as _envol_v1_VerifyResponse, VerifyResponse__Output as _envol_v1_VerifyResponse__Output } from './envol/v1/VerifyResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  envol: {
    v1: {
      AliasListEntry: MessageTypeDefinition<_envol_v1_AliasListEntry, _envol_v1_AliasListEntry__Output>
      CancelKeyDeletionRequest: MessageTypeDefinition<_envol_v1_CancelKeyDeletionRequest, _envol_v1_CancelKeyDeletionRequest__Output>
      CancelKeyDeletionResponse: MessageTypeDefinition<_envol_v1_CancelKeyDeletionResponse, _envol_v1_CancelKeyDeletionResponse__Output>
      CreateAliasRequest: MessageTypeDefinition<_envol_v1_CreateAliasRequest, _envol_v1_CreateAliasRequest__Output>
      CreateAliasResponse: MessageTypeDefinition<_envol_v1_CreateAliasResponse, _envol_v1_CreateAliasResponse__Output>
      CreateGrantRequest: MessageTypeDefinition<_envol_v1_CreateGrantRequest, _envol_v1_CreateGrantRequest__Output>
      CreateGrantResponse: MessageTypeDefinition<_envol_v1_CreateGrantResponse, _envol_v1_CreateGrantResponse__Output>
      CreateKeyRequest: MessageTypeDefinition<_envol_v1_CreateKeyRequest, _envol_v1_CreateKeyRequest__Output>
      CreateKeyResponse: MessageTypeDefinition<_envol_v1_CreateKeyResponse, _envol_v1_CreateKeyResponse__Output>
      DecryptRequest: MessageTypeDefinition<_envol_v1_DecryptRequest, _envol_v1_DecryptRequest__Output>
      DecryptResponse: MessageTypeDefinition<_envol_v1_DecryptResponse, _envol_v1_DecryptResponse__Output>
      DeleteAliasRequest: MessageTypeDefinition<_envol_v1_DeleteAliasRequest, _envol_v1_DeleteAliasRequest__Output>
      DeleteAliasResponse: MessageTypeDefinition<_envol_v1_DeleteAliasResponse, _envol_v1_DeleteAliasResponse__Output>
      DeleteImportedKeyMaterialRequest: MessageTypeDefinition<_envol_v1_DeleteImportedKeyMaterialRequest, _envol_v1_DeleteImportedKeyMaterialRequest__Output>
      DeleteImportedKeyMaterialResponse: MessageTypeDefinition<_envol_v1_DeleteImportedKeyMaterialResponse, _envol_v1_DeleteImportedKeyMaterialResponse__Output>
      DeriveSharedSecretRequest: MessageTypeDefinition<_envol_v1_DeriveSharedSecretRequest, _envol_v1_DeriveSharedSecretRequest__Output>
      DeriveSharedSecretResponse: MessageTypeDefinition<_envol_v1_DeriveSharedSecretResponse, _envol_v1_DeriveSharedSecretResponse__Output>
      DescribeKeyRequest: MessageTypeDefinition<_envol_v1_DescribeKeyRequest, _envol_v1_DescribeKeyRequest__Output>
      DescribeKeyResponse: MessageTypeDefinition<_envol_v1_DescribeKeyResponse, _envol_v1_DescribeKeyResponse__Output>
      DisableKeyRequest: MessageTypeDefinition<_envol_v1_DisableKeyRequest, _envol_v1_DisableKeyRequest__Output>
      DisableKeyResponse: MessageTypeDefinition<_envol_v1_DisableKeyResponse, _envol_v1_DisableKeyResponse__Output>
      DisableKeyRotationRequest: MessageTypeDefinition<_envol_v1_DisableKeyRotationRequest, _envol_v1_DisableKeyRotationRequest__Output>
      DisableKeyRotationResponse: MessageTypeDefinition<_envol_v1_DisableKeyRotationResponse, _envol_v1_DisableKeyRotationResponse__Output>
      EnableKeyRequest: MessageTypeDefinition<_envol_v1_EnableKeyRequest, _envol_v1_EnableKeyRequest__Output>
      EnableKeyResponse: MessageTypeDefinition<_envol_v1_EnableKeyResponse, _envol_v1_EnableKeyResponse__Output>
      EnableKeyRotationRequest: MessageTypeDefinition<_envol_v1_EnableKeyRotationRequest, _envol_v1_EnableKeyRotationRequest__Output>
      EnableKeyRotationResponse: MessageTypeDefinition<_envol_v1_EnableKeyRotationResponse, _envol_v1_EnableKeyRotationResponse__Output>
      EncryptRequest: MessageTypeDefinition<_envol_v1_EncryptRequest, _envol_v1_EncryptRequest__Output>
      EncryptResponse: MessageTypeDefinition<_envol_v1_EncryptResponse, _envol_v1_EncryptResponse__Output>
      GenerateDataKeyPairRequest: MessageTypeDefinition<_envol_v1_GenerateDataKeyPairRequest, _envol_v1_GenerateDataKeyPairRequest__Output>
      GenerateDataKeyPairResponse: MessageTypeDefinition<_envol_v1_GenerateDataKeyPairResponse, _envol_v1_GenerateDataKeyPairResponse__Output>
      GenerateDataKeyPairWithoutPlaintextRequest: MessageTypeDefinition<_envol_v1_GenerateDataKeyPairWithoutPlaintextRequest, _envol_v1_GenerateDataKeyPairWithoutPlaintextRequest__Output>
      GenerateDataKeyPairWithoutPlaintextResponse: MessageTypeDefinition<_envol_v1_GenerateDataKeyPairWithoutPlaintextResponse, _envol_v1_GenerateDataKeyPairWithoutPlaintextResponse__Output>
      GenerateDataKeyRequest: MessageTypeDefinition<_envol_v1_GenerateDataKeyRequest, _envol_v1_GenerateDataKeyRequest__Output>
      GenerateDataKeyResponse: MessageTypeDefinition<_envol_v1_GenerateDataKeyResponse, _envol_v1_GenerateDataKeyResponse__Output>
      GenerateDataKeyWithoutPlaintextRequest: MessageTypeDefinition<_envol_v1_GenerateDataKeyWithoutPlaintextRequest, _envol_v1_GenerateDataKeyWithoutPlaintextRequest__Output>
      GenerateDataKeyWithoutPlaintextResponse: MessageTypeDefinition<_envol_v1_GenerateDataKeyWithoutPlaintextResponse, _envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>
      GenerateMacRequest: MessageTypeDefinition<_envol_v1_GenerateMacRequest, _envol_v1_GenerateMacRequest__Output>
      GenerateMacResponse: MessageTypeDefinition<_envol_v1_GenerateMacResponse, _envol_v1_GenerateMacResponse__Output>
      GenerateRandomRequest: MessageTypeDefinition<_envol_v1_GenerateRandomRequest, _envol_v1_GenerateRandomRequest__Output>
      GenerateRandomResponse: MessageTypeDefinition<_envol_v1_GenerateRandomResponse, _envol_v1_GenerateRandomResponse__Output>
      GetKeyLastUsageRequest: MessageTypeDefinition<_envol_v1_GetKeyLastUsageRequest, _envol_v1_GetKeyLastUsageRequest__Output>
      GetKeyLastUsageResponse: MessageTypeDefinition<_envol_v1_GetKeyLastUsageResponse, _envol_v1_GetKeyLastUsageResponse__Output>
      GetKeyPolicyRequest: MessageTypeDefinition<_envol_v1_GetKeyPolicyRequest, _envol_v1_GetKeyPolicyRequest__Output>
      GetKeyPolicyResponse: MessageTypeDefinition<_envol_v1_GetKeyPolicyResponse, _envol_v1_GetKeyPolicyResponse__Output>
      GetKeyRotationStatusRequest: MessageTypeDefinition<_envol_v1_GetKeyRotationStatusRequest, _envol_v1_GetKeyRotationStatusRequest__Output>
      GetKeyRotationStatusResponse: MessageTypeDefinition<_envol_v1_GetKeyRotationStatusResponse, _envol_v1_GetKeyRotationStatusResponse__Output>
      GetParametersForImportRequest: MessageTypeDefinition<_envol_v1_GetParametersForImportRequest, _envol_v1_GetParametersForImportRequest__Output>
      GetParametersForImportResponse: MessageTypeDefinition<_envol_v1_GetParametersForImportResponse, _envol_v1_GetParametersForImportResponse__Output>
      GetPublicKeyRequest: MessageTypeDefinition<_envol_v1_GetPublicKeyRequest, _envol_v1_GetPublicKeyRequest__Output>
      GetPublicKeyResponse: MessageTypeDefinition<_envol_v1_GetPublicKeyResponse, _envol_v1_GetPublicKeyResponse__Output>
      GrantConstraints: MessageTypeDefinition<_envol_v1_GrantConstraints, _envol_v1_GrantConstraints__Output>
      GrantListEntry: MessageTypeDefinition<_envol_v1_GrantListEntry, _envol_v1_GrantListEntry__Output>
      ImportKeyMaterialRequest: MessageTypeDefinition<_envol_v1_ImportKeyMaterialRequest, _envol_v1_ImportKeyMaterialRequest__Output>
      ImportKeyMaterialResponse: MessageTypeDefinition<_envol_v1_ImportKeyMaterialResponse, _envol_v1_ImportKeyMaterialResponse__Output>
      KeyLastUsage: MessageTypeDefinition<_envol_v1_KeyLastUsage, _envol_v1_KeyLastUsage__Output>
      KeyListEntry: MessageTypeDefinition<_envol_v1_KeyListEntry, _envol_v1_KeyListEntry__Output>
      KeyMetadata: MessageTypeDefinition<_envol_v1_KeyMetadata, _envol_v1_KeyMetadata__Output>
      KeyRotation: MessageTypeDefinition<_envol_v1_KeyRotation, _envol_v1_KeyRotation__Output>
      /**
       * The keys that wrap data keys: AWS KMS, without custom key stores. Operations and their members have the names of the KMS
       * API; times are in milliseconds, under names that end with _ms. A field that is empty, 0 or false counts as absent, as far
       * as the KMS API lets it be absent. A daemon's keys are those of its home Region; replicas elsewhere answer at its other doors.
       * 
       * How refusals look, and which ones any call may give, is said at VolumeService. With a KMS elsewhere, any call may also end
       * with UNAVAILABLE (KMS_UNREACHABLE, KEY_UNAVAILABLE: try again) or INTERNAL (KMS_INTERNAL: see the daemon's log).
       */
      KeyService: SubtypeConstructor<typeof grpc.Client, _envol_v1_KeyServiceClient> & { service: _envol_v1_KeyServiceDefinition }
      KeyTag: MessageTypeDefinition<_envol_v1_KeyTag, _envol_v1_KeyTag__Output>
      ListAliasesRequest: MessageTypeDefinition<_envol_v1_ListAliasesRequest, _envol_v1_ListAliasesRequest__Output>
      ListAliasesResponse: MessageTypeDefinition<_envol_v1_ListAliasesResponse, _envol_v1_ListAliasesResponse__Output>
      ListGrantsRequest: MessageTypeDefinition<_envol_v1_ListGrantsRequest, _envol_v1_ListGrantsRequest__Output>
      ListGrantsResponse: MessageTypeDefinition<_envol_v1_ListGrantsResponse, _envol_v1_ListGrantsResponse__Output>
      ListKeyPoliciesRequest: MessageTypeDefinition<_envol_v1_ListKeyPoliciesRequest, _envol_v1_ListKeyPoliciesRequest__Output>
      ListKeyPoliciesResponse: MessageTypeDefinition<_envol_v1_ListKeyPoliciesResponse, _envol_v1_ListKeyPoliciesResponse__Output>
      ListKeyRotationsRequest: MessageTypeDefinition<_envol_v1_ListKeyRotationsRequest, _envol_v1_ListKeyRotationsRequest__Output>
      ListKeyRotationsResponse: MessageTypeDefinition<_envol_v1_ListKeyRotationsResponse, _envol_v1_ListKeyRotationsResponse__Output>
      ListKeysRequest: MessageTypeDefinition<_envol_v1_ListKeysRequest, _envol_v1_ListKeysRequest__Output>
      ListKeysResponse: MessageTypeDefinition<_envol_v1_ListKeysResponse, _envol_v1_ListKeysResponse__Output>
      ListResourceTagsRequest: MessageTypeDefinition<_envol_v1_ListResourceTagsRequest, _envol_v1_ListResourceTagsRequest__Output>
      ListResourceTagsResponse: MessageTypeDefinition<_envol_v1_ListResourceTagsResponse, _envol_v1_ListResourceTagsResponse__Output>
      ListRetirableGrantsRequest: MessageTypeDefinition<_envol_v1_ListRetirableGrantsRequest, _envol_v1_ListRetirableGrantsRequest__Output>
      ListRetirableGrantsResponse: MessageTypeDefinition<_envol_v1_ListRetirableGrantsResponse, _envol_v1_ListRetirableGrantsResponse__Output>
      MultiRegionConfiguration: MessageTypeDefinition<_envol_v1_MultiRegionConfiguration, _envol_v1_MultiRegionConfiguration__Output>
      MultiRegionKey: MessageTypeDefinition<_envol_v1_MultiRegionKey, _envol_v1_MultiRegionKey__Output>
      PutKeyPolicyRequest: MessageTypeDefinition<_envol_v1_PutKeyPolicyRequest, _envol_v1_PutKeyPolicyRequest__Output>
      PutKeyPolicyResponse: MessageTypeDefinition<_envol_v1_PutKeyPolicyResponse, _envol_v1_PutKeyPolicyResponse__Output>
      ReEncryptRequest: MessageTypeDefinition<_envol_v1_ReEncryptRequest, _envol_v1_ReEncryptRequest__Output>
      ReEncryptResponse: MessageTypeDefinition<_envol_v1_ReEncryptResponse, _envol_v1_ReEncryptResponse__Output>
      ReplicateKeyRequest: MessageTypeDefinition<_envol_v1_ReplicateKeyRequest, _envol_v1_ReplicateKeyRequest__Output>
      ReplicateKeyResponse: MessageTypeDefinition<_envol_v1_ReplicateKeyResponse, _envol_v1_ReplicateKeyResponse__Output>
      RetireGrantRequest: MessageTypeDefinition<_envol_v1_RetireGrantRequest, _envol_v1_RetireGrantRequest__Output>
      RetireGrantResponse: MessageTypeDefinition<_envol_v1_RetireGrantResponse, _envol_v1_RetireGrantResponse__Output>
      RevokeGrantRequest: MessageTypeDefinition<_envol_v1_RevokeGrantRequest, _envol_v1_RevokeGrantRequest__Output>
      RevokeGrantResponse: MessageTypeDefinition<_envol_v1_RevokeGrantResponse, _envol_v1_RevokeGrantResponse__Output>
      RotateKeyOnDemandRequest: MessageTypeDefinition<_envol_v1_RotateKeyOnDemandRequest, _envol_v1_RotateKeyOnDemandRequest__Output>
      RotateKeyOnDemandResponse: MessageTypeDefinition<_envol_v1_RotateKeyOnDemandResponse, _envol_v1_RotateKeyOnDemandResponse__Output>
      ScheduleKeyDeletionRequest: MessageTypeDefinition<_envol_v1_ScheduleKeyDeletionRequest, _envol_v1_ScheduleKeyDeletionRequest__Output>
      ScheduleKeyDeletionResponse: MessageTypeDefinition<_envol_v1_ScheduleKeyDeletionResponse, _envol_v1_ScheduleKeyDeletionResponse__Output>
      SignRequest: MessageTypeDefinition<_envol_v1_SignRequest, _envol_v1_SignRequest__Output>
      SignResponse: MessageTypeDefinition<_envol_v1_SignResponse, _envol_v1_SignResponse__Output>
      TagResourceRequest: MessageTypeDefinition<_envol_v1_TagResourceRequest, _envol_v1_TagResourceRequest__Output>
      TagResourceResponse: MessageTypeDefinition<_envol_v1_TagResourceResponse, _envol_v1_TagResourceResponse__Output>
      UntagResourceRequest: MessageTypeDefinition<_envol_v1_UntagResourceRequest, _envol_v1_UntagResourceRequest__Output>
      UntagResourceResponse: MessageTypeDefinition<_envol_v1_UntagResourceResponse, _envol_v1_UntagResourceResponse__Output>
      UpdateAliasRequest: MessageTypeDefinition<_envol_v1_UpdateAliasRequest, _envol_v1_UpdateAliasRequest__Output>
      UpdateAliasResponse: MessageTypeDefinition<_envol_v1_UpdateAliasResponse, _envol_v1_UpdateAliasResponse__Output>
      UpdateKeyDescriptionRequest: MessageTypeDefinition<_envol_v1_UpdateKeyDescriptionRequest, _envol_v1_UpdateKeyDescriptionRequest__Output>
      UpdateKeyDescriptionResponse: MessageTypeDefinition<_envol_v1_UpdateKeyDescriptionResponse, _envol_v1_UpdateKeyDescriptionResponse__Output>
      UpdatePrimaryRegionRequest: MessageTypeDefinition<_envol_v1_UpdatePrimaryRegionRequest, _envol_v1_UpdatePrimaryRegionRequest__Output>
      UpdatePrimaryRegionResponse: MessageTypeDefinition<_envol_v1_UpdatePrimaryRegionResponse, _envol_v1_UpdatePrimaryRegionResponse__Output>
      VerifyMacRequest: MessageTypeDefinition<_envol_v1_VerifyMacRequest, _envol_v1_VerifyMacRequest__Output>
      VerifyMacResponse: MessageTypeDefinition<_envol_v1_VerifyMacResponse, _envol_v1_VerifyMacResponse__Output>
      VerifyRequest: MessageTypeDefinition<_envol_v1_VerifyRequest, _envol_v1_VerifyRequest__Output>
      VerifyResponse: MessageTypeDefinition<_envol_v1_VerifyResponse, _envol_v1_VerifyResponse__Output>
    }
  }
}

