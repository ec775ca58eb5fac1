/** Who somebody is, by their ARN: IAM user guide, "IAM identifiers" and "Principal". */

import { createHash } from "node:crypto";

export type IdentityKind = "root" | "user" | "role" | "session" | "federated" | "service";

export interface Identity {
  readonly kind: IdentityKind;
  /** As the caller gave it; of a service, its name, such as `ec2.us-east-1.amazonaws.com`. */
  readonly arn: string;
  readonly accountId: string;
  /** Of a user or role, without its path; of a session, its role's. */
  readonly name: string;
  /** The ARN that policies are kept under: of a session, its role's; otherwise `arn`. */
  readonly principalArn: string;
  /** Of an assumed role's session or a federated user. */
  readonly sessionName?: string;
}

const ROOT = /^arn:aws:iam::\d{12}:root$/;
const USER_OR_ROLE = /^arn:aws:iam::\d{12}:(user|role)\/(?:.*\/)?([^/]+)$/;
const SESSION = /^arn:aws:sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/;
const FEDERATED = /^arn:aws:sts::\d{12}:federated-user\/([^/]+)$/;

/** A session's ARN does not have the path of its role, so roles are known without it. */
export function identityOf({ arn, accountId }: { readonly arn: string; readonly accountId: string }): Identity {
  const plain = { arn, accountId, principalArn: arn };
  if (ROOT.test(arn)) return { ...plain, kind: "root", name: "root" };
  const named = USER_OR_ROLE.exec(arn);
  if (named !== null) return { ...plain, kind: named[1] as "user" | "role", name: named[2] as string };
  const [, account, role, sessionName] = SESSION.exec(arn) ?? [];
  if (role !== undefined && sessionName !== undefined) {
    return { ...plain, kind: "session", name: role, principalArn: `arn:aws:iam::${account}:role/${role}`, sessionName };
  }
  const [, federated] = FEDERATED.exec(arn) ?? [];
  if (federated !== undefined) return { ...plain, kind: "federated", name: federated, sessionName: federated };
  return { ...plain, kind: "service", name: arn };
}

/**
 * Whether it is AWS itself: a service, or a role that a service keeps for itself, such as `aws:ec2-infrastructure`, whose
 * name no role of a customer can have.
 */
export function isAwsItself({ kind, name }: Identity): boolean {
  return kind === "service" || (kind === "session" && name.startsWith("aws:"));
}

export function rootArnOf(accountId: string): string {
  return `arn:aws:iam::${accountId}:root`;
}

/** Every ARN that names the principal when a policy names it: its own, its role's, its account's. */
export function arnsOf({ arn, principalArn, accountId }: Identity): readonly string[] {
  const root = rootArnOf(accountId);
  if (arn === root) return [root];
  return arn === principalArn ? [arn, root] : [arn, principalArn, root];
}

/** IAM user guide, "Unique identifiers": the first letters say what it is of. */
const ID_PREFIX = { user: "AIDA", role: "AROA" } as const;
const ID_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const ID_DIGITS_AFTER_PREFIX = 17;

/** The unique id of a user or role, as it is in `aws:userid`; it follows from the ARN, so it is the same in every run. */
function uniqueIdOf(kind: "user" | "role", arn: string): string {
  const hash = createHash("sha256").update(arn).digest();
  const digits = [...hash.subarray(0, ID_DIGITS_AFTER_PREFIX)].map((byte) => ID_DIGITS[byte % ID_DIGITS.length]);
  return ID_PREFIX[kind] + digits.join("");
}

/** IAM user guide, "Information available in all requests": what `aws:userid` is for each kind of principal. */
export function userIdOf(identity: Identity): string | undefined {
  const { kind, arn, accountId, principalArn, sessionName } = identity;
  if (kind === "root") return accountId;
  if (kind === "user" || kind === "role") return uniqueIdOf(kind, arn);
  if (kind === "session") return `${uniqueIdOf("role", principalArn)}:${sessionName}`;
  return kind === "federated" ? `${accountId}:${sessionName}` : undefined;
}
