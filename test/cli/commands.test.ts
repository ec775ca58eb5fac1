import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXIT } from "#envol/errors.ts";
import { type Served, serve, startEnvol } from "./process.ts";

let daemon: Served;
beforeAll(async () => {
  daemon = await serve();
});
afterAll(() => daemon[Symbol.asyncDispose]());

async function attachedVolume(...args: string[]): Promise<string> {
  const { volume } = await daemon.json("volume", "create", "--size", "1", ...args);
  await daemon.json("volume", "attach", volume.volumeId);
  return volume.volumeId;
}

async function text(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await daemon.run(args);
  if (code !== 0) throw new Error(stderr);
  return stdout.toString();
}

describe("keys", () => {
  it("are created, named, listed, disabled, enabled and scheduled for deletion", async () => {
    const { keyMetadata: key } = await daemon.json(
      "key",
      "create",
      "--description",
      "Backups",
      "--tag",
      "team=storage",
    );
    await daemon.json("alias", "create", "alias/backups", key.keyId);
    expect(await text("key", "list")).toMatch(
      new RegExp(`^${key.keyId} +Enabled +CUSTOMER +alias/backups +Backups$`, "m"),
    );
    expect(await text("key", "show", "alias/backups")).toMatch(/^aliases +alias\/backups$/m);
    expect(await text("alias", "list", "--key", key.keyId)).toMatch(new RegExp(`^alias/backups +${key.keyId} `, "m"));
    const state = async () => (await daemon.json("key", "show", "alias/backups")).keyMetadata.keyState;
    await daemon.json("key", "disable", "alias/backups");
    expect(await state()).toBe("Disabled");
    await daemon.json("key", "enable", key.keyId);
    expect(await state()).toBe("Enabled");
    expect(await text("key", "schedule-deletion", "alias/backups", "--days", "7")).toContain("cancel-deletion");
    expect(await state()).toBe("PendingDeletion");
    await daemon.json("key", "cancel-deletion", key.arn);
    expect(await state()).toBe("Disabled");
    const { keyMetadata: other } = await daemon.json("key", "create");
    await daemon.json("alias", "update", "alias/backups", other.keyId);
    expect((await daemon.json("key", "show", "alias/backups")).keyMetadata.keyId).toBe(other.keyId);
    await daemon.json("alias", "delete", "alias/backups");
    const gone = await daemon.run(["key", "show", "alias/backups"]);
    expect([gone.code, gone.stderr]).toEqual([EXIT.notFound, expect.stringContaining("[KEY_NOT_FOUND]")]);
  });

  it("encrypt and decrypt text, files and pipes, in every encoding", async () => {
    const { keyMetadata: key } = await daemon.json("key", "create");
    const context = ["--context", "purpose=demo", "--context", "a=b=c"];
    const sealed = (await text("key", "encrypt", key.keyId, "--text", "attack at dawn", ...context)).trim();
    expect(await text("key", "decrypt", sealed, ...context, "--output", "raw")).toBe("attack at dawn");
    const hex = Buffer.from("attack at dawn").toString("hex");
    expect(await text("key", "decrypt", sealed, ...context, "--output", "hex")).toBe(`${hex}\n`);
    const file = join(daemon.directory, "sealed.bin");
    writeFileSync(file, Buffer.from(sealed, "base64"));
    expect(await text("key", "decrypt", `@${file}`, ...context)).toBe(
      `${Buffer.from("attack at dawn").toString("base64")}\n`,
    );
    const piped = await daemon.run(
      ["key", "decrypt", "@-", ...context, "--output", "raw"],
      Buffer.from(sealed, "base64"),
    );
    expect(piped.stdout.toString()).toBe("attack at dawn");
    const wrong = await daemon.run(["key", "decrypt", sealed, "--context", "purpose=demo"]);
    expect([wrong.code, wrong.stderr]).toEqual([EXIT.usage, expect.stringContaining("[CIPHERTEXT_INVALID]")]);
  });

  it("make data keys", async () => {
    const { keyMetadata: key } = await daemon.json("key", "create");
    const made = await daemon.json("key", "generate-data-key", key.keyId, "--bytes", "64");
    expect(Buffer.from(made.plaintext, "base64")).toHaveLength(64);
    const unwrapped = await daemon.json("key", "decrypt", made.ciphertextBlob);
    expect(unwrapped.plaintext).toBe(made.plaintext);
    const wrapped = await daemon.json("key", "generate-data-key", key.keyId, "--no-plaintext");
    expect(Object.keys(wrapped)).not.toContain("plaintext");
  });
});

