/** The NBD servers that are compared: how each is started over storage of a given size, and what it then takes. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { connect } from "../../src/client/client.ts";

const PASSPHRASE = "not-a-secret";
/** The header of LUKS1 takes 2 MiB. */
const LUKS_HEADER_MIB = 16;

export interface Contender {
  readonly name: string;
  /** The contender whose rate is 1 in its column. */
  readonly reference: "nbdkit luks" | "nbdkit file";
  /** Whether it can hold no more than the rows' volume, so that the sustained row leaves it out. */
  readonly small?: true;
  /** Programs that it needs, and the Debian packages that they come in. */
  readonly programs: Readonly<Record<string, string>>;
  start(place: Place): Promise<Server>;
}

/** Where a server keeps what it needs. */
export interface Place {
  /** For its data; made by the server, and removed when it stops. */
  readonly directory: string;
  /** A path for its socket, short enough for one. */
  readonly socket: string;
  readonly sizeGib: number;
}

export interface Server {
  readonly uri: string;
  readonly pid: number;
  /** Bytes that its files take on the disk. */
  storeBytes(): number;
  /** Bytes that have been written to the volume and not replaced, where the server knows. */
  liveBytes(): Promise<number | undefined>;
  stop(): Promise<void>;
}

export function has(program: string): boolean {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}

function mustRun(command: string, args: readonly string[], input = ""): void {
  const { status, stderr, error } = spawnSync(command, args, { input, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? stderr}`);
}

/** Servers that run, to be ended with this process however it ends. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

function launch(command: string, args: readonly string[], place: Place) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  running.add(child);
  const ended = once(child, "exit").finally(() => running.delete(child));
  const server = {
    pid: child.pid as number,
    storeBytes: () => diskBytes(place.directory),
    liveBytes: async (): Promise<number | undefined> => undefined,
    async stop() {
      child.kill();
      await ended;
      rmSync(place.directory, { recursive: true, force: true });
      rmSync(place.socket, { force: true });
    },
  };
  return { child, server };
}

function diskBytes(directory: string): number {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((file) => statSync(join(directory, file)))
    .reduce((sum, { blocks }) => sum + blocks * 512, 0);
}

/** A server that listens on its socket when it is ready. */
async function startOn(command: string, args: readonly string[], place: Place): Promise<Server> {
  const { child, server } = launch(command, args, place);
  while (!existsSync(place.socket)) {
    if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { ...server, uri: `nbd+unix:///?socket=${place.socket}` };
}

function image({ directory, sizeGib }: Place, extraMib = 0): string {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "image");
  mustRun("truncate", ["-s", `${sizeGib * 1024 + extraMib}M`, path]);
  return path;
}

/** A LUKS1 image; with few rounds of the key derivation, which has no part in reads and writes. */
function luksImage(place: Place): string {
  const path = image(place, LUKS_HEADER_MIB);
  const format = ["luksFormat", "--batch-mode", "--type", "luks1", "--cipher", "aes-xts-plain64", "--key-size", "512"];
  mustRun("cryptsetup", [...format, "--pbkdf-force-iterations", "1000", "--key-file", "-", path], PASSPHRASE);
  return path;
}

const NBDKIT = { nbdkit: "nbdkit" };
const QEMU = { "qemu-nbd": "qemu-utils" };
const CRYPTSETUP = { cryptsetup: "cryptsetup-bin" };

function nbdkit(place: Place, args: readonly string[]): Promise<Server> {
  mkdirSync(place.directory, { recursive: true });
  return startOn("nbdkit", ["--foreground", "--unix", place.socket, ...args], place);
}

function qemuNbd(place: Place, args: readonly string[]): Promise<Server> {
  return startOn("qemu-nbd", ["--persistent", "--shared=0", "--socket", place.socket, ...args], place);
}

async function envol(place: Place, request: Parameters<ReturnType<typeof connect>["volumes"]["createVolume"]>[0]) {
  mkdirSync(place.directory, { recursive: true });
  const main = join(import.meta.dirname, "..", "..", "dist", "cli", "main.js");
  const addresses = ["--grpc", `unix:${place.socket}.grpc`, "--nbd", `unix:${place.socket}`];
  const flags = ["--data", place.directory, ...addresses, "--log-level", "error", "--json"];
  const { child, server } = launch(process.execPath, [main, "serve", ...flags], place);
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const client = connect((JSON.parse(line) as { grpc: string }).grpc);
    const { volume } = await client.volumes.createVolume({ sizeGib: place.sizeGib, ...request });
    const volumeId = volume?.volumeId ?? "";
    const { attachment } = await client.volumes.attachVolume({ volumeId });
    return {
      ...server,
      uri: attachment?.nbdUri ?? "",
      async liveBytes() {
        const { volumes } = await client.volumes.describeVolumes({ volumeIds: [volumeId] });
        return volumes[0]?.allocatedBytes;
      },
      async stop() {
        await client.close();
        await server.stop();
      },
    };
  }
  throw new Error("envol ended before it was ready; npm run build, perhaps?");
}

export const CONTENDERS: readonly Contender[] = [
  {
    name: "envol xts",
    reference: "nbdkit luks",
    programs: {},
    start: (place) => envol(place, { encrypted: true, cipher: "AES_256_XTS", sectorSizeBytes: 4096 }),
  },
  {
    name: "envol gcm",
    reference: "nbdkit luks",
    programs: {},
    start: (place) => envol(place, { encrypted: true, cipher: "AES_256_GCM", sectorSizeBytes: 4096 }),
  },
  {
    name: "envol plain",
    reference: "nbdkit file",
    programs: {},
    start: (place) => envol(place, { encrypted: false }),
  },
  {
    name: "nbdkit luks",
    reference: "nbdkit luks",
    programs: { ...NBDKIT, ...CRYPTSETUP },
    start: (place) => nbdkit(place, ["--filter=luks", "file", luksImage(place), `passphrase=${PASSPHRASE}`]),
  },
  {
    name: "qemu-nbd luks",
    reference: "nbdkit luks",
    programs: { ...QEMU, ...CRYPTSETUP },
    start: (place) => {
      const secret = ["--object", `secret,id=s,data=${PASSPHRASE}`];
      return qemuNbd(place, [...secret, "--image-opts", `driver=luks,key-secret=s,file.filename=${luksImage(place)}`]);
    },
  },
  {
    name: "nbdkit file",
    reference: "nbdkit luks",
    programs: NBDKIT,
    start: (place) => nbdkit(place, ["file", image(place)]),
  },
  {
    name: "qemu-nbd raw",
    reference: "nbdkit luks",
    programs: QEMU,
    start: (place) => qemuNbd(place, ["--format", "raw", image(place)]),
  },
  {
    name: "nbdkit memory",
    reference: "nbdkit luks",
    programs: NBDKIT,
    start: (place) => nbdkit(place, ["memory", `${place.sizeGib}G`]),
  },
  {
    name: "bare Node.js xts",
    reference: "nbdkit luks",
    small: true,
    programs: {},
    start: (place) => {
      mkdirSync(place.directory, { recursive: true });
      const server = join(import.meta.dirname, "bare-server.ts");
      return startOn(process.execPath, ["--import", "tsx", server, place.socket, `${place.sizeGib * 2 ** 30}`], place);
    },
  },
];
