// Original file: proto/envol/v1/principal_service.proto


export interface DeletePrincipalRequest {
  'principal'?: (string);
}

export interface DeletePrincipalRequest__Output {
  'principal': (string);
}
