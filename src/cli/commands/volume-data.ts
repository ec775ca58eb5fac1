/** `envol volume read`, `write`, `discard`, `flush`, `map` and `peek`: single ranges and sectors. */

import type { Command } from "commander";
import type { EnvolClient } from "../../client/client.ts";
import { EnvolError, ERRORS } from "../../errors.ts";
import type { Extent__Output } from "../../gen/envol/v1/Extent.ts";
import type { PeekSectorResponse__Output } from "../../gen/envol/v1/PeekSectorResponse.ts";
import { LIMITS } from "../../limits.ts";
import { fileBytes } from "../byte-arguments.ts";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { details, formatBytes, hexDump, hexPair, table } from "../output.ts";
import { argument, byteCount, wholeNumber } from "../rules.ts";
import { print, printBytes, printResult } from "../terminal.ts";

const VOLUME_EXAMPLE = "vol-0123456789abcdef0";

interface DataOptions extends ClientOptions {
  readonly attachment: string;
}

interface RangeOptions extends DataOptions {
  readonly offset: number;
  readonly length: number;
}

function dataCommand(
  group: Command,
  nameAndArguments: string,
  description: string,
  examples: readonly string[],
): Command {
  return clientCommand(group, nameAndArguments, description, examples).option(
    "--attachment <id>",
    "which attachment serves (default: the oldest)",
    "",
  );
}

function addRead(group: Command): void {
  const most = LIMITS.unaryBytesMax;
  dataCommand(group, "read <volume>", "read bytes: a hex dump on a terminal, else the bytes themselves", [
    `envol volume read ${VOLUME_EXAMPLE} --offset 1KiB --length 64`,
    `envol volume read ${VOLUME_EXAMPLE} --length 1MiB | file -`,
  ])
    .option("--offset <bytes>", "where to begin", argument("--offset", byteCount(0)), 0)
    .option(
      "--length <bytes>",
      `how many, up to ${most}; for more, see export`,
      argument("--length", byteCount(1)),
      512,
    )
    .option("--hex", "a hex dump in any case")
    .option("--raw", "the bytes themselves in any case")
    .action((volumeId: string, options: RangeOptions & { hex?: boolean; raw?: boolean }) =>
      withClient(options, async (client) => {
        const request = { volumeId, attachmentId: options.attachment, offsetBytes: options.offset };
        const answer = await client.blocks.read({ ...request, lengthBytes: options.length });
        const dump = options.hex ?? (process.stdout.isTTY && !options.raw);
        if (options.json || dump) printResult(options, answer, () => hexDump(answer.data, options.offset));
        else await printBytes(answer.data);
      }),
    );
}

interface WriteOptions extends DataOptions {
  readonly offset: number;
  readonly text?: string;
  readonly flush?: boolean;
}

/** What `write` writes: a file's bytes, standard input's or a text's, in one request. */
async function dataToWrite(file: string | undefined, text: string | undefined): Promise<Buffer> {
  if (file !== undefined && text !== undefined) {
    throw new EnvolError("ARGUMENT_COMBINATION", "FILE: give either FILE or --text.", { field: "FILE" });
  }
  if (text === undefined && (file === undefined || file === "-") && process.stdin.isTTY) {
    throw new EnvolError("MISSING_ARGUMENT", "FILE: name a file, give --text, or pipe the data in.", { field: "FILE" });
  }
  const data = text === undefined ? await fileBytes(file ?? "-") : Buffer.from(text);
  if (data.length === 0)
    throw new EnvolError("INVALID_ARGUMENT", "FILE: there is nothing to write.", { field: "FILE" });
  if (data.length > LIMITS.unaryBytesMax) {
    const message = `FILE: ${data.length} bytes are more than the ${LIMITS.unaryBytesMax} of one write; import takes more.`;
    throw new EnvolError("REQUEST_TOO_LARGE", message, { field: "FILE" });
  }
  return data;
}

