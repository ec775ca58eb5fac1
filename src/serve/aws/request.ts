/** A request as it arrives: its body, and what its signature is verified with. */

import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { EnvolError } from "../../errors.ts";
import type { SignedRequest } from "../../iam/signature.ts";

/** @throws BODY_TOO_LARGE, as soon as it is known; what still comes is not read */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const tooLarge = () => new EnvolError("BODY_TOO_LARGE", `The body is larger than ${bytesMax} bytes.`);
  if (Number(request.headers["content-length"] ?? 0) > bytesMax) throw tooLarge();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let lengthBytes = 0;
    request.on("data", (chunk: Buffer) => {
      lengthBytes += chunk.length;
      if (lengthBytes <= bytesMax) chunks.push(chunk);
      else {
        request.pause();
        reject(tooLarge());
      }
    });
    request.once("end", () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    // The client has gone: nobody is there to be told.
    request.once("error", reject);
    request.once("close", () => {
      if (!request.complete) reject(new EnvolError("REQUEST_MALFORMED", "The request ended before its body."));
    });
  });
}

/** The URL's path and query, apart. */
export interface Target {
  readonly path: string;
  readonly query: URLSearchParams;
}

export function targetOf(request: IncomingMessage): Target {
  const url = request.url ?? "/";
  const at = url.indexOf("?");
  if (at < 0) return { path: url, query: new URLSearchParams() };
  return { path: url.slice(0, at), query: new URLSearchParams(url.slice(at + 1)) };
}

export function signedRequest(request: IncomingMessage, { path, query }: Target, body: Buffer): SignedRequest {
  return {
    method: request.method ?? "",
    path,
    query: queryRecord(query),
    headers: headerRecord(request.rawHeaders),
    // Only asked for when there is a signature to verify.
    get payloadHash() {
      return createHash("sha256").update(body).digest("hex");
    },
  };
}

function queryRecord(query: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(query.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? (values[0] as string) : values];
    }),
  );
}

/** Node joins the values of some headers and drops those of others; a signature covers all of them. */
function headerRecord(raw: readonly string[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] as string).toLowerCase();
    const value = raw[at + 1] as string;
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(headers);
}

/** The client's address; on a Unix socket, whose client is on this machine, that of this machine. */
export function sourceIpAddress(request: IncomingMessage): string {
  return request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "127.0.0.1";
}
