import { expect, test } from "vitest";
import { LIMITS } from "#envol/limits.ts";
import { createBusyPoll } from "#envol/serve/nbd/busy-poll.ts";

/** A loop whose turns and time go on by hand. */
function manualLoop() {
  const waiting: (() => void)[] = [];
  const loop = {
    nowMs: 0,
    now: () => loop.nowMs,
    inNextTurn: (run: () => void) => void waiting.push(run),
    /** How many it ran. */
    turn(): number {
      const due = waiting.splice(0);
      for (const run of due) run();
      return due.length;
    },
  };
  return loop;
}

test("the loop is kept awake for its time after the last answer, and sleeps then", () => {
  const loop = manualLoop();
  const stayAwake = createBusyPoll(loop);
  expect(loop.turn()).toBe(0);
  stayAwake();
  stayAwake();
  expect(loop.turn()).toBe(1);
  loop.nowMs = LIMITS.nbdBusyPollMs * 0.9;
  expect(loop.turn()).toBe(1);
  stayAwake();
  loop.nowMs = LIMITS.nbdBusyPollMs * 1.8;
  expect(loop.turn()).toBe(1);
  loop.nowMs = LIMITS.nbdBusyPollMs * 1.9;
  expect(loop.turn()).toBe(1);
  expect(loop.turn()).toBe(0);
  stayAwake();
  expect(loop.turn()).toBe(1);
});
