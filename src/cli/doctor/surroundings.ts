/** What is around a daemon: whether one answers at an address, and which NBD programs there are to use it with. */

import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { EnvolError, ERRORS } from "../../errors.ts";
import { connectOptions } from "../credentials.ts";
import { formatDuration } from "../output.ts";
import type { Check } from "./check.ts";

const ANSWER_TIMEOUT_MS = 3000;

/** Asks the health service, and then for volumes, as a client would. */
export async function checkDaemon(address: string): Promise<Check> {
  const name = "daemon";
  // Loaded here, so that help and usage errors do not wait for the gRPC library.
  const { connect } = await import("../../client/client.ts");
  const client = connect(address, connectOptions(process.env));
  try {
    await client.ready(ANSWER_TIMEOUT_MS);
    const startMs = performance.now();
    await client.volumes.describeVolumes({ maxResults: 5 }, { timeoutMs: ANSWER_TIMEOUT_MS });
    const took = formatDuration(performance.now() - startMs);
    return { name, status: "ok", finding: `healthy at ${address}, answers in ${took}` };
  } catch (error) {
    if (!(error instanceof EnvolError)) throw error;
    return { name, status: "failed", finding: error.message, action: ERRORS[error.code].action };
  } finally {
    await client.close();
  }
}

/** Programs that docs/mounting.md uses, and the Debian packages that bring them. */
const NBD_PROGRAMS: Readonly<Record<string, string>> = {
  nbdinfo: "libnbd-bin",
  nbdcopy: "libnbd-bin",
  nbdfuse: "nbdfuse",
  "qemu-io": "qemu-utils",
  "qemu-nbd": "qemu-utils",
  "nbd-client": "nbd-client",
  fio: "fio",
};

function isOnPath(program: string): boolean {
  // Administrators' programs such as nbd-client are often not on the path of others.
  const directories = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return directories.some((directory) => {
    try {
      accessSync(join(directory, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export function checkNbdPrograms(): Check[] {
  const programs = Object.keys(NBD_PROGRAMS);
  const found = programs.filter(isOnPath);
  const packages = new Set(programs.filter((program) => !found.includes(program)).map((name) => NBD_PROGRAMS[name]));
  const action = `For the others: apt install ${[...packages].join(" ")}`;
  const tools = { name: "NBD programs", status: "note", finding: found.join(", ") || "none found" } as const;
  const driver = existsSync("/sys/module/nbd") ? "loaded" : "not loaded: modprobe nbd, as root, for /dev/nbd0";
  return [
    packages.size === 0 ? tools : { ...tools, action },
    { name: "NBD in the kernel", status: "note", finding: driver },
  ];
}
