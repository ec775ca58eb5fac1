/** `envol volume`: the life of a volume. */

import type { Command } from "commander";
import type { EnvolClient } from "../../client/client.ts";
import { EnvolError } from "../../errors.ts";
import type { Attachment__Output } from "../../gen/envol/v1/Attachment.ts";
import type { Volume__Output } from "../../gen/envol/v1/Volume.ts";
import { LIMITS } from "../../limits.ts";
import { type ClientOptions, clientCommand, commandGroup, withClient } from "../client-command.ts";
import { details, formatBytes, formatTime, table } from "../output.ts";
import { argument, cipher, nameAndValue, repeatable, sectorSize, volumeSizeGib } from "../rules.ts";
import { painter, printResult, statePainter } from "../terminal.ts";
import { addVolumeDataCommands } from "./volume-data.ts";
import { addVolumeTransferCommands } from "./volume-transfer.ts";

type Pair = readonly [name: string, value: string];

const VOLUME_EXAMPLE = "vol-0123456789abcdef0";

function cipherName(volume: Volume__Output): string {
  return volume.encrypted ? volume.cipher : "none";
}

/** In proto3 a message inside a message may be absent; from this daemon it is not. */
function known<Message>(message: Message | null): Message {
  if (message === null) throw new EnvolError("INTERNAL", "The daemon's answer lacks what was asked for.");
  return message;
}

/** The command that unwraps a volume's data key. */
function unwrapCommand(volume: Volume__Output, address: string | undefined): string {
  const wrapped = volume.wrappedDataKey.toString("base64");
  const where = address === undefined ? "" : ` --address ${address}`;
  return `envol key decrypt ${wrapped} --context aws:ebs:id=${volume.volumeId} --output hex${where}`;
}

function attachmentLine(attachment: Attachment__Output): string {
  const access = attachment.readOnly ? ", read-only" : "";
  const { attachmentId, instanceId, device, state } = attachment;
  return `${attachmentId}  ${state} to ${instanceId} as ${device}${access}, since ${formatTime(attachment.attachTimeMs)}`;
}

function volumeDetails(volume: Volume__Output, address: string | undefined): string {
  const wrapped = volume.wrappedDataKey;
  const facts = details([
    ["volume", volume.volumeId],
    ["size", `${volume.sizeGib} GiB, ${formatBytes(volume.allocatedBytes)} of it written`],
    ["state", volume.state],
    ["I/O", volume.ioRevoked ? "refused: the KMS key is unusable" : ""],
    ["cipher", cipherName(volume)],
    ["sector size", `${volume.sectorSizeBytes} B`],
    ["KMS key", volume.kmsKeyArn],
    ["multi-attach", volume.multiAttachEnabled ? "yes" : ""],
    ["created", formatTime(volume.createTimeMs)],
    ...volume.attachments.map((attachment) => ["attachment", attachmentLine(attachment)] as const),
    ...volume.tags.map((tag) => ["tag", `${tag.key}=${tag.value}`] as const),
    ["wrapped data key", wrapped.length > 0 ? `${wrapped.toString("base64")}` : ""],
  ]);
  if (wrapped.length === 0) return facts;
  // The daemon's answer does not say whose key it is.
  const title = "The data key is unwrapped by this, but for one under alias/aws/ebs, which only EC2 may use:";
  return `${facts}\n\n${title}\n  ${unwrapCommand(volume, address)}`;
}

/** Every volume that passes the filters, page after page. */
async function allVolumes(client: EnvolClient, filters: readonly Pair[]): Promise<Volume__Output[]> {
  const names = [...new Set(filters.map(([name]) => name))];
  const request = {
    filters: names.map((name) => ({ name, values: filters.filter((pair) => pair[0] === name).map((pair) => pair[1]) })),
    maxResults: LIMITS.describePageMax,
  };
  const volumes: Volume__Output[] = [];
  let nextToken = "";
  do {
    const page = await client.volumes.describeVolumes({ ...request, nextToken });
    volumes.push(...page.volumes);
    nextToken = page.nextToken;
  } while (nextToken !== "");
  return volumes;
}

