// Original file: proto/envol/v1/block_service.proto


/**
 * Answers when every write that was answered before is on the disk.
 */
export interface IoFlush {
}

/**
 * Answers when every write that was answered before is on the disk.
 */
export interface IoFlush__Output {
}
