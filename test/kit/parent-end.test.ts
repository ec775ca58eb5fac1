/** The program that started a daemon ends without closing it: nothing of the daemon stays. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const PROGRAM = fileURLToPath(new URL("parent.mjs", import.meta.url));

/** The program's temporary directories are made here. */
let scratch: string;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), "envol-parent-"));
});
afterEach(() => rm(scratch, { recursive: true, force: true }));

interface Program {
  readonly process: ChildProcess;
  readonly daemonPid: number;
  /** How it ended. */
  readonly ended: Promise<[code: number | null, signal: NodeJS.Signals | null]>;
  nextLine(): Promise<string>;
}

async function startProgram(...args: string[]): Promise<Program> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, TMPDIR: scratch },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(child, "exit") as Program["ended"];
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => (await lines.next()).value as string;
  const { pid } = JSON.parse(await nextLine()) as { pid: number };
  return { process: child, daemonPid: pid, ended, nextLine };
}

/** Whether a process is there; one that has ended and waits for its parent to notice is not. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function nothingIsLeft({ daemonPid }: Program): Promise<void> {
  await vi.waitFor(() => expect(isAlive(daemonPid)).toBe(false), { timeout: 20_000, interval: 10 });
  await vi.waitFor(async () => expect(await readdir(scratch)).toEqual([]), { timeout: 20_000, interval: 10 });
}

describe.each(["this", "child"])("a daemon in %s process", (where) => {
  test("goes with a program that exits, whose exit code stays", async () => {
    const program = await startProgram(where, "exit");
    expect(await program.ended).toEqual([3, null]);
    await nothingIsLeft(program);
  });

  test("goes with a program that dies of an error", async () => {
    const program = await startProgram(where, "throw");
    expect(await program.ended).toEqual([1, null]);
    await nothingIsLeft(program);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "goes with a program that %s ends, as it would have ended",
    async (signal) => {
      const program = await startProgram(where, "wait");
      program.process.kill(signal);
      expect(await program.ended).toEqual([null, signal]);
      await nothingIsLeft(program);
    },
  );

  test("goes on when the program has its own way with SIGINT", async () => {
    const program = await startProgram(where, "ignore-sigint");
    for (let time = 0; time < 2; time += 1) {
      program.process.kill("SIGINT");
      expect(await program.nextLine()).toBe("data, kept");
    }
    program.process.kill("SIGTERM");
    expect(await program.ended).toEqual([null, "SIGTERM"]);
    await nothingIsLeft(program);
  });
});

test("a daemon in a child process goes with a program that is killed, and does not mind ctrl-C itself", async () => {
  const program = await startProgram("child", "ignore-sigint");
  process.kill(program.daemonPid, "SIGINT");
  process.kill(program.daemonPid, "SIGHUP");
  program.process.kill("SIGINT");
  expect(await program.nextLine()).toBe("data, kept");
  program.process.kill("SIGKILL");
  expect(await program.ended).toEqual([null, "SIGKILL"]);
  await nothingIsLeft(program);
});
