// Original file: proto/envol/v1/principal_service.proto


export interface CreatePrincipalRequest {
  /**
   * user or role.
   */
  'kind'?: (string);
  /**
   * 1 to 64 letters, digits and +=,.@-_.
   */
  'name'?: (string);
  'tags'?: ({[key: string]: string});
}

export interface CreatePrincipalRequest__Output {
  /**
   * user or role.
   */
  'kind': (string);
  /**
   * 1 to 64 letters, digits and +=,.@-_.
   */
  'name': (string);
  'tags': ({[key: string]: string});
}
