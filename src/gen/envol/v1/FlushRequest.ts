// Original file: proto/envol/v1/block_service.proto


export interface FlushRequest {
  'volumeId'?: (string);
  'attachmentId'?: (string);
}

export interface FlushRequest__Output {
  'volumeId': (string);
  'attachmentId': (string);
}
