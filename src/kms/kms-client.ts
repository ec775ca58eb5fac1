/**
 * The only way from the volumes to a KMS. The embedded KMS implements it in process; a client of AWS KMS can implement it
 * too, and the volume side cannot tell which. Names, shapes and errors are those of the AWS KMS API.
 */

/** Names and values that are bound into a ciphertext: the same must be given to open it. */
export type EncryptionContext = Readonly<Record<string, string>>;

/**
 * Who calls. `arn` is an IAM user, role, assumed role or account root. `viaService` is the AWS service that calls on
 * that principal's behalf (condition key kms:ViaService); what follows it is for the record of the call alone.
 */
export interface KmsCaller {
  readonly arn: string;
  readonly accountId: string;
  readonly viaService?: string;
  /** The service that calls, where it is not the principal itself: the record then shows it as address and agent too. */
  readonly invokedBy?: string;
  /** Where the request came from, as an IP address or an AWS service's name. Absent where there is none, as on a Unix socket. */
  readonly sourceIpAddress?: string;
  /** What the caller's program says that it is. */
  readonly userAgent?: string;
  /** The access key that the request was signed with, if it was. */
  readonly accessKeyId?: string;
  /** The Region that is called; the KMS has a home Region that is meant without it. */
  readonly region?: string;
}

/** The part of DescribeKey's KeyMetadata that volumes need. */
export interface KmsKeyDescription {
  readonly keyId: string;
  readonly arn: string;
  readonly keyState: string;
  readonly keySpec: string;
  readonly keyUsage: string;
}

export interface WrappedDataKey {
  readonly ciphertextBlob: Uint8Array;
  /** ARN of the key that wrapped it. */
  readonly keyArn: string;
}

export interface MadeGrant {
  readonly grantId: string;
  /** Lets the grant be used at once. */
  readonly grantToken: string;
}

/** A key whose state changed, and whether data keys under it may be unwrapped now. */
export interface KeyUsability {
  readonly keyArn: string;
  /** As AWS spells it; a client of a KMS elsewhere has further ones: Deleted, NotAccessible, NotReachable. */
  readonly keyState: string;
  readonly usable: boolean;
}

/** Called on every change. Whoever changed the state is not answered before the returned promise has settled. */
export type KeyUsabilityListener = (change: KeyUsability) => Promise<void>;

export interface KmsClient {
  /** @throws KEY_NOT_FOUND, ARN_INVALID */
  describeKey(caller: KmsCaller, request: { keyId: string }): Promise<KmsKeyDescription>;
  /** @throws KEY_NOT_FOUND, KEY_DISABLED, KEY_STATE_INVALID, KEY_USAGE_INVALID, ACCESS_DENIED */
  generateDataKeyWithoutPlaintext(
    caller: KmsCaller,
    request: { keyId: string; numberOfBytes: number; encryptionContext: EncryptionContext },
  ): Promise<WrappedDataKey>;
  /**
   * The plaintext is the caller's to zero. `keyArn` is the key that wrapped it: EC2 does not name it, and the embedded KMS
   * need not be told; a client of a KMS elsewhere names it, and takes no answer of another key.
   * @throws CIPHERTEXT_INVALID, KEY_DISABLED, KEY_STATE_INVALID, ACCESS_DENIED
   */
  decrypt(
    caller: KmsCaller,
    request: {
      ciphertextBlob: Uint8Array;
      encryptionContext: EncryptionContext;
      keyArn?: string;
      grantTokens?: readonly string[];
    },
  ): Promise<{ plaintext: Uint8Array; keyArn: string }>;
  /** Undefined where unwrapping needs no grant. @throws KEY_DISABLED, KEY_STATE_INVALID, KMS_LIMIT_EXCEEDED */
  createGrant(
    caller: KmsCaller,
    request: {
      keyId: string;
      granteePrincipal: string;
      retiringPrincipal: string;
      operations: readonly string[];
      encryptionContextSubset: EncryptionContext;
      name?: string;
    },
  ): Promise<MadeGrant | undefined>;
  /** Retiring a grant that is gone already is no error. */
  retireGrant(caller: KmsCaller, request: { keyArn: string; grantId: string }): Promise<void>;
  /** Tells of every key whose state changes from now on. Returns what stops it. */
  onKeyUsability(listener: KeyUsabilityListener): () => void;
  /**
   * Says that a volume in use is under a key, until what it returns is called. A KMS that tells of changes by itself tells
   * of every key; a client that has to ask asks about these, for those who listen by then.
   */
  useKey(keyArn: string): () => void;
}

/** The account itself: who calls when nobody in particular does. */
export function accountRoot(accountId: string): KmsCaller {
  return { arn: `arn:aws:iam::${accountId}:root`, accountId };
}
