/** What the process is connected to, and how to write to it. */

import { once } from "node:events";
import { styleText } from "node:util";
import { json } from "./output.ts";

export type Format = Parameters<typeof styleText>[0];
export type Paint = (format: Format, text: string) => string;

/** Colours text for a terminal that shows colours, and leaves it alone for everything else, or when NO_COLOR is set. */
export function painter(stream: NodeJS.WriteStream): Paint {
  // hasColors() looks at NO_COLOR, FORCE_COLOR and TERM; it exists on terminals alone.
  const colours = stream.isTTY === true && stream.hasColors();
  return (format, text) => (colours ? styleText(format, text, { validateStream: false }) : text);
}

/** Paints the state of a key or a volume: green for usable, red for not. */
export function statePainter(paint: Paint): (text: string) => string {
  return (text) => {
    const state = text.trim();
    if (["Enabled", "available", "in-use", "attached", "yes"].includes(state)) return paint("green", text);
    if (["Disabled", "PendingDeletion", "revoked", "error"].includes(state)) return paint("red", text);
    return text;
  };
}

/** Lines on standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Lines on standard error, for what is said beside the result. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The result of a command: the whole document with --json, else the text made for people. */
export function printResult(options: { readonly json?: boolean }, document: unknown, human: () => string): void {
  print(options.json ? json(document) : human());
}

/** Writes bytes to standard output, no faster than they are taken. */
export async function printBytes(bytes: Uint8Array): Promise<void> {
  if (!process.stdout.write(bytes)) await once(process.stdout, "drain");
}
