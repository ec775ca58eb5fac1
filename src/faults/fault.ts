/** What a fault is: where it stands, when it fires, and what it does. How requests spell it is said in harness_service.proto. */

import type { ErrorCode } from "../errors.ts";

/** The operations of each site, by the names that requests give them. */
export const OPERATIONS = {
  device: ["READ", "WRITE", "FLUSH", "DISCARD", "WRITE_ZEROES", "ALLOCATION"],
  kms: ["DescribeKey", "GenerateDataKeyWithoutPlaintext", "CreateGrant", "Decrypt", "RetireGrant"],
  store: ["PUT", "GET"],
} as const;

export type SiteKind = keyof typeof OPERATIONS;
export type OperationName<Kind extends SiteKind = SiteKind> = (typeof OPERATIONS)[Kind][number];

/** A byte range of a volume; Infinity reaches to its end. */
export interface ByteRange {
  readonly offsetBytes: number;
  readonly lengthBytes: number;
}

/** Where: the operations of one site, narrowed to a volume, a range or a key where these are given. */
export interface Site {
  readonly kind: SiteKind;
  readonly operations: readonly OperationName[];
  readonly volumeId?: string;
  readonly range?: ByteRange;
  readonly keyArn?: string;
}

/** When. */
export interface Schedule {
  /** Matches to let pass first. */
  readonly afterOperations: number;
  /** Firings at most; 0 is without limit. */
  readonly times: number;
  /** Above 0, at most 1. */
  readonly probability: number;
  /** A whole number of 32 bits. */
  readonly seed: number;
}

export type Effect =
  | { readonly kind: "delay"; readonly delayMs: number }
  | { readonly kind: "stall" }
  | { readonly kind: "fail"; readonly code: ErrorCode }
  | { readonly kind: "disableKey" }
  | { readonly kind: "kill"; readonly afterOperation: boolean }
  | { readonly kind: "corrupt"; readonly bit: number };

export interface FaultPlan extends Schedule {
  readonly site: Site;
  readonly effect: Effect;
}

/** A fault in force, or as it was when it was removed. */
export interface Fault extends FaultPlan {
  readonly faultId: string;
  /** Operations that have met it. */
  readonly matched: number;
  /** Times that it has fired. */
  readonly fired: number;
}

/** An operation, as the faults see it. What does not apply to it, or is not known, is absent. */
export interface Operation {
  readonly site: SiteKind;
  readonly name: OperationName;
  readonly volumeId?: string | undefined;
  readonly keyArn?: string;
  /** The bytes that a request asks for. */
  readonly asked?: ByteRange;
  /** Whether it touches a sector that the range touches. */
  readonly touches?: (range: ByteRange) => boolean;
}

export function matches({ site, effect }: FaultPlan, operation: Operation): boolean {
  if (site.kind !== operation.site || !site.operations.includes(operation.name)) return false;
  if (site.volumeId !== undefined && site.volumeId !== operation.volumeId) return false;
  if (site.keyArn !== undefined && site.keyArn !== operation.keyArn) return false;
  if (effect.kind === "disableKey" && operation.keyArn === undefined) return false;
  return site.range === undefined || (operation.touches?.(site.range) ?? false);
}

/** Whether two ranges touch a sector that is the same. */
export function shareSector(sectorSizeBytes: number, one: ByteRange, other: ByteRange): boolean {
  const first = (range: ByteRange) => Math.floor(range.offsetBytes / sectorSizeBytes);
  const end = (range: ByteRange) => Math.ceil((range.offsetBytes + range.lengthBytes) / sectorSizeBytes);
  return first(one) < end(other) && first(other) < end(one);
}
