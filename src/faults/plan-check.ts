/** From what a request says to the plan of a fault: which sites, operations, effects and numbers go together. */

import { randomInt } from "node:crypto";
import { EnvolError, type ErrorCode } from "../errors.ts";
import { type Effect, type FaultPlan, OPERATIONS, type OperationName, type SiteKind } from "./fault.ts";

/** A fault as it is asked for. Numbers that are absent are 0, texts "", lists empty. */
export interface FaultRequest {
  readonly site?: SiteRequest;
  readonly afterOperations: number;
  readonly times: number;
  readonly probability?: number;
  readonly seed: number;
  readonly effect?: EffectRequest;
}

export interface SiteRequest {
  readonly kind: SiteKind;
  readonly operations: readonly string[];
  readonly volumeId: string;
  readonly keyId: string;
  readonly offsetBytes: number;
  readonly lengthBytes: number;
}

export type EffectRequest = Exclude<Effect, { kind: "fail" }> | { readonly kind: "fail"; readonly code: string };

/** An hour. What should last longer is a stall. */
const DELAY_MS_MAX = 3_600_000;
const SEED_END = 2 ** 32;

const WITH_KEY: readonly OperationName[] = ["READ", "WRITE", "DISCARD", "WRITE_ZEROES"];
const USES_KEY: readonly OperationName[] = ["GenerateDataKeyWithoutPlaintext", "CreateGrant", "Decrypt"];

/** The errors that a healthy caller may meet at each operation: what the real site gives, and its callers can handle. */
const ERRORS_AT: readonly (readonly [operations: readonly OperationName[], codes: readonly ErrorCode[]])[] = [
  [OPERATIONS.device, ["STORE_FULL", "STORE_FAILED", "VOLUME_NOT_ATTACHED", "UNAVAILABLE", "INTERNAL"]],
  [WITH_KEY, ["KEY_REVOKED", "INTEGRITY_ERROR", "KMS_UNREACHABLE", "KMS_INTERNAL"]],
  [OPERATIONS.kms, ["KMS_UNREACHABLE", "KMS_INTERNAL", "ACCESS_DENIED"]],
  [[...USES_KEY, "RetireGrant"], ["KEY_STATE_INVALID"]],
  [[...USES_KEY, "DescribeKey"], ["KEY_NOT_FOUND"]],
  [USES_KEY, ["KEY_DISABLED", "KEY_UNAVAILABLE"]],
  [["Decrypt"], ["CIPHERTEXT_INVALID", "GRANT_TOKEN_INVALID"]],
  [["CreateGrant"], ["KMS_LIMIT_EXCEEDED"]],
  [["PUT"], ["STORE_FULL", "STORE_FAILED"]],
  [["GET"], ["INTEGRITY_ERROR", "STORE_FAILED"]],
];

/** Operations at which an effect means something. A read of the store is done at once: nothing can hold it up. */
const MEANINGFUL_AT: Readonly<Record<Exclude<Effect["kind"], "fail">, readonly OperationName[]>> = {
  delay: [...OPERATIONS.device, ...OPERATIONS.kms, "PUT"],
  stall: [...OPERATIONS.device, ...OPERATIONS.kms, "PUT"],
  disableKey: OPERATIONS.device,
  kill: [...OPERATIONS.device, ...OPERATIONS.kms, ...OPERATIONS.store],
  corrupt: ["GET"],
};

/**
 * The plan of a fault, as far as the request alone can tell. The key of its site is yet to be looked up.
 * @throws MISSING_ARGUMENT, INVALID_ARGUMENT, ARGUMENT_COMBINATION, ARGUMENT_DEPENDENCY
 */
