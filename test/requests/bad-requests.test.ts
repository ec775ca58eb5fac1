/** Every documented way to be refused, over every RPC, against a whole daemon: what is said, and that nothing changes. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BAD_BLOCK_REQUESTS } from "./bad-block-requests.ts";
import { BAD_HARNESS_REQUESTS } from "./bad-harness-requests.ts";
import { BAD_IO_REQUESTS, ioAnswers } from "./bad-io-requests.ts";
import { BAD_KEY_REQUESTS } from "./bad-key-requests.ts";
import { BAD_PRINCIPAL_REQUESTS } from "./bad-principal-requests.ts";
import { BAD_VOLUME_REQUESTS } from "./bad-volume-requests.ts";
import { CONDITIONS, conditionOf } from "./contract.ts";
import { METHODS, refusalOf } from "./stock-client.ts";
import { createWorld, type World } from "./world.ts";

const BAD_REQUESTS = [
  ...BAD_VOLUME_REQUESTS,
  ...BAD_BLOCK_REQUESTS,
  ...BAD_KEY_REQUESTS,
  ...BAD_HARNESS_REQUESTS,
  ...BAD_PRINCIPAL_REQUESTS,
];

/** Conditions that no single request to a healthy daemon meets: where they are tested, or why they are not. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "Another operation on it is under way": "volumes.test.ts: it takes two requests at a time",
  "The volume was detached meanwhile": "volumes.test.ts: so does this",
  "Revoked or detached before the data was ready": "test/grpc: it takes a revocation in the midst of a read",
  "The daemon stops": "test/grpc/events.test.ts",
  "The daemon stops, or is being reset": "test/trail/daemon.test.ts",
  "10,000 events wait for the client": "test/grpc/events.test.ts",
  "A stored sector fails its check (GCM)": "test/volume/integrity.test.ts: it takes a damaged store",
  "A sector written in part fails its check (GCM)": "test/volume/integrity.test.ts",
  "The daemon is full": "takes 100,000 volumes",
  "The account has 100,000 keys": "takes just these",
  "The disk has no room": "takes a full disk",
  "The KMS does not answer": "the embedded KMS always does",
  "The key is not a symmetric encryption key": "the embedded KMS has no others",
  "The key has 50,000 grants": "takes just these",
  "import_token is older than 24 hours": "test/kms/imported-material.test.ts: it takes a day",
  "The key policy says no": "test/grpc/principals.test.ts: it takes a caller with fewer rights",
  "The key policy does not let the caller": "test/volume/callers.test.ts: so does this",
  "The caller is not the account root": "test/grpc/principals.test.ts",
  "The caller's policies say no": "test/aws/cloudtrail.test.ts: it takes a caller with fewer rights",
  "The call is not signed, and must be": "test/grpc/credentials.test.ts",
  "The access key is not known, and must be": "test/grpc/credentials.test.ts",
  "The signature lacks a part, or one is malformed": "test/grpc/credentials.test.ts",
  "The signature is of something else or another time": "test/grpc/credentials.test.ts",
  "There are 10,000 principals": "takes just these",
  "Either key policy says no": "the same",
  "The daemon was not started for tests": "test/faults/off.test.ts: the daemon here was",
};

let world: World;
/** What was seen last, so that a request which did change something fails its own row only. */
let seen: unknown;
beforeAll(async () => {
  world = await createWorld();
  seen = await world.observe();
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

async function expectNoChange(): Promise<void> {
  const before = seen;
  seen = await world.observe();
  expect(seen).toEqual(before);
}

describe("refused, and nothing changed:", () => {
  test.each(BAD_REQUESTS)("%s: %s (%s: %s)", async (rpc, condition, field, says, messages) => {
    const { reason, code } = conditionOf(rpc, condition);
    const { status } = await world.call(rpc, ...[messages(world)].flat());
    await expectNoChange();
    expect(refusalOf(status)).toEqual({ code, reason, field, message: expect.stringContaining(says) });
  });

  test.each(BAD_IO_REQUESTS)("Io answer: %s (%s: %s)", async (condition, field, says, request, device) => {
    const { reason, code } = conditionOf("Io answer", condition);
    const { bad, good } = await ioAnswers(world, request, device(world));
    await expectNoChange();
    expect(bad).toEqual({ code, reason, field: field ?? "", message: expect.stringContaining(says) });
    expect(good).toEqual({ error: null });
  });
});

test("every condition of the contract has a row here, or is tested elsewhere", () => {
  const rows = new Set([
    ...BAD_REQUESTS.map(([rpc, condition]) => `${rpc}: ${condition}`),
    ...BAD_IO_REQUESTS.map(([condition]) => `Io answer: ${condition}`),
  ]);
  const missing = CONDITIONS.filter(({ rpc, text }) => !rows.has(`${rpc}: ${text}`) && !(text in ELSEWHERE));
  expect(missing).toEqual([]);
  expect(new Set(CONDITIONS.map(({ rpc }) => rpc))).toEqual(new Set([...Object.keys(METHODS), "Io answer"]));
});
