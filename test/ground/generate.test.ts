import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ERRORS, EXIT } from "#envol/errors.ts";
import { LOADER_OPTIONS } from "#envol/serve/grpc/load-protos.ts";
import { errorGroups, errorsPage } from "../../scripts/errors-page.ts";
import { GEN_TYPES_FLAGS, staleFiles } from "../../scripts/generate.ts";

const source = readFileSync(join(import.meta.dirname, "../../src/errors.ts"), "utf8");

describe("docs/errors.md", () => {
  test("has one row for each error, with its name at each front door", () => {
    const page = errorsPage(source);
    for (const [code, { grpc, http, aws, errno, exit }] of Object.entries(ERRORS)) {
      const row = `| \`${code}\` | ${grpc} | ${http} | ${aws} | ${errno} | ${exit} |`;
      expect(page.split(row), row).toHaveLength(2);
    }
  });

  test("lists each exit code once", () => {
    const codes = [...errorsPage(source).matchAll(/^\| (\d+) \| /gm)].map((match) => Number(match[1]));
    expect(codes).toEqual(Object.values(EXIT));
  });

  test("keeps the groups and the order of the table", () => {
    expect(errorGroups(source).flatMap(({ codes }) => codes)).toEqual(Object.keys(ERRORS));
  });

  test("is refused when an error stands in no group", () => {
    expect(() => errorsPage(source.replaceAll(/^ {2}\/\/ .+$/gm, ""))).toThrow(/KEY_DISABLED/);
  });
});

test("the types in src/gen are made with the options that the contract is loaded with", () => {
  const { includeDirs, ...options } = LOADER_OPTIONS;
  const loading = Object.entries(options).map(([name, value]) =>
    typeof value === "function" ? `--${name}=${value.name}` : `--${name}${value === true ? "" : `=${value}`}`,
  );
  const onlyAboutFiles = /^--(includeComments|grpcLib|importFileExtension)\b/;
  expect(GEN_TYPES_FLAGS.filter((flag) => !onlyAboutFiles.test(flag)).toSorted()).toEqual(loading.toSorted());
});

describe("what --check reports", () => {
  let scratch: string;
  const committed = () => join(scratch, "committed");
  const generated = () => join(scratch, "generated");
  const write = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const stale = () => staleFiles(committed(), generated(), ["gen", "page.md"]);

  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), "envol-test-"));
    for (const base of [committed(), generated()]) {
      write(join(base, "gen/a.ts"), "one\ntwo\n");
      write(join(base, "page.md"), "page\n");
    }
  });
  afterEach(() => rmSync(scratch, { recursive: true }));

  test("nothing, when all is fresh", () => {
    expect(stale()).toEqual([]);
  });

  test("a changed file, with the first line that differs", () => {
    write(join(committed(), "gen/a.ts"), "one\n2\n");
    expect(stale()).toEqual(["gen/a.ts: differs from line 2\n    committed: 2\n    generated: two"]);
  });

  test("a file that ends early", () => {
    write(join(committed(), "page.md"), "page");
    expect(stale()).toEqual(["page.md: differs from line 2\n    committed: (end of file)\n    generated: "]);
  });

  test("a missing file, and one that nothing generates any more", () => {
    write(join(generated(), "gen/new.ts"), "");
    write(join(committed(), "gen/old.ts"), "");
    expect(stale()).toEqual(["gen/old.ts: nothing generates it any more", "gen/new.ts: missing"]);
  });
});
