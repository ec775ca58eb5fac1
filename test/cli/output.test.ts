import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entropyBitsPerByte } from "#envol/cli/demo/entropy.ts";
import {
  ascii,
  details,
  formatBytes,
  formatDuration,
  formatRate,
  formatTime,
  hexDump,
  hexPair,
  json,
  printable,
  table,
  wrap,
} from "#envol/cli/output.ts";
import { progressLine, showProgress } from "#envol/cli/progress.ts";

describe("sizes, rates and times", () => {
  it.each([
    [0, "0 B"],
    [1023, "1023 B"],
    [1024, "1.00 KiB"],
    [1536, "1.50 KiB"],
    [10_240, "10.0 KiB"],
    [1_023_999, "0.98 MiB"],
    [1024 ** 2 - 1, "1.00 MiB"],
    [97.25 * 1024 ** 2, "97.3 MiB"],
    [64 * 1024 ** 4, "64.0 TiB"],
    [5000 * 1024 ** 4, "5000 TiB"],
  ])("shows %d bytes as %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it("never needs more than four digits below a TiB", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 - 1 }), (bytes) => {
        expect(formatBytes(bytes)).toMatch(/^(\d{1,4}|\d\.\d\d|\d\d\.\d|\d{3}) ([KMGT]i)?B$/);
      }),
    );
  });

  it.each([
    [0.123, "0.12 ms"],
    [12.34, "12.3 ms"],
    [456.7, "457 ms"],
    [999.9, "1.00 s"],
    [59_960, "1 min 0 s"],
    [200_000, "3 min 20 s"],
    [7_500_000, "2 h 05 min"],
  ])("shows %d ms as %s", (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });

  it("shows rates, and none where no time has passed", () => {
    expect(formatRate(1024 ** 2, 500)).toBe("2.00 MiB/s");
    expect(formatRate(1, 0)).toBe("-");
  });

  it("shows times in UTC, and none for 0", () => {
    expect(formatTime(0)).toBe("");
    expect(formatTime(1)).toBe("1970-01-01T00:00:00.001Z");
  });
});

describe("tables", () => {
  it("aligns columns and leaves no spaces at the ends", () => {
    const columns = [{ header: "NAME" }, { header: "SIZE", align: "right" }, { header: "STATE" }] as const;
    expect(
      table(columns, [
        ["a", "10", "on"],
        ["longer", "7", ""],
      ]),
    ).toBe(["NAME    SIZE  STATE", "a         10  on", "longer     7"].join("\n"));
  });

  it("paints cells after they are padded, and no headers", () => {
    const columns = [{ header: "STATE", paint: (text: string) => `<${text}>` }, { header: "X" }];
    expect(table(columns, [["on", "1"]])).toBe("STATE  X\n<on   >  1");
  });

  it("makes control characters visible", () => {
    expect(printable("a\x1b[31mb\n")).toBe("a\\x1b[31mb\\x0a");
    expect(details([["tag", "\x07"]])).toBe("tag  \\x07");
    expect(table([{ header: "T" }], [["\x1b]0;x"]])).toBe("T\n\\x1b]0;x");
  });

  it("leaves out details without a value", () => {
    expect(
      details([
        ["a", "1"],
        ["bcd", ""],
        ["ef", undefined],
      ]),
    ).toBe("a  1");
  });
});

