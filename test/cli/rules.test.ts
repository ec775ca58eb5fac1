import { describe, expect, it } from "vitest";
import * as rules from "#envol/cli/rules.ts";
import { EnvolError } from "#envol/errors.ts";

function parse<Value>(rule: rules.Rule<Value>, text: string): Value | undefined {
  return rule.parse(text, "/base");
}

describe("sizes", () => {
  it.each([
    ["0", 0],
    ["512", 512],
    ["0x1000", 4096],
    ["1K", 1024],
    ["4KiB", 4096],
    ["4 KiB", 4096],
    ["2mib", 2 * 1024 ** 2],
    ["3G", 3 * 1024 ** 3],
    ["64TiB", 64 * 1024 ** 4],
  ])("takes %s as bytes", (text, bytes) => {
    expect(parse(rules.byteCount(0), text)).toBe(bytes);
  });

  it.each(["", "-1", "1.5", "1e3", "4KB", "GiB", "1 2", "0x", "9007199254740993", "1024TiBs", "8192TiB0"])(
    "refuses %j as bytes",
    (text) => {
      expect(parse(rules.byteCount(0), text)).toBeUndefined();
    },
  );

  it("keeps to the smallest number", () => {
    expect(parse(rules.byteCount(1), "0")).toBeUndefined();
  });

  it.each([
    ["1", 1],
    ["10", 10],
    ["10GiB", 10],
    ["10 G", 10],
    ["2048MiB", 2],
    ["64TiB", 65_536],
  ])("takes %s as a volume's size", (text, gib) => {
    expect(parse(rules.volumeSizeGib, text)).toBe(gib);
  });

  it.each(["0", "65537", "65TiB", "1536MiB", "512MiB", "0x10", "10GB", "1.5"])(
    "refuses %j as a volume's size",
    (text) => {
      expect(parse(rules.volumeSizeGib, text)).toBeUndefined();
    },
  );

  it("knows the sector sizes", () => {
    expect(["512", "4096", "4KiB", "4k", "1024", "0"].map((text) => parse(rules.sectorSize, text))).toEqual([
      512,
      4096,
      4096,
      4096,
      undefined,
      undefined,
    ]);
  });
});

describe("numbers and lists", () => {
  it.each([
    ["0.5", 0.5],
    ["3", 3],
    ["0.1", 0.1],
  ])("takes %s as a number that may have a fraction", (text, value) => {
    expect(parse(rules.decimal(0.1, 3), text)).toBe(value);
  });

  it.each(["", "0", "3.1", ".5", "1e0", "-1", "1.", "NaN"])("refuses %j as one from 0.1 to 3", (text) => {
    expect(parse(rules.decimal(0.1, 3), text)).toBeUndefined();
  });

  it("takes lists in their order, each value once", () => {
    const list = rules.listOf(rules.sectorSize);
    expect(parse(list, "4096")).toEqual([4096]);
    expect(parse(list, "4096, 512,4KiB")).toEqual([4096, 512]);
  });

  it.each(["", ",", "512,", "512,1024", "512 4096"])("refuses %j as a list", (text) => {
    expect(parse(rules.listOf(rules.sectorSize), text)).toBeUndefined();
  });
});

describe("names and values", () => {
  it.each([
    ["aws:ebs:id=vol-1", "aws:ebs:id", "vol-1"],
    ["a=", "a", ""],
    ["a=b=c", "a", "b=c"],
  ])("splits %s at the first equals sign", (text, name, value) => {
    expect(parse(rules.nameAndValue, text)).toEqual([name, value]);
  });

  it.each(["", "a", "=b"])("refuses %j", (text) => {
    expect(parse(rules.nameAndValue, text)).toBeUndefined();
  });
});

describe("base64", () => {
  it("takes whole base64 alone", () => {
    expect(parse(rules.base64, "AAEC")).toEqual(Buffer.from([0, 1, 2]));
    expect(["", "AAE", "AA=C", "A A=", "!!!!", "AAEC\n"].map((text) => parse(rules.base64, text))).toEqual(
      Array(6).fill(undefined),
    );
  });

  it("takes a root key of 32 bytes alone", () => {
    expect(parse(rules.rootKey, Buffer.alloc(32, 7).toString("base64"))).toEqual(Buffer.alloc(32, 7));
    expect(parse(rules.rootKey, Buffer.alloc(31, 7).toString("base64"))).toBeUndefined();
  });
});

describe("addresses", () => {
  it.each([
    ["unix:/run/envol.sock", "unix:/run/envol.sock", true],
    ["unix:envol.sock", "unix:/base/envol.sock", true],
    ["127.0.0.1:0", "127.0.0.1:0", true],
    ["127.9.9.9:1", "127.9.9.9:1", true],
    ["localhost:7400", "localhost:7400", true],
    ["[::1]:7400", "[::1]:7400", true],
    ["0.0.0.0:7400", "0.0.0.0:7400", false],
    ["[::]:7400", "[::]:7400", false],
    ["example.org:7400", "example.org:7400", false],
    ["127.0.0.1.example.org:7400", "127.0.0.1.example.org:7400", false],
  ])("takes %s", (text, address, local) => {
    expect(parse(rules.address, text)).toBe(address);
    expect(rules.isLocal(address)).toBe(local);
  });

  it.each(["", "unix:", "localhost", "localhost:", "localhost:65536", ":7400", "::1:7400", "a b:1"])(
    "refuses %j",
    (text) => {
      expect(parse(rules.address, text)).toBeUndefined();
    },
  );
});

describe("argument", () => {
  it("names the argument and the rule", () => {
    const parseWorkers = rules.argument("--workers", rules.wholeNumber(1, 8));
    expect(parseWorkers("8")).toBe(8);
    expect(() => parseWorkers("9")).toThrow('--workers: expected a whole number from 1 to 8, got "9".');
    expect(() => parseWorkers("9")).toThrow(EnvolError);
  });

  it("repeats no more than the beginning of a long value", () => {
    expect(() => rules.argument("--spec", rules.oneOf(["a"]))("x".repeat(5000))).toThrow(/^.{1,120}$/);
  });

  it("collects repeated options in order", () => {
    const collect = rules.repeatable("--tag", rules.nameAndValue);
    expect(collect("b=2", collect("a=1", []))).toEqual([
      ["a", "1"],
      ["b", "2"],
    ]);
  });
});
