// Original file: proto/envol/v1/block_service.proto


export interface IoError {
  /**
   * A google.rpc.Code.
   */
  'code'?: (number);
  /**
   * A reason from docs/errors.md, such as KEY_REVOKED.
   */
  'reason'?: (string);
  'message'?: (string);
  /**
   * The request field at fault, if one is.
   */
  'field'?: (string);
}

export interface IoError__Output {
  /**
   * A google.rpc.Code.
   */
  'code': (number);
  /**
   * A reason from docs/errors.md, such as KEY_REVOKED.
   */
  'reason': (string);
  'message': (string);
  /**
   * The request field at fault, if one is.
   */
  'field': (string);
}
