/** The engine against a plain byte array: any offset and size, both ciphers, both sector sizes, restarts and crashes. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attachedVolume, type Core, ROOT_CALLER, startCore } from "./core.ts";

/** The part of the volume that is tested: the last bytes of it, so that its end is tested too. */
const WINDOW_BYTES = 1536 * 1024;
/** Enough for the cipher pool (64 KiB) with several records at a time. */
const LENGTH_MAX = 300 * 1024;

interface Range {
  readonly offset: number;
  readonly length: number;
}
type Write = Range & { readonly kind: "write" | "writeThrough"; readonly seed: number };
type Plain = Range & { readonly kind: "read" | "discard" | "zero" | "allocateZeroes" };
type Step =
  | Write
  | Plain
  | { readonly kind: "together"; readonly steps: readonly Step[] }
  | { readonly kind: "flush" | "reattach" | "restart" | "crash" };

/** Mostly small ranges, at odd places as well as at round ones. */
const range = fc
  .record({
    offset: fc.oneof(
      fc.integer({ min: 0, max: WINDOW_BYTES - 1 }),
      fc.integer({ min: 0, max: WINDOW_BYTES / 4096 - 1 }).map((sector) => sector * 4096),
    ),
    length: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 9000 }) },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 8 }).map((sectors) => sectors * 4096) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: LENGTH_MAX }) },
    ),
  })
  .map(({ offset, length }) => ({ offset, length: Math.min(length, WINDOW_BYTES - offset) }));
const seed = fc.integer({ min: 1, max: 2 ** 30 });
const write = fc.tuple(range, seed).map(([at, value]): Step => ({ kind: "write", ...at, seed: value }));
const one = (kind: "read" | "discard" | "zero" | "allocateZeroes") => range.map((at): Step => ({ kind, ...at }));
const plain = (kind: "flush" | "reattach" | "restart" | "crash") => fc.constant<Step>({ kind });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 30, arbitrary: write },
  {
    weight: 2,
    arbitrary: fc.tuple(range, seed).map(([at, value]): Step => ({ kind: "writeThrough", ...at, seed: value })),
  },
  { weight: 20, arbitrary: one("read") },
  { weight: 4, arbitrary: one("discard") },
  { weight: 2, arbitrary: one("zero") },
  { weight: 2, arbitrary: one("allocateZeroes") },
  { weight: 3, arbitrary: plain("flush") },
  { weight: 1, arbitrary: plain("reattach") },
  { weight: 1, arbitrary: plain("restart") },
  { weight: 1, arbitrary: plain("crash") },
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof(write, one("read")), { minLength: 2, maxLength: 8 })
      .map((steps): Step => ({ kind: "together", steps })),
  },
);

