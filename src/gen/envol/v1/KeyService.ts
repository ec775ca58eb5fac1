// Original file: proto/envol/v1/key_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CancelKeyDeletionRequest as _envol_v1_CancelKeyDeletionRequest, CancelKeyDeletionRequest__Output as _envol_v1_CancelKeyDeletionRequest__Output } from '../../envol/v1/CancelKeyDeletionRequest.ts';
import type { CancelKeyDeletionResponse as _envol_v1_CancelKeyDeletionResponse, CancelKeyDeletionResponse__Output as _envol_v1_CancelKeyDeletionResponse__Output } from '../../envol/v1/CancelKeyDeletionResponse.ts';
import type { CreateAliasRequest as _envol_v1_CreateAliasRequest, CreateAliasRequest__Output as _envol_v1_CreateAliasRequest__Output } from '../../envol/v1/CreateAliasRequest.ts';
import type { CreateAliasResponse as _envol_v1_CreateAliasResponse, CreateAliasResponse__Output as _envol_v1_CreateAliasResponse__Output } from '../../envol/v1/CreateAliasResponse.ts';
import type { CreateKeyRequest as _envol_v1_CreateKeyRequest, CreateKeyRequest__Output as _envol_v1_CreateKeyRequest__Output } from '../../envol/v1/CreateKeyRequest.ts';
import type { CreateKeyResponse as _envol_v1_CreateKeyResponse, CreateKeyResponse__Output as _envol_v1_CreateKeyResponse__Output } from '../../envol/v1/CreateKeyResponse.ts';
import type { DecryptRequest as _envol_v1_DecryptRequest, DecryptRequest__Output as _envol_v1_DecryptRequest__Output } from '../../envol/v1/DecryptRequest.ts';
import type { DecryptResponse as _envol_v1_DecryptResponse, DecryptResponse__Output as _envol_v1_DecryptResponse__Output } from '../../envol/v1/DecryptResponse.ts';
import type { DeleteAliasRequest as _envol_v1_DeleteAliasRequest, DeleteAliasRequest__Output as _envol_v1_DeleteAliasRequest__Output } from '../../envol/v1/DeleteAliasRequest.ts';
import type { DeleteAliasResponse as _envol_v1_DeleteAliasResponse, DeleteAliasResponse__Output as _envol_v1_DeleteAliasResponse__Output } from '../../envol/v1/DeleteAliasResponse.ts';
import type { DescribeKeyRequest as _envol_v1_DescribeKeyRequest, DescribeKeyRequest__Output as _envol_v1_DescribeKeyRequest__Output } from '../../envol/v1/DescribeKeyRequest.ts';
import type { DescribeKeyResponse as _envol_v1_DescribeKeyResponse, DescribeKeyResponse__Output as _envol_v1_DescribeKeyResponse__Output } from '../../envol/v1/DescribeKeyResponse.ts';
import type { DisableKeyRequest as _envol_v1_DisableKeyRequest, DisableKeyRequest__Output as _envol_v1_DisableKeyRequest__Output } from '../../envol/v1/DisableKeyRequest.ts';
import type { DisableKeyResponse as _envol_v1_DisableKeyResponse, DisableKeyResponse__Output as _envol_v1_DisableKeyResponse__Output } from '../../envol/v1/DisableKeyResponse.ts';
import type { EnableKeyRequest as _envol_v1_EnableKeyRequest, EnableKeyRequest__Output as _envol_v1_EnableKeyRequest__Output } from '../../envol/v1/EnableKeyRequest.ts';
import type { EnableKeyResponse as _envol_v1_EnableKeyResponse, EnableKeyResponse__Output as _envol_v1_EnableKeyResponse__Output } from '../../envol/v1/EnableKeyResponse.ts';
import type { EncryptRequest as _envol_v1_EncryptRequest, EncryptRequest__Output as _envol_v1_EncryptRequest__Output } from '../../envol/v1/EncryptRequest.ts';
import type { EncryptResponse as _envol_v1_EncryptResponse, EncryptResponse__Output as _envol_v1_EncryptResponse__Output } from '../../envol/v1/EncryptResponse.ts';
import type { GenerateDataKeyRequest as _envol_v1_GenerateDataKeyRequest, GenerateDataKeyRequest__Output as _envol_v1_GenerateDataKeyRequest__Output } from '../../envol/v1/GenerateDataKeyRequest.ts';
import type { GenerateDataKeyResponse as _envol_v1_GenerateDataKeyResponse, GenerateDataKeyResponse__Output as _envol_v1_GenerateDataKeyResponse__Output } from '../../envol/v1/GenerateDataKeyResponse.ts';
import type { GenerateDataKeyWithoutPlaintextRequest as _envol_v1_GenerateDataKeyWithoutPlaintextRequest, GenerateDataKeyWithoutPlaintextRequest__Output as _envol_v1_GenerateDataKeyWithoutPlaintextRequest__Output } from '../../envol/v1/GenerateDataKeyWithoutPlaintextRequest.ts';
import type { GenerateDataKeyWithoutPlaintextResponse as _envol_v1_GenerateDataKeyWithoutPlaintextResponse, GenerateDataKeyWithoutPlaintextResponse__Output as _envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output } from '../../envol/v1/GenerateDataKeyWithoutPlaintextResponse.ts';
import type { ListAliasesRequest as _envol_v1_ListAliasesRequest, ListAliasesRequest__Output as _envol_v1_ListAliasesRequest__Output } from '../../envol/v1/ListAliasesRequest.ts';
import type { ListAliasesResponse as _envol_v1_ListAliasesResponse, ListAliasesResponse__Output as _envol_v1_ListAliasesResponse__Output } from '../../envol/v1/ListAliasesResponse.ts';
import type { ListKeysRequest as _envol_v1_ListKeysRequest, ListKeysRequest__Output as _envol_v1_ListKeysRequest__Output } from '../../envol/v1/ListKeysRequest.ts';
import type { ListKeysResponse as _envol_v1_ListKeysResponse, ListKeysResponse__Output as _envol_v1_ListKeysResponse__Output } from '../../envol/v1/ListKeysResponse.ts';
import type { ReEncryptRequest as _envol_v1_ReEncryptRequest, ReEncryptRequest__Output as _envol_v1_ReEncryptRequest__Output } from '../../envol/v1/ReEncryptRequest.ts';
import type { ReEncryptResponse as _envol_v1_ReEncryptResponse, ReEncryptResponse__Output as _envol_v1_ReEncryptResponse__Output } from '../../envol/v1/ReEncryptResponse.ts';
import type { ScheduleKeyDeletionRequest as _envol_v1_ScheduleKeyDeletionRequest, ScheduleKeyDeletionRequest__Output as _envol_v1_ScheduleKeyDeletionRequest__Output } from '../../envol/v1/ScheduleKeyDeletionRequest.ts';
import type { ScheduleKeyDeletionResponse as _envol_v1_ScheduleKeyDeletionResponse, ScheduleKeyDeletionResponse__Output as _envol_v1_ScheduleKeyDeletionResponse__Output } from '../../envol/v1/ScheduleKeyDeletionResponse.ts';
import type { UpdateAliasRequest as _envol_v1_UpdateAliasRequest, UpdateAliasRequest__Output as _envol_v1_UpdateAliasRequest__Output } from '../../envol/v1/UpdateAliasRequest.ts';
import type { UpdateAliasResponse as _envol_v1_UpdateAliasResponse, UpdateAliasResponse__Output as _envol_v1_UpdateAliasResponse__Output } from '../../envol/v1/UpdateAliasResponse.ts';

