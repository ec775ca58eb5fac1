/** Envol's sector ciphers, beside the plain way and a library in JavaScript. */

import { randomBytes } from "node:crypto";
import { createGcmCipher } from "#envol/crypto/gcm.ts";
import { SEAL_BYTES, type SectorAlgorithm, type SectorBatch } from "#envol/crypto/sector-cipher.ts";
import { implementationOf, sectorKeyOf } from "#envol/crypto/sector-key.ts";
import { createXtsCipher } from "#envol/crypto/xts.ts";
import { LIMITS } from "#envol/limits.ts";
import { nobleCipher, plainCipher, type ReferenceCipher } from "./reference-ciphers.ts";
import { type Comparison, compareAll, type Suite } from "./suite.ts";

const KIB = 1024;
const BATCH_BYTES = [4 * KIB, 16 * KIB, 64 * KIB, 256 * KIB, 1024 * KIB];
const ALGORITHMS: readonly SectorAlgorithm[] = ["AES_256_XTS", "AES_256_GCM"];
const DIRECTIONS = ["encrypt", "decrypt"] as const;
const IDENTITY = Buffer.from("vol-0123456789abcdef0", "ascii");

export const suite: Suite = {
  name: "ciphers",
  question: "How fast are the sector ciphers on one thread, beside one createCipheriv for each sector?",
  run: (run) =>
    compareAll(
      ALGORITHMS.flatMap((algorithm) =>
        LIMITS.sectorSizesBytes.flatMap((sectorSizeBytes) =>
          run
            .some(BATCH_BYTES)
            .flatMap((batchBytes) =>
              DIRECTIONS.map((direction) => () => comparison(algorithm, sectorSizeBytes, batchBytes, direction)),
            ),
        ),
      ),
      run,
    ),
};

/** The ciphers, the plain way first. */
function ciphersFor(algorithm: SectorAlgorithm, sectorSizeBytes: number): [string, ReferenceCipher][] {
  const key = sectorKeyOf(algorithm, randomBytes(64), IDENTITY);
  const plain = plainCipher(algorithm, key, IDENTITY, sectorSizeBytes);
  const noble = nobleCipher(algorithm, key, IDENTITY, sectorSizeBytes);
  return [
    ["createCipheriv per sector", plain],
    ...envolCiphers(algorithm, key, sectorSizeBytes),
    ["@noble/ciphers", noble],
  ];
}

/** Both ways of a cipher where this runtime has both. */
function envolCiphers(algorithm: SectorAlgorithm, key: Buffer, sectorSizeBytes: number): [string, ReferenceCipher][] {
  const implementations = new Set([implementationOf(algorithm), "per-sector"] as const);
  return [...implementations].map((name) => [
    `envol, ${name}`,
    algorithm === "AES_256_GCM"
      ? createGcmCipher(key, IDENTITY, sectorSizeBytes, name)
      : createXtsCipher(key, sectorSizeBytes, name),
  ]);
}

function comparison(
  algorithm: SectorAlgorithm,
  sectorSizeBytes: number,
  batchBytes: number,
  direction: (typeof DIRECTIONS)[number],
): Comparison {
  const ciphers = ciphersFor(algorithm, sectorSizeBytes);
  const sectors = Float64Array.from({ length: batchBytes / sectorSizeBytes }, (_, index) => 2 ** 32 + index);
  const seals = randomBytes(algorithm === "AES_256_GCM" ? sectors.length * SEAL_BYTES : 0);
  const output = Buffer.alloc(batchBytes);
  const batch: SectorBatch = { input: randomBytes(batchBytes), output, sectors, seals };
  // What is decrypted must have been encrypted, for its tags to fit.
  if (direction === "decrypt") ciphers[0]?.[1].encrypt({ ...batch, output: batch.input });
  const contenders = ciphers.map(([name, cipher]) => ({
    name,
    run: () => cipher[direction](batch),
    prepare: () => void output.fill(0),
    output: () => Buffer.concat([output, seals]),
  }));
  return {
    task: `${algorithm} ${direction}, ${batchBytes / KIB} KiB of ${sectorSizeBytes} B sectors`,
    bytes: batchBytes,
    contenders: contenders as unknown as Comparison["contenders"],
  };
}
