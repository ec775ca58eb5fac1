/** Plays every scenario with a client, and fails where the client knows an operation without one. */

import { expect } from "vitest";
import { type DrivenClient, wire } from "./clients.ts";
import { ALWAYS_REFUSED, SCENARIOS, stageOf } from "./scenarios.ts";

/** What a client knows is known only once it runs: so this is one test, which tells of every operation that went wrong. */
export async function playAll(client: DrivenClient, endpoint: string): Promise<void> {
  const faults: string[] = [];
  const other = wire(endpoint);
  for (const operation of Object.keys(client.operations)) {
    const scenario = SCENARIOS[operation];
    const stage = stageOf(operation, client, other);
    try {
      if (scenario === undefined) throw new Error("there is no scenario");
      await scenario(stage);
      expect(stage.refused, "refusals").toBeGreaterThan(0);
      if (!ALWAYS_REFUSED.has(operation)) expect(stage.succeeded, "successes").toBeGreaterThan(0);
    } catch (error) {
      faults.push(`${operation}: ${(error as Error).message}`);
    }
  }
  expect(faults).toEqual([]);
}
