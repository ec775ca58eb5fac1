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
import type { ListGrantsRequest as _envol_v1_ListGrantsRequest, ListGrantsRequest__Output as _envol_v1_ListGrantsRequest__Output } from '../../envol/v1/ListGrantsRequest.ts';
import type { ListGrantsResponse as _envol_v1_ListGrantsResponse, ListGrantsResponse__Output as _envol_v1_ListGrantsResponse__Output } from '../../envol/v1/ListGrantsResponse.ts';
import type { ListKeysRequest as _envol_v1_ListKeysRequest, ListKeysRequest__Output as _envol_v1_ListKeysRequest__Output } from '../../envol/v1/ListKeysRequest.ts';
import type { ListKeysResponse as _envol_v1_ListKeysResponse, ListKeysResponse__Output as _envol_v1_ListKeysResponse__Output } from '../../envol/v1/ListKeysResponse.ts';
import type { ReEncryptRequest as _envol_v1_ReEncryptRequest, ReEncryptRequest__Output as _envol_v1_ReEncryptRequest__Output } from '../../envol/v1/ReEncryptRequest.ts';
import type { ReEncryptResponse as _envol_v1_ReEncryptResponse, ReEncryptResponse__Output as _envol_v1_ReEncryptResponse__Output } from '../../envol/v1/ReEncryptResponse.ts';
import type { RevokeGrantRequest as _envol_v1_RevokeGrantRequest, RevokeGrantRequest__Output as _envol_v1_RevokeGrantRequest__Output } from '../../envol/v1/RevokeGrantRequest.ts';
import type { RevokeGrantResponse as _envol_v1_RevokeGrantResponse, RevokeGrantResponse__Output as _envol_v1_RevokeGrantResponse__Output } from '../../envol/v1/RevokeGrantResponse.ts';
import type { ScheduleKeyDeletionRequest as _envol_v1_ScheduleKeyDeletionRequest, ScheduleKeyDeletionRequest__Output as _envol_v1_ScheduleKeyDeletionRequest__Output } from '../../envol/v1/ScheduleKeyDeletionRequest.ts';
import type { ScheduleKeyDeletionResponse as _envol_v1_ScheduleKeyDeletionResponse, ScheduleKeyDeletionResponse__Output as _envol_v1_ScheduleKeyDeletionResponse__Output } from '../../envol/v1/ScheduleKeyDeletionResponse.ts';
import type { UpdateAliasRequest as _envol_v1_UpdateAliasRequest, UpdateAliasRequest__Output as _envol_v1_UpdateAliasRequest__Output } from '../../envol/v1/UpdateAliasRequest.ts';
import type { UpdateAliasResponse as _envol_v1_UpdateAliasResponse, UpdateAliasResponse__Output as _envol_v1_UpdateAliasResponse__Output } from '../../envol/v1/UpdateAliasResponse.ts';

