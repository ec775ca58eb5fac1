/** The KMS that Envol brings along: in process, over the store's tables, its key material in files under a root key. */

import { EnvolError, toEnvolError } from "../../errors.ts";
import type { KeyOperations } from "../key-operations.ts";
import type { KmsClient } from "../kms-client.ts";
import type { Kms } from "./kms.ts";
import { cancelKeyDeletion } from "./operations/cancel-key-deletion.ts";
import { createAlias } from "./operations/create-alias.ts";
import { createGrant } from "./operations/create-grant.ts";
import { createKey } from "./operations/create-key.ts";
import { decrypt } from "./operations/decrypt.ts";
import { deleteAlias } from "./operations/delete-alias.ts";
import { describeKey } from "./operations/describe-key.ts";
import { disableKey } from "./operations/disable-key.ts";
import { enableKey } from "./operations/enable-key.ts";
import { encrypt } from "./operations/encrypt.ts";
import { generateDataKey } from "./operations/generate-data-key.ts";
import { generateDataKeyWithoutPlaintext } from "./operations/generate-data-key-without-plaintext.ts";
import { listAliases } from "./operations/list-aliases.ts";
import { listGrants } from "./operations/list-grants.ts";
import { listKeys } from "./operations/list-keys.ts";
import type { RequestOf, ResponseOf } from "./operations/operation.ts";
import { reEncrypt } from "./operations/re-encrypt.ts";
import { retireGrant } from "./operations/retire-grant.ts";
import { revokeGrant } from "./operations/revoke-grant.ts";
import { scheduleKeyDeletion } from "./operations/schedule-key-deletion.ts";
import { updateAlias } from "./operations/update-alias.ts";
import { type EmbeddedKmsOptions, startKms, stopKms } from "./start.ts";

export interface EmbeddedKms {
  /** For front doors. */
  readonly operations: KeyOperations;
  /** For the volumes. */
  readonly client: KmsClient;
  /** Lets state changes under way end, stops timers and zeroes the key material in memory. Calls after it are refused. */
  close(): Promise<void>;
}

type Operation<Name extends keyof KeyOperations> = (
  kms: Kms,
  caller: Parameters<KeyOperations[Name]>[0],
  request: RequestOf<Name>,
) => Promise<ResponseOf<Name>>;

const OPERATIONS: { readonly [Name in keyof KeyOperations]: Operation<Name> } = {
  createKey,
  describeKey,
  listKeys,
  enableKey,
  disableKey,
  scheduleKeyDeletion,
  cancelKeyDeletion,
  createAlias,
  updateAlias,
  deleteAlias,
  listAliases,
  listGrants,
  revokeGrant,
  generateDataKey,
  generateDataKeyWithoutPlaintext,
  encrypt,
  decrypt,
  reEncrypt,
};

/** Runs one operation, and refuses it once the KMS is closed. */
type Run = <Result>(operation: (kms: Kms) => Promise<Result>) => Promise<Result>;

/** Starts the KMS: opens the key material, removes what a crash left, and destroys keys whose deletion is overdue. */
export async function createEmbeddedKms(options: EmbeddedKmsOptions): Promise<EmbeddedKms> {
  const kms = await startKms(options);
  const underWay = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;
  const run: Run = async (operation) => {
    if (closed !== undefined) throw new EnvolError("UNAVAILABLE", "The KMS is closed.");
    const result = operation(kms);
    underWay.add(result);
    try {
      return await result;
    } finally {
      underWay.delete(result);
    }
  };
  // Secrets are zeroed only when nobody uses them: a key made while they are would never open again.
  const stop = async () => {
    await Promise.allSettled(underWay);
    await stopKms(kms);
  };
  return { operations: bindOperations(run), client: createClient(kms, run), close: () => (closed ??= stop()) };
}

function bindOperations(run: Run): KeyOperations {
  const bound = Object.entries(OPERATIONS).map(([name, operation]) => [
    name,
    // Object.entries forgets which request belongs to which operation; the type of OPERATIONS has checked that.
    (caller: never, request: never) => run((kms): Promise<unknown> => operation(kms, caller, request)),
  ]);
  return Object.fromEntries(bound) as KeyOperations;
}

function createClient(kms: Kms, run: Run): KmsClient {
  return {
    async describeKey(caller, request) {
      return (await run(() => describeKey(kms, caller, request))).keyMetadata;
    },
    async generateDataKeyWithoutPlaintext(caller, request) {
      const answer = await run(() => generateDataKeyWithoutPlaintext(kms, caller, request));
      return { ciphertextBlob: answer.ciphertextBlob, keyArn: answer.keyId };
    },
    async decrypt(caller, request) {
      const { plaintext, keyId } = await run(() => decrypt(kms, caller, request));
      return { plaintext, keyArn: keyId };
    },
    createGrant: (caller, request) => run(() => createGrant(kms, caller, request)),
    async retireGrant(caller, request) {
      try {
        await run(() => retireGrant(kms, caller, request));
      } catch (error) {
        const { code } = toEnvolError(error);
        if (code !== "GRANT_ID_INVALID" && code !== "KEY_NOT_FOUND") throw error;
      }
    },
    onKeyUsability(listener) {
      kms.listeners.add(listener);
      return () => kms.listeners.delete(listener);
    },
  };
}
