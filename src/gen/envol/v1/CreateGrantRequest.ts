// Original file: proto/envol/v1/key_service.proto

import type { GrantConstraints as _envol_v1_GrantConstraints, GrantConstraints__Output as _envol_v1_GrantConstraints__Output } from '../../envol/v1/GrantConstraints.ts';

export interface CreateGrantRequest {
  /**
   * Key id or key ARN.
   */
  'keyId'?: (string);
  /**
   * An IAM user, role, assumed role, account or service, as an ARN or the name of a service.
   */
  'granteePrincipal'?: (string);
  /**
   * Who may retire it, other than the grantee; nobody when empty.
   */
  'retiringPrincipal'?: (string);
  /**
   * Such as Decrypt; what the key can do.
   */
  'operations'?: (string)[];
  'constraints'?: (_envol_v1_GrantConstraints | null);
  /**
   * Up to 256 letters, digits, : / _ -.
   */
  'name'?: (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens'?: (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun'?: (boolean);
}

export interface CreateGrantRequest__Output {
  /**
   * Key id or key ARN.
   */
  'keyId': (string);
  /**
   * An IAM user, role, assumed role, account or service, as an ARN or the name of a service.
   */
  'granteePrincipal': (string);
  /**
   * Who may retire it, other than the grantee; nobody when empty.
   */
  'retiringPrincipal': (string);
  /**
   * Such as Decrypt; what the key can do.
   */
  'operations': (string)[];
  'constraints': (_envol_v1_GrantConstraints__Output | null);
  /**
   * Up to 256 letters, digits, : / _ -.
   */
  'name': (string);
  /**
   * Up to 10, which CreateGrant gave.
   */
  'grantTokens': (string)[];
  /**
   * Refuses with DRY_RUN where it would have done it.
   */
  'dryRun': (boolean);
}
