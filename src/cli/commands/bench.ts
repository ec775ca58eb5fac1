/** `envol bench`: how fast a daemon is on this machine, as its user meets it. */

import { availableParallelism, cpus, tmpdir } from "node:os";
import { type Command, Option } from "commander";
import type { EnvolClient } from "../../client/client.ts";
import { LIMITS } from "../../limits.ts";
import {
  type Choice,
  type Measurement,
  measureAll,
  measurementCount,
  measurementTable,
} from "../bench/measurements.ts";
import { type BenchCipher, createScratchVolumes, type ScratchVolumes } from "../bench/scratch-volumes.ts";
import { stepLine } from "../bench/step-line.ts";
import { startTemporaryDaemon, type TemporaryDaemon } from "../bench/temporary-daemon.ts";
import { withCleanup } from "../cleanup.ts";
import { withExamples } from "../client-command.ts";
import { connectOptions } from "../credentials.ts";
import { formatDuration } from "../output.ts";
import { address, argument, byteCount, decimal, listOf, oneOf, type Rule, sectorSize, wholeNumber } from "../rules.ts";
import { print, printResult } from "../terminal.ts";
import { packageVersion } from "./version.ts";

const KIB = 1024;
const CIPHERS = ["xts", "gcm", "none"] as const;

interface BenchOptions {
  readonly address?: string;
  readonly nbd?: boolean;
  readonly cipher: readonly BenchCipher[];
  readonly sectorSize: readonly number[];
  readonly requestSize: readonly number[];
  readonly depth: readonly number[];
  readonly seconds: number;
  readonly json?: boolean;
}

const requestSize: Rule<number> = {
  expected: `a multiple of 512 bytes up to ${LIMITS.unaryBytesMax / KIB}KiB, such as 4096, 4KiB or 1MiB`,
  parse(text, directory) {
    const bytes = byteCount(512).parse(text, directory);
    return bytes !== undefined && bytes % 512 === 0 && bytes <= LIMITS.unaryBytesMax ? bytes : undefined;
  },
};

function choiceOf(options: BenchOptions): Choice {
  return {
    ciphers: options.cipher,
    sectorSizesBytes: options.sectorSize,
    requestSizesBytes: options.requestSize,
    depths: options.depth,
    seconds: options.seconds,
    nbd: options.nbd ?? false,
  };
}

/** What the figures belong to. */
function conditions() {
  const processors = cpus();
  const { node, openssl } = process.versions;
  return {
    envol: packageVersion(),
    node,
    openssl,
    processor: processors[0]?.model.trim() ?? process.arch,
    processors: processors.length,
    usable: availableParallelism(),
    platform: `${process.platform} ${process.arch}`,
  };
}

function heading(where: string, seconds: number): string {
  const { envol, node, openssl, processor, processors, platform } = conditions();
  return [
    `envol ${envol}, Node.js ${node}, OpenSSL ${openssl}, ${processors} x ${processor}, ${platform}`,
    `${where}; ${seconds} s each; writes count until they are flushed`,
  ].join("\n");
}

async function bench(options: BenchOptions): Promise<void> {
  const choice = choiceOf(options);
  const interrupted = new AbortController();
  const startMs = performance.now();
  let daemon: Promise<TemporaryDaemon> | undefined;
  let client: EnvolClient | undefined;
  let scratch: ScratchVolumes | undefined;
  let cleaning: Promise<void> | undefined;
  const cleanUp = () => {
    cleaning ??= (async () => {
      interrupted.abort();
      // What is in a temporary daemon goes with it.
      if (options.address !== undefined) await scratch?.remove();
      await client?.close();
      await daemon?.then((started) => started.stop());
    })();
    return cleaning;
  };
  let measurements: Measurement[] = [];
  await withCleanup(async () => {
    // Loaded here, so that other commands do not wait for the gRPC library.
    const { connect } = await import("../../client/client.ts");
    if (options.address === undefined) daemon = startTemporaryDaemon(tmpdir());
    client =
      options.address === undefined
        ? connect(((await daemon) as TemporaryDaemon).address)
        : connect(options.address, connectOptions(process.env));
    scratch = createScratchVolumes(client);
    const line = stepLine(measurementCount(choice));
    try {
      measurements = await measureAll(client, scratch, choice, line, interrupted.signal);
    } finally {
      line.end();
    }
  }, cleanUp);
  const where = options.address ?? `a temporary daemon with its data in ${tmpdir()}`;
  const document = { kind: "envol bench", ...conditions(), where, seconds: options.seconds, measurements };
  printResult(options, document, () => `${heading(where, options.seconds)}\n\n${measurementTable(measurements)}`);
  if (options.json !== true) print(`\n${ending(options.address !== undefined, performance.now() - startMs)}`);
}

function ending(running: boolean, elapsedMs: number): string {
  const done = `Done in ${formatDuration(elapsedMs)}.`;
  if (!running) return `${done} The daemon has stopped, and its data is removed.`;
  const days = LIMITS.kmsPendingWindowDaysMin;
  return `${done} The volumes are deleted; their key is pending deletion for ${days} days, the shortest that the KMS has.`;
}

/** An option that takes a list, whose help shows the default as one would type it. */
function listOption<Value>(flags: string, help: string, rule: Rule<Value>, defaults: readonly Value[], shown: string) {
  const name = flags.split(" ")[0] as string;
  return new Option(flags, help).argParser(argument(name, listOf(rule))).default(defaults, shown);
}

export function addBenchCommand(program: Command): void {
  const command = program
    .command("bench")
    .description("measure reads and writes: of a daemon that runs, or of a temporary one")
    .option(
      "--address <address>",
      "of a daemon that runs: unix:PATH or HOST:PORT (default: a temporary daemon)",
      argument("--address", address),
    )
    .option("--nbd", "measure through NBD as well")
    .addOption(
      listOption<BenchCipher>("--cipher <list>", `of ${CIPHERS.join(", ")}`, oneOf(CIPHERS), ["xts", "gcm"], "xts,gcm"),
    )
    .addOption(listOption("--sector-size <list>", "of 4096, 512", sectorSize, [4096, 512], "4096,512"))
    .addOption(
      listOption(
        "--request-size <list>",
        "random below 128KiB, else sequential",
        requestSize,
        [4 * KIB, 128 * KIB, 1024 * KIB],
        "4KiB,128KiB,1MiB",
      ),
    )
    .addOption(listOption("--depth <list>", "requests at a time", wholeNumber(1, 512), [1, 32], "1,32"))
    .option("--seconds <seconds>", "how long each measurement takes", argument("--seconds", decimal(0.01, 3600)), 1)
    .option("--json", "print one JSON document");
  withExamples(command, [
    "envol bench",
    "envol bench --nbd --cipher xts --sector-size 4096 --request-size 4KiB,1MiB",
    "envol bench --address unix:/run/user/1000/envol.sock --seconds 5 --json > bench.json",
  ]).action(bench);
}
