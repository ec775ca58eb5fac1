import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { alignedChunks, zeroRuns } from "#envol/cli/transfer.ts";
import { EXIT } from "#envol/errors.ts";
import { type Served, serve } from "./process.ts";

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

describe("alignedChunks", () => {
  it("loses and reorders nothing, stops at the limit, and ends chunks at multiples on the volume", async () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(
        parts,
        fc.nat(50),
        fc.nat(300),
        fc.integer({ min: 1, max: 16 }),
        async (given, offset, limit, chunkBytes) => {
          async function* source() {
            for (const part of given) yield Buffer.from(part);
          }
          const chunks: Buffer[] = [];
          for await (const chunk of alignedChunks(source(), offset, limit, chunkBytes)) chunks.push(chunk);
          expect(Buffer.concat(chunks)).toEqual(Buffer.concat(given).subarray(0, limit));
          let at = offset;
          for (const [index, chunk] of chunks.entries()) {
            expect(chunk.length).toBeGreaterThan(0);
            at += chunk.length;
            if (index < chunks.length - 1) expect(at % chunkBytes).toBe(0);
          }
        },
      ),
    );
  });

  it("reads nothing for a limit of 0", async () => {
    async function* source(): AsyncGenerator<Buffer> {
      yield Promise.reject(new Error("was read"));
    }
    expect(await alignedChunks(source(), 0, 0).next()).toEqual({ done: true, value: undefined });
  });
});

