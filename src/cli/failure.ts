/** How a failure is told: what happened, which field is at fault, what to do; and the exit code that goes with it. */

import { CommanderError } from "commander";
import { EnvolError, ERRORS, type ErrorCode, EXIT } from "../errors.ts";
import { json, printable } from "./output.ts";
import { painter, remark } from "./terminal.ts";

/** What each exit code means, for `envol --help`. */
export const EXIT_MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  ok: "done",
  failure: "something failed that should not",
  usage: "the command or one of its values is wrong",
  notFound: "no such volume, attachment, key or alias",
  refusedByState: "refused in the present state, for example because the volume is attached",
  keyUnusable: "the KMS key is disabled, pending deletion, or may not be used",
  dataDamaged: "stored data is not what was written",
  unreachable: "no daemon answers at the address",
  limit: "a limit or the disk is full",
};

interface Failure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly field: string | undefined;
  readonly action: string;
  readonly exit: number;
}

/** A command that has told of its failure by itself: nothing is left to say, and the exit code is this one. */
export class ToldFailure extends Error {
  readonly exit: number;

  constructor(exit: number) {
    super();
    this.exit = exit;
  }
}

/** What the operating system refuses, such as opening a file, carries the name of the system call; a bug does not. */
function fromSystem(error: NodeJS.ErrnoException): Failure {
  const { message } = error;
  if (error.syscall === undefined) {
    return { code: "INTERNAL", message, field: undefined, action: ERRORS.INTERNAL.action, exit: EXIT.failure };
  }
  const action = "Check the file, its permissions, and the space on its disk.";
  return { code: "INVALID_ARGUMENT", message, field: undefined, action, exit: EXIT.usage };
}

function describe(thrown: unknown): Failure {
  if (thrown instanceof EnvolError) {
    const { action, exit } = ERRORS[thrown.code];
    return { code: thrown.code, message: thrown.message, field: thrown.field, action, exit };
  }
  if (thrown instanceof CommanderError) {
    const message = thrown.message.replace(/^error: /, "").replace(/\s*\n\s*/g, " ");
    const action = "See --help for the command.";
    return { code: "INVALID_ARGUMENT", message, field: undefined, action, exit: EXIT.usage };
  }
  return fromSystem(thrown instanceof Error ? thrown : new Error(String(thrown)));
}

/** Tells of a failure on standard error, in two lines or as one JSON document, and returns the exit code. */
export function reportFailure(thrown: unknown, asJson: boolean): number {
  // Help that was asked for, or the version, ends commander's parsing with an "error" that has already been shown.
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return EXIT.ok;
  if (thrown instanceof CommanderError && thrown.code === "commander.help") return EXIT.usage;
  if (thrown instanceof ToldFailure) return thrown.exit;
  const { code, message, field, action, exit } = describe(thrown);
  if (asJson) {
    remark(json({ error: { code, message, field, action } }));
    return exit;
  }
  const paint = painter(process.stderr);
  const named = field === undefined || message.includes(field) ? "" : ` (field ${field})`;
  remark(`${paint("red", "error:")} ${printable(message)}${named} [${code}]`);
  remark(`       ${action}`);
  return exit;
}
