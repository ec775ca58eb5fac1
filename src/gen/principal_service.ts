import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AccessKeyMetadata as _envol_v1_AccessKeyMetadata, AccessKeyMetadata__Output as _envol_v1_AccessKeyMetadata__Output } from './envol/v1/AccessKeyMetadata.ts';
import type { CreateAccessKeyRequest as _envol_v1_CreateAccessKeyRequest, CreateAccessKeyRequest__Output as _envol_v1_CreateAccessKeyRequest__Output } from './envol/v1/CreateAccessKeyRequest.ts';
import type { CreateAccessKeyResponse as _envol_v1_CreateAccessKeyResponse, CreateAccessKeyResponse__Output as _envol_v1_CreateAccessKeyResponse__Output } from './envol/v1/CreateAccessKeyResponse.ts';
import type { CreatePrincipalRequest as _envol_v1_CreatePrincipalRequest, CreatePrincipalRequest__Output as _envol_v1_CreatePrincipalRequest__Output } from './envol/v1/CreatePrincipalRequest.ts';
import type { CreatePrincipalResponse as _envol_v1_CreatePrincipalResponse, CreatePrincipalResponse__Output as _envol_v1_CreatePrincipalResponse__Output } from './envol/v1/CreatePrincipalResponse.ts';
import type { DeleteAccessKeyRequest as _envol_v1_DeleteAccessKeyRequest, DeleteAccessKeyRequest__Output as _envol_v1_DeleteAccessKeyRequest__Output } from './envol/v1/DeleteAccessKeyRequest.ts';
import type { DeleteAccessKeyResponse as _envol_v1_DeleteAccessKeyResponse, DeleteAccessKeyResponse__Output as _envol_v1_DeleteAccessKeyResponse__Output } from './envol/v1/DeleteAccessKeyResponse.ts';
import type { DeletePrincipalPolicyRequest as _envol_v1_DeletePrincipalPolicyRequest, DeletePrincipalPolicyRequest__Output as _envol_v1_DeletePrincipalPolicyRequest__Output } from './envol/v1/DeletePrincipalPolicyRequest.ts';
import type { DeletePrincipalPolicyResponse as _envol_v1_DeletePrincipalPolicyResponse, DeletePrincipalPolicyResponse__Output as _envol_v1_DeletePrincipalPolicyResponse__Output } from './envol/v1/DeletePrincipalPolicyResponse.ts';
import type { DeletePrincipalRequest as _envol_v1_DeletePrincipalRequest, DeletePrincipalRequest__Output as _envol_v1_DeletePrincipalRequest__Output } from './envol/v1/DeletePrincipalRequest.ts';
import type { DeletePrincipalResponse as _envol_v1_DeletePrincipalResponse, DeletePrincipalResponse__Output as _envol_v1_DeletePrincipalResponse__Output } from './envol/v1/DeletePrincipalResponse.ts';
import type { GetCallerIdentityRequest as _envol_v1_GetCallerIdentityRequest, GetCallerIdentityRequest__Output as _envol_v1_GetCallerIdentityRequest__Output } from './envol/v1/GetCallerIdentityRequest.ts';
import type { GetCallerIdentityResponse as _envol_v1_GetCallerIdentityResponse, GetCallerIdentityResponse__Output as _envol_v1_GetCallerIdentityResponse__Output } from './envol/v1/GetCallerIdentityResponse.ts';
import type { GetPrincipalRequest as _envol_v1_GetPrincipalRequest, GetPrincipalRequest__Output as _envol_v1_GetPrincipalRequest__Output } from './envol/v1/GetPrincipalRequest.ts';
import type { GetPrincipalResponse as _envol_v1_GetPrincipalResponse, GetPrincipalResponse__Output as _envol_v1_GetPrincipalResponse__Output } from './envol/v1/GetPrincipalResponse.ts';
import type { ListPrincipalsRequest as _envol_v1_ListPrincipalsRequest, ListPrincipalsRequest__Output as _envol_v1_ListPrincipalsRequest__Output } from './envol/v1/ListPrincipalsRequest.ts';
import type { ListPrincipalsResponse as _envol_v1_ListPrincipalsResponse, ListPrincipalsResponse__Output as _envol_v1_ListPrincipalsResponse__Output } from './envol/v1/ListPrincipalsResponse.ts';
import type { Principal as _envol_v1_Principal, Principal__Output as _envol_v1_Principal__Output } from './envol/v1/Principal.ts';
import type { PrincipalServiceClient as _envol_v1_PrincipalServiceClient, PrincipalServiceDefinition as _envol_v1_PrincipalServiceDefinition } from './envol/v1/PrincipalService.ts';
import type { PutPrincipalPolicyRequest as _envol_v1_PutPrincipalPolicyRequest, PutPrincipalPolicyRequest__Output as _envol_v1_PutPrincipalPolicyRequest__Output } from './envol/v1/PutPrincipalPolicyRequest.ts';
import type { PutPrincipalPolicyResponse as _envol_v1_PutPrincipalPolicyResponse, PutPrincipalPolicyResponse__Output as _envol_v1_PutPrincipalPolicyResponse__Output } from './envol/v1/PutPrincipalPolicyResponse.ts';
import type { UpdateAccessKeyRequest as _envol_v1_UpdateAccessKeyRequest, UpdateAccessKeyRequest__Output as _envol_v1_UpdateAccessKeyRequest__Output } from './envol/v1/UpdateAccessKeyRequest.ts';
import type { UpdateAccessKeyResponse as _envol_v1_UpdateAccessKeyResponse, UpdateAccessKeyResponse__Output as _envol_v1_UpdateAccessKeyResponse__Output } from './envol/v1/UpdateAccessKeyResponse.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  envol: {
    v1: {
      AccessKeyMetadata: MessageTypeDefinition<_envol_v1_AccessKeyMetadata, _envol_v1_AccessKeyMetadata__Output>
      CreateAccessKeyRequest: MessageTypeDefinition<_envol_v1_CreateAccessKeyRequest, _envol_v1_CreateAccessKeyRequest__Output>
      CreateAccessKeyResponse: MessageTypeDefinition<_envol_v1_CreateAccessKeyResponse, _envol_v1_CreateAccessKeyResponse__Output>
      CreatePrincipalRequest: MessageTypeDefinition<_envol_v1_CreatePrincipalRequest, _envol_v1_CreatePrincipalRequest__Output>
      CreatePrincipalResponse: MessageTypeDefinition<_envol_v1_CreatePrincipalResponse, _envol_v1_CreatePrincipalResponse__Output>
      DeleteAccessKeyRequest: MessageTypeDefinition<_envol_v1_DeleteAccessKeyRequest, _envol_v1_DeleteAccessKeyRequest__Output>
      DeleteAccessKeyResponse: MessageTypeDefinition<_envol_v1_DeleteAccessKeyResponse, _envol_v1_DeleteAccessKeyResponse__Output>
      DeletePrincipalPolicyRequest: MessageTypeDefinition<_envol_v1_DeletePrincipalPolicyRequest, _envol_v1_DeletePrincipalPolicyRequest__Output>
      DeletePrincipalPolicyResponse: MessageTypeDefinition<_envol_v1_DeletePrincipalPolicyResponse, _envol_v1_DeletePrincipalPolicyResponse__Output>
      DeletePrincipalRequest: MessageTypeDefinition<_envol_v1_DeletePrincipalRequest, _envol_v1_DeletePrincipalRequest__Output>
      DeletePrincipalResponse: MessageTypeDefinition<_envol_v1_DeletePrincipalResponse, _envol_v1_DeletePrincipalResponse__Output>
      GetCallerIdentityRequest: MessageTypeDefinition<_envol_v1_GetCallerIdentityRequest, _envol_v1_GetCallerIdentityRequest__Output>
      GetCallerIdentityResponse: MessageTypeDefinition<_envol_v1_GetCallerIdentityResponse, _envol_v1_GetCallerIdentityResponse__Output>
      GetPrincipalRequest: MessageTypeDefinition<_envol_v1_GetPrincipalRequest, _envol_v1_GetPrincipalRequest__Output>
      GetPrincipalResponse: MessageTypeDefinition<_envol_v1_GetPrincipalResponse, _envol_v1_GetPrincipalResponse__Output>
      ListPrincipalsRequest: MessageTypeDefinition<_envol_v1_ListPrincipalsRequest, _envol_v1_ListPrincipalsRequest__Output>
      ListPrincipalsResponse: MessageTypeDefinition<_envol_v1_ListPrincipalsResponse, _envol_v1_ListPrincipalsResponse__Output>
      Principal: MessageTypeDefinition<_envol_v1_Principal, _envol_v1_Principal__Output>
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
      PrincipalService: SubtypeConstructor<typeof grpc.Client, _envol_v1_PrincipalServiceClient> & { service: _envol_v1_PrincipalServiceDefinition }
      PutPrincipalPolicyRequest: MessageTypeDefinition<_envol_v1_PutPrincipalPolicyRequest, _envol_v1_PutPrincipalPolicyRequest__Output>
      PutPrincipalPolicyResponse: MessageTypeDefinition<_envol_v1_PutPrincipalPolicyResponse, _envol_v1_PutPrincipalPolicyResponse__Output>
      UpdateAccessKeyRequest: MessageTypeDefinition<_envol_v1_UpdateAccessKeyRequest, _envol_v1_UpdateAccessKeyRequest__Output>
      UpdateAccessKeyResponse: MessageTypeDefinition<_envol_v1_UpdateAccessKeyResponse, _envol_v1_UpdateAccessKeyResponse__Output>
    }
  }
}

