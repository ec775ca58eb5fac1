/** Envol's sector ciphers beside the plain way: one createCipheriv for each sector. */

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import {
  NONCE_BYTES,
  SEAL_BYTES,
  type SectorAlgorithm,
  type SectorBatch,
  TAG_BYTES,
} from "#envol/crypto/sector-cipher.ts";
import { createSectorCipher, sectorKeyOf } from "#envol/crypto/sector-key.ts";
import { xtsImplementation } from "#envol/crypto/xts.ts";
import { LIMITS } from "#envol/limits.ts";
import { type Comparison, compare, type Row, type Suite } from "./suite.ts";

const KIB = 1024;
const BATCH_BYTES = [4 * KIB, 16 * KIB, 64 * KIB, 1024 * KIB];
const ALGORITHMS: readonly SectorAlgorithm[] = ["AES_256_XTS", "AES_256_GCM"];
const IDENTITY = Buffer.from("vol-0123456789abcdef0", "ascii");

export const suite: Suite = {
  name: "ciphers",
  async run(progress) {
    const rows: Row[] = [];
    for (const algorithm of ALGORITHMS) {
      for (const sectorSizeBytes of LIMITS.sectorSizesBytes) {
        for (const batchBytes of BATCH_BYTES) {
          for (const comparison of comparisons(algorithm, sectorSizeBytes, batchBytes)) {
            rows.push(...(await compare(comparison, progress)));
          }
        }
      }
    }
    return rows;
  },
};

/** Encrypting, and decrypting what that gave. */
function comparisons(algorithm: SectorAlgorithm, sectorSizeBytes: number, batchBytes: number): Comparison[] {
  const key = sectorKeyOf(algorithm, randomBytes(64), IDENTITY);
  const cipher = createSectorCipher(algorithm, key, IDENTITY, sectorSizeBytes);
  const raw = algorithm === "AES_256_XTS" ? rawXts(key, sectorSizeBytes) : rawGcm(key, sectorSizeBytes);
  const sectors = Float64Array.from({ length: batchBytes / sectorSizeBytes }, (_, index) => 2 ** 32 + index);
  const seals = randomBytes(algorithm === "AES_256_GCM" ? sectors.length * SEAL_BYTES : 0);
  const output = Buffer.alloc(batchBytes);
  const plain: SectorBatch = { input: randomBytes(batchBytes), output, sectors, seals };
  const encrypted: SectorBatch = { ...plain, input: Buffer.alloc(batchBytes) };
  cipher.encrypt({ ...plain, output: encrypted.input });
  const envol = algorithm === "AES_256_XTS" ? `envol, ${xtsImplementation()}` : "envol";
  const size = `${batchBytes / KIB} KiB of ${sectorSizeBytes} B sectors`;
  return [
    {
      task: `${algorithm} encrypt, ${size}`,
      bytes: batchBytes,
      contenders: [
        {
          name: "createCipheriv per sector",
          run: () => raw.encrypt(plain),
          output: () => Buffer.concat([output, seals]),
        },
        { name: envol, run: () => cipher.encrypt(plain), output: () => Buffer.concat([output, seals]) },
      ],
    },
    {
      task: `${algorithm} decrypt, ${size}`,
      bytes: batchBytes,
      contenders: [
        { name: "createCipheriv per sector", run: () => raw.decrypt(encrypted), output: () => output },
        { name: envol, run: () => cipher.decrypt(encrypted), output: () => output },
      ],
    },
  ];
}

interface RawCipher {
  encrypt(batch: SectorBatch): void;
  decrypt(batch: SectorBatch): void;
}

function rawXts(key: Buffer, sectorSizeBytes: number): RawCipher {
  const tweak = Buffer.alloc(16);
  function each(
    create: typeof createCipheriv | typeof createDecipheriv,
    { input, output, sectors }: SectorBatch,
  ): void {
    sectors.forEach((sector, index) => {
      tweak.writeBigUInt64LE(BigInt(sector));
      const start = index * sectorSizeBytes;
      const cipher = create("aes-256-xts", key, tweak);
      output.set(cipher.update(input.subarray(start, start + sectorSizeBytes)), start);
      cipher.final();
    });
  }
  return { encrypt: (batch) => each(createCipheriv, batch), decrypt: (batch) => each(createDecipheriv, batch) };
}

function rawGcm(key: Buffer, sectorSizeBytes: number): RawCipher {
  const additionalData = Buffer.concat([IDENTITY, Buffer.alloc(8)]);
  const options = { authTagLength: TAG_BYTES };
  return {
    encrypt: ({ input, output, sectors, seals }) =>
      sectors.forEach((sector, index) => {
        const [start, at] = [index * sectorSizeBytes, index * SEAL_BYTES];
        additionalData.writeBigUInt64BE(BigInt(sector), IDENTITY.length);
        const cipher = createCipheriv("aes-256-gcm", key, seals.subarray(at, at + NONCE_BYTES), options);
        cipher.setAAD(additionalData);
        output.set(cipher.update(input.subarray(start, start + sectorSizeBytes)), start);
        cipher.final();
        seals.set(cipher.getAuthTag(), at + NONCE_BYTES);
      }),
    decrypt: ({ input, output, sectors, seals }) =>
      sectors.forEach((sector, index) => {
        const [start, at] = [index * sectorSizeBytes, index * SEAL_BYTES];
        additionalData.writeBigUInt64BE(BigInt(sector), IDENTITY.length);
        const cipher = createDecipheriv("aes-256-gcm", key, seals.subarray(at, at + NONCE_BYTES), options);
        cipher.setAAD(additionalData);
        cipher.setAuthTag(seals.subarray(at + NONCE_BYTES, at + SEAL_BYTES));
        output.set(cipher.update(input.subarray(start, start + sectorSizeBytes)), start);
        cipher.final();
      }),
  };
}
