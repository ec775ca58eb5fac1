/** EventService.Watch. */

import { connect as connectSocket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EventWatch } from "#envol/client/event-client.ts";
import type { EventFact } from "#envol/events.ts";
import { LIMITS } from "#envol/limits.ts";
import { EVENT_SERVICE } from "#envol/serve/grpc/load-protos.ts";
import { MIB, openDoor, type TestDoor, VOLUME_ID } from "./fakes.ts";
import { rawCall } from "./raw-client.ts";

const KEY_ARN = "arn:aws:kms:us-east-1:000000000000:key/k1";

let t: TestDoor;
beforeEach(async () => {
  t = await openDoor();
});
afterEach(() => t[Symbol.asyncDispose]());

async function take(watch: EventWatch, count: number) {
  const events = [];
  for await (const event of watch) if (events.push(event) === count) break;
  return events;
}

function publish(...facts: EventFact[]): void {
  for (const fact of facts) t.events.publish(fact);
}

test("a watch gets every event from the moment it is subscribed, with all its fields", async () => {
  publish({ type: "VolumeModified" });
  const watch = t.client.events.watch();
  await watch.subscribed;
  publish({ type: "VolumeStateChanged", volumeId: VOLUME_ID, attachmentId: "a", state: "in-use", detail: { x: "1" } });
  publish({ type: "KeyStateChanged", keyArn: KEY_ARN, state: "Disabled" });
  expect(await take(watch, 2)).toEqual([
    {
      sequence: 2,
      timeMs: 1_700_000_000_000,
      type: "VolumeStateChanged",
      volumeId: VOLUME_ID,
      attachmentId: "a",
      keyArn: "",
      state: "in-use",
      detail: { x: "1" },
    },
    expect.objectContaining({ sequence: 3, keyArn: KEY_ARN, state: "Disabled", volumeId: "" }),
  ]);
});

describe("filters", () => {
  const facts: EventFact[] = [
    { type: "IoRevoked", volumeId: VOLUME_ID, keyArn: KEY_ARN },
    { type: "IoResumed", volumeId: VOLUME_ID },
    { type: "IoRevoked", volumeId: "vol-other", keyArn: `${KEY_ARN}1` },
    { type: "VolumeModified" },
  ];
  test.each([
    ["types", { types: ["IoRevoked", "IoResumed"] }, [1, 2, 3]],
    ["a volume", { volumeId: VOLUME_ID }, [1, 2]],
    ["a key's ARN", { keyId: KEY_ARN }, [1]],
    ["a key's id", { keyId: "k1" }, [1]],
    ["all of them", { types: ["IoResumed"], volumeId: VOLUME_ID }, [2]],
  ])("by %s", async (_name, filter, expected) => {
    publish(...facts);
    const watch = t.client.events.watch({ ...filter, afterSequence: 0 });
    expect((await take(watch, expected.length)).map(({ sequence }) => sequence)).toEqual(expected);
  });

  test("an unknown type is refused, to the subscription and to the iteration", async () => {
    const watch = t.client.events.watch({ types: ["IoRevokd"] });
    await expect(watch.subscribed).rejects.toMatchObject({ code: "INVALID_ARGUMENT", field: "types" });
    await expect(take(watch, 1)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  });
});

describe("replay", () => {
  test("begins after the sequence number given, and goes on with new events", async () => {
    publish({ type: "IoRevoked" }, { type: "IoResumed" }, { type: "VolumeModified" });
    const watch = t.client.events.watch({ afterSequence: 1 });
    await watch.subscribed;
    publish({ type: "AliasChanged" });
    expect((await take(watch, 3)).map(({ sequence }) => sequence)).toEqual([2, 3, 4]);
  });

  test("of all that the daemon keeps fits a watcher's queue", async () => {
    for (let count = 0; count < LIMITS.eventsKeptMax; count += 1) publish({ type: "IoRevoked" });
    const events = await take(t.client.events.watch({ afterSequence: 0 }), LIMITS.eventsKeptMax);
    expect(events.at(-1)?.sequence).toBe(LIMITS.eventsKeptMax);
  });
});

describe("the end of a watch", () => {
  test("comes when the iteration is left, and the daemon forgets the watcher", async () => {
    const watch = t.client.events.watch({ afterSequence: 0 });
    publish({ type: "IoRevoked" });
    await take(watch, 1);
    expect(t.logged).toEqual([]);
  });

  test("is an error when the client cancels, or aborts", async () => {
    const watch = t.client.events.watch();
    await watch.subscribed;
    watch.cancel();
    await expect(take(watch, 1)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const controller = new AbortController();
    const aborted = t.client.events.watch({}, { signal: controller.signal });
    await aborted.subscribed;
    controller.abort(new Error("enough"));
    await expect(take(aborted, 1)).rejects.toThrow("enough");
  });

  test("is WATCH_TOO_SLOW for a watcher that takes nothing, and others go on", async () => {
    const { path, requestSerialize } = EVENT_SERVICE.Watch;
    const slow = rawCall(connectSocket(t.socketPath), path, requestSerialize({}), 0);
    await slow.headers;
    const quick = t.client.events.watch();
    await quick.subscribed;
    // One event is with the transport, and the queue holds as many as are kept: one more is too many.
    for (let count = 0; count < LIMITS.eventsKeptMax + 2; count += 1) {
      publish({ type: "IoRevoked" });
      // The quick watcher needs a turn now and then.
      if (count % 1000 === 0) await slow.roundTrip();
    }
    slow.openWindow(MIB);
    await slow.closed;
    expect(slow.trailers()).toMatchObject({ "grpc-status": "8", "envol-reason": "WATCH_TOO_SLOW" });
    expect(String(slow.trailers()?.["grpc-message"])).toContain("after_sequence");
    slow.session.destroy();
    const events = await take(quick, LIMITS.eventsKeptMax + 2);
    expect(events.at(-1)?.sequence).toBe(LIMITS.eventsKeptMax + 2);
  });
});
