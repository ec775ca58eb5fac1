// Original file: proto/envol/v1/key_service.proto


export interface ListKeyRotationsRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * ROTATIONS_ONLY (also when empty), or ALL_KEY_MATERIAL: the first material and what waits for a rotation too.
   */
  'includeKeyMaterial'?: (string);
  /**
   * 1 to 1000; 100 when 0.
   */
  'limit'?: (number);
  /**
   * next_marker of the answer before; empty for the first page.
   */
  'marker'?: (string);
}

export interface ListKeyRotationsRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * ROTATIONS_ONLY (also when empty), or ALL_KEY_MATERIAL: the first material and what waits for a rotation too.
   */
  'includeKeyMaterial': (string);
  /**
   * 1 to 1000; 100 when 0.
   */
  'limit': (number);
  /**
   * next_marker of the answer before; empty for the first page.
   */
  'marker': (string);
}
