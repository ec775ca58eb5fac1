// Original file: proto/envol/v1/harness_service.proto


/**
 * Holds the operation up; then it goes on. At device, kms, and PUT at store.
 */
export interface DelayEffect {
  /**
   * 1 to 3,600,000. It ends early when the fault is removed, or the volume is detached (at device).
   */
  'delayMs'?: (number);
}

/**
 * Holds the operation up; then it goes on. At device, kms, and PUT at store.
 */
export interface DelayEffect__Output {
  /**
   * 1 to 3,600,000. It ends early when the fault is removed, or the volume is detached (at device).
   */
  'delayMs': (number);
}
