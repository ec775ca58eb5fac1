/**
 * Compares the NBD door with other servers, as one client sees them: fio over Unix sockets, the same sizes and depths, in
 * interleaved rounds, and the median of each. Data are in /dev/shm, so that no disk is measured.
 *
 *     npm run build && npx tsx scripts/compare-nbd.ts [SECONDS [ROUNDS]]
 *
 * Needs fio with ioengine=nbd. Servers that are not on this machine are left out: nbdkit, its luks filter (whose image
 * cryptsetup makes) and qemu-nbd.
 */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { connect } from "../src/client/client.ts";

const SECONDS = Number(process.argv[2] ?? 3);
const ROUNDS = Number(process.argv[3] ?? 3);

/** What each job reads and writes, so that all of it is there. */
const SIZE_MIB = 256;

const PASSPHRASE = "not-a-secret";

const JOBS = [
  { title: "random read 4 KiB, depth 32", rw: "randread", bs: "4k", iodepth: 32 },
  { title: "random write 4 KiB, depth 32", rw: "randwrite", bs: "4k", iodepth: 32 },
  { title: "random read 4 KiB, depth 1", rw: "randread", bs: "4k", iodepth: 1 },
  { title: "random write 4 KiB, depth 1", rw: "randwrite", bs: "4k", iodepth: 1 },
  { title: "read 128 KiB, depth 8", rw: "read", bs: "128k", iodepth: 8 },
  { title: "write 128 KiB, depth 8", rw: "write", bs: "128k", iodepth: 8 },
  { title: "read 1 MiB, depth 8", rw: "read", bs: "1M", iodepth: 8 },
  { title: "write 1 MiB, depth 8", rw: "write", bs: "1M", iodepth: 8 },
] as const;

type Job = (typeof JOBS)[number];

interface Server {
  readonly name: string;
  readonly uri: string;
}

const directory = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : "/tmp", "envol-compare-"));
const children: ChildProcess[] = [];

function has(command: string): boolean {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
}

function mustRun(command: string, args: readonly string[], input = ""): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { input, encoding: "utf8", cwd: directory });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${error?.message ?? stderr}`);
  return stdout;
}

function start(command: string, args: readonly string[]): ChildProcess {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"], cwd: directory });
  children.push(child);
  return child;
}

/** A server that listens on `socket` when it is ready. */
async function startOn(name: string, socket: string, command: string, args: readonly string[]): Promise<Server> {
  const child = start(command, args);
  while (!existsSync(socket)) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { name, uri: `nbd+unix:///?socket=${socket}` };
}

async function startEnvol(cipher: "AES_256_XTS" | "AES_256_GCM"): Promise<Server> {
  const name = cipher === "AES_256_XTS" ? "envol xts" : "envol gcm";
  const data = join(directory, cipher);
  const main = join(import.meta.dirname, "..", "dist", "cli", "main.js");
  const flags = ["--data", data, "--grpc", `unix:${data}.sock`, "--log-level", "error", "--json"];
  const child = start(process.execPath, [main, "serve", ...flags]);
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const client = connect((JSON.parse(line) as { grpc: string }).grpc);
    const { volume } = await client.volumes.createVolume({ sizeGib: 1, encrypted: true, cipher });
    const { attachment } = await client.volumes.attachVolume({ volumeId: volume?.volumeId as string });
    await client.close();
    return { name, uri: attachment?.nbdUri as string };
  }
  throw new Error("envol ended before it was ready");
}

/** A LUKS1 image of its own for each server that opens one. */
function luksImage(file: string): string {
  const path = join(directory, file);
  mustRun("truncate", ["-s", "1100M", path]);
  const format = ["luksFormat", "--batch-mode", "--type", "luks1", "--cipher", "aes-xts-plain64", "--key-size", "512"];
  mustRun("cryptsetup", [...format, "--pbkdf-force-iterations", "1000", "--key-file", "-", path], PASSPHRASE);
  return path;
}

async function startServers(): Promise<Server[]> {
  const servers = [await startEnvol("AES_256_XTS"), await startEnvol("AES_256_GCM")];
  const socket = (name: string) => join(directory, `${name}.sock`);
  if (has("nbdkit")) {
    const foreground = (name: string) => ["--foreground", "--unix", socket(name)];
    servers.push(await startOn("nbdkit memory", socket("memory"), "nbdkit", [...foreground("memory"), "memory", "1G"]));
    if (has("cryptsetup")) {
      const args = ["--filter=luks", "file", luksImage("nbdkit.luks"), `passphrase=${PASSPHRASE}`];
      servers.push(await startOn("nbdkit luks", socket("luks"), "nbdkit", [...foreground("luks"), ...args]));
    }
  }
  if (has("qemu-nbd") && has("cryptsetup")) {
    const secret = ["--object", `secret,id=s,data=${PASSPHRASE}`];
    const image = `driver=luks,key-secret=s,file.filename=${luksImage("qemu.luks")}`;
    const args = ["--persistent", "--shared=0", "--socket", socket("qemu"), ...secret, "--image-opts", image];
    servers.push(await startOn("qemu-nbd luks", socket("qemu"), "qemu-nbd", args));
  }
  return servers;
}

/** Requests in a second. */
function measure(server: Server, { rw, bs, iodepth }: Omit<Job, "title">, bounds: readonly string[]): number {
  const what = ["--ioengine=nbd", `--uri=${server.uri}`, `--rw=${rw}`, `--bs=${bs}`, `--iodepth=${iodepth}`];
  const output = mustRun("fio", ["--name=job", ...what, `--size=${SIZE_MIB}M`, "--output-format=json", ...bounds]);
  const { jobs } = JSON.parse(output.slice(output.indexOf("{\n")));
  return jobs[0].read.iops + jobs[0].write.iops;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

function printTable(servers: readonly Server[], results: ReadonlyMap<string, number[]>): void {
  const of = (job: Job, { name }: Server) => median(results.get(`${job.title} ${name}`) as number[]);
  const reference = servers.find(({ name }) => name === "nbdkit luks");
  console.log(
    `Requests a second, medians of ${ROUNDS} rounds of ${SECONDS} s${reference ? "; in brackets, over nbdkit luks" : ""}\n`,
  );
  console.log(`| | ${servers.map(({ name }) => name).join(" | ")} |\n|---|${servers.map(() => "---:|").join("")}`);
  for (const job of JOBS) {
    const cells = servers.map((server) => {
      const rate = of(job, server);
      const ratio = reference === undefined ? "" : ` (${(rate / of(job, reference)).toFixed(2)})`;
      return `${Math.round(rate).toLocaleString("en")}${ratio}`;
    });
    console.log(`| ${job.title} | ${cells.join(" | ")} |`);
  }
}

try {
  const servers = await startServers();
  const results = new Map<string, number[]>();
  for (const server of servers) measure(server, { rw: "write", bs: "1M", iodepth: 8 }, []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const job of JOBS) {
      for (const server of servers) {
        const key = `${job.title} ${server.name}`;
        const rate = measure(server, job, ["--time_based", `--runtime=${SECONDS}`]);
        results.set(key, [...(results.get(key) ?? []), rate]);
      }
    }
  }
  printTable(servers, results);
} finally {
  for (const child of children) child.kill();
  rmSync(directory, { recursive: true, force: true });
}
