/** A KMS key in the hand of whoever means to break it. */

import type { KeyMetadata__Output as KeyMetadata } from "../gen/envol/v1/KeyMetadata.ts";
import type { CallOptions } from "./channel.ts";
import type { KeyClient } from "./key-client.ts";

export interface KeyOptions {
  /** Up to 8192 characters. */
  readonly description?: string;
  /** Names for it, each beginning with `alias/`. */
  readonly aliases?: readonly string[];
  /** At most 50. */
  readonly tags?: Readonly<Record<string, string>>;
  /** A key policy, as JSON or as what becomes JSON; without one, the account may do everything. */
  readonly policy?: KeyPolicy;
  /** `SYMMETRIC_DEFAULT`, which volumes need and which it is without, or another of AWS's key specs. */
  readonly keySpec?: string;
  /** Such as `SIGN_VERIFY`; needed unless the key spec is `SYMMETRIC_DEFAULT`. */
  readonly keyUsage?: string;
  /** Whether it can have replicas in other Regions. */
  readonly multiRegion?: boolean;
}

/** A key policy: JSON, or an object to be made into JSON. */
export type KeyPolicy = string | object;

export interface GrantOptions {
  /** Such as `Decrypt`. */
  readonly operations: readonly string[];
  /** Who else may retire the grant: an ARN. */
  readonly retiringPrincipal?: string;
  /** Pairs that the encryption context must have. */
  readonly encryptionContextSubset?: Readonly<Record<string, string>>;
  /** The same grant is given when the same request is made again under the same name. */
  readonly name?: string;
}

/** Leave to use a key. */
export interface Grant {
  readonly grantId: string;
  /** For `grantTokens` of the calls that it is to allow. */
  readonly grantToken: string;
  /** Takes it away again. */
  revoke(options?: CallOptions): Promise<void>;
}

/** What a signature is made with. */
export interface SigningOptions extends CallOptions {
  /** Such as `ECDSA_SHA_256`; one of those that `describe()` lists. */
  readonly signingAlgorithm: string;
  /** `RAW` when absent; `DIGEST` when the message is the digest of the message. */
  readonly messageType?: "RAW" | "DIGEST";
}

/** Every method rejects with an EnvolError; proto/envol/v1/key_service.proto says which. */
export interface Key {
  readonly keyId: string;
  readonly arn: string;
  /**
   * Makes the key unusable. When it resolves, no volume under the key gives or takes data; in mode `aws`, attached volumes
   * go on until they are detached.
   */
  disable(options?: CallOptions): Promise<void>;
  /** Makes a disabled key usable again: volumes under it go on with the next request. */
  enable(options?: CallOptions): Promise<void>;
  /**
   * Makes the key unusable now, and destroys its material when the waiting period is over: in 7 to 30 days, or 30 when
   * nothing is said. Resolves with the time at which that is due.
   */
  scheduleDeletion(options?: CallOptions & { readonly pendingWindowInDays?: number }): Promise<Date>;
  /** Takes a scheduled deletion back. The key is then disabled, as with AWS: enable it to use it. */
  cancelDeletion(options?: CallOptions): Promise<void>;
  /** What the KMS says of the key now. */
  describe(options?: CallOptions): Promise<KeyMetadata>;
  /** Makes new key material current. What is encrypted stays readable, and no volume changes. */
  rotate(options?: CallOptions): Promise<void>;
  /** Has the KMS rotate the key after each period of 90 to 2560 days, or 365 when nothing is said. */
  enableRotation(options?: CallOptions & { readonly rotationPeriodInDays?: number }): Promise<void>;
  /** Ends automatic rotation. */
  disableRotation(options?: CallOptions): Promise<void>;
  /** The key policy, as JSON. */
  policy(options?: CallOptions): Promise<string>;
  /** Puts another policy in the place of the present one. It must let the caller do so again. */
  putPolicy(policy: KeyPolicy, options?: CallOptions): Promise<void>;
  /** The tags of the key. */
  tags(options?: CallOptions): Promise<Record<string, string>>;
  /** Adds tags; those that are there take the new value. */
  tag(tags: Readonly<Record<string, string>>, options?: CallOptions): Promise<void>;
  /** Takes tags away, by their keys. */
  untag(tagKeys: readonly string[], options?: CallOptions): Promise<void>;
  /** Lets a principal, named by an ARN, use the key beside what its policy says. */
  grant(granteePrincipal: string, options: GrantOptions & CallOptions): Promise<Grant>;
  /** The public key of an asymmetric key: DER-encoded SubjectPublicKeyInfo (RFC 5280). */
  publicKey(options?: CallOptions): Promise<Buffer>;
  /** A signature of up to 4096 bytes, or of a digest. */
  sign(message: Uint8Array, options: SigningOptions): Promise<Buffer>;
  /** Resolves when the signature is the key's, of this message. Rejects with SIGNATURE_INVALID when it is not. */
  verify(message: Uint8Array, signature: Uint8Array, options: SigningOptions): Promise<void>;
}

