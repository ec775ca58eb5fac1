/** One call of an operation, and the two hooks that see every call: who may make it, and what is kept of it. */

import type { ErrorCode } from "../../errors.ts";
import type { EncryptionContext, KmsCaller } from "../kms-client.ts";
import type { Kms } from "./kms.ts";
import type { OperationName } from "./operation-names.ts";
import type { GrantRecord, KeyRecord } from "./records.ts";

/** The part of IAM's action name behind `kms:`. ReEncrypt needs one on each of its two keys. */
export type Action = Exclude<OperationName, "ReEncrypt"> | "ReEncryptFrom" | "ReEncryptTo";

export interface Call {
  /** Of the caller's Region. */
  readonly kms: Kms;
  readonly caller: KmsCaller;
  readonly operation: OperationName;
  /** As it was checked against the operation's fields. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly eventId: string;
  /** The ARNs of the keys that the caller asked for, in order; those that were refused too. */
  readonly keyArns: Set<string>;
  /** What CloudTrail shows beside request and response, such as `keyMaterialId`. */
  readonly additional: Record<string, string>;
}

/** What somebody wants to do. */
export interface AuthorizationRequest {
  readonly kms: Kms;
  readonly caller: KmsCaller;
  readonly action: Action;
  /** A key's or an alias's ARN, or `*` for what is about neither. */
  readonly resource: string;
  readonly key?: KeyRecord | undefined;
  /** Of ReEncrypt: whether the source and the destination are one key. */
  readonly onSameKey?: boolean | undefined;
  /** Of RetireGrant: the grant that is to end; absent when there is none. */
  readonly grant?: GrantRecord | undefined;
  readonly encryptionContext?: EncryptionContext | undefined;
  readonly grantTokens?: readonly string[] | undefined;
  /** The whole request, for condition keys. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** Returns when the caller may, and throws ACCESS_DENIED or GRANT_TOKEN_INVALID when not. It must not wait for anything. */
export type Authorizer = (asked: AuthorizationRequest) => void;

/** What is kept of a call: no plaintext, no ciphertext, no grant token. */
export interface CallRecord {
  readonly requestId: string;
  readonly eventId: string;
  /** Milliseconds since 1970. */
  readonly timeMs: number;
  readonly region: string;
  readonly operation: OperationName;
  readonly caller: KmsCaller;
  readonly request: Readonly<Record<string, unknown>>;
  /** Absent when the call failed. */
  readonly response?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: ErrorCode; readonly message: string };
  readonly keyArns: readonly string[];
  readonly additional: Readonly<Record<string, string>>;
}

/** What the KMS does by itself, under CloudTrail's names (AWS KMS developer guide, "Understanding AWS KMS log entries"). */
export type ServiceEventName = "RotateKey" | "DeleteKey" | "DeleteExpiredKeyMaterial" | "SynchronizeMultiRegionKey";

/** What is kept of something that the KMS did by itself. */
export interface ServiceEvent {
  readonly eventId: string;
  /** Milliseconds since 1970. */
  readonly timeMs: number;
  readonly region: string;
  readonly name: ServiceEventName;
  readonly keyArn: string;
  /** As it is afterwards; of a key that was deleted, as it was last. */
  readonly key: KeyRecord;
  /** What CloudTrail shows as serviceEventDetails. */
  readonly details: Readonly<Record<string, string>>;
}

/** Called once for each, when it is done. It must not throw. */
export type ServiceEventRecorder = (event: ServiceEvent) => void;

/** Called once for each call, when its outcome is known and before the caller is answered. It must not throw. */
export type Recorder = (record: CallRecord) => void;
