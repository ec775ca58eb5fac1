// Original file: proto/envol/v1/key_service.proto


export interface EnableKeyRotationRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * 90 to 2560; 365 when 0.
   */
  'rotationPeriodInDays'?: (number);
}

export interface EnableKeyRotationRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * 90 to 2560; 365 when 0.
   */
  'rotationPeriodInDays': (number);
}
