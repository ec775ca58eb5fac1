// Original file: proto/envol/v1/key_service.proto

import type { Long } from '@grpc/proto-loader';

export interface KeyRotation {
  /**
   * A UUID.
   */
  'keyId'?: (string);
  /**
   * 64 hexadecimal digits.
   */
  'keyMaterialId'?: (string);
  'keyMaterialDescription'?: (string);
  /**
   * IMPORTED or PENDING_IMPORT; empty unless the key's origin is EXTERNAL.
   */
  'importState'?: (string);
  /**
   * CURRENT, NON_CURRENT, PENDING_ROTATION or PENDING_MULTI_REGION_IMPORT_AND_ROTATION.
   */
  'keyMaterialState'?: (string);
  /**
   * KEY_MATERIAL_EXPIRES or KEY_MATERIAL_DOES_NOT_EXPIRE; empty unless imported material is there.
   */
  'expirationModel'?: (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z; 0 when the material does not expire.
   */
  'validToMs'?: (number | string | Long);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z; 0 for the first material and what waits.
   */
  'rotationDateMs'?: (number | string | Long);
  /**
   * AUTOMATIC or ON_DEMAND; empty for the first material and what waits.
   */
  'rotationType'?: (string);
}

export interface KeyRotation__Output {
  /**
   * A UUID.
   */
  'keyId': (string);
  /**
   * 64 hexadecimal digits.
   */
  'keyMaterialId': (string);
  'keyMaterialDescription': (string);
  /**
   * IMPORTED or PENDING_IMPORT; empty unless the key's origin is EXTERNAL.
   */
  'importState': (string);
  /**
   * CURRENT, NON_CURRENT, PENDING_ROTATION or PENDING_MULTI_REGION_IMPORT_AND_ROTATION.
   */
  'keyMaterialState': (string);
  /**
   * KEY_MATERIAL_EXPIRES or KEY_MATERIAL_DOES_NOT_EXPIRE; empty unless imported material is there.
   */
  'expirationModel': (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z; 0 when the material does not expire.
   */
  'validToMs': (number);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z; 0 for the first material and what waits.
   */
  'rotationDateMs': (number);
  /**
   * AUTOMATIC or ON_DEMAND; empty for the first material and what waits.
   */
  'rotationType': (string);
}
