// Original file: proto/envol/v1/key_service.proto


export interface KeyTag {
  'tagKey'?: (string);
  'tagValue'?: (string);
}

export interface KeyTag__Output {
  'tagKey': (string);
  'tagValue': (string);
}
