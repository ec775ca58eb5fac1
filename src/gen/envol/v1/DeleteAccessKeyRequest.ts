// Original file: proto/envol/v1/principal_service.proto


export interface DeleteAccessKeyRequest {
  'accessKeyId'?: (string);
}

export interface DeleteAccessKeyRequest__Output {
  'accessKeyId': (string);
}
