/** The programs that people have: each does what it does with any NBD server, on an XTS and on a GCM volume. */

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { startChild } from "../daemon/child-daemon.ts";
import {
  defaultSocket,
  mustRun,
  PYTHON,
  run,
  serveVolume,
  withExt4,
  withFio,
  withLibnbd,
  withMount,
  withNbdcopy,
  withNbdinfo,
  withQemu,
} from "./tools.ts";

const MIB = 2 ** 20;

/** A sparse file of 1 GiB with data in some places. */
async function imageIn(directory: string): Promise<string> {
  const path = join(directory, "image");
  await writeFile(path, randomBytes(48 * MIB));
  await truncate(path, 2 ** 30);
  return path;
}

withNbdinfo("nbdinfo tells what the export can do, and lists no exports", async () => {
  await using served = await serveVolume();
  const info = JSON.parse(await mustRun("nbdinfo", ["--json", served.uri])).exports[0];
  expect(info).toMatchObject({
    "export-name": served.attachmentId,
    "export-size": 2 ** 30,
    contexts: ["base:allocation"],
    is_read_only: false,
    can_df: true,
    can_fast_zero: true,
    can_flush: true,
    can_fua: true,
    can_multi_conn: true,
    can_trim: true,
    can_zero: true,
    block_size_minimum: 512,
    block_size_preferred: 4096,
    block_size_maximum: 2 ** 25,
  });
  const list = ["--list", "--json", `nbd+unix:///?socket=${defaultSocket(served.directory)}`];
  expect(JSON.parse(await mustRun("nbdinfo", list)).exports).toEqual([]);
});

for (const cipher of ["AES_256_XTS", "AES_256_GCM"] as const) {
  describe(cipher, () => {
    withNbdcopy("nbdcopy copies in and out over many connections", async () => {
      await using served = await serveVolume({ cipher });
      const image = await imageIn(served.directory);
      const copy = join(served.directory, "copy");
      await mustRun("nbdcopy", ["--connections=4", "--flush", image, served.uri]);
      await mustRun("nbdcopy", ["--connections=4", served.uri, copy]);
      await mustRun("cmp", [image, copy]);
      const map = JSON.parse(await mustRun("nbdinfo", ["--json", "--map", served.uri])) as {
        length: number;
        type: number;
      }[];
      expect(map.map(({ length, type }) => [length, type])).toEqual([
        [48 * MIB, 0],
        [2 ** 30 - 48 * MIB, 3],
      ]);
    });

    withQemu("qemu-img converts in, compares and converts out", async () => {
      await using served = await serveVolume({ cipher });
      const image = await imageIn(served.directory);
      const copy = join(served.directory, "copy.qcow2");
      await mustRun("qemu-img", ["convert", "-n", "-f", "raw", "-O", "raw", image, served.uri]);
      await mustRun("qemu-img", ["compare", "-f", "raw", "-F", "raw", image, served.uri]);
      await mustRun("qemu-img", ["convert", "-f", "raw", "-O", "qcow2", served.uri, copy]);
      await mustRun("qemu-img", ["compare", "-f", "raw", "-F", "qcow2", image, copy]);
    });

    withQemu("qemu-io reads, writes, zeroes and discards, and verifies patterns", async () => {
      await using served = await serveVolume({ cipher });
      const commands = [
        "write -P 0x11 0 1M",
        "write -f -P 0x22 512 512",
        "writev -P 0x33 64k 4k 8k 512",
        "write -z 256k 64k",
        "write -z -u 320k 64k",
        "discard 384k 64k",
        "flush",
        "read -P 0x11 0 512",
        "read -P 0x22 512 512",
        "read -P 0x33 64k 12800",
        "read -P 0 256k 192k",
        "read -P 0x11 448k 64k",
        "aio_write -P 0x44 8M 4M",
        "aio_flush",
        "read -P 0x44 8M 4M",
      ];
      const args = commands.flatMap((command) => ["-c", command]);
      const output = await mustRun("qemu-io", ["-f", "raw", "-d", "unmap", ...args, served.uri]);
      expect(output).not.toMatch(/verification failed|error/i);
    });

    withFio("fio verifies random and sequential writes at depths of 1 to 64", async () => {
      await using served = await serveVolume({ cipher });
      for (const [mode, blockSize, depth] of [
        ["randwrite", "4k", 1],
        ["randwrite", "4k", 64],
        ["randwrite", "512-64k", 16],
        ["write", "1M", 8],
        ["randrw", "128k", 8],
        ["randrw", "16k", 32],
      ] as const) {
        const job = [`--rw=${mode}`, blockSize.includes("-") ? `--bsrange=${blockSize}` : `--bs=${blockSize}`];
        const size = depth === 1 ? "8M" : "32M";
        await mustRun("fio", [...fioOn(served.uri, size), ...job, `--iodepth=${depth}`], { cwd: served.directory });
      }
    });

    withLibnbd("Python's libnbd reads and writes, and learns the errno", async () => {
      await using served = await serveVolume({ cipher });
      await mustRun(PYTHON, ["-c", LIBNBD_SCRIPT, served.uri]);
    });

    withExt4("an ext4 image goes in, survives kill -9, comes out, and is clean", async () => {
      await using served = await serveVolume({ cipher });
      const { directory } = served;
      const tree = join(directory, "tree");
      await mkdir(join(tree, "folder"), { recursive: true });
      const content = randomBytes(5 * MIB);
      await writeFile(join(tree, "folder", "file"), content);
      const image = join(directory, "image");
      await mustRun("mke2fs", ["-q", "-t", "ext4", "-d", tree, image, "64M"]);
      await truncate(image, 2 ** 30);
      await mustRun("nbdcopy", ["--flush", image, served.uri]);
      await served.daemon.stop("SIGKILL");

      await using again = await startChild(directory);
      expect(again.pid).not.toBe(served.daemon.pid);
      const copy = join(directory, "copy");
      // The attachment outlives the daemon, and with it the URI.
      await mustRun("nbdcopy", [served.uri, copy]);
      await mustRun("e2fsck", ["-f", "-n", copy]);
      await mustRun("debugfs", ["-R", `dump folder/file ${join(directory, "file")}`, copy]);
      expect((await readFile(join(directory, "file"))).equals(content)).toBe(true);
    });
  });
}