/**
 * The keys that wrap data keys: AWS KMS, as far as symmetric keys, aliases and key states go. Names follow the KMS API.
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
   * Makes a symmetric encryption key, enabled.
   * 
   * Condition                                          Reason              gRPC code           What to do
   * description is above 8192 characters               KMS_VALIDATION      INVALID_ARGUMENT    Correct the field named.
   * key_usage and key_spec unknown, or unfit together  KMS_VALIDATION      INVALID_ARGUMENT    Leave them out.
   * key_spec is known, but not offered                 KMS_UNSUPPORTED     INVALID_ARGUMENT    Leave it out.
   * A key or value of a tag has a wrong length         KMS_VALIDATION      INVALID_ARGUMENT    Correct the tag named.
   * A tag is doubled or reserved                       TAG_INVALID         INVALID_ARGUMENT    Correct the tags.
   * More than 50 tags                                  TAG_INVALID         INVALID_ARGUMENT    Leave some out.
   * The account has 100,000 keys                       KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Delete keys.
   */
  CreateKey(argument: _envol_v1_CreateKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateKey(argument: _envol_v1_CreateKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateKey(argument: _envol_v1_CreateKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateKey(argument: _envol_v1_CreateKeyRequest, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a symmetric encryption key, enabled.
   * 
   * Condition                                          Reason              gRPC code           What to do
   * description is above 8192 characters               KMS_VALIDATION      INVALID_ARGUMENT    Correct the field named.
   * key_usage and key_spec unknown, or unfit together  KMS_VALIDATION      INVALID_ARGUMENT    Leave them out.
   * key_spec is known, but not offered                 KMS_UNSUPPORTED     INVALID_ARGUMENT    Leave it out.
   * A key or value of a tag has a wrong length         KMS_VALIDATION      INVALID_ARGUMENT    Correct the tag named.
   * A tag is doubled or reserved                       TAG_INVALID         INVALID_ARGUMENT    Correct the tags.
   * More than 50 tags                                  TAG_INVALID         INVALID_ARGUMENT    Leave some out.
   * The account has 100,000 keys                       KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Delete keys.
   */
  createKey(argument: _envol_v1_CreateKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  createKey(argument: _envol_v1_CreateKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  createKey(argument: _envol_v1_CreateKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  createKey(argument: _envol_v1_CreateKeyRequest, callback: grpc.requestCallback<_envol_v1_CreateKeyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Decrypts what Encrypt, ReEncrypt or GenerateDataKey made.
   * 
   * Condition                                          Reason              gRPC code            What to do
   * ciphertext_blob is empty or above 6144 bytes       KMS_VALIDATION      INVALID_ARGUMENT     Give it whole.
   * The ciphertext or the context is not the one made  CIPHERTEXT_INVALID  INVALID_ARGUMENT     Give both as they were made.
   * key_id is another key than the one that made it    KEY_INCORRECT       INVALID_ARGUMENT     Name that key, or none.
   * The key named does not exist                       KEY_NOT_FOUND       NOT_FOUND            Leave key_id out.
   * key_id is a malformed ARN                          ARN_INVALID         INVALID_ARGUMENT     Leave key_id out.
   * encryption_algorithm is unknown                    KMS_VALIDATION      INVALID_ARGUMENT     Leave it out.
   * encryption_algorithm does not fit the key          KEY_USAGE_INVALID   FAILED_PRECONDITION  Leave it out.
   * The key is disabled                                KEY_DISABLED        FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                        KEY_STATE_INVALID   FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                             ACCESS_DENIED       PERMISSION_DENIED    Change the policy.
   */
  Decrypt(argument: _envol_v1_DecryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  Decrypt(argument: _envol_v1_DecryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  Decrypt(argument: _envol_v1_DecryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  Decrypt(argument: _envol_v1_DecryptRequest, callback: grpc.requestCallback<_envol_v1_DecryptResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Decrypts what Encrypt, ReEncrypt or GenerateDataKey made.
   * 
   * Condition                                          Reason              gRPC code            What to do
   * ciphertext_blob is empty or above 6144 bytes       KMS_VALIDATION      INVALID_ARGUMENT     Give it whole.
   * The ciphertext or the context is not the one made  CIPHERTEXT_INVALID  INVALID_ARGUMENT     Give both as they were made.
   * key_id is another key than the one that made it    KEY_INCORRECT       INVALID_ARGUMENT     Name that key, or none.
   * The key named does not exist                       KEY_NOT_FOUND       NOT_FOUND            Leave key_id out.
   * key_id is a malformed ARN                          ARN_INVALID         INVALID_ARGUMENT     Leave key_id out.
   * encryption_algorithm is unknown                    KMS_VALIDATION      INVALID_ARGUMENT     Leave it out.
   * encryption_algorithm does not fit the key          KEY_USAGE_INVALID   FAILED_PRECONDITION  Leave it out.
   * The key is disabled                                KEY_DISABLED        FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                        KEY_STATE_INVALID   FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                             ACCESS_DENIED       PERMISSION_DENIED    Change the policy.
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
   * Describes a key, in any state.
   * 
   * Condition                  Reason          gRPC code         What to do
   * key_id is absent           KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN  ARN_INVALID     INVALID_ARGUMENT  Correct it.
   */
  DescribeKey(argument: _envol_v1_DescribeKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  DescribeKey(argument: _envol_v1_DescribeKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  DescribeKey(argument: _envol_v1_DescribeKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  DescribeKey(argument: _envol_v1_DescribeKeyRequest, callback: grpc.requestCallback<_envol_v1_DescribeKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Describes a key, in any state.
   * 
   * Condition                  Reason          gRPC code         What to do
   * key_id is absent           KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN  ARN_INVALID     INVALID_ARGUMENT  Correct it.
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
   * Encrypts up to 4096 bytes under the key itself.
   * 
   * Condition                                  Reason             gRPC code            What to do
   * key_id is absent                           KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                  ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * plaintext is empty or above 4096 bytes     KMS_VALIDATION     INVALID_ARGUMENT     Encrypt it under a data key.
   * encryption_algorithm is unknown            KMS_VALIDATION     INVALID_ARGUMENT     Leave it out.
   * encryption_algorithm does not fit the key  KEY_USAGE_INVALID  FAILED_PRECONDITION  Leave it out.
   * The key is disabled                        KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                     ACCESS_DENIED      PERMISSION_DENIED    Change the policy.
   */
  Encrypt(argument: _envol_v1_EncryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  Encrypt(argument: _envol_v1_EncryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  Encrypt(argument: _envol_v1_EncryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  Encrypt(argument: _envol_v1_EncryptRequest, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Encrypts up to 4096 bytes under the key itself.
   * 
   * Condition                                  Reason             gRPC code            What to do
   * key_id is absent                           KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                  ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * plaintext is empty or above 4096 bytes     KMS_VALIDATION     INVALID_ARGUMENT     Encrypt it under a data key.
   * encryption_algorithm is unknown            KMS_VALIDATION     INVALID_ARGUMENT     Leave it out.
   * encryption_algorithm does not fit the key  KEY_USAGE_INVALID  FAILED_PRECONDITION  Leave it out.
   * The key is disabled                        KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                     ACCESS_DENIED      PERMISSION_DENIED    Change the policy.
   */
  encrypt(argument: _envol_v1_EncryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  encrypt(argument: _envol_v1_EncryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  encrypt(argument: _envol_v1_EncryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  encrypt(argument: _envol_v1_EncryptRequest, callback: grpc.requestCallback<_envol_v1_EncryptResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a random data key, in the clear and wrapped by the key.
   * 
   * Condition                                           Reason             gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * Both or none of number_of_bytes and key_spec        KMS_VALIDATION     INVALID_ARGUMENT     Give one of them.
   * number_of_bytes is above 1024, or key_spec unknown  KMS_VALIDATION     INVALID_ARGUMENT     Correct the field named.
   * The key is disabled                                 KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                         KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                              ACCESS_DENIED      PERMISSION_DENIED    Change the policy.
   */
  GenerateDataKey(argument: _envol_v1_GenerateDataKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKey(argument: _envol_v1_GenerateDataKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKey(argument: _envol_v1_GenerateDataKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKey(argument: _envol_v1_GenerateDataKeyRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a random data key, in the clear and wrapped by the key.
   * 
   * Condition                                           Reason             gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * Both or none of number_of_bytes and key_spec        KMS_VALIDATION     INVALID_ARGUMENT     Give one of them.
   * number_of_bytes is above 1024, or key_spec unknown  KMS_VALIDATION     INVALID_ARGUMENT     Correct the field named.
   * The key is disabled                                 KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                         KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                              ACCESS_DENIED      PERMISSION_DENIED    Change the policy.
   */
  generateDataKey(argument: _envol_v1_GenerateDataKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  generateDataKey(argument: _envol_v1_GenerateDataKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  generateDataKey(argument: _envol_v1_GenerateDataKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  generateDataKey(argument: _envol_v1_GenerateDataKeyRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a random data key, wrapped by the key only.
   * 
   * Condition                                           Reason             gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * Both or none of number_of_bytes and key_spec        KMS_VALIDATION     INVALID_ARGUMENT     Give one of them.
   * number_of_bytes is above 1024, or key_spec unknown  KMS_VALIDATION     INVALID_ARGUMENT     Correct the field named.
   * The key is disabled                                 KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                         KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                              ACCESS_DENIED      PERMISSION_DENIED    Change the policy.
   */
  GenerateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  GenerateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a random data key, wrapped by the key only.
   * 
   * Condition                                           Reason             gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * Both or none of number_of_bytes and key_spec        KMS_VALIDATION     INVALID_ARGUMENT     Give one of them.
   * number_of_bytes is above 1024, or key_spec unknown  KMS_VALIDATION     INVALID_ARGUMENT     Correct the field named.
   * The key is disabled                                 KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                         KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                              ACCESS_DENIED      PERMISSION_DENIED    Change the policy.
   */
  generateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  generateDataKeyWithoutPlaintext(argument: _envol_v1_GenerateDataKeyWithoutPlaintextRequest, callback: grpc.requestCallback<_envol_v1_GenerateDataKeyWithoutPlaintextResponse__Output>): grpc.ClientUnaryCall;
  
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
   * Condition                         Reason          gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * key_id names no key               KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * limit is above 100                KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 100.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListGrants(argument: _envol_v1_ListGrantsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  ListGrants(argument: _envol_v1_ListGrantsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  ListGrants(argument: _envol_v1_ListGrantsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  ListGrants(argument: _envol_v1_ListGrantsRequest, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists the grants on a key, a page at a time: who may do what with it, beside what its policy allows. An attached
   * volume holds one, to unwrap its data key.
   * 
   * Condition                         Reason          gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * key_id names no key               KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * limit is above 100                KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 100.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  listGrants(argument: _envol_v1_ListGrantsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  listGrants(argument: _envol_v1_ListGrantsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  listGrants(argument: _envol_v1_ListGrantsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  listGrants(argument: _envol_v1_ListGrantsRequest, callback: grpc.requestCallback<_envol_v1_ListGrantsResponse__Output>): grpc.ClientUnaryCall;
  
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
   * Decrypts a ciphertext and encrypts it under another key or context; the plaintext stays inside.
   * 
   * Condition                                          Reason              gRPC code            What to do
   * ciphertext_blob is empty or above 6144 bytes       KMS_VALIDATION      INVALID_ARGUMENT     Give it whole.
   * destination_key_id is absent                       KMS_VALIDATION      INVALID_ARGUMENT     Give it.
   * The ciphertext or the context is not the one made  CIPHERTEXT_INVALID  INVALID_ARGUMENT     Give both as they were made.
   * source_key_id is not the key that made it          KEY_INCORRECT       INVALID_ARGUMENT     Name that key, or none.
   * A key named does not exist                         KEY_NOT_FOUND       NOT_FOUND            List the keys.
   * A key is named by a malformed ARN                  ARN_INVALID         INVALID_ARGUMENT     Correct the field named.
   * Either key is disabled                             KEY_DISABLED        FAILED_PRECONDITION  Enable it.
   * Either key is pending deletion                     KEY_STATE_INVALID   FAILED_PRECONDITION  Cancel that, enable it.
   * Either key policy says no                          ACCESS_DENIED       PERMISSION_DENIED    Change the policy.
   */
  ReEncrypt(argument: _envol_v1_ReEncryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  ReEncrypt(argument: _envol_v1_ReEncryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  ReEncrypt(argument: _envol_v1_ReEncryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  ReEncrypt(argument: _envol_v1_ReEncryptRequest, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Decrypts a ciphertext and encrypts it under another key or context; the plaintext stays inside.
   * 
   * Condition                                          Reason              gRPC code            What to do
   * ciphertext_blob is empty or above 6144 bytes       KMS_VALIDATION      INVALID_ARGUMENT     Give it whole.
   * destination_key_id is absent                       KMS_VALIDATION      INVALID_ARGUMENT     Give it.
   * The ciphertext or the context is not the one made  CIPHERTEXT_INVALID  INVALID_ARGUMENT     Give both as they were made.
   * source_key_id is not the key that made it          KEY_INCORRECT       INVALID_ARGUMENT     Name that key, or none.
   * A key named does not exist                         KEY_NOT_FOUND       NOT_FOUND            List the keys.
   * A key is named by a malformed ARN                  ARN_INVALID         INVALID_ARGUMENT     Correct the field named.
   * Either key is disabled                             KEY_DISABLED        FAILED_PRECONDITION  Enable it.
   * Either key is pending deletion                     KEY_STATE_INVALID   FAILED_PRECONDITION  Cancel that, enable it.
   * Either key policy says no                          ACCESS_DENIED       PERMISSION_DENIED    Change the policy.
   */
  reEncrypt(argument: _envol_v1_ReEncryptRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  reEncrypt(argument: _envol_v1_ReEncryptRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  reEncrypt(argument: _envol_v1_ReEncryptRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  reEncrypt(argument: _envol_v1_ReEncryptRequest, callback: grpc.requestCallback<_envol_v1_ReEncryptResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes a grant away. A volume that was attached under it goes on with the data key it has, and can not unwrap it again.
   * 
   * Condition                     Reason            gRPC code         What to do
   * key_id or grant_id is absent  KMS_VALIDATION    INVALID_ARGUMENT  Correct the field named.
   * key_id names no key           KEY_NOT_FOUND     NOT_FOUND         List the keys.
   * key_id is a malformed ARN     ARN_INVALID       INVALID_ARGUMENT  Correct it.
   * The key has no such grant     GRANT_ID_INVALID  INVALID_ARGUMENT  List the key's grants.
   */
  RevokeGrant(argument: _envol_v1_RevokeGrantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  RevokeGrant(argument: _envol_v1_RevokeGrantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  RevokeGrant(argument: _envol_v1_RevokeGrantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  RevokeGrant(argument: _envol_v1_RevokeGrantRequest, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Takes a grant away. A volume that was attached under it goes on with the data key it has, and can not unwrap it again.
   * 
   * Condition                     Reason            gRPC code         What to do
   * key_id or grant_id is absent  KMS_VALIDATION    INVALID_ARGUMENT  Correct the field named.
   * key_id names no key           KEY_NOT_FOUND     NOT_FOUND         List the keys.
   * key_id is a malformed ARN     ARN_INVALID       INVALID_ARGUMENT  Correct it.
   * The key has no such grant     GRANT_ID_INVALID  INVALID_ARGUMENT  List the key's grants.
   */
  revokeGrant(argument: _envol_v1_RevokeGrantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  revokeGrant(argument: _envol_v1_RevokeGrantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  revokeGrant(argument: _envol_v1_RevokeGrantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  revokeGrant(argument: _envol_v1_RevokeGrantRequest, callback: grpc.requestCallback<_envol_v1_RevokeGrantResponse__Output>): grpc.ClientUnaryCall;
  
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
  
}

/**
 * The keys that wrap data keys: AWS KMS, as far as symmetric keys, aliases and key states go. Names follow the KMS API.
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
   * Makes a symmetric encryption key, enabled.
   * 
   * Condition                                          Reason              gRPC code           What to do
   * description is above 8192 characters               KMS_VALIDATION      INVALID_ARGUMENT    Correct the field named.
   * key_usage and key_spec unknown, or unfit together  KMS_VALIDATION      INVALID_ARGUMENT    Leave them out.
   * key_spec is known, but not offered                 KMS_UNSUPPORTED     INVALID_ARGUMENT    Leave it out.
   * A key or value of a tag has a wrong length         KMS_VALIDATION      INVALID_ARGUMENT    Correct the tag named.
   * A tag is doubled or reserved                       TAG_INVALID         INVALID_ARGUMENT    Correct the tags.
   * More than 50 tags                                  TAG_INVALID         INVALID_ARGUMENT    Leave some out.
   * The account has 100,000 keys                       KMS_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Delete keys.
   */
  CreateKey: grpc.handleUnaryCall<_envol_v1_CreateKeyRequest__Output, _envol_v1_CreateKeyResponse>;
  
  /**
   * Decrypts what Encrypt, ReEncrypt or GenerateDataKey made.
   * 
   * Condition                                          Reason              gRPC code            What to do
   * ciphertext_blob is empty or above 6144 bytes       KMS_VALIDATION      INVALID_ARGUMENT     Give it whole.
   * The ciphertext or the context is not the one made  CIPHERTEXT_INVALID  INVALID_ARGUMENT     Give both as they were made.
   * key_id is another key than the one that made it    KEY_INCORRECT       INVALID_ARGUMENT     Name that key, or none.
   * The key named does not exist                       KEY_NOT_FOUND       NOT_FOUND            Leave key_id out.
   * key_id is a malformed ARN                          ARN_INVALID         INVALID_ARGUMENT     Leave key_id out.
   * encryption_algorithm is unknown                    KMS_VALIDATION      INVALID_ARGUMENT     Leave it out.
   * encryption_algorithm does not fit the key          KEY_USAGE_INVALID   FAILED_PRECONDITION  Leave it out.
   * The key is disabled                                KEY_DISABLED        FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                        KEY_STATE_INVALID   FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                             ACCESS_DENIED       PERMISSION_DENIED    Change the policy.
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
   * Describes a key, in any state.
   * 
   * Condition                  Reason          gRPC code         What to do
   * key_id is absent           KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * No such key                KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN  ARN_INVALID     INVALID_ARGUMENT  Correct it.
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
   * Encrypts up to 4096 bytes under the key itself.
   * 
   * Condition                                  Reason             gRPC code            What to do
   * key_id is absent                           KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                  ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * plaintext is empty or above 4096 bytes     KMS_VALIDATION     INVALID_ARGUMENT     Encrypt it under a data key.
   * encryption_algorithm is unknown            KMS_VALIDATION     INVALID_ARGUMENT     Leave it out.
   * encryption_algorithm does not fit the key  KEY_USAGE_INVALID  FAILED_PRECONDITION  Leave it out.
   * The key is disabled                        KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                     ACCESS_DENIED      PERMISSION_DENIED    Change the policy.
   */
  Encrypt: grpc.handleUnaryCall<_envol_v1_EncryptRequest__Output, _envol_v1_EncryptResponse>;
  
  /**
   * Makes a random data key, in the clear and wrapped by the key.
   * 
   * Condition                                           Reason             gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * Both or none of number_of_bytes and key_spec        KMS_VALIDATION     INVALID_ARGUMENT     Give one of them.
   * number_of_bytes is above 1024, or key_spec unknown  KMS_VALIDATION     INVALID_ARGUMENT     Correct the field named.
   * The key is disabled                                 KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                         KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                              ACCESS_DENIED      PERMISSION_DENIED    Change the policy.
   */
  GenerateDataKey: grpc.handleUnaryCall<_envol_v1_GenerateDataKeyRequest__Output, _envol_v1_GenerateDataKeyResponse>;
  
  /**
   * Makes a random data key, wrapped by the key only.
   * 
   * Condition                                           Reason             gRPC code            What to do
   * key_id is absent                                    KMS_VALIDATION     INVALID_ARGUMENT     Give it.
   * No such key                                         KEY_NOT_FOUND      NOT_FOUND            List the keys.
   * key_id is a malformed ARN                           ARN_INVALID        INVALID_ARGUMENT     Correct it.
   * Both or none of number_of_bytes and key_spec        KMS_VALIDATION     INVALID_ARGUMENT     Give one of them.
   * number_of_bytes is above 1024, or key_spec unknown  KMS_VALIDATION     INVALID_ARGUMENT     Correct the field named.
   * The key is disabled                                 KEY_DISABLED       FAILED_PRECONDITION  Enable it.
   * The key is pending deletion                         KEY_STATE_INVALID  FAILED_PRECONDITION  Cancel that, enable it.
   * The key policy says no                              ACCESS_DENIED      PERMISSION_DENIED    Change the policy.
   */
  GenerateDataKeyWithoutPlaintext: grpc.handleUnaryCall<_envol_v1_GenerateDataKeyWithoutPlaintextRequest__Output, _envol_v1_GenerateDataKeyWithoutPlaintextResponse>;
  
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
   * Condition                         Reason          gRPC code         What to do
   * key_id is absent                  KMS_VALIDATION  INVALID_ARGUMENT  Give it.
   * key_id names no key               KEY_NOT_FOUND   NOT_FOUND         List the keys.
   * key_id is a malformed ARN         ARN_INVALID     INVALID_ARGUMENT  Correct it.
   * limit is above 100                KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 100.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListGrants: grpc.handleUnaryCall<_envol_v1_ListGrantsRequest__Output, _envol_v1_ListGrantsResponse>;
  
  /**
   * Lists the keys, a page at a time.
   * 
   * Condition                         Reason          gRPC code         What to do
   * limit is above 1000               KMS_VALIDATION  INVALID_ARGUMENT  Ask for 1 to 1000.
   * marker was not made by this call  MARKER_INVALID  INVALID_ARGUMENT  Start from the first page.
   */
  ListKeys: grpc.handleUnaryCall<_envol_v1_ListKeysRequest__Output, _envol_v1_ListKeysResponse>;
  
  /**
   * Decrypts a ciphertext and encrypts it under another key or context; the plaintext stays inside.
   * 
   * Condition                                          Reason              gRPC code            What to do
   * ciphertext_blob is empty or above 6144 bytes       KMS_VALIDATION      INVALID_ARGUMENT     Give it whole.
   * destination_key_id is absent                       KMS_VALIDATION      INVALID_ARGUMENT     Give it.
   * The ciphertext or the context is not the one made  CIPHERTEXT_INVALID  INVALID_ARGUMENT     Give both as they were made.
   * source_key_id is not the key that made it          KEY_INCORRECT       INVALID_ARGUMENT     Name that key, or none.
   * A key named does not exist                         KEY_NOT_FOUND       NOT_FOUND            List the keys.
   * A key is named by a malformed ARN                  ARN_INVALID         INVALID_ARGUMENT     Correct the field named.
   * Either key is disabled                             KEY_DISABLED        FAILED_PRECONDITION  Enable it.
   * Either key is pending deletion                     KEY_STATE_INVALID   FAILED_PRECONDITION  Cancel that, enable it.
   * Either key policy says no                          ACCESS_DENIED       PERMISSION_DENIED    Change the policy.
   */
  ReEncrypt: grpc.handleUnaryCall<_envol_v1_ReEncryptRequest__Output, _envol_v1_ReEncryptResponse>;
  
  /**
   * Takes a grant away. A volume that was attached under it goes on with the data key it has, and can not unwrap it again.
   * 
   * Condition                     Reason            gRPC code         What to do
   * key_id or grant_id is absent  KMS_VALIDATION    INVALID_ARGUMENT  Correct the field named.
   * key_id names no key           KEY_NOT_FOUND     NOT_FOUND         List the keys.
   * key_id is a malformed ARN     ARN_INVALID       INVALID_ARGUMENT  Correct it.
   * The key has no such grant     GRANT_ID_INVALID  INVALID_ARGUMENT  List the key's grants.
   */
  RevokeGrant: grpc.handleUnaryCall<_envol_v1_RevokeGrantRequest__Output, _envol_v1_RevokeGrantResponse>;
  
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
  ListGrants: MethodDefinition<_envol_v1_ListGrantsRequest, _envol_v1_ListGrantsResponse, _envol_v1_ListGrantsRequest__Output, _envol_v1_ListGrantsResponse__Output>
  ListKeys: MethodDefinition<_envol_v1_ListKeysRequest, _envol_v1_ListKeysResponse, _envol_v1_ListKeysRequest__Output, _envol_v1_ListKeysResponse__Output>
  ReEncrypt: MethodDefinition<_envol_v1_ReEncryptRequest, _envol_v1_ReEncryptResponse, _envol_v1_ReEncryptRequest__Output, _envol_v1_ReEncryptResponse__Output>
  RevokeGrant: MethodDefinition<_envol_v1_RevokeGrantRequest, _envol_v1_RevokeGrantResponse, _envol_v1_RevokeGrantRequest__Output, _envol_v1_RevokeGrantResponse__Output>
  ScheduleKeyDeletion: MethodDefinition<_envol_v1_ScheduleKeyDeletionRequest, _envol_v1_ScheduleKeyDeletionResponse, _envol_v1_ScheduleKeyDeletionRequest__Output, _envol_v1_ScheduleKeyDeletionResponse__Output>
  UpdateAlias: MethodDefinition<_envol_v1_UpdateAliasRequest, _envol_v1_UpdateAliasResponse, _envol_v1_UpdateAliasRequest__Output, _envol_v1_UpdateAliasResponse__Output>
}
