/** The faults in force: which of them an operation meets, and what those that fire do to it. */

import type { Clock } from "../clock.ts";
import { EnvolError, ERRORS } from "../errors.ts";
import type { EventBus } from "../events.ts";
import { type Effect, type Fault, type FaultPlan, matches, type Operation } from "./fault.ts";
import { createTrigger, type Trigger } from "./trigger.ts";

/** A fault that fires at an operation. */
export interface Firing {
  readonly faultId: string;
  readonly plan: FaultPlan;
}

export interface Faults {
  add(plan: FaultPlan): Fault;
  /** In the order in which they were added. */
  list(): Fault[];
  /** Removes a fault; what it holds up goes on. @throws FAULT_NOT_FOUND */
  remove(faultId: string): Fault;
  clear(): void;
  /**
   * The faults that fire at an operation which cannot wait, in order. The last one may be one that fails it; those added
   * after that do not meet it.
   */
  meet(operation: Operation): Firing[];
  /**
   * Has an operation meet the faults, and then runs it, unless one fails it. `ended` ends what holds it up, and what was to
   * come: the operation is then left to what it is addressed to, which refuses it.
   */
  pass<Result>(operation: Operation, run: () => Promise<Result>, ended?: AbortSignal): Promise<Result>;
}

interface Entry {
  readonly faultId: string;
  readonly plan: FaultPlan;
  readonly trigger: Trigger;
  /** What lets go of each operation that the fault holds up. */
  readonly held: Set<() => void>;
}

export interface FaultsContext {
  readonly clock: Clock;
  readonly events: EventBus;
  /** Disables a KMS key, and resolves when all that stands under it has been revoked. */
  readonly disableKey: (keyArn: string) => Promise<void>;
}

export function createFaults({ clock, events, disableKey }: FaultsContext): Faults {
  const entries = new Map<string, Entry>();
  let added = 0;

  const describe = ({ faultId, plan, trigger }: Entry): Fault => {
    return { ...plan, faultId, matched: trigger.matched, fired: trigger.fired };
  };
  const letGo = ({ held }: Entry) => {
    for (const release of [...held]) release();
  };
  const meet = (operation: Operation): Firing[] => {
    const firings: Firing[] = [];
    for (const { faultId, plan, trigger } of entries.values()) {
      if (!matches(plan, operation) || !trigger.match()) continue;
      firings.push({ faultId, plan });
      events.publish(firedFact(faultId, plan.effect, operation));
      if (plan.effect.kind === "fail") break;
    }
    return firings;
  };
  const hold = (faultId: string, delayMs: number | undefined, ended: AbortSignal | undefined) => {
    const held = entries.get(faultId)?.held as Set<() => void>;
    return new Promise<void>((resolve) => {
      const release = () => {
        cancel?.();
        held.delete(release);
        ended?.removeEventListener("abort", release);
        resolve();
      };
      const cancel = delayMs === undefined ? undefined : clock.at(clock.now() + delayMs, release);
      held.add(release);
      ended?.addEventListener("abort", release);
    });
  };
  /** What a firing does before the operation. */
  const before = async (firing: Firing, operation: Operation, ended?: AbortSignal): Promise<void> => {
    // Removed while another one held the operation up.
    if (!entries.has(firing.faultId)) return;
    const { effect } = firing.plan;
    if (effect.kind === "delay") await hold(firing.faultId, effect.delayMs, ended);
    else if (effect.kind === "stall") await hold(firing.faultId, undefined, ended);
    else if (effect.kind === "disableKey") await disableKey(operation.keyArn as string);
    else beforeAtOnce(firing, operation);
  };

  return {
    add(plan) {
      added += 1;
      const faultId = `fault-${added}`;
      const entry = { faultId, plan, trigger: createTrigger(plan), held: new Set<() => void>() };
      entries.set(faultId, entry);
      return describe(entry);
    },
    list: () => [...entries.values()].map(describe),
    remove(faultId) {
      const entry = entries.get(faultId);
      if (entry === undefined) throw faultNotFound(faultId);
      entries.delete(faultId);
      letGo(entry);
      return describe(entry);
    },
    clear() {
      const gone = [...entries.values()];
      entries.clear();
      for (const entry of gone) letGo(entry);
    },
    meet,
    async pass(operation, run, ended) {
      if (entries.size === 0) return run();
      const firings = meet(operation);
      for (const firing of firings) {
        if (ended?.aborted) return run();
        await before(firing, operation, ended);
      }
      try {
        return await run();
      } finally {
        killAfter(firings);
      }
    },
  };
}

/** What a firing does, at once, before the operation. @throws what a fault fails it with */
export function beforeAtOnce({ faultId, plan: { effect } }: Firing, operation: Operation): void {
  if (effect.kind === "fail") throw injectedError(faultId, effect.code, operation);
  if (effect.kind === "kill" && !effect.afterOperation) kill();
}

/** What firings do when the operation has ended, and nobody has been told. */
export function killAfter(firings: readonly Firing[]): void {
  if (firings.some(({ plan: { effect } }) => effect.kind === "kill" && effect.afterOperation)) kill();
}

/** As a crash would end the process: nothing is flushed, and no handler runs. */
function kill(): void {
  process.kill(process.pid, "SIGKILL");
}

function injectedError(faultId: string, code: keyof typeof ERRORS, { site, keyArn }: Operation): EnvolError {
  // A KMS names the key that it refuses.
  const subject = site === "kms" && keyArn !== undefined ? `${keyArn}: ` : "";
  return new EnvolError(code, `${subject}${ERRORS[code].meaning} (Injected by ${faultId}.)`);
}

function faultNotFound(faultId: string): EnvolError {
  return new EnvolError("FAULT_NOT_FOUND", `There is no fault "${faultId.slice(0, 64)}".`, { field: "faultId" });
}

function firedFact(faultId: string, effect: Effect, { name, volumeId, keyArn, asked }: Operation) {
  const range = asked && { offsetBytes: String(asked.offsetBytes), lengthBytes: String(asked.lengthBytes) };
  return {
    type: "FaultFired" as const,
    ...(volumeId !== undefined && { volumeId }),
    ...(keyArn !== undefined && { keyArn }),
    detail: { faultId, operation: name, effect: effect.kind, ...range },
  };
}
