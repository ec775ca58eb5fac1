/** What `envol bench` measures: every combination of what it was asked for, and the figures of each. */

import type { EnvolClient } from "../../client/client.ts";
import { EnvolError } from "../../errors.ts";
import type { Attachment__Output as Attachment } from "../../gen/envol/v1/Attachment.ts";
import { formatBytes, formatCount, formatDuration, table } from "../output.ts";
import { type BlockTarget, type Figures, fill, type Load, runLoad } from "./load.ts";
import { connectNbd } from "./nbd-client.ts";
import type { BenchCipher, ScratchVolumes } from "./scratch-volumes.ts";
import type { StepLine } from "./step-line.ts";

const MIB = 1024 * 1024;
/** What each volume holds, and requests stay within: more than a processor's caches, and written in a moment. */
const SPAN_BYTES = 64 * MIB;
/** Requests from this size on go one after the other, as a backup's do; smaller ones are strewn, as a database's are. */
const SEQUENTIAL_BYTES_MIN = MIB / 8;

export interface Choice {
  readonly ciphers: readonly BenchCipher[];
  readonly sectorSizesBytes: readonly number[];
  readonly requestSizesBytes: readonly number[];
  readonly depths: readonly number[];
  readonly seconds: number;
  readonly nbd: boolean;
}

export interface Measurement extends Figures {
  /** Which way: the Io stream of the gRPC client, or NBD. */
  readonly door: "Io stream" | "NBD";
  readonly cipher: BenchCipher;
  readonly sectorSizeBytes: number;
  readonly requestBytes: number;
  readonly depth: number;
  readonly operation: Load["operation"];
  readonly pattern: Load["pattern"];
}

/** What one volume is asked to do, in order: writes after reads, so that all reads find what was written in one go. */
function loadsOf({ requestSizesBytes, depths, seconds }: Choice): Load[] {
  const operations = ["read", "write"] as const;
  return operations.flatMap((operation) =>
    requestSizesBytes.flatMap((requestBytes) =>
      depths.map((depth) => ({
        operation,
        pattern: requestBytes < SEQUENTIAL_BYTES_MIN ? ("random" as const) : ("sequential" as const),
        requestBytes,
        depth,
        spanBytes: SPAN_BYTES,
        durationMs: seconds * 1000,
      })),
    ),
  );
}

/** How many measurements a choice comes to. */
export function measurementCount(choice: Choice): number {
  const volumes = choice.ciphers.length * choice.sectorSizesBytes.length;
  return volumes * (choice.nbd ? 2 : 1) * loadsOf(choice).length;
}

/** Measures everything, a volume at a time, until the signal aborts. */
export async function measureAll(
  client: EnvolClient,
  scratch: ScratchVolumes,
  choice: Choice,
  line: StepLine,
  signal: AbortSignal,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (const cipher of choice.ciphers) {
    for (const sectorSizeBytes of choice.sectorSizesBytes) {
      const attachment = await scratch.make(cipher, sectorSizeBytes);
      const doors = await openDoors(client, attachment, choice.nbd);
      try {
        const volume = { cipher, sectorSizeBytes };
        for await (const measured of measureVolume(volume, doors, choice, line, signal)) measurements.push(measured);
      } finally {
        for (const { target } of doors) await target.close();
      }
    }
  }
  return measurements;
}

interface Door {
  readonly door: Measurement["door"];
  readonly target: BlockTarget & { close(): Promise<void> };
}

async function openDoors(client: EnvolClient, attachment: Attachment, nbd: boolean): Promise<[Door, ...Door[]]> {
  const io = client.io(attachment.volumeId, attachment.attachmentId);
  const doors: [Door, ...Door[]] = [{ door: "Io stream", target: io }];
  if (nbd) doors.push({ door: "NBD", target: await connectNbd(nbdUriOf(attachment)) });
  return doors;
}

async function* measureVolume(
  volume: Pick<Measurement, "cipher" | "sectorSizeBytes">,
  doors: readonly [Door, ...Door[]],
  choice: Choice,
  line: StepLine,
  signal: AbortSignal,
): AsyncGenerator<Measurement> {
  await fill(doors[0].target, SPAN_BYTES);
  for (const load of loadsOf(choice)) {
    // All doors in turn, so that they meet the same machine and the same volume.
    for (const { door, target } of doors) {
      if (signal.aborted) return;
      const what = { door, ...volume, ...described(load) };
      line.step(labelOf(what));
      yield { ...what, ...(await runLoad(target, load, signal, line.advance)) };
    }
  }
}

function described({ requestBytes, depth, operation, pattern }: Load) {
  return { requestBytes, depth, operation, pattern };
}

function nbdUriOf({ nbdUri }: Attachment): string {
  if (nbdUri !== "") return nbdUri;
  const message = "--nbd: the daemon serves no NBD at an address of its own; see envol serve --nbd.";
  throw new EnvolError("ARGUMENT_COMBINATION", message, { field: "--nbd" });
}

type What = Omit<Measurement, keyof Figures>;

function labelOf({ door, cipher, sectorSizeBytes, requestBytes, depth, operation, pattern }: What): string {
  return `${door}, ${cipher} ${sectorSizeBytes} B, ${pattern} ${operation} of ${formatBytes(requestBytes)}, depth ${depth}`;
}

/**
 * What the columns of a table of measurements are called, and on which side their cells stand.
 * @internal Exported for the script that fills docs/benchmarks.md.
 */
export const MEASUREMENT_COLUMNS = [
  { header: "CIPHER", align: "left" },
  { header: "SECTOR", align: "right" },
  { header: "REQUESTS", align: "left" },
  { header: "DEPTH", align: "right" },
  { header: "THROUGH", align: "left" },
  { header: "PER SECOND", align: "right" },
  { header: "RATE", align: "right" },
  { header: "P50", align: "right" },
  { header: "P99", align: "right" },
] as const;

/**
 * The cells of one measurement, by MEASUREMENT_COLUMNS.
 * @internal Exported for the script that fills docs/benchmarks.md.
 */
export function measurementCells(row: Measurement): string[] {
  return [
    row.cipher,
    `${row.sectorSizeBytes} B`,
    `${row.pattern} ${row.operation}, ${formatBytes(row.requestBytes)}`,
    `${row.depth}`,
    row.door,
    formatCount(Math.round(row.requestsPerSecond)),
    `${formatBytes(row.bytesPerSecond)}/s`,
    formatDuration(row.p50Us / 1000),
    formatDuration(row.p99Us / 1000),
  ];
}

/** A line for each measurement. */
export function measurementTable(measurements: readonly Measurement[]): string {
  return table(MEASUREMENT_COLUMNS, measurements.map(measurementCells));
}