function addWrite(group: Command): void {
  dataCommand(group, "write <volume> [file]", "write a small file, standard input or a text; for more, see import", [
    `envol volume write ${VOLUME_EXAMPLE} --offset 1KiB --text 'hello'`,
    `envol volume write ${VOLUME_EXAMPLE} boot.bin --flush`,
  ])
    .option("--offset <bytes>", "where to write", argument("--offset", byteCount(0)), 0)
    .option("--text <text>", "what to write, in place of FILE")
    .option("--flush", "answer only when it is on the disk")
    .action(async (volumeId: string, file: string | undefined, options: WriteOptions) => {
      const data = await dataToWrite(file, options.text);
      await withClient(options, async (client) => {
        const answer = await client.blocks.write({
          volumeId,
          attachmentId: options.attachment,
          offsetBytes: options.offset,
          data,
          forceUnitAccess: options.flush ?? false,
        });
        const state = options.flush ? "written, and on the disk" : "written";
        printResult(options, answer, () => `${data.length} bytes at offset ${options.offset} are ${state}.`);
      });
    });
}

function addDiscardAndFlush(group: Command): void {
  dataCommand(group, "discard <volume>", "free a range: it reads as zeroes from then on", [
    `envol volume discard ${VOLUME_EXAMPLE} --offset 1MiB --length 1MiB`,
  ])
    .requiredOption("--offset <bytes>", "where to begin", argument("--offset", byteCount(0)))
    .requiredOption("--length <bytes>", "how many bytes", argument("--length", byteCount(1)))
    .action((volumeId: string, options: RangeOptions) =>
      withClient(options, async (client) => {
        const { attachment: attachmentId, offset: offsetBytes, length: lengthBytes } = options;
        const answer = await client.blocks.discard({ volumeId, attachmentId, offsetBytes, lengthBytes });
        printResult(options, answer, () => `${lengthBytes} bytes at offset ${offsetBytes} are freed.`);
      }),
    );

  dataCommand(group, "flush <volume>", "wait until everything written is on the disk", [
    `envol volume flush ${VOLUME_EXAMPLE}`,
  ]).action((volumeId: string, options: DataOptions) =>
    withClient(options, async (client) => {
      const answer = await client.blocks.flush({ volumeId, attachmentId: options.attachment });
      printResult(options, answer, () => `${volumeId}: everything written is on the disk.`);
    }),
  );
}

/** All extents to the end of the volume. Runs that meet where one answer ends and the next begins are joined. */
async function allExtents(client: EnvolClient, volumeId: string, attachmentId: string): Promise<Extent__Output[]> {
  const extents: Extent__Output[] = [];
  const { volumes } = await client.volumes.describeVolumes({ volumeIds: [volumeId] });
  const sizeBytes = (volumes[0]?.sizeGib ?? 0) * LIMITS.gibBytes;
  for (let offsetBytes = 0; offsetBytes < sizeBytes; ) {
    const answer = await client.blocks.getAllocation({ volumeId, attachmentId, offsetBytes, lengthBytes: 0 });
    for (const extent of answer.extents) {
      const last = extents.at(-1);
      if (last !== undefined && last.allocated === extent.allocated) last.lengthBytes += extent.lengthBytes;
      else extents.push({ ...extent });
      offsetBytes = extent.offsetBytes + extent.lengthBytes;
    }
    if (answer.extents.length === 0) break;
  }
  return extents;
}

function addMap(group: Command): void {
  dataCommand(group, "map <volume>", "show which parts of a volume are written", [
    `envol volume map ${VOLUME_EXAMPLE}`,
  ]).action((volumeId: string, options: DataOptions) =>
    withClient(options, async (client) => {
      const extents = await allExtents(client, volumeId, options.attachment);
      printResult(options, { extents }, () => {
        const written = extents.filter(({ allocated }) => allocated);
        const bytes = written.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0);
        const rows = extents.map(({ offsetBytes, lengthBytes, allocated }) => [
          String(offsetBytes),
          String(lengthBytes),
          formatBytes(lengthBytes),
          allocated ? "written" : "empty",
        ]);
        const columns = [
          { header: "OFFSET", align: "right" },
          { header: "BYTES", align: "right" },
          { header: "", align: "right" },
          { header: "STATE" },
        ] as const;
        return `${table(columns, rows)}\n\n${formatBytes(bytes)} written, in ${written.length} ${written.length === 1 ? "run" : "runs"}.`;
      });
    }),
  );
}

