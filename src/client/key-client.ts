/** KeyService, as a client calls it. */

import type { CancelKeyDeletionRequest } from "../gen/envol/v1/CancelKeyDeletionRequest.ts";
import type { CancelKeyDeletionResponse__Output as CancelKeyDeletionResponse } from "../gen/envol/v1/CancelKeyDeletionResponse.ts";
import type { CreateAliasRequest } from "../gen/envol/v1/CreateAliasRequest.ts";
import type { CreateAliasResponse__Output as CreateAliasResponse } from "../gen/envol/v1/CreateAliasResponse.ts";
import type { CreateKeyRequest } from "../gen/envol/v1/CreateKeyRequest.ts";
import type { CreateKeyResponse__Output as CreateKeyResponse } from "../gen/envol/v1/CreateKeyResponse.ts";
import type { DecryptRequest } from "../gen/envol/v1/DecryptRequest.ts";
import type { DecryptResponse__Output as DecryptResponse } from "../gen/envol/v1/DecryptResponse.ts";
import type { DeleteAliasRequest } from "../gen/envol/v1/DeleteAliasRequest.ts";
import type { DeleteAliasResponse__Output as DeleteAliasResponse } from "../gen/envol/v1/DeleteAliasResponse.ts";
import type { DescribeKeyRequest } from "../gen/envol/v1/DescribeKeyRequest.ts";
import type { DescribeKeyResponse__Output as DescribeKeyResponse } from "../gen/envol/v1/DescribeKeyResponse.ts";
import type { DisableKeyRequest } from "../gen/envol/v1/DisableKeyRequest.ts";
import type { DisableKeyResponse__Output as DisableKeyResponse } from "../gen/envol/v1/DisableKeyResponse.ts";
import type { EnableKeyRequest } from "../gen/envol/v1/EnableKeyRequest.ts";
import type { EnableKeyResponse__Output as EnableKeyResponse } from "../gen/envol/v1/EnableKeyResponse.ts";
import type { EncryptRequest } from "../gen/envol/v1/EncryptRequest.ts";
import type { EncryptResponse__Output as EncryptResponse } from "../gen/envol/v1/EncryptResponse.ts";
import type { GenerateDataKeyRequest } from "../gen/envol/v1/GenerateDataKeyRequest.ts";
import type { GenerateDataKeyResponse__Output as GenerateDataKeyResponse } from "../gen/envol/v1/GenerateDataKeyResponse.ts";
import type { GenerateDataKeyWithoutPlaintextRequest } from "../gen/envol/v1/GenerateDataKeyWithoutPlaintextRequest.ts";
import type { GenerateDataKeyWithoutPlaintextResponse__Output as GenerateDataKeyWithoutPlaintextResponse } from "../gen/envol/v1/GenerateDataKeyWithoutPlaintextResponse.ts";
import type { ListAliasesRequest } from "../gen/envol/v1/ListAliasesRequest.ts";
import type { ListAliasesResponse__Output as ListAliasesResponse } from "../gen/envol/v1/ListAliasesResponse.ts";
import type { ListGrantsRequest } from "../gen/envol/v1/ListGrantsRequest.ts";
import type { ListGrantsResponse__Output as ListGrantsResponse } from "../gen/envol/v1/ListGrantsResponse.ts";
import type { ListKeysRequest } from "../gen/envol/v1/ListKeysRequest.ts";
import type { ListKeysResponse__Output as ListKeysResponse } from "../gen/envol/v1/ListKeysResponse.ts";
import type { ReEncryptRequest } from "../gen/envol/v1/ReEncryptRequest.ts";
import type { ReEncryptResponse__Output as ReEncryptResponse } from "../gen/envol/v1/ReEncryptResponse.ts";
import type { RevokeGrantRequest } from "../gen/envol/v1/RevokeGrantRequest.ts";
import type { RevokeGrantResponse__Output as RevokeGrantResponse } from "../gen/envol/v1/RevokeGrantResponse.ts";
import type { ScheduleKeyDeletionRequest } from "../gen/envol/v1/ScheduleKeyDeletionRequest.ts";
import type { ScheduleKeyDeletionResponse__Output as ScheduleKeyDeletionResponse } from "../gen/envol/v1/ScheduleKeyDeletionResponse.ts";
import type { UpdateAliasRequest } from "../gen/envol/v1/UpdateAliasRequest.ts";
import type { UpdateAliasResponse__Output as UpdateAliasResponse } from "../gen/envol/v1/UpdateAliasResponse.ts";
import { KEY_SERVICE } from "../serve/grpc/load-protos.ts";
import type { Channel, UnaryCall } from "./channel.ts";

