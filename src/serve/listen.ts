/** Where a front door listens: a Unix socket, which only its owner may open, or a TCP port. */

import type { Stats } from "node:fs";
import { chmod, lstat, mkdtemp, rename, rm } from "node:fs/promises";
import { connect, type Server } from "node:net";
import { join } from "node:path";
import { EnvolError } from "../errors.ts";

/** An address in use. */
export interface Listener {
  /** `unix:PATH`, or `HOST:PORT` with the real port. */
  readonly address: string;
  /** What the server was bound to: the same, or where the Unix socket was made before it was moved to its place. */
  readonly target: string;
  /** Removes what listening left behind in the file system. */
  cleanUp(): Promise<void>;
}

/** Binds a server to `unix:PATH` or `HOST:PORT`. Resolves with the port; what it is on a Unix socket means nothing. */
export type Bind = (target: string) => Promise<number>;

/** An address that was asked for, and the option that asked, for errors. */
interface Asked {
  readonly address: string;
  readonly field: string;
}

/**
 * Makes a server listen.
 * @param address `unix:PATH`, or `HOST:PORT` where port 0 takes a free one
 * @param field the option that holds the address
 * @throws ADDRESS_IN_USE, CONFIG_INVALID
 */
export async function listen(address: string, field: string, bind: Bind): Promise<Listener> {
  const asked = { address, field };
  if (address.startsWith("unix:")) return listenOnSocket(asked, address.slice("unix:".length), bind);
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(address) ?? [];
  if (host === undefined) throw addressError(asked, "expected unix:PATH or HOST:PORT");
  try {
    const real = `${host}:${await bind(`${host}:${port}`)}`;
    return { address: real, target: real, cleanUp: async () => {} };
  } catch (thrown) {
    const cause = (thrown as Error).message;
    if (cause.includes("EADDRINUSE")) throw inUse(asked, "another process listens there");
    throw addressError(asked, `cannot listen there: ${cause}`);
  }
}

/** Binds a server of node:net or node:http: a `Bind` for `listen`. */
export async function bindServer(server: Server, target: string): Promise<number> {
  await started(server, () => {
    if (target.startsWith("unix:")) return server.listen({ path: target.slice("unix:".length) });
    const [, host, port] = /^\[?(.+?)\]?:(\d+)$/.exec(target) as RegExpExecArray;
    return server.listen({ host: host as string, port: Number(port) });
  });
  const bound = server.address();
  return bound !== null && typeof bound === "object" ? bound.port : 0;
}

/** Resolves when the server listens. @throws what kept it from that */
export function started(server: Server, listenNow: () => Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    listenNow().once("listening", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/**
 * The socket is made in a directory that nobody else may enter, closed to others, and only then moved to its place: at
 * no moment can somebody else open it. Moving it also replaces a file that a dead process has left behind.
 */
async function listenOnSocket(asked: Asked, path: string, bind: Bind): Promise<Listener> {
  await checkFree(asked, path);
  let made: string;
  try {
    const directory = await mkdtemp(`${path}.`);
    try {
      made = join(directory, "s");
      await bind(`unix:${made}`);
      await chmod(made, 0o600);
      await rename(made, path);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  } catch (thrown) {
    throw addressError(asked, `cannot make the socket: ${(thrown as Error).message}`);
  }
  const { ino } = await lstat(path);
  return {
    address: asked.address,
    target: `unix:${made}`,
    async cleanUp() {
      if ((await statOf(path))?.ino === ino) await rm(path, { force: true });
    },
  };
}

/** Refuses a path where something is, unless it is a socket that nobody listens on any more. */
async function checkFree(asked: Asked, path: string): Promise<void> {
  const there = await statOf(path);
  if (there === undefined) return;
  if (!there.isSocket()) throw inUse(asked, "a file that is not a socket is in its place");
  const code = await connectError(path);
  if (code === undefined) throw inUse(asked, "another process listens there");
  if (code !== "ECONNREFUSED" && code !== "ENOENT") throw inUse(asked, `it cannot be told who listens there (${code})`);
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

function inUse({ address, field }: Asked, why: string): EnvolError {
  return new EnvolError("ADDRESS_IN_USE", `Cannot listen on ${address}: ${why}.`, { field });
}

function addressError({ address, field }: Asked, why: string): EnvolError {
  return new EnvolError("CONFIG_INVALID", `${field}: ${address}: ${why}.`, { field });
}