/** The plaintext of a sector, or why it cannot be read. */
async function readSector(
  client: EnvolClient,
  volumeId: string,
  attachmentId: string,
  peeked: PeekSectorResponse__Output,
): Promise<Buffer | EnvolError> {
  const { sector, sectorSizeBytes } = peeked;
  const range = { offsetBytes: sector * sectorSizeBytes, lengthBytes: sectorSizeBytes };
  try {
    return (await client.blocks.read({ volumeId, attachmentId, ...range })).data;
  } catch (thrown) {
    if (thrown instanceof EnvolError) return thrown;
    throw thrown;
  }
}

function peekText(
  volumeId: string,
  peeked: PeekSectorResponse__Output,
  plaintext: Buffer | EnvolError,
  bytes: number,
): string {
  const spaced = (value: Buffer) => (value.length > 0 ? value.toString("hex") : "");
  const encrypted = peeked.cipher !== "CIPHER_UNSPECIFIED";
  const facts = details([
    ["volume", volumeId],
    ["sector", `${peeked.sector} of ${peeked.sectorSizeBytes} bytes, offset ${peeked.sector * peeked.sectorSizeBytes}`],
    ["cipher", encrypted ? peeked.cipher : "none"],
    [
      "record",
      peeked.allocated ? `${peeked.recordSequence}, slot ${peeked.slot}` : "none: never written, or discarded",
    ],
    ["nonce", spaced(peeked.nonce)],
    ["tag", spaced(peeked.tag)],
    ["additional data", spaced(peeked.additionalData)],
  ]);
  const stored = {
    title: encrypted ? "stored (ciphertext)" : "stored (not encrypted)",
    content: peeked.allocated ? peeked.storedBytes : "nothing is stored",
  };
  const refused = plaintext instanceof EnvolError;
  const readable = { title: "plaintext", content: refused ? `cannot be read: ${plaintext.code}` : plaintext };
  const dump = hexPair(stored, readable, Math.min(bytes, peeked.sectorSizeBytes));
  const reason = refused ? `\n\n${plaintext.message}\n${ERRORS[plaintext.code].action}` : "";
  return `${facts}\n\n${dump}${reason}`;
}

function addPeek(group: Command): void {
  dataCommand(group, "peek <volume>", "show a sector as it is stored, beside its plaintext", [
    `envol volume peek ${VOLUME_EXAMPLE} --sector 0`,
    `envol volume peek ${VOLUME_EXAMPLE} --sector 1024 --bytes 4096`,
  ])
    .option(
      "--sector <number>",
      "which sector, from 0",
      argument("--sector", wholeNumber(0, Number.MAX_SAFE_INTEGER)),
      0,
    )
    .option("--bytes <count>", "how much of it to show", argument("--bytes", byteCount(1)), 64)
    .action((volumeId: string, options: DataOptions & { sector: number; bytes: number }) =>
      withClient(options, async (client) => {
        const peeked = await client.blocks.peekSector({ volumeId, sector: options.sector });
        const plaintext = await readSector(client, volumeId, options.attachment, peeked);
        if (options.json) {
          const refused = plaintext instanceof EnvolError;
          const told = refused
            ? { plaintextError: { code: plaintext.code, message: plaintext.message } }
            : { plaintext };
          return printResult(options, { ...peeked, ...told }, () => "");
        }
        print(peekText(volumeId, peeked, plaintext, options.bytes));
      }),
    );
}

export function addVolumeDataCommands(group: Command): void {
  addRead(group);
  addWrite(group);
  addDiscardAndFlush(group);
  addMap(group);
  addPeek(group);
}