/** Bytes that differ from write to write and from place to place. */
function bytesOf(length: number, value: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let state = value;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

/** Runs steps on a volume and on an array, and compares. */
class Comparison {
  #core: Core;
  readonly #volumeId: string;
  readonly #base: number;
  readonly #sectorSizeBytes: number;
  readonly #directories: string[];
  readonly #model = Buffer.alloc(WINDOW_BYTES);
  /** What a sector may hold after a crash: everything it held since the last flush. */
  #history = new Map<number, Buffer[]>();

  constructor(core: Core, volumeId: string, sectorSizeBytes: number) {
    this.#core = core;
    this.#volumeId = volumeId;
    this.#sectorSizeBytes = sectorSizeBytes;
    this.#base = core.volumes.device(volumeId).sizeBytes - WINDOW_BYTES;
    this.#directories = [core.directory];
  }

  get #device() {
    return this.#core.volumes.device(this.#volumeId);
  }

  async run(steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.#step(step);
    await this.#compare(0, WINDOW_BYTES);
  }

  async end(): Promise<void> {
    await this.#core.close();
    for (const directory of this.#directories) await rm(directory, { recursive: true, force: true });
  }

  async #step(step: Step): Promise<void> {
    switch (step.kind) {
      case "write":
      case "writeThrough": {
        const data = bytesOf(step.length, step.seed);
        this.#remember(step.offset, step.length);
        await this.#device.write(this.#base + step.offset, data, { forceUnitAccess: step.kind === "writeThrough" });
        data.copy(this.#model, step.offset);
        if (step.kind === "writeThrough") this.#history.clear();
        return;
      }
      case "read":
        return this.#compare(step.offset, step.length);
      case "discard":
      case "zero":
      case "allocateZeroes": {
        this.#remember(step.offset, step.length);
        const at = this.#base + step.offset;
        if (step.kind === "discard") await this.#device.discard(at, step.length);
        else await this.#device.writeZeroes(at, step.length, { allocate: step.kind === "allocateZeroes" });
        this.#model.fill(0, step.offset, step.offset + step.length);
        return;
      }
      case "flush":
        await this.#device.flush();
        this.#history.clear();
        return;
      case "together":
        return this.#together(step.steps);
      case "reattach":
        await this.#core.volumes.detachVolume({ volumeId: this.#volumeId });
        await this.#core.volumes.attachVolume(ROOT_CALLER, { volumeId: this.#volumeId });
        this.#history.clear();
        return;
      case "restart":
        await this.#core.close();
        this.#core = await startCore({ directory: this.#core.directory });
        this.#history.clear();
        return;
      case "crash":
        return this.#crash();
    }
  }

  /** Steps at the same time. Where writes overlap, either may win: such places are written once more, afterwards. */
  async #together(steps: readonly Step[]): Promise<void> {
    const writes = steps.filter((step): step is Write => step.kind === "write");
    for (const { offset, length } of writes) this.#remember(offset, length);
    const reads = steps.filter((step): step is Plain => step.kind === "read");
    await Promise.all([
      ...writes.map(({ offset, length, seed: value }) =>
        this.#device.write(this.#base + offset, bytesOf(length, value)),
      ),
      ...reads.map(({ offset, length }) => this.#device.read(this.#base + offset, length)),
    ]);
    const hits = new Uint8Array(WINDOW_BYTES);
    const written = writes.map(({ offset, length, seed: value }) => ({ offset, data: bytesOf(length, value) }));
    for (const { offset, data } of written) {
      for (let i = 0; i < data.length; i++) {
        hits[offset + i] = (hits[offset + i] as number) + 1;
        if (hits[offset + i] === 1) this.#model[offset + i] = data[i] as number;
      }
    }
    // A byte that several wrote must be one of theirs; the model takes what the volume says.
    const now = await this.#device.read(this.#base, WINDOW_BYTES);
    for (let i = 0; i < WINDOW_BYTES; i++) {
      if ((hits[i] as number) < 2) continue;
      if (!written.some(({ offset, data }) => data[i - offset] === now[i])) throw new Error(`byte ${i} is nobody's`);
      this.#model[i] = now[i] as number;
    }
    // In what order they came is not known, so neither is what a crash may leave.
    await this.#device.flush();
    this.#history.clear();
  }

  async #crash(): Promise<void> {
    const copy = await this.#core.copyAsCrashed();
    this.#directories.push(copy);
    await this.#core.close();
    this.#core = await startCore({ directory: copy });
    const size = this.#sectorSizeBytes;
    const after = await this.#device.read(this.#base, WINDOW_BYTES);
    for (let sector = 0; sector < WINDOW_BYTES / size; sector++) {
      const [from, to] = [sector * size, (sector + 1) * size];
      const now = after.subarray(from, to);
      const allowed = [this.#model.subarray(from, to), ...(this.#history.get(sector) ?? [])];
      if (!allowed.some((bytes) => now.equals(bytes)))
        throw new Error(`sector ${sector} holds what it never held since the last flush`);
      now.copy(this.#model, from);
    }
    this.#history.clear();
  }

  #remember(offset: number, length: number): void {
    const size = this.#sectorSizeBytes;
    for (let sector = Math.floor(offset / size); sector * size < offset + length; sector++) {
      const versions = this.#history.get(sector) ?? [];
      versions.push(Buffer.from(this.#model.subarray(sector * size, (sector + 1) * size)));
      this.#history.set(sector, versions);
    }
  }

  async #compare(offset: number, length: number): Promise<void> {
    const found = await this.#device.read(this.#base + offset, length);
    const wanted = this.#model.subarray(offset, offset + length);
    if (found.equals(wanted)) return;
    const at = found.findIndex((byte, i) => byte !== wanted[i]);
    throw new Error(
      `byte ${offset + at} of the window is ${found[at]}, expected ${wanted[at]} (read of ${length} at ${offset})`,
    );
  }
}

describe.each([
  ["AES_256_XTS", 4096],
  ["AES_256_XTS", 512],
  ["AES_256_GCM", 4096],
  ["AES_256_GCM", 512],
  ["NONE", 4096],
] as const)("%s with sectors of %i bytes", (cipher, sectorSizeBytes) => {
  test("does what a byte array does, over thousands of steps", { timeout: 120_000 }, async () => {
    const given = process.env["ENVOL_TEST_SEED"];
    let stepsRun = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 80, maxLength: 140, size: "max" }), async (steps) => {
        const core = await startCore({ directory: await mkdtemp(join(tmpdir(), "envol-model-")) });
        const { volumeId } = await attachedVolume(
          core,
          cipher === "NONE" ? { encrypted: false, sectorSizeBytes } : { cipher, sectorSizeBytes },
        );
        const comparison = new Comparison(core, volumeId, sectorSizeBytes);
        try {
          await comparison.run(steps);
        } finally {
          await comparison.end();
        }
        stepsRun += steps.length;
      }),
      { numRuns: 14, ...(given !== undefined && { seed: Number(given) }), endOnFailure: given === undefined },
    );
    expect(stepsRun).toBeGreaterThan(1000);
  });
});
