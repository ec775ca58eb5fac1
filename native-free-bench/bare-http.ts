/** What one would write with node:http alone: JSON in, JSON out, nothing in between. The reference for the AWS endpoint. */

import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

/** As long as the endpoint's answer to GenerateDataKey. */
const ANSWER = {
  Plaintext: "A".repeat(44),
  CiphertextBlob: "A".repeat(240),
  KeyId: "k".repeat(75),
  More: "m".repeat(64),
};

/** Serves until the process ends. Resolves with the port. */
export async function serveBareHttp(): Promise<number> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      JSON.parse(Buffer.concat(chunks).toString());
      const body = JSON.stringify(ANSWER);
      response.writeHead(200, {
        "content-type": "application/x-amz-json-1.1",
        "content-length": Buffer.byteLength(body),
      });
      response.end(body);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

export interface HttpLoad {
  /** Sends a request so many times, one at a time over each connection; fails where an answer is no 200. */
  exchange(requests: number, target: string, body: string): Promise<void>;
  close(): void;
}

/** A client that costs little, so that what is measured is the server. */
export async function connectHttp(address: string, connections: number): Promise<HttpLoad> {
  const [host, port] = address.split(":");
  const sockets: Socket[] = [];
  for (let count = 0; count < connections; count++) {
    const socket = connect({ port: Number(port), host: host as string, noDelay: true });
    await once(socket, "connect");
    sockets.push(socket);
  }
  return {
    async exchange(requests, target, body) {
      const head = `POST / HTTP/1.1\r\nHost: ${address}\r\nContent-Type: application/x-amz-json-1.1\r\n`;
      const request = `${head}X-Amz-Target: ${target}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
      let left = requests;
      const use = async (socket: Socket) => {
        while (left-- > 0) {
          socket.write(request);
          await answerOf(socket);
        }
      };
      await Promise.all(sockets.map(use));
    },
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Resolves when a whole answer has come. Both servers say its length. */
function answerOf(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = "";
    const take = (chunk: Buffer) => {
      received += chunk.toString("latin1");
      const end = received.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1]);
      if (end < 0 || received.length < end + 4 + length) return;
      stop();
      if (received.startsWith("HTTP/1.1 200 ")) resolve();
      else reject(new Error(received));
    };
    const fail = () => {
      stop();
      reject(new Error("The server closed the connection."));
    };
    const stop = () => {
      socket.off("data", take);
      socket.off("close", fail);
    };
    socket.on("data", take);
    socket.on("close", fail);
  });
}
