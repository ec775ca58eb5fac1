/** From a gRPC status back to the error that the daemon gave. */

import { type Metadata, status as StatusCode, type StatusObject } from "@grpc/grpc-js";
import { EnvolError, ERRORS, type ErrorCode } from "../errors.ts";
import type { IoError__Output as IoError } from "../gen/envol/v1/IoError.ts";
import { ERROR_DOMAIN, ERROR_INFO, STATUS, TRAILER, TYPE_URL } from "../serve/grpc/load-protos.ts";

/**
 * The EnvolError that a call ended with: with the code and field that the daemon gave; where it gave none, because the
 * call never reached it or did not end by its will, with the nearest code.
 */
export function errorOfStatus(status: StatusObject, address: string): EnvolError {
  const told = toldReason(status.metadata);
  if (told !== undefined) return makeError(told.code, status.details, told.field);
  switch (status.code) {
    case StatusCode.UNAVAILABLE:
      return makeError("UNAVAILABLE", `Cannot reach a daemon at ${address}: is one running there? (${status.details})`);
    case StatusCode.DEADLINE_EXCEEDED:
      return makeError("UNAVAILABLE", `The daemon at ${address} did not answer in time.`);
    case StatusCode.CANCELLED:
      return makeError(
        "UNAVAILABLE",
        `The daemon at ${address} cut the call off: data that was not taken in time was \
dropped when the volume was detached or its key became unusable, or the daemon stopped. Call again to see which.`,
      );
    case StatusCode.RESOURCE_EXHAUSTED:
      return makeError("REQUEST_TOO_LARGE", `A message is larger than gRPC may carry. (${status.details})`);
    default:
      return makeError("INTERNAL", `The call to ${address} failed: ${StatusCode[status.code]}: ${status.details}`);
  }
}

/** The EnvolError of one request on an Io stream. */
export function errorOfIo({ reason, message, field }: IoError): EnvolError {
  return isErrorCode(reason)
    ? makeError(reason, message, field)
    : makeError("INTERNAL", `The daemon gave an error that this client does not know: ${reason}: ${message}`);
}

function makeError(code: ErrorCode, message: string, field = ""): EnvolError {
  return new EnvolError(code, message, field === "" ? {} : { field });
}

/** What the trailers say: the details first, as any gRPC client would read them; then the plain ones. */
function toldReason(metadata: Metadata): { code: ErrorCode; field: string } | undefined {
  const info = errorInfo(metadata.get(TRAILER.details)[0]);
  const reason = info?.reason ?? String(metadata.get(TRAILER.reason)[0]);
  if (!isErrorCode(reason)) return undefined;
  return { code: reason, field: info?.metadata["field"] ?? String(metadata.get(TRAILER.field)[0] ?? "") };
}

function errorInfo(details: string | Buffer | undefined) {
  if (!Buffer.isBuffer(details)) return undefined;
  try {
    const infos = STATUS.deserialize(details)
      .details.filter(({ type_url }) => type_url === TYPE_URL.errorInfo)
      .map(({ value }) => ERROR_INFO.deserialize(Buffer.from(value)));
    return infos.find(({ domain }) => domain === ERROR_DOMAIN);
  } catch {
    // Not a google.rpc.Status: whatever answered there is no Envol.
    return undefined;
  }
}

function isErrorCode(reason: string): reason is ErrorCode {
  return Object.hasOwn(ERRORS, reason);
}
