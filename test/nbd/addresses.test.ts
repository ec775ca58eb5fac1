/** Where the door listens, what its URIs say, and what `envol mount` makes of them. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { kernelClient } from "#envol/cli/commands/mount.ts";
import { connect } from "#envol/client/client.ts";
import { systemClock } from "#envol/clock.ts";
import { serveNbd } from "#envol/serve/nbd/serve.ts";
import { nbdUri } from "#envol/serve/nbd/uri.ts";
import { openDoor } from "./door.ts";
import {
  defaultSocket,
  MAIN,
  mountCommands,
  mustRun,
  PYTHON,
  run,
  serveVolume,
  withFio,
  withLibnbd,
  withNbdcopy,
  withQemu,
} from "./tools.ts";

it("makes URIs as the NBD URI document has them", () => {
  expect(nbdUri("unix:/run/envol/nbd.sock", "attach-1", false)).toBe("nbd+unix:///attach-1?socket=/run/envol/nbd.sock");
  expect(nbdUri("unix:/a b/&?#%.sock", "a/b", true)).toBe("nbds+unix:///a%2Fb?socket=/a%20b/%26%3F%23%25.sock");
  expect(nbdUri("127.0.0.1:10809", "attach-1", false)).toBe("nbd://127.0.0.1:10809/attach-1");
  expect(nbdUri("[::1]:10809", "attach-1", true)).toBe("nbds://[::1]:10809/attach-1");
});

it("tells nbd-client, which takes no URIs, the same", () => {
  const told = (uri: string) => kernelClient(uri, "/dev/nbd0");
  const options = "/dev/nbd0 -name attach-1 -connections 4";
  expect(told("nbd+unix:///attach-1?socket=/a%20b/nbd.sock")).toBe(`nbd-client -unix '/a b/nbd.sock' ${options}`);
  expect(told("nbd://127.0.0.1:10809/attach-1")).toBe(`nbd-client 127.0.0.1 10809 ${options}`);
  expect(told("nbds://[::1]:10809/attach-1")).toBe(`nbd-client ::1 10809 ${options} -enable-tls`);
});

it("listens beside the data by default, where it is told, or not at all", async () => {
  {
    await using served = await serveVolume();
    expect(served.uri).toBe(`nbd+unix:///${served.attachmentId}?socket=${defaultSocket(served.directory)}`);
    const { client } = served.daemon;
    const { volumes } = await client.volumes.describeVolumes({ volumeIds: [served.volumeId] });
    expect(volumes[0]?.attachments[0]?.nbdUri).toBe(served.uri);
    await served.daemon.stop("SIGTERM");
    expect(existsSync(defaultSocket(served.directory))).toBe(false);
  }
  {
    await using served = await serveVolume({}, { args: ["--nbd", "none"] });
    expect(served.uri).toBe("");
    expect(existsSync(defaultSocket(served.directory))).toBe(false);
  }
  await using served = await serveVolume({}, { environment: { ENVOL_NBD: "127.0.0.1:0" } });
  expect(served.uri).toMatch(/^nbd:\/\/127\.0\.0\.1:[1-9]\d*\/attach-[0-9a-f]{32}$/);
});

it("serves TCP as it serves a Unix socket", async () => {
  await using test = await openDoor({}, { address: "127.0.0.1:0" });
  await using client = await test.enter({ structured: false });
  client.request({ type: 0, length: 512 });
  expect((await client.simpleReply(512)).errno).toBe(0);
});

it("refuses an address that is taken, and one that other machines reach", async () => {
  await using test = await openDoor();
  const taken = serveNbd({
    address: test.door.address,
    volumes: test.core.volumes,
    clock: systemClock,
    log: {} as never,
  });
  await expect(taken).rejects.toMatchObject({ code: "ADDRESS_IN_USE", field: "nbdAddress" });
  const { code, output } = await run(process.execPath, [MAIN, "serve", "--nbd", "0.0.0.0:0", "--json"]);
  expect(code).toBe(2);
  expect(output).toMatch(/CONFIG_INVALID.*--nbd/);
});

it("refuses a client CA without a certificate, and a certificate that is none", async () => {
  await using served = await serveVolume();
  const file = join(served.directory, "not.pem");
  await writeFile(file, "nothing");
  for (const args of [
    ["--nbd-tls-client-ca", file],
    ["--nbd-tls-cert", file],
    ["--nbd-tls-cert", file, "--nbd-tls-key", file],
    ["--nbd-tls-cert", join(served.directory, "absent"), "--nbd-tls-key", file],
  ]) {
    const where = ["--data", join(served.directory, "other"), "--grpc", "127.0.0.1:0", "--json"];
    const { code, output } = await run(process.execPath, [MAIN, "serve", ...where, ...args]);
    expect(output).toMatch(/CONFIG_INVALID/);
    expect(code).toBe(2);
  }
});

withLibnbd("is started by a client through socket activation", async () => {
  await using served = await serveVolume();
  const { directory } = served;
  await served.daemon.stop("SIGTERM");
  const script = `
import nbd, sys
h = nbd.NBD()
h.set_export_name(sys.argv[1])
h.connect_systemd_socket_activation(sys.argv[2:])
h.pwrite(b"y" * 512, 0)
assert h.pread(512, 0) == b"y" * 512
h.shutdown()
`;
  const serve = [process.execPath, MAIN, "serve", "--data", join(directory, "data"), "--grpc", "127.0.0.1:0"];
  await mustRun(PYTHON, ["-c", script, served.attachmentId, ...serve, "--log-level", "warn"], {
    env: { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent" },
  });
});

it("envol mount prints the URI of a volume and of an attachment, and says what is missing", async () => {
  await using served = await serveVolume();
  const { address } = served.daemon;
  for (const name of [served.volumeId, served.attachmentId]) {
    expect((await mountCommands(address, name)).uri).toBe(served.uri);
  }
  const text = await mustRun(process.execPath, [MAIN, "mount", served.volumeId, "--address", address]);
  for (const word of [served.uri, "nbd-client", "qemu-nbd", "qemu-io", "nbdfuse", "nbdcopy", "fio"]) {
    expect(text).toContain(word);
  }
  const client = connect(address);
  await client.volumes.detachVolume({ volumeId: served.volumeId });
  await client.close();
  const detached = await run(process.execPath, [MAIN, "mount", served.volumeId, "--address", address]);
  expect(detached).toMatchObject({ code: 4, output: expect.stringContaining("not attached") });
});

/** Runs a printed command as a shell would. */
function shell(command: string, directory: string): Promise<string> {
  return mustRun("sh", ["-ec", command], { cwd: directory });
}

