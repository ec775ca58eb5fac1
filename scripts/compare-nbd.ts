/**
 * Compares the NBD door with other servers, as one client sees them: fio over Unix sockets, the same sizes and depths, in
 * interleaved rounds, and the median of each.
 *
 *     npm run build && npx tsx scripts/compare-nbd.ts [options]
 *
 * Needs fio with ioengine=nbd. Contenders whose programs are not on this machine are left out, and named.
 */

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeMachine } from "../native-free-bench/report.ts";
import { CONTENDERS, type Contender, has, type Server } from "./nbd/contenders.ts";
import { type Job, runFio, watchProcess } from "./nbd/fio.ts";
import { type NbdReport, nbdTable, type Sustained, type SustainedResults } from "./nbd/report.ts";

const USAGE = `npx tsx scripts/compare-nbd.ts [options]

  --seconds N     of each measurement (default: 3)
  --ramp N        seconds before each measurement that do not count (default: 1)
  --rounds N      how often each is taken (default: 3)
  --sustained N   seconds of the sustained row, which is taken once; 0 leaves it out (default: 60)
  --disk DIR      keep the data on the disk there (default: in memory, /dev/shm)
  --only LIST     contenders with commas between (default: all): ${CONTENDERS.map(({ name }) => name).join(", ")}
  --json FILE     write the figures there as well
  --help          show this`;

/** What each job reads and writes, so that all of it is there. */
const SIZE = "256M";
const WRITES: Omit<Job, "title"> = { rw: "randwrite", bs: "4k", iodepth: 32, size: SIZE };

const JOBS: readonly Job[] = [
  { title: "random read 4 KiB, depth 32", rw: "randread", bs: "4k", iodepth: 32, size: SIZE },
  { title: "random write 4 KiB, depth 32", ...WRITES },
  { title: "random read 4 KiB, depth 1", rw: "randread", bs: "4k", iodepth: 1, size: SIZE },
  { title: "random write 4 KiB, depth 1", rw: "randwrite", bs: "4k", iodepth: 1, size: SIZE },
  // In place or not, a log has what was written at random strewn about: the same read is measured before and after.
  { title: "read 128 KiB, depth 8, written at random", rw: "read", bs: "128k", iodepth: 8, size: SIZE },
  { title: "write 128 KiB, depth 8", rw: "write", bs: "128k", iodepth: 8, size: SIZE },
  { title: "read 128 KiB, depth 8", rw: "read", bs: "128k", iodepth: 8, size: SIZE },
  { title: "write 1 MiB, depth 8", rw: "write", bs: "1M", iodepth: 8, size: SIZE },
  { title: "read 1 MiB, depth 8", rw: "read", bs: "1M", iodepth: 8, size: SIZE },
];
/** A flush after as many writes as the contender was seen to do in a second: what a careful writer costs it. */
const FSYNC_TITLE = "random write 4 KiB, depth 32, an fsync each second";

const SUSTAINED_SPAN_GIB = 4;
/** WRITES' `bs`. */
const SUSTAINED_REQUEST_BYTES = 4096;
const SUSTAINED_VOLUME_GIB = 16;
/** A log may take twice its live data before it waits for its cleaner, and more while that is at work. */
const SUSTAINED_FREE_GIB = 2.5 * SUSTAINED_SPAN_GIB;

interface Asked {
  readonly seconds: number;
  readonly rampSeconds: number;
  readonly rounds: number;
  readonly sustainedSeconds: number;
  readonly disk: string | undefined;
  readonly json: string | undefined;
  readonly contenders: readonly Contender[];
}

function parse(args: readonly string[]): Asked | { readonly help: string; readonly exitCode: number } {
  const text = { type: "string" } as const;
  const options = {
    seconds: text,
    ramp: text,
    rounds: text,
    sustained: text,
    disk: text,
    json: text,
    only: text,
  } as const;
  const number = (name: string, value: string, min: number) => {
    const parsed = Number(value);
    if (parsed >= min && Number.isInteger(parsed)) return parsed;
    throw new TypeError(`--${name}: expected a whole number from ${min}, got ${JSON.stringify(value)}.`);
  };
  try {
    const { values } = parseArgs({ args: [...args], options: { ...options, help: { type: "boolean" } } });
    if (values.help) return { help: USAGE, exitCode: 0 };
    const names = values.only?.split(",").map((name) => name.trim()) ?? CONTENDERS.map(({ name }) => name);
    const unknown = names.filter((name) => !CONTENDERS.some((contender) => contender.name === name));
    if (unknown.length > 0) throw new TypeError(`--only: there is no contender ${unknown.join(", ")}.`);
    if (values.disk !== undefined && !existsSync(values.disk)) throw new TypeError(`--disk: no such directory.`);
    return {
      seconds: number("seconds", values.seconds ?? "3", 1),
      rampSeconds: number("ramp", values.ramp ?? "1", 0),
      rounds: number("rounds", values.rounds ?? "3", 1),
      sustainedSeconds: number("sustained", values.sustained ?? "60", 0),
      disk: values.disk,
      json: values.json,
      contenders: CONTENDERS.filter(({ name }) => names.includes(name)),
    };
  } catch (error) {
    return { help: `${(error as Error).message}\n\n${USAGE}`, exitCode: 2 };
  }
}

