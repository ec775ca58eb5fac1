// Original file: proto/envol/v1/key_service.proto

import type { Long } from '@grpc/proto-loader';

export interface GrantListEntry {
  /**
   * The key's ARN.
   */
  'keyId'?: (string);
  /**
   * 64 hexadecimal digits.
   */
  'grantId'?: (string);
  /**
   * Empty when the grant was made without one.
   */
  'name'?: (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'creationDateMs'?: (number | string | Long);
  /**
   * Who may use the grant.
   */
  'granteePrincipal'?: (string);
  /**
   * Who may retire it.
   */
  'retiringPrincipal'?: (string);
  'issuingAccount'?: (string);
  /**
   * Such as Decrypt.
   */
  'operations'?: (string)[];
  /**
   * The encryption context must have these pairs; empty when any will do.
   */
  'encryptionContextSubset'?: ({[key: string]: string});
  /**
   * The encryption context must be exactly this; empty when it need not.
   */
  'encryptionContextEquals'?: ({[key: string]: string});
}

export interface GrantListEntry__Output {
  /**
   * The key's ARN.
   */
  'keyId': (string);
  /**
   * 64 hexadecimal digits.
   */
  'grantId': (string);
  /**
   * Empty when the grant was made without one.
   */
  'name': (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'creationDateMs': (number);
  /**
   * Who may use the grant.
   */
  'granteePrincipal': (string);
  /**
   * Who may retire it.
   */
  'retiringPrincipal': (string);
  'issuingAccount': (string);
  /**
   * Such as Decrypt.
   */
  'operations': (string)[];
  /**
   * The encryption context must have these pairs; empty when any will do.
   */
  'encryptionContextSubset': ({[key: string]: string});
  /**
   * The encryption context must be exactly this; empty when it need not.
   */
  'encryptionContextEquals': ({[key: string]: string});
}
