/** Random choices that can be made again: the seed is in ENVOL_TEST_SEED, or new for each run and part of every failure. */

export interface Random {
  readonly seed: number;
  /** A whole number from `min` to `max`, both inclusive. */
  integer(min: number, max: number): number;
  pick<Value>(values: readonly Value[]): Value;
  chance(probability: number): boolean;
}

/** The generator of one test. */
function createRandom(): Random {
  const given = process.env["ENVOL_TEST_SEED"];
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(given);
  // mulberry32: 32 bits of state are plenty for choosing offsets and lengths.
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    seed,
    integer,
    pick: (values) => values[integer(0, values.length - 1)]!,
    chance: (probability) => next() < probability,
  };
}

/** Runs a test with a generator of its own; when it fails, the error names the seed that makes it fail again. */
export function seeded(run: (random: Random) => Promise<void>): () => Promise<void> {
  return async () => {
    const random = createRandom();
    try {
      await run(random);
    } catch (error) {
      if (error instanceof Error) error.message += `\nRun it again with ENVOL_TEST_SEED=${random.seed}`;
      throw error;
    }
  };
}
