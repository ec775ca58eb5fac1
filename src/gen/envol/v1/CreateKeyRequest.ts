// Original file: proto/envol/v1/key_service.proto

import type { KeyTag as _envol_v1_KeyTag, KeyTag__Output as _envol_v1_KeyTag__Output } from '../../envol/v1/KeyTag.ts';

export interface CreateKeyRequest {
  /**
   * Up to 8192 characters.
   */
  'description'?: (string);
  /**
   * ENCRYPT_DECRYPT (also when empty), or what fits key_spec.
   */
  'keyUsage'?: (string);
  /**
   * SYMMETRIC_DEFAULT (also when empty), which volumes need, or another of AWS's key specs.
   */
  'keySpec'?: (string);
  /**
   * At most 50.
   */
  'tags'?: (_envol_v1_KeyTag)[];
  /**
   * A key policy as JSON, up to 32768 bytes; that of GetKeyPolicy when empty.
   */
  'policy'?: (string);
  /**
   * AWS_KMS (also when empty), or EXTERNAL for a key whose material is to be imported.
   */
  'origin'?: (string);
  /**
   * Whether it can have replicas in other Regions.
   */
  'multiRegion'?: (boolean);
  /**
   * Takes a policy although it would not let the caller put another one in its place.
   */
  'bypassPolicyLockoutSafetyCheck'?: (boolean);
}

export interface CreateKeyRequest__Output {
  /**
   * Up to 8192 characters.
   */
  'description': (string);
  /**
   * ENCRYPT_DECRYPT (also when empty), or what fits key_spec.
   */
  'keyUsage': (string);
  /**
   * SYMMETRIC_DEFAULT (also when empty), which volumes need, or another of AWS's key specs.
   */
  'keySpec': (string);
  /**
   * At most 50.
   */
  'tags': (_envol_v1_KeyTag__Output)[];
  /**
   * A key policy as JSON, up to 32768 bytes; that of GetKeyPolicy when empty.
   */
  'policy': (string);
  /**
   * AWS_KMS (also when empty), or EXTERNAL for a key whose material is to be imported.
   */
  'origin': (string);
  /**
   * Whether it can have replicas in other Regions.
   */
  'multiRegion': (boolean);
  /**
   * Takes a policy although it would not let the caller put another one in its place.
   */
  'bypassPolicyLockoutSafetyCheck': (boolean);
}