withNbdcopy("the nbdcopy commands of envol mount work as printed", async () => {
  await using served = await serveVolume();
  const { commands } = await mountCommands(served.daemon.address, served.volumeId);
  await writeFile(join(served.directory, "disk.img"), Buffer.alloc(4096, 3));
  await mustRun("truncate", ["-s", "1G", join(served.directory, "disk.img")]);
  await shell(commands.get("nbdcopy") as string, served.directory);
});

withQemu("the qemu-io command of envol mount works as printed", async () => {
  await using served = await serveVolume();
  const { commands } = await mountCommands(served.daemon.address, served.volumeId);
  expect(await shell(commands.get("qemu-io") as string, served.directory)).toMatch(/read 4096\/4096 bytes/);
});

withFio("the fio command of envol mount works as printed", async () => {
  await using served = await serveVolume();
  const { commands } = await mountCommands(served.daemon.address, served.volumeId);
  await shell(`${commands.get("fio")} --size=4M`, served.directory);
});

withLibnbd("the nbdfuse command of envol mount works as printed", async () => {
  await using served = await serveVolume();
  const { commands } = await mountCommands(served.daemon.address, served.volumeId);
  if ((await run("test", ["-r", "/dev/fuse"])).code !== 0) return;
  const nbdfuse = spawn("sh", ["-ec", `mkdir mountpoint; exec ${commands.get("nbdfuse")}`], { cwd: served.directory });
  const ended = once(nbdfuse, "close");
  const file = join(served.directory, "mountpoint", "nbd");
  try {
    while (!existsSync(file)) {
      if (nbdfuse.exitCode !== null) throw new Error("nbdfuse ended");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(Number(await mustRun("stat", ["-c", "%s", file]))).toBe(2 ** 30);
  } finally {
    await run("umount", [join(served.directory, "mountpoint")]);
    await ended;
  }
});
