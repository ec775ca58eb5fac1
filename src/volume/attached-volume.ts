/** A volume in use: its engine, its key and its gate, shared by its attachments; and the BlockDevice of each. */

import { setMaxListeners } from "node:events";
import { EnvolError } from "../errors.ts";
import type { EventBus } from "../events.ts";
import { LIMITS } from "../limits.ts";
import { type Access, type BlockDevice, checkRequest, type Deliver } from "./block-device.ts";
import type { Engine } from "./engine.ts";
import { createGate, type Gate } from "./gate.ts";
import type { LoadedKey } from "./sector-memory.ts";
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
  /** Runs a request between the gates of the attachment and of the volume, once `check` has let it pass. */
  const pass: Pass = async (own, check, run) => {
    check();
    own.enter();
    try {
      if (keyed !== undefined && key?.loaded() === undefined) await useKey();
      gate.enter();
      try {
        // As a rule the key is at hand and the work done at once, and no turn need be waited for either.
        const loaded = resuming ? undefined : key?.loaded();
        const result = run(loaded ?? (await useKey()));
        return result instanceof Promise ? await result : result;
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
      await gate.close(refusal, LIMITS.drainTimeoutMs, LIMITS.cutOffTimeoutMs);
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

type Pass = <Result>(
  own: Gate,
  check: () => void,
  run: (loaded: LoadedKey | undefined) => Result | Promise<Result>,
) => Promise<Result>;

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
  const handOver = createHandOver(engine, own, volumeGate);
  const bounds = {
    get sizeBytes() {
      return sizeBytes();
    },
    readOnly,
  };
  const check = (access: Access, offsetBytes: number, lengthBytes: number, lengthBytesMax?: number) => () =>
    checkRequest(bounds, access, offsetBytes, lengthBytes, lengthBytesMax);
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
      await pass(own, check("write", offsetBytes + done, piece.byteLength), (key) =>
        engine.write(key, offsetBytes + done, piece),
      );
    }
  };
  return {
    get sizeBytes() {
      return sizeBytes();
    },
    readOnly,
    closed: closed.signal,
    read: (offsetBytes, lengthBytes, deliver) =>
      pass(own, check("read", offsetBytes, lengthBytes), (key) => {
        const plaintext = engine.read(key, offsetBytes, lengthBytes);
        return deliver === undefined ? plaintext : plaintext.then((read) => handOver(deliver, read));
      }),
    write: (offsetBytes, data, options) =>
      pass(own, check("write", offsetBytes, data.byteLength), async (key) => {
        const written = engine.write(key, offsetBytes, data);
        if (written !== undefined) await written;
        // Within the gate: no write is acknowledged after a revocation.
        if (options?.forceUnitAccess) await engine.flush();
      }),
    flush: () => passWithoutKey(() => engine.flush()),
    discard: (offsetBytes, lengthBytes) =>
      pass(own, check("write", offsetBytes, lengthBytes, Number.POSITIVE_INFINITY), (key) =>
        engine.discard(key, offsetBytes, lengthBytes),
      ),
    async writeZeroes(offsetBytes, lengthBytes, options) {
      const checkRange = check("write", offsetBytes, lengthBytes, Number.POSITIVE_INFINITY);
      checkRange();
      if (options?.allocate) await allocateZeroes(offsetBytes, lengthBytes);
      await pass(own, checkRange, async (key) => {
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
      await own.close(detached, LIMITS.drainTimeoutMs, LIMITS.cutOffTimeoutMs);
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
 * what it still holds and says so by settling; a door that does not is abandoned by the gates.
 */
function createHandOver(engine: Engine, own: Gate, volumeGate: Gate) {
  let gates: AbortSignal[] = [];
  let cutOff = new AbortController().signal;
  /** One signal for both gates, made anew when a gate has a new one: once a revocation, not once a read. */
  const currentCutOff = () => {
    if (gates[0] === own.cutOff() && gates[1] === volumeGate.cutOff()) return cutOff;
    gates = [own.cutOff(), volumeGate.cutOff()];
    cutOff = AbortSignal.any(gates);
    // Each read under way may listen: many listeners are no leak.
    setMaxListeners(0, cutOff);
    return cutOff;
  };
  const wait = async (delivered: Promise<void>, plaintext: Buffer): Promise<Buffer> => {
    own.delivering();
    volumeGate.delivering();
    try {
      await delivered;
      engine.giveBack(plaintext);
      return DELIVERED;
    } finally {
      own.delivered();
      volumeGate.delivered();
    }
  };
  return (deliver: Deliver, plaintext: Buffer): Buffer | Promise<Buffer> => {
    const delivered = deliver(plaintext, currentCutOff());
    return delivered === undefined ? DELIVERED : wait(delivered, plaintext);
  };
}

/** What a read resolves with whose bytes were delivered. */
const DELIVERED = Buffer.alloc(0);

function reportDamage(error: unknown, volumeId: string, events: EventBus): void {
  if (!(error instanceof EnvolError) || error.code !== "INTEGRITY_ERROR") return;
  events.publish({ type: "IntegrityError", volumeId, detail: { message: error.message } });
}
