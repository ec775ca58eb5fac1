/** The userIdentity of a CloudTrail record: who called, told by the kind of the ARN (CloudTrail user guide, "userIdentity element"). */

import { createHash } from "node:crypto";
import type { KmsCaller } from "../kms/kms-client.ts";

interface SessionIssuer {
  readonly type: "Role";
  readonly principalId: string;
  readonly arn: string;
  readonly accountId: string;
  readonly userName: string;
}

export interface UserIdentity {
  /** Absent of what KMS does by itself. */
  readonly type?: "Root" | "IAMUser" | "AssumedRole" | "Role" | "AWSAccount" | "AWSService" | "Unknown";
  readonly principalId?: string;
  readonly arn?: string;
  readonly accountId?: string;
  readonly accessKeyId?: string;
  readonly userName?: string;
  readonly sessionContext?: { readonly sessionIssuer: SessionIssuer };
  readonly invokedBy?: string;
  readonly inScopeOf?: { readonly issuerType: "AWS::EC2::Instance"; readonly credentialsIssuedTo: string };
}

/** arn:PARTITION:iam::ACCOUNT:root, :user/PATH/NAME or :role/PATH/NAME; arn:PARTITION:sts::ACCOUNT:assumed-role/NAME/SESSION */
const PRINCIPAL = /^arn:([a-z-]+):(?:iam|sts)::(\d{12}):(root|user|role|assumed-role)(?:\/(.+))?$/;

/** The role that EC2 takes on to open volumes. Its name is in no account; its sessions are named after the instance. */
const INFRASTRUCTURE_ROLE = "aws:ec2-infrastructure";

/** @param accountId whose record it is: of a caller in another account it shows no more than the account */
export function userIdentity(caller: KmsCaller, region: string, accountId: string): UserIdentity {
  const { arn, invokedBy, accessKeyId } = caller;
  const by = invokedBy === undefined ? {} : { invokedBy };
  if (!arn.startsWith("arn:")) return { type: "AWSService", invokedBy: invokedBy ?? arn };
  const signed = { ...(accessKeyId === undefined ? {} : { accessKeyId }) };
  const [, partition = "aws", account = caller.accountId, kind, rest = ""] = PRINCIPAL.exec(arn) ?? [];
  const named = (principalId: string) => ({ principalId, arn, accountId: account, ...signed });
  const principalId = principalIdOf(arn, account, kind, rest);
  if (caller.accountId !== accountId) return { type: "AWSAccount", principalId, accountId: caller.accountId, ...by };
  switch (kind) {
    case "root":
      return { type: "Root", ...named(principalId), ...by };
    case "user":
      return { type: "IAMUser", ...named(principalId), userName: lastPart(rest), ...by };
    case "role":
      return { type: "Role", ...named(principalId), userName: lastPart(rest), ...by };
    case "assumed-role": {
      const [roleName = "", session = ""] = rest.split("/");
      const issuerArn = `arn:${partition}:iam::${account}:role/${roleName}`;
      const sessionIssuer: SessionIssuer = {
        type: "Role",
        principalId: roleId(issuerArn, account, roleName),
        arn: issuerArn,
        accountId: account,
        userName: roleName,
      };
      return {
        type: "AssumedRole",
        ...named(principalId),
        sessionContext: { sessionIssuer },
        ...by,
        ...(roleName === INFRASTRUCTURE_ROLE && { inScopeOf: instanceScope(partition, region, account, session) }),
      };
    }
    default:
      return { type: "Unknown", ...named(principalId), ...by };
  }
}

/** The name that LookupEvents has as Username: of a session, the session's. */
export function usernameOf({ type, arn, userName }: UserIdentity): string | undefined {
  if (type === "Root") return "root";
  return type === "AssumedRole" ? lastPart(arn ?? "") : userName;
}

function instanceScope(partition: string, region: string, account: string, instanceId: string) {
  const credentialsIssuedTo = `arn:${partition}:ec2:${region}:${account}:instance/${instanceId}`;
  return { issuerType: "AWS::EC2::Instance", credentialsIssuedTo } as const;
}

function principalIdOf(arn: string, account: string, kind: string | undefined, rest: string): string {
  if (kind === "root") return account;
  if (kind === "user") return uniqueId("AIDA", arn);
  if (kind === "role") return uniqueId("AROA", arn);
  if (kind !== "assumed-role") return arn;
  const [roleName = "", session = ""] = rest.split("/");
  return `${roleId(arn.replace(/:sts:(.*):assumed-role\/.*$/, `:iam:$1:role/${roleName}`), account, roleName)}:${session}`;
}

/** EC2's own role has no unique id in an account; records show it as the account and its name. */
function roleId(roleArn: string, account: string, roleName: string): string {
  return roleName === INFRASTRUCTURE_ROLE ? `${account}:${roleName}` : uniqueId("AROA", roleArn);
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** The unique id of an IAM user or role has 21 characters, with a prefix that tells which (IAM user guide, "IAM identifiers"). */
const UNIQUE_ID_LENGTH = 21;
/** One per principal: callers are few, and a hash for each of their calls would be wasted. */
const uniqueIds = new Map<string, string>();
const UNIQUE_IDS_KEPT_MAX = 1000;

/** Made from the ARN, so that the same principal has the same id in every daemon. */
function uniqueId(prefix: string, arn: string): string {
  const known = uniqueIds.get(arn);
  if (known !== undefined) return known;
  const digest = createHash("sha256").update(arn).digest();
  const letters = Array.from(digest.subarray(0, UNIQUE_ID_LENGTH - prefix.length), (byte) => BASE32.charAt(byte & 31));
  const made = prefix + letters.join("");
  if (uniqueIds.size >= UNIQUE_IDS_KEPT_MAX) uniqueIds.clear();
  uniqueIds.set(arn, made);
  return made;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
