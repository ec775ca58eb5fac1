// Original file: proto/envol/v1/key_service.proto

import type { KeyTag as _envol_v1_KeyTag, KeyTag__Output as _envol_v1_KeyTag__Output } from '../../envol/v1/KeyTag.ts';

export interface ReplicateKeyRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * Such as eu-west-1.
   */
  'replicaRegion'?: (string);
  /**
   * As in CreateKeyRequest: the replica does not take over that of the primary key.
   */
  'policy'?: (string);
  'bypassPolicyLockoutSafetyCheck'?: (boolean);
  /**
   * Up to 8192 characters.
   */
  'description'?: (string);
  /**
   * At most 50.
   */
  'tags'?: (_envol_v1_KeyTag)[];
}

export interface ReplicateKeyRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * Such as eu-west-1.
   */
  'replicaRegion': (string);
  /**
   * As in CreateKeyRequest: the replica does not take over that of the primary key.
   */
  'policy': (string);
  'bypassPolicyLockoutSafetyCheck': (boolean);
  /**
   * Up to 8192 characters.
   */
  'description': (string);
  /**
   * At most 50.
   */
  'tags': (_envol_v1_KeyTag__Output)[];
}
