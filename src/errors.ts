/**
 * Every error that Envol gives, in one table: what it is called at each front door, and what to do about it.
 *
 * `docs/errors.md` is made from this table (`npm run generate`). AWS names and texts follow the EC2, EBS and KMS API
 * references; gRPC codes follow google.rpc.Code; errno values are those of the NBD protocol document.
 */

/** The gRPC status codes in use here, by name. */
export type GrpcStatus =
  | "INVALID_ARGUMENT"
  | "NOT_FOUND"
  | "ALREADY_EXISTS"
  | "PERMISSION_DENIED"
  | "UNAUTHENTICATED"
  | "RESOURCE_EXHAUSTED"
  | "FAILED_PRECONDITION"
  | "ABORTED"
  | "OUT_OF_RANGE"
  | "INTERNAL"
  | "UNAVAILABLE"
  | "DATA_LOSS";

/** The error numbers that an NBD server may send. */
export type NbdErrno = "EPERM" | "EIO" | "ENOMEM" | "EINVAL" | "ENOSPC" | "EOVERFLOW" | "ENOTSUP" | "ESHUTDOWN";

/** What one error is called at each front door. */
export interface ErrorEntry {
  readonly grpc: GrpcStatus;
  /** HTTP status of the AWS-shaped doors. KMS answers 400 where its model says 404, 409 or 412; so does this table. */
  readonly http: number;
  /** The AWS error code. */
  readonly aws: string;
  readonly errno: NbdErrno;
  /** Exit code of the command line. */
  readonly exit: number;
  readonly meaning: string;
  readonly action: string;
}

function entry(
  grpc: GrpcStatus,
  http: number,
  aws: string,
  errno: NbdErrno,
  exit: number,
  meaning: string,
  action: string,
): ErrorEntry {
  return { grpc, http, aws, errno, exit, meaning, action };
}

/** Exit codes of the command line; `docs/errors.md` lists them. */
export const EXIT = {
  ok: 0,
  failure: 1,
  usage: 2,
  notFound: 3,
  refusedByState: 4,
  keyUnusable: 5,
  dataDamaged: 6,
  unreachable: 7,
  limit: 8,
} as const;

