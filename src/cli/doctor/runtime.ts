/** What Node.js, OpenSSL, WebAssembly and LMDB give on this machine. */

import { getCiphers } from "node:crypto";
import { availableParallelism, cpus } from "node:os";
import { implementationOf } from "../../crypto/sector-key.ts";
import { readsInPlace } from "../../store/read-probe.ts";
import type { Check } from "./check.ts";

/** "engines" in package.json. */
const NODE_MIN = [20, 19] as const;
/** The sector ciphers, and what both are made of where they are batched. */
const CIPHERS = ["aes-256-xts", "aes-256-gcm", "aes-256-ecb"];

/** @internal Exported for its own tests. */
export function checkNode(version: string): Check {
  const name = "Node.js";
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) {
    return { name, status: "ok", finding: version };
  }
  const action = `Install Node.js ${NODE_MIN.join(".")} or later.`;
  return { name, status: "failed", finding: `${version} is too old`, action };
}

/** @internal Exported for its own tests. */
export function checkOpenssl(version: string, ciphers: readonly string[]): Check {
  const name = "OpenSSL";
  const missing = CIPHERS.filter((cipher) => !ciphers.includes(cipher));
  if (missing.length === 0) return { name, status: "ok", finding: `${version}, with ${CIPHERS.join(", ")}` };
  const action = "Use a Node.js from nodejs.org, or an OpenSSL configuration that allows these ciphers.";
  return { name, status: "failed", finding: `${version} lacks ${missing.join(", ")}`, action };
}

/** A module whose one function makes a vector, and so is valid only where WebAssembly has vector instructions. */
const SIMD_MODULE = Uint8Array.of(
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // magic and version
  ...[1, 5, 1, 0x60, 0, 1, 0x7b], // a type: () -> v128
  ...[3, 2, 1, 0], // a function of that type
  ...[10, 8, 1, 6, 0, 0x41, 0, 0xfd, 0x0f, 0x0b], // its code: i32.const 0, i8x16.splat
);

/** What this file needs of WebAssembly, which Node's types leave to those of browsers; `node --jitless` has none. */
type WebAssemblyGlobal = { readonly WebAssembly?: { validate(bytes: Uint8Array): boolean } };

function checkSimd(): Check {
  const name = "WebAssembly SIMD";
  if ((globalThis as WebAssemblyGlobal).WebAssembly?.validate(SIMD_MODULE) === true) {
    return { name, status: "ok", finding: "available" };
  }
  const action = "Run without --jitless, on a processor with vector instructions, for faster ciphers.";
  return { name, status: "warning", finding: "not available", action };
}

function checkCipher(algorithm: Parameters<typeof implementationOf>[0]): Check {
  const name = algorithm.replaceAll("_", "-");
  const isBatched = implementationOf(algorithm) === "batched";
  if (isBatched) return { name, status: "ok", finding: "batched: many sectors at a time" };
  const action = "See WebAssembly SIMD, which the batched way needs.";
  return { name, status: "warning", finding: "per sector: correct, and slower than batched", action };
}

async function checkLmdb(): Promise<Check> {
  const name = "LMDB";
  try {
    if (await readsInPlace()) return { name, status: "ok", finding: "works, and is read in place" };
  } catch (error) {
    const action = "Run npm ci without --omit=optional: LMDB's and the lock's binaries are optional packages.";
    return { name, status: "failed", finding: `a store cannot be opened: ${(error as Error).message}`, action };
  }
  const action = "Reads cost one more copy. Use the lmdb version that Envol asks for.";
  return { name, status: "warning", finding: "works, and is read by copying", action };
}

function checkCores(workers: number | undefined): Check {
  const usable = availableParallelism();
  const threads = workers ?? usable;
  const cores = `${usable} of ${cpus().length} processors usable, ${threads} cipher threads`;
  if (threads <= usable) return { name: "processors", status: "ok", finding: cores };
  const action = "More threads than processors do not make it faster: see --workers.";
  return { name: "processors", status: "warning", finding: cores, action };
}

/** @param workers what the daemon is configured to have; one for each processor when absent */
export async function checkRuntime(workers: number | undefined): Promise<Check[]> {
  const { node, openssl } = process.versions;
  return [
    checkNode(node),
    checkOpenssl(openssl, getCiphers()),
    checkSimd(),
    checkCipher("AES_256_XTS"),
    checkCipher("AES_256_GCM"),
    await checkLmdb(),
    checkCores(workers),
  ];
}
