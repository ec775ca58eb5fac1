// Original file: proto/envol/v1/principal_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CreateAccessKeyRequest as _envol_v1_CreateAccessKeyRequest, CreateAccessKeyRequest__Output as _envol_v1_CreateAccessKeyRequest__Output } from '../../envol/v1/CreateAccessKeyRequest.ts';
import type { CreateAccessKeyResponse as _envol_v1_CreateAccessKeyResponse, CreateAccessKeyResponse__Output as _envol_v1_CreateAccessKeyResponse__Output } from '../../envol/v1/CreateAccessKeyResponse.ts';
import type { CreatePrincipalRequest as _envol_v1_CreatePrincipalRequest, CreatePrincipalRequest__Output as _envol_v1_CreatePrincipalRequest__Output } from '../../envol/v1/CreatePrincipalRequest.ts';
import type { CreatePrincipalResponse as _envol_v1_CreatePrincipalResponse, CreatePrincipalResponse__Output as _envol_v1_CreatePrincipalResponse__Output } from '../../envol/v1/CreatePrincipalResponse.ts';
import type { DeleteAccessKeyRequest as _envol_v1_DeleteAccessKeyRequest, DeleteAccessKeyRequest__Output as _envol_v1_DeleteAccessKeyRequest__Output } from '../../envol/v1/DeleteAccessKeyRequest.ts';
import type { DeleteAccessKeyResponse as _envol_v1_DeleteAccessKeyResponse, DeleteAccessKeyResponse__Output as _envol_v1_DeleteAccessKeyResponse__Output } from '../../envol/v1/DeleteAccessKeyResponse.ts';
import type { DeletePrincipalPolicyRequest as _envol_v1_DeletePrincipalPolicyRequest, DeletePrincipalPolicyRequest__Output as _envol_v1_DeletePrincipalPolicyRequest__Output } from '../../envol/v1/DeletePrincipalPolicyRequest.ts';
import type { DeletePrincipalPolicyResponse as _envol_v1_DeletePrincipalPolicyResponse, DeletePrincipalPolicyResponse__Output as _envol_v1_DeletePrincipalPolicyResponse__Output } from '../../envol/v1/DeletePrincipalPolicyResponse.ts';
import type { DeletePrincipalRequest as _envol_v1_DeletePrincipalRequest, DeletePrincipalRequest__Output as _envol_v1_DeletePrincipalRequest__Output } from '../../envol/v1/DeletePrincipalRequest.ts';
import type { DeletePrincipalResponse as _envol_v1_DeletePrincipalResponse, DeletePrincipalResponse__Output as _envol_v1_DeletePrincipalResponse__Output } from '../../envol/v1/DeletePrincipalResponse.ts';
import type { GetCallerIdentityRequest as _envol_v1_GetCallerIdentityRequest, GetCallerIdentityRequest__Output as _envol_v1_GetCallerIdentityRequest__Output } from '../../envol/v1/GetCallerIdentityRequest.ts';
import type { GetCallerIdentityResponse as _envol_v1_GetCallerIdentityResponse, GetCallerIdentityResponse__Output as _envol_v1_GetCallerIdentityResponse__Output } from '../../envol/v1/GetCallerIdentityResponse.ts';
import type { GetPrincipalRequest as _envol_v1_GetPrincipalRequest, GetPrincipalRequest__Output as _envol_v1_GetPrincipalRequest__Output } from '../../envol/v1/GetPrincipalRequest.ts';
import type { GetPrincipalResponse as _envol_v1_GetPrincipalResponse, GetPrincipalResponse__Output as _envol_v1_GetPrincipalResponse__Output } from '../../envol/v1/GetPrincipalResponse.ts';
import type { ListPrincipalsRequest as _envol_v1_ListPrincipalsRequest, ListPrincipalsRequest__Output as _envol_v1_ListPrincipalsRequest__Output } from '../../envol/v1/ListPrincipalsRequest.ts';
import type { ListPrincipalsResponse as _envol_v1_ListPrincipalsResponse, ListPrincipalsResponse__Output as _envol_v1_ListPrincipalsResponse__Output } from '../../envol/v1/ListPrincipalsResponse.ts';
import type { PutPrincipalPolicyRequest as _envol_v1_PutPrincipalPolicyRequest, PutPrincipalPolicyRequest__Output as _envol_v1_PutPrincipalPolicyRequest__Output } from '../../envol/v1/PutPrincipalPolicyRequest.ts';
import type { PutPrincipalPolicyResponse as _envol_v1_PutPrincipalPolicyResponse, PutPrincipalPolicyResponse__Output as _envol_v1_PutPrincipalPolicyResponse__Output } from '../../envol/v1/PutPrincipalPolicyResponse.ts';
import type { UpdateAccessKeyRequest as _envol_v1_UpdateAccessKeyRequest, UpdateAccessKeyRequest__Output as _envol_v1_UpdateAccessKeyRequest__Output } from '../../envol/v1/UpdateAccessKeyRequest.ts';
import type { UpdateAccessKeyResponse as _envol_v1_UpdateAccessKeyResponse, UpdateAccessKeyResponse__Output as _envol_v1_UpdateAccessKeyResponse__Output } from '../../envol/v1/UpdateAccessKeyResponse.ts';

