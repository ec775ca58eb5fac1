/** What goes back to a client: answers, and errors in the form that AWS gives them. */

import type { ServerResponse } from "node:http";
import type { Logger } from "pino";
import { ERRORS, type ErrorCode, toEnvolError } from "../../errors.ts";
import type { JsonObject } from "./json.ts";
import { queryError } from "./sts.ts";

const JSON_TYPE = "application/x-amz-json-1.1";
const XML_TYPE = "text/xml";
const TEXT_TYPE = "text/plain; charset=utf-8";

/** AWS sends these without a message: it would tell what is wrong with the ciphertext, signature or MAC. */
const SILENT: ReadonlySet<ErrorCode> = new Set(["CIPHERTEXT_INVALID", "SIGNATURE_INVALID", "MAC_INVALID"]);
/** What went wrong on this side and may be told. Everything else of the kind is a KMSInternalException, without detail. */
const TELLABLE: ReadonlySet<ErrorCode> = new Set(["KEY_UNAVAILABLE", "KMS_UNREACHABLE", "UNAVAILABLE"]);
const HTTP_INTERNAL = 500;

export function answerJson(response: ServerResponse, body: JsonObject): void {
  const isEmpty = Object.keys(body).length === 0;
  answer(response, 200, JSON_TYPE, isEmpty ? "" : JSON.stringify(body));
}

export function answerXml(response: ServerResponse, body: string): void {
  answer(response, 200, XML_TYPE, body);
}

export function answerText(response: ServerResponse, status: number, body: string): void {
  answer(response, status, TEXT_TYPE, body);
}

/** Answers with what was thrown. What is this side's fault is logged with its cause, which is never sent. */
export function answerError(
  response: ServerResponse,
  thrown: unknown,
  request: { readonly requestId: string; readonly isQuery: boolean; readonly log: Logger },
): void {
  const { requestId, isQuery, log } = request;
  const error = toEnvolError(thrown);
  const entry = ERRORS[error.code];
  const isInternal = entry.http >= HTTP_INTERNAL && !TELLABLE.has(error.code);
  if (isInternal) log.error({ err: error.cause ?? error, reason: error.code, requestId }, error.message);
  const type = isInternal ? ERRORS.KMS_INTERNAL.aws : entry.aws;
  const status = isInternal ? HTTP_INTERNAL : entry.http;
  if (isQuery) {
    const message = isInternal ? "" : error.message;
    answer(response, status, XML_TYPE, queryError(type, message, status < HTTP_INTERNAL, requestId));
  } else {
    const message = isInternal || SILENT.has(error.code) ? {} : { message: error.message };
    answer(response, status, JSON_TYPE, JSON.stringify({ __type: type, ...message }));
  }
}

function answer(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, {
    "content-type": contentType,
    "content-length": Buffer.byteLength(body),
    // Answers hold plaintext keys.
    "cache-control": "no-store",
  });
  response.end(body);
}
