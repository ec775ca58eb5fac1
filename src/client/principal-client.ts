/** PrincipalService, as a client calls it. */

import type { CreateAccessKeyRequest } from "../gen/envol/v1/CreateAccessKeyRequest.ts";
import type { CreateAccessKeyResponse__Output as CreateAccessKeyResponse } from "../gen/envol/v1/CreateAccessKeyResponse.ts";
import type { CreatePrincipalRequest } from "../gen/envol/v1/CreatePrincipalRequest.ts";
import type { CreatePrincipalResponse__Output as CreatePrincipalResponse } from "../gen/envol/v1/CreatePrincipalResponse.ts";
import type { DeleteAccessKeyRequest } from "../gen/envol/v1/DeleteAccessKeyRequest.ts";
import type { DeleteAccessKeyResponse__Output as DeleteAccessKeyResponse } from "../gen/envol/v1/DeleteAccessKeyResponse.ts";
import type { DeletePrincipalPolicyRequest } from "../gen/envol/v1/DeletePrincipalPolicyRequest.ts";
import type { DeletePrincipalPolicyResponse__Output as DeletePrincipalPolicyResponse } from "../gen/envol/v1/DeletePrincipalPolicyResponse.ts";
import type { DeletePrincipalRequest } from "../gen/envol/v1/DeletePrincipalRequest.ts";
import type { DeletePrincipalResponse__Output as DeletePrincipalResponse } from "../gen/envol/v1/DeletePrincipalResponse.ts";
import type { GetCallerIdentityRequest } from "../gen/envol/v1/GetCallerIdentityRequest.ts";
import type { GetCallerIdentityResponse__Output as GetCallerIdentityResponse } from "../gen/envol/v1/GetCallerIdentityResponse.ts";
import type { GetPrincipalRequest } from "../gen/envol/v1/GetPrincipalRequest.ts";
import type { GetPrincipalResponse__Output as GetPrincipalResponse } from "../gen/envol/v1/GetPrincipalResponse.ts";
import type { ListPrincipalsRequest } from "../gen/envol/v1/ListPrincipalsRequest.ts";
import type { ListPrincipalsResponse__Output as ListPrincipalsResponse } from "../gen/envol/v1/ListPrincipalsResponse.ts";
import type { PutPrincipalPolicyRequest } from "../gen/envol/v1/PutPrincipalPolicyRequest.ts";
import type { PutPrincipalPolicyResponse__Output as PutPrincipalPolicyResponse } from "../gen/envol/v1/PutPrincipalPolicyResponse.ts";
import type { UpdateAccessKeyRequest } from "../gen/envol/v1/UpdateAccessKeyRequest.ts";
import type { UpdateAccessKeyResponse__Output as UpdateAccessKeyResponse } from "../gen/envol/v1/UpdateAccessKeyResponse.ts";
import { PRINCIPAL_SERVICE } from "../serve/grpc/load-protos.ts";
import type { Channel, UnaryCall } from "./channel.ts";

/** What each call does and refuses is said in proto/envol/v1/principal_service.proto. */
export interface PrincipalClient {
  readonly createPrincipal: UnaryCall<CreatePrincipalRequest, CreatePrincipalResponse>;
  readonly getPrincipal: UnaryCall<GetPrincipalRequest, GetPrincipalResponse>;
  readonly listPrincipals: UnaryCall<ListPrincipalsRequest, ListPrincipalsResponse>;
  readonly deletePrincipal: UnaryCall<DeletePrincipalRequest, DeletePrincipalResponse>;
  readonly putPrincipalPolicy: UnaryCall<PutPrincipalPolicyRequest, PutPrincipalPolicyResponse>;
  readonly deletePrincipalPolicy: UnaryCall<DeletePrincipalPolicyRequest, DeletePrincipalPolicyResponse>;
  readonly createAccessKey: UnaryCall<CreateAccessKeyRequest, CreateAccessKeyResponse>;
  readonly updateAccessKey: UnaryCall<UpdateAccessKeyRequest, UpdateAccessKeyResponse>;
  readonly deleteAccessKey: UnaryCall<DeleteAccessKeyRequest, DeleteAccessKeyResponse>;
  readonly getCallerIdentity: UnaryCall<GetCallerIdentityRequest, GetCallerIdentityResponse>;
}

export function principalClient(channel: Channel): PrincipalClient {
  return {
    createPrincipal: channel.unary(PRINCIPAL_SERVICE.CreatePrincipal),
    getPrincipal: channel.unary(PRINCIPAL_SERVICE.GetPrincipal),
    listPrincipals: channel.unary(PRINCIPAL_SERVICE.ListPrincipals),
    deletePrincipal: channel.unary(PRINCIPAL_SERVICE.DeletePrincipal),
    putPrincipalPolicy: channel.unary(PRINCIPAL_SERVICE.PutPrincipalPolicy),
    deletePrincipalPolicy: channel.unary(PRINCIPAL_SERVICE.DeletePrincipalPolicy),
    createAccessKey: channel.unary(PRINCIPAL_SERVICE.CreateAccessKey),
    updateAccessKey: channel.unary(PRINCIPAL_SERVICE.UpdateAccessKey),
    deleteAccessKey: channel.unary(PRINCIPAL_SERVICE.DeleteAccessKey),
    getCallerIdentity: channel.unary(PRINCIPAL_SERVICE.GetCallerIdentity),
  };
}
