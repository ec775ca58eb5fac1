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

export interface Memory {
  /** The most that was resident at a time: VmRSS in /proc, which counts mapped files too. */
  readonly residentBytes: number;
  /** The most of it that was the process's own: RssAnon. */
  readonly anonymousBytes: number;
}

const SAMPLE_MS = 100;

/** Watches a process's memory until the returned function is called, which gives the peaks. Linux alone; else zeroes. */
export function watchMemory(pid: number): () => Memory {
  let peak: Memory = { residentBytes: 0, anonymousBytes: 0 };
  const sample = () => {
    const now = memoryOf(pid);
    peak = {
      residentBytes: Math.max(peak.residentBytes, now.residentBytes),
      anonymousBytes: Math.max(peak.anonymousBytes, now.anonymousBytes),
    };
  };
  const timer = setInterval(sample, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    sample();
    return peak;
  };
}

function memoryOf(pid: number): Memory {
  let status = "";
  try {
    status = readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    // Another operating system, or a server that has ended, which fio will tell.
  }
  const field = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, "m").exec(status)?.[1] ?? 0) * 1024;
  return { residentBytes: field("VmRSS"), anonymousBytes: field("RssAnon") };
}
