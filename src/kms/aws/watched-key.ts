/**
 * What becomes of one key: AWS KMS does not say when a key is disabled, so it is asked, however many volumes are under it.
 *
 * The bound: from the beginning of one question to that of the next are at most `pollIntervalMs`, so what the KMS knows is
 * known here after that and the time of one call, while the KMS answers. `staleAfterMs` is for when it does not.
 */

import type { Cancel, Clock } from "../../clock.ts";
import { EnvolError, toEnvolError } from "../../errors.ts";
import { KEY_STATES } from "../embedded/key-states.ts";

export interface WatchedKeyOptions {
  readonly clock: Clock;
  readonly pollIntervalMs: number;
  /** A key of which nothing was told for this long is unusable until something is. */
  readonly staleAfterMs?: number | undefined;
  /** Asks the KMS for the key's state. @throws what the KMS refuses with; anything else says that it did not answer */
  readonly ask: (keyArn: string) => Promise<string>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface WatchedKey {
  /** A call under the key was refused: what that says of the key is told at once, or asked at once. */
  refused(error: EnvolError): void;
  stop(): void;
}

/** Questions come a little early, each by a chance of its own, so that many keys are not asked about at one time. */
const EARLY_SHARE_MAX = 0.2;

/** The state of a key that has told nothing for too long. */
const NOT_REACHABLE = "NotReachable";

/** @param tell what is heard of the key, changed or not: the state as AWS spells it, or one of `KeyUsability`'s further ones */
export function watchKey(keyArn: string, options: WatchedKeyOptions, tell: (keyState: string) => void): WatchedKey {
  const { clock, pollIntervalMs, staleAfterMs, ask, random } = options;
  let stopped = false;
  let asking = false;
  let askAgain = false;
  // Counts refusals because of the key's state: the answer to a question that was asked before one is out of date.
  let refusals = 0;
  let cancelAsking: Cancel = () => {};
  let cancelStale: Cancel = () => {};

  const expectWordBy = (sinceMs: number) => {
    cancelStale();
    if (staleAfterMs !== undefined) cancelStale = clock.at(sinceMs + staleAfterMs, () => tell(NOT_REACHABLE));
  };
  const hear = (keyState: string, sinceMs: number) => {
    expectWordBy(sinceMs);
    tell(keyState);
  };
  const schedule = (sinceMs: number, early: number) => {
    cancelAsking();
    cancelAsking = clock.at(sinceMs + pollIntervalMs * (1 - early), () => void poll());
  };
  const askNow = async (): Promise<string | EnvolError> => {
    try {
      return await ask(keyArn);
    } catch (error) {
      return toEnvolError(error);
    }
  };
  /** Asks, never twice at a time, and says when it will ask again. */
  const poll = async (): Promise<void> => {
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    askAgain = false;
    const refusalsBefore = refusals;
    const startMs = clock.now();
    const answer = await askNow();
    asking = false;
    if (stopped) return;
    const keyState = typeof answer === "string" ? answer : stateIn(answer, "NotAccessible");
    if (keyState !== undefined && refusals === refusalsBefore) hear(keyState, startMs);
    if (askAgain) return poll();
    // A KMS that has too many requests is asked as seldom as the bound allows.
    const throttled = answer instanceof EnvolError && answer.code === "KMS_THROTTLED";
    schedule(startMs, throttled ? 0 : EARLY_SHARE_MAX * random());
  };
  expectWordBy(clock.now());
  schedule(clock.now(), EARLY_SHARE_MAX * random());
  return {
    refused(error) {
      const keyState = stateIn(error, undefined);
      if (keyState !== undefined) {
        refusals += 1;
        hear(keyState, clock.now());
      }
      // Somebody may be refused one operation on a key that is as it was; who may not even look at it has lost it.
      else if (error.code === "ACCESS_DENIED") void poll();
    },
    stop() {
      stopped = true;
      cancelAsking();
      cancelStale();
    },
  };
}

/** "… is pending deletion.": how the KMS words a state; KMS developer guide, "Key states of AWS KMS keys". */
const STATE_WORDS = /\bis ([a-z]+(?: [a-z]+)*)\.$/;

/** The state of the key that a refusal gives as its reason; undefined when that is another one. */
function stateIn(error: EnvolError, whenDenied: string | undefined): string | undefined {
  if (error.code === "KEY_DISABLED") return "Disabled";
  if (error.code === "KEY_NOT_FOUND") return "Deleted";
  if (error.code === "ACCESS_DENIED") return whenDenied;
  if (error.code !== "KEY_STATE_INVALID") return undefined;
  const words = STATE_WORDS.exec(error.message)?.[1] ?? "";
  const keyState = words.replace(/(?:^| )([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(KEY_STATES.Decrypt, keyState) ? keyState : "Unavailable";
}
