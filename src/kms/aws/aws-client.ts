/** A KmsClient over AWS KMS: what each call asks, and what is made sure of in its answer. */

import { randomUUID } from "node:crypto";
import { EnvolError, type ErrorCode, toEnvolError } from "../../errors.ts";
import type { EventBus } from "../../events.ts";
import { LIMITS } from "../../limits.ts";
import type { EncryptionContext, KmsClient, KmsKeyDescription } from "../kms-client.ts";
import type { KeyWatch } from "./key-watch.ts";
import type { KmsApi } from "./sdk.ts";

/** Makes a call within its time. `discard` takes an answer that comes too late. @throws errors of the table */
export type Ask = <Result>(
  operation: string,
  call: (signal: AbortSignal) => Promise<Result>,
  discard?: (late: Result) => void,
) => Promise<Result>;

export interface AwsClientOptions {
  readonly api: KmsApi;
  readonly ask: Ask;
  readonly watch: KeyWatch;
  readonly events: EventBus;
  /** Who unwraps under grants; without it, nobody does. */
  readonly granteeArn?: string | undefined;
}

/** Service Authorization Reference, "Resource types defined by AWS Key Management Service". */
const KEY_ARN = /^arn:[a-z0-9-]+:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/;

/** Refusals to unwrap that are worth an event, as those of the embedded KMS are. */
const KEY_UNUSABLE: ReadonlySet<ErrorCode> = new Set([
  "KEY_DISABLED",
  "KEY_STATE_INVALID",
  "KEY_NOT_FOUND",
  "KEY_UNAVAILABLE",
]);

type DataKeyRequest = Parameters<KmsClient["generateDataKeyWithoutPlaintext"]>[1];
type DecryptRequest = Parameters<KmsClient["decrypt"]>[1];
type GrantRequest = Parameters<KmsClient["createGrant"]>[1];
type RetireRequest = Parameters<KmsClient["retireGrant"]>[1];

/** The daemon's own credentials are the caller of every call: who asked the daemon, AWS KMS does not learn. */
export function createAwsClient(options: AwsClientOptions): KmsClient {
  const { api, ask, watch, granteeArn } = options;
  /** Makes calls under a key, whose refusal may say something of that key. */
  const under = async <Result>(keyArn: string | undefined, calls: Promise<Result>): Promise<Result> => {
    try {
      return await calls;
    } catch (error) {
      if (keyArn !== undefined) watch.refused(keyArn, toEnvolError(error));
      throw error;
    }
  };
  return {
    describeKey: (_, { keyId }) => describeKey(api, ask, keyId),
    generateDataKeyWithoutPlaintext: (_, request) => under(request.keyId, generateDataKey(options, request)),
    decrypt: (_, request) => under(request.keyArn, decryptAndTell(options, request)),
    async createGrant(_, request) {
      return granteeArn === undefined
        ? undefined
        : await under(request.keyId, createGrant(options, granteeArn, request));
    },
    retireGrant: (_, request) => retireGrant(options, request),
    onKeyUsability: watch.onKeyUsability,
    useKey: watch.useKey,
  };
}

async function generateDataKey({ api, ask, events }: AwsClientOptions, request: DataKeyRequest) {
  const operation = "GenerateDataKeyWithoutPlaintext";
  const { keyId, numberOfBytes, encryptionContext } = request;
  const input = { KeyId: keyId, NumberOfBytes: numberOfBytes, EncryptionContext: encryptionContext };
  const answer = await ask(operation, (signal) => api.generateDataKeyWithoutPlaintext(input, signal));
  const keyArn = checkedArn(operation, answer.KeyId, keyId);
  const ciphertextBlob = answer.CiphertextBlob;
  const lengthBytes = ciphertextBlob?.byteLength ?? 0;
  if (ciphertextBlob === undefined || lengthBytes < 1 || lengthBytes > LIMITS.kmsCiphertextBytesMax) {
    throw wrongAnswer(operation, `a ciphertext of ${lengthBytes} bytes`);
  }
  const detail = { operation, numberOfBytes: String(numberOfBytes) };
  events.publish({ type: "DataKeyWrapped", keyArn, ...volumeIn(encryptionContext), detail });
  return { ciphertextBlob, keyArn };
}

async function decryptAndTell(options: AwsClientOptions, request: DecryptRequest) {
  const { keyArn } = request;
  const facts = { ...volumeIn(request.encryptionContext), ...(keyArn !== undefined && { keyArn }) };
  try {
    const answer = await decrypt(options, request);
    options.events.publish({ type: "DataKeyUnwrapped", ...facts });
    return answer;
  } catch (error) {
    const { code: reason } = toEnvolError(error);
    if (KEY_UNUSABLE.has(reason))
      options.events.publish({ type: "DataKeyUnwrapRefused", ...facts, detail: { reason } });
    throw error;
  }
}