/**
 * Who may call: the root of the daemon's account, and IAM users and roles, with inline policies and access keys. What a
 * policy lets them do with keys is decided where a key is used. Names and rules follow the IAM API.
 * 
 * How a call is signed, in every service: by AWS Signature Version 4 in its metadata, as an HTTP request would be with
 * 
 * - the method POST, the path of the RPC (such as /envol.v1.KeyService/ListKeys), no query, and the host "envol";
 * - the signed headers host, x-amz-content-sha256, whose value is UNSIGNED-PAYLOAD, and x-amz-date;
 * - the service "envol", and any Region.
 * 
 * The metadata has authorization, x-amz-content-sha256 and x-amz-date. What else of it begins with x-amz- must be signed
 * too. A signature is good for its method alone, and for five minutes. Messages are not covered: where others can get at
 * the connection, it needs a transport that keeps them out.
 * 
 * A call that is signed with an access key which the daemon knows is its principal's. Any other, unsigned or signed with a
 * key that is not known, is the account root's; a daemon that requires signatures (--auth required) refuses it.
 * 
 * The principals may be seen and changed by the account root alone, except for GetCallerIdentity.
 * How refusals look, and which ones any call may give, is said at VolumeService.
 */
export interface PrincipalServiceClient extends grpc.Client {
  /**
   * Makes an access key, active. This is the only answer with its secret.
   * 
   * Condition                           Reason               gRPC code           What to do
   * principal is absent                 MISSING_ARGUMENT     INVALID_ARGUMENT    Give it.
   * No such principal                   PRINCIPAL_NOT_FOUND  NOT_FOUND           List the principals.
   * It has 2 access keys                IAM_LIMIT_EXCEEDED   RESOURCE_EXHAUSTED  Delete one.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED   Call as the account root.
   */
  CreateAccessKey(argument: _envol_v1_CreateAccessKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateAccessKey(argument: _envol_v1_CreateAccessKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateAccessKey(argument: _envol_v1_CreateAccessKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateAccessKey(argument: _envol_v1_CreateAccessKeyRequest, callback: grpc.requestCallback<_envol_v1_CreateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes an access key, active. This is the only answer with its secret.
   * 
   * Condition                           Reason               gRPC code           What to do
   * principal is absent                 MISSING_ARGUMENT     INVALID_ARGUMENT    Give it.
   * No such principal                   PRINCIPAL_NOT_FOUND  NOT_FOUND           List the principals.
   * It has 2 access keys                IAM_LIMIT_EXCEEDED   RESOURCE_EXHAUSTED  Delete one.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED   Call as the account root.
   */
  createAccessKey(argument: _envol_v1_CreateAccessKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  createAccessKey(argument: _envol_v1_CreateAccessKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  createAccessKey(argument: _envol_v1_CreateAccessKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  createAccessKey(argument: _envol_v1_CreateAccessKeyRequest, callback: grpc.requestCallback<_envol_v1_CreateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes a user or a role of the daemon's account, without policies and access keys.
   * 
   * Condition                                         Reason              gRPC code           What to do
   * kind is not user or role                          IAM_VALIDATION      INVALID_ARGUMENT    Give one of these.
   * name is not 1 to 64 letters, digits and +=,.@-_   IAM_VALIDATION      INVALID_ARGUMENT    Correct it.
   * There is one of this kind and name                PRINCIPAL_EXISTS    ALREADY_EXISTS      Choose another name.
   * There are 10,000 principals                       IAM_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Delete some.
   * The caller is not the account root                ACCESS_DENIED       PERMISSION_DENIED   Call as the account root.
   */
  CreatePrincipal(argument: _envol_v1_CreatePrincipalRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreatePrincipalResponse__Output>): grpc.ClientUnaryCall;
  CreatePrincipal(argument: _envol_v1_CreatePrincipalRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreatePrincipalResponse__Output>): grpc.ClientUnaryCall;
  CreatePrincipal(argument: _envol_v1_CreatePrincipalRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreatePrincipalResponse__Output>): grpc.ClientUnaryCall;
  CreatePrincipal(argument: _envol_v1_CreatePrincipalRequest, callback: grpc.requestCallback<_envol_v1_CreatePrincipalResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes a user or a role of the daemon's account, without policies and access keys.
   * 
   * Condition                                         Reason              gRPC code           What to do
   * kind is not user or role                          IAM_VALIDATION      INVALID_ARGUMENT    Give one of these.
   * name is not 1 to 64 letters, digits and +=,.@-_   IAM_VALIDATION      INVALID_ARGUMENT    Correct it.
   * There is one of this kind and name                PRINCIPAL_EXISTS    ALREADY_EXISTS      Choose another name.
   * There are 10,000 principals                       IAM_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Delete some.
   * The caller is not the account root                ACCESS_DENIED       PERMISSION_DENIED   Call as the account root.
   */
  createPrincipal(argument: _envol_v1_CreatePrincipalRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreatePrincipalResponse__Output>): grpc.ClientUnaryCall;
  createPrincipal(argument: _envol_v1_CreatePrincipalRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_CreatePrincipalResponse__Output>): grpc.ClientUnaryCall;
  createPrincipal(argument: _envol_v1_CreatePrincipalRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_CreatePrincipalResponse__Output>): grpc.ClientUnaryCall;
  createPrincipal(argument: _envol_v1_CreatePrincipalRequest, callback: grpc.requestCallback<_envol_v1_CreatePrincipalResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Deletes an access key.
   * 
   * Condition                           Reason               gRPC code          What to do
   * access_key_id is absent             MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * No such access key                  PRINCIPAL_NOT_FOUND  NOT_FOUND          Describe the principal.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  DeleteAccessKey(argument: _envol_v1_DeleteAccessKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  DeleteAccessKey(argument: _envol_v1_DeleteAccessKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeleteAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  DeleteAccessKey(argument: _envol_v1_DeleteAccessKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  DeleteAccessKey(argument: _envol_v1_DeleteAccessKeyRequest, callback: grpc.requestCallback<_envol_v1_DeleteAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Deletes an access key.
   * 
   * Condition                           Reason               gRPC code          What to do
   * access_key_id is absent             MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * No such access key                  PRINCIPAL_NOT_FOUND  NOT_FOUND          Describe the principal.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  deleteAccessKey(argument: _envol_v1_DeleteAccessKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  deleteAccessKey(argument: _envol_v1_DeleteAccessKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeleteAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  deleteAccessKey(argument: _envol_v1_DeleteAccessKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeleteAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  deleteAccessKey(argument: _envol_v1_DeleteAccessKeyRequest, callback: grpc.requestCallback<_envol_v1_DeleteAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Deletes a user or a role, and with it its policies and access keys.
   * 
   * Condition                           Reason               gRPC code          What to do
   * principal is absent                 MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * principal is the account root       IAM_VALIDATION       INVALID_ARGUMENT   It stays.
   * No such principal                   PRINCIPAL_NOT_FOUND  NOT_FOUND          List the principals.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  DeletePrincipal(argument: _envol_v1_DeletePrincipalRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeletePrincipalResponse__Output>): grpc.ClientUnaryCall;
  DeletePrincipal(argument: _envol_v1_DeletePrincipalRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeletePrincipalResponse__Output>): grpc.ClientUnaryCall;
  DeletePrincipal(argument: _envol_v1_DeletePrincipalRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeletePrincipalResponse__Output>): grpc.ClientUnaryCall;
  DeletePrincipal(argument: _envol_v1_DeletePrincipalRequest, callback: grpc.requestCallback<_envol_v1_DeletePrincipalResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Deletes a user or a role, and with it its policies and access keys.
   * 
   * Condition                           Reason               gRPC code          What to do
   * principal is absent                 MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * principal is the account root       IAM_VALIDATION       INVALID_ARGUMENT   It stays.
   * No such principal                   PRINCIPAL_NOT_FOUND  NOT_FOUND          List the principals.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  deletePrincipal(argument: _envol_v1_DeletePrincipalRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeletePrincipalResponse__Output>): grpc.ClientUnaryCall;
  deletePrincipal(argument: _envol_v1_DeletePrincipalRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeletePrincipalResponse__Output>): grpc.ClientUnaryCall;
  deletePrincipal(argument: _envol_v1_DeletePrincipalRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeletePrincipalResponse__Output>): grpc.ClientUnaryCall;
  deletePrincipal(argument: _envol_v1_DeletePrincipalRequest, callback: grpc.requestCallback<_envol_v1_DeletePrincipalResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Takes an inline policy away.
   * 
   * Condition                           Reason               gRPC code          What to do
   * principal is absent                 MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * No such principal                   PRINCIPAL_NOT_FOUND  NOT_FOUND          List the principals.
   * It has no policy of this name       PRINCIPAL_NOT_FOUND  NOT_FOUND          Describe the principal.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  DeletePrincipalPolicy(argument: _envol_v1_DeletePrincipalPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeletePrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  DeletePrincipalPolicy(argument: _envol_v1_DeletePrincipalPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeletePrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  DeletePrincipalPolicy(argument: _envol_v1_DeletePrincipalPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeletePrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  DeletePrincipalPolicy(argument: _envol_v1_DeletePrincipalPolicyRequest, callback: grpc.requestCallback<_envol_v1_DeletePrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Takes an inline policy away.
   * 
   * Condition                           Reason               gRPC code          What to do
   * principal is absent                 MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * No such principal                   PRINCIPAL_NOT_FOUND  NOT_FOUND          List the principals.
   * It has no policy of this name       PRINCIPAL_NOT_FOUND  NOT_FOUND          Describe the principal.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  deletePrincipalPolicy(argument: _envol_v1_DeletePrincipalPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeletePrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  deletePrincipalPolicy(argument: _envol_v1_DeletePrincipalPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_DeletePrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  deletePrincipalPolicy(argument: _envol_v1_DeletePrincipalPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_DeletePrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  deletePrincipalPolicy(argument: _envol_v1_DeletePrincipalPolicyRequest, callback: grpc.requestCallback<_envol_v1_DeletePrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Says who calls, as the daemon takes it: also to principals of other accounts, and without any permission. What this call
   * is refused for, any call is.
   * 
   * Condition                                           Reason            gRPC code        What to do
   * The call is not signed, and must be                 AUTH_MISSING      UNAUTHENTICATED  Sign it.
   * The access key is not known, and must be            AUTH_UNKNOWN_KEY  UNAUTHENTICATED  Use one that is.
   * The signature lacks a part, or one is malformed     AUTH_INCOMPLETE   UNAUTHENTICATED  Correct what is named.
   * The signature is of something else or another time  AUTH_SIGNATURE    UNAUTHENTICATED  Check the secret and the clock.
   */
  GetCallerIdentity(argument: _envol_v1_GetCallerIdentityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetCallerIdentityResponse__Output>): grpc.ClientUnaryCall;
  GetCallerIdentity(argument: _envol_v1_GetCallerIdentityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetCallerIdentityResponse__Output>): grpc.ClientUnaryCall;
  GetCallerIdentity(argument: _envol_v1_GetCallerIdentityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetCallerIdentityResponse__Output>): grpc.ClientUnaryCall;
  GetCallerIdentity(argument: _envol_v1_GetCallerIdentityRequest, callback: grpc.requestCallback<_envol_v1_GetCallerIdentityResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Says who calls, as the daemon takes it: also to principals of other accounts, and without any permission. What this call
   * is refused for, any call is.
   * 
   * Condition                                           Reason            gRPC code        What to do
   * The call is not signed, and must be                 AUTH_MISSING      UNAUTHENTICATED  Sign it.
   * The access key is not known, and must be            AUTH_UNKNOWN_KEY  UNAUTHENTICATED  Use one that is.
   * The signature lacks a part, or one is malformed     AUTH_INCOMPLETE   UNAUTHENTICATED  Correct what is named.
   * The signature is of something else or another time  AUTH_SIGNATURE    UNAUTHENTICATED  Check the secret and the clock.
   */
  getCallerIdentity(argument: _envol_v1_GetCallerIdentityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetCallerIdentityResponse__Output>): grpc.ClientUnaryCall;
  getCallerIdentity(argument: _envol_v1_GetCallerIdentityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetCallerIdentityResponse__Output>): grpc.ClientUnaryCall;
  getCallerIdentity(argument: _envol_v1_GetCallerIdentityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetCallerIdentityResponse__Output>): grpc.ClientUnaryCall;
  getCallerIdentity(argument: _envol_v1_GetCallerIdentityRequest, callback: grpc.requestCallback<_envol_v1_GetCallerIdentityResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Describes a principal, without the secrets of its access keys.
   * 
   * Condition                           Reason               gRPC code          What to do
   * principal is absent                 MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * No such principal                   PRINCIPAL_NOT_FOUND  NOT_FOUND          List the principals.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  GetPrincipal(argument: _envol_v1_GetPrincipalRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetPrincipalResponse__Output>): grpc.ClientUnaryCall;
  GetPrincipal(argument: _envol_v1_GetPrincipalRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetPrincipalResponse__Output>): grpc.ClientUnaryCall;
  GetPrincipal(argument: _envol_v1_GetPrincipalRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetPrincipalResponse__Output>): grpc.ClientUnaryCall;
  GetPrincipal(argument: _envol_v1_GetPrincipalRequest, callback: grpc.requestCallback<_envol_v1_GetPrincipalResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Describes a principal, without the secrets of its access keys.
   * 
   * Condition                           Reason               gRPC code          What to do
   * principal is absent                 MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * No such principal                   PRINCIPAL_NOT_FOUND  NOT_FOUND          List the principals.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  getPrincipal(argument: _envol_v1_GetPrincipalRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetPrincipalResponse__Output>): grpc.ClientUnaryCall;
  getPrincipal(argument: _envol_v1_GetPrincipalRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetPrincipalResponse__Output>): grpc.ClientUnaryCall;
  getPrincipal(argument: _envol_v1_GetPrincipalRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetPrincipalResponse__Output>): grpc.ClientUnaryCall;
  getPrincipal(argument: _envol_v1_GetPrincipalRequest, callback: grpc.requestCallback<_envol_v1_GetPrincipalResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists the principals in order of their ARNs, the account root and those of other accounts among them.
   * 
   * Condition                           Reason         gRPC code          What to do
   * The caller is not the account root  ACCESS_DENIED  PERMISSION_DENIED  Call as the account root.
   */
  ListPrincipals(argument: _envol_v1_ListPrincipalsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListPrincipalsResponse__Output>): grpc.ClientUnaryCall;
  ListPrincipals(argument: _envol_v1_ListPrincipalsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListPrincipalsResponse__Output>): grpc.ClientUnaryCall;
  ListPrincipals(argument: _envol_v1_ListPrincipalsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListPrincipalsResponse__Output>): grpc.ClientUnaryCall;
  ListPrincipals(argument: _envol_v1_ListPrincipalsRequest, callback: grpc.requestCallback<_envol_v1_ListPrincipalsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists the principals in order of their ARNs, the account root and those of other accounts among them.
   * 
   * Condition                           Reason         gRPC code          What to do
   * The caller is not the account root  ACCESS_DENIED  PERMISSION_DENIED  Call as the account root.
   */
  listPrincipals(argument: _envol_v1_ListPrincipalsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListPrincipalsResponse__Output>): grpc.ClientUnaryCall;
  listPrincipals(argument: _envol_v1_ListPrincipalsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListPrincipalsResponse__Output>): grpc.ClientUnaryCall;
  listPrincipals(argument: _envol_v1_ListPrincipalsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListPrincipalsResponse__Output>): grpc.ClientUnaryCall;
  listPrincipals(argument: _envol_v1_ListPrincipalsRequest, callback: grpc.requestCallback<_envol_v1_ListPrincipalsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Gives a user or a role an inline policy, in the place of the one of that name if there is one.
   * 
   * Condition                                               Reason               gRPC code           What to do
   * principal is absent                                     MISSING_ARGUMENT     INVALID_ARGUMENT    Give it.
   * principal is the account root                           IAM_VALIDATION       INVALID_ARGUMENT    It may do everything.
   * No such principal                                       PRINCIPAL_NOT_FOUND  NOT_FOUND           List the principals.
   * policy_name is not 1 to 128 such characters as in name  IAM_VALIDATION       INVALID_ARGUMENT    Correct it.
   * document is no identity policy                          POLICY_INVALID       INVALID_ARGUMENT    Correct what is named.
   * Its policies are too long together                      IAM_LIMIT_EXCEEDED   RESOURCE_EXHAUSTED  Shorten them.
   * The caller is not the account root                      ACCESS_DENIED        PERMISSION_DENIED   Call as the account root.
   */
  PutPrincipalPolicy(argument: _envol_v1_PutPrincipalPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PutPrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  PutPrincipalPolicy(argument: _envol_v1_PutPrincipalPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_PutPrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  PutPrincipalPolicy(argument: _envol_v1_PutPrincipalPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PutPrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  PutPrincipalPolicy(argument: _envol_v1_PutPrincipalPolicyRequest, callback: grpc.requestCallback<_envol_v1_PutPrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Gives a user or a role an inline policy, in the place of the one of that name if there is one.
   * 
   * Condition                                               Reason               gRPC code           What to do
   * principal is absent                                     MISSING_ARGUMENT     INVALID_ARGUMENT    Give it.
   * principal is the account root                           IAM_VALIDATION       INVALID_ARGUMENT    It may do everything.
   * No such principal                                       PRINCIPAL_NOT_FOUND  NOT_FOUND           List the principals.
   * policy_name is not 1 to 128 such characters as in name  IAM_VALIDATION       INVALID_ARGUMENT    Correct it.
   * document is no identity policy                          POLICY_INVALID       INVALID_ARGUMENT    Correct what is named.
   * Its policies are too long together                      IAM_LIMIT_EXCEEDED   RESOURCE_EXHAUSTED  Shorten them.
   * The caller is not the account root                      ACCESS_DENIED        PERMISSION_DENIED   Call as the account root.
   */
  putPrincipalPolicy(argument: _envol_v1_PutPrincipalPolicyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PutPrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  putPrincipalPolicy(argument: _envol_v1_PutPrincipalPolicyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_PutPrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  putPrincipalPolicy(argument: _envol_v1_PutPrincipalPolicyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_PutPrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  putPrincipalPolicy(argument: _envol_v1_PutPrincipalPolicyRequest, callback: grpc.requestCallback<_envol_v1_PutPrincipalPolicyResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes an access key inactive, or active again. The daemon does not know an inactive one.
   * 
   * Condition                           Reason               gRPC code          What to do
   * access_key_id is absent             MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * status is not Active or Inactive    IAM_VALIDATION       INVALID_ARGUMENT   Give one of these.
   * No such access key                  PRINCIPAL_NOT_FOUND  NOT_FOUND          Describe the principal.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  UpdateAccessKey(argument: _envol_v1_UpdateAccessKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  UpdateAccessKey(argument: _envol_v1_UpdateAccessKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_UpdateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  UpdateAccessKey(argument: _envol_v1_UpdateAccessKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  UpdateAccessKey(argument: _envol_v1_UpdateAccessKeyRequest, callback: grpc.requestCallback<_envol_v1_UpdateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes an access key inactive, or active again. The daemon does not know an inactive one.
   * 
   * Condition                           Reason               gRPC code          What to do
   * access_key_id is absent             MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * status is not Active or Inactive    IAM_VALIDATION       INVALID_ARGUMENT   Give one of these.
   * No such access key                  PRINCIPAL_NOT_FOUND  NOT_FOUND          Describe the principal.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  updateAccessKey(argument: _envol_v1_UpdateAccessKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  updateAccessKey(argument: _envol_v1_UpdateAccessKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_UpdateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  updateAccessKey(argument: _envol_v1_UpdateAccessKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_UpdateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  updateAccessKey(argument: _envol_v1_UpdateAccessKeyRequest, callback: grpc.requestCallback<_envol_v1_UpdateAccessKeyResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Who may call: the root of the daemon's account, and IAM users and roles, with inline policies and access keys. What a
 * policy lets them do with keys is decided where a key is used. Names and rules follow the IAM API.
 * 
 * How a call is signed, in every service: by AWS Signature Version 4 in its metadata, as an HTTP request would be with
 * 
 * - the method POST, the path of the RPC (such as /envol.v1.KeyService/ListKeys), no query, and the host "envol";
 * - the signed headers host, x-amz-content-sha256, whose value is UNSIGNED-PAYLOAD, and x-amz-date;
 * - the service "envol", and any Region.
 * 
 * The metadata has authorization, x-amz-content-sha256 and x-amz-date. What else of it begins with x-amz- must be signed
 * too. A signature is good for its method alone, and for five minutes. Messages are not covered: where others can get at
 * the connection, it needs a transport that keeps them out.
 * 
 * A call that is signed with an access key which the daemon knows is its principal's. Any other, unsigned or signed with a
 * key that is not known, is the account root's; a daemon that requires signatures (--auth required) refuses it.
 * 
 * The principals may be seen and changed by the account root alone, except for GetCallerIdentity.
 * How refusals look, and which ones any call may give, is said at VolumeService.
 */
export interface PrincipalServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Makes an access key, active. This is the only answer with its secret.
   * 
   * Condition                           Reason               gRPC code           What to do
   * principal is absent                 MISSING_ARGUMENT     INVALID_ARGUMENT    Give it.
   * No such principal                   PRINCIPAL_NOT_FOUND  NOT_FOUND           List the principals.
   * It has 2 access keys                IAM_LIMIT_EXCEEDED   RESOURCE_EXHAUSTED  Delete one.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED   Call as the account root.
   */
  CreateAccessKey: grpc.handleUnaryCall<_envol_v1_CreateAccessKeyRequest__Output, _envol_v1_CreateAccessKeyResponse>;
  
  /**
   * Makes a user or a role of the daemon's account, without policies and access keys.
   * 
   * Condition                                         Reason              gRPC code           What to do
   * kind is not user or role                          IAM_VALIDATION      INVALID_ARGUMENT    Give one of these.
   * name is not 1 to 64 letters, digits and +=,.@-_   IAM_VALIDATION      INVALID_ARGUMENT    Correct it.
   * There is one of this kind and name                PRINCIPAL_EXISTS    ALREADY_EXISTS      Choose another name.
   * There are 10,000 principals                       IAM_LIMIT_EXCEEDED  RESOURCE_EXHAUSTED  Delete some.
   * The caller is not the account root                ACCESS_DENIED       PERMISSION_DENIED   Call as the account root.
   */
  CreatePrincipal: grpc.handleUnaryCall<_envol_v1_CreatePrincipalRequest__Output, _envol_v1_CreatePrincipalResponse>;
  
  /**
   * Deletes an access key.
   * 
   * Condition                           Reason               gRPC code          What to do
   * access_key_id is absent             MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * No such access key                  PRINCIPAL_NOT_FOUND  NOT_FOUND          Describe the principal.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  DeleteAccessKey: grpc.handleUnaryCall<_envol_v1_DeleteAccessKeyRequest__Output, _envol_v1_DeleteAccessKeyResponse>;
  
  /**
   * Deletes a user or a role, and with it its policies and access keys.
   * 
   * Condition                           Reason               gRPC code          What to do
   * principal is absent                 MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * principal is the account root       IAM_VALIDATION       INVALID_ARGUMENT   It stays.
   * No such principal                   PRINCIPAL_NOT_FOUND  NOT_FOUND          List the principals.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  DeletePrincipal: grpc.handleUnaryCall<_envol_v1_DeletePrincipalRequest__Output, _envol_v1_DeletePrincipalResponse>;
  
  /**
   * Takes an inline policy away.
   * 
   * Condition                           Reason               gRPC code          What to do
   * principal is absent                 MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * No such principal                   PRINCIPAL_NOT_FOUND  NOT_FOUND          List the principals.
   * It has no policy of this name       PRINCIPAL_NOT_FOUND  NOT_FOUND          Describe the principal.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  DeletePrincipalPolicy: grpc.handleUnaryCall<_envol_v1_DeletePrincipalPolicyRequest__Output, _envol_v1_DeletePrincipalPolicyResponse>;
  
  /**
   * Says who calls, as the daemon takes it: also to principals of other accounts, and without any permission. What this call
   * is refused for, any call is.
   * 
   * Condition                                           Reason            gRPC code        What to do
   * The call is not signed, and must be                 AUTH_MISSING      UNAUTHENTICATED  Sign it.
   * The access key is not known, and must be            AUTH_UNKNOWN_KEY  UNAUTHENTICATED  Use one that is.
   * The signature lacks a part, or one is malformed     AUTH_INCOMPLETE   UNAUTHENTICATED  Correct what is named.
   * The signature is of something else or another time  AUTH_SIGNATURE    UNAUTHENTICATED  Check the secret and the clock.
   */
  GetCallerIdentity: grpc.handleUnaryCall<_envol_v1_GetCallerIdentityRequest__Output, _envol_v1_GetCallerIdentityResponse>;
  
  /**
   * Describes a principal, without the secrets of its access keys.
   * 
   * Condition                           Reason               gRPC code          What to do
   * principal is absent                 MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * No such principal                   PRINCIPAL_NOT_FOUND  NOT_FOUND          List the principals.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  GetPrincipal: grpc.handleUnaryCall<_envol_v1_GetPrincipalRequest__Output, _envol_v1_GetPrincipalResponse>;
  
  /**
   * Lists the principals in order of their ARNs, the account root and those of other accounts among them.
   * 
   * Condition                           Reason         gRPC code          What to do
   * The caller is not the account root  ACCESS_DENIED  PERMISSION_DENIED  Call as the account root.
   */
  ListPrincipals: grpc.handleUnaryCall<_envol_v1_ListPrincipalsRequest__Output, _envol_v1_ListPrincipalsResponse>;
  
  /**
   * Gives a user or a role an inline policy, in the place of the one of that name if there is one.
   * 
   * Condition                                               Reason               gRPC code           What to do
   * principal is absent                                     MISSING_ARGUMENT     INVALID_ARGUMENT    Give it.
   * principal is the account root                           IAM_VALIDATION       INVALID_ARGUMENT    It may do everything.
   * No such principal                                       PRINCIPAL_NOT_FOUND  NOT_FOUND           List the principals.
   * policy_name is not 1 to 128 such characters as in name  IAM_VALIDATION       INVALID_ARGUMENT    Correct it.
   * document is no identity policy                          POLICY_INVALID       INVALID_ARGUMENT    Correct what is named.
   * Its policies are too long together                      IAM_LIMIT_EXCEEDED   RESOURCE_EXHAUSTED  Shorten them.
   * The caller is not the account root                      ACCESS_DENIED        PERMISSION_DENIED   Call as the account root.
   */
  PutPrincipalPolicy: grpc.handleUnaryCall<_envol_v1_PutPrincipalPolicyRequest__Output, _envol_v1_PutPrincipalPolicyResponse>;
  
  /**
   * Makes an access key inactive, or active again. The daemon does not know an inactive one.
   * 
   * Condition                           Reason               gRPC code          What to do
   * access_key_id is absent             MISSING_ARGUMENT     INVALID_ARGUMENT   Give it.
   * status is not Active or Inactive    IAM_VALIDATION       INVALID_ARGUMENT   Give one of these.
   * No such access key                  PRINCIPAL_NOT_FOUND  NOT_FOUND          Describe the principal.
   * The caller is not the account root  ACCESS_DENIED        PERMISSION_DENIED  Call as the account root.
   */
  UpdateAccessKey: grpc.handleUnaryCall<_envol_v1_UpdateAccessKeyRequest__Output, _envol_v1_UpdateAccessKeyResponse>;
  
}

export interface PrincipalServiceDefinition extends grpc.ServiceDefinition {
  CreateAccessKey: MethodDefinition<_envol_v1_CreateAccessKeyRequest, _envol_v1_CreateAccessKeyResponse, _envol_v1_CreateAccessKeyRequest__Output, _envol_v1_CreateAccessKeyResponse__Output>
  CreatePrincipal: MethodDefinition<_envol_v1_CreatePrincipalRequest, _envol_v1_CreatePrincipalResponse, _envol_v1_CreatePrincipalRequest__Output, _envol_v1_CreatePrincipalResponse__Output>
  DeleteAccessKey: MethodDefinition<_envol_v1_DeleteAccessKeyRequest, _envol_v1_DeleteAccessKeyResponse, _envol_v1_DeleteAccessKeyRequest__Output, _envol_v1_DeleteAccessKeyResponse__Output>
  DeletePrincipal: MethodDefinition<_envol_v1_DeletePrincipalRequest, _envol_v1_DeletePrincipalResponse, _envol_v1_DeletePrincipalRequest__Output, _envol_v1_DeletePrincipalResponse__Output>
  DeletePrincipalPolicy: MethodDefinition<_envol_v1_DeletePrincipalPolicyRequest, _envol_v1_DeletePrincipalPolicyResponse, _envol_v1_DeletePrincipalPolicyRequest__Output, _envol_v1_DeletePrincipalPolicyResponse__Output>
  GetCallerIdentity: MethodDefinition<_envol_v1_GetCallerIdentityRequest, _envol_v1_GetCallerIdentityResponse, _envol_v1_GetCallerIdentityRequest__Output, _envol_v1_GetCallerIdentityResponse__Output>
  GetPrincipal: MethodDefinition<_envol_v1_GetPrincipalRequest, _envol_v1_GetPrincipalResponse, _envol_v1_GetPrincipalRequest__Output, _envol_v1_GetPrincipalResponse__Output>
  ListPrincipals: MethodDefinition<_envol_v1_ListPrincipalsRequest, _envol_v1_ListPrincipalsResponse, _envol_v1_ListPrincipalsRequest__Output, _envol_v1_ListPrincipalsResponse__Output>
  PutPrincipalPolicy: MethodDefinition<_envol_v1_PutPrincipalPolicyRequest, _envol_v1_PutPrincipalPolicyResponse, _envol_v1_PutPrincipalPolicyRequest__Output, _envol_v1_PutPrincipalPolicyResponse__Output>
  UpdateAccessKey: MethodDefinition<_envol_v1_UpdateAccessKeyRequest, _envol_v1_UpdateAccessKeyResponse, _envol_v1_UpdateAccessKeyRequest__Output, _envol_v1_UpdateAccessKeyResponse__Output>
}
