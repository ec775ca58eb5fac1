/** A daemon that requires signatures: the way into a new one, and who gets no further. */

import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { connect } from "#envol/client/client.ts";
import { type EnvolOptions, startEnvol } from "#envol/kit/start-envol.ts";
import { startEnvol as startCommand } from "../cli/process.ts";

const ROOT_ARN = "arn:aws:iam::000000000000:root";

async function scratch() {
  const path = await mkdtemp(join(tmpdir(), "envol-auth-"));
  return { path, file: join(path, "root-credentials"), [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

const start = (dataDirectory: string, options: EnvolOptions = {}) =>
  startEnvol({ dataDirectory, auth: "required", ...options });

async function pairIn(file: string) {
  const text = await readFile(file, "utf8");
  const value = (name: string) => new RegExp(`^${name} = (\\S+)$`, "m").exec(text)?.[1] as string;
  return { accessKeyId: value("aws_access_key_id"), secretAccessKey: value("aws_secret_access_key") };
}

it("makes an access key of the account root at its first start, for its owner alone, and keeps it", async () => {
  await using directory = await scratch();
  let text: string;
  {
    await using envol = await start(directory.path);
    text = await readFile(directory.file, "utf8");
    expect((await stat(directory.file)).mode & 0o777).toBe(0o600);
    expect(text).toMatch(/^# .*\n\[default\]\naws_access_key_id = AKIA[A-Z2-7]{16}\naws_secret_access_key = \S{40}\n$/);
    expect((await envol.principals.getCallerIdentity({})).arn).toBe(ROOT_ARN);
    await envol.restart();
    expect((await envol.principals.getCallerIdentity({})).arn).toBe(ROOT_ARN);
    await using unsigned = connect(envol.address);
    await expect(unsigned.volumes.describeVolumes({})).rejects.toMatchObject({ code: "AUTH_MISSING" });
    await using stranger = connect(envol.address, {
      credentials: { ...(await pairIn(directory.file)), accessKeyId: "A" },
    });
    await expect(stranger.volumes.describeVolumes({})).rejects.toMatchObject({ code: "AUTH_UNKNOWN_KEY" });
  }
  expect(await readFile(directory.file, "utf8")).toBe(text);
});

it("says where the key is, and not what it is", async () => {
  await using directory = await scratch();
  const socket = join(directory.path, "envol.sock");
  const flags = ["--data", directory.path, "--grpc", `unix:${socket}`, "--nbd", "none", "--auth", "required"];
  const daemon = startCommand(["serve", ...flags]);
  const said: Buffer[] = [];
  const ready = new Promise<void>((resolve) => {
    daemon.stdout?.on("data", (data: Buffer) => {
      said.push(data);
      if (data.includes("ctrl-C")) resolve();
    });
  });
  daemon.stderr?.on("data", (data: Buffer) => said.push(data));
  await ready;
  daemon.kill();
  await once(daemon, "close");
  const text = Buffer.concat(said).toString();
  const { accessKeyId, secretAccessKey } = await pairIn(directory.file);
  expect(text).toContain(directory.file);
  expect(text).toContain(accessKeyId);
  expect(text).not.toContain(secretAccessKey);
});

it("serves each principal, and the data of volumes to none who does not sign", async () => {
  await using envol = await startEnvol({ auth: "required" });
  await using volume = await envol.createVolume();
  await volume.write(0, Buffer.from("secret"));
  await envol.principals.createPrincipal({ kind: "user", name: "alice" });
  const alice = envol.as(await envol.principals.createAccessKey({ principal: "user/alice" }));
  const request = { volumeId: volume.volumeId, offsetBytes: 0, lengthBytes: 6 };
  expect((await alice.blocks.read(request)).data.toString()).toBe("secret");
  await using unsigned = connect(envol.address);
  await expect(unsigned.blocks.read(request)).rejects.toMatchObject({ code: "AUTH_MISSING" });
  await using io = unsigned.io(volume.volumeId);
  await expect(io.read(0, 6)).rejects.toMatchObject({ code: "AUTH_MISSING" });
});

it("has the same way in after a reset", async () => {
  await using envol = await startEnvol({ auth: "required" });
  await envol.principals.createPrincipal({ kind: "user", name: "alice" });
  await envol.reset();
  const { principals } = await envol.principals.listPrincipals({});
  expect(principals.map(({ arn }) => arn)).toEqual([ROOT_ARN]);
});

it("makes no key where the seed has one", async () => {
  await using directory = await scratch();
  await using other = await scratch();
  const seedFile = join(other.path, "seed.yaml");
  const pair = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
  await writeFile(seedFile, JSON.stringify({ principals: [{ kind: "user", name: "alice", accessKeys: [pair] }] }));
  await using envol = await start(directory.path, { seedFile });
  await expect(stat(directory.file)).rejects.toMatchObject({ code: "ENOENT" });
  expect((await envol.as(pair).principals.getCallerIdentity({})).arn).toMatch(/user\/alice$/);
  await expect(envol.volumes.describeVolumes({})).rejects.toMatchObject({ code: "AUTH_MISSING" });
});

it.each([
  ["open to others", "", 0o644, /open to other users/],
  ["something else", "nothing of use", 0o600, /holds no access key/],
])("refuses to start with a file that is %s, and leaves it", async (_what, text, mode, message) => {
  await using directory = await scratch();
  await writeFile(directory.file, text);
  await chmod(directory.file, mode);
  const refused = await start(directory.path).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "CONFIG_INVALID", message: expect.stringMatching(message) });
  expect(String(refused)).toContain(directory.file);
  expect(await readFile(directory.file, "utf8")).toBe(text);
});

it("makes no key where signatures are not required", async () => {
  await using directory = await scratch();
  await using envol = await startEnvol({ dataDirectory: directory.path });
  await expect(stat(directory.file)).rejects.toMatchObject({ code: "ENOENT" });
  expect((await envol.principals.getCallerIdentity({})).arn).toBe(ROOT_ARN);
});
