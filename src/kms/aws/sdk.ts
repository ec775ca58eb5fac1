/** The AWS SDK, loaded when it is asked for: the operations of AWS KMS that volumes need, and how they are sent. */

import type { IncomingMessage } from "node:http";
import type * as Sdk from "@aws-sdk/client-kms";
import { EnvolError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import { type Connections, createConnections } from "./connections.ts";
import { collectSecret, takePlaintext } from "./secret-answer.ts";

/** Each aborts with its signal, and throws what the SDK throws. */
export interface KmsApi {
  describeKey(input: Sdk.DescribeKeyCommandInput, signal: AbortSignal): Promise<Sdk.DescribeKeyCommandOutput>;
  generateDataKeyWithoutPlaintext(
    input: Sdk.GenerateDataKeyWithoutPlaintextCommandInput,
    signal: AbortSignal,
  ): Promise<Sdk.GenerateDataKeyWithoutPlaintextCommandOutput>;
  /** Of the plaintext there is no copy but the one that the caller gets. */
  decrypt(input: Sdk.DecryptCommandInput, signal: AbortSignal): Promise<Sdk.DecryptCommandOutput>;
  createGrant(input: Sdk.CreateGrantCommandInput, signal: AbortSignal): Promise<Sdk.CreateGrantCommandOutput>;
  retireGrant(input: Sdk.RetireGrantCommandInput, signal: AbortSignal): Promise<Sdk.RetireGrantCommandOutput>;
  close(): void;
}

export interface KmsApiOptions {
  readonly region: string;
  readonly endpoint?: string;
  /** One call, retries included. */
  readonly requestTimeoutMs: number;
}

/** @throws CONFIG_INVALID when the SDK is not installed */
export async function openKmsApi(options: KmsApiOptions): Promise<KmsApi> {
  const sdk = await loadSdk();
  // An attempt that hangs leaves as much time for another one.
  const attemptTimeoutMs = Math.ceil(options.requestTimeoutMs / 2);
  const { httpAgent, httpsAgent, readBy } = createConnections();
  const client = new sdk.KMSClient({
    region: options.region,
    ...(options.endpoint !== undefined && { endpoint: options.endpoint }),
    // Exponential backoff with full jitter, and a budget of retries that runs out while nothing succeeds.
    retryMode: "standard",
    maxAttempts: LIMITS.awsKmsAttemptsMax,
    requestHandler: {
      httpAgent,
      httpsAgent,
      connectionTimeout: attemptTimeoutMs,
      requestTimeout: attemptTimeoutMs,
      throwOnRequestTimeout: true,
    },
    customUserAgent: "envol",
  });
  return {
    describeKey: (input, abortSignal) => client.send(new sdk.DescribeKeyCommand(input), { abortSignal }),
    generateDataKeyWithoutPlaintext: (input, abortSignal) =>
      client.send(new sdk.GenerateDataKeyWithoutPlaintextCommand(input), { abortSignal }),
    decrypt: (input, abortSignal) => decrypt({ sdk, client, readBy }, input, abortSignal),
    createGrant: (input, abortSignal) => client.send(new sdk.CreateGrantCommand(input), { abortSignal }),
    retireGrant: (input, abortSignal) => client.send(new sdk.RetireGrantCommand(input), { abortSignal }),
    close: () => client.destroy(),
  };
}

async function loadSdk(): Promise<typeof Sdk> {
  try {
    return await import("@aws-sdk/client-kms");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw cause;
    const message = "kms: AWS KMS needs the AWS SDK, which is not installed: npm install @aws-sdk/client-kms";
    throw new EnvolError("CONFIG_INVALID", message, { field: "kms", cause });
  }
}

/** Keeps the plaintext from the SDK's parser: it is taken out of the body before. */
async function decrypt(
  { sdk, client, readBy }: { sdk: typeof Sdk; client: Sdk.KMSClient; readBy: Connections["readBy"] },
  input: Sdk.DecryptCommandInput,
  abortSignal: AbortSignal,
): Promise<Sdk.DecryptCommandOutput> {
  const command = new sdk.DecryptCommand(input);
  let plaintext: Uint8Array | undefined;
  const taken = { step: "deserialize", name: "envolSecretAnswer", priority: "low" } as const;
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as { statusCode: number; body: IncomingMessage | Buffer };
      if (response.statusCode !== 200 || Buffer.isBuffer(response.body)) return result;
      const reads = readBy(response.body.socket);
      const body = await collectSecret(response.body, reads);
      const found = takePlaintext(body);
      plaintext?.fill(0);
      plaintext = found?.plaintext;
      response.body = found?.rest ?? body;
      return result;
    },
    taken,
  );
  try {
    const { Plaintext: _, ...output } = await client.send(command, { abortSignal });
    return { ...output, ...(plaintext !== undefined && { Plaintext: plaintext }) };
  } catch (error) {
    (plaintext as Uint8Array | undefined)?.fill(0);
    throw error;
  }
}
