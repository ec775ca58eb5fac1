/** PrincipalService over gRPC. */

import type { handleUnaryCall } from "@grpc/grpc-js";
import { EnvolError } from "../../errors.ts";
import type { Principal as PrincipalMessage } from "../../gen/envol/v1/Principal.ts";
import type { PrincipalServiceHandlers } from "../../gen/envol/v1/PrincipalService.ts";
import type { AccessKeyStatus } from "../../iam/principal-record.ts";
import type { Principal } from "../../iam/principals.ts";
import { accountRoot } from "../../kms/kms-client.ts";
import { type CalledContext, unary } from "./call.ts";

export function principalHandlers(context: CalledContext): PrincipalServiceHandlers {
  const { principals, caller, accountId } = context;
  const managed = managedBy(context);
  const arnIn = ({ principal }: { principal: string }) => arnOf(required("principal", principal), accountId);
  return {
    CreatePrincipal: managed(async ({ kind, name, tags }) => {
      // A text that is no kind is refused there.
      const principal = await principals.create({ kind: kind as "user" | "role", name, tags });
      return { principal: toPrincipalMessage(principal) };
    }),
    GetPrincipal: managed((request) => ({ principal: toPrincipalMessage(principals.get(arnIn(request))) })),
    ListPrincipals: managed(() => ({ principals: principals.list().map(toPrincipalMessage) })),
    DeletePrincipal: managed(async (request) => {
      await principals.delete(arnIn(request));
      return {};
    }),
    PutPrincipalPolicy: managed(async (request) => {
      await principals.putPolicy(arnIn(request), request.policyName, request.document);
      return {};
    }),
    DeletePrincipalPolicy: managed(async (request) => {
      await principals.deletePolicy(arnIn(request), request.policyName);
      return {};
    }),
    CreateAccessKey: managed(async (request) => ({ ...(await principals.createAccessKey(arnIn(request))) })),
    UpdateAccessKey: managed(async ({ accessKeyId, status }) => {
      // A text that is no status is refused there.
      await principals.setAccessKeyStatus(required("accessKeyId", accessKeyId), status as AccessKeyStatus);
      return {};
    }),
    DeleteAccessKey: managed(async ({ accessKeyId }) => {
      await principals.deleteAccessKey(required("accessKeyId", accessKeyId));
      return {};
    }),
    GetCallerIdentity: unary(context, () => ({ arn: caller.arn, accountId: caller.accountId })),
  };
}

/** Makes handlers that serve the account root alone. IAM's own actions are not evaluated in policies. */
function managedBy(context: CalledContext) {
  const { caller, accountId } = context;
  return <Request, Response>(
    answer: (request: Request) => Response | Promise<Response>,
  ): handleUnaryCall<Request, Response> =>
    unary(context, async (request) => {
      if (caller.arn !== accountRoot(accountId).arn) {
        const message = `User: ${caller.arn} is not authorized to see or change principals: the account root alone may.`;
        throw new EnvolError("ACCESS_DENIED", message);
      }
      try {
        return await answer(request);
      } catch (thrown) {
        throw atRequestField(thrown);
      }
    });
}

/** What the principals call their arguments, as the messages call them. */
const FIELDS: Readonly<Record<string, string>> = { arn: "principal", policy: "document" };

function atRequestField(thrown: unknown): unknown {
  const field = thrown instanceof EnvolError && thrown.field !== undefined ? FIELDS[thrown.field] : undefined;
  if (field === undefined) return thrown;
  const { code, message, cause } = thrown as EnvolError;
  return new EnvolError(code, message, { field, cause });
}

/** @throws MISSING_ARGUMENT */
function required(field: string, text: string): string {
  if (text !== "") return text;
  throw new EnvolError("MISSING_ARGUMENT", `${field}: it is absent.`, { field });
}

/** A principal as requests name it: by its ARN; or as the end of one, in the daemon's own account. */
function arnOf(principal: string, accountId: string): string {
  if (principal.startsWith("arn:")) return principal;
  return principal === "root" ? accountRoot(accountId).arn : `arn:aws:iam::${accountId}:${principal}`;
}

function toPrincipalMessage({ createdAtMs, accessKeys, ...principal }: Principal): PrincipalMessage {
  return {
    ...principal,
    createTimeMs: createdAtMs,
    accessKeys: accessKeys.map(({ accessKeyId, status, createdAtMs: createTimeMs }) => {
      return { accessKeyId, status, createTimeMs };
    }),
  };
}