function volumeTable(volumes: readonly Volume__Output[]): string {
  const paint = statePainter(painter(process.stdout));
  const keyId = (arn: string) => arn.slice(arn.lastIndexOf("/") + 1);
  return table(
    [
      { header: "VOLUME" },
      { header: "SIZE", align: "right" },
      { header: "WRITTEN", align: "right" },
      { header: "STATE", paint },
      { header: "I/O", paint },
      { header: "CIPHER" },
      { header: "SECTOR", align: "right" },
      { header: "KEY" },
      { header: "TAGS" },
    ],
    volumes.map((volume) => [
      volume.volumeId,
      `${volume.sizeGib} GiB`,
      formatBytes(volume.allocatedBytes),
      volume.state,
      volume.ioRevoked ? "revoked" : volume.attachments.length > 0 ? "yes" : "-",
      cipherName(volume),
      `${volume.sectorSizeBytes} B`,
      volume.encrypted ? keyId(volume.kmsKeyArn) : "-",
      volume.tags.map((tag) => `${tag.key}=${tag.value}`).join(" "),
    ]),
  );
}

interface CreateOptions extends ClientOptions {
  readonly size: number;
  readonly key?: string;
  readonly encryption: boolean;
  readonly cipher?: "AES_256_XTS" | "AES_256_GCM";
  readonly sectorSize?: number;
  readonly multiAttach?: boolean;
  readonly tag: Pair[];
  readonly clientToken: string;
}

function addCreate(group: Command): void {
  clientCommand(group, "create", "create a volume, encrypted unless told otherwise", [
    "envol volume create --size 10GiB --key alias/backups",
    "envol volume create --size 1 --cipher gcm --sector-size 512 --tag name=test",
  ])
    .requiredOption(
      "--size <size>",
      "such as 10 or 10GiB; space is taken as it is written",
      argument("--size", volumeSizeGib),
    )
    .option("--key <key>", "KMS key: id, ARN or alias (default: alias/aws/ebs)")
    .option("--no-encryption", "store the data as it is")
    .option("--cipher <cipher>", "xts (the default) or gcm", argument("--cipher", cipher))
    .option(
      "--sector-size <bytes>",
      "what is encrypted as one: 4096 (the default) or 512",
      argument("--sector-size", sectorSize),
    )
    .option("--multi-attach", `allow up to ${LIMITS.attachmentsMax} attachments at a time`)
    .option("--tag <name=value>", "a tag; may be repeated", repeatable("--tag", nameAndValue), [])
    .option("--client-token <token>", "the same token with the same options gives the same volume", "")
    .action((options: CreateOptions) =>
      withClient(options, async (client) => {
        const answer = await client.volumes.createVolume({
          sizeGib: options.size,
          encrypted: options.encryption,
          kmsKeyId: options.key ?? "",
          cipher: options.cipher ?? "CIPHER_UNSPECIFIED",
          sectorSizeBytes: options.sectorSize ?? 0,
          multiAttachEnabled: options.multiAttach ?? false,
          tags: options.tag.map(([key, value]) => ({ key, value })),
          clientToken: options.clientToken,
        });
        printResult(options, answer, () => {
          const volume = known(answer.volume);
          return `${volumeDetails(volume, options.address)}\n\nNext: envol volume attach ${volume.volumeId}`;
        });
      }),
    );
}

