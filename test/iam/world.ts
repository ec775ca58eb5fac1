/** One KMS for many small stories: who has which policies, what a key's policy says, and what happens then. */

import type { Identities } from "#envol/iam/identities.ts";
import { parsePolicy } from "#envol/iam/policy/document.ts";
import type { KmsCaller } from "#envol/kms/kms-client.ts";
import { ACCOUNT, CALLER as ROOT, startFixture } from "../kms/fixture.ts";

export { ACCOUNT, ROOT };
export const OTHER_ACCOUNT = "999999999999";
export const EC2 = "ec2.us-east-1.amazonaws.com";

export const userArn = (name: string, accountId = ACCOUNT) => `arn:aws:iam::${accountId}:user/${name}`;
export const roleArn = (name: string, accountId = ACCOUNT) => `arn:aws:iam::${accountId}:role/${name}`;
export const user = (name: string, accountId = ACCOUNT): KmsCaller => ({ arn: userArn(name, accountId), accountId });
export const session = (role: string, name = "me", accountId = ACCOUNT): KmsCaller => ({
  arn: `arn:aws:sts::${accountId}:assumed-role/${role}/${name}`,
  accountId,
});
export const ALICE = user("alice");
export const STRANGER = user("stranger", OTHER_ACCOUNT);
export const OTHER_ROOT: KmsCaller = { arn: `arn:aws:iam::${OTHER_ACCOUNT}:root`, accountId: OTHER_ACCOUNT };
export const INSTANCE: KmsCaller = { ...session("aws:ec2-infrastructure", "i-0123456789abcdef0"), viaService: EC2 };

/** A policy variable: the name between "${" and "}". */
export const variable = (name: string) => `\${${name}}`;

/** Statements allow everything about everything unless they say otherwise. */
export type StatementLike = Readonly<Record<string, unknown>>;

export function policyText(statements: readonly StatementLike[], defaults: StatementLike = {}): string {
  const whole = statements.map((statement) => ({
    Effect: "Allow",
    ...("NotAction" in statement ? {} : { Action: "kms:*" }),
    ...("NotResource" in statement ? {} : { Resource: "*" }),
    ...("NotPrincipal" in statement ? {} : defaults),
    ...statement,
  }));
  return JSON.stringify({ Version: "2012-10-17", Statement: whole });
}

/** A key policy whose statements are about the account unless they say otherwise. */
export const keyPolicyText = (statements: readonly StatementLike[]) =>
  policyText(statements, { Principal: { AWS: ROOT.arn } });

/** The rest of the account's statement: identity policies decide. */
export const DELEGATION: StatementLike = {};

export async function startWorld() {
  const fixture = await startFixture();
  const policies = new Map<string, readonly StatementLike[]>();
  const tags = new Map<string, Readonly<Record<string, string>>>();
  const identities: Identities = {
    policiesOf(arn) {
      const statements = policies.get(arn);
      return statements === undefined ? [] : [parsePolicy(policyText(statements), "identity")];
    },
    tagsOf: (arn) => tags.get(arn) ?? {},
  };
  await fixture.restart({ identities });
  /** The same world after the KMS has been closed and started again. */
  const reopened = async () => {
    await fixture.restart({ identities });
    return { kms: fixture.kms };
  };
  return { ...fixture, kms: fixture.kms, policies, tags, reopened };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** A new key with a policy of these statements; with the default policy when there are none. */
export async function newKey({ kms }: World, statements?: readonly StatementLike[], request: object = {}) {
  const policy = statements === undefined ? {} : { policy: keyPolicyText(statements) };
  const { keyMetadata } = await kms.call("CreateKey", ROOT, {
    ...request,
    ...policy,
    bypassPolicyLockoutSafetyCheck: true,
  });
  return keyMetadata;
}
