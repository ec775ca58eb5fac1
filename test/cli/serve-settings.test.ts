import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createProgram } from "#envol/cli/program.ts";
import { flagName, SERVE_OPTIONS, type ServeOption, type ServeOptionName } from "#envol/cli/serve-options.ts";
import { defaultClientAddress, resolveServeOptions, type ServeInput } from "#envol/cli/serve-settings.ts";
import { EnvolError } from "#envol/errors.ts";

const directory = mkdtempSync(join(tmpdir(), "envol-serve-settings-"));
afterAll(() => rmSync(directory, { recursive: true }));

function configFile(content: unknown): string {
  const file = join(directory, `${Math.random().toString(36).slice(2)}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

function resolved(flags: ServeInput["flags"], environment: Record<string, string> = {}) {
  return resolveServeOptions({
    flags,
    environment: { XDG_DATA_HOME: "/xdg", ...environment },
    workingDirectory: "/here",
  });
}

function refusal(flags: ServeInput["flags"], environment: Record<string, string> = {}): EnvolError {
  try {
    resolved(flags, environment);
  } catch (thrown) {
    if (thrown instanceof EnvolError) return thrown;
    throw thrown;
  }
  throw new Error("nothing was refused");
}

/** For each option that a file may hold: two different good values, a wrong one, and where the good ones end up. */
const SAMPLES: { name: ServeOptionName; good: [string, string]; wrong: string; field: string }[] = [
  { name: "data", good: ["/a", "/b"], wrong: "", field: "dataDirectory" },
  { name: "grpc", good: ["127.0.0.1:1", "127.0.0.1:2"], wrong: "nowhere", field: "grpcAddress" },
  { name: "aws", good: ["127.0.0.1:1", "unix:/a"], wrong: "nowhere", field: "awsAddress" },
  { name: "rootKeyFile", good: ["/k1", "/k2"], wrong: "", field: "rootKeyFile" },
  { name: "auth", good: ["open", "required"], wrong: "closed", field: "auth" },
  { name: "mode", good: ["strict", "aws"], wrong: "loose", field: "mode" },
  { name: "region", good: ["eu-central-1", "us-gov-west-1"], wrong: "Europe", field: "region" },
  { name: "account", good: ["111122223333", "444455556666"], wrong: "1", field: "accountId" },
  { name: "workers", good: ["1", "256"], wrong: "0", field: "workers" },
  { name: "logLevel", good: ["debug", "silent"], wrong: "loud", field: "logLevel" },
];

function typed(name: ServeOptionName, text: string): unknown {
  return (SERVE_OPTIONS[name] as ServeOption<unknown>).inFile === "number" ? Number(text) : text;
}

describe.each(SAMPLES)("$name", ({ name, good, wrong, field }) => {
  const { variable } = SERVE_OPTIONS[name];
  const [first, second] = good;

  it("means the same as a flag, as a variable and in the file", () => {
    const expected = resolved({ [name]: first });
    expect(expected[field as keyof typeof expected]).toEqual(typed(name, first));
    expect(resolved({}, { [variable]: first })).toEqual(expected);
    expect(resolved({ config: configFile({ [name]: typed(name, first) }) })).toEqual(expected);
    expect(resolved({}, { ENVOL_CONFIG: configFile({ [name]: typed(name, first) }) })).toEqual(expected);
  });

  it("goes by flag, then variable, then file", () => {
    const config = configFile({ [name]: typed(name, second) });
    const ofFirst = resolved({ [name]: first });
    expect(resolved({ [name]: first, config }, { [variable]: second })).toEqual(ofFirst);
    expect(resolved({ config }, { [variable]: first })).toEqual(ofFirst);
    expect(resolved({ config }, { [variable]: "" })).toEqual(resolved({ [name]: second }));
  });

  it("is refused with the name of the place it came from", () => {
    const byFlag = refusal({ [name]: wrong });
    expect(byFlag).toMatchObject({ code: "CONFIG_INVALID", field: flagName(name) });
    expect(byFlag.message).toContain(`${flagName(name)}: expected ${SERVE_OPTIONS[name].rule.expected}`);
    if (wrong !== "") expect(refusal({}, { [variable]: wrong })).toMatchObject({ field: variable });
    const config = configFile({ [name]: typed(name, wrong) });
    const byFile = refusal({ config });
    expect(byFile).toMatchObject({ code: "CONFIG_INVALID", field: name });
    expect(byFile.message).toContain(`${config}, field ${name}: expected`);
  });

  it("must have its own JSON type in the file", () => {
    expect(refusal({ config: configFile({ [name]: ["x"] }) }).message).toContain("expected a JSON");
  });
});

describe("defaults", () => {
  it("follow the XDG directories", () => {
    expect(resolved({})).toEqual({
      dataDirectory: "/xdg/envol",
      grpcAddress: "unix:/xdg/envol/envol.sock",
      nbdAddress: "unix:/xdg/envol/nbd.sock",
    });
    expect(resolved({}, { XDG_RUNTIME_DIR: "/run/user/1" }).grpcAddress).toBe("unix:/run/user/1/envol.sock");
    const home = resolveServeOptions({ flags: {}, environment: {}, workingDirectory: "/" });
    expect(home.dataDirectory).toMatch(/\/\.local\/share\/envol$/);
  });

  it("are the same for clients", () => {
    for (const environment of [
      { XDG_DATA_HOME: "/xdg" },
      { XDG_RUNTIME_DIR: "/run/user/1" },
      { ENVOL_DATA: "/data" },
    ]) {
      const options = resolveServeOptions({ flags: {}, environment, workingDirectory: "/" });
      expect(defaultClientAddress(environment)).toBe(options.grpcAddress);
    }
  });

  it("put the socket into the data directory that was asked for", () => {
    expect(resolved({ data: "d" }).grpcAddress).toBe("unix:/here/d/envol.sock");
  });
});

describe("relative paths", () => {
  it("start from the working directory, and in the file from the file's directory", () => {
    expect(resolved({ data: "d", grpc: "unix:s", nbd: "unix:n" })).toEqual({
      dataDirectory: "/here/d",
      grpcAddress: "unix:/here/s",
      nbdAddress: "unix:/here/n",
    });
    const config = configFile({ data: "d", rootKeyFile: "../k" });
    expect(resolved({ config })).toMatchObject({
      dataDirectory: join(directory, "d"),
      rootKeyFile: join(directory, "..", "k"),
    });
  });
});

describe("remote addresses", () => {
  it("are refused without --allow-remote, with the reason", () => {
    const error = refusal({ grpc: "0.0.0.0:7400" });
    expect(error).toMatchObject({ code: "CONFIG_INVALID", field: "--grpc" });
    expect(error.message).toMatch(/no authentication.*--allow-remote/);
    expect(refusal({}, { ENVOL_GRPC: "0.0.0.0:7400", ENVOL_ALLOW_REMOTE: "false" }).field).toBe("ENVOL_GRPC");
  });

  it.each(["nbd", "aws"] as const)("are refused for --%s too", (name) => {
    const error = refusal({ [name]: "0.0.0.0:7400" });
    expect(error).toMatchObject({ code: "CONFIG_INVALID", field: `--${name}` });
    expect(resolved({ [name]: "0.0.0.0:7400", allowRemote: true })).toMatchObject({
      [`${name}Address`]: "0.0.0.0:7400",
    });
  });

  it("are refused without it where signatures are required too, because nothing is encrypted", () => {
    const error = refusal({ grpc: "0.0.0.0:7400", auth: "required" });
    expect(error).toMatchObject({ code: "CONFIG_INVALID", field: "--grpc" });
    expect(error.message).toMatch(/plain text.*--allow-remote/);
    expect(error.message).not.toMatch(/no authentication/);
    expect(resolved({ grpc: "0.0.0.0:7400", auth: "required", allowRemote: true }).auth).toBe("required");
  });

  it("are taken with it, wherever it stands", () => {
    const grpc = "0.0.0.0:7400";
    expect(resolved({ grpc, allowRemote: true }).grpcAddress).toBe(grpc);
    expect(resolved({ grpc }, { ENVOL_ALLOW_REMOTE: "true" }).grpcAddress).toBe(grpc);
    expect(resolved({ grpc, config: configFile({ allowRemote: true }) }).grpcAddress).toBe(grpc);
  });
});

describe("the root key", () => {
  const key = Buffer.alloc(32, 0xa5);

  it("comes from the environment alone", () => {
    expect(resolved({}, { ENVOL_ROOT_KEY: key.toString("base64") }).rootKey).toEqual(key);
    expect(flagName("rootKey")).toBeUndefined();
    expect(refusal({ config: configFile({ rootKey: key.toString("base64") }) }).message).toContain("no such field");
  });

  it("is not repeated in an error", () => {
    const wrong = key.toString("base64").slice(0, 20);
    const error = refusal({}, { ENVOL_ROOT_KEY: wrong });
    expect(error).toMatchObject({ code: "CONFIG_INVALID", field: "ENVOL_ROOT_KEY" });
    expect(error.message).not.toContain(wrong);
  });

  it("does not go with a file for it", () => {
    const error = refusal({ rootKeyFile: "/k" }, { ENVOL_ROOT_KEY: key.toString("base64") });
    expect(error.message).toMatch(/^ENVOL_ROOT_KEY: .*--root-key-file/);
  });
});

describe("the configuration file", () => {
  it.each([
    ["not JSON", "{", "expected JSON"],
    ["not an object", "[]", "expected a JSON object"],
    ["an unknown field", { dta: "/d" }, "field dta: there is no such field; the fields are data, grpc"],
    ["the name of a file in a file", { config: "/c" }, "field config: there is no such field"],
    ["a field of every object", { toString: "x" }, "field toString: there is no such field"],
  ])("is refused when it holds %s", (_what, content, message) => {
    expect(refusal({ config: configFile(content) }).message).toContain(message);
  });

  it("is refused when it cannot be read, with the name of who asked for it", () => {
    expect(refusal({ config: "/nonexistent.json" })).toMatchObject({ field: "--config" });
    expect(refusal({}, { ENVOL_CONFIG: "/nonexistent.json" }).message).toMatch(/^ENVOL_CONFIG: cannot read .*ENOENT/);
  });
});

describe("the help of serve", () => {
  it("names every flag, variable and default", () => {
    const serve = createProgram().commands.find((command) => command.name() === "serve");
    let help = "";
    serve?.configureOutput({ writeOut: (text) => (help += text), getOutHelpWidth: () => 10_000 });
    serve?.outputHelp();
    for (const entry of Object.values(SERVE_OPTIONS) as ServeOption<unknown>[]) {
      for (const text of [entry.flag ?? "", entry.variable, entry.otherwise, entry.help]) expect(help).toContain(text);
    }
  });

  it("has a flag for every option whose name it spells", () => {
    for (const name of Object.keys(SERVE_OPTIONS) as ServeOptionName[]) {
      const spelled = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
      expect([spelled, undefined]).toContain(flagName(name));
    }
  });
});
