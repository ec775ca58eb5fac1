/**
 * A Linux machine of its own for a test: QEMU emulates it in software, so it needs neither root nor /dev/kvm, and what its
 * kernel does cannot hurt the one that runs the tests. It has a shell on its serial line and no disk.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { chmod, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { needs, runs } from "../needs.ts";
import { mustRun, type Run } from "./tools.ts";

/** Debian's kernel package, unpacked and not installed, as .ci/run leaves it. */
const KERNEL_PACKAGE = "/usr/local/lib/envol-test/linux";
const MODULES = join(KERNEL_PACKAGE, "lib", "modules");
const BUSYBOX = "/bin/busybox";
const QEMU = "qemu-system-x86_64";

/** The programs of the guest beside busybox's. */
const PROGRAMS = ["nbd-client", "mkfs.ext4", "e2fsck", "socat"] as const;

/** What the guest needs of the kernel's modules: its network card and what it is here for. */
const MODULE_PATHS = [
  "drivers/virtio",
  "net/core/failover.ko",
  "drivers/net/net_failover.ko",
  "drivers/net/virtio_net.ko",
  "drivers/block/nbd.ko",
] as const;

/** The host, as the guest reaches it: what listens on the host's loopback address listens here (QEMU, "User mode"). */
export const HOST_SEEN_FROM_GUEST = "10.0.2.2";

const PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

/** Commands come in on the first serial line, a line each. After its output comes a line with this and its exit code. */
const ENDED = "-- ended with ";
const READY = "-- ready";

const INIT = `#!${BUSYBOX} sh
export PATH=${PATH}
${BUSYBOX} --install -s /bin
mount -t devtmpfs none /dev
mount -t proc none /proc
mount -t sysfs none /sys
depmod
modprobe -a virtio_pci virtio_net nbd
ip link set lo up
ip address add 10.0.2.15/24 dev eth0
ip link set eth0 up
exec </dev/ttyS0 >/dev/ttyS0 2>&1
stty raw -echo
echo '${READY}'
while read -r command; do
  sh -c "$command" </dev/null
  echo "${ENDED}$?"
done
`;

const BOOT_TIMEOUT_MS = 90_000;
const COMMAND_TIMEOUT_MS = 180_000;

export const withKernel = needs("QEMU, Debian's kernel, nbd-client, nbdinfo, e2fsprogs, socat and openssl", () => {
  const programs = [...PROGRAMS, QEMU, "nbdinfo", "openssl"].every((program) => runs("which", program));
  return process.arch === "x64" && programs && existsSync(BUSYBOX) && existsSync(MODULES);
});

export interface Guest extends AsyncDisposable {
  /** Runs a line of shell, and gives its exit code and all that it printed. */
  run(command: string): Promise<Run>;
  /** The same, where anything but success is a failure of the test. */
  mustRun(command: string): Promise<string>;
}

/** Boots a guest; the directory keeps what it boots from and its console's log. */
export async function bootGuest(directory: string): Promise<Guest> {
  const [version] = readdirSync(MODULES);
  const initramfs = join(directory, "initramfs");
  await makeInitramfs(join(directory, "root"), version as string, initramfs);
  const image = ["-kernel", join(KERNEL_PACKAGE, "boot", `vmlinuz-${version}`), "-initrd", initramfs];
  const consoleLog = join(directory, "console");
  try {
    return await boot(image, consoleLog);
  } catch (error) {
    // On a machine that is far too busy a boot has been seen to hang. No test is about that, so it has a second chance.
    console.warn(error);
    return boot(image, consoleLog);
  }
}

async function boot(image: readonly string[], consoleLog: string): Promise<Guest> {
  // Two processors, so that the driver uses more than one connection; one thread emulates both, which leaves the host's
  // other cores to the daemon.
  const processors = ["-accel", "tcg,thread=single", "-smp", "2"];
  const machine = [...processors, "-m", "512", "-nodefaults", "-no-user-config", "-display", "none"];
  // A panic ends QEMU, and with it the test.
  const kernel = ["-append", "console=ttyS1 panic=-1", "-no-reboot"];
  const devices = ["-nic", "user,model=virtio-net-pci", "-serial", "stdio", "-serial", `file:${consoleLog}`];
  const qemu = spawn(QEMU, [...machine, ...image, ...kernel, ...devices], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(qemu, "close");
  // Writing to a guest that has ended is told by what is then missing.
  qemu.stdin.on("error", () => {});
  const lines = createInterface({ input: qemu.stdout })[Symbol.asyncIterator]();

  /** What the guest prints up to a line that begins so, and that line. */
  const printedUntil = async (beginning: string, doing: string, timeoutMs: number) => {
    const timer = setTimeout(() => qemu.kill("SIGKILL"), timeoutMs);
    const printed: string[] = [];
    try {
      for (;;) {
        const { value: line, done } = await lines.next();
        if (done) break;
        if (line.startsWith(beginning)) return { printed: printed.join("\n"), line };
        printed.push(line);
      }
    } finally {
      clearTimeout(timer);
    }
    await ended;
    const log = await readFile(consoleLog, "utf8").catch(() => "");
    throw new Error(
      `The guest ended, or took longer than ${timeoutMs} ms, at: ${doing}\n${printed.join("\n")}\nIts console:\n${log}`,
    );
  };

  const run = async (command: string): Promise<Run> => {
    qemu.stdin.write(`${command}\n`);
    const { printed, line } = await printedUntil(ENDED, command, COMMAND_TIMEOUT_MS);
    return { code: Number(line.slice(ENDED.length)), output: printed };
  };
  await printedUntil(READY, "booting", BOOT_TIMEOUT_MS);
  return {
    run,
    async mustRun(command) {
      const { code, output } = await run(command);
      if (code === 0) return output;
      const log = (await run("dmesg | tail -n 40")).output;
      throw new Error(`In the guest, ${command} ended with ${code}:\n${output}\nIts kernel:\n${log}`);
    },
    async [Symbol.asyncDispose]() {
      qemu.kill("SIGKILL");
      await ended;
    },
  };
}

/** Packs a root file system: busybox, programs with their libraries, modules, and the script that the kernel starts. */
async function makeInitramfs(root: string, version: string, file: string): Promise<void> {
  for (const empty of ["dev", "proc", "sys", "run", "mnt"]) await mkdir(join(root, empty), { recursive: true });
  const take = async (path: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await cp(path, join(root, path), { dereference: true, recursive: true });
  };
  await take(BUSYBOX);
  for (const name of PROGRAMS) {
    const program = (await mustRun("which", [name])).trim();
    const libraries = [...(await mustRun("ldd", [program])).matchAll(/(\/\S+) \(0x/g)].map(
      ([, path]) => path as string,
    );
    for (const path of [program, ...libraries]) await take(path);
  }
  const modules = join(root, "lib", "modules", version, "kernel");
  for (const path of MODULE_PATHS) {
    await mkdir(dirname(join(modules, path)), { recursive: true });
    await cp(join(MODULES, version, "kernel", path), join(modules, path), { recursive: true });
  }
  await writeFile(join(root, "init"), INIT);
  await chmod(join(root, "init"), 0o755);
  await mustRun("sh", ["-ec", `find . | ${BUSYBOX} cpio -o -H newc > "$1"`, "sh", file], { cwd: root });
}
