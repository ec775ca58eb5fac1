/**
 * The Linux kernel's own driver and nbd-client, in a machine that QEMU emulates. What the guest types to connect is what
 * `envol mount` prints.
 */

import { connect, createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { afterAll, expect } from "vitest";
import { type ChildDaemon, scratchDirectory, startChild } from "../daemon/child-daemon.ts";
import { bootGuest, type Guest, HOST_SEEN_FROM_GUEST, withKernel } from "./guest.ts";
import { certificates } from "./tls-certificates.ts";
import { defaultSocket, mountCommands, mustRun, type Served, serveVolume } from "./tools.ts";

const MIB = 2 ** 20;
/** Some 15 seconds where the machine has nothing else to do. */
const TEST_TIMEOUT_MS = 600_000;

/** One machine for all tests of this file: each has a device of its own in it. */
let machine: Promise<{ guest: Guest; stop(): Promise<void> }> | undefined;

function bootedGuest(): Promise<Guest> {
  machine ??= (async () => {
    const scratch = await scratchDirectory();
    const guest = await bootGuest(scratch.path);
    const stop = async () => {
      await guest[Symbol.asyncDispose]();
      await scratch[Symbol.asyncDispose]();
    };
    return { guest, stop };
  })();
  return machine.then(({ guest }) => guest);
}

afterAll(async () => (await machine)?.stop());

/** A way from the guest to a daemon. */
interface Way extends AsyncDisposable {
  /** The printed command as the guest has to type it. */
  readonly command: string;
  /** The TCP port of the host that the guest's connections lead to. */
  readonly port: number;
}

/** The daemon listens on TCP, which the guest sees at another address. */
async function overTcp(_guest: Guest, served: Served, printed: string): Promise<Way> {
  return {
    command: printed.replace("127.0.0.1", HOST_SEEN_FROM_GUEST),
    port: Number(new URL(served.uri).port),
    async [Symbol.asyncDispose]() {},
  };
}

/** The daemon listens on a Unix socket. The guest's kernel gets one of its own, at the same path; relays lead across. */
async function overUnixSocket(guest: Guest, served: Served, printed: string): Promise<Way> {
  const path = defaultSocket(served.directory);
  const relay = createServer((socket) => {
    const inner = connect(path);
    socket.pipe(inner).pipe(socket);
    socket.on("error", () => inner.destroy());
    inner.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  const { port } = relay.address() as { port: number };
  await guest.mustRun(`mkdir -p ${dirname(path)}`);
  await guest.mustRun(`setsid socat UNIX-LISTEN:${path},fork TCP:${HOST_SEEN_FROM_GUEST}:${port} >/dev/null 2>&1 &`);
  await guest.mustRun(`while [ ! -S ${path} ]; do usleep 10000; done`);
  return {
    command: printed,
    port,
    async [Symbol.asyncDispose]() {
      relay.close();
    },
  };
}

/** What a test works with. */
interface Disk {
  readonly guest: Guest;
  readonly daemon: ChildDaemon;
  readonly served: Served;
  /** The device in the guest. */
  readonly device: string;
  readonly connectCommand: string;
}

/** What the guest's kernel logs about a device that works. */
const CALM = [
  /nbd\d: detected capacity change/,
  /block nbd\d: (NBD_DISCONNECT|Disconnected due to user request|shutting down sockets)/,
  /EXT4-fs \(nbd\d\): (mounted|unmounting) filesystem/,
];
/** What it logs when it finds fault with itself. */
const KERNEL_BUG = /\b(WARNING: CPU|BUG:|Oops|Call Trace:|blocked for more than)/;

/** Reads and clears what the guest's kernel has logged about the device. */
async function takeLog({ guest, device }: Disk): Promise<string[]> {
  const lines = (await guest.mustRun("dmesg -c")).split("\n");
  expect(lines.filter((line) => KERNEL_BUG.test(line))).toEqual([]);
  return lines.filter((line) => line.includes(basename(device)));
}

async function expectCalm(disk: Disk): Promise<void> {
  const log = await takeLog(disk);
  expect(log.filter((line) => !CALM.some((pattern) => pattern.test(line)))).toEqual([]);
}

/** The driver has met errno 1 (EPERM) and nothing else. What ext4 and the block layer made of it is theirs. Gives the log. */
async function expectRefused(disk: Disk): Promise<string[]> {
  const log = await takeLog(disk);
  const driverSaid = log.flatMap((line) => line.split(`block ${basename(disk.device)}: `)[1] ?? []);
  expect(new Set(driverSaid)).toEqual(new Set(["Other side returned error (1)"]));
  return log;
}

async function allocatedBytes(uri: string): Promise<number> {
  const map = JSON.parse(await mustRun("nbdinfo", ["--json", "--map", uri])) as { length: number; type: number }[];
  return map.filter(({ type }) => type === 0).reduce((sum, { length }) => sum + length, 0);
}

/** No access times, no tables filled in later, no commit every five seconds: ext4 writes when it is asked to. */
const mount = (device: string) => `mount -o noatime,noinit_itable,commit=300 ${device} /mnt`;
const fsck = (device: string) => `e2fsck -f -n ${device}`;
const readDirectly = (device: string) => `dd if=${device} of=/dev/null bs=1M count=1 iflag=direct`;
const CHECK_SUMS = "(cd /mnt && sha256sum -c /run/sums)";
const FORGET_PAGES = "echo 3 > /proc/sys/vm/drop_caches";
const IO_ERROR = { code: 1, output: expect.stringContaining("Input/output error") };

async function writeAndReadBack(disk: Disk): Promise<void> {
  const { guest, served, device, connectCommand } = disk;
  await guest.mustRun(`mkfs.ext4 -q -J size=4 ${device} && ${mount(device)} && mkdir /mnt/small`);
  await guest.mustRun("head -c 2m /dev/urandom > /mnt/large");
  await guest.mustRun("for n in $(seq 20); do head -c $((n * 777)) /dev/urandom > /mnt/small/$n; done");
  await guest.mustRun("cd /mnt && find . -type f | xargs sha256sum > /run/sums");
  expect(await guest.mustRun("wc -l < /run/sums")).toBe("21");
  await guest.mustRun(`sync && umount /mnt && ${fsck(device)}`);

  await guest.mustRun(`nbd-client -d ${device}`);
  await guest.mustRun(connectCommand);
  await guest.mustRun(`${mount(device)} && ${CHECK_SUMS}`);
  await guest.mustRun("head -c 8m /dev/zero > /mnt/passing && sync");
  const withFile = await allocatedBytes(served.uri);
  await guest.mustRun("rm /mnt/passing && sync && fstrim /mnt");
  expect(await allocatedBytes(served.uri)).toBeLessThanOrEqual(withFile - 8 * MIB);
  await expectCalm(disk);
}

/** While the key is disabled nothing is to be written, so the file system goes on afterwards as it is. */
async function failToRead(disk: Disk): Promise<void> {
  const { guest, daemon, served, device } = disk;
  const { keyId } = served;
  await guest.mustRun(`sync && ${FORGET_PAGES} && cat /mnt/large > /dev/null`);
  await daemon.client.keys.disableKey({ keyId });
  // What the guest's kernel has read before, it has.
  await guest.mustRun("cat /mnt/large > /dev/null");
  await guest.mustRun(FORGET_PAGES);
  expect(await guest.run(readDirectly(device))).toEqual(IO_ERROR);
  expect(await guest.run("cat /mnt/large > /dev/null")).toEqual(IO_ERROR);
  await expectRefused(disk);

  await daemon.client.keys.enableKey({ keyId });
  await guest.mustRun(`${readDirectly(device)} && ${CHECK_SUMS} && echo more > /mnt/more && sync`);
  await expectCalm(disk);
}

/** Data that cannot be written cost the program its fsync; a journal that cannot be written costs the mount. */
async function failToWrite(disk: Disk): Promise<void> {
  const { guest, daemon, served, device } = disk;
  const { keyId } = served;
  await daemon.client.keys.disableKey({ keyId });
  expect(await guest.run("dd if=/dev/urandom of=/mnt/lost bs=64k count=1 conv=fsync")).toEqual(IO_ERROR);
  await expectRefused(disk);
  await daemon.client.keys.enableKey({ keyId });
  await guest.mustRun("echo other > /mnt/other && sync");
  await expectCalm(disk);

  await daemon.client.keys.disableKey({ keyId });
  await guest.run("mkdir /mnt/folder; sync");
  expect(await expectRefused(disk)).toContainEqual(expect.stringContaining("Aborting journal"));

  await daemon.client.keys.enableKey({ keyId });
  const readOnly = { code: 1, output: expect.stringContaining("Read-only file system") };
  expect(await guest.run("touch /mnt/late")).toEqual(readOnly);
  await guest.mustRun(`${CHECK_SUMS} && umount /mnt && e2fsck -p ${device}`);
  await takeLog(disk);
  await guest.mustRun(`${mount(device)} && ${CHECK_SUMS} && echo new > /mnt/new && sync`);
  await guest.mustRun(`umount /mnt && ${fsck(device)}`);
  await expectCalm(disk);
}

/** A device whose daemon was killed fails each request. Connected anew, it has what was synced. Gives the new daemon. */
async function killDaemon(disk: Disk): Promise<ChildDaemon> {
  const { guest, daemon, served, device, connectCommand } = disk;
  await guest.mustRun(`${mount(device)} && echo durable > /mnt/durable && sync`);
  await daemon.stop("SIGKILL");
  const { port } = new URL(served.uri);
  const again = await startChild(served.directory, port === "" ? {} : { args: ["--nbd", `127.0.0.1:${port}`] });
  expect(await guest.run(readDirectly(device))).toEqual(IO_ERROR);
  await guest.mustRun(`umount /mnt && nbd-client -d ${device}`);
  await takeLog(disk);
  await guest.mustRun(connectCommand);
  await guest.mustRun(`${mount(device)} && ${CHECK_SUMS} && [ $(cat /mnt/durable) = durable ]`);
  await guest.mustRun(`umount /mnt && ${fsck(device)}`);
  return again;
}

/** The device outlives the volume's attachment, and fails each request until it is disconnected. */
async function detach(disk: Disk): Promise<void> {
  const { guest, daemon, served, device } = disk;
  await guest.mustRun(`blkdiscard ${device}`);
  expect(await allocatedBytes(served.uri)).toBe(0);
  await daemon.client.volumes.detachVolume({ volumeId: served.volumeId });
  expect(await guest.run(readDirectly(device))).toEqual(IO_ERROR);
  await guest.mustRun(`nbd-client -d ${device}`);
  await takeLog(disk);
}

/**
 * The line of `envol mount` for nbd-client, with another device. The kernel gives up on a request after 30 seconds unless
 * it is told otherwise, and an emulated machine on a busy one may need more.
 */
async function printedCommand(served: Served, device: string): Promise<string> {
  const { commands } = await mountCommands(served.daemon.address, served.volumeId);
  return `${commands.get("nbd-client")?.replace("/dev/nbd0", device)} -timeout 600`;
}

for (const { title, cipher, args, way, device } of [
  { title: "TCP", cipher: "AES_256_XTS", args: ["--nbd", "127.0.0.1:0"], way: overTcp, device: "/dev/nbd0" },
  { title: "a Unix socket", cipher: "AES_256_GCM", args: [], way: overUnixSocket, device: "/dev/nbd1" },
] as const) {
  withKernel(
    `the kernel's driver carries ext4 over ${title} (${cipher}), through a disabled key, a killed daemon and a detach`,
    async () => {
      const guest = await bootedGuest();
      await using served = await serveVolume({ cipher }, { args });
      await using there = await way(guest, served, await printedCommand(served, device));
      const { command: connectCommand, port } = there;
      const disk = { guest, daemon: served.daemon, served, device, connectCommand };

      await guest.mustRun("dmesg -c");
      await guest.mustRun(connectCommand);
      expect(await guest.mustRun(`blockdev --getsize64 ${device}`)).toBe(String(2 ** 30));
      const connections = `netstat -tn | grep -c '${HOST_SEEN_FROM_GUEST}:${port} *ESTABLISHED'`;
      expect(await guest.mustRun(connections)).toBe("4");
      await writeAndReadBack(disk);
      await failToRead(disk);
      await failToWrite(disk);
      await using again = await killDaemon(disk);
      await detach({ ...disk, daemon: again });
    },
    TEST_TIMEOUT_MS,
  );
}

for (const { title, args, way, device } of [
  { title: "TCP", args: ["--nbd", "127.0.0.1:0"], way: overTcp, device: "/dev/nbd2" },
  { title: "a Unix socket", args: [], way: overUnixSocket, device: "/dev/nbd3" },
]) {
  withKernel(
    `the kernel's driver reads what it wrote over TLS on ${title}`,
    async () => {
      const guest = await bootedGuest();
      await using scratch = await scratchDirectory();
      const { directory } = await certificates(scratch.path, "pem");
      const certificate = ["--nbd-tls-cert", join(directory, "server-cert.pem")];
      const key = ["--nbd-tls-key", join(directory, "server-key.pem")];
      await using served = await serveVolume({}, { args: [...args, ...certificate, ...key] });
      await using there = await way(guest, served, await printedCommand(served, device));
      await guest.mustRun(there.command);
      await guest.mustRun("head -c 1m /dev/urandom > /run/data");
      await guest.mustRun(`dd if=/run/data of=${device} bs=64k oflag=direct conv=fsync`);
      await guest.mustRun(`${FORGET_PAGES} && head -c 1m ${device} | cmp - /run/data`);
      await guest.mustRun(`nbd-client -d ${device}`);
    },
    TEST_TIMEOUT_MS,
  );
}