/** What each call does and refuses is said in proto/envol/v1/key_service.proto. */
export interface KeyClient {
  readonly createKey: UnaryCall<CreateKeyRequest, CreateKeyResponse>;
  readonly describeKey: UnaryCall<DescribeKeyRequest, DescribeKeyResponse>;
  readonly listKeys: UnaryCall<ListKeysRequest, ListKeysResponse>;
  readonly enableKey: UnaryCall<EnableKeyRequest, EnableKeyResponse>;
  readonly disableKey: UnaryCall<DisableKeyRequest, DisableKeyResponse>;
  readonly scheduleKeyDeletion: UnaryCall<ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse>;
  readonly cancelKeyDeletion: UnaryCall<CancelKeyDeletionRequest, CancelKeyDeletionResponse>;
  readonly createAlias: UnaryCall<CreateAliasRequest, CreateAliasResponse>;
  readonly updateAlias: UnaryCall<UpdateAliasRequest, UpdateAliasResponse>;
  readonly deleteAlias: UnaryCall<DeleteAliasRequest, DeleteAliasResponse>;
  readonly listAliases: UnaryCall<ListAliasesRequest, ListAliasesResponse>;
  readonly listGrants: UnaryCall<ListGrantsRequest, ListGrantsResponse>;
  readonly revokeGrant: UnaryCall<RevokeGrantRequest, RevokeGrantResponse>;
  readonly generateDataKey: UnaryCall<GenerateDataKeyRequest, GenerateDataKeyResponse>;
  readonly generateDataKeyWithoutPlaintext: UnaryCall<
    GenerateDataKeyWithoutPlaintextRequest,
    GenerateDataKeyWithoutPlaintextResponse
  >;
  readonly encrypt: UnaryCall<EncryptRequest, EncryptResponse>;
  readonly decrypt: UnaryCall<DecryptRequest, DecryptResponse>;
  readonly reEncrypt: UnaryCall<ReEncryptRequest, ReEncryptResponse>;
}

export function keyClient(channel: Channel): KeyClient {
  return {
    createKey: channel.unary(KEY_SERVICE.CreateKey),
    describeKey: channel.unary(KEY_SERVICE.DescribeKey),
    listKeys: channel.unary(KEY_SERVICE.ListKeys),
    enableKey: channel.unary(KEY_SERVICE.EnableKey),
    disableKey: channel.unary(KEY_SERVICE.DisableKey),
    scheduleKeyDeletion: channel.unary(KEY_SERVICE.ScheduleKeyDeletion),
    cancelKeyDeletion: channel.unary(KEY_SERVICE.CancelKeyDeletion),
    createAlias: channel.unary(KEY_SERVICE.CreateAlias),
    updateAlias: channel.unary(KEY_SERVICE.UpdateAlias),
    deleteAlias: channel.unary(KEY_SERVICE.DeleteAlias),
    listAliases: channel.unary(KEY_SERVICE.ListAliases),
    listGrants: channel.unary(KEY_SERVICE.ListGrants),
    revokeGrant: channel.unary(KEY_SERVICE.RevokeGrant),
    generateDataKey: channel.unary(KEY_SERVICE.GenerateDataKey),
    generateDataKeyWithoutPlaintext: channel.unary(KEY_SERVICE.GenerateDataKeyWithoutPlaintext),
    encrypt: channel.unary(KEY_SERVICE.Encrypt),
    decrypt: channel.unary(KEY_SERVICE.Decrypt),
    reEncrypt: channel.unary(KEY_SERVICE.ReEncrypt),
  };
}