describe("zeroRuns", () => {
  it("splits at multiples of 64 KiB, alternates, and covers the chunk", () => {
    const blocks = fc.array(fc.boolean(), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(blocks, fc.nat(3 * 64 * KIB), fc.nat(64 * KIB - 1), (pattern, offset, cut) => {
        const chunk = Buffer.concat(pattern.map((zero) => Buffer.alloc(64 * KIB, zero ? 0 : 1))).subarray(cut);
        const runs = [...zeroRuns(chunk, offset)];
        expect(Buffer.concat(runs.map(({ data }) => data)).equals(chunk)).toBe(true);
        let at = offset;
        for (const [index, run] of runs.entries()) {
          expect(run.offsetBytes).toBe(at);
          if (index > 0) expect(at % (64 * KIB)).toBe(0);
          if (index > 0) expect(run.zero).toBe(!runs[index - 1]?.zero);
          if (run.zero) expect(run.data.equals(Buffer.alloc(run.data.length))).toBe(true);
          at += run.data.length;
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("import and export", () => {
  let daemon: Served;
  beforeAll(async () => {
    daemon = await serve();
  });
  afterAll(() => daemon[Symbol.asyncDispose]());

  async function attachedVolume(): Promise<string> {
    const { volume } = await daemon.json("volume", "create", "--size", "1");
    await daemon.json("volume", "attach", volume.volumeId);
    return volume.volumeId;
  }

  function fileOf(name: string, bytes: Buffer): string {
    const file = join(daemon.directory, name);
    writeFileSync(file, bytes);
    return file;
  }

  const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
  const allocated = async (volumeId: string): Promise<{ offsetBytes: number; lengthBytes: number }[]> =>
    (await daemon.json("volume", "map", volumeId)).extents.filter((extent: { allocated: boolean }) => extent.allocated);

  /** Data, a hole of 2 MiB, data, and an odd end. */
  const image = Buffer.concat([randomBytes(300 * KIB), Buffer.alloc(2 * MIB), randomBytes(777_777), Buffer.alloc(5)]);

  it("bring a file back as it was, holes and all", async () => {
    const volumeId = await attachedVolume();
    const imported = await daemon.json("volume", "import", volumeId, fileOf("image", image));
    expect(imported).toMatchObject({ volumeId, bytes: image.length, sha256: sha256(image) });
    expect(imported.zeroBytes).toBeGreaterThanOrEqual(2 * MIB - 128 * KIB);
    const runs = await allocated(volumeId);
    expect(runs.reduce((sum, { lengthBytes }) => sum + lengthBytes, 0)).toBeLessThan(
      image.length - 2 * MIB + 256 * KIB,
    );
    const copy = join(daemon.directory, "copy");
    const exported = await daemon.json("volume", "export", volumeId, copy, "--length", String(image.length));
    expect(exported.sha256).toBe(sha256(image));
    expect(readFileSync(copy).equals(image)).toBe(true);
    expect(statSync(copy).blocks * 512).toBeLessThan(image.length - MIB);
    expect(existsSync(`${copy}.partial`)).toBe(false);
  });

  it("leave exactly the file where there was other data before", async () => {
    const volumeId = await attachedVolume();
    const before = randomBytes(5 * MIB);
    await daemon.json("volume", "import", volumeId, fileOf("before", before));
    // An offset inside a sector: what lies around the range must stay.
    const offset = MIB + 12_345;
    await daemon.json("volume", "import", volumeId, fileOf("image", image), "--offset", String(offset));
    const expected = Buffer.from(before);
    image.copy(expected, offset);
    const { stdout, stderr } = await daemon.run([
      "volume",
      "export",
      volumeId,
      "--length",
      String(before.length),
      "--quiet",
    ]);
    expect(stdout.equals(expected)).toBe(true);
    expect(stderr).toContain(sha256(expected));
  });

  it("take standard input, whole or a part of it", async () => {
    const volumeId = await attachedVolume();
    const all = await daemon.run(["volume", "import", volumeId, "-", "--json"], image);
    expect(JSON.parse(all.stdout.toString())).toMatchObject({ bytes: image.length, sha256: sha256(image) });
    const part = await daemon.run(
      ["volume", "import", volumeId, "--offset", "512MiB", "--length", "1000", "--json"],
      image,
    );
    expect(JSON.parse(part.stdout.toString())).toMatchObject({ bytes: 1000, sha256: sha256(image.subarray(0, 1000)) });
    const { stdout } = await daemon.run(["volume", "read", volumeId, "--offset", "512MiB", "--length", "1001"]);
    expect(stdout.equals(Buffer.concat([image.subarray(0, 1000), Buffer.alloc(1)]))).toBe(true);
  });

  it("take a file of nothing but zeroes, and an empty one", async () => {
    const volumeId = await attachedVolume();
    await daemon.json("volume", "import", volumeId, fileOf("before", randomBytes(MIB)));
    const zeroes = fileOf("zeroes", Buffer.alloc(0));
    expect(await daemon.json("volume", "import", volumeId, zeroes)).toMatchObject({
      bytes: 0,
      sha256: sha256(Buffer.alloc(0)),
    });
    expect(await allocated(volumeId)).not.toEqual([]);
    truncateSync(zeroes, 100 * MIB);
    const imported = await daemon.json("volume", "import", volumeId, zeroes);
    expect(imported).toMatchObject({ bytes: 100 * MIB, zeroBytes: 100 * MIB });
    expect(await allocated(volumeId)).toEqual([]);
  });

  it("refuse a file larger than the volume before anything is written", async () => {
    const volumeId = await attachedVolume();
    const large = fileOf("large", Buffer.from("data at the beginning"));
    truncateSync(large, GIB + 1);
    const refused = await daemon.run(["volume", "import", volumeId, large]);
    expect([refused.code, refused.stderr]).toEqual([EXIT.usage, expect.stringContaining("[OUT_OF_RANGE]")]);
    expect(refused.stderr).toContain("has room for 1073741824 bytes");
    expect(await allocated(volumeId)).toEqual([]);
    const cut = await daemon.json("volume", "import", volumeId, large, "--length", "1GiB");
    expect(cut.bytes).toBe(GIB);
  });

  it("refuse standard input where it runs past the end", async () => {
    const volumeId = await attachedVolume();
    const refused = await daemon.run(
      ["volume", "import", volumeId, "-", "--offset", String(GIB - 100)],
      Buffer.alloc(101, 1),
    );
    expect([refused.code, refused.stderr]).toEqual([EXIT.usage, expect.stringContaining("[OUT_OF_RANGE]")]);
    const past = await daemon.run(["volume", "export", volumeId, "-", "--offset", "1GiB", "--length", "1"]);
    expect([past.code, past.stderr]).toEqual([EXIT.usage, expect.stringContaining("--length")]);
  });

  it("leave no file behind when an export fails", async () => {
    const { volume } = await daemon.json("volume", "create", "--size", "1");
    const file = join(daemon.directory, "never");
    const { code, stderr } = await daemon.run(["volume", "export", volume.volumeId, file]);
    expect([code, stderr]).toEqual([EXIT.refusedByState, expect.stringContaining("[VOLUME_NOT_ATTACHED]")]);
    expect([existsSync(file), existsSync(`${file}.partial`)]).toEqual([false, false]);
  });

  it("name the file that is not there", async () => {
    const volumeId = await attachedVolume();
    const { code, stderr } = await daemon.run(["volume", "import", volumeId, "/nonexistent"]);
    expect([code, stderr]).toEqual([EXIT.usage, expect.stringContaining("/nonexistent")]);
  });
});