/** The contenders that this machine has the programs for. Says how to get the others. */
function present(contenders: readonly Contender[]): Contender[] {
  const missing = new Map<Contender, string[]>();
  for (const contender of contenders) {
    const packages = Object.entries(contender.programs).flatMap(([program, name]) => (has(program) ? [] : [name]));
    if (packages.length > 0) missing.set(contender, packages);
  }
  if (missing.size > 0) {
    const names = [...missing.keys()].map(({ name }) => name);
    const packages = new Set([...missing.values()].flat());
    console.error(`Left out: ${names.join(", ")}. To have them: apt install ${[...packages].join(" ")}`);
  }
  return contenders.filter((contender) => !missing.has(contender));
}

function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text.slice(0, process.stderr.columns - 1)}\u001b[K`);
}

/** Starts a contender in a place of its own. */
function start(contender: Contender, data: string, sockets: string, sizeGib: number): Promise<Server> {
  const name = contender.name.replaceAll(" ", "-");
  return contender.start({ directory: join(data, name), socket: join(sockets, `${name}.sock`), sizeGib });
}

async function measureRows(asked: Asked, contenders: readonly Contender[], data: string, sockets: string) {
  const servers: [Contender, Server][] = [];
  const rates = new Map<string, Record<string, number[]>>();
  const record = (title: string, name: string, rate: number) => {
    const row = rates.get(title) ?? {};
    rates.set(title, { ...row, [name]: [...(row[name] ?? []), rate] });
    return rate;
  };
  try {
    for (const contender of contenders) servers.push([contender, await start(contender, data, sockets, 1)]);
    for (const [, { uri }] of servers) await runFio(uri, { rw: "write", bs: "1M", iodepth: 8, size: SIZE });
    for (let round = 1; round <= asked.rounds; round++) {
      const writesPerSecond = new Map<string, number>();
      for (const { title, ...job } of JOBS) {
        for (const [{ name }, { uri }] of servers) {
          showProgress(`round ${round} of ${asked.rounds}: ${title}, ${name}`);
          const rate = record(title, name, await runFio(uri, job, asked.seconds, asked.rampSeconds));
          if (job.rw === "randwrite" && job.iodepth === 32) writesPerSecond.set(name, rate);
        }
      }
      for (const [{ name }, { uri }] of servers) {
        showProgress(`round ${round} of ${asked.rounds}: ${FSYNC_TITLE}, ${name}`);
        const fsync = Math.max(1, Math.round(writesPerSecond.get(name) ?? 1));
        record(FSYNC_TITLE, name, await runFio(uri, { ...WRITES, fsync }, asked.seconds, asked.rampSeconds));
      }
    }
  } finally {
    for (const [, server] of servers) await server.stop();
    showProgress("");
  }
  return [...rates].map(([title, byName]) => ({ title, rates: byName }));
}

/** One contender at a time, so that there is room for what each writes. */
async function measureSustained(
  { sustainedSeconds: seconds }: Asked,
  contenders: readonly Contender[],
  data: string,
  sockets: string,
): Promise<SustainedResults | undefined> {
  if (seconds === 0) return undefined;
  const { bavail, bsize } = statfsSync(data);
  if (bavail * bsize < SUSTAINED_FREE_GIB * 2 ** 30) {
    console.error(`The sustained row is left out: it needs ${SUSTAINED_FREE_GIB} GiB free, see --disk.`);
    return undefined;
  }
  const title = `random write 4 KiB, depth 32, over ${SUSTAINED_SPAN_GIB} GiB for ${seconds} s`;
  const results: Record<string, Sustained> = {};
  for (const contender of contenders) {
    if (contender.small) continue;
    showProgress(`${title}: ${contender.name}`);
    const server = await start(contender, data, sockets, SUSTAINED_VOLUME_GIB);
    try {
      const use = watchProcess(server.pid);
      const rate = await runFio(server.uri, { ...WRITES, size: `${SUSTAINED_SPAN_GIB}G` }, seconds);
      results[contender.name] = {
        rate,
        requestedBytes: rate * seconds * SUSTAINED_REQUEST_BYTES,
        ...use(),
        storeBytes: server.storeBytes(),
        liveBytes: await server.liveBytes(),
      };
    } finally {
      await server.stop();
      showProgress("");
    }
  }
  return { title, results };
}

async function compare(asked: Asked): Promise<void> {
  if (spawnSync("fio", ["--enghelp=nbd"], { stdio: "ignore" }).status !== 0) {
    throw new Error("fio with ioengine=nbd is not on this machine: apt install fio");
  }
  const contenders = present(asked.contenders);
  const parent = asked.disk ?? (existsSync("/dev/shm") ? "/dev/shm" : tmpdir());
  const data = mkdtempSync(join(parent, "envol-compare-"));
  const sockets = mkdtempSync(join(tmpdir(), "envol-compare-"));
  const removeAll = () => {
    for (const directory of [data, sockets]) rmSync(directory, { recursive: true, force: true });
  };
  process.once("exit", removeAll);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  const rows = await measureRows(asked, contenders, data, sockets);
  const sustained = await measureSustained(asked, contenders, data, sockets);
  const report: NbdReport = {
    kind: "nbd",
    createdAt: new Date().toISOString(),
    machine: describeMachine(),
    where: parent,
    seconds: asked.seconds,
    rampSeconds: asked.rampSeconds,
    contenders: contenders.map(({ name, reference }) => ({ name, reference })),
    rows,
    sustained,
  };
  console.log(nbdTable(report));
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(report, undefined, 2)}\n`);
}

const asked = parse(process.argv.slice(2));
if ("help" in asked) {
  (asked.exitCode === 0 ? console.log : console.error)(asked.help);
  process.exitCode = asked.exitCode;
} else {
  await compare(asked);
}
