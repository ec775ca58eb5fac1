/** A daemon on a directory of its own, and a stock gRPC client for it, which sends whatever it is told to. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, credentials, Metadata, type StatusObject, status } from "@grpc/grpc-js";
import { connect, type EnvolClient } from "#envol/client/client.ts";
import { startDaemon } from "#envol/daemon.ts";
import type { DaemonOptions } from "#envol/options.ts";
import {
  BLOCK_SERVICE,
  ERROR_INFO,
  EVENT_SERVICE,
  HARNESS_SERVICE,
  KEY_SERVICE,
  PRINCIPAL_SERVICE,
  STATUS,
  VOLUME_SERVICE,
} from "#envol/serve/grpc/load-protos.ts";

/** Long enough for any call here; one that should have been refused and goes on for ever ends with DEADLINE_EXCEEDED. */
const CALL_TIMEOUT_MS = 20_000;

/** Every method of the contract, by its name. */
export const METHODS: Readonly<Record<string, Method>> = {
  ...VOLUME_SERVICE,
  ...BLOCK_SERVICE,
  ...KEY_SERVICE,
  ...EVENT_SERVICE,
  ...HARNESS_SERVICE,
  ...PRINCIPAL_SERVICE,
} as unknown as Record<string, Method>;

export interface Method {
  readonly path: string;
  readonly requestSerialize: (message: object) => Buffer;
  readonly responseDeserialize: (bytes: Buffer) => object;
}

/** A message as an object, or as the bytes that a client might send which knows another contract. */
export type Message = object | Buffer;

export interface Ended {
  // biome-ignore lint/suspicious/noExplicitAny: the messages are checked by the tests that read them.
  readonly responses: any[];
  readonly status: StatusObject;
}

export interface TestDaemon extends AsyncDisposable {
  readonly client: EnvolClient;
  /**
   * Calls a method with these messages, to its end. On the wire every call is a stream in both directions, so this one
   * way serves unary and streaming methods alike.
   */
  call(rpc: string, ...messages: Message[]): Promise<Ended>;
}

/** What a status says of why: the code by its name, and the google.rpc.ErrorInfo. */
export function refusalOf({ code, details, metadata }: StatusObject) {
  const told = metadata.get("grpc-status-details-bin")[0];
  const infos = Buffer.isBuffer(told) ? STATUS.deserialize(told).details : [];
  const info = infos[0] && ERROR_INFO.deserialize(Buffer.from(infos[0].value));
  return { code: status[code], reason: info?.reason, field: info?.metadata["field"], message: details };
}

export async function startTestDaemon(options: Partial<DaemonOptions> = {}): Promise<TestDaemon> {
  const directory = await mkdtemp(join(tmpdir(), "envol-requests-"));
  const daemon = await startDaemon({
    dataDirectory: join(directory, "data"),
    grpcAddress: `unix:${join(directory, "envol.sock")}`,
    logLevel: "silent",
    ...options,
  });
  const address = daemon.addresses.grpc;
  const client = connect(address);
  const stock = new Client(address, credentials.createInsecure(), { "grpc.max_send_message_length": -1 });
  return {
    client,
    call: (rpc, ...messages) => call(stock, METHODS[rpc] as Method, messages),
    async [Symbol.asyncDispose]() {
      stock.close();
      await client.close();
      await daemon.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function call(stock: Client, method: Method, messages: readonly Message[]): Promise<Ended> {
  const deadline = Date.now() + CALL_TIMEOUT_MS;
  const stream = stock.makeBidiStreamRequest<Message, object>(
    method.path,
    (message) => (Buffer.isBuffer(message) ? message : method.requestSerialize(message)),
    method.responseDeserialize,
    new Metadata(),
    { deadline },
  );
  const responses: object[] = [];
  stream.on("data", (response: object) => responses.push(response));
  // The status says it too.
  stream.on("error", () => {});
  for (const message of messages) stream.write(message);
  stream.end();
  return new Promise((resolve) => stream.on("status", (ended: StatusObject) => resolve({ responses, status: ended })));
}
