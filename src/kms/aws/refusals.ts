/** What the SDK throws, as errors of the table. */

import { EnvolError, ERRORS, type ErrorCode } from "../../errors.ts";
import type { Verdict } from "./breaker.ts";

/** By AWS's name of the exception: KMS API reference, the errors of each operation, and "Common Errors". */
const CODES: Readonly<Record<string, ErrorCode>> = {
  NotFoundException: "KEY_NOT_FOUND",
  DisabledException: "KEY_DISABLED",
  KMSInvalidStateException: "KEY_STATE_INVALID",
  KeyUnavailableException: "KEY_UNAVAILABLE",
  InvalidKeyUsageException: "KEY_USAGE_INVALID",
  IncorrectKeyException: "KEY_INCORRECT",
  InvalidCiphertextException: "CIPHERTEXT_INVALID",
  InvalidArnException: "ARN_INVALID",
  InvalidGrantTokenException: "GRANT_TOKEN_INVALID",
  InvalidGrantIdException: "GRANT_ID_INVALID",
  LimitExceededException: "KMS_LIMIT_EXCEEDED",
  UnsupportedOperationException: "KMS_UNSUPPORTED",
  ValidationException: "KMS_VALIDATION",
  AccessDeniedException: "ACCESS_DENIED",
  KMSInternalException: "KMS_INTERNAL",
  InternalFailure: "KMS_INTERNAL",
  DependencyTimeoutException: "KMS_UNREACHABLE",
  ServiceUnavailable: "KMS_UNREACHABLE",
  ServiceUnavailableException: "KMS_UNREACHABLE",
  ThrottlingException: "KMS_THROTTLED",
  // The SDK's own, when it finds no credentials or cannot refresh them; then the service's, when it does not take them.
  CredentialsProviderError: "KMS_CREDENTIALS_INVALID",
  TokenProviderError: "KMS_CREDENTIALS_INVALID",
  UnrecognizedClientException: "KMS_CREDENTIALS_INVALID",
  InvalidClientTokenId: "KMS_CREDENTIALS_INVALID",
  InvalidSignatureException: "KMS_CREDENTIALS_INVALID",
  IncompleteSignature: "KMS_CREDENTIALS_INVALID",
  IncompleteSignatureException: "KMS_CREDENTIALS_INVALID",
  MissingAuthenticationToken: "KMS_CREDENTIALS_INVALID",
  MissingAuthenticationTokenException: "KMS_CREDENTIALS_INVALID",
  ExpiredTokenException: "KMS_CREDENTIALS_INVALID",
  RequestExpired: "KMS_CREDENTIALS_INVALID",
  OptInRequired: "KMS_CREDENTIALS_INVALID",
};

/** Errors of the key that a request names. */
const ABOUT_THE_KEY: ReadonlySet<ErrorCode> = new Set(["KEY_NOT_FOUND", "ARN_INVALID"]);

/** As much of the KMS's own text as a message repeats. */
const TEXT_LENGTH_MAX = 1000;

/** The field in "Value … at 'keyId' failed to satisfy constraint": how services word a ValidationException. */
const FIELD = /\bat '([A-Za-z]\w*)/;

/** What the SDK's errors have beside an Error's members. */
interface SdkError {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  /** "client" or "server" on an error that the service has answered with. */
  readonly $fault?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/**
 * The error of a failed call. Only what the service itself says in an error is repeated: another answer, which the SDK
 * may quote in its error, can hold a data key. For the same reason it has no cause, whose text would be logged.
 * @param operation its AWS name
 */
export function refusalOf(operation: string, thrown: unknown): EnvolError {
  if (thrown instanceof EnvolError) return thrown;
  const error = (thrown ?? {}) as SdkError;
  const name = typeof error.name === "string" ? error.name : "Error";
  const code = Object.hasOwn(CODES, name) ? CODES[name] : undefined;
  if (code === "KMS_CREDENTIALS_INVALID") return credentialsRefusal(operation, name);
  if (code !== undefined && error.$fault !== undefined) return serviceRefusal(code, operation, error);
  const status = error.$metadata?.httpStatusCode;
  // A connection that breaks in the middle of an answer has both a status and the system's name for what happened.
  if (status === undefined || typeof error.code === "string")
    return unreachable(`${operation} did not reach the KMS (${causeOf(error)}).`);
  if (status === 429) return new EnvolError("KMS_THROTTLED", `${operation}: ${ERRORS.KMS_THROTTLED.meaning}`);
  if (status >= 502) return unreachable(`The KMS, or what is before it, answered ${operation} with HTTP ${status}.`);
  const answer = error.$fault === undefined ? "with something that is no answer" : `with ${name}`;
  return new EnvolError("KMS_INTERNAL", `The KMS answered ${operation} ${answer} (HTTP ${status}).`);
}

/** A call that nobody waits for any more. */
export function unreachable(message: string): EnvolError {
  return new EnvolError("KMS_UNREACHABLE", message);
}

/** What a failed call says of the KMS. */
export function verdictOf(thrown: unknown): Verdict {
  const code = thrown instanceof EnvolError ? thrown.code : "INTERNAL";
  if (code === "KMS_UNREACHABLE" || code === "KMS_INTERNAL") return "down";
  // Without credentials the SDK asks nobody.
  return code === "KMS_CREDENTIALS_INVALID" || code === "INTERNAL" ? "nothing" : "up";
}

function serviceRefusal(code: ErrorCode, operation: string, { message }: SdkError): EnvolError {
  const said = typeof message === "string" ? message.slice(0, TEXT_LENGTH_MAX).replace(/\p{Cc}+/gu, " ") : "";
  // An exception without a text has "UnknownError" for one in the SDK.
  const text = said === "" || said === "UnknownError" ? `${operation}: ${ERRORS[code].meaning}` : said;
  const named = code === "KMS_VALIDATION" ? FIELD.exec(said)?.[1] : undefined;
  const field = named === undefined ? undefined : named.charAt(0).toLowerCase() + named.slice(1);
  const at = field ?? (ABOUT_THE_KEY.has(code) ? "keyId" : undefined);
  return new EnvolError(code, text, at === undefined ? {} : { field: at });
}

function credentialsRefusal(operation: string, name: string): EnvolError {
  const message = `${operation} was not done: ${ERRORS.KMS_CREDENTIALS_INVALID.meaning} (${name})`;
  return new EnvolError("KMS_CREDENTIALS_INVALID", message);
}

/** The operating system's or Node's name for what went wrong, such as ECONNREFUSED, or the error's own. */
function causeOf({ code, name }: SdkError): string {
  const cause = typeof code === "string" ? code : String(name);
  return /^\w{1,64}$/.test(cause) ? cause : "unknown cause";
}
