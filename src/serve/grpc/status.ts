/** From an error to a gRPC status: the one place where that happens. */

import { Metadata, status as StatusCode, type StatusObject } from "@grpc/grpc-js";
import type { Logger } from "pino";
import { type EnvolError, ERRORS, toEnvolError } from "../../errors.ts";
import type { IoError } from "../../gen/envol/v1/IoError.ts";
import { type AnyMessage, BAD_REQUEST, ERROR_DOMAIN, ERROR_INFO, STATUS, TRAILER, TYPE_URL } from "./load-protos.ts";

/** Trailers travel as HTTP/2 headers, and a client may refuse more than 16 KiB of them; each character may take 9 bytes. */
const MESSAGE_LENGTH_MAX = 1000;

/** What a plain gRPC trailer may hold. */
const PRINTABLE_ASCII = /^[ -~]+$/;

/**
 * Makes an EnvolError of anything thrown. What the daemon has done wrong is logged with its cause, which is never sent.
 * @param rpc the method's path, for the log
 */
export function answerableError(thrown: unknown, log: Logger, rpc: string): EnvolError {
  const error = toEnvolError(thrown);
  const grpc = ERRORS[error.code].grpc;
  if (grpc === "INTERNAL" || grpc === "DATA_LOSS") {
    log.error({ err: error.cause ?? error, reason: error.code, rpc }, error.message);
  }
  return error;
}

/**
 * The status that ends a call: code and text, the google.rpc.Status with an ErrorInfo and, for a field at fault, a
 * BadRequest; and the same as plain trailers.
 */
export function toStatus(error: EnvolError): StatusObject {
  const code = StatusCode[ERRORS[error.code].grpc];
  const message = sendableText(error.message);
  const metadata = new Metadata();
  metadata.set(TRAILER.reason, error.code);
  if (error.field !== undefined && PRINTABLE_ASCII.test(error.field)) metadata.set(TRAILER.field, error.field);
  const details = STATUS.serialize({ code, message, details: errorDetails(error, message) });
  metadata.set(TRAILER.details, details);
  return { code, details: message, metadata };
}

/** The same for one request of an Io stream, which goes on. */
export function toIoError(error: EnvolError): IoError {
  return {
    code: StatusCode[ERRORS[error.code].grpc],
    reason: error.code,
    message: sendableText(error.message),
    field: error.field ?? "",
  };
}

function errorDetails(error: EnvolError, message: string): AnyMessage[] {
  const { field } = error;
  const awsCode = ERRORS[error.code].aws;
  const metadata = field === undefined ? { awsCode } : { awsCode, field };
  const info = ERROR_INFO.serialize({ reason: error.code, domain: ERROR_DOMAIN, metadata });
  const details: AnyMessage[] = [{ type_url: TYPE_URL.errorInfo, value: info }];
  if (field !== undefined) {
    const value = BAD_REQUEST.serialize({ fieldViolations: [{ field, description: message }] });
    details.push({ type_url: TYPE_URL.badRequest, value });
  }
  return details;
}

/** A bounded text that UTF-8 can carry: half a surrogate pair would make grpc-js throw while it ends the call. */
function sendableText(text: string): string {
  return Buffer.from(text.slice(0, MESSAGE_LENGTH_MAX)).toString();
}