async function decrypt({ api, ask }: AwsClientOptions, request: DecryptRequest) {
  const { ciphertextBlob, encryptionContext, keyArn, grantTokens } = request;
  const input = {
    CiphertextBlob: ciphertextBlob,
    EncryptionContext: encryptionContext,
    ...(keyArn !== undefined && { KeyId: keyArn }),
    ...(grantTokens !== undefined && { GrantTokens: [...grantTokens] }),
  };
  const erase = (answer: { Plaintext?: Uint8Array | undefined }) => void answer.Plaintext?.fill(0);
  const answer = await ask("Decrypt", (signal) => api.decrypt(input, signal), erase);
  try {
    const plaintext = answer.Plaintext;
    if (plaintext?.byteLength !== LIMITS.dataKeyBytes) {
      throw wrongAnswer("Decrypt", `a plaintext of ${plaintext?.byteLength ?? 0} bytes`);
    }
    return { plaintext, keyArn: checkedArn("Decrypt", answer.KeyId, keyArn) };
  } catch (error) {
    erase(answer);
    throw error;
  }
}

async function createGrant({ api, ask, events }: AwsClientOptions, grantee: string, request: GrantRequest) {
  const { keyId, operations, encryptionContextSubset } = request;
  type Operations = Parameters<KmsApi["createGrant"]>[0]["Operations"];
  const input = {
    KeyId: keyId,
    GranteePrincipal: grantee,
    RetiringPrincipal: grantee,
    Operations: [...operations] as Operations,
    Constraints: { EncryptionContextSubset: { ...encryptionContextSubset } },
    // With a name, an attempt whose answer was lost and the next one make one grant.
    Name: `envol-${randomUUID()}`,
  };
  const { GrantId, GrantToken } = await ask("CreateGrant", (signal) => api.createGrant(input, signal));
  if (!GrantId || !GrantToken) throw wrongAnswer("CreateGrant", "no GrantId and GrantToken");
  const detail = { grantId: GrantId, granteePrincipal: grantee, operations: operations.join(",") };
  events.publish({ type: "GrantCreated", keyArn: keyId, ...volumeIn(encryptionContextSubset), detail });
  return { grantId: GrantId, grantToken: GrantToken };
}

async function retireGrant({ api, ask, events }: AwsClientOptions, { keyArn, grantId }: RetireRequest): Promise<void> {
  try {
    await ask("RetireGrant", (signal) => api.retireGrant({ KeyId: keyArn, GrantId: grantId }, signal));
    events.publish({ type: "GrantRetired", keyArn, detail: { grantId, operation: "RetireGrant" } });
  } catch (error) {
    const { code } = toEnvolError(error);
    if (code !== "GRANT_ID_INVALID" && code !== "KEY_NOT_FOUND") throw error;
  }
}

/** @throws KMS_INTERNAL when what the KMS answers cannot be true, and what it refuses with */
export async function describeKey(api: KmsApi, ask: Ask, keyId: string): Promise<KmsKeyDescription> {
  const { KeyMetadata } = await ask("DescribeKey", (signal) => api.describeKey({ KeyId: keyId }, signal));
  const arn = checkedArn("DescribeKey", KeyMetadata?.Arn, keyId);
  const { KeyId, KeyState, KeySpec, KeyUsage } = KeyMetadata ?? {};
  if (!KeyId || !KeyState || !KeySpec || !KeyUsage) {
    throw wrongAnswer("DescribeKey", "no KeyId, KeyState, KeySpec or KeyUsage");
  }
  return { keyId: KeyId, arn, keyState: KeyState, keySpec: KeySpec, keyUsage: KeyUsage };
}

/** The ARN in an answer: that of a key, and if the request named a key by its ARN, of that one. */
function checkedArn(operation: string, found: string | undefined, named: string | undefined): string {
  if (found === undefined || !KEY_ARN.test(found)) throw wrongAnswer(operation, "no ARN of a key");
  if (named === undefined || !KEY_ARN.test(named) || found === named) return found;
  throw wrongAnswer(operation, `the key ${found} in place of ${named}`);
}

function wrongAnswer(operation: string, what: string): EnvolError {
  return new EnvolError("KMS_INTERNAL", `The KMS answered ${operation} with ${what}.`);
}

/** What says in an event which volume a call is about: EBS User Guide, "How Amazon EBS uses AWS KMS". */
function volumeIn(context: EncryptionContext): { volumeId?: string } {
  const volumeId = context["aws:ebs:id"];
  return volumeId === undefined ? {} : { volumeId };
}