describe("volumes", () => {
  it("are created, listed with filters, shown, grown and deleted", async () => {
    const one = (await daemon.json("volume", "create", "--size", "1GiB", "--cipher", "gcm", "--tag", "name=one"))
      .volume;
    const two = (await daemon.json("volume", "create", "--size", "2", "--no-encryption", "--tag", "name=two")).volume;
    expect(one).toMatchObject({ sizeGib: 1, cipher: "AES_256_GCM", encrypted: true, sectorSizeBytes: 4096 });
    const listed = async (...filters: string[]) =>
      (await daemon.json("volume", "list", ...filters.flatMap((filter) => ["--filter", filter]))).volumes.map(
        (volume: { volumeId: string }) => volume.volumeId,
      );
    expect(await listed("tag:name=one")).toEqual([one.volumeId]);
    expect((await listed("tag:name=one", "tag:name=two")).sort()).toEqual([one.volumeId, two.volumeId].sort());
    expect(await listed("tag:name=one", "encrypted=false")).toEqual([]);
    expect(await text("volume", "list", "--filter", "tag:name=two")).toMatch(
      /^vol-[0-9a-f]{17} +2 GiB +0 B +available +- +none /m,
    );
    expect(await text("volume", "grow", one.volumeId, "--size", "3GiB")).toContain("3 GiB now; it had 1 GiB");
    for (const { volumeId } of [one, two]) await daemon.json("volume", "delete", volumeId);
    expect((await daemon.run(["volume", "show", one.volumeId])).code).toBe(EXIT.notFound);
  });

  it("show the command that unwraps their data key, and it does", async () => {
    const { keyMetadata } = await daemon.json("key", "create");
    const { volume } = await daemon.json("volume", "create", "--size", "1", "--key", keyMetadata.keyId);
    const shown = await text("volume", "show", volume.volumeId);
    const command = /^ {2}envol (key decrypt .*)$/m.exec(shown)?.[1] ?? "";
    expect(await text(...command.split(" "))).toMatch(/^[0-9a-f]{128}\n$/);
  });

  it("take and give bytes", async () => {
    const volumeId = await attachedVolume();
    expect(await text("volume", "write", volumeId, "--offset", "1KiB", "--text", "hello")).toContain(
      "5 bytes at offset 1024",
    );
    expect(await text("volume", "read", volumeId, "--offset", "1024", "--length", "5")).toBe("hello");
    expect(await text("volume", "read", volumeId, "--offset", "1022", "--length", "9", "--hex")).toBe(
      "000003fe  00 00 68 65 6c 6c 6f 00  00                       |..hello..|\n",
    );
    const bytes = Buffer.from([0, 255, 10, 13]);
    expect((await daemon.run(["volume", "write", volumeId, "-", "--flush"], bytes)).code).toBe(0);
    expect((await daemon.json("volume", "read", volumeId, "--length", "4")).data).toBe(bytes.toString("base64"));
    expect(await text("volume", "map", volumeId)).toMatch(/^ +0 +4096 +4\.00 KiB +written$/m);
    await text("volume", "discard", volumeId, "--offset", "0", "--length", "4096");
    expect(await text("volume", "map", volumeId)).toContain("0 B written, in 0 runs.");
    expect(await text("volume", "flush", volumeId)).toContain("on the disk");
  });

  it("refuse what runs past their end, or comes while they are detached", async () => {
    const volumeId = await attachedVolume();
    const past = await daemon.run(["volume", "write", volumeId, "--offset", "1GiB", "--text", "x"]);
    expect([past.code, past.stderr]).toEqual([EXIT.usage, expect.stringContaining("[OUT_OF_RANGE]")]);
    await daemon.json("volume", "detach", volumeId);
    const detached = await daemon.run(["volume", "read", volumeId]);
    expect([detached.code, detached.stderr]).toEqual([
      EXIT.refusedByState,
      expect.stringContaining("[VOLUME_NOT_ATTACHED]"),
    ]);
  });
});

