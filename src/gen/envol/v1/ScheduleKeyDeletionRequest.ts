// Original file: proto/envol/v1/key_service.proto


export interface ScheduleKeyDeletionRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * 7 to 30; 30 when 0.
   */
  'pendingWindowInDays'?: (number);
}

export interface ScheduleKeyDeletionRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * 7 to 30; 30 when 0.
   */
  'pendingWindowInDays': (number);
}
