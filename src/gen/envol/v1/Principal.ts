// Original file: proto/envol/v1/principal_service.proto

import type { AccessKeyMetadata as _envol_v1_AccessKeyMetadata, AccessKeyMetadata__Output as _envol_v1_AccessKeyMetadata__Output } from '../../envol/v1/AccessKeyMetadata.ts';
import type { Long } from '@grpc/proto-loader';

export interface Principal {
  /**
   * Such as arn:aws:iam::000000000000:user/alice.
   */
  'arn'?: (string);
  /**
   * root, user or role.
   */
  'kind'?: (string);
  /**
   * Of an account's root, root.
   */
  'name'?: (string);
  /**
   * 12 digits.
   */
  'accountId'?: (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'createTimeMs'?: (number | string | Long);
  'tags'?: ({[key: string]: string});
  /**
   * Inline identity policies, as JSON, by their names.
   */
  'policies'?: ({[key: string]: string});
  /**
   * In order of their making.
   */
  'accessKeys'?: (_envol_v1_AccessKeyMetadata)[];
}

export interface Principal__Output {
  /**
   * Such as arn:aws:iam::000000000000:user/alice.
   */
  'arn': (string);
  /**
   * root, user or role.
   */
  'kind': (string);
  /**
   * Of an account's root, root.
   */
  'name': (string);
  /**
   * 12 digits.
   */
  'accountId': (string);
  /**
   * Milliseconds since 1970-01-01T00:00:00Z.
   */
  'createTimeMs': (number);
  'tags': ({[key: string]: string});
  /**
   * Inline identity policies, as JSON, by their names.
   */
  'policies': ({[key: string]: string});
  /**
   * In order of their making.
   */
  'accessKeys': (_envol_v1_AccessKeyMetadata__Output)[];
}