function fioOn(uri: string, size: string): string[] {
  return ["--name=verify", "--ioengine=nbd", `--uri=${uri}`, `--size=${size}`, "--verify=crc32c", "--verify_fatal=1"];
}

withFio(
  "fio sees nothing but EPERM while the key comes and goes, and its data verify afterwards",
  async () => {
    await using served = await serveVolume();
    const { client } = served.daemon;
    const { keyId } = served;
    const job = ["--name=x", "--ioengine=nbd", `--uri=${served.uri}`, "--size=16M", "--bs=4k", "--iodepth=16"];
    // With EPERM ignored it goes on; any other error would end it, and with another exit code.
    const tolerant = ["--ignore_error=EPERM,EPERM,EPERM", "--error_dump=1", "--time_based", "--runtime=5"];
    let running = true;
    const fio = run("fio", [...job, "--rw=randrw", ...tolerant], { cwd: served.directory }).finally(() => {
      running = false;
    });
    let rounds = 0;
    for (; running; rounds++) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 200));
      await client.keys.disableKey({ keyId });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 100));
      await client.keys.enableKey({ keyId });
    }
    const { code, output } = await fio;
    expect(rounds).toBeGreaterThan(5);
    const errors = [...output.matchAll(/io_u error on file \S+: ([^:]+):/g)].map(([, text]) => text);
    expect(new Set(errors)).toEqual(new Set(["Operation not permitted"]));
    expect(code).toBe(0);
    // A job that is let alone finds the volume whole: what it writes is what it reads.
    await mustRun("fio", [...fioOn(served.uri, "16M"), "--rw=randwrite", "--bs=4k", "--iodepth=16"], {
      cwd: served.directory,
    });
  },
  60_000,
);

withLibnbd(
  "data written while the key comes and goes are exactly those that were acknowledged",
  async () => {
    await using served = await serveVolume({ cipher: "AES_256_GCM" });
    const { client } = served.daemon;
    const { keyId } = served;
    let running = true;
    const script = run(PYTHON, ["-c", REVOCATION_SCRIPT, served.uri]).finally(() => {
      running = false;
    });
    while (running) {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 100));
      await client.keys.disableKey({ keyId });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50));
      await client.keys.enableKey({ keyId });
    }
    const { code, output } = await script;
    expect(output).toMatch(/^refused [1-9]\d*, written [1-9]\d*, verified$/m);
    expect(code).toBe(0);
  },
  60_000,
);

