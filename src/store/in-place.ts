/**
 * Reads large values where LMDB has mapped them, without the copy that lmdb-js makes of a whole value for each get.
 *
 * A record is never changed, and LMDB never moves the pages of a large value: while a record is in the store, it stays
 * at its address. So it is looked up once, and the view of it kept. When lmdb-js makes the map larger it maps the file again
 * beside the old map, and unmaps neither before the store is closed (mdb_env_set_mapsize in its mdb.c).
 *
 * lmdb-js exports its native functions (`nativeAddon`) but does not document them. Where they are missing, or do not
 * show what a plain get returns, nothing is read in place, and all else works as it does with it.
 */

import * as lmdb from "lmdb";
import { LMDB_PAGE_BYTES } from "./layout.ts";

/** A window is a buffer over this much of the map. Values may begin anywhere in it and end in the overlap behind it. */
const WINDOW_BYTES = 2 ** 31;
const VALUE_BYTES_MAX = 2 ** 18;
/** Smaller values may lie within a page of LMDB's tree (up to half a page, me_nodemax in mdb.c), which does move. */
const VALUE_BYTES_MIN = LMDB_PAGE_BYTES;
/** Views kept, at some 150 bytes each; beyond it LMDB is asked again. These are of 16 GiB of records. */
const VIEWS_MAX = 2 ** 16;

/** What is used of lmdb-js's native functions (src/dbi.cpp and src/misc.cpp there). */
interface NativeFunctions {
  /** A buffer over a value's own memory; its key was written to the environment's key buffer. */
  getSharedByBinary(dbAddress: number, keyBytes: number): Buffer | undefined;
  getBufferAddress(buffer: Buffer): number;
  createBufferForAddress(address: number, lengthBytes: number): Buffer;
}

/** What a Database has beside its documented members. */
interface DatabaseInternals {
  readonly dbAddress: number;
  writeKey: (key: number, target: Uint8Array, start: number) => number;
}

const windowMemory = new WeakSet<ArrayBufferLike>();

/** Whether bytes are LMDB's own, and not a copy: then what lies there does not change for as long as it is in the store. */
export function isInPlace(bytes: Uint8Array): boolean {
  return windowMemory.has(bytes.buffer);
}

export interface InPlace {
  /** A large value as a view of LMDB's own memory, good for as long as the value is in the store; mostly the same one each time. */
  get(key: number): Uint8Array | undefined;
  /** To be told of each key whose value goes, or is put. */
  forget(key: number): void;
}

export function createInPlace(db: lmdb.Database<Buffer, number>): InPlace {
  const native = (lmdb as unknown as { nativeAddon?: Partial<NativeFunctions> }).nativeAddon;
  const locate = isComplete(native) ? createLocator(db, native) : undefined;
  if (!isComplete(native) || locate === undefined) {
    return { get: () => undefined, forget() {} };
  }
  const windows = new Map<number, Buffer>();
  const views = new Map<number, Uint8Array>();
  let trust: "unproven" | "proven" | "refuted" = "unproven";

  const view = ({ windowIndex, offset, lengthBytes }: Place): Uint8Array => {
    let window = windows.get(windowIndex);
    if (window === undefined) {
      window = native.createBufferForAddress(windowIndex * WINDOW_BYTES, WINDOW_BYTES + VALUE_BYTES_MAX);
      windows.set(windowIndex, window);
      windowMemory.add(window.buffer);
    }
    return new Uint8Array(window.buffer, window.byteOffset + offset, lengthBytes);
  };
  return {
    get(key) {
      const known = views.get(key);
      if (known !== undefined) return known;
      if (trust === "refuted") return undefined;
      const place = locate(key);
      if (place === undefined) return undefined;
      const shown = view(place);
      if (trust === "unproven") {
        trust = db.getBinary(key)?.equals(shown) ? "proven" : "refuted";
        if (trust === "refuted") return undefined;
      }
      if (views.size >= VIEWS_MAX) views.clear();
      views.set(key, shown);
      return shown;
    },
    forget: (key) => void views.delete(key),
  };
}

interface Place {
  readonly windowIndex: number;
  readonly offset: number;
  readonly lengthBytes: number;
}

/** What asks LMDB where a value lies. */
function createLocator(
  db: lmdb.Database<Buffer, number>,
  native: NativeFunctions,
): ((key: number) => Place | undefined) | undefined {
  const internals = db as unknown as Partial<DatabaseInternals>;
  const { dbAddress, writeKey } = internals;
  if (typeof dbAddress !== "number" || typeof writeKey !== "function") return undefined;
  // The key buffer is shared with the native side and shows itself only to the function that writes keys into it.
  let keyBuffer: Uint8Array | undefined;
  internals.writeKey = (key, target, start) => {
    keyBuffer = target;
    return writeKey(key, target, start);
  };
  const renewReadTransaction = () => db.getBinaryFast(NO_RECORD);
  renewReadTransaction();
  internals.writeKey = writeKey;
  if (keyBuffer === undefined) return undefined;
  const target = keyBuffer;
  return (key) => {
    renewReadTransaction();
    const value = native.getSharedByBinary(dbAddress, writeKey(key, target, 0));
    if (value === undefined || value.length < VALUE_BYTES_MIN || value.length > VALUE_BYTES_MAX) return undefined;
    const address = native.getBufferAddress(value);
    const windowIndex = Math.floor(address / WINDOW_BYTES);
    return { windowIndex, offset: address - windowIndex * WINDOW_BYTES, lengthBytes: value.length };
  };
}

/** Sequence numbers begin at 1. */
const NO_RECORD = 0;

function isComplete(native: Partial<NativeFunctions> | undefined): native is NativeFunctions {
  return (
    typeof native?.getSharedByBinary === "function" &&
    typeof native.getBufferAddress === "function" &&
    typeof native.createBufferForAddress === "function"
  );
}
