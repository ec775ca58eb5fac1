/** When a fault fires: counted, and by chance from a seed, so that the same operations make it fire the same way again. */

import type { Schedule } from "./fault.ts";

export interface Trigger {
  readonly matched: number;
  readonly fired: number;
  /** Counts one more match, and says whether the fault fires at it. */
  match(): boolean;
}

export function createTrigger({ afterOperations, times, probability, seed }: Schedule): Trigger {
  const random = randomNumbers(seed);
  let matched = 0;
  let fired = 0;
  return {
    get matched() {
      return matched;
    },
    get fired() {
      return fired;
    },
    match() {
      matched += 1;
      if (matched <= afterOperations || (times > 0 && fired >= times)) return false;
      // One number for each match that could fire, whatever it is needed for.
      if (random() >= probability) return false;
      fired += 1;
      return true;
    },
  };
}

const MASK_64 = 2n ** 64n - 1n;

/**
 * Numbers from 0 (inclusive) to 1 (exclusive) by SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
 * Generators", OOPSLA 2014, figure 17), with the variant of its mixing function that is known as Stafford's 13th.
 * @internal Exported for the test against the generator's published numbers.
 */
export function randomNumbers(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK_64;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK_64;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK_64;
    mixed ^= mixed >> 31n;
    return Number(mixed >> 11n) / 2 ** 53;
  };
}
