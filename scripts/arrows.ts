/**
 * Which folder of `src` may import which: the arrows of docs/architecture.md, as one table and a check.
 *
 * Run as a script it prints each arrow that points the wrong way, with its file, line and rule, and exits with 1.
 */

import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";

/** Small contracts at the root of `src` that every room may import. */
const CONTRACTS = ["errors", "limits", "clock", "events", "options", "pieces"];

/** A front door: it reaches the core, its own folder and what the doors share; never another door. */
const DOOR = [...CONTRACTS, "volume", "kms", "iam", "serve"];

/** Each room (a folder of `src`, or a file at its root) and the rooms that it may import beside itself. */
const ROOMS: Readonly<Record<string, readonly string[] | "everything">> = {
  errors: CONTRACTS,
  limits: CONTRACTS,
  clock: CONTRACTS,
  events: CONTRACTS,
  options: CONTRACTS,
  pieces: [],
  sha256: [],
  gen: [],
  crypto: [...CONTRACTS, "gen"],
  store: CONTRACTS,
  iam: [...CONTRACTS, "seed", "sha256", "crypto", "store"],
  seed: CONTRACTS,
  kms: [...CONTRACTS, "seed", "iam", "crypto", "store"],
  volume: [...CONTRACTS, "kms", "crypto", "store"],
  trail: [...CONTRACTS, "kms", "store"],
  faults: [...CONTRACTS, "volume", "kms", "store"],
  closers: [],
  "root-credentials": [...CONTRACTS, "iam", "kms"],
  core: [
    ...[...CONTRACTS, "closers", "root-credentials", "seed", "faults", "trail"],
    ...["volume", "kms", "iam", "crypto", "store"],
  ],
  reset: [...CONTRACTS, "core", "trail", "volume", "kms", "iam"],
  serve: [...CONTRACTS, "volume", "kms"],
  "serve/grpc": [...DOOR, "iam", "faults", "trail", "gen"],
  "serve/nbd": DOOR,
  "serve/aws": [...DOOR, "iam", "trail"],
  "serve/http": DOOR,
  client: ["errors", "limits", "sha256", "gen"],
  cli: ["client", "daemon", "gen", "errors", "options", "limits"],
  daemon: "everything",
  kit: ["errors", "options", "client", "daemon", "root-credentials"],
  vitest: ["client", "kit"],
  index: [...CONTRACTS, "client", "daemon", "kit"],
};

/** Single files that a room may import although its row in ROOMS does not say so. */
const EXCEPTIONS: readonly { readonly room: string; readonly file: string; readonly why: string }[] = [
  {
    room: "store",
    file: "src/crypto/sector-cipher.ts",
    why: "a record names its cipher and lays out the nonces and tags of its sectors",
  },
  {
    room: "client",
    file: "src/serve/grpc/load-protos.ts",
    why: "both ends of the gRPC API load the contract with the same options",
  },
  {
    room: "cli",
    file: "src/iam/console-key-policy.ts",
    why: "envol key create writes the policy that AWS's console would",
  },
  {
    room: "cli",
    file: "src/crypto/sector-key.ts",
    why: "envol doctor says how sectors are encrypted in this runtime",
  },
  {
    room: "cli",
    file: "src/store/read-probe.ts",
    why: "envol doctor says how records are read in this runtime",
  },
  {
    room: "cli",
    file: "src/store/directory-lock.ts",
    why: "envol doctor says which daemon has a data directory",
  },
  {
    room: "client",
    file: "src/serve/grpc/io-codec.ts",
    why: "both ends of an Io stream encode its messages in the same way",
  },
];

