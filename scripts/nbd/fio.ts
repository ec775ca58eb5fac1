/** fio as the client of an NBD server. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { buffer, text } from "node:stream/consumers";

export interface Job {
  readonly title: string;
  readonly rw: "randread" | "randwrite" | "read" | "write";
  readonly bs: "4k" | "128k" | "1M";
  readonly iodepth: number;
  /** The bytes that it goes over, from the start of the volume, as fio spells them. */
  readonly size: string;
  /** Flushes after so many writes. */
  readonly fsync?: number;
}

/**
 * Runs a job and gives its requests in a second.
 * @param seconds how long; absent, until all of `size` was gone over once
 * @param rampSeconds how long it runs before that, uncounted
 */
export async function runFio(uri: string, job: Omit<Job, "title">, seconds?: number, rampSeconds = 0): Promise<number> {
  const { rw, bs, iodepth, size, fsync } = job;
  const child = spawn(
    "fio",
    [
      "--name=job",
      "--ioengine=nbd",
      `--uri=${uri}`,
      `--rw=${rw}`,
      `--bs=${bs}`,
      `--iodepth=${iodepth}`,
      `--size=${size}`,
      ...(fsync === undefined ? [] : [`--fsync=${fsync}`]),
      ...(seconds === undefined ? [] : ["--time_based", `--runtime=${seconds}`, `--ramp_time=${rampSeconds}`]),
      "--output-format=json",
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const [output, errors, [code]] = await Promise.all([buffer(child.stdout), text(child.stderr), once(child, "close")]);
  if (code !== 0) throw new Error(`fio ended with ${code}: ${errors}${output}`);
  const { jobs } = JSON.parse(output.subarray(output.indexOf("{\n")).toString());
  return jobs[0].read.iops + jobs[0].write.iops;
}

export interface ProcessUse {
  /** The most that was resident at a time: VmRSS in /proc, which counts mapped files too. */
  readonly residentBytes: number;
  /** The most of it that was the process's own: RssAnon. */
  readonly anonymousBytes: number;
  /** What it wrote meanwhile, to files and to sockets: wchar. */
  readonly writtenBytes: number;
}

const SAMPLE_MS = 100;

/** Watches a process until the returned function is called. Linux alone; else zeroes. */
export function watchProcess(pid: number): () => ProcessUse {
  let residentBytes = 0;
  let anonymousBytes = 0;
  const writtenBefore = field(pid, "io", "wchar");
  const sample = () => {
    residentBytes = Math.max(residentBytes, field(pid, "status", "VmRSS") * 1024);
    anonymousBytes = Math.max(anonymousBytes, field(pid, "status", "RssAnon") * 1024);
  };
  const timer = setInterval(sample, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    sample();
    return { residentBytes, anonymousBytes, writtenBytes: field(pid, "io", "wchar") - writtenBefore };
  };
}

/** A number in a file of /proc/PID. */
function field(pid: number, file: "status" | "io", name: string): number {
  let text = "";
  try {
    text = readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    // Another operating system, or a server that has ended, which fio will tell.
  }
  return Number(new RegExp(`^${name}:\\s*(\\d+)`, "m").exec(text)?.[1] ?? 0);
}
