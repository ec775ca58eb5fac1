// Original file: proto/envol/v1/harness_service.proto


/**
 * Disables the volume's KMS key, as DisableKey does, before the operation goes on. At device; requests to volumes that are
 * not encrypted do not match.
 */
export interface DisableKeyEffect {
}

/**
 * Disables the volume's KMS key, as DisableKey does, before the operation goes on. At device; requests to volumes that are
 * not encrypted do not match.
 */
export interface DisableKeyEffect__Output {
}