/** Packages and functions that have one home. `homes` are beginnings of paths. */
const ONE_HOME: readonly { readonly use: RegExp; readonly homes: readonly string[]; readonly rule: string }[] = [
  {
    use: /["']lmdb["']/,
    homes: ["src/store/"],
    rule: "only src/store/ imports lmdb",
  },
  {
    use: /["']@aws-sdk\//,
    // The doctor looks whether it is installed, and does not load it.
    homes: ["src/kms/aws/", "src/cli/doctor/kms.ts"],
    rule: "only src/kms/aws/ imports the AWS SDK, which need not be installed",
  },
  {
    use: /\bcreate(?:C|Dec)ipheriv\b/,
    // The embedded KMS wraps data keys as a KMS does: that is its own work, and no sector passes through it. Secrets of
    // access keys are sealed likewise. The demo's proof opens a sector with node:crypto alone, so as not to use what it proves.
    homes: ["src/crypto/", "src/kms/embedded", "src/iam/sealed-secret.ts", "src/cli/demo/proof.ts"],
    rule: "only src/crypto/ ciphers sectors, src/kms/embedded wraps keys, src/iam seals secrets, and the demo proves",
  },
];

export interface Violation {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly rule: string;
}

/** What a module reaches for: static and dynamic imports, re-exports, require, and workers named by URL. */
const REFERENCE = new RegExp(
  [
    String.raw`^[ \t]*(?:import|export)\b[^;"'()]*?\bfrom\s*["']([^"']+)["']`,
    String.raw`^[ \t]*import\s*["']([^"']+)["']`,
    String.raw`\b(?:import|require)\(\s*["']([^"']+)["']`,
    String.raw`\bnew URL\(\s*["'](\.[^"']+\.[jt]s)["']`,
  ].join("|"),
  "gm",
);

const COMMENT_LINE = /^\s*(?:\/\/|\/\*|\*)/;

/** The room of a file: its folder, with the doors told apart, or its own name at the root of `src`. */
function roomOf(file: string): string {
  const [first = "", second, third] = file.replace(/^src\//, "").split("/");
  if (second === undefined) return first.replace(/\.ts$/, "");
  return first === "serve" && third !== undefined ? `serve/${second}` : first;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** The file under `src` that a reference names, or undefined for a package or a file elsewhere. */
function targetOf(file: string, reference: string): string | undefined {
  const path = reference.startsWith("#envol/")
    ? reference.replace("#envol/", "src/")
    : reference.startsWith(".")
      ? posix.join(posix.dirname(file), reference)
      : undefined;
  return path?.startsWith("src/") ? path.replace(/\.js$/, ".ts") : undefined;
}

function importViolation(file: string, target: string): string | undefined {
  const from = roomOf(file);
  const to = roomOf(target);
  const allowed = ROOMS[from];
  if (allowed === undefined) return `${from} is not a room yet: give it a row in ROOMS of scripts/arrows.ts`;
  if (allowed === "everything" || from === to || allowed.includes(to)) return undefined;
  if (EXCEPTIONS.some((exception) => exception.room === from && exception.file === target)) return undefined;
  return `${from} may not import ${to} (${target}); it may import ${allowed.join(", ") || "nothing but itself"}`;
}

/** Checks files, given as path (from the root of the repository, with slashes) and text. */
export function violations(files: Iterable<readonly [file: string, text: string]>): Violation[] {
  const found: Violation[] = [];
  for (const [file, text] of files) {
    const lines = text.split("\n");
    for (const match of text.matchAll(REFERENCE)) {
      const line = lineOf(text, match.index + match[0].length);
      const target = targetOf(file, match.slice(1).find((group) => group !== undefined) ?? "");
      const rule = target === undefined ? undefined : importViolation(file, target);
      if (rule !== undefined && !COMMENT_LINE.test(lines[line - 1] ?? "")) found.push({ file, line, rule });
    }
    for (const [index, line] of lines.entries()) {
      if (COMMENT_LINE.test(line)) continue;
      for (const { use, homes, rule } of ONE_HOME) {
        if (use.test(line) && !homes.some((home) => file.startsWith(home))) found.push({ file, line: index + 1, rule });
      }
    }
  }
  return found;
}

/** The sources of the repository whose root is `root`. */
export function sources(root: string): [file: string, text: string][] {
  return readdirSync(posix.join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => {
      const file = `src/${path.replaceAll("\\", "/")}`;
      return [file, readFileSync(posix.join(root, file), "utf8")];
    });
}

if (process.argv[1] === import.meta.filename) {
  const found = violations(sources(posix.join(import.meta.dirname, "..")));
  for (const { file, line, rule } of found) console.error(`${file}:${line}: ${rule}`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