export async function createKey(keys: KeyClient, settings: KeyOptions = {}, options?: CallOptions): Promise<Key> {
  const { aliases = [], tags = {}, policy, ...fields } = settings;
  const request = { ...fields, tags: tagList(tags), ...(policy !== undefined && { policy: policyText(policy) }) };
  const { keyMetadata } = await keys.createKey(request, options);
  const { keyId, arn } = keyMetadata as KeyMetadata;
  for (const aliasName of aliases) await keys.createAlias({ aliasName, targetKeyId: keyId }, options);
  return keyHandle(keys, keyId, arn);
}

function keyHandle(keys: KeyClient, keyId: string, arn: string): Key {
  return {
    keyId,
    arn,
    ...lifeOf(keys, keyId),
    ...rotationOf(keys, keyId),
    ...labelsOf(keys, keyId),
    ...accessOf(keys, keyId),
    ...signingOf(keys, keyId),
  };
}

type Life = "disable" | "enable" | "scheduleDeletion" | "cancelDeletion" | "describe";
type Rotation = "rotate" | "enableRotation" | "disableRotation";
type Labels = "tags" | "tag" | "untag";
type Access = "policy" | "putPolicy" | "grant";
type Signing = "publicKey" | "sign" | "verify";

function lifeOf(keys: KeyClient, keyId: string): Pick<Key, Life> {
  return {
    async disable(options) {
      await keys.disableKey({ keyId }, options);
    },
    async enable(options) {
      await keys.enableKey({ keyId }, options);
    },
    async scheduleDeletion({ pendingWindowInDays, ...options } = {}) {
      const request = { keyId, ...(pendingWindowInDays !== undefined && { pendingWindowInDays }) };
      const { deletionDateMs } = await keys.scheduleKeyDeletion(request, options);
      return new Date(deletionDateMs);
    },
    async cancelDeletion(options) {
      await keys.cancelKeyDeletion({ keyId }, options);
    },
    async describe(options) {
      const { keyMetadata } = await keys.describeKey({ keyId }, options);
      return keyMetadata as KeyMetadata;
    },
  };
}

function rotationOf(keys: KeyClient, keyId: string): Pick<Key, Rotation> {
  return {
    async rotate(options) {
      await keys.rotateKeyOnDemand({ keyId }, options);
    },
    async enableRotation({ rotationPeriodInDays, ...options } = {}) {
      const request = { keyId, ...(rotationPeriodInDays !== undefined && { rotationPeriodInDays }) };
      await keys.enableKeyRotation(request, options);
    },
    async disableRotation(options) {
      await keys.disableKeyRotation({ keyId }, options);
    },
  };
}

function labelsOf(keys: KeyClient, keyId: string): Pick<Key, Labels> {
  return {
    async tags(options) {
      // A page holds as many tags as a key may have.
      const { tags } = await keys.listResourceTags({ keyId }, options);
      return Object.fromEntries(tags.map(({ tagKey, tagValue }) => [tagKey, tagValue]));
    },
    async tag(tags, options) {
      await keys.tagResource({ keyId, tags: tagList(tags) }, options);
    },
    async untag(tagKeys, options) {
      await keys.untagResource({ keyId, tagKeys: [...tagKeys] }, options);
    },
  };
}

function accessOf(keys: KeyClient, keyId: string): Pick<Key, Access> {
  return {
    async policy(options) {
      return (await keys.getKeyPolicy({ keyId }, options)).policy;
    },
    async putPolicy(policy, options) {
      await keys.putKeyPolicy({ keyId, policy: policyText(policy) }, options);
    },
    async grant(granteePrincipal, { operations, retiringPrincipal, encryptionContextSubset, name, ...options }) {
      const request = {
        keyId,
        granteePrincipal,
        operations: [...operations],
        ...(retiringPrincipal !== undefined && { retiringPrincipal }),
        ...(encryptionContextSubset !== undefined && { constraints: { encryptionContextSubset } }),
        ...(name !== undefined && { name }),
      };
      const { grantId, grantToken } = await keys.createGrant(request, options);
      const revoke = async (again?: CallOptions) => void (await keys.revokeGrant({ keyId, grantId }, again));
      return { grantId, grantToken, revoke };
    },
  };
}

function signingOf(keys: KeyClient, keyId: string): Pick<Key, Signing> {
  return {
    async publicKey(options) {
      return (await keys.getPublicKey({ keyId }, options)).publicKey;
    },
    async sign(message, { signingAlgorithm, messageType = "RAW", ...options }) {
      return (await keys.sign({ keyId, message, signingAlgorithm, messageType }, options)).signature;
    },
    async verify(message, signature, { signingAlgorithm, messageType = "RAW", ...options }) {
      await keys.verify({ keyId, message, signature, signingAlgorithm, messageType }, options);
    },
  };
}

function tagList(tags: Readonly<Record<string, string>>): { tagKey: string; tagValue: string }[] {
  return Object.entries(tags).map(([tagKey, tagValue]) => ({ tagKey, tagValue }));
}

function policyText(policy: KeyPolicy): string {
  return typeof policy === "string" ? policy : JSON.stringify(policy);
}
