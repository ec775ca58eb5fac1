import { expect, test } from "vitest";
import { manualClock } from "#envol/clock.ts";
import { withDeadline } from "#envol/kms/aws/deadline.ts";
import { until } from "./fixture.ts";

function start() {
  const clock = manualClock();
  const closing = new AbortController();
  const discarded: string[] = [];
  let answer: (result: string) => void = () => {};
  let given: AbortSignal | undefined;
  const options = {
    clock,
    timeoutMs: 1000,
    closed: closing.signal,
    refusal: () => new Error("refused"),
    discard: (late: string) => void discarded.push(late),
  };
  const call = (signal: AbortSignal) => {
    given = signal;
    return new Promise<string>((resolve) => {
      answer = resolve;
    });
  };
  const result = withDeadline(options, call).catch((error: Error) => error.message);
  return { clock, closing, discarded, result, answer: (text: string) => answer(text), signal: () => given };
}

test("an answer in time is given, and nothing is discarded or aborted, then or later", async () => {
  const { clock, closing, discarded, result, answer, signal } = start();
  clock.advance(999);
  answer("in time");
  expect(await result).toBe("in time");
  clock.advance(1);
  closing.abort();
  expect([signal()?.aborted, discarded]).toEqual([false, []]);
});

test.each(["the time", "the closing"])(
  "%s ends a call that does not heed its signal, and a late answer is discarded",
  async (end) => {
    const { clock, closing, discarded, result, answer, signal } = start();
    if (end === "the time") clock.advance(1000);
    else closing.abort();
    expect(await result).toBe("refused");
    expect(signal()?.aborted).toBe(true);
    answer("a secret");
    await until(() => discarded.length > 0);
    expect(discarded).toEqual(["a secret"]);
  },
);
