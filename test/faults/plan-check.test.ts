/** Which effects mean something where: each with each operation of each site. */

import { describe, expect, test } from "vitest";
import { ERRORS } from "#envol/errors.ts";
import { OPERATIONS, type SiteKind } from "#envol/faults/fault.ts";
import { checkPlan, type EffectRequest, type FaultRequest } from "#envol/faults/plan-check.ts";

const VOLUME_ID = "vol-0123456789abcdef0";
const SITES = Object.keys(OPERATIONS) as SiteKind[];

function request(kind: SiteKind, operations: readonly string[], effect: EffectRequest): FaultRequest {
  const site = {
    kind,
    operations,
    volumeId: kind === "kms" ? "" : VOLUME_ID,
    keyId: "",
    offsetBytes: 0,
    lengthBytes: 0,
  };
  return { site, afterOperations: 0, times: 0, seed: 0, effect };
}

/** The operations of a site at which an effect is accepted when they are named. */
function acceptedAt(kind: SiteKind, effect: EffectRequest): string[] {
  return OPERATIONS[kind].filter((name) => {
    try {
      return checkPlan(request(kind, [name], effect)).site.operations.join() === name;
    } catch {
      return false;
    }
  });
}

const ALL = "all";
const EFFECTS: readonly [EffectRequest, Readonly<Record<SiteKind, readonly string[] | typeof ALL>>][] = [
  [
    { kind: "delay", delayMs: 1 },
    { device: ALL, kms: ALL, store: ["PUT"] },
  ],
  [{ kind: "stall" }, { device: ALL, kms: ALL, store: ["PUT"] }],
  [{ kind: "disableKey" }, { device: ALL, kms: [], store: [] }],
  [
    { kind: "kill", afterOperation: true },
    { device: ALL, kms: ALL, store: ALL },
  ],
  [
    { kind: "corrupt", bit: 0 },
    { device: [], kms: [], store: ["GET"] },
  ],
];

describe.each(EFFECTS)("%o", (effect, where) => {
  test.each(SITES)("at %s", (kind) => {
    const expected = where[kind] === ALL ? OPERATIONS[kind] : where[kind];
    expect(acceptedAt(kind, effect)).toEqual(expected);
    // With no operation named, it applies to all of these.
    if (expected.length > 0) expect(checkPlan(request(kind, [], effect)).site.operations).toEqual(expected);
    else
      expect(() => checkPlan(request(kind, [], effect))).toThrow(`spec.${effect.kind}: it means nothing at ${kind}.`);
  });
});

const CHANGES_AND_READ = ["READ", "WRITE", "DISCARD", "WRITE_ZEROES"];
const CODES: readonly [SiteKind, string, readonly string[]][] = [
  ["device", "STORE_FULL", OPERATIONS.device],
  ["device", "VOLUME_NOT_ATTACHED", OPERATIONS.device],
  ["device", "KEY_REVOKED", CHANGES_AND_READ],
  ["device", "INTEGRITY_ERROR", CHANGES_AND_READ],
  ["device", "KMS_UNREACHABLE", CHANGES_AND_READ],
  ["device", "KEY_DISABLED", []],
  ["device", "VOLUME_NOT_FOUND", []],
  ["kms", "KMS_UNREACHABLE", OPERATIONS.kms],
  ["kms", "ACCESS_DENIED", OPERATIONS.kms],
  ["kms", "KEY_DISABLED", ["GenerateDataKeyWithoutPlaintext", "CreateGrant", "Decrypt"]],
  ["kms", "KEY_NOT_FOUND", ["DescribeKey", "GenerateDataKeyWithoutPlaintext", "CreateGrant", "Decrypt"]],
  ["kms", "CIPHERTEXT_INVALID", ["Decrypt"]],
  ["kms", "KEY_REVOKED", []],
  ["store", "STORE_FULL", ["PUT"]],
  ["store", "STORE_FAILED", ["PUT", "GET"]],
  ["store", "INTEGRITY_ERROR", ["GET"]],
  ["store", "KEY_REVOKED", []],
];

test.each(CODES)("at %s, fail with %s applies to %j", (kind, code, operations) => {
  const effect = { kind: "fail", code } as const;
  expect(acceptedAt(kind, effect)).toEqual(operations);
  if (operations.length > 0) expect(checkPlan(request(kind, [], effect)).site.operations).toEqual(operations);
  else expect(() => checkPlan(request(kind, [], effect))).toThrow(/^spec\.fail\.code: expected one of .+ at /);
});

test("every error that a site lists is one that it accepts, and of the table", () => {
  for (const kind of SITES) {
    let text = "";
    try {
      checkPlan(request(kind, [], { kind: "fail", code: "NONE" }));
    } catch (error) {
      text = (error as Error).message;
    }
    const codes = /expected one of (.+) at /.exec(text)?.[1]?.split(", ") ?? [];
    expect(codes.length).toBeGreaterThan(2);
    for (const code of codes) {
      expect(ERRORS).toHaveProperty(code);
      expect(acceptedAt(kind, { kind: "fail", code })).not.toEqual([]);
    }
  }
});

test("an operation at which the effect means nothing is refused, naming it and those at which it does", () => {
  const asked = request("store", ["PUT", "GET"], { kind: "stall" });
  expect(() => checkPlan(asked)).toThrow("spec.store.operations: stall means nothing at GET; it does at PUT.");
});

test("a seed is chosen when none is given, and a range has no end when it has no length", () => {
  const stall = { kind: "stall" } as const;
  const { seed } = checkPlan(request("device", [], stall));
  expect(seed).toBeGreaterThan(0);
  const asked = request("device", [], stall);
  const { site } = checkPlan({ ...asked, seed: 7, site: { ...asked.site!, offsetBytes: 4096 } });
  expect(site.range).toEqual({ offsetBytes: 4096, lengthBytes: Number.POSITIVE_INFINITY });
  expect(checkPlan({ ...asked, seed: 7 })).toMatchObject({ seed: 7, probability: 1 });
});
