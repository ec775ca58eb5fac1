/** Every operation, by its AWS name. One file each: the folder is the coverage. */

import type { RequestOf } from "../fields.ts";
import type { OperationName } from "../operation-names.ts";
import { CancelKeyDeletion } from "./cancel-key-deletion.ts";
import { ConnectCustomKeyStore } from "./connect-custom-key-store.ts";
import { CreateAlias } from "./create-alias.ts";
import { CreateCustomKeyStore } from "./create-custom-key-store.ts";
import { CreateGrant } from "./create-grant.ts";
import { CreateKey } from "./create-key.ts";
import { Decrypt } from "./decrypt.ts";
import { DeleteAlias } from "./delete-alias.ts";
import { DeleteCustomKeyStore } from "./delete-custom-key-store.ts";
import { DeleteImportedKeyMaterial } from "./delete-imported-key-material.ts";
import { DeriveSharedSecret } from "./derive-shared-secret.ts";
import { DescribeCustomKeyStores } from "./describe-custom-key-stores.ts";
import { DescribeKey } from "./describe-key.ts";
import { DisableKey } from "./disable-key.ts";
import { DisableKeyRotation } from "./disable-key-rotation.ts";
import { DisconnectCustomKeyStore } from "./disconnect-custom-key-store.ts";
import { EnableKey } from "./enable-key.ts";
import { EnableKeyRotation } from "./enable-key-rotation.ts";
import { Encrypt } from "./encrypt.ts";
import { GenerateDataKey } from "./generate-data-key.ts";
import { GenerateDataKeyPair } from "./generate-data-key-pair.ts";
import { GenerateDataKeyPairWithoutPlaintext } from "./generate-data-key-pair-without-plaintext.ts";
import { GenerateDataKeyWithoutPlaintext } from "./generate-data-key-without-plaintext.ts";
import { GenerateMac } from "./generate-mac.ts";
import { GenerateRandom } from "./generate-random.ts";
import { GetKeyLastUsage } from "./get-key-last-usage.ts";
import { GetKeyPolicy } from "./get-key-policy.ts";
import { GetKeyRotationStatus } from "./get-key-rotation-status.ts";
import { GetParametersForImport } from "./get-parameters-for-import.ts";
import { GetPublicKey } from "./get-public-key.ts";
import { ImportKeyMaterial } from "./import-key-material.ts";
import { ListAliases } from "./list-aliases.ts";
import { ListGrants } from "./list-grants.ts";
import { ListKeyPolicies } from "./list-key-policies.ts";
import { ListKeyRotations } from "./list-key-rotations.ts";
import { ListKeys } from "./list-keys.ts";
import { ListResourceTags } from "./list-resource-tags.ts";
import { ListRetirableGrants } from "./list-retirable-grants.ts";
import { PutKeyPolicy } from "./put-key-policy.ts";
import { ReEncrypt } from "./re-encrypt.ts";
import { ReplicateKey } from "./replicate-key.ts";
import { RetireGrant } from "./retire-grant.ts";
import { RevokeGrant } from "./revoke-grant.ts";
import { RotateKeyOnDemand } from "./rotate-key-on-demand.ts";
import { ScheduleKeyDeletion } from "./schedule-key-deletion.ts";
import { Sign } from "./sign.ts";
import { TagResource } from "./tag-resource.ts";
import { UntagResource } from "./untag-resource.ts";
import { UpdateAlias } from "./update-alias.ts";
import { UpdateCustomKeyStore } from "./update-custom-key-store.ts";
import { UpdateKeyDescription } from "./update-key-description.ts";
import { UpdatePrimaryRegion } from "./update-primary-region.ts";
import { Verify } from "./verify.ts";
import { VerifyMac } from "./verify-mac.ts";

export const OPERATIONS = {
  CancelKeyDeletion,
  ConnectCustomKeyStore,
  CreateAlias,
  CreateCustomKeyStore,
  CreateGrant,
  CreateKey,
  Decrypt,
  DeleteAlias,
  DeleteCustomKeyStore,
  DeleteImportedKeyMaterial,
  DeriveSharedSecret,
  DescribeCustomKeyStores,
  DescribeKey,
  DisableKey,
  DisableKeyRotation,
  DisconnectCustomKeyStore,
  EnableKey,
  EnableKeyRotation,
  Encrypt,
  GenerateDataKey,
  GenerateDataKeyPair,
  GenerateDataKeyPairWithoutPlaintext,
  GenerateDataKeyWithoutPlaintext,
  GenerateMac,
  GenerateRandom,
  GetKeyLastUsage,
  GetKeyPolicy,
  GetKeyRotationStatus,
  GetParametersForImport,
  GetPublicKey,
  ImportKeyMaterial,
  ListAliases,
  ListGrants,
  ListKeyPolicies,
  ListKeyRotations,
  ListKeys,
  ListResourceTags,
  ListRetirableGrants,
  PutKeyPolicy,
  ReEncrypt,
  ReplicateKey,
  RetireGrant,
  RevokeGrant,
  RotateKeyOnDemand,
  ScheduleKeyDeletion,
  Sign,
  TagResource,
  UntagResource,
  UpdateAlias,
  UpdateCustomKeyStore,
  UpdateKeyDescription,
  UpdatePrimaryRegion,
  Verify,
  VerifyMac,
} as const satisfies Record<OperationName, object>;

export type OperationRequest<Name extends OperationName> = RequestOf<(typeof OPERATIONS)[Name]["fields"]>;
export type OperationResponse<Name extends OperationName> = Awaited<ReturnType<(typeof OPERATIONS)[Name]["run"]>>;
