/** KeyService over gRPC. */

import type { KeyMetadata as KeyMetadataMessage } from "../../gen/envol/v1/KeyMetadata.ts";
import type { KeyServiceHandlers } from "../../gen/envol/v1/KeyService.ts";
import type { KeyMetadata } from "../../kms/key-operations.ts";
import { type GrpcContext, givenFields, unary } from "./call.ts";

export function keyHandlers(context: GrpcContext): KeyServiceHandlers {
  return {
    ...keyLifeHandlers(context),
    ...aliasHandlers(context),
    ...grantHandlers(context),
    ...cryptographicHandlers(context),
  };
}

type LifeMethods =
  | "CreateKey"
  | "DescribeKey"
  | "ListKeys"
  | "EnableKey"
  | "DisableKey"
  | "ScheduleKeyDeletion"
  | "CancelKeyDeletion";
type GrantMethods = "ListGrants" | "RevokeGrant";
type AliasMethods = "CreateAlias" | "UpdateAlias" | "DeleteAlias" | "ListAliases";
type CryptographicMethods = "GenerateDataKey" | "GenerateDataKeyWithoutPlaintext" | "Encrypt" | "Decrypt" | "ReEncrypt";

function keyLifeHandlers(context: GrpcContext): Pick<KeyServiceHandlers, LifeMethods> {
  const { keys, caller } = context;
  return {
    CreateKey: unary(context, async (request) => {
      const { keyMetadata } = await keys.createKey(caller, givenFields(request));
      return { keyMetadata: toKeyMetadataMessage(keyMetadata) };
    }),
    DescribeKey: unary(context, async (request) => {
      const { keyMetadata } = await keys.describeKey(caller, request);
      return { keyMetadata: toKeyMetadataMessage(keyMetadata) };
    }),
    ListKeys: unary(context, (request) => keys.listKeys(caller, givenFields(request))),
    EnableKey: unary(context, async (request) => {
      await keys.enableKey(caller, request);
      return {};
    }),
    DisableKey: unary(context, async (request) => {
      await keys.disableKey(caller, request);
      return {};
    }),
    ScheduleKeyDeletion: unary(context, ({ keyId, ...fields }) =>
      keys.scheduleKeyDeletion(caller, { keyId, ...givenFields(fields) }),
    ),
    CancelKeyDeletion: unary(context, (request) => keys.cancelKeyDeletion(caller, request)),
  };
}

function aliasHandlers(context: GrpcContext): Pick<KeyServiceHandlers, AliasMethods> {
  const { keys, caller } = context;
  return {
    CreateAlias: unary(context, async (request) => {
      await keys.createAlias(caller, request);
      return {};
    }),
    UpdateAlias: unary(context, async (request) => {
      await keys.updateAlias(caller, request);
      return {};
    }),
    DeleteAlias: unary(context, async (request) => {
      await keys.deleteAlias(caller, request);
      return {};
    }),
    ListAliases: unary(context, (request) => keys.listAliases(caller, givenFields(request))),
  };
}

function grantHandlers(context: GrpcContext): Pick<KeyServiceHandlers, GrantMethods> {
  const { keys, caller } = context;
  return {
    ListGrants: unary(context, async ({ keyId, ...fields }) => {
      const { grants, ...end } = await keys.listGrants(caller, { keyId, ...givenFields(fields) });
      return { grants: grants.map((grant) => ({ ...grant, operations: [...grant.operations] })), ...end };
    }),
    RevokeGrant: unary(context, async (request) => {
      await keys.revokeGrant(caller, request);
      return {};
    }),
  };
}

function cryptographicHandlers(context: GrpcContext): Pick<KeyServiceHandlers, CryptographicMethods> {
  const { keys, caller } = context;
  return {
    GenerateDataKey: unary(context, ({ keyId, ...fields }) =>
      keys.generateDataKey(caller, { keyId, ...givenFields(fields) }),
    ),
    GenerateDataKeyWithoutPlaintext: unary(context, ({ keyId, ...fields }) =>
      keys.generateDataKeyWithoutPlaintext(caller, { keyId, ...givenFields(fields) }),
    ),
    Encrypt: unary(context, ({ keyId, plaintext, ...fields }) =>
      keys.encrypt(caller, { keyId, plaintext, ...givenFields(fields) }),
    ),
    Decrypt: unary(context, ({ ciphertextBlob, ...fields }) =>
      keys.decrypt(caller, { ciphertextBlob, ...givenFields(fields) }),
    ),
    ReEncrypt: unary(context, ({ ciphertextBlob, destinationKeyId, ...fields }) =>
      keys.reEncrypt(caller, { ciphertextBlob, destinationKeyId, ...givenFields(fields) }),
    ),
  };
}

function toKeyMetadataMessage(metadata: KeyMetadata): KeyMetadataMessage {
  return { ...metadata, encryptionAlgorithms: [...metadata.encryptionAlgorithms] };
}
