// Original file: proto/envol/v1/harness_service.proto


/**
 * Kills the process that the daemon runs in with SIGKILL. At device, kms and store. A daemon that was started by startDaemon
 * runs in the process of whoever called it.
 */
export interface KillEffect {
  /**
   * Kills it when the operation has ended, before anybody is told; otherwise before it begins.
   */
  'afterOperation'?: (boolean);
}

/**
 * Kills the process that the daemon runs in with SIGKILL. At device, kms and store. A daemon that was started by startDaemon
 * runs in the process of whoever called it.
 */
export interface KillEffect__Output {
  /**
   * Kills it when the operation has ended, before anybody is told; otherwise before it begins.
   */
  'afterOperation': (boolean);
}
