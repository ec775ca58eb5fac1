/** What becomes of one request: whom it is for, who sent it, and its answer. */

import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import { EnvolError } from "../../errors.ts";
import type { KmsCaller } from "../../kms/kms-client.ts";
import { LIMITS } from "../../limits.ts";
import { answerError, answerJson, answerText, answerXml } from "./answer.ts";
import { type IdentityRule, identify } from "./identity.ts";
import { parseJson } from "./json.ts";
import { readBody, signedRequest, sourceIpAddress, type Target, targetOf } from "./request.ts";
import type { AwsService } from "./service.ts";
import { answerQuery, STS_SIGNING_NAME } from "./sts.ts";

export interface AwsContext {
  /** By the name of the service's shape: in `X-Amz-Target: TrentService.Decrypt`, that is TrentService. */
  readonly services: Readonly<Record<string, AwsService>>;
  readonly identity: IdentityRule;
  readonly clock: Clock;
  readonly log: Logger;
}

const GREETING =
  "This is Envol: AWS KMS, as simulated, for AWS SDKs and the AWS CLI. Give them this address as the endpoint URL.\n";
const FORM_TYPE = "application/x-www-form-urlencoded";

/** One request and its answer. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly target: Target;
  readonly response: ServerResponse;
  readonly requestId: string;
}

/** Answers, whatever the request is. */
export async function handle(context: AwsContext, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const exchange: Exchange = { request, target: targetOf(request), response, requestId: randomUUID() };
  response.setHeader("x-amzn-RequestId", exchange.requestId);
  const isQuery = isQueryProtocol(exchange);
  try {
    refuseBrowsers(request);
    if (isQuery) await answerQueryCall(context, exchange);
    else if (request.method === "GET") greet(exchange);
    else await answerJsonCall(context, exchange);
  } catch (thrown) {
    // What was not read would be taken for the next request.
    if (!request.complete) response.setHeader("connection", "close");
    answerError(response, thrown, { requestId: exchange.requestId, isQuery, log: context.log });
  }
}

/**
 * A page in a browser can send requests to this machine, and whoever looks at the page need not know: no AWS tool says an
 * Origin, and a browser says it with everything that a page of another origin has it send. No answer ever allows one
 * (CORS), so that a browser refuses what it asks about first.
 */
function refuseBrowsers(request: IncomingMessage): void {
  if (request.headers.origin === undefined) return;
  throw new EnvolError("BROWSER_REFUSED", "Requests with an Origin header come from web pages, and are refused.");
}

/** The query protocol names its action in a form, or in the URL of a presigned GET. */
function isQueryProtocol({ request: { headers }, target: { query } }: Exchange): boolean {
  if (headers["x-amz-target"] !== undefined) return false;
  return headers["content-type"]?.startsWith(FORM_TYPE) || query.has("Action");
}

function greet({ target: { path }, response }: Exchange): void {
  if (path === "/" || path === "/health") answerText(response, 200, GREETING);
  else answerText(response, 404, "Not found.\n");
}

async function answerQueryCall(context: AwsContext, exchange: Exchange): Promise<void> {
  const { request, target, response, requestId } = exchange;
  const body = await readBody(request, LIMITS.awsBodyBytesMax);
  const caller = await callerOf(context, exchange, body, STS_SIGNING_NAME);
  const parameters = request.method === "POST" ? new URLSearchParams(body.toString()) : target.query;
  answerXml(response, answerQuery(parameters, caller, requestId));
}

async function answerJsonCall(context: AwsContext, exchange: Exchange): Promise<void> {
  const { request, response, requestId } = exchange;
  const { service, operation } = findService(context, exchange);
  const body = await readBody(request, LIMITS.awsBodyBytesMax);
  const caller = await callerOf(context, exchange, body, service.signingName);
  answerJson(response, await service.call({ operation, request: parseJson(body), caller, requestId }));
}

/** @throws OPERATION_UNKNOWN */
function findService(
  { services }: AwsContext,
  { request, target: { path } }: Exchange,
): { service: AwsService; operation: string } {
  const named = request.headers["x-amz-target"];
  // In front of the operation, SDKs write the shape's name alone, or with a namespace: com.amazonaws.(…).Name.Operation.
  const [operation = "", shape = ""] = typeof named === "string" ? named.split(".").reverse() : [];
  const service = Object.hasOwn(services, shape) ? services[shape] : undefined;
  if (service !== undefined && request.method === "POST" && path === "/") return { service, operation };
  const known = Object.keys(services).map((name) => `${name}.OPERATION`);
  throw new EnvolError(
    "OPERATION_UNKNOWN",
    `Expected POST / with the header X-Amz-Target: ${known.join(" or ")}; docs/aws.md lists what is served.`,
  );
}

/** @throws AUTH_MISSING, AUTH_INCOMPLETE, AUTH_SIGNATURE, AUTH_UNKNOWN_KEY */
async function callerOf(
  { identity, clock }: AwsContext,
  { request, target }: Exchange,
  body: Buffer,
  signingName: string,
): Promise<KmsCaller> {
  const signed = signedRequest(request, target, body);
  const identified = await identify(signed, signingName, identity, clock.now());
  const userAgent = request.headers["user-agent"];
  return {
    ...identified,
    sourceIpAddress: sourceIpAddress(request),
    ...(userAgent !== undefined && { userAgent }),
  };
}
