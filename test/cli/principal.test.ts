/** `envol principal` and `envol whoami`, and where the commands find their access key. */

import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectOptions } from "#envol/cli/credentials.ts";
import { EXIT } from "#envol/errors.ts";
import { envol, type Served, serve } from "./process.ts";

const POLICY = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "kms:*", Resource: "*" } };
const ACCOUNT = "arn:aws:iam::000000000000";

let daemon: Served;
beforeAll(async () => {
  daemon = await serve();
});
afterAll(() => daemon[Symbol.asyncDispose]());

async function text(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await daemon.run(args);
  if (code !== 0) throw new Error(stderr);
  return stdout.toString();
}

/** Runs a command as whoever the variables make it. */
async function runAs(variables: Record<string, string>, ...args: string[]) {
  const { code, stdout, stderr } = await envol(args, { environment: { ENVOL_ADDRESS: daemon.address, ...variables } });
  return { code, stdout: stdout.toString().trim(), stderr };
}

describe("principals", () => {
  it("are made, given policies, shown, listed and deleted", async () => {
    expect(await text("principal", "create", "alice", "--tag", "team=storage")).toContain(`${ACCOUNT}:user/alice`);
    await text("principal", "create", "role/backup");
    const file = join(daemon.directory, "policy.json");
    writeFileSync(file, JSON.stringify(POLICY));
    await text("principal", "put-policy", "alice", "from-file", `@${file}`);
    await text("principal", "put-policy", "user/alice", "typed", JSON.stringify(POLICY));
    const shown = await text("principal", "show", `${ACCOUNT}:user/alice`);
    expect(shown).toMatch(/^tag +team=storage$/m);
    expect(shown).toContain(`policy typed\n${JSON.stringify(POLICY, null, 2)}`);
    expect(await text("principal", "list")).toMatch(new RegExp(`^${ACCOUNT}:user/alice +from-file, typed$`, "m"));
    await text("principal", "delete-policy", "alice", "typed");
    const { principal } = await daemon.json("principal", "show", "alice");
    expect(principal.policies).toEqual({ "from-file": JSON.stringify(POLICY) });
    await text("principal", "delete", "role/backup");
    const gone = await daemon.run(["principal", "show", "role/backup"]);
    expect([gone.code, gone.stderr]).toEqual([EXIT.notFound, expect.stringContaining("[PRINCIPAL_NOT_FOUND]")]);
  });

  it.each([
    [["principal", "create", "root"], "NAME: expected a user's NAME, or role/NAME"],
    [["principal", "create", "arn:aws:iam::1:user/a"], "NAME: expected a user's NAME, or role/NAME"],
    [["principal", "show", "group/a"], "NAME: expected a user's NAME, role/NAME, root, or an ARN"],
  ])("are not named as in envol %j", async (args, message) => {
    const { code, stderr } = await daemon.run(args);
    expect([code, stderr]).toEqual([EXIT.usage, expect.stringContaining(message)]);
  });

  it("have access keys that a shell takes, which are disabled, enabled and deleted", async () => {
    await text("principal", "create", "carol");
    const exported = await text("principal", "create-access-key", "carol", "--export");
    const script = `${exported}\nexec "$@"`;
    const shell = (...command: string[]) =>
      promisify(execFile)("/bin/sh", ["-c", script, "sh", ...command], { env: { PATH: process.env["PATH"] } });
    const { stdout } = await shell("sh", "-c", 'echo "$AWS_ACCESS_KEY_ID $AWS_SECRET_ACCESS_KEY"');
    const [id = "", secret = ""] = stdout.trim().split(" ");
    const carol = { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret };
    expect((await runAs(carol, "whoami")).stdout).toBe(`${ACCOUNT}:user/carol`);
    expect(await text("principal", "show", "carol")).toMatch(new RegExp(`^access key +${id} Active$`, "m"));
    await text("principal", "disable-access-key", id);
    expect(await text("principal", "show", "carol")).toMatch(new RegExp(`^access key +${id} Inactive$`, "m"));
    await text("principal", "enable-access-key", id);
    expect((await runAs(carol, "whoami")).stdout).toBe(`${ACCOUNT}:user/carol`);
    await text("principal", "delete-access-key", id);
    expect((await daemon.json("principal", "show", "carol")).principal.accessKeys).toEqual([]);
    const made = await daemon.json("principal", "create-access-key", "carol");
    expect(made).toEqual({ accessKeyId: expect.any(String), secretAccessKey: expect.any(String) });
  });
});

describe("the access key of a command", () => {
  it("is found in Envol's variables, else in AWS's; one that the daemon does not know is the root's", async () => {
    await text("principal", "create", "dave");
    const made = await daemon.json("principal", "create-access-key", "dave");
    const dave = { ENVOL_ACCESS_KEY_ID: made.accessKeyId, ENVOL_SECRET_ACCESS_KEY: made.secretAccessKey };
    const stranger = { AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "anything" };
    expect((await runAs({ ...stranger, ...dave }, "whoami")).stdout).toBe(`${ACCOUNT}:user/dave`);
    expect((await runAs(stranger, "whoami")).stdout).toBe(`${ACCOUNT}:root`);
    expect((await runAs({}, "whoami", "--json")).stdout).toBe(
      JSON.stringify({ arn: `${ACCOUNT}:root`, accountId: "000000000000" }),
    );
    const wrong = await runAs({ ...dave, ENVOL_SECRET_ACCESS_KEY: "wrong" }, "whoami");
    expect(wrong.stderr).toContain("[AUTH_SIGNATURE]");
    expect(wrong.stderr).not.toContain(made.secretAccessKey);
  });

  it("is whole, or none", () => {
    const half = (environment: Record<string, string>) => () => connectOptions(environment);
    expect(half({ ENVOL_ACCESS_KEY_ID: "a" })).toThrow(/^ENVOL_SECRET_ACCESS_KEY: .*not set/);
    expect(half({ ENVOL_SECRET_ACCESS_KEY: "s" })).toThrow(
      expect.objectContaining({ code: "CONFIG_INVALID", field: "ENVOL_ACCESS_KEY_ID" }),
    );
    expect(connectOptions({ AWS_ACCESS_KEY_ID: "a" })).toEqual({});
    expect(connectOptions({ ENVOL_ACCESS_KEY_ID: "", ENVOL_SECRET_ACCESS_KEY: "" })).toEqual({});
    expect(connectOptions({ AWS_ACCESS_KEY_ID: "a", AWS_SECRET_ACCESS_KEY: "s" })).toEqual({
      credentials: { accessKeyId: "a", secretAccessKey: "s" },
    });
  });
});
