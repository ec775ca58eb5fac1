/** Three clients of AWS KMS, driven in one way: an operation's name, and its input and output as the JSON of the wire. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import * as kms from "@aws-sdk/client-kms";
import { fromSdk, SDK_MODEL, toSdk } from "./model.ts";

export type Json = Readonly<Record<string, unknown>>;
/** An output, or the code and text of an error; AWS leaves out the text of some. */
export type Outcome =
  | { readonly output: Json }
  | { readonly error: { readonly code: string; readonly message?: string } };
export type Drive = (operation: string, input: Json) => Promise<Outcome>;

export interface DrivenClient extends AsyncDisposable {
  /** The operations that the client knows, with the members of their inputs. */
  readonly operations: Readonly<Record<string, readonly string[]>>;
  readonly drive: Drive;
}

const REGION = "us-east-1";
const CREDENTIALS = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "anything" };

/** A request of nobody in particular, by hand. */
export async function post(
  endpoint: string,
  operation: string,
  input: Json,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `TrentService.${operation}`,
      ...headers,
    },
    body: JSON.stringify(input),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** The same, as a client. Its errors have the messages that are really there. */
export function wire(endpoint: string): Drive {
  return async (operation, input) => {
    const { status, text } = await post(endpoint, operation, input);
    const json = text === "" ? {} : JSON.parse(text);
    if (status === 200) return { output: json };
    const { __type: code, message } = json;
    return { error: { code, ...(message !== undefined && { message }) } };
  };
}

/** AWS SDK for JavaScript, version 3. */
export function sdkClient(endpoint: string): DrivenClient {
  const client = new kms.KMSClient({ endpoint, region: REGION, credentials: CREDENTIALS, maxAttempts: 1 });
  return {
    operations: Object.fromEntries(
      Object.entries(SDK_MODEL).map(([name, { input }]) => [name, Object.keys(input.members)]),
    ),
    async drive(operation, input) {
      const shapes = SDK_MODEL[operation];
      const Command = (kms as unknown as Record<string, new (input: unknown) => kms.ListKeysCommand>)[
        `${operation}Command`
      ];
      if (shapes === undefined || Command === undefined) throw new Error(`The SDK has no ${operation}.`);
      try {
        const { $metadata, ...output } = await client.send(new Command(toSdk(shapes.input, input)));
        if ($metadata.requestId === undefined) throw new Error("The answer has no request id.");
        return { output: fromSdk(shapes.output, output) as Json };
      } catch (thrown) {
        if (!(thrown instanceof kms.KMSServiceException)) throw thrown;
        return { error: { code: thrown.name, message: thrown.message } };
      }
    },
    async [Symbol.asyncDispose]() {
      client.destroy();
    },
  };
}

const DRIVER = fileURLToPath(new URL("driver.py", import.meta.url));
/** Not the first python3 of PATH: Debian's packages are for Debian's Python. */
export const PYTHON = "/usr/bin/python3";

/** boto3, or the AWS CLI in process, because to start it anew takes longer than all that it does. */
export async function pythonClient(kind: "boto3" | "cli", endpoint: string, directory: string): Promise<DrivenClient> {
  const config = join(directory, "aws-config");
  // Else the CLI writes times as texts.
  await writeFile(config, "[default]\ncli_timestamp_format = wire\n");
  const child = spawn(PYTHON, [DRIVER, kind, endpoint], {
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: directory,
      AWS_CONFIG_FILE: config,
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
      AWS_DEFAULT_REGION: REGION,
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_MAX_ATTEMPTS: "1",
      AWS_PAGER: "",
    },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  // Once it has ended, reading from it fails, and says so.
  child.stdin.on("error", () => {});
  const next = linesOf(child);
  const operations = JSON.parse(await next()) as DrivenClient["operations"];
  return {
    operations,
    async drive(operation, input) {
      child.stdin.write(`${JSON.stringify({ operation, input })}\n`);
      return JSON.parse(await next()) as Outcome;
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await ended;
    },
  };
}

/** The lines of a program's output, one by one. */
function linesOf(child: ChildProcess): () => Promise<string> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error("The Python driver has ended; what it wrote on standard error says why.");
    return value;
  };
}
