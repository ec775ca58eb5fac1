import { expect, test } from "vitest";
import { manualClock } from "#envol/clock.ts";
import { EnvolError } from "#envol/errors.ts";
import { createBreaker, type Verdict } from "#envol/kms/aws/breaker.ts";

const REFUSED = new EnvolError("KMS_UNREACHABLE", "refused");

function start() {
  const clock = manualClock();
  const breaker = createBreaker({
    clock,
    failuresMax: 3,
    pauseMs: 1000,
    verdict: (error) => (error as Error).message as Verdict,
    refusal: () => REFUSED,
  });
  const calls: string[] = [];
  const ends = (verdict: Verdict, name: "run" | "watch" = "run") =>
    breaker[name](async () => {
      calls.push(verdict);
      throw new Error(verdict);
    }).catch((error: Error) => (error === REFUSED ? "refused" : error.message));
  const succeeds = (name: "run" | "watch" = "run") =>
    breaker[name](async () => "done").catch((error) => (error === REFUSED ? "refused" : "failed"));
  return { clock, breaker, calls, ends, succeeds };
}

test("failures in a row open it, and a success in between does not", async () => {
  const { breaker, ends, succeeds, calls } = start();
  await ends("down");
  await ends("down");
  expect(await succeeds()).toBe("done");
  await ends("down");
  await ends("down");
  expect(breaker.state).toBe("closed");
  await ends("down");
  expect(breaker.state).toBe("open");
  const made = calls.length;
  expect([await ends("up"), await succeeds()]).toEqual(["refused", "refused"]);
  expect(calls).toHaveLength(made);
});

test("an answer that is a refusal is an answer; a call that went nowhere says nothing", async () => {
  const { breaker, ends } = start();
  await ends("down");
  await ends("down");
  await ends("up");
  await ends("down");
  await ends("down");
  await ends("nothing");
  expect(breaker.state).toBe("closed");
  await ends("down");
  expect(breaker.state).toBe("open");
});

test("after the pause one call is a trial, and others are refused while it runs", async () => {
  const { breaker, clock, ends, succeeds } = start();
  for (let time = 0; time < 3; time++) await ends("down");
  clock.advance(999);
  expect(await succeeds()).toBe("refused");
  clock.advance(1);
  expect(breaker.state).toBe("half-open");
  const { promise, resolve } = deferred();
  const trial = breaker.run(() => promise);
  expect(await succeeds()).toBe("refused");
  resolve("done");
  expect(await trial).toBe("done");
  expect([breaker.state, await succeeds()]).toEqual(["closed", "done"]);
});

test("a trial that fails opens it for another pause", async () => {
  const { breaker, clock, ends, succeeds } = start();
  for (let time = 0; time < 3; time++) await ends("down");
  clock.advance(1000);
  expect(await ends("down")).toBe("down");
  expect([breaker.state, await succeeds()]).toEqual(["open", "refused"]);
  clock.advance(1000);
  expect(await succeeds()).toBe("done");
});

test("a trial that said nothing lets another one go", async () => {
  const { clock, ends, succeeds } = start();
  for (let time = 0; time < 3; time++) await ends("down");
  clock.advance(1000);
  await ends("nothing");
  expect(await succeeds()).toBe("done");
});

test("a call that is due goes in any state, and closes it when it succeeds", async () => {
  const { breaker, ends, succeeds } = start();
  for (let time = 0; time < 3; time++) await ends("down", "watch");
  expect(breaker.state).toBe("open");
  expect(await ends("down", "watch")).toBe("down");
  expect(await succeeds("watch")).toBe("done");
  expect(breaker.state).toBe("closed");
});

function deferred() {
  let resolve: (value: string) => void = () => {};
  const promise = new Promise<string>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
