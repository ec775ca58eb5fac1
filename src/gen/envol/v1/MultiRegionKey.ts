// Original file: proto/envol/v1/key_service.proto


export interface MultiRegionKey {
  'arn'?: (string);
  'region'?: (string);
}

export interface MultiRegionKey__Output {
  'arn': (string);
  'region': (string);
}