// biome-ignore format: a table reads best with a row on a line.
export const ERRORS = {
  // The request itself.
  INVALID_ARGUMENT: entry("INVALID_ARGUMENT", 400, "InvalidParameterValue", "EINVAL", EXIT.usage, "A field has a value outside its rule.", "Correct the field that the error names."),
  MISSING_ARGUMENT: entry("INVALID_ARGUMENT", 400, "MissingParameter", "EINVAL", EXIT.usage, "A required field is absent.", "Give the field that the error names."),
  ARGUMENT_COMBINATION: entry("INVALID_ARGUMENT", 400, "InvalidParameterCombination", "EINVAL", EXIT.usage, "Two fields contradict each other.", "Leave one of them out."),
  ARGUMENT_DEPENDENCY: entry("INVALID_ARGUMENT", 400, "InvalidParameterDependency", "EINVAL", EXIT.usage, "A field needs another one that is absent.", "Give the other field too."),
  PAGE_TOKEN_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidNextToken", "EINVAL", EXIT.usage, "A page token was not made by this call.", "Start again from the first page."),
  IDEMPOTENT_PARAMETER_MISMATCH: entry("ALREADY_EXISTS", 400, "IdempotentParameterMismatch", "EINVAL", EXIT.usage, "The client token was used before with other parameters.", "Use a new client token, or the same parameters."),
  OUT_OF_RANGE: entry("OUT_OF_RANGE", 400, "InvalidParameterValue", "EINVAL", EXIT.usage, "The byte range ends past the end of the volume.", "Stay within the volume's size, or grow it."),
  REQUEST_TOO_LARGE: entry("INVALID_ARGUMENT", 400, "InvalidParameterValue", "EOVERFLOW", EXIT.usage, "The request moves more bytes than one request may.", "Split it, or use a bulk stream."),

  // Volumes and attachments.
  VOLUME_NOT_FOUND: entry("NOT_FOUND", 400, "InvalidVolume.NotFound", "EINVAL", EXIT.notFound, "There is no such volume.", "List the volumes; it may have been deleted."),
  VOLUME_ID_MALFORMED: entry("INVALID_ARGUMENT", 400, "InvalidVolumeID.Malformed", "EINVAL", EXIT.usage, "The text is not a volume id.", "A volume id is vol- and 17 hexadecimal digits."),
  VOLUME_IN_USE: entry("FAILED_PRECONDITION", 400, "VolumeInUse", "EPERM", EXIT.refusedByState, "The volume is attached.", "Detach it first, or create it with multi-attach."),
  VOLUME_BUSY: entry("ABORTED", 400, "IncorrectState", "EPERM", EXIT.refusedByState, "Another operation on this volume is under way.", "Try again when it has ended."),
  VOLUME_NOT_ATTACHED: entry("FAILED_PRECONDITION", 400, "IncorrectState", "ESHUTDOWN", EXIT.refusedByState, "The volume is not attached, so it takes no reads and writes.", "Attach it first."),
  VOLUME_LIMIT_EXCEEDED: entry("RESOURCE_EXHAUSTED", 400, "VolumeLimitExceeded", "ENOSPC", EXIT.limit, "The daemon holds as many volumes as it may.", "Delete volumes that are not needed."),
  ATTACHMENT_NOT_FOUND: entry("NOT_FOUND", 400, "InvalidAttachment.NotFound", "EINVAL", EXIT.notFound, "The volume has no such attachment.", "Describe the volume to see its attachments."),
  ATTACHMENT_LIMIT_EXCEEDED: entry("RESOURCE_EXHAUSTED", 400, "AttachmentLimitExceeded", "ENOSPC", EXIT.limit, "The volume has as many attachments as it may.", "Detach one first."),
  TAG_LIMIT_EXCEEDED: entry("INVALID_ARGUMENT", 400, "TagLimitExceeded", "EINVAL", EXIT.usage, "There are more tags than one resource may have.", "Give at most 50 tags."),
  READ_ONLY: entry("FAILED_PRECONDITION", 400, "UnsupportedOperation", "EPERM", EXIT.refusedByState, "The attachment is read-only.", "Attach the volume without read-only to write to it."),
  INVALID_KMS_KEY: entry("FAILED_PRECONDITION", 400, "InvalidKMSKey.InvalidState", "EPERM", EXIT.keyUnusable, "The key cannot protect a volume: only a symmetric encryption key can.", "Use a SYMMETRIC_DEFAULT key."),
  KEY_REVOKED: entry("FAILED_PRECONDITION", 400, "CustomerKeyHasBeenRevoked", "EPERM", EXIT.keyUnusable, "The volume's KMS key is disabled, pending deletion or gone, so its data is unreadable.", "Enable the key, or cancel its deletion; nothing else is needed."),

  // The data itself.
  INTEGRITY_ERROR: entry("DATA_LOSS", 500, "InternalError", "EIO", EXIT.dataDamaged, "Stored bytes are not what was written: changed, moved or swapped.", "Restore the data from elsewhere; the error names the volume and the sector."),
  STORE_FULL: entry("RESOURCE_EXHAUSTED", 503, "InsufficientVolumeCapacity", "ENOSPC", EXIT.limit, "The disk under the data directory has no room.", "Free some space; what was flushed is safe."),
  STORE_FAILED: entry("INTERNAL", 500, "InternalError", "EIO", EXIT.failure, "The store could not read or write.", "See the daemon's log for the cause."),

  // Keys, with the names that AWS KMS gives them.
  KEY_NOT_FOUND: entry("NOT_FOUND", 400, "NotFoundException", "EPERM", EXIT.notFound, "There is no such key or alias.", "List the keys and the aliases."),
  KEY_DISABLED: entry("FAILED_PRECONDITION", 400, "DisabledException", "EPERM", EXIT.keyUnusable, "The key is disabled.", "Enable the key."),
  KEY_STATE_INVALID: entry("FAILED_PRECONDITION", 400, "KMSInvalidStateException", "EPERM", EXIT.keyUnusable, "The key's state does not allow this operation.", "Describe the key; a scheduled deletion can be cancelled until it is due."),
  KEY_UNAVAILABLE: entry("UNAVAILABLE", 500, "KeyUnavailableException", "EPERM", EXIT.keyUnusable, "The key cannot be used for the moment.", "Try again."),
  KEY_USAGE_INVALID: entry("FAILED_PRECONDITION", 400, "InvalidKeyUsageException", "EPERM", EXIT.refusedByState, "The key's usage or spec does not fit the operation.", "Use a key made for this operation."),
  KEY_INCORRECT: entry("INVALID_ARGUMENT", 400, "IncorrectKeyException", "EPERM", EXIT.usage, "The key named is not the one that made the ciphertext.", "Name the right key, or none."),
  CIPHERTEXT_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidCiphertextException", "EPERM", EXIT.usage, "The ciphertext is damaged, or the encryption context is not the one it was made with.", "Give the ciphertext whole, and the same encryption context."),
  ALIAS_EXISTS: entry("ALREADY_EXISTS", 400, "AlreadyExistsException", "EINVAL", EXIT.usage, "The alias is taken.", "Choose another name, or update the alias."),
  ALIAS_NAME_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidAliasNameException", "EINVAL", EXIT.usage, "The alias name is not allowed.", "Use alias/ and letters, digits, / _ -; alias/aws/ is reserved."),
  ARN_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidArnException", "EINVAL", EXIT.usage, "The ARN is malformed, or of another kind of thing.", "Give a key id, key ARN, alias name or alias ARN."),
  KMS_VALIDATION: entry("INVALID_ARGUMENT", 400, "ValidationException", "EINVAL", EXIT.usage, "A field of a KMS request has a value outside its rule.", "Correct the field that the error names."),
  KMS_LIMIT_EXCEEDED: entry("RESOURCE_EXHAUSTED", 400, "LimitExceededException", "ENOSPC", EXIT.limit, "A KMS quota is used up.", "Delete what is not needed."),
  KMS_UNSUPPORTED: entry("INVALID_ARGUMENT", 400, "UnsupportedOperationException", "ENOTSUP", EXIT.usage, "The operation does not apply to this key, or is not offered.", "Use another key or operation."),
  KMS_INTERNAL: entry("INTERNAL", 500, "KMSInternalException", "EIO", EXIT.failure, "The KMS failed.", "See the daemon's log for the cause."),
  KMS_UNREACHABLE: entry("UNAVAILABLE", 503, "DependencyTimeoutException", "EIO", EXIT.keyUnusable, "The KMS did not answer.", "Try again."),
  KMS_THROTTLED: entry("RESOURCE_EXHAUSTED", 400, "ThrottlingException", "EIO", EXIT.limit, "The KMS takes no more requests for the moment.", "Try again later, or ask for a higher request quota."),
  KMS_CREDENTIALS_INVALID: entry("FAILED_PRECONDITION", 400, "UnrecognizedClientException", "EIO", EXIT.keyUnusable, "The daemon's own AWS credentials are missing or expired, or the KMS does not take them.", "Put valid ones where the AWS SDK finds them: environment, shared files or role."),
  TAG_INVALID: entry("INVALID_ARGUMENT", 400, "TagException", "EINVAL", EXIT.usage, "A tag is malformed, doubled or reserved.", "Correct the tag that the error names."),
  SIGNATURE_INVALID: entry("INVALID_ARGUMENT", 400, "KMSInvalidSignatureException", "EINVAL", EXIT.usage, "The signature is not of this message under this key.", "Check the message, its type, the algorithm and the key."),
  MAC_INVALID: entry("INVALID_ARGUMENT", 400, "KMSInvalidMacException", "EINVAL", EXIT.usage, "The MAC is not of this message under this key.", "Check the message, the algorithm and the key."),
  DRY_RUN: entry("FAILED_PRECONDITION", 400, "DryRunOperationException", "EINVAL", EXIT.refusedByState, "The request would have succeeded, but it asked for a dry run.", "Leave DryRun out to have it done."),
  POLICY_INVALID: entry("INVALID_ARGUMENT", 400, "MalformedPolicyDocumentException", "EINVAL", EXIT.usage, "A policy is malformed, or a key policy would lock the caller out.", "Correct what the error names, or bypass the lockout check."),
  KEY_EXISTS: entry("ALREADY_EXISTS", 400, "AlreadyExistsException", "EINVAL", EXIT.usage, "The Region has this multi-Region key already.", "Use the key that is there."),
  IMPORT_TOKEN_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidImportTokenException", "EINVAL", EXIT.usage, "The import token was not made for this key.", "Ask for new parameters for import."),
  IMPORT_TOKEN_EXPIRED: entry("INVALID_ARGUMENT", 400, "ExpiredImportTokenException", "EINVAL", EXIT.usage, "The import token is older than 24 hours.", "Ask for new parameters for import."),
  KEY_MATERIAL_INCORRECT: entry("INVALID_ARGUMENT", 400, "IncorrectKeyMaterialException", "EINVAL", EXIT.usage, "The key material is not of the key's kind, or not the one imported before.", "Import the material that belongs to the key."),
  MARKER_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidMarkerException", "EINVAL", EXIT.usage, "A page marker was not made by this call.", "Start again from the first page."),
  GRANT_TOKEN_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidGrantTokenException", "EPERM", EXIT.usage, "The grant token is not of a grant on this key.", "Use the token that CreateGrant gave."),
  GRANT_ID_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidGrantIdException", "EINVAL", EXIT.usage, "The key has no such grant.", "List the key's grants."),
  ACCESS_DENIED: entry("PERMISSION_DENIED", 400, "AccessDeniedException", "EPERM", EXIT.keyUnusable, "The caller may not do this with the key.", "Change the key policy, or use a grant."),

  // Principals, with the names that IAM gives them.
  PRINCIPAL_NOT_FOUND: entry("NOT_FOUND", 404, "NoSuchEntity", "EINVAL", EXIT.notFound, "There is no such user, role, policy or access key.", "List the principals."),
  PRINCIPAL_EXISTS: entry("ALREADY_EXISTS", 409, "EntityAlreadyExists", "EINVAL", EXIT.usage, "There is a user or role of this name, or an access key of this id.", "Choose another one."),
  IAM_VALIDATION: entry("INVALID_ARGUMENT", 400, "ValidationError", "EINVAL", EXIT.usage, "A field of a principal has a value outside its rule.", "Correct the field that the error names."),
  IAM_LIMIT_EXCEEDED: entry("RESOURCE_EXHAUSTED", 409, "LimitExceeded", "ENOSPC", EXIT.limit, "An IAM quota is used up.", "Delete what is not needed."),

  // Who asks: AWS Signature Version 4, with the names of the AWS APIs' common errors.
  AUTH_MISSING: entry("UNAUTHENTICATED", 400, "MissingAuthenticationTokenException", "EPERM", EXIT.keyUnusable, "The request is not signed, and the daemon wants every request signed.", "Sign it with an access key that the daemon knows."),
  AUTH_INCOMPLETE: entry("UNAUTHENTICATED", 400, "IncompleteSignatureException", "EPERM", EXIT.usage, "The request's signature lacks a part, or a part is malformed.", "Have an AWS SDK sign the request, or correct what the error names."),
  AUTH_SIGNATURE: entry("UNAUTHENTICATED", 400, "InvalidSignatureException", "EPERM", EXIT.keyUnusable, "The signature is not of this request, by this access key, for this service, at this time.", "Check the secret access key, the clock, and the Region and service that the request is signed for."),
  AUTH_UNKNOWN_KEY: entry("UNAUTHENTICATED", 400, "UnrecognizedClientException", "EPERM", EXIT.keyUnusable, "The daemon knows no such access key, or it is inactive.", "Use an access key that the daemon knows."),

  // The form of an HTTP request to the AWS endpoint.
  REQUEST_MALFORMED: entry("INVALID_ARGUMENT", 400, "SerializationException", "EINVAL", EXIT.usage, "The request's body is not JSON, or a member has another type than the API's model says.", "Correct what the error names."),
  OPERATION_UNKNOWN: entry("INVALID_ARGUMENT", 400, "UnknownOperationException", "EINVAL", EXIT.usage, "The endpoint serves no such operation.", "docs/aws.md lists what is served."),
  BODY_TOO_LARGE: entry("INVALID_ARGUMENT", 413, "RequestEntityTooLargeException", "EOVERFLOW", EXIT.usage, "The request's body is larger than any request of the API.", "Send less."),
  BROWSER_REFUSED: entry("PERMISSION_DENIED", 403, "AccessDeniedException", "EPERM", EXIT.usage, "A web page sent the request.", "Send it from a program; a page in a browser must not use the keys of whoever looks at it."),
  // Looking up records, with the names that AWS CloudTrail gives them.
  LOOKUP_ATTRIBUTES_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidLookupAttributesException", "EINVAL", EXIT.usage, "A lookup attribute is malformed, or there are several.", "Give one attribute, with one of the keys that the error names."),
  LOOKUP_LIMIT_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidMaxResultsException", "EINVAL", EXIT.usage, "More, or fewer, records are asked for than a page may have.", "Ask for as many as the error says."),
  LOOKUP_TIME_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidTimeRangeException", "EINVAL", EXIT.usage, "A time is malformed, or the end lies before the start.", "Correct the time that the error names."),
  LOOKUP_TOKEN_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidNextTokenException", "EINVAL", EXIT.usage, "A token was not made by this call, or with other parameters.", "Start again from the first page."),
  LOOKUP_CATEGORY_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidEventCategoryException", "EINVAL", EXIT.usage, "There is no such category of events.", "Leave the category out, or ask for insight."),

  // The daemon.
  WATCH_TOO_SLOW: entry("RESOURCE_EXHAUSTED", 503, "RequestLimitExceeded", "EIO", EXIT.limit, "The watcher takes events more slowly than they happen, and fell too far behind.", "Watch again, with after_sequence set to the last sequence number seen."),
  UNAVAILABLE: entry("UNAVAILABLE", 503, "Unavailable", "ESHUTDOWN", EXIT.unreachable, "The daemon is stopping, or cannot be reached.", "Start it with envol serve; the address is set by --address or ENVOL_ADDRESS."),
  HARNESS_OFF: entry("FAILED_PRECONDITION", 400, "UnsupportedOperation", "EPERM", EXIT.refusedByState, "The daemon was not started for tests, so nothing can be broken or reset in it.", "Start it with envol serve --harness, or with harness: true in startDaemon's options."),
  FAULT_NOT_FOUND: entry("NOT_FOUND", 400, "InvalidParameterValue", "EINVAL", EXIT.notFound, "There is no such fault.", "List the faults; a reset removes all of them."),
  INTERNAL: entry("INTERNAL", 500, "InternalError", "EIO", EXIT.failure, "Something failed that should not.", "See the daemon's log, and report it."),
  CONFIG_INVALID: entry("INVALID_ARGUMENT", 400, "InvalidParameterValue", "EINVAL", EXIT.usage, "A flag, environment variable or configuration field is wrong.", "Correct what the error names."),
  ADDRESS_IN_USE: entry("UNAVAILABLE", 503, "Unavailable", "EPERM", EXIT.refusedByState, "Something else listens on the address, or a file is in the socket's place.", "Stop it, or choose another address."),
  DATA_DIRECTORY_IN_USE: entry("FAILED_PRECONDITION", 400, "IncorrectState", "EPERM", EXIT.refusedByState, "Another daemon has this data directory open.", "Stop the other daemon, or choose another directory with --data."),
  DATA_DIRECTORY_TOO_NEW: entry("FAILED_PRECONDITION", 400, "IncorrectState", "EPERM", EXIT.refusedByState, "The data directory was written by a newer Envol.", "Use that version or a later one."),
  ROOT_KEY_INVALID: entry("FAILED_PRECONDITION", 400, "IncorrectState", "EPERM", EXIT.refusedByState, "The root key is missing, malformed or not the one that the data directory was made with.", "Put the right root key back where the error says."),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** An error with a place in the table. Its message may be shown to anyone: it holds no secret and no cause. */
export class EnvolError extends Error {
  override readonly name = "EnvolError";
  readonly code: ErrorCode;
  /** The request field at fault, as the gRPC messages spell it (lowerCamelCase), where one field is. */
  readonly field: string | undefined;

  constructor(code: ErrorCode, message: string, options: { field?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.field = options.field;
  }
}

/** The one place where something thrown becomes an error of the table. An unforeseen cause is kept for the log and never sent. */
export function toEnvolError(thrown: unknown): EnvolError {
  if (thrown instanceof EnvolError) return thrown;
  return new EnvolError("INTERNAL", "Something failed inside the daemon; its log has the cause.", { cause: thrown });
}