/**
 * The keys that wrap data keys: AWS KMS, as far as symmetric keys, aliases and key states go. Names follow the KMS API.
 */
export interface KeyServiceClient extends grpc.Client {
  CancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  CancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  CancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  CancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  cancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  cancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  cancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  cancelKeyDeletion(argument: _envol_v1_CancelKeyDeletionRequest, callback: grpc.requestCallback<_envol_v1_CancelKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  
  CreateAlias(argument: _envol_v1_CreateAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  CreateAlias(argument: _envol_v1_CreateAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  CreateAlias(argument: _envol_v1_CreateAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  CreateAlias(argument: _envol_v1_CreateAliasRequest, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  createAlias(argument: _envol_v1_CreateAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  createAlias(argument: _envol_v1_CreateAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  createAlias(argument: _envol_v1_CreateAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  createAlias(argument: _envol_v1_CreateAliasRequest, callback: grpc.requestCallback<_envol_v1_CreateAliasResponse__Output>): grpc.ClientUnaryCall;
  
  CreateKey(argument: _envol_v1_CreateKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateKey(argument: _envol_v1_CreateKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateKey(argument: _envol_v1_CreateKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateKey(argument: _envol_v1_CreateKeyRequest, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  createKey(argument: _envol_v1_CreateKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  createKey(argument: _envol_v1_CreateKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  createKey(argument: _envol_v1_CreateKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  createKey(argument: _envol_v1_CreateKeyRequest, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  
  Decrypt(argument: _envol_v1_DecryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  Decrypt(argument: _envol_v1_DecryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  Decrypt(argument: _envol_v1_DecryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  Decrypt(argument: _envol_v1_DecryptRequest, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  decrypt(argument: _envol_v1_DecryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  decrypt(argument: _envol_v1_DecryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  decrypt(argument: _envol_v1_DecryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  decrypt(argument: _envol_v1_DecryptRequest, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteAlias(argument: _envol_v1_DeleteAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  DeleteAlias(argument: _envol_v1_DeleteAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  DeleteAlias(argument: _envol_v1_DeleteAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  DeleteAlias(argument: _envol_v1_DeleteAliasRequest, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  deleteAlias(argument: _envol_v1_DeleteAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  deleteAlias(argument: _envol_v1_DeleteAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  deleteAlias(argument: _envol_v1_DeleteAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  deleteAlias(argument: _envol_v1_DeleteAliasRequest, callback: grpc.requestCallback<_envol_v1_DeleteAliasResponse__Output>): grpc.ClientUnaryCall;
  
  DescribeKey(argument: _envol_v1_DescribeKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  DescribeKey(argument: _envol_v1_DescribeKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  DescribeKey(argument: _envol_v1_DescribeKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  DescribeKey(argument: _envol_v1_DescribeKeyRequest, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  describeKey(argument: _envol_v1_DescribeKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  describeKey(argument: _envol_v1_DescribeKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  describeKey(argument: _envol_v1_DescribeKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  describeKey(argument: _envol_v1_DescribeKeyRequest, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  
  DisableKey(argument: _envol_v1_DisableKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  DisableKey(argument: _envol_v1_DisableKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  DisableKey(argument: _envol_v1_DisableKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  DisableKey(argument: _envol_v1_DisableKeyRequest, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  disableKey(argument: _envol_v1_DisableKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  disableKey(argument: _envol_v1_DisableKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  disableKey(argument: _envol_v1_DisableKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  disableKey(argument: _envol_v1_DisableKeyRequest, callback: grpc.requestCallback<_envol_v1_DisableKeyResponse__Output>): grpc.ClientUnaryCall;
  
  EnableKey(argument: _envol_v1_EnableKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  EnableKey(argument: _envol_v1_EnableKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  EnableKey(argument: _envol_v1_EnableKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  EnableKey(argument: _envol_v1_EnableKeyRequest, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  enableKey(argument: _envol_v1_EnableKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  enableKey(argument: _envol_v1_EnableKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  enableKey(argument: _envol_v1_EnableKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  enableKey(argument: _envol_v1_EnableKeyRequest, callback: grpc.requestCallback<_envol_v1_EnableKeyResponse__Output>): grpc.ClientUnaryCall;
  
  Encrypt(argument: _envol_v1_EncryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  Encrypt(argument: _envol_v1_EncryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  Encrypt(argument: _envol_v1_EncryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  Encrypt(argument: _envol_v1_EncryptRequest, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  encrypt(argument: _envol_v1_EncryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  encrypt(argument: _envol_v1_EncryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  encrypt(argument: _envol_v1_EncryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  encrypt(argument: _envol_v1_EncryptRequest, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  
  GenerateDataKey(argument: _envol_v1_GenerateDataKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKey(argument: _envol_v1_GenerateDataKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKey(argument: _envol_v1_GenerateDataKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKey(argument: _envol_v1_GenerateDataKeyRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  generateDataKey(argument: _envol_v1_GenerateDataKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  generateDataKey(argument: _envol_v1_GenerateDataKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  generateDataKey(argument: _envol_v1_GenerateDataKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  generateDataKey(argument: _envol_v1_GenerateDataKeyRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  
  GenerateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  
  ListAliases(argument: _envol_v1_ListAliasesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  ListAliases(argument: _envol_v1_ListAliasesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  ListAliases(argument: _envol_v1_ListAliasesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  ListAliases(argument: _envol_v1_ListAliasesRequest, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  listAliases(argument: _envol_v1_ListAliasesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  listAliases(argument: _envol_v1_ListAliasesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  listAliases(argument: _envol_v1_ListAliasesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  listAliases(argument: _envol_v1_ListAliasesRequest, callback: grpc.requestCallback<_envol_v1_ListAliasesResponse__Output>): grpc.ClientUnaryCall;
  
  ListKeys(argument: _envol_v1_ListKeysRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  ListKeys(argument: _envol_v1_ListKeysRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  ListKeys(argument: _envol_v1_ListKeysRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  ListKeys(argument: _envol_v1_ListKeysRequest, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  listKeys(argument: _envol_v1_ListKeysRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  listKeys(argument: _envol_v1_ListKeysRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  listKeys(argument: _envol_v1_ListKeysRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  listKeys(argument: _envol_v1_ListKeysRequest, callback: grpc.requestCallback<_envol_v1_ListKeysResponse__Output>): grpc.ClientUnaryCall;
  
  ReEncrypt(argument: _envol_v1_ReEncryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  ReEncrypt(argument: _envol_v1_ReEncryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  ReEncrypt(argument: _envol_v1_ReEncryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  ReEncrypt(argument: _envol_v1_ReEncryptRequest, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  reEncrypt(argument: _envol_v1_ReEncryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  reEncrypt(argument: _envol_v1_ReEncryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  reEncrypt(argument: _envol_v1_ReEncryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  reEncrypt(argument: _envol_v1_ReEncryptRequest, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  
  ScheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  ScheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  ScheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  ScheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  scheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  scheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  scheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  scheduleKeyDeletion(argument: _envol_v1_ScheduleKeyDeletionRequest, callback: grpc.requestCallback<_envol_v1_ScheduleKeyDeletionResponse__Output>): grpc.ClientUnaryCall;
  
  UpdateAlias(argument: _envol_v1_UpdateAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  UpdateAlias(argument: _envol_v1_UpdateAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  UpdateAlias(argument: _envol_v1_UpdateAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  UpdateAlias(argument: _envol_v1_UpdateAliasRequest, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  updateAlias(argument: _envol_v1_UpdateAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  updateAlias(argument: _envol_v1_UpdateAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  updateAlias(argument: _envol_v1_UpdateAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  updateAlias(argument: _envol_v1_UpdateAliasRequest, callback: grpc.requestCallback<_envol_v1_UpdateAliasResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * The keys that wrap data keys: AWS KMS, as far as symmetric keys, aliases and key states go. Names follow the KMS API.
 */
export interface KeyServiceHandlers extends grpc.UntypedServiceImplementation {
  CancelKeyDeletion: grpc.handleUnaryCall<_envol_v1_CancelKeyDeletionRequest__Output, _envol_v1_CancelKeyDeletionResponse>;
  
  CreateAlias: grpc.handleUnaryCall<_envol_v1_CreateAliasRequest__Output, _envol_v1_CreateAliasResponse>;
  
  CreateKey: grpc.handleUnaryCall<_envol_v1_CreateKeyRequest__Output, _envol_v1_CreateKeyResponse>;
  
  Decrypt: grpc.handleUnaryCall<_envol_v1_DecryptRequest__Output, _envol_v1_DecryptResponse>;
  
  DeleteAlias: grpc.handleUnaryCall<_envol_v1_DeleteAliasRequest__Output, _envol_v1_DeleteAliasResponse>;
  
  DescribeKey: grpc.handleUnaryCall<_envol_v1_DescribeKeyRequest__Output, _envol_v1_DescribeKeyResponse>;
  
  DisableKey: grpc.handleUnaryCall<_envol_v1_DisableKeyRequest__Output, _envol_v1_DisableKeyResponse>;
  
  EnableKey: grpc.handleUnaryCall<_envol_v1_EnableKeyRequest__Output, _envol_v1_EnableKeyResponse>;
  
  Encrypt: grpc.handleUnaryCall<_envol_v1_EncryptRequest__Output, _envol_v1_EncryptResponse>;
  
  GenerateDataKey: grpc.handleUnaryCall<_envol_v1_GenerateDataKeyRequest__Output, _envol_v1_GenerateDataKeyResponse>;
  
  GenerateDataKeyWithoutPlaintext: grpc.handleUnaryCall<_envol_v1_GenerateDataKeyWithoutPlaintextRequest__Output, _envol_v1_GenerateDataKeyWithoutPlaintextResponse>;
  
  ListAliases: grpc.handleUnaryCall<_envol_v1_ListAliasesRequest__Output, _envol_v1_ListAliasesResponse>;
  
  ListKeys: grpc.handleUnaryCall<_envol_v1_ListKeysRequest__Output, _envol_v1_ListKeysResponse>;
  
  ReEncrypt: grpc.handleUnaryCall<_envol_v1_ReEncryptRequest__Output, _envol_v1_ReEncryptResponse>;
  
  ScheduleKeyDeletion: grpc.handleUnaryCall<_envol_v1_ScheduleKeyDeletionRequest__Output, _envol_v1_ScheduleKeyDeletionResponse>;
  
  UpdateAlias: grpc.handleUnaryCall<_envol_v1_UpdateAliasRequest__Output, _envol_v1_UpdateAliasResponse>;
  
}

export interface KeyServiceDefinition extends grpc.ServiceDefinition {
  CancelKeyDeletion: MethodDefinition<_envol_v1_CancelKeyDeletionRequest, _envol_v1_CancelKeyDeletionResponse, _envol_v1_CancelKeyDeletionRequest__Output, _envol_v1_CancelKeyDeletionResponse__Output>
  CreateAlias: MethodDefinition<_envol_v1_CreateAliasRequest, _envol_v1_CreateAliasResponse, _envol_v1_CreateAliasRequest__Output, _envol_v1_CreateAliasResponse__Output>
  CreateKey: MethodDefinition<_envol_v1_CreateKeyRequest, _envol_v1_CreateKeyResponse, _envol_v1_CreateKeyRequest__Output, _envol_v1_CreateKeyResponse__Output>
  Decrypt: MethodDefinition<_envol_v1_DecryptRequest, _envol_v1_DecryptResponse, _envol_v1_DecryptRequest__Output, _envol_v1_DecryptResponse__Output>
  DeleteAlias: MethodDefinition<_envol_v1_DeleteAliasRequest, _envol_v1_DeleteAliasResponse, _envol_v1_DeleteAliasRequest__Output, _envol_v1_DeleteAliasResponse__Output>
  DescribeKey: MethodDefinition<_envol_v1_DescribeKeyRequest, _envol_v1_DescribeKeyResponse, _envol_v1_DescribeKeyRequest__Output, _envol_v1_DescribeKeyResponse__Output>
  DisableKey: MethodDefinition<_envol_v1_DisableKeyRequest, _envol_v1_DisableKeyResponse, _envol_v1_DisableKeyRequest__Output, _envol_v1_DisableKeyResponse__Output>
  EnableKey: MethodDefinition<_envol_v1_EnableKeyRequest, _envol_v1_EnableKeyResponse, _envol_v1_EnableKeyRequest__Output, _envol_v1_EnableKeyResponse__Output>
  Encrypt: MethodDefinition<_envol_v1_EncryptRequest, _envol_v1_EncryptResponse, _envol_v1_EncryptRequest__Output, _envol_v1_EncryptResponse__Output>
  GenerateDataKey: MethodDefinition<_envol_v1_GenerateDataKeyRequest, _envol_v1_GenerateDataKeyResponse, _envol_v1_GenerateDataKeyRequest__Output, _envol_v1_GenerateDataKeyResponse__Output>
  GenerateDataKeyWithoutPlaintext: MethodDefinition<_envol_v1_GenerateDataKeyWithoutPlaintextRequest, _envol_v1_GenerateDataKeyWithoutPlaintextResponse, _envol_v1_GenerateDataKeyWithoutPlaintextRequest__Output, _envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>
  ListAliases: MethodDefinition<_envol_v1_ListAliasesRequest, _envol_v1_ListAliasesResponse, _envol_v1_ListAliasesRequest__Output, _envol_v1_ListAliasesResponse__Output>
  ListKeys: MethodDefinition<_envol_v1_ListKeysRequest, _envol_v1_ListKeysResponse, _envol_v1_ListKeysRequest__Output, _envol_v1_ListKeysResponse__Output>
  ReEncrypt: MethodDefinition<_envol_v1_ReEncryptRequest, _envol_v1_ReEncryptResponse, _envol_v1_ReEncryptRequest__Output, _envol_v1_ReEncryptResponse__Output>
  ScheduleKeyDeletion: MethodDefinition<_envol_v1_ScheduleKeyDeletionRequest, _envol_v1_ScheduleKeyDeletionResponse, _envol_v1_ScheduleKeyDeletionRequest__Output, _envol_v1_ScheduleKeyDeletionResponse__Output>
  UpdateAlias: MethodDefinition<_envol_v1_UpdateAliasRequest, _envol_v1_UpdateAliasResponse, _envol_v1_UpdateAliasRequest__Output, _envol_v1_UpdateAliasResponse__Output>
}
