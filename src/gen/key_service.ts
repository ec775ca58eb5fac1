import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AliasListEntry as _envol_v1_AliasListEntry, AliasListEntry__Output as _envol_v1_AliasListEntry__Output } from './envol/v1/AliasListEntry.ts';
import type { CancelKeyDeletionRequest as _envol_v1_CancelKeyDeletionRequest, CancelKeyDeletionRequest__Output as _envol_v1_CancelKeyDeletionRequest__Output } from './envol/v1/CancelKeyDeletionRequest.ts';
import type { CancelKeyDeletionResponse as _envol_v1_CancelKeyDeletionResponse, CancelKeyDeletionResponse__Output as _envol_v1_CancelKeyDeletionResponse__Output } from './envol/v1/CancelKeyDeletionResponse.ts';
import type { CreateAliasRequest as _envol_v1_CreateAliasRequest, CreateAliasRequest__Output as _envol_v1_CreateAliasRequest__Output } from './envol/v1/CreateAliasRequest.ts';
import type { CreateAliasResponse as _envol_v1_CreateAliasResponse, CreateAliasResponse__Output as _envol_v1_CreateAliasResponse__Output } from './envol/v1/CreateAliasResponse.ts';
import type { CreateKeyRequest as _envol_v1_CreateKeyRequest, CreateKeyRequest__Output as _envol_v1_CreateKeyRequest__Output } from './envol/v1/CreateKeyRequest.ts';
import type { CreateKeyResponse as _envol_v1_CreateKeyResponse, CreateKeyResponse__Output as _envol_v1_CreateKeyResponse__Output } from './envol/v1/CreateKeyResponse.ts';
import type { DecryptRequest as _envol_v1_DecryptRequest, DecryptRequest__Output as _envol_v1_DecryptRequest__Output } from './envol/v1/DecryptRequest.ts';
import type { DecryptResponse as _envol_v1_DecryptResponse, DecryptResponse__Output as _envol_v1_DecryptResponse__Output } from './envol/v1/DecryptResponse.ts';
import type { DeleteAliasRequest as _envol_v1_DeleteAliasRequest, DeleteAliasRequest__Output as _envol_v1_DeleteAliasRequest__Output } from './envol/v1/DeleteAliasRequest.ts';
import type { DeleteAliasResponse as _envol_v1_DeleteAliasResponse, DeleteAliasResponse__Output as _envol_v1_DeleteAliasResponse__Output } from './envol/v1/DeleteAliasResponse.ts';
import type { DescribeKeyRequest as _envol_v1_DescribeKeyRequest, DescribeKeyRequest__Output as _envol_v1_DescribeKeyRequest__Output } from './envol/v1/DescribeKeyRequest.ts';
import type { DescribeKeyResponse as _envol_v1_DescribeKeyResponse, DescribeKeyResponse__Output as _envol_v1_DescribeKeyResponse__Output } from './envol/v1/DescribeKeyResponse.ts';
import type { DisableKeyRequest as _envol_v1_DisableKeyRequest, DisableKeyRequest__Output as _envol_v1_DisableKeyRequest__Output } from './envol/v1/DisableKeyRequest.ts';
import type { DisableKeyResponse as _envol_v1_DisableKeyResponse, DisableKeyResponse__Output as _envol_v1_DisableKeyResponse__Output } from './envol/v1/DisableKeyResponse.ts';
import type { EnableKeyRequest as _envol_v1_EnableKeyRequest, EnableKeyRequest__Output as _envol_v1_EnableKeyRequest__Output } from './envol/v1/EnableKeyRequest.ts';
import type { EnableKeyResponse as _envol_v1_EnableKeyResponse, EnableKeyResponse__Output as _envol_v1_EnableKeyResponse__Output } from './envol/v1/EnableKeyResponse.ts';
import type { EncryptRequest as _envol_v1_EncryptRequest, EncryptRequest__Output as _envol_v1_EncryptRequest__Output } from './envol/v1/EncryptRequest.ts';
import type { EncryptResponse as _envol_v1_EncryptResponse, EncryptResponse__Output as _envol_v1_EncryptResponse__Output } from './envol/v1/EncryptResponse.ts';
import type { GenerateDataKeyRequest as _envol_v1_GenerateDataKeyRequest, GenerateDataKeyRequest__Output as _envol_v1_GenerateDataKeyRequest__Output } from './envol/v1/GenerateDataKeyRequest.ts';
import type { GenerateDataKeyResponse as _envol_v1_GenerateDataKeyResponse, GenerateDataKeyResponse__Output as _envol_v1_GenerateDataKeyResponse__Output } from './envol/v1/GenerateDataKeyResponse.ts';
import type { GenerateDataKeyWithoutPlaintextRequest as _envol_v1_GenerateDataKeyWithoutPlaintextRequest, GenerateDataKeyWithoutPlaintextRequest__Output as _envol_v1_GenerateDataKeyWithoutPlaintextRequest__Output } from './envol/v1/GenerateDataKeyWithoutPlaintextRequest.ts';
import type { GenerateDataKeyWithoutPlaintextResponse as _envol_v1_GenerateDataKeyWithoutPlaintextResponse, GenerateDataKeyWithoutPlaintextResponse__Output as _envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output } from './envol/v1/GenerateDataKeyWithoutPlaintextResponse.ts';
import type { GrantListEntry as _envol_v1_GrantListEntry, GrantListEntry__Output as _envol_v1_GrantListEntry__Output } from './envol/v1/GrantListEntry.ts';
import type { KeyListEntry as _envol_v1_KeyListEntry, KeyListEntry__Output as _envol_v1_KeyListEntry__Output } from './envol/v1/KeyListEntry.ts';
import type { KeyMetadata as _envol_v1_KeyMetadata, KeyMetadata__Output as _envol_v1_KeyMetadata__Output } from './envol/v1/KeyMetadata.ts';
import type { KeyServiceClient as _envol_v1_KeyServiceClient, KeyServiceDefinition as _envol_v1_KeyServiceDefinition } from './envol/v1/KeyService.ts';
import type { KeyTag as _envol_v1_KeyTag, KeyTag__Output as _envol_v1_KeyTag__Output } from './envol/v1/KeyTag.ts';
import type { ListAliasesRequest as _envol_v1_ListAliasesRequest, ListAliasesRequest__Output as _envol_v1_ListAliasesRequest__Output } from './envol/v1/ListAliasesRequest.ts';
import type { ListAliasesResponse as _envol_v1_ListAliasesResponse, ListAliasesResponse__Output as _envol_v1_ListAliasesResponse__Output } from './envol/v1/ListAliasesResponse.ts';
import type { ListGrantsRequest as _envol_v1_ListGrantsRequest, ListGrantsRequest__Output as _envol_v1_ListGrantsRequest__Output } from './envol/v1/ListGrantsRequest.ts';
import type { ListGrantsResponse as _envol_v1_ListGrantsResponse, ListGrantsResponse__Output as _envol_v1_ListGrantsResponse__Output } from './envol/v1/ListGrantsResponse.ts';
import type { ListKeysRequest as _envol_v1_ListKeysRequest, ListKeysRequest__Output as _envol_v1_ListKeysRequest__Output } from './envol/v1/ListKeysRequest.ts';
import type { ListKeysResponse as _envol_v1_ListKeysResponse, ListKeysResponse__Output as _envol_v1_ListKeysResponse__Output } from './envol/v1/ListKeysResponse.ts';
import type { ReEncryptRequest as _envol_v1_ReEncryptRequest, ReEncryptRequest__Output as _envol_v1_ReEncryptRequest__Output } from './envol/v1/ReEncryptRequest.ts';
import type { ReEncryptResponse as _envol_v1_ReEncryptResponse, ReEncryptResponse__Output as _envol_v1_ReEncryptResponse__Output } from './envol/v1/ReEncryptResponse.ts';
import type { RevokeGrantRequest as _envol_v1_RevokeGrantRequest, RevokeGrantRequest__Output as _envol_v1_RevokeGrantRequest__Output } from './envol/v1/RevokeGrantRequest.ts';
import type { RevokeGrantResponse as _envol_v1_RevokeGrantResponse, RevokeGrantResponse__Output as _envol_v1_RevokeGrantResponse__Output } from './envol/v1/RevokeGrantResponse.ts';
import type { ScheduleKeyDeletionRequest as _envol_v1_ScheduleKeyDeletionRequest, ScheduleKeyDeletionRequest__Output as _envol_v1_ScheduleKeyDeletionRequest__Output } from './envol/v1/ScheduleKeyDeletionRequest.ts';
import type { ScheduleKeyDeletionResponse as _envol_v1_ScheduleKeyDeletionResponse, ScheduleKeyDeletionResponse__Output as _envol_v1_ScheduleKeyDeletionResponse__Output } from './envol/v1/ScheduleKeyDeletionResponse.ts';
import type { UpdateAliasRequest as _envol_v1_UpdateAliasRequest, UpdateAliasRequest__Output as _envol_v1_UpdateAliasRequest__Output } from './envol/v1/UpdateAliasRequest.ts';
import type { UpdateAliasResponse as _envol_v1_UpdateAliasResponse, UpdateAliasResponse__Output as _envol_v1_UpdateAliasResponse__Output } from './envol/v1/UpdateAliasResponse.ts';

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
      CreateKeyRequest: MessageTypeDefinition<_envol_v1_CreateKeyRequest, _envol_v1_CreateKeyRequest__Output>
      CreateKeyResponse: MessageTypeDefinition<_envol_v1_CreateKeyResponse, _envol_v1_CreateKeyResponse__Output>
      DecryptRequest: MessageTypeDefinition<_envol_v1_DecryptRequest, _envol_v1_DecryptRequest__Output>
      DecryptResponse: MessageTypeDefinition<_envol_v1_DecryptResponse, _envol_v1_DecryptResponse__Output>
      DeleteAliasRequest: MessageTypeDefinition<_envol_v1_DeleteAliasRequest, _envol_v1_DeleteAliasRequest__Output>
      DeleteAliasResponse: MessageTypeDefinition<_envol_v1_DeleteAliasResponse, _envol_v1_DeleteAliasResponse__Output>
      DescribeKeyRequest: MessageTypeDefinition<_envol_v1_DescribeKeyRequest, _envol_v1_DescribeKeyRequest__Output>
      DescribeKeyResponse: MessageTypeDefinition<_envol_v1_DescribeKeyResponse, _envol_v1_DescribeKeyResponse__Output>
      DisableKeyRequest: MessageTypeDefinition<_envol_v1_DisableKeyRequest, _envol_v1_DisableKeyRequest__Output>
      DisableKeyResponse: MessageTypeDefinition<_envol_v1_DisableKeyResponse, _envol_v1_DisableKeyResponse__Output>
      EnableKeyRequest: MessageTypeDefinition<_envol_v1_EnableKeyRequest, _envol_v1_EnableKeyRequest__Output>
      EnableKeyResponse: MessageTypeDefinition<_envol_v1_EnableKeyResponse, _envol_v1_EnableKeyResponse__Output>
      EncryptRequest: MessageTypeDefinition<_envol_v1_EncryptRequest, _envol_v1_EncryptRequest__Output>
      EncryptResponse: MessageTypeDefinition<_envol_v1_EncryptResponse, _envol_v1_EncryptResponse__Output>
      GenerateDataKeyRequest: MessageTypeDefinition<_envol_v1_GenerateDataKeyRequest, _envol_v1_GenerateDataKeyRequest__Output>
      GenerateDataKeyResponse: MessageTypeDefinition<_envol_v1_GenerateDataKeyResponse, _envol_v1_GenerateDataKeyResponse__Output>
      GenerateDataKeyWithoutPlaintextRequest: MessageTypeDefinition<_envol_v1_GenerateDataKeyWithoutPlaintextRequest, _envol_v1_GenerateDataKeyWithoutPlaintextRequest__Output>
      GenerateDataKeyWithoutPlaintextResponse: MessageTypeDefinition<_envol_v1_GenerateDataKeyWithoutPlaintextResponse, _envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>
      GrantListEntry: MessageTypeDefinition<_envol_v1_GrantListEntry, _envol_v1_GrantListEntry__Output>
      KeyListEntry: MessageTypeDefinition<_envol_v1_KeyListEntry, _envol_v1_KeyListEntry__Output>
      KeyMetadata: MessageTypeDefinition<_envol_v1_KeyMetadata, _envol_v1_KeyMetadata__Output>
      /**
       * The keys that wrap data keys: AWS KMS, as far as symmetric keys, aliases and key states go. Names follow the KMS API.
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
      ListKeysRequest: MessageTypeDefinition<_envol_v1_ListKeysRequest, _envol_v1_ListKeysRequest__Output>
      ListKeysResponse: MessageTypeDefinition<_envol_v1_ListKeysResponse, _envol_v1_ListKeysResponse__Output>
      ReEncryptRequest: MessageTypeDefinition<_envol_v1_ReEncryptRequest, _envol_v1_ReEncryptRequest__Output>
      ReEncryptResponse: MessageTypeDefinition<_envol_v1_ReEncryptResponse, _envol_v1_ReEncryptResponse__Output>
      RevokeGrantRequest: MessageTypeDefinition<_envol_v1_RevokeGrantRequest, _envol_v1_RevokeGrantRequest__Output>
      RevokeGrantResponse: MessageTypeDefinition<_envol_v1_RevokeGrantResponse, _envol_v1_RevokeGrantResponse__Output>
      ScheduleKeyDeletionRequest: MessageTypeDefinition<_envol_v1_ScheduleKeyDeletionRequest, _envol_v1_ScheduleKeyDeletionRequest__Output>
      ScheduleKeyDeletionResponse: MessageTypeDefinition<_envol_v1_ScheduleKeyDeletionResponse, _envol_v1_ScheduleKeyDeletionResponse__Output>
      UpdateAliasRequest: MessageTypeDefinition<_envol_v1_UpdateAliasRequest, _envol_v1_UpdateAliasRequest__Output>
      UpdateAliasResponse: MessageTypeDefinition<_envol_v1_UpdateAliasResponse, _envol_v1_UpdateAliasResponse__Output>
    }
  }
}

