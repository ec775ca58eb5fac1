/**
 * What AWS KMS costs, in US dollars, in us-east-1: "AWS Key Management Service Pricing" (aws.amazon.com/kms/pricing). Most
 * Regions have the same prices.
 */

import type { CallRecord } from "../kms/embedded/call.ts";
import type { OperationName } from "../kms/embedded/operation-names.ts";

/** Kinds of requests that have a price of their own. */
export type PriceClass = "request" | "rsa2048" | "asymmetric" | "dataKeyPairEcc" | "dataKeyPairRsa";

export interface Price {
  readonly description: string;
  readonly per10000Usd: number;
}

export const PRICES: Readonly<Record<PriceClass, Price>> = {
  request: { description: "requests, of whatever kind is not below", per10000Usd: 0.03 },
  rsa2048: { description: "requests that involve RSA 2048 keys", per10000Usd: 0.03 },
  asymmetric: { description: "requests that involve other asymmetric keys", per10000Usd: 0.15 },
  dataKeyPairEcc: { description: "elliptic-curve data key pairs", per10000Usd: 0.1 },
  dataKeyPairRsa: { description: "RSA data key pairs", per10000Usd: 12 },
};

export const PRICE_CLASSES = Object.keys(PRICES) as PriceClass[];

/** A customer managed key for a month, in proportion to its hours. AWS managed keys cost nothing. */
export const KEY_MONTH_USD = 1;
/** Rotations that cost as much as a key again. "Any rotations after your second rotation are not billed." */
export const BILLED_ROTATIONS_MAX = 2;
/** Requests in a month, in all Regions together; asymmetric keys and data key pairs are not among them. */
export const FREE_REQUESTS_PER_MONTH = 20_000;

/** The operations that cost more with an asymmetric key. */
const BY_KEY_SPEC: ReadonlySet<OperationName> = new Set([
  ...(["Encrypt", "Decrypt", "ReEncrypt", "Sign", "Verify", "GetPublicKey", "DeriveSharedSecret"] as const),
]);

/** @param keySpecOf gives the spec of a key by its ARN; it is asked only where the request does not tell */
export function priceClassOf(call: CallRecord, keySpecOf: (keyArn: string) => string | undefined): PriceClass {
  const { operation, request, keyArns } = call;
  if (operation === "GenerateDataKeyPair" || operation === "GenerateDataKeyPairWithoutPlaintext") {
    return String(request["keyPairSpec"]).startsWith("RSA") ? "dataKeyPairRsa" : "dataKeyPairEcc";
  }
  if (!BY_KEY_SPEC.has(operation) || isSymmetric(call)) return "request";
  const specs = keyArns.map(keySpecOf).filter((spec) => spec !== undefined && spec !== "SYMMETRIC_DEFAULT");
  if (specs.length === 0) return "request";
  return specs.every((spec) => spec === "RSA_2048") ? "rsa2048" : "asymmetric";
}

/** Whether the request names no algorithm but the symmetric one, which is the default. */
function isSymmetric({ operation, request }: CallRecord): boolean {
  const names =
    operation === "ReEncrypt"
      ? ["sourceEncryptionAlgorithm", "destinationEncryptionAlgorithm"]
      : operation === "Encrypt" || operation === "Decrypt"
        ? ["encryptionAlgorithm"]
        : [];
  return names.length > 0 && names.every((name) => (request[name] ?? "SYMMETRIC_DEFAULT") === "SYMMETRIC_DEFAULT");
}