function addDescribe(group: Command): void {
  clientCommand(group, "list", "list volumes", [
    "envol volume list",
    "envol volume list --filter status=available --filter tag:name=test*",
  ])
    .option(
      "--filter <name=value>",
      "as in EC2's DescribeVolumes, e.g. status, kms-key-id, cipher, tag:KEY; * and ? are wildcards; a repeated name means either value",
      repeatable("--filter", nameAndValue),
      [],
    )
    .action((options: ClientOptions & { filter: Pair[] }) =>
      withClient(options, async (client) => {
        const volumes = await allVolumes(client, options.filter);
        printResult(options, { volumes }, () => volumeTable(volumes));
      }),
    );

  clientCommand(group, "show <volume>", "show one volume, its wrapped data key, and how to unwrap it", [
    `envol volume show ${VOLUME_EXAMPLE}`,
  ]).action((volumeId: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const { volumes } = await client.volumes.describeVolumes({ volumeIds: [volumeId] });
      const volume = known(volumes[0] ?? null);
      printResult(options, volume, () => volumeDetails(volume, options.address));
    }),
  );
}

function addAttach(group: Command): void {
  clientCommand(group, "attach <volume>", "attach a volume: its data key is unwrapped, and it takes reads and writes", [
    `envol volume attach ${VOLUME_EXAMPLE}`,
    `envol volume attach ${VOLUME_EXAMPLE} --read-only --device /dev/sdf`,
  ])
    .option("--instance <id>", "i- and 17 hexadecimal digits (default: an instance that the daemon makes up)", "")
    .option("--device <name>", "/dev/sdf to /dev/sdp (default: the first free one)", "")
    .option("--read-only", "refuse writes")
    .action((volumeId: string, options: ClientOptions & { instance: string; device: string; readOnly?: boolean }) =>
      withClient(options, async (client) => {
        const { instance: instanceId, device, readOnly = false } = options;
        const answer = await client.volumes.attachVolume({ volumeId, instanceId, device, readOnly });
        printResult(options, answer, () => attachmentLine(known(answer.attachment)));
      }),
    );

  clientCommand(group, "detach <volume>", "detach a volume: its data key is erased from memory", [
    `envol volume detach ${VOLUME_EXAMPLE}`,
  ])
    .option("--attachment <id>", "which attachment, where there are several", "")
    .action((volumeId: string, options: ClientOptions & { attachment: string }) =>
      withClient(options, async (client) => {
        const answer = await client.volumes.detachVolume({ volumeId, attachmentId: options.attachment });
        printResult(options, answer, () => `${volumeId} is detached.`);
      }),
    );
}

function addGrowAndDelete(group: Command): void {
  clientCommand(group, "grow <volume>", "make a volume larger", [`envol volume grow ${VOLUME_EXAMPLE} --size 20GiB`])
    .requiredOption("--size <size>", "the new size, such as 20 or 20GiB", argument("--size", volumeSizeGib))
    .action((volumeId: string, options: ClientOptions & { size: number }) =>
      withClient(options, async (client) => {
        const answer = await client.volumes.modifyVolume({ volumeId, sizeGib: options.size });
        const { originalSizeGib } = answer;
        printResult(options, answer, () => `${volumeId} has ${options.size} GiB now; it had ${originalSizeGib} GiB.`);
      }),
    );

  clientCommand(group, "delete <volume>", "delete a detached volume and its data", [
    `envol volume delete ${VOLUME_EXAMPLE}`,
  ]).action((volumeId: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.volumes.deleteVolume({ volumeId });
      printResult(options, answer, () => `${volumeId} is deleted.`);
    }),
  );
}

export function addVolumeCommands(program: Command): void {
  const group = commandGroup(program, "volume", "volumes and the data on them, as in Amazon EBS", [
    "envol volume create --size 10GiB --key alias/backups",
    `envol volume attach ${VOLUME_EXAMPLE}`,
    `envol volume import ${VOLUME_EXAMPLE} disk.img`,
    `envol volume peek ${VOLUME_EXAMPLE} --sector 0`,
  ]);
  addCreate(group);
  addDescribe(group);
  addAttach(group);
  addGrowAndDelete(group);
  addVolumeTransferCommands(group);
  addVolumeDataCommands(group);
}
