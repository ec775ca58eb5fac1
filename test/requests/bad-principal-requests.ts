/** Bad requests to PrincipalService. */

import type { BadRequest } from "./bad-request.ts";

const NOBODY = "user/nobody";
const ALLOWS = { Effect: "Allow", Action: "kms:*", Resource: "*" };
const POLICY = JSON.stringify({ Version: "2012-10-17", Statement: ALLOWS });
/** Beyond IAM's quota, which a user has for all inline policies together. */
const LONG_POLICY = JSON.stringify({ Version: "2012-10-17", Statement: { ...ALLOWS, Sid: "s".repeat(3000) } });

/** The same of every RPC that is about a principal. */
const ABOUT_PRINCIPALS: readonly BadRequest[] = (
  ["GetPrincipal", "DeletePrincipal", "PutPrincipalPolicy", "DeletePrincipalPolicy", "CreateAccessKey"] as const
).flatMap((rpc) => {
  const others = { policyName: "p", document: POLICY };
  return [
    [rpc, "principal is absent", "principal", "principal: it is absent", () => ({ ...others })],
    [rpc, "No such principal", "principal", "cannot be found", () => ({ ...others, principal: NOBODY })],
    [rpc, "No such principal", "principal", "cannot be found", () => ({ ...others, principal: "alice" })],
    [
      ...([rpc, "No such principal", "principal", "cannot be found"] as const),
      () => ({ ...others, principal: "arn:aws:iam::999999999999:user/alice" }),
    ],
  ] satisfies BadRequest[];
});

// biome-ignore format: a table reads best with a row on a line.
export const BAD_PRINCIPAL_REQUESTS: readonly BadRequest[] = [
  ...ABOUT_PRINCIPALS,
  ["CreatePrincipal", "kind is not user or role", "kind", "enum value set: [user, role]", () => ({ name: "bob" })],
  ["CreatePrincipal", "kind is not user or role", "kind", "enum value set: [user, role]", () => ({ kind: "root", name: "bob" })],
  ["CreatePrincipal", "name is not 1 to 64 letters, digits and +=,.@-_", "name", "length greater than or equal to 1", () => ({ kind: "user" })],
  ["CreatePrincipal", "name is not 1 to 64 letters, digits and +=,.@-_", "name", "length less than or equal to 64", () => ({ kind: "role", name: "n".repeat(65) })],
  ["CreatePrincipal", "name is not 1 to 64 letters, digits and +=,.@-_", "name", "regular expression pattern", () => ({ kind: "user", name: "a/b" })],
  ["CreatePrincipal", "There is one of this kind and name", "name", "already exists", () => ({ kind: "user", name: "alice" })],
  ["DeletePrincipal", "principal is the account root", "principal", "cannot be deleted", () => ({ principal: "root" })],
  ["PutPrincipalPolicy", "principal is the account root", "principal", "has no policies", () => ({ principal: "root", policyName: "p", document: POLICY })],
  ["PutPrincipalPolicy", "policy_name is not 1 to 128 such characters as in name", "policyName", "greater than or equal to 1", () => ({ principal: "user/alice", document: POLICY })],
  ["PutPrincipalPolicy", "policy_name is not 1 to 128 such characters as in name", "policyName", "less than or equal to 128", () => ({ principal: "user/alice", policyName: "p".repeat(129), document: POLICY })],
  ["PutPrincipalPolicy", "policy_name is not 1 to 128 such characters as in name", "policyName", "regular expression pattern", () => ({ principal: "user/alice", policyName: "a policy", document: POLICY })],
  ["PutPrincipalPolicy", "document is no identity policy", "document", "not valid JSON", () => ({ principal: "user/alice", policyName: "p", document: "{" })],
  ["PutPrincipalPolicy", "document is no identity policy", "document", "Principal", () => ({ principal: "user/alice", policyName: "p", document: JSON.stringify({ Version: "2012-10-17", Statement: { ...ALLOWS, Principal: "*" } }) })],
  ["PutPrincipalPolicy", "Its policies are too long together", "document", "Maximum policy size of 2048 bytes exceeded", () => ({ principal: "user/alice", policyName: "p", document: LONG_POLICY })],
  ["DeletePrincipalPolicy", "It has no policy of this name", "policyName", "cannot be found", () => ({ principal: "user/alice", policyName: "no-such" })],
  ["DeletePrincipalPolicy", "It has no policy of this name", "policyName", "cannot be found", () => ({ principal: "user/alice", policyName: "constructor" })],
  ["CreateAccessKey", "It has 2 access keys", "principal", "Cannot exceed quota for AccessKeysPerUser: 2", () => ({ principal: "user/alice" })],
  ["UpdateAccessKey", "access_key_id is absent", "accessKeyId", "accessKeyId: it is absent", () => ({ status: "Active" })],
  ["UpdateAccessKey", "status is not Active or Inactive", "status", "enum value set: [Active, Inactive]", (w) => ({ accessKeyId: w.accessKeyId })],
  ["UpdateAccessKey", "status is not Active or Inactive", "status", "enum value set: [Active, Inactive]", (w) => ({ accessKeyId: w.accessKeyId, status: "active" })],
  ["UpdateAccessKey", "No such access key", "accessKeyId", "cannot be found", () => ({ accessKeyId: "AKIAIOSFODNN7EXAMPLE", status: "Active" })],
  ["DeleteAccessKey", "access_key_id is absent", "accessKeyId", "accessKeyId: it is absent", () => ({})],
  ["DeleteAccessKey", "No such access key", "accessKeyId", "cannot be found", () => ({ accessKeyId: "constructor" })],
];
