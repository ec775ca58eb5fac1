/** `envol volume import` and `export`: whole volumes, or long ranges, in and out. */

import type { Command } from "commander";
import { EnvolError } from "../../errors.ts";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { details, formatBytes, formatDuration, formatRate, json } from "../output.ts";
import { noProgress, showProgress } from "../progress.ts";
import { argument, byteCount } from "../rules.ts";
import { print, printResult, remark } from "../terminal.ts";
import { exportFrom, importInto, openSource, type TransferResult, volumeSizeBytes } from "../transfer.ts";

const VOLUME_EXAMPLE = "vol-0123456789abcdef0";

interface TransferOptions extends ClientOptions {
  readonly offset: number;
  readonly length?: number;
  readonly attachment: string;
  readonly quiet?: boolean;
}

function withTransferOptions(command: Command, lengthHelp: string): Command {
  return command
    .option("--offset <bytes>", "where on the volume to begin", argument("--offset", byteCount(0)), 0)
    .option("--length <bytes>", lengthHelp, argument("--length", byteCount(1)))
    .option("--attachment <id>", "which attachment serves (default: the oldest)", "")
    .option("--quiet", "show no progress");
}

function summary(verb: string, place: string, result: TransferResult): string {
  const { bytes, zeroBytes, sha256, elapsedMs } = result;
  const rate = `${formatDuration(elapsedMs)}, ${formatRate(bytes, elapsedMs)}`;
  return details([
    [verb, `${bytes} bytes (${formatBytes(bytes)}) ${place}, in ${rate}`],
    ["zeroes", zeroBytes > 0 ? `${formatBytes(zeroBytes)} of them, kept as holes` : ""],
    ["SHA-256", sha256],
  ]);
}

function addImport(group: Command): void {
  const command = clientCommand(group, "import <volume> [file]", "write a file, or standard input, to a volume", [
    `envol volume import ${VOLUME_EXAMPLE} disk.img`,
    `zstd -dc disk.img.zst | envol volume import ${VOLUME_EXAMPLE} -`,
    `envol volume import ${VOLUME_EXAMPLE} part.img --offset 1MiB --length 64MiB`,
  ]);
  withTransferOptions(command, "at most so many bytes of the file (default: all)").action(
    (volumeId: string, file: string | undefined, options: TransferOptions) =>
      withClient(options, async (client) => {
        const volumeBytes = await volumeSizeBytes(client, volumeId);
        const source = await openSource(file ?? "-");
        const totalBytes =
          source.sizeBytes === undefined
            ? options.length
            : Math.min(source.sizeBytes, options.length ?? source.sizeBytes);
        const target = { client, volumeId, attachmentId: options.attachment, offsetBytes: options.offset };
        const result = await importInto(target, source, {
          volumeBytes,
          progress: options.quiet ? noProgress : showProgress("importing", totalBytes),
          ...(options.length !== undefined && { limitBytes: options.length }),
        });
        const document = { volumeId, offsetBytes: options.offset, ...result };
        printResult(options, document, () => summary("imported", `to ${volumeId} and flushed`, result));
      }),
  );
}

function addExport(group: Command): void {
  const command = clientCommand(group, "export <volume> [file]", "read a volume into a file, or to standard output", [
    `envol volume export ${VOLUME_EXAMPLE} disk.img`,
    `envol volume export ${VOLUME_EXAMPLE} - | zstd > disk.img.zst`,
    `envol volume export ${VOLUME_EXAMPLE} part.img --offset 1MiB --length 64MiB`,
  ]);
  withTransferOptions(command, "how many bytes (default: to the end of the volume)").action(
    (volumeId: string, file: string | undefined, options: TransferOptions) =>
      withClient(options, async (client) => {
        const roomBytes = (await volumeSizeBytes(client, volumeId)) - options.offset;
        const lengthBytes = options.length ?? roomBytes;
        if (lengthBytes > roomBytes) {
          const message = `--length: from offset ${options.offset} the volume has ${Math.max(0, roomBytes)} bytes.`;
          throw new EnvolError("OUT_OF_RANGE", message, { field: "--length" });
        }
        const toStandardOutput = file === undefined || file === "-";
        if (toStandardOutput && process.stdout.isTTY) {
          throw new EnvolError("MISSING_ARGUMENT", "FILE: name a file, or pipe the data on.", { field: "FILE" });
        }
        const target = { client, volumeId, attachmentId: options.attachment, offsetBytes: options.offset };
        const result = await exportFrom(target, file ?? "-", {
          lengthBytes,
          progress: options.quiet ? noProgress : showProgress("exporting", lengthBytes),
        });
        const document = { volumeId, offsetBytes: options.offset, ...result };
        // Standard output may be taken by the data; the summary goes beside it then.
        const say = toStandardOutput ? remark : print;
        say(options.json ? json(document) : summary("exported", `from ${volumeId}`, result));
      }),
  );
}

export function addVolumeTransferCommands(group: Command): void {
  addImport(group);
  addExport(group);
}
