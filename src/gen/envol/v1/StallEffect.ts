// Original file: proto/envol/v1/harness_service.proto


/**
 * Holds the operation up until the fault is removed, the volume is detached (at device), or the daemon is reset or stops;
 * then it goes on, although its client may have given up meanwhile. At device, kms, and PUT at store. A stalled request to a
 * device holds up no revocation and no detach; a stalled call to the KMS or the store holds up whatever waits for it.
 */
export interface StallEffect {
}

/**
 * Holds the operation up until the fault is removed, the volume is detached (at device), or the daemon is reset or stops;
 * then it goes on, although its client may have given up meanwhile. At device, kms, and PUT at store. A stalled request to a
 * device holds up no revocation and no detach; a stalled call to the KMS or the store holds up whatever waits for it.
 */
export interface StallEffect__Output {
}