export function checkPlan(request: FaultRequest): FaultPlan {
  const { site, effect } = request;
  if (site === undefined) throw missing("site", "expected one of device, kms and store");
  if (effect === undefined) throw missing("effect", "expected one of delay, stall, fail, disableKey, kill and corrupt");
  const named = checkOperations(site);
  const checked = checkEffect(site.kind, effect);
  if (checked.kind === "corrupt" && site.volumeId === "") {
    const message = "spec.store.volumeId: corrupt needs the volume whose sectors it is to change.";
    throw new EnvolError("ARGUMENT_DEPENDENCY", message, { field: "spec.store.volumeId" });
  }
  for (const name of ["offsetBytes", "lengthBytes"] as const) checkWhole(`${site.kind}.${name}`, site[name]);
  for (const name of ["afterOperations", "times"] as const) checkWhole(name, request[name]);
  const { offsetBytes, lengthBytes } = site;
  const range = { offsetBytes, lengthBytes: lengthBytes || Number.POSITIVE_INFINITY };
  return {
    site: {
      kind: site.kind,
      operations: meaningfulOperations(site.kind, named, checked),
      ...(site.volumeId !== "" && { volumeId: site.volumeId }),
      ...((offsetBytes > 0 || lengthBytes > 0) && { range }),
    },
    afterOperations: request.afterOperations,
    times: request.times,
    probability: checkProbability(request.probability ?? 1),
    seed: request.seed || randomInt(1, SEED_END),
    effect: checked,
  };
}

function checkOperations({ kind, operations }: SiteRequest): OperationName[] {
  const known: readonly OperationName[] = OPERATIONS[kind];
  return operations.map((given) => {
    const found = known.find((name) => name === given);
    if (found !== undefined) return found;
    throw invalid(`${kind}.operations`, `expected ${listed(known)}, got ${quoted(given)}`);
  });
}

/** The operations that a fault applies to: those named, or else all on which its effect means something. */
function meaningfulOperations(kind: SiteKind, named: readonly OperationName[], effect: Effect): OperationName[] {
  const possible = possibleOperations(kind, effect);
  const meaningless = named.find((name) => !possible.includes(name));
  if (meaningless !== undefined) {
    const what = effect.kind === "fail" ? `fail with ${effect.code}` : effect.kind;
    const message = `spec.${kind}.operations: ${what} means nothing at ${meaningless}; it does at ${listed(possible)}.`;
    throw new EnvolError("ARGUMENT_COMBINATION", message, { field: `spec.${kind}.operations` });
  }
  return named.length > 0 ? [...new Set(named)] : possible;
}

function possibleOperations(kind: SiteKind, effect: Effect): OperationName[] {
  const of: readonly OperationName[] =
    effect.kind === "fail"
      ? ERRORS_AT.filter(([, codes]) => codes.includes(effect.code)).flatMap(([operations]) => operations)
      : MEANINGFUL_AT[effect.kind];
  return OPERATIONS[kind].filter((name) => of.includes(name));
}

function checkEffect(kind: SiteKind, effect: EffectRequest): Effect {
  if (effect.kind === "fail") return { kind: "fail", code: checkCode(kind, effect.code) };
  if (possibleOperations(kind, effect).length === 0) {
    const message = `spec.${effect.kind}: it means nothing at ${kind}.`;
    throw new EnvolError("ARGUMENT_COMBINATION", message, { field: `spec.${effect.kind}` });
  }
  if (effect.kind === "delay" && !(effect.delayMs >= 1 && effect.delayMs <= DELAY_MS_MAX)) {
    throw invalid("delay.delayMs", `expected 1 to ${DELAY_MS_MAX}, got ${effect.delayMs}`);
  }
  return effect;
}

function checkCode(kind: SiteKind, code: string): ErrorCode {
  if (code === "") throw missing("fail.code", "expected an error, by its reason");
  const here: readonly OperationName[] = OPERATIONS[kind];
  const rows = ERRORS_AT.filter(([operations]) => operations.some((name) => here.includes(name)));
  const codes = [...new Set(rows.flatMap(([, row]) => row))];
  const found = codes.find((known) => known === code);
  if (found === undefined)
    throw invalid("fail.code", `expected one of ${listed(codes)} at ${kind}, got ${quoted(code)}`);
  return found;
}

function checkProbability(probability: number): number {
  if (probability > 0 && probability <= 1) return probability;
  throw invalid("probability", `expected a number above 0 and at most 1, got ${probability}`);
}

function checkWhole(field: string, value: number): void {
  if (!Number.isSafeInteger(value)) throw invalid(field, "expected a whole number below 2^53");
}

function listed(names: readonly string[]): string {
  return names.join(", ");
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 64));
}

function missing(field: string, rule: string): EnvolError {
  return new EnvolError("MISSING_ARGUMENT", `spec.${field}: ${rule}.`, { field: `spec.${field}` });
}

function invalid(field: string, rule: string): EnvolError {
  return new EnvolError("INVALID_ARGUMENT", `spec.${field}: ${rule}.`, { field: `spec.${field}` });
}
