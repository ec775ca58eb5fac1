// Original file: proto/envol/v1/key_service.proto

import type { Long } from '@grpc/proto-loader';

export interface ImportKeyMaterialRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * What GetParametersForImport gave.
   */
  'importToken'?: (Buffer | Uint8Array | string);
  /**
   * 32 bytes for SYMMETRIC_DEFAULT, or what the key spec says, wrapped by the public key of GetParametersForImport.
   */
  'encryptedKeyMaterial'?: (Buffer | Uint8Array | string);
  /**
   * When the material expires, in milliseconds since 1970-01-01T00:00:00Z, up to 365 days ahead.
   */
  'validToMs'?: (number | string | Long);
  /**
   * KEY_MATERIAL_EXPIRES (also when empty), which needs valid_to_ms, or KEY_MATERIAL_DOES_NOT_EXPIRE.
   */
  'expirationModel'?: (string);
  /**
   * NEW_KEY_MATERIAL or EXISTING_KEY_MATERIAL; when empty, the first material of a key is new and any other not.
   */
  'importType'?: (string);
  /**
   * Up to 256 letters, digits, spaces, : / _ . -.
   */
  'keyMaterialDescription'?: (string);
  /**
   * The material that is imported again; the material itself tells when empty.
   */
  'keyMaterialId'?: (string);
}

export interface ImportKeyMaterialRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * What GetParametersForImport gave.
   */
  'importToken': (Buffer);
  /**
   * 32 bytes for SYMMETRIC_DEFAULT, or what the key spec says, wrapped by the public key of GetParametersForImport.
   */
  'encryptedKeyMaterial': (Buffer);
  /**
   * When the material expires, in milliseconds since 1970-01-01T00:00:00Z, up to 365 days ahead.
   */
  'validToMs': (number);
  /**
   * KEY_MATERIAL_EXPIRES (also when empty), which needs valid_to_ms, or KEY_MATERIAL_DOES_NOT_EXPIRE.
   */
  'expirationModel': (string);
  /**
   * NEW_KEY_MATERIAL or EXISTING_KEY_MATERIAL; when empty, the first material of a key is new and any other not.
   */
  'importType': (string);
  /**
   * Up to 256 letters, digits, spaces, : / _ . -.
   */
  'keyMaterialDescription': (string);
  /**
   * The material that is imported again; the material itself tells when empty.
   */
  'keyMaterialId': (string);
}
