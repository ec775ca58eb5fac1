/** What is kept of a user, a role or an account's root, and what its parts must be: IAM API reference and quotas. */

import { EnvolError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import { ACCESS_KEY_ID, SECRET_ACCESS_KEY } from "./access-key.ts";
import { rootArnOf } from "./identity.ts";
import { parsePolicy } from "./policy/document.ts";

export const PRINCIPAL_KINDS = ["user", "role", "root"] as const;
export type PrincipalKind = (typeof PRINCIPAL_KINDS)[number];

export const ACCESS_KEY_STATUSES = ["Active", "Inactive"] as const;
export type AccessKeyStatus = (typeof ACCESS_KEY_STATUSES)[number];

/** Under its ARN. */
export interface PrincipalRecord {
  readonly arn: string;
  readonly kind: PrincipalKind;
  /** Of an account's root, `root`. */
  readonly name: string;
  readonly accountId: string;
  readonly createdAtMs: number;
  readonly tags: Readonly<Record<string, string>>;
  /** Inline identity policies as JSON, by name. */
  readonly policies: Readonly<Record<string, string>>;
  /** In order of making. */
  readonly accessKeys: readonly AccessKeyRecord[];
}

export interface AccessKeyRecord {
  readonly accessKeyId: string;
  readonly status: AccessKeyStatus;
  readonly createdAtMs: number;
  /** See `sealed-secret.ts`. */
  readonly sealedSecret: string;
}

export function arnOf({ kind, name, accountId }: Pick<PrincipalRecord, "kind" | "name" | "accountId">): string {
  return kind === "root" ? rootArnOf(accountId) : `arn:aws:iam::${accountId}:${kind}/${name}`;
}

/** IAM API, CreateUser: UserName, as long as IAM lets a name be; PutUserPolicy: PolicyName, up to 128. */
const NAME = /^[\w+=,.@-]+$/;

/** @throws IAM_VALIDATION */
export function requireName(name: string, field: string, lengthMax: number): void {
  if (name.length === 0) throw broken(name, field, "Member must have length greater than or equal to 1");
  if (name.length > lengthMax) {
    throw broken(name, field, `Member must have length less than or equal to ${lengthMax}`);
  }
  if (!NAME.test(name)) throw broken(name, field, "Member must satisfy regular expression pattern: [\\w+=,.@-]+");
}

/** @throws IAM_VALIDATION */
export function requireOneOf<const Value extends string>(
  value: string,
  field: string,
  values: readonly Value[],
): asserts value is Value {
  if ((values as readonly string[]).includes(value)) return;
  throw broken(value, field, `Member must satisfy enum value set: [${values.join(", ")}]`);
}

/** @throws IAM_VALIDATION */
export function requireAccountId(accountId: string): void {
  if (!/^\d{12}$/.test(accountId)) {
    throw broken(accountId, "accountId", "Member must satisfy regular expression pattern: \\d{12}");
  }
}

/** The secret is not shown. @throws IAM_VALIDATION */
export function requireAccessKey({ accessKeyId, secretAccessKey }: AccessKeyPair): void {
  if (!ACCESS_KEY_ID.test(accessKeyId)) {
    throw broken(accessKeyId, "accessKeyId", "Member must satisfy regular expression pattern: \\w{16,128}");
  }
  if (!SECRET_ACCESS_KEY.test(secretAccessKey)) {
    throw validation("secretAccessKey must be 1 to 128 printable ASCII characters without spaces.", "secretAccessKey");
  }
}

export interface AccessKeyPair {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * The policies of a principal, each well formed and all together within IAM's quota, which does not count white space.
 * @throws POLICY_INVALID, IAM_LIMIT_EXCEEDED, IAM_VALIDATION
 */
export function requirePolicies({ kind, name, policies }: Pick<PrincipalRecord, "kind" | "name" | "policies">): void {
  if (kind === "root" && Object.keys(policies).length > 0) {
    throw validation("The root of an account has no policies: it may do all that its account may.", "arn");
  }
  for (const [policyName, text] of Object.entries(policies)) {
    requireName(policyName, "policyName", LIMITS.iamPolicyNameLengthMax);
    parsePolicy(text, "identity");
  }
  const lengthMax = kind === "role" ? LIMITS.iamRolePoliciesLengthMax : LIMITS.iamUserPoliciesLengthMax;
  const length = Object.values(policies).reduce((sum, text) => sum + text.replaceAll(/\s/g, "").length, 0);
  if (length <= lengthMax) return;
  throw limitExceeded(`Maximum policy size of ${lengthMax} bytes exceeded for ${kind} ${name}`, "policy");
}

/** @throws IAM_LIMIT_EXCEEDED */
export function requireRoomForAccessKey(record: PrincipalRecord): void {
  if (record.accessKeys.length < LIMITS.iamAccessKeysMax) return;
  throw limitExceeded(`Cannot exceed quota for AccessKeysPerUser: ${LIMITS.iamAccessKeysMax}`, "arn");
}

function limitExceeded(message: string, field: string): EnvolError {
  return new EnvolError("IAM_LIMIT_EXCEEDED", message, { field });
}

function broken(value: string, field: string, rule: string): EnvolError {
  const shown = value.length > LIMITS.iamPolicyNameLengthMax ? "" : ` '${value}'`;
  return validation(
    `1 validation error detected: Value${shown} at '${field}' failed to satisfy constraint: ${rule}`,
    field,
  );
}

function validation(message: string, field: string): EnvolError {
  return new EnvolError("IAM_VALIDATION", message, { field });
}