describe("peek", () => {
  it("shows ciphertext beside plaintext, and why there is none while the key is disabled", async () => {
    const { keyMetadata: key } = await daemon.json("key", "create");
    const volumeId = await attachedVolume("--key", key.keyId, "--cipher", "gcm");
    await daemon.json("volume", "write", volumeId, "--text", "PLAINTEXT", "--flush");
    const open = await text("volume", "peek", volumeId);
    expect(open).toMatch(/^nonce +[0-9a-f]{24}$/m);
    expect(open).toMatch(/^0000 {2}([0-9a-f]{2} ){8}.{8} {2}50 4c 41 49 4e 54 45 58 PLAINTEX$/m);
    await daemon.json("key", "disable", key.keyId);
    const shut = await text("volume", "peek", volumeId);
    expect(shut).not.toContain("PLAINTEX");
    expect(shut).toContain("cannot be read: KEY_REVOKED");
    expect(shut).toContain("Enable the key");
    expect(
      shut
        .split("\n")
        .find((line) => line.startsWith("0000"))
        ?.slice(0, 29),
    ).toBe(
      open
        .split("\n")
        .find((line) => line.startsWith("0000"))
        ?.slice(0, 29),
    );
    const refused = await daemon.run(["volume", "read", volumeId]);
    expect([refused.code, refused.stderr]).toEqual([EXIT.keyUnusable, expect.stringContaining("Enable the key")]);
    expect((await daemon.json("volume", "peek", volumeId)).plaintextError.code).toBe("KEY_REVOKED");
    await daemon.json("key", "enable", key.keyId);
    expect((await daemon.run(["volume", "read", volumeId, "--length", "9"])).stdout.toString()).toBe("PLAINTEXT");
  });

  it("says that nothing is stored where nothing was written", async () => {
    const volumeId = await attachedVolume();
    const shown = await text("volume", "peek", volumeId, "--sector", "7", "--bytes", "16");
    expect(shown).toContain("none: never written, or discarded");
    expect(shown).toMatch(/^0000 {2}nothing is stored +00 00 00/m);
  });
});

describe("events", () => {
  it("are told one a line, from the kept ones on", async () => {
    const { keyMetadata: key } = await daemon.json("key", "create");
    const { volume } = await daemon.json("volume", "create", "--size", "1", "--key", key.keyId);
    await daemon.json("volume", "attach", volume.volumeId);
    const { stdout } = await daemon.run([
      ...["events", "--since", "0", "--volume", volume.volumeId, "--json"],
      ...["--type", "GrantCreated", "--type", "DataKeyUnwrapped", "--count", "2"],
    ]);
    const events = stdout
      .toString()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events.map(({ type }) => type)).toEqual(["GrantCreated", "DataKeyUnwrapped"]);
    expect(events[0]).toMatchObject({ volumeId: volume.volumeId });
    const line = await text("events", "--since", "0", "--key", key.arn, "--count", "1");
    expect(line).toMatch(/^ *\d+ {2}20\d\d-\S+Z {2}KeyStateChanged {9}arn:aws:kms:\S+ {2}state=Enabled\n$/);
  });
});

describe("a reader that leaves early", () => {
  it("ends an export quietly", async () => {
    const volumeId = await attachedVolume();
    const child = startEnvol(["volume", "export", volumeId, "-", "--quiet"], { ENVOL_ADDRESS: daemon.address });
    let stderr = "";
    child.stderr?.on("data", (data: Buffer) => {
      stderr += data;
    });
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    child.stdout?.destroy();
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect([code, stderr]).toEqual([0, ""]);
  });
});
