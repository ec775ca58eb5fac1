/** The house rules that a compiler does not know: arrows between folders, a reason for every dependency, a portable lockfile. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sources, violations } from "../scripts/arrows.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

describe("arrows between folders", () => {
  test("none points the wrong way", () => {
    const files = sources(root);
    expect(files.map(([file]) => file)).toContain("src/errors.ts");
    expect(violations(files)).toEqual([]);
  });

  test.each([
    ["a front door that imports another", "src/serve/nbd/server.ts", 'import { x } from "../grpc/server.ts";'],
    ["what the doors share importing a door", "src/serve/door.ts", 'import { x } from "./grpc/server.ts";'],
    ["the core importing a front door", "src/volume/engine.ts", 'import { x } from "../serve/grpc/server.ts";'],
    ["the core importing the command line", "src/kms/keys.ts", 'import { x } from "../cli/main.ts";'],
    ["the core importing the client", "src/volume/engine.ts", 'import { x } from "../client/client.ts";'],
    ["a type that crosses", "src/crypto/xts.ts", 'import type { Volume } from "../volume/volume.ts";'],
    ["a re-export", "src/crypto/xts.ts", 'export * from "../store/table.ts";'],
    ["an import for its effect", "src/crypto/xts.ts", 'import "../store/table.ts";'],
    ["a dynamic import", "src/client/client.ts", 'const x = await import("../volume/engine.ts");'],
    ["a worker of another room", "src/kms/keys.ts", 'new URL("../volume/io.worker.js", import.meta.url)'],
    ["an import by package name", "src/client/client.ts", 'import { x } from "#envol/kms/keys.ts";'],
    ["a root file importing a room", "src/errors.ts", 'import { x } from "./store/table.ts";'],
    ["a command importing the core", "src/cli/volume.ts", 'import { x } from "../volume/engine.ts";'],
    ["lmdb outside the store", "src/volume/catalog.ts", 'import { open } from "lmdb";'],
    ["a cipher outside crypto", "src/volume/engine.ts", "const cipher = createCipheriv(name, key, iv);"],
    ["a decipher outside crypto", "src/kms/grants.ts", "const cipher = crypto.createDecipheriv(name, key, iv);"],
    ["a folder without a row", "src/utils/text.ts", 'import { x } from "../errors.ts";'],
  ])("%s is caught, with its line", (_title, file, offence) => {
    const found = violations([[file, `/** A file. */\n\n${offence}\n`]]);
    expect(found).toEqual([{ file, line: 3, rule: expect.any(String) }]);
  });

  test("an import over several lines is caught at the line that names the module", () => {
    const text = 'import {\n  first,\n  second,\n} from "../serve/grpc/server.ts";\n';
    expect(violations([["src/volume/engine.ts", text]])).toEqual([
      { file: "src/volume/engine.ts", line: 4, rule: expect.stringContaining("volume may not import serve/grpc") },
    ]);
  });

  test.each([
    ["src/volume/engine.ts", 'import { open } from "../store/environment.ts";'],
    ["src/serve/grpc/server.ts", 'import type { VolumeService } from "../../volume/volume-service.ts";'],
    ["src/serve/grpc/server.ts", 'import { x } from "./status.ts";'],
    ["src/store/record.ts", 'import { SEAL_BYTES } from "../crypto/sector-cipher.ts";'],
    ["src/store/environment.ts", 'import { open } from "lmdb";'],
    ["src/crypto/xts.ts", 'import { createCipheriv } from "node:crypto";'],
    ["src/daemon.ts", 'import { x } from "./serve/grpc/server.ts";'],
    ["src/volume/engine.ts", "// createCipheriv for each sector would cost more than AES itself."],
  ])("%s may say: %s", (file, text) => {
    expect(violations([[file, text]])).toEqual([]);
  });
});

test("docs/dependencies.md says of every dependency why it is there", () => {
  const manifest = JSON.parse(read("package.json"));
  const page = read("docs/dependencies.md");
  const noted = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]);
  const present = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
  expect(noted.toSorted()).toEqual(present.toSorted());
});

describe("package-lock.json", () => {
  test("names no registry, so that it works behind any", () => {
    expect(read("package-lock.json")).not.toMatch(/"resolved": "https?:/);
  });

  // Where a registry lacks a package for some platform, npm install leaves it out and npm ci then refuses the lockfile.
  test("has an entry for each optional dependency, so that npm ci works on every platform", () => {
    const { packages } = JSON.parse(read("package-lock.json")) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const paths = Object.keys(packages);
    const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    expect(optional).not.toEqual([]);
    expect(optional.filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
  });
});
