/** `envol mount`: where the block device of an attachment is, and how to use it with tools that everyone has. */

import type { Command } from "commander";
import type { EnvolClient } from "../../client/client.ts";
import { EnvolError } from "../../errors.ts";
import type { Attachment__Output as Attachment } from "../../gen/envol/v1/Attachment.ts";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { printResult } from "../terminal.ts";

/** What one command does, and the command. */
interface MountCommand {
  readonly purpose: string;
  readonly command: string;
}

async function findAttachment(client: EnvolClient, name: string): Promise<Attachment> {
  const byAttachment = name.startsWith("attach-");
  const request = byAttachment
    ? { filters: [{ name: "attachment.attachment-id", values: [name] }] }
    : { volumeIds: [name] };
  const { volumes } = await client.volumes.describeVolumes(request);
  const attachments = volumes.flatMap((volume) => volume.attachments);
  const found = byAttachment ? attachments.find(({ attachmentId }) => attachmentId === name) : attachments[0];
  if (found !== undefined) return found;
  if (byAttachment) throw new EnvolError("ATTACHMENT_NOT_FOUND", "There is no such attachment.", { field: "name" });
  throw new EnvolError("VOLUME_NOT_ATTACHED", `Volume ${name} is not attached: envol volume attach ${name}`);
}

/** A word as a shell takes it whole. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * How nbd-client, which knows no URIs, is told the same.
 * @internal Exported for its own tests.
 */
export function kernelClient(uri: string, device: string): string {
  const { protocol, hostname, port, pathname, searchParams } = new URL(uri);
  // In a URI an IPv6 address has brackets around it, and for nbd-client it has none.
  const host = hostname.replace(/^\[(.+)\]$/, "$1");
  const where = protocol.includes("unix") ? `-unix ${quoted(searchParams.get("socket") ?? "")}` : `${host} ${port}`;
  const tls = protocol.startsWith("nbds") ? " -enable-tls" : "";
  return `nbd-client ${where} ${device} -name ${pathname.slice(1)} -connections 4${tls}`;
}

function mountCommands({ nbdUri, readOnly }: Attachment): MountCommand[] {
  const uri = quoted(nbdUri);
  const reading: MountCommand[] = [
    { purpose: "a file that is the disk, without root", command: `nbdfuse mountpoint/nbd ${uri}` },
    { purpose: "look at it", command: `qemu-io -r -f raw -c 'read -v 0 4096' ${uri}` },
    { purpose: "a kernel block device, as root", command: kernelClient(nbdUri, "/dev/nbd0") },
    { purpose: "the same by way of QEMU, as root", command: `qemu-nbd --connect=/dev/nbd0 -f raw ${uri}` },
  ];
  const writing: MountCommand[] = [
    { purpose: "an image onto it", command: `nbdcopy --flush disk.img ${uri}` },
    {
      purpose: "measure it; this overwrites what is on it",
      command: `fio --name=envol --ioengine=nbd --uri=${uri} --rw=randwrite --bs=4k --iodepth=32 --size=64M --verify=crc32c`,
    },
  ];
  return readOnly ? reading : [...reading, ...writing];
}

function mountText(uri: string, commands: readonly MountCommand[]): string {
  const lines = commands.map(({ purpose, command }) => `  # ${purpose}\n  ${command}`);
  return `${uri}\n\nWho knows this URI can use the disk, until it is detached. Ways to use it:\n\n${lines.join("\n\n")}`;
}

export function addMountCommand(program: Command): void {
  clientCommand(program, "mount <name>", "print where an attached volume's block device is, and commands that use it", [
    "envol mount vol-0123456789abcdef0",
    "envol mount attach-0123456789abcdef0123456789abcdef",
    "nbdinfo $(envol mount vol-0123456789abcdef0 --uri)",
  ])
    .option("--uri", "print the NBD URI alone")
    .action((name: string, options: ClientOptions & { uri?: boolean }) =>
      withClient(options, async (client) => {
        const attachment = await findAttachment(client, name);
        const { nbdUri } = attachment;
        if (nbdUri === "") {
          throw new EnvolError(
            "UNAVAILABLE",
            "The daemon serves no NBD at an address of its own: see envol serve --nbd.",
          );
        }
        const commands = mountCommands(attachment);
        printResult(options, { nbdUri, commands }, () => (options.uri ? nbdUri : mountText(nbdUri, commands)));
      }),
    );
}