describe("bytes", () => {
  it("dumps as hexdump -C does", () => {
    const bytes = Buffer.from("Hello, world!\n\0\xff12", "latin1");
    expect(hexDump(bytes, 0x1f0)).toBe(
      [
        "000001f0  48 65 6c 6c 6f 2c 20 77  6f 72 6c 64 21 0a 00 ff  |Hello, world!...|",
        "00000200  31 32                                             |12|",
      ].join("\n"),
    );
  });

  it("shows all printable ASCII, and nothing else", () => {
    const shown = ascii(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    expect(shown.replaceAll(".", "")).toBe(
      Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at))
        .join("")
        .replace(".", ""),
    );
    expect(shown).toHaveLength(256);
  });

  it("puts two byte strings side by side within 80 columns", () => {
    const text = hexPair(
      { title: "stored", content: Buffer.from("0001020304050607ff", "hex") },
      { title: "plaintext", content: Buffer.from("ABCDEFGHI") },
      9,
    );
    expect(text.split("\n")).toEqual([
      "      stored                            plaintext",
      "0000  00 01 02 03 04 05 06 07 ........  41 42 43 44 45 46 47 48 ABCDEFGH",
      "0008  ff                      .         49                      I",
    ]);
  });

  it("says in a column why there are no bytes", () => {
    const lines = hexPair(
      { title: "stored", content: Buffer.alloc(8, 0x41) },
      { title: "plaintext", content: "cannot be read: the key is disabled and so nothing can be shown" },
      8,
    ).split("\n");
    expect(lines[1]).toBe("0000  41 41 41 41 41 41 41 41 AAAAAAAA  cannot be read: the key is");
    expect(lines.slice(2).join(" ").split(/\s+/).join(" ").trim()).toBe("disabled and so nothing can be shown");
  });

  it("gives bytes as base64 in JSON, at any depth", () => {
    expect(json({ a: Buffer.from([0, 1, 2]), b: [Uint8Array.of(255)], c: undefined, d: 1 })).toBe(
      '{"a":"AAEC","b":["/w=="],"d":1}',
    );
  });

  it("wraps between words and loses none", () => {
    expect(wrap("a bb ccc dddd", 5)).toEqual(["a bb", "ccc", "dddd"]);
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,10}$/)), fc.integer({ min: 1, max: 30 }), (words, width) => {
        expect(wrap(words.join(" "), width).join(" ")).toBe(words.join(" "));
      }),
    );
  });
});

describe("entropy", () => {
  it("is 0 for one value, 1 for two alike, 8 for all values alike", () => {
    expect(entropyBitsPerByte(Buffer.alloc(100, 7))).toBe(0);
    expect(entropyBitsPerByte(Buffer.from([1, 2, 1, 2]))).toBe(1);
    expect(entropyBitsPerByte(Uint8Array.from({ length: 512 }, (_, at) => at % 256))).toBe(8);
    expect(entropyBitsPerByte(new Uint8Array(0))).toBe(0);
  });
});

describe("progress", () => {
  function recorder(isTTY: boolean) {
    const written: string[] = [];
    let nowMs = 0;
    const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) };
    const wait = (ms: number) => {
      nowMs += ms;
    };
    return { written, stream, now: () => nowMs, wait };
  }

  it("tells share, rate and time left", () => {
    expect(progressLine("importing", 25 * 1024 ** 2, 100 * 1024 ** 2, 1000)).toBe(
      "importing  [#####...............]  25%  25.0 MiB of 100 MiB  25.0 MiB/s  3.00 s left",
    );
    expect(progressLine("importing", 1024, undefined, 1000)).toBe("importing  1.00 KiB  1.00 KiB/s");
    expect(progressLine("importing", 0, 0, 0)).toContain("100%");
  });

  it("redraws one line on a terminal, within its width, and takes it away", () => {
    const { written, stream, now, wait } = recorder(true);
    const progress = showProgress("importing", 1000, stream, now);
    progress.advance(1);
    wait(100);
    progress.advance(1);
    progress.end();
    expect(written).toHaveLength(2);
    expect(written[0]?.startsWith("\rimporting ")).toBe(true);
    expect(written[0]?.endsWith("\x1b[K")).toBe(true);
    expect(written[0]?.length).toBeLessThanOrEqual(1 + 59 + 3);
    expect(written[1]).toBe("\r\x1b[K");
  });

  it("writes a plain line now and then elsewhere", () => {
    const { written, stream, now, wait } = recorder(false);
    const progress = showProgress("importing", undefined, stream, now);
    for (let second = 0; second < 12; second += 1) {
      wait(1000);
      progress.advance(1024);
    }
    progress.end();
    expect(written).toEqual(["importing  5.00 KiB  1.00 KiB/s\n", "importing  10.0 KiB  1.00 KiB/s\n"]);
  });
});
