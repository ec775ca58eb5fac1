/**
 * Bytes in, bytes out: turns byte ranges into whole sectors, and the ragged ends of writes into read, modify and write.
 * It holds no key: each call is given one. What can be done at once is done when a call returns; it gives a promise for
 * the rest, so that a small request waits for no turn of the event loop.
 *
 * A large write takes its slots only when it is encrypted, together with its ragged ends, in one turn. So writes that
 * overlap have an order, no write undoes a neighbour's bytes, and a sector is always wholly old or wholly new.
 */

import type { CipherPool } from "../crypto/cipher-pool.ts";
import { pieces, sharedPieces } from "../pieces.ts";
import type { Extent } from "./block-device.ts";
import type { RecordLog } from "./record-log.ts";
import type { SectorMap, SectorRun } from "./sector-map.ts";
import type { LoadedKey } from "./sector-memory.ts";
import { createSectorReader } from "./sector-reader.ts";
import { createSectorWriter } from "./sector-writer.ts";
import type { VolumeLog } from "./volume-log.ts";

export interface Engine {
  /** The key is left out on an unencrypted volume. The bytes may be given back. @throws INTEGRITY_ERROR, KEY_REVOKED */
  read(key: LoadedKey | undefined, offsetBytes: number, lengthBytes: number): Promise<Buffer>;
  /** Takes back the memory of what was read, which nobody uses any more. */
  giveBack(plaintext: Buffer): void;
  /** @throws STORE_FULL, STORE_FAILED, INTEGRITY_ERROR (of a sector that is written in part), KEY_REVOKED */
  write(key: LoadedKey | undefined, offsetBytes: number, data: Uint8Array): void | Promise<void>;
  /** Frees the whole sectors of a range and zeroes its ends. @throws as `write` does */
  discard(key: LoadedKey | undefined, offsetBytes: number, lengthBytes: number): Promise<void>;
  /** @throws STORE_FULL, STORE_FAILED */
  flush(): Promise<void>;
  /** Runs of a range that are allocated, and that are not, up to `extentsMax`. @throws STORE_FULL, STORE_FAILED */
  allocation(offsetBytes: number, lengthBytes: number, extentsMax: number): Promise<Extent[]>;
}

export function createEngine(recordLog: RecordLog, volumeLog: VolumeLog, map: SectorMap, pool: CipherPool): Engine {
  const size = volumeLog.owner.sectorSizeBytes;
  const reader = createSectorReader(volumeLog, pool);
  const writer = createSectorWriter(recordLog, volumeLog, pool);

  /** Writes part of a sector: reads the rest of it first, in the same turn. */
  const writePart = (key: LoadedKey | undefined, offsetBytes: number, data: Uint8Array) => {
    if (data.byteLength === 0) return;
    const sector = Math.floor(offsetBytes / size);
    // What was written before in this turn is read too.
    writer.flush();
    const whole = Buffer.alloc(size);
    reader.now(key, sector, whole);
    whole.set(data, offsetBytes - sector * size);
    writer.now(key, sector, whole);
    whole.fill(0);
  };
  const writeInline = (key: LoadedKey | undefined, offsetBytes: number, data: Uint8Array): void | Promise<void> => {
    const { firstWhole, bodyFrom, bodyTo } = bodyOf(offsetBytes, data.byteLength, size);
    if (bodyFrom === 0 && bodyTo === data.byteLength) return writer.soon(key, firstWhole, data);
    writePart(key, offsetBytes, data.subarray(0, bodyFrom));
    if (bodyTo > bodyFrom) writer.now(key, firstWhole, data.subarray(bodyFrom, bodyTo));
    writePart(key, offsetBytes + bodyTo, data.subarray(bodyTo));
  };
  const writePooled = async (key: LoadedKey, offsetBytes: number, data: Uint8Array): Promise<void> => {
    const { firstWhole, bodyFrom, bodyTo } = bodyOf(offsetBytes, data.byteLength, size);
    const encrypted = await writer.pooled(key, firstWhole, data.subarray(bodyFrom, bodyTo));
    writePart(key, offsetBytes, data.subarray(0, bodyFrom));
    encrypted.append();
    writePart(key, offsetBytes + bodyTo, data.subarray(bodyTo));
  };
  const write = (key: LoadedKey | undefined, offsetBytes: number, data: Uint8Array): void | Promise<void> =>
    key !== undefined && pool.pays(key.algorithm, "encrypt", data.byteLength, data.byteLength)
      ? writePooled(key, offsetBytes, data)
      : writeInline(key, offsetBytes, data);
  return {
    read(key, offsetBytes, lengthBytes) {
      const firstSector = Math.floor(offsetBytes / size);
      const count = Math.ceil((offsetBytes + lengthBytes) / size) - firstSector;
      const whole = reader.soon(key, firstSector, count);
      if (count * size === lengthBytes) return whole;
      const from = offsetBytes - firstSector * size;
      return whole.then((sectors) => sectors.subarray(from, from + lengthBytes));
    },
    giveBack(plaintext) {
      pieces.giveBack(plaintext);
      sharedPieces.giveBack(plaintext);
    },
    write(key, offsetBytes, data) {
      if (recordLog.hasRoom) return write(key, offsetBytes, data);
      return recordLog.room().then(() => write(key, offsetBytes, data));
    },
    async discard(key, offsetBytes, lengthBytes) {
      if (!recordLog.hasRoom) await recordLog.room();
      const { firstWhole, bodyFrom, bodyTo } = bodyOf(offsetBytes, lengthBytes, size);
      writePart(key, offsetBytes, Buffer.alloc(bodyFrom));
      writePart(key, offsetBytes + bodyTo, Buffer.alloc(lengthBytes - bodyTo));
      if (bodyTo > bodyFrom)
        await volumeLog.discard({ firstSector: firstWhole, sectorCount: (bodyTo - bodyFrom) / size });
    },
    flush: () => volumeLog.flush(),
    async allocation(offsetBytes, lengthBytes, extentsMax) {
      await volumeLog.committed();
      const extents: Extent[] = [];
      const firstSector = Math.floor(offsetBytes / size);
      const end = offsetBytes + lengthBytes;
      const visit = (run: SectorRun) => {
        const from = Math.max(offsetBytes, run.firstSector * size);
        const to = Math.min(end, (run.firstSector + run.sectorCount) * size);
        extents.push({ offsetBytes: from, lengthBytes: to - from, allocated: run.mapped });
        return extents.length < extentsMax;
      };
      await map.runs(firstSector, Math.ceil(end / size) - firstSector, visit);
      return extents;
    },
  };
}

/** The whole sectors of a byte range, as offsets into the range. A range without any is all first end, or all last. */
function bodyOf(offsetBytes: number, lengthBytes: number, size: number) {
  const firstWhole = Math.ceil(offsetBytes / size);
  const bodyFrom = Math.min(lengthBytes, firstWhole * size - offsetBytes);
  const bodyTo = Math.max(bodyFrom, Math.floor((offsetBytes + lengthBytes) / size) * size - offsetBytes);
  return { firstWhole, bodyFrom, bodyTo };
}