withMount(
  "a file system that is mounted lives through a disabled key",
  async () => {
    await using served = await serveVolume();
    const { directory, uri, keyId } = served;
    const { client } = served.daemon;
    const image = join(directory, "image");
    await mustRun("mke2fs", ["-q", "-t", "ext4", image, "64M"]);
    await truncate(image, 2 ** 30);
    await mustRun("nbdcopy", ["--flush", image, uri]);
    const [fuse, mounted] = [join(directory, "fuse"), join(directory, "mounted")];
    await mkdir(fuse);
    await mkdir(mounted);
    const nbdfuse = spawn("nbdfuse", [`${fuse}/nbd`, uri], { stdio: "ignore" });
    const nbdfuseEnded = once(nbdfuse, "close");
    try {
      while ((await run("test", ["-e", `${fuse}/nbd`])).code !== 0)
        await new Promise((resolve) => setTimeout(resolve, 20));
      await mustRun("mount", ["-o", "loop", `${fuse}/nbd`, mounted]);
      try {
        const content = randomBytes(8 * MIB);
        await writeFile(join(mounted, "before"), content);
        await mustRun("sync", ["-f", mounted]);
        await client.keys.disableKey({ keyId });
        await mustRun("sh", ["-c", "echo 1 > /proc/sys/vm/drop_caches"]);
        const refused = await run("cat", [join(mounted, "before")]);
        expect(refused.code).not.toBe(0);
        await client.keys.enableKey({ keyId });
        expect((await readFile(join(mounted, "before"))).equals(content)).toBe(true);
        await writeFile(join(mounted, "after"), content);
      } finally {
        await mustRun("umount", [mounted]);
      }
    } finally {
      await run("umount", [fuse]);
      await nbdfuseEnded;
    }
    const copy = join(directory, "copy");
    await mustRun("nbdcopy", [uri, copy]);
    await mustRun("e2fsck", ["-f", "-n", copy]);
    const names = await mustRun("debugfs", ["-R", "ls -p /", copy]);
    expect(names).toMatch(/before/);
    expect(names).toMatch(/after/);
  },
  60_000,
);

const LIBNBD_SCRIPT = `
import errno, nbd, os, sys
h = nbd.NBD()
h.add_meta_context("base:allocation")
h.connect_uri(sys.argv[1])
size = h.get_size()
data = os.urandom(1 << 20)
h.pwrite(data, 512, nbd.CMD_FLAG_FUA)
assert h.pread(len(data), 512) == data
h.zero(4096, 8192)
assert h.pread(4096, 8192) == bytes(4096)
h.trim(4096, 16384, nbd.CMD_FLAG_FUA)
h.cache(4096, 0)
h.flush()
found = []
h.block_status(1 << 21, 0, lambda context, offset, entries, error: found.extend(entries))
assert sum(found[0::2]) == 1 << 21, found
chunks = []
h.pread_structured(1 << 20, 1 << 29, lambda buf, offset, status, error: chunks.append(status))
assert chunks == [nbd.READ_HOLE], chunks
h.set_strict_mode(0)
def refused(call, expected):
    try:
        call()
    except nbd.Error as error:
        assert error.errnum == expected, error
    else:
        raise AssertionError("not refused")
refused(lambda: h.pread(512, size), errno.EINVAL)
refused(lambda: h.pwrite(bytes(512), size), errno.ENOSPC)
refused(lambda: h.pread(512, 1), errno.EINVAL)
refused(lambda: h.zero(512, 0, nbd.CMD_FLAG_FAST_ZERO | nbd.CMD_FLAG_NO_HOLE), errno.ENOTSUP)
h.shutdown()
`;

const REVOCATION_SCRIPT = `
import errno, nbd, os, random, sys, time
h = nbd.NBD()
h.connect_uri(sys.argv[1])
acknowledged, refused, written = {}, 0, 0
until = time.time() + 4
while time.time() < until:
    sector = random.randrange(1000)
    data = os.urandom(4096)
    try:
        h.pwrite(data, sector * 4096)
        acknowledged[sector] = data
        written += 1
    except nbd.Error as error:
        assert error.errnum == errno.EPERM, error
        refused += 1
time.sleep(1)
while True:
    try:
        h.flush()
        for sector, data in acknowledged.items():
            assert h.pread(4096, sector * 4096) == data, sector
        break
    except nbd.Error as error:
        assert error.errnum == errno.EPERM, error
print(f"refused {refused}, written {written}, verified")
`;
