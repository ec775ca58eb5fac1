import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { createProgram } from "#envol/cli/program.ts";
import { EXIT } from "#envol/errors.ts";
import { envol } from "./process.ts";

function helpOf(command: Command): string {
  let text = "";
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  return text;
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

function pathOf(command: Command): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

const commands = everyCommand(createProgram());

describe.each(commands.map((command) => [pathOf(command), command] as const))("%s --help", (path, command) => {
  it("says what it does, and gives an example of itself", () => {
    const help = helpOf(command);
    expect(command.description()).not.toBe("");
    expect(help).toContain(`$ ${path}`);
  });

  it("describes every option and argument that is not plain", () => {
    for (const option of command.options) expect(option.description, option.flags).not.toBe("");
    expect(helpOf(command)).not.toMatch(/default: (""|\[\])/);
  });

  it("fits 80 columns, but for examples", () => {
    const [text = ""] = helpOf(command).split("\nExamples:");
    if (path !== "envol" && path !== "envol serve")
      for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe("envol --help", () => {
  it("lists every exit code", () => {
    const help = helpOf(createProgram());
    for (const code of Object.values(EXIT)) expect(help).toMatch(new RegExp(`^  ${code}  \\w`, "m"));
  });
});

describe("every client command", () => {
  it("takes --address and --json", () => {
    const apart = ["envol serve", "envol demo", "envol version"];
    for (const command of commands.filter((each) => each.commands.length === 0 && !apart.includes(pathOf(each)))) {
      const flags = command.options.map((option) => option.long);
      expect(flags, pathOf(command)).toEqual(expect.arrayContaining(["--address", "--json"]));
    }
  });
});

describe("usage errors", () => {
  it.each([
    [["volume", "crate"], "unknown command 'crate'"],
    [["volume", "create"], "required option '--size <size>' not specified"],
    [["volume", "show"], "missing required argument 'volume'"],
    [["volume", "list", "--colour"], "unknown option '--colour'"],
    [["volume", "create", "--size", "1PB"], "--size: expected a whole number of GiB from 1 to 65536"],
    [["volume", "list", "--filter", "status"], '--filter: expected NAME=VALUE, got "status"'],
    [["key", "decrypt", "not base64!"], "CIPHERTEXT: expected base64, @FILE, or @- for standard input"],
    [["key", "decrypt", "AAEC", "--context", "a=1", "--context", "a=2"], '--context: "a" is given twice'],
    [["volume", "list", "--address", "nowhere"], "--address: expected unix:PATH or HOST:PORT"],
    [["demo", "--pause"], "--pause: there is no terminal to wait at"],
    [["serve", "--grpc", "0.0.0.0:7400"], "there is no authentication without --auth required"],
  ])("of envol %j are told in two lines with exit code 2", async (args, message) => {
    const { code, stdout, stderr } = await envol(args);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^error: .*\n {7}.*\n$/);
    expect([code, stdout.length]).toEqual([EXIT.usage, 0]);
  });

  it("are one JSON document with --json", async () => {
    const { code, stderr } = await envol(["volume", "grow", "vol-1", "--size", "0", "--json"]);
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: "INVALID_ARGUMENT",
        message: expect.stringContaining("--size: expected"),
        field: "--size",
        action: expect.any(String),
      },
    });
    expect(code).toBe(EXIT.usage);
  });
});

describe("a daemon that is not there", () => {
  it("is told with its address and how to start one", async () => {
    const { code, stderr } = await envol(["volume", "list", "--address", "unix:/nonexistent/envol.sock"]);
    expect(stderr).toContain("Cannot reach a daemon at unix:/nonexistent/envol.sock");
    expect(stderr).toContain("envol serve");
    expect(code).toBe(EXIT.unreachable);
  });
});
