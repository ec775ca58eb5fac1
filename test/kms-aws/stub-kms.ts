/** An endpoint that speaks AWS JSON 1.1 and answers as a test says: rightly by default, and as wrongly as is wanted. */

import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const KEY_ARN = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
export const OTHER_KEY_ARN = "arn:aws:kms:us-east-1:111122223333:key/ffffffff-12ab-34cd-56ef-1234567890ab";
export const DATA_KEY = Buffer.from(Array.from({ length: 64 }, (_, at) => at + 1));
export const BLOB = Buffer.from("a wrapped data key");

export interface StubCall {
  readonly operation: string;
  readonly body: Record<string, unknown>;
  readonly userAgent: string;
}

/** The body of an answer; or what to do with the connection. It may wait. */
export type Answer = (
  call: StubCall,
  response: ServerResponse,
) => object | string | undefined | Promise<object | string | undefined>;

/** An answer with an exception. */
export function exception(name: string, message?: string, status = 400): Answer {
  return (_, response) => {
    response.statusCode = status;
    return { __type: name, ...(message !== undefined && { message }) };
  };
}

/** The connection breaks before the answer. */
export const drop: Answer = (_, response) => {
  response.destroy();
  return undefined;
};

/** No answer ever comes. */
export const stall: Answer = () => undefined;

export interface StubKms extends AsyncDisposable {
  readonly endpoint: string;
  readonly calls: StubCall[];
  /** What DescribeKey says of every key. */
  keyState: string;
  /** What an operation answers with, in place of the right thing. */
  readonly answers: Map<string, Answer>;
  /** Resolves when so many calls of an operation have arrived in all. */
  arrived(operation: string, count: number): Promise<void>;
  count(operation: string): number;
}

const RIGHT: Readonly<Record<string, (stub: StubKms, body: Record<string, unknown>) => object | string>> = {
  DescribeKey: (stub, body) => {
    const arn = String(body["KeyId"]).startsWith("arn:") ? String(body["KeyId"]) : KEY_ARN;
    return describedKey(arn, stub.keyState);
  },
  GenerateDataKeyWithoutPlaintext: (_, body) => ({ CiphertextBlob: BLOB.toString("base64"), KeyId: body["KeyId"] }),
  Decrypt: (_, body) => ({
    KeyId: body["KeyId"],
    Plaintext: DATA_KEY.toString("base64"),
    EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
  }),
  CreateGrant: () => ({ GrantId: "a".repeat(64), GrantToken: "a token" }),
  RetireGrant: () => "",
};

export function describedKey(arn: string, keyState: string): object {
  const KeyId = arn.split("/")[1];
  const facts = { KeySpec: "SYMMETRIC_DEFAULT", KeyUsage: "ENCRYPT_DECRYPT", KeyState: keyState };
  return { KeyMetadata: { KeyId, Arn: arn, ...facts } };
}

export async function startStubKms(): Promise<StubKms> {
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stub: StubKms = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    keyState: "Enabled",
    answers: new Map(),
    count: (operation) => stub.calls.filter((call) => call.operation === operation).length,
    arrived: (operation, count) =>
      new Promise((resolve) => {
        const look = () => {
          if (stub.count(operation) < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const operation = String(request.headers["x-amz-target"]).replace("TrentService.", "");
    const body = JSON.parse(Buffer.concat(chunks).toString());
    const call = { operation, body, userAgent: String(request.headers["user-agent"]) };
    stub.calls.push(call);
    const answer = stub.answers.get(operation) ?? (() => RIGHT[operation]?.(stub, body));
    for (const look of [...waiting]) look();
    const given = await answer(call, response);
    if (given === undefined) return;
    response.setHeader("content-type", "application/x-amz-json-1.1");
    response.end(typeof given === "string" ? given : JSON.stringify(given));
  };
  return stub;
}
