/** The keys in use, each watched once, and who is told what becomes of them. What nobody uses is not asked about. */

import type { EnvolError } from "../../errors.ts";
import type { EventBus } from "../../events.ts";
import { isUsable, KEY_STATES } from "../embedded/key-states.ts";
import type { KeyState } from "../key-state.ts";
import type { KeyUsability, KeyUsabilityListener } from "../kms-client.ts";
import { type WatchedKey, type WatchedKeyOptions, watchKey } from "./watched-key.ts";

export interface KeyWatchOptions extends Omit<WatchedKeyOptions, "random"> {
  readonly events: EventBus;
  /** Told of a listener that failed. */
  readonly onFailure: (error: unknown) => void;
  readonly random?: () => number;
}

export interface KeyWatch {
  onKeyUsability(listener: KeyUsabilityListener): () => void;
  useKey(keyArn: string): () => void;
  /** A call under a key was refused. */
  refused(keyArn: string, error: EnvolError): void;
  close(): void;
}

interface Use {
  readonly key: WatchedKey;
  readonly teller: Teller;
  users: number;
}

interface Teller {
  tell(keyState: string): void;
  /** Has what is heard next told in any case: somebody has come who was not told. */
  again(): void;
}

export function createKeyWatch({ events, onFailure, random = Math.random, ...options }: KeyWatchOptions): KeyWatch {
  const listeners = new Set<KeyUsabilityListener>();
  const uses = new Map<string, Use>();

  const tellListeners = async (change: KeyUsability): Promise<void> => {
    // The async function turns a listener that throws into one that rejects, so that all of them are called.
    const results = await Promise.allSettled([...listeners].map(async (listen) => listen(change)));
    for (const result of results) if (result.status === "rejected") onFailure(result.reason);
  };
  /** Tells of each change of one key, one after the other. */
  const createTeller = (keyArn: string): Teller => {
    // A volume is not attached but under a key that is enabled.
    let published = "Enabled";
    let last: string | undefined;
    let told = Promise.resolve();
    return {
      tell(keyState) {
        if (keyState === last) return;
        last = keyState;
        const isKeyState = Object.hasOwn(KEY_STATES.Decrypt, keyState);
        if (isKeyState && keyState !== published) {
          events.publish({ type: "KeyStateChanged", keyArn, state: keyState });
          published = keyState;
        }
        const usable = isKeyState && isUsable(keyState as KeyState);
        told = told.then(() => tellListeners({ keyArn, keyState, usable }));
      },
      again() {
        last = undefined;
      },
    };
  };
  const begin = (keyArn: string): Use => {
    const teller = createTeller(keyArn);
    const use = { key: watchKey(keyArn, { ...options, random }, teller.tell), teller, users: 0 };
    uses.set(keyArn, use);
    return use;
  };
  const end = (keyArn: string, use: Use) => {
    use.users = 0;
    use.key.stop();
    uses.delete(keyArn);
  };
  return {
    onKeyUsability(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    useKey(keyArn) {
      if (listeners.size === 0) return () => {};
      const use = uses.get(keyArn) ?? begin(keyArn);
      use.users += 1;
      use.teller.again();
      let using = true;
      return () => {
        if (!using || use.users === 0) return;
        using = false;
        use.users -= 1;
        if (use.users === 0) end(keyArn, use);
      };
    },
    refused: (keyArn, error) => uses.get(keyArn)?.key.refused(error),
    close() {
      for (const [keyArn, use] of uses) end(keyArn, use);
    },
  };
}
