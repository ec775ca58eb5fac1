// Original file: proto/envol/v1/principal_service.proto


export interface CreateAccessKeyRequest {
  'principal'?: (string);
}

export interface CreateAccessKeyRequest__Output {
  'principal': (string);
}
