/** One stored sector as it lies in the store: what whoever steals the disk would see. */

import { additionalData } from "../crypto/gcm-additional-data.ts";
import { NONCE_BYTES } from "../crypto/sector-cipher.ts";
import { EnvolError } from "../errors.ts";
import { sequenceOf, slotOf } from "../store/layout.ts";
import type { StoredSector } from "./volume.ts";
import type { VolumeLog } from "./volume-log.ts";

/** @throws INVALID_ARGUMENT, OUT_OF_RANGE, INTEGRITY_ERROR */
export function peekSector(log: VolumeLog, sector: number, sectorCount: number): StoredSector {
  if (!Number.isSafeInteger(sector) || sector < 0) {
    throw new EnvolError("INVALID_ARGUMENT", `sector: expected a whole number from 0, got ${sector}.`, {
      field: "sector",
    });
  }
  if (sector >= sectorCount) {
    throw new EnvolError("OUT_OF_RANGE", `sector: the volume has ${sectorCount} sectors, got ${sector}.`, {
      field: "sector",
    });
  }
  const { cipher, sectorSizeBytes, volumeId } = log.owner;
  const facts = { sector, sectorSizeBytes, cipher };
  const locations = new Float64Array(1);
  log.locate(sector, locations);
  const location = locations[0] as number;
  if (location === 0) return { ...facts, allocated: false };
  const slots = log.stored(location, sector, 1);
  const stored: StoredSector = {
    ...facts,
    allocated: true,
    recordSequence: sequenceOf(location),
    slot: slotOf(location),
    // A copy: the record may be borrowed, and Buffer's own slice would make a view.
    storedBytes: Uint8Array.from(slots.data),
  };
  if (cipher !== "AES_256_GCM") return stored;
  const seal = Uint8Array.from(slots.seals);
  return {
    ...stored,
    nonce: seal.subarray(0, NONCE_BYTES),
    tag: seal.subarray(NONCE_BYTES),
    additionalData: additionalData(new Uint8Array(Buffer.from(volumeId, "latin1")), sector),
  };
}
