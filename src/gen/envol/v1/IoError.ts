// Original file: proto/envol/v1/block_service.proto


/**
 * Why one request on an Io stream was refused or failed.
 */
export interface IoError {
  /**
   * The gRPC code, by number (google.rpc.Code).
   */
  'code'?: (number);
  /**
   * A reason from docs/errors.md, such as KEY_REVOKED.
   */
  'reason'?: (string);
  /**
   * For people; holds no secret.
   */
  'message'?: (string);
  /**
   * The request field at fault, if one is.
   */
  'field'?: (string);
}

/**
 * Why one request on an Io stream was refused or failed.
 */
export interface IoError__Output {
  /**
   * The gRPC code, by number (google.rpc.Code).
   */
  'code': (number);
  /**
   * A reason from docs/errors.md, such as KEY_REVOKED.
   */
  'reason': (string);
  /**
   * For people; holds no secret.
   */
  'message': (string);
  /**
   * The request field at fault, if one is.
   */
  'field': (string);
}
