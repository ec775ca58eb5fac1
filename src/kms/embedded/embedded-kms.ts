/** The KMS that Envol brings along: in process, over the store's tables, its key material in files under a root key. */

import { EnvolError, toEnvolError } from "../../errors.ts";
import type { KmsCaller, KmsClient, MadeGrant } from "../kms-client.ts";
import type { OperationName } from "./operation-names.ts";
import type { OperationRequest, OperationResponse } from "./operations/registry.ts";
import { runOperation } from "./run.ts";
import { type EmbeddedKmsOptions, startKms, stopKms } from "./start.ts";

/**
 * Runs an operation by its AWS name. Requests and responses have AWS's members with the first letter in lower case, bytes
 * as they are, and times in milliseconds since 1970 under a name that ends with `Ms`. A front door that tells its client
 * a request id gives it, so that the record of the call has the same one.
 */
export type CallKms = <Name extends OperationName>(
  operation: Name,
  caller: KmsCaller,
  request: OperationRequest<Name>,
  requestId?: string,
) => Promise<OperationResponse<Name>>;

export interface EmbeddedKms {
  /** Every operation, for the doors. */
  readonly call: CallKms;
  /** For the volumes. */
  readonly client: EmbeddedClient;
  /** Lets state changes under way end, stops timers and zeroes the key material in memory. Calls after it are refused. */
  close(): Promise<void>;
}

/** Always makes the grant that it is asked for. */
interface EmbeddedClient extends KmsClient {
  createGrant(...asked: Parameters<KmsClient["createGrant"]>): Promise<MadeGrant>;
}

/** Starts the KMS: opens the key material, removes what a crash left, and does what is overdue. */
export async function createEmbeddedKms(options: EmbeddedKmsOptions): Promise<EmbeddedKms> {
  const kms = await startKms(options);
  const underWay = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;
  const call: CallKms = (operation, caller, request, requestId) => {
    if (closed !== undefined) return Promise.reject(new EnvolError("UNAVAILABLE", "The KMS is closed."));
    const result = runOperation(kms, operation, caller, request, requestId);
    underWay.add(result);
    const end = () => underWay.delete(result);
    result.then(end, end);
    return result;
  };
  // Secrets are zeroed only when nobody uses them: a key made while they are would never open again.
  const stop = async () => {
    await Promise.allSettled(underWay);
    await stopKms(kms);
  };
  return {
    call,
    client: {
      ...createClient(call),
      onKeyUsability(listener) {
        kms.listeners.add(listener);
        return () => kms.listeners.delete(listener);
      },
      useKey: () => () => {},
    },
    close: () => (closed ??= stop()),
  };
}

function createClient(call: CallKms): Omit<EmbeddedClient, "onKeyUsability" | "useKey"> {
  return {
    async describeKey(caller, request) {
      return (await call("DescribeKey", caller, request)).keyMetadata;
    },
    async generateDataKeyWithoutPlaintext(caller, request) {
      const { ciphertextBlob, keyId } = await call("GenerateDataKeyWithoutPlaintext", caller, request);
      return { ciphertextBlob, keyArn: keyId };
    },
    async decrypt(caller, { keyArn: _, ...request }) {
      const { plaintext, keyId } = await call("Decrypt", caller, request);
      return { plaintext, keyArn: keyId };
    },
    createGrant(caller, { encryptionContextSubset, operations, ...request }) {
      type Granted = OperationRequest<"CreateGrant">["operations"];
      const constraints = { encryptionContextSubset };
      return call("CreateGrant", caller, { ...request, operations: operations as Granted, constraints });
    },
    async retireGrant(caller, { keyArn, grantId }) {
      try {
        await call("RetireGrant", caller, { keyId: keyArn, grantId });
      } catch (error) {
        const { code } = toEnvolError(error);
        if (code !== "GRANT_ID_INVALID" && code !== "KEY_NOT_FOUND") throw error;
      }
    },
  };
}
