/** A volume in use: its engine, its key and its gate, shared by its attachments; and the BlockDevice of each. */

import { setMaxListeners } from "node:events";
import { EnvolError } from "../errors.ts";
import type { EventBus } from "../events.ts";
import { LIMITS } from "../limits.ts";
import { type BlockDevice, checkRequest, type Deliver } from "./block-device.ts";
import type { Engine } from "./engine.ts";
import { createGate, type Gate } from "./gate.ts";
import type { LoadedKey } from "./sector-io.ts";
import { keyRevoked, type VolumeKey, type VolumeKeyOwner } from "./volume-key.ts";

export interface AttachedVolume {
  readonly volumeId: string;
  readonly kmsKeyArn: string | undefined;
  readonly ioRevoked: boolean;
  /** Present on an encrypted volume. */
  readonly key: VolumeKey | undefined;
  readonly engine: Engine;
  /** Refuses I/O, saying why, waits for what is under way, and erases the key. */
  revoke(why: string): Promise<void>;
  /** Allows I/O again: the next request unwraps the data key by itself. */
  resume(): void;
  /** A device of one attachment. After `close`, it refuses everything with VOLUME_NOT_ATTACHED. */
  device(attachment: { readOnly: boolean }, sizeBytes: () => number): AttachedDevice;
}

export interface AttachedDevice extends BlockDevice {
  /** Refuses new requests, waits for those under way, and flushes, unless what was written is to be dropped. */
  close(options?: { flush: boolean }): Promise<void>;
}

export function createAttachedVolume(
  volumeId: string,
  engine: Engine,
  keyed: { owner: VolumeKeyOwner; key: VolumeKey } | undefined,
  events: EventBus,
): AttachedVolume {
  const gate = createGate();
  const key = keyed?.key;
  const kmsKeyArn = keyed?.owner.kmsKeyArn;
  let resuming = false;

  /** The key for a request: at hand as a rule, else unwrapped now. */
  const useKey = async (): Promise<LoadedKey | undefined> => {
    if (key === undefined) return undefined;
    const loaded = await key.load();
    if (resuming) {
      resuming = false;
      events.publish({ type: "IoResumed", volumeId, ...(kmsKeyArn && { keyArn: kmsKeyArn }) });
    }
    return loaded;
  };
  /** Runs a request between the gates of the attachment and of the volume. */
  const pass = async <Result>(own: Gate, run: (loaded: LoadedKey | undefined) => Promise<Result>): Promise<Result> => {
    own.enter();
    try {
      if (keyed !== undefined && key?.loaded === undefined) await useKey();
      gate.enter();
      try {
        // As a rule the key is at hand, and no turn need be waited for it.
        const loaded = resuming ? undefined : key?.loaded;
        return await run(loaded ?? (await useKey()));
      } finally {
        gate.leave();
      }
    } catch (error) {
      reportDamage(error, volumeId, events);
      throw error;
    } finally {
      own.leave();
    }
  };

  return {
    volumeId,
    kmsKeyArn,
    key,
    engine,
    get ioRevoked() {
      return key?.revoked ?? false;
    },
    async revoke(why) {
      if (keyed === undefined || key === undefined) return;
      const startMs = performance.now();
      const refusal = () => keyRevoked(keyed.owner, why);
      await gate.close(refusal, LIMITS.drainTimeoutMs);
      key.revoke(why);
      const drainedMs = (performance.now() - startMs).toFixed(3);
      events.publish({ type: "IoRevoked", volumeId, keyArn: keyed.owner.kmsKeyArn, detail: { drainedMs } });
    },
    resume() {
      if (key === undefined || !key.revoked) return;
      resuming = true;
      key.allow();
      gate.open();
    },
    device: (attachment, sizeBytes) => createDevice(volumeId, engine, attachment.readOnly, sizeBytes, pass, gate),
  };
}

type Pass = <Result>(own: Gate, run: (loaded: LoadedKey | undefined) => Promise<Result>) => Promise<Result>;

