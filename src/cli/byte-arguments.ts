/** Bytes as the command line takes and gives them: base64, @FILE, hexadecimal or raw. */

import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { Command } from "commander";
import { EnvolError } from "../errors.ts";
import { argument, base64, nameAndValue, oneOf, repeatable } from "./rules.ts";
import { print, printBytes } from "./terminal.ts";

/** All bytes of a file, or of standard input for "-". */
export function fileBytes(file: string): Promise<Buffer> {
  return file === "-" ? buffer(process.stdin) : readFile(file);
}

/** Base64, or @FILE for the bytes of a file, or @- for those of standard input. @throws INVALID_ARGUMENT */
export async function bytesArgument(name: string, text: string): Promise<Buffer> {
  if (!text.startsWith("@")) {
    const rule = { ...base64, expected: "base64, @FILE, or @- for standard input" };
    return argument(name, rule)(text);
  }
  const bytes = await fileBytes(text.slice(1));
  if (bytes.length === 0) {
    throw new EnvolError("INVALID_ARGUMENT", `${name}: ${text.slice(1)} is empty.`, { field: name });
  }
  return bytes;
}

/** Adds --text: a message as text. */
export function withTextOption(command: Command): Command {
  return command.option(
    "--text <text>",
    "the message as text, in place of DATA (base64, @FILE, or @- for standard input)",
  );
}

/** The bytes that DATA or --text gives. @throws MISSING_ARGUMENT, INVALID_ARGUMENT */
export async function messageArgument(data: string | undefined, text: string | undefined): Promise<Buffer> {
  if ((data === undefined) === (text === undefined)) {
    throw new EnvolError("MISSING_ARGUMENT", "DATA: give either DATA or --text.", { field: "DATA" });
  }
  return data === undefined ? Buffer.from(text ?? "") : await bytesArgument("DATA", data);
}

const ENCODINGS = ["base64", "hex", "raw"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Adds --output: how bytes are printed. */
export function withOutputOption(command: Command, fallback: Encoding): Command {
  const flag = "--output <encoding>";
  return command.option(
    flag,
    `how to print the bytes: ${ENCODINGS.join(", ")}`,
    argument("--output", oneOf(ENCODINGS)),
    fallback,
  );
}

export async function printEncoded(bytes: Buffer, encoding: Encoding): Promise<void> {
  if (encoding === "raw") await printBytes(bytes);
  else print(bytes.toString(encoding));
}

/** Adds --context: the pairs of an encryption context. */
export function withContextOption(command: Command): Command {
  return command.option(
    "--context <name=value>",
    "a pair of the encryption context; may be repeated",
    repeatable("--context", nameAndValue),
    [],
  );
}

/** The encryption context that --context, or another option, gives. @throws INVALID_ARGUMENT when a name is given twice. */
export function encryptionContext(
  pairs: readonly (readonly [string, string])[],
  option = "--context",
): Record<string, string> {
  const context = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (context.has(name)) {
      const message = `${option}: ${JSON.stringify(name)} is given twice.`;
      throw new EnvolError("INVALID_ARGUMENT", message, { field: option });
    }
    context.set(name, value);
  }
  return Object.fromEntries(context);
}
