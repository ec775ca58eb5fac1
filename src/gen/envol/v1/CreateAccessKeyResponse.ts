// Original file: proto/envol/v1/principal_service.proto


export interface CreateAccessKeyResponse {
  'accessKeyId'?: (string);
  'secretAccessKey'?: (string);
}

export interface CreateAccessKeyResponse__Output {
  'accessKeyId': (string);
  'secretAccessKey': (string);
}