function createDevice(
  volumeId: string,
  engine: Engine,
  readOnly: boolean,
  sizeBytes: () => number,
  pass: Pass,
  volumeGate: Gate,
): AttachedDevice {
  const own = createGate();
  const closed = new AbortController();
  // Each connection of a front door listens.
  setMaxListeners(0, closed.signal);
  const handOver = createHandOver(own, volumeGate);
  const bounds = {
    get sizeBytes() {
      return sizeBytes();
    },
    readOnly,
  };
  /** Runs what needs no key: what was acknowledged before a revocation may still be made safe after it. */
  const passWithoutKey = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    own.enter();
    try {
      return await run();
    } finally {
      own.leave();
    }
  };
  /** Zeroes that take space: each piece passes by itself, so that a long run of them holds up no revocation. */
  const allocateZeroes = async (offsetBytes: number, lengthBytes: number) => {
    const zeroes = Buffer.alloc(Math.min(lengthBytes, LIMITS.streamChunkBytes));
    for (let done = 0; done < lengthBytes; done += zeroes.byteLength) {
      const piece = zeroes.subarray(0, Math.min(zeroes.byteLength, lengthBytes - done));
      await pass(own, (key) => engine.write(key, offsetBytes + done, piece));
    }
  };
  return {
    get sizeBytes() {
      return sizeBytes();
    },
    readOnly,
    closed: closed.signal,
    async read(offsetBytes, lengthBytes, deliver) {
      checkRequest(bounds, "read", offsetBytes, lengthBytes);
      return pass(own, async (key) => {
        const plaintext = await engine.read(key, offsetBytes, lengthBytes);
        if (deliver !== undefined) await handOver(deliver, plaintext);
        return plaintext;
      });
    },
    async write(offsetBytes, data, options) {
      checkRequest(bounds, "write", offsetBytes, data.byteLength);
      await pass(own, async (key) => {
        await engine.write(key, offsetBytes, data);
        // Within the gate: no write is acknowledged after a revocation.
        if (options?.forceUnitAccess) await engine.flush();
      });
    },
    flush: () => passWithoutKey(() => engine.flush()),
    async discard(offsetBytes, lengthBytes) {
      checkRequest(bounds, "write", offsetBytes, lengthBytes, Number.POSITIVE_INFINITY);
      await pass(own, (key) => engine.discard(key, offsetBytes, lengthBytes));
    },
    async writeZeroes(offsetBytes, lengthBytes, options) {
      checkRequest(bounds, "write", offsetBytes, lengthBytes, Number.POSITIVE_INFINITY);
      if (options?.allocate) await allocateZeroes(offsetBytes, lengthBytes);
      await pass(own, async (key) => {
        if (!options?.allocate) await engine.discard(key, offsetBytes, lengthBytes);
        if (options?.forceUnitAccess) await engine.flush();
      });
    },
    async allocation(offsetBytes, lengthBytes, extentsMax = LIMITS.extentsPerAnswerMax) {
      checkRequest(bounds, "query", offsetBytes, lengthBytes, Number.POSITIVE_INFINITY);
      return passWithoutKey(() => engine.allocation(offsetBytes, lengthBytes, extentsMax));
    },
    async close({ flush } = { flush: true }) {
      const detached = () => new EnvolError("VOLUME_NOT_ATTACHED", `Volume ${volumeId} is no longer attached here.`);
      await own.close(detached, LIMITS.drainTimeoutMs);
      try {
        if (flush) await engine.flush();
      } catch (error) {
        // What could not be made safe must not be let go: the attachment stays.
        own.open();
        throw error;
      }
      closed.abort();
    },
  };
}

/**
 * What hands plaintext to a front door, and waits until that is done with it. When either gate cuts it off, the door drops
 * what it still holds and says so by settling; a door that does not is waited for no longer than LIMITS.cutOffTimeoutMs.
 */
function createHandOver(own: Gate, volumeGate: Gate) {
  const waiting = new Set<() => void>();
  let gates: AbortSignal[] = [];
  let cutOff = new AbortController().signal;
  /** One signal for both gates, made anew when a gate has a new one: once a revocation, not once a read. */
  const currentCutOff = () => {
    if (gates[0] === own.cutOff && gates[1] === volumeGate.cutOff) return cutOff;
    gates = [own.cutOff, volumeGate.cutOff];
    cutOff = AbortSignal.any(gates);
    // Each read under way may listen: many listeners are no leak.
    setMaxListeners(0, cutOff);
    cutOff.addEventListener("abort", () => {
      const late = [...waiting];
      setTimeout(() => {
        for (const resolve of late) resolve();
      }, LIMITS.cutOffTimeoutMs);
    });
    return cutOff;
  };
  return async (deliver: Deliver, plaintext: Buffer): Promise<void> => {
    const delivered = deliver(plaintext, currentCutOff());
    if (delivered === undefined) return;
    let release = () => {};
    try {
      await new Promise<void>((resolve, reject) => {
        release = resolve;
        waiting.add(release);
        delivered.then(resolve, reject);
      });
    } finally {
      waiting.delete(release);
    }
  };
}

function reportDamage(error: unknown, volumeId: string, events: EventBus): void {
  if (!(error instanceof EnvolError) || error.code !== "INTEGRITY_ERROR") return;
  events.publish({ type: "IntegrityError", volumeId, detail: { message: error.message } });
}
