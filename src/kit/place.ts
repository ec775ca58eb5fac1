/** Where a daemon for tests keeps its data and listens. */

import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EnvolOptions } from "./start-envol.ts";
import { makeTemporaryDirectory, type TemporaryDirectory } from "./temporary-directory.ts";

export interface Place {
  readonly dataDirectory: string;
  readonly grpcAddress: string;
  readonly nbdAddress: string;
  readonly awsAddress: string;
  /** What was made here, to be removed at the end. */
  readonly temporaryDirectories: readonly string[];
  remove(): Promise<void>;
}

/**
 * The longest path that a socket may have: sun_path takes 104 bytes on macOS and 108 on Linux (sys/un.h), one of which ends
 * it. While a socket is being made, its path is longer by a random directory: see serve/listen.ts.
 */
const SOCKET_PATH_BYTES_MAX = 103 - ".XXXXXX/s".length;

/** As long as a socket's path below `parent` will be. */
function socketPathBytes(parent: string): number {
  return Buffer.byteLength(join(parent, "envol-XXXXXX", "grpc.sock"));
}

/** Sockets, which nobody else may open; free ports on Windows, where gRPC has no sockets. */
async function makeSocketDirectory(): Promise<TemporaryDirectory | undefined> {
  if (process.platform === "win32") return undefined;
  return makeTemporaryDirectory(socketPathBytes(tmpdir()) <= SOCKET_PATH_BYTES_MAX ? tmpdir() : "/tmp");
}

/** Makes what the caller has not named. */
export async function makePlace(options: EnvolOptions): Promise<Place> {
  const made: TemporaryDirectory[] = [];
  const remove = async () => {
    for (const directory of made.splice(0)) await directory.remove();
  };
  try {
    let { dataDirectory } = options;
    if (dataDirectory === undefined) {
      const directory = await makeTemporaryDirectory(tmpdir());
      made.push(directory);
      dataDirectory = directory.path;
    }
    const sockets =
      options.grpcAddress !== undefined && options.nbdAddress !== undefined ? undefined : await makeSocketDirectory();
    if (sockets !== undefined) made.push(sockets);
    const address = (name: string) => (sockets === undefined ? "127.0.0.1:0" : `unix:${join(sockets.path, name)}`);
    return {
      dataDirectory,
      grpcAddress: options.grpcAddress ?? address("grpc.sock"),
      nbdAddress: options.nbdAddress ?? address("nbd.sock"),
      // No tool for AWS takes the URL of a Unix socket.
      awsAddress: options.awsAddress ?? "127.0.0.1:0",
      temporaryDirectories: made.map(({ path }) => path),
      remove,
    };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}
