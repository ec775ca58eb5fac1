// Original file: proto/envol/v1/key_service.proto


export interface GenerateDataKeyWithoutPlaintextRequest {
  'keyId'?: (string);
  'encryptionContext'?: ({[key: string]: string});
  'numberOfBytes'?: (number);
  'keySpec'?: (string);
}

export interface GenerateDataKeyWithoutPlaintextRequest__Output {
  'keyId': (string);
  'encryptionContext': ({[key: string]: string});
  'numberOfBytes': (number);
  'keySpec': (string);
}
