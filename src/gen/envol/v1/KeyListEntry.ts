// Original file: proto/envol/v1/key_service.proto


export interface KeyListEntry {
  'keyId'?: (string);
  'keyArn'?: (string);
}

export interface KeyListEntry__Output {
  'keyId': (string);
  'keyArn': (string);
}
