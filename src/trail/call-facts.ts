/**
 * What CloudTrail shows of each operation of AWS KMS, as one table: whether it is read-only, which parameters it shows that
 * the caller left out, and what of the response (AWS KMS developer guide, "AWS KMS log entries", one example for each).
 */

import type { ErrorCode } from "../errors.ts";
import type { CallRecord } from "../kms/embedded/call.ts";
import type { OperationName } from "../kms/embedded/operation-names.ts";

type Facts = Readonly<Record<string, unknown>>;

interface OperationShape {
  readonly readOnly: boolean;
  /** Parameters that are shown with these values when the request does not have them; "hidden" when none is shown at all. */
  readonly parameters?: Facts | "hidden";
  /** What responseElements has: nothing when absent, the key's ARN beside the response, or the response alone. */
  readonly response?: "keyId" | "alone";
}

const read = (parameters: OperationShape["parameters"] = {}): OperationShape => ({ readOnly: true, parameters });
/** Since December 2022 responseElements has the key's ARN, whether the operation answers with it or not. */
const write = (parameters: OperationShape["parameters"] = {}): OperationShape => ({
  readOnly: false,
  parameters,
  response: "keyId",
});
const SYMMETRIC = { encryptionAlgorithm: "SYMMETRIC_DEFAULT" };
const STORE: OperationShape = { readOnly: false, response: "alone" };

const SHAPES: Readonly<Record<OperationName, OperationShape>> = {
  CancelKeyDeletion: write(),
  ConnectCustomKeyStore: STORE,
  CreateAlias: write(),
  CreateCustomKeyStore: STORE,
  CreateGrant: write(),
  CreateKey: {
    readOnly: false,
    parameters: {
      description: "",
      origin: "AWS_KMS",
      keyUsage: "ENCRYPT_DECRYPT",
      tags: [],
      multiRegion: false,
      bypassPolicyLockoutSafetyCheck: false,
    },
    response: "alone",
  },
  Decrypt: read(SYMMETRIC),
  DeleteAlias: write(),
  DeleteCustomKeyStore: STORE,
  DeleteImportedKeyMaterial: write(),
  DeriveSharedSecret: read(),
  DescribeCustomKeyStores: read(),
  DescribeKey: read(),
  DisableKey: write(),
  DisableKeyRotation: write(),
  DisconnectCustomKeyStore: STORE,
  EnableKey: write(),
  EnableKeyRotation: write(),
  Encrypt: read(SYMMETRIC),
  GenerateDataKey: read(),
  GenerateDataKeyPair: read(),
  GenerateDataKeyPairWithoutPlaintext: read(),
  GenerateDataKeyWithoutPlaintext: read(),
  GenerateMac: read(),
  GenerateRandom: read("hidden"),
  GetKeyLastUsage: read(),
  GetKeyPolicy: read({ policyName: "default" }),
  GetKeyRotationStatus: read(),
  GetParametersForImport: read(),
  GetPublicKey: read(),
  ImportKeyMaterial: write(),
  ListAliases: read(),
  ListGrants: read(),
  ListKeyPolicies: read(),
  ListKeyRotations: read(),
  ListKeys: read(),
  ListResourceTags: read(),
  ListRetirableGrants: read(),
  PutKeyPolicy: write({ policyName: "default", bypassPolicyLockoutSafetyCheck: false }),
  ReEncrypt: read({
    sourceEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
    destinationEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
  }),
  ReplicateKey: {
    readOnly: false,
    parameters: { bypassPolicyLockoutSafetyCheck: false, description: "" },
    response: "alone",
  },
  RetireGrant: write("hidden"),
  RevokeGrant: write(),
  RotateKeyOnDemand: write(),
  ScheduleKeyDeletion: write({ pendingWindowInDays: 30 }),
  Sign: read({ messageType: "RAW" }),
  TagResource: write(),
  UntagResource: write(),
  UpdateAlias: write(),
  UpdateCustomKeyStore: STORE,
  UpdateKeyDescription: write(),
  UpdatePrimaryRegion: write(),
  Verify: read({ messageType: "RAW" }),
  VerifyMac: read(),
};

export function isReadOnly(operation: OperationName): boolean {
  return SHAPES[operation].readOnly;
}

/** Failures of requests that may have broken the rules of their fields, so that any value could stand in any of them. */
const UNCHECKED: readonly (ErrorCode | undefined)[] = ["KMS_VALIDATION", "INTERNAL"];

/** The parameters by AWS's names in lowerCamelCase, or null when none is shown. */
export function requestParameters({ operation, request, error }: CallRecord): Facts | null {
  const { parameters = {} } = SHAPES[operation];
  if (parameters === "hidden" || UNCHECKED.includes(error?.code)) return null;
  const given = operation === "CreateKey" ? withBothSpecs(request) : request;
  const facts = { ...parameters, ...topLevel(given) };
  return Object.keys(facts).length === 0 ? null : facts;
}

/** What the response tells, or null for operations that only read, and for calls that failed. */
export function responseElements({ operation, response, keyArns }: CallRecord): Facts | null {
  const shape = SHAPES[operation].response;
  if (shape === undefined || response === undefined) return null;
  const facts = shown(response) as Facts;
  // The last one: UpdateAlias asks for the key that had the alias before the one that has it now.
  const keyId = operation === "UpdatePrimaryRegion" ? keyArns[0] : keyArns.at(-1);
  if (shape === "alone" || keyId === undefined) return Object.keys(facts).length === 0 ? null : facts;
  return { ...facts, keyId };
}

/** keySpec took the place of customerMasterKeySpec; records show both. */
function withBothSpecs(request: Facts): Facts {
  const keySpec = request["keySpec"] ?? request["customerMasterKeySpec"] ?? "SYMMETRIC_DEFAULT";
  return { ...request, keySpec, customerMasterKeySpec: keySpec };
}

/** The request's own members: what lies deeper has names of the caller's choice, such as those of an encryption context. */
function topLevel(request: Facts): Facts {
  return Object.fromEntries(Object.entries(request).map(([name, value]) => shownMember(name, value)));
}

/** A response, whose names are all the API's, at every depth. */
function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined && !(member instanceof Uint8Array));
  return Object.fromEntries(
    members.map(([name, member]) => {
      const [shownName, shownValue] = shownMember(name, member);
      return [shownName, shown(shownValue)];
    }),
  );
}

function shownMember(name: string, value: unknown): readonly [name: string, value: unknown] {
  if (name.endsWith("Ms") && typeof value === "number") return [name.slice(0, -2), formatDate(value)];
  // The API calls it AWSAccountId; a record has its first letter in lower case, whatever follows.
  return [name === "awsAccountId" ? "aWSAccountId" : name, value];
}

const DATE = new Intl.DateTimeFormat("en-US", {
  ...({ timeZone: "UTC", year: "numeric", month: "short", day: "numeric" } as const),
  ...({ hour: "numeric", minute: "2-digit", second: "2-digit" } as const),
});

/** As records of KMS show dates: Aug 10, 2022, 10:38:27 PM. */
function formatDate(timeMs: number): string {
  // ECMA-402 leaves the space before AM and PM to the locale data; newer data has a narrow no-break one.
  return DATE.format(timeMs).replace(/\u202f/g, " ");
}
