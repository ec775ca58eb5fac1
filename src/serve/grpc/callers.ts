/**
 * Who makes a call, found once for each before a handler sees it. A call may carry an AWS Signature Version 4 in its
 * metadata; docs/principals.md has the rule by which that makes it somebody's, and proto/envol/v1/principal_service.proto
 * what is signed.
 */

import type { Metadata, ServiceDefinition, UntypedHandleCall, UntypedServiceImplementation } from "@grpc/grpc-js";
import type { Logger } from "pino";
import { EnvolError } from "../../errors.ts";
import { authenticate } from "../../iam/authenticate.ts";
import type { Principals } from "../../iam/principals.ts";
import type { SignedRequest } from "../../iam/signature.ts";
import { accountRoot, type KmsCaller } from "../../kms/kms-client.ts";
import type { AuthMode } from "../../options.ts";
import { endWithError, type StreamingCall } from "./call.ts";
import { SIGNED } from "./load-protos.ts";
import { answerableError, toStatus } from "./status.ts";

export interface Authentication {
  readonly auth: AuthMode;
  readonly principals: Pick<Principals, "findAccessKey">;
  /** The daemon's own account. */
  readonly accountId: string;
  readonly log: Logger;
}

export interface GuardOptions {
  /** Whether principals of other accounts may call, as a key policy may let them. */
  readonly otherAccounts?: boolean;
}

/** What every call of grpc-js has, whichever shape it is of. */
export interface AnyCall {
  readonly metadata: Metadata;
  readonly cancelled: boolean;
  getPeer(): string;
}

type Answer = (status: ReturnType<typeof toStatus>) => void;

/**
 * The handlers of a service, each behind the question who calls: what may not be called does not reach them.
 * @param handlersFor makes the handlers for who calls, or gives them where that makes no difference
 */
export function guarded(
  authentication: Authentication,
  service: ServiceDefinition,
  handlersFor: (caller: KmsCaller, call: AnyCall) => UntypedServiceImplementation,
  options: GuardOptions = {},
): UntypedServiceImplementation {
  const entries = Object.entries(service).map(([name, { path, responseStream }]) => {
    const serve = (caller: KmsCaller, call: AnyCall, answer: Answer) => {
      const handler = handlersFor(caller, call)[name] as UntypedHandleCall;
      (handler as (call: AnyCall, answer: Answer) => void)(call, answer);
    };
    const refuse = (thrown: unknown, call: AnyCall, answer: Answer) => {
      if (responseStream) endWithError(authentication, call as AnyCall & StreamingCall, thrown);
      else answer(toStatus(answerableError(thrown, authentication.log, path)));
    };
    const handler = (call: AnyCall, answer: Answer) => {
      // As a rule nothing is signed, and no turn need be waited for.
      if (authentication.auth === "open" && call.metadata.get("authorization").length === 0) {
        return serve(accountRoot(authentication.accountId), call, answer);
      }
      identify(authentication, signedRequest(call.metadata, path), options).then(
        (caller) => {
          if (!call.cancelled) serve(caller, call, answer);
        },
        (thrown) => refuse(thrown, call, answer),
      );
    };
    return [name, handler];
  });
  return Object.fromEntries(entries);
}

/** @throws AUTH_MISSING, AUTH_INCOMPLETE, AUTH_SIGNATURE, AUTH_UNKNOWN_KEY, ACCESS_DENIED */
async function identify(
  { auth, principals, accountId }: Authentication,
  request: SignedRequest,
  { otherAccounts = false }: GuardOptions,
): Promise<KmsCaller> {
  const rule = { auth, findAccessKey: principals.findAccessKey, accountId };
  // Clients sign by the time of day, which a test's clock is not. They may sign for any Region: the contract has none.
  const { region: _region, ...caller } = await authenticate(request, SIGNED.service, rule, Date.now());
  if (caller.accountId !== accountId && !otherAccounts) {
    const message = `User: ${caller.arn} is not authorized to perform this: it is for principals of account ${accountId} alone.`;
    throw new EnvolError("ACCESS_DENIED", message);
  }
  return caller;
}

/** A call as the HTTP request that its signature is of. */
function signedRequest(metadata: Metadata, path: string): SignedRequest {
  return { method: "POST", path, query: {}, headers: { ...textsOf(metadata), host: SIGNED.host } };
}

function textsOf(metadata: Metadata): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(metadata.getMap())) if (typeof value === "string") texts[name] = value;
  return texts;
}

/** Where a call came from and with which program, as far as the transport tells. A Unix socket has no address. */
export function clientOf(call: AnyCall): Pick<KmsCaller, "sourceIpAddress" | "userAgent"> {
  const [, sourceIpAddress] = /^(.+):\d+$/.exec(call.getPeer()) ?? [];
  const [userAgent] = call.metadata.get("user-agent");
  return {
    ...(sourceIpAddress !== undefined && { sourceIpAddress }),
    ...(typeof userAgent === "string" && { userAgent }),
  };
}
