// Original file: proto/envol/v1/key_service.proto


export interface UntagResourceRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * Each 1 to 128 characters.
   */
  'tagKeys'?: (string)[];
}

export interface UntagResourceRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * Each 1 to 128 characters.
   */
  'tagKeys': (string)[];
}
