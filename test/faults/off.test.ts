/** A daemon that was not started for tests. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { refusalOf, startTestDaemon, type TestDaemon } from "../requests/stock-client.ts";

let daemon: TestDaemon;
beforeEach(async () => {
  daemon = await startTestDaemon();
});
afterEach(async () => {
  await daemon[Symbol.asyncDispose]();
});

test.each(["AddFault", "ListFaults", "RemoveFault", "Reset"])(
  "%s is refused, and says how to start one",
  async (rpc) => {
    const { volume } = await daemon.client.volumes.createVolume({ sizeGib: 1 });
    const { status } = await daemon.call(rpc, { spec: { device: {}, stall: {} }, faultId: "fault-1" });
    expect(refusalOf(status)).toEqual({
      code: "FAILED_PRECONDITION",
      reason: "HARNESS_OFF",
      field: undefined,
      message: expect.stringContaining("envol serve --harness"),
    });
    expect((await daemon.client.volumes.describeVolumes({})).volumes).toEqual([volume]);
  },
);
