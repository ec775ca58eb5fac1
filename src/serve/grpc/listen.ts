/** Where the gRPC door listens: a Unix socket, which only its owner may open, or a TCP port. */

import type { Stats } from "node:fs";
import { chmod, lstat, mkdtemp, rename, rm } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { type Server, ServerCredentials } from "@grpc/grpc-js";
import { EnvolError } from "../../errors.ts";

/** An address in use. */
export interface Listener {
  /** `unix:PATH`, or `HOST:PORT` with the real port. */
  readonly address: string;
  /** What grpc-js knows it by. */
  readonly target: string;
  /** Removes what listening left behind in the file system. */
  cleanUp(): Promise<void>;
}

/**
 * Makes the server listen.
 * @param address `unix:PATH`, or `HOST:PORT` where port 0 takes a free one
 * @throws ADDRESS_IN_USE, CONFIG_INVALID
 */
export async function listen(server: Server, address: string): Promise<Listener> {
  if (address.startsWith("unix:")) return listenOnSocket(server, address.slice("unix:".length));
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(address) ?? [];
  if (host === undefined) throw addressError(address, "expected unix:PATH or HOST:PORT");
  try {
    const real = `${host}:${await bind(server, `${host}:${port}`)}`;
    return { address: real, target: real, cleanUp: async () => {} };
  } catch (thrown) {
    const cause = (thrown as Error).message;
    if (cause.includes("EADDRINUSE")) throw inUse(address, "another process listens there");
    throw addressError(address, `cannot listen there: ${cause}`);
  }
}

/**
 * The socket is made in a directory that nobody else may enter, closed to others, and only then moved to its place: at
 * no moment can somebody else open it. Moving it also replaces a file that a dead process has left behind.
 */
async function listenOnSocket(server: Server, path: string): Promise<Listener> {
  const address = `unix:${path}`;
  await checkFree(address, path);
  let made: string;
  try {
    const directory = await mkdtemp(`${path}.`);
    try {
      made = join(directory, "s");
      await bind(server, `unix:${made}`);
      await chmod(made, 0o600);
      await rename(made, path);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  } catch (thrown) {
    throw addressError(address, `cannot make the socket: ${(thrown as Error).message}`);
  }
  const { ino } = await lstat(path);
  return {
    address,
    target: `unix:${made}`,
    async cleanUp() {
      if ((await statOf(path))?.ino === ino) await rm(path, { force: true });
    },
  };
}

/** Refuses a path where something is, unless it is a socket that nobody listens on any more. */
async function checkFree(address: string, path: string): Promise<void> {
  const there = await statOf(path);
  if (there === undefined) return;
  if (!there.isSocket()) throw inUse(address, "a file that is not a socket is in its place");
  const code = await connectError(path);
  if (code === undefined) throw inUse(address, "another process listens there");
  if (code !== "ECONNREFUSED" && code !== "ENOENT")
    throw inUse(address, `it cannot be told who listens there (${code})`);
}

/** The error code that connecting to a socket fails with; undefined when somebody answers. */
function connectError(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(undefined);
    });
    socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw thrown;
  }
}

/** Resolves with the port; what it is on a Unix socket means nothing. */
function bind(server: Server, target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(target, ServerCredentials.createInsecure(), (error, port) => {
      if (error === null) resolve(port);
      else reject(error);
    });
  });
}

function inUse(address: string, why: string): EnvolError {
  return new EnvolError("ADDRESS_IN_USE", `Cannot listen on ${address}: ${why}.`, { field: "grpcAddress" });
}

function addressError(address: string, why: string): EnvolError {
  return new EnvolError("CONFIG_INVALID", `grpcAddress: ${address}: ${why}.`, { field: "grpcAddress" });
}
