/** What a new grant may say: its constraints, and the operations that fit the key. */

import { LIMITS } from "../../limits.ts";
import type { EncryptionContext } from "../kms-client.ts";
import type { KeyRecord } from "./records.ts";
import { invalid } from "./validation.ts";

interface Constraints {
  readonly encryptionContextSubset?: EncryptionContext | undefined;
  readonly encryptionContextEquals?: EncryptionContext | undefined;
}

/** The operations that a grant can be for, on any key. */
const FOR_ANY_KEY = ["DescribeKey", "CreateGrant", "RetireGrant"];

/** KMS developer guide, "Grant operations": which the key's usage allows beside those. */
const BY_USAGE: Readonly<Record<string, readonly string[]>> = {
  ENCRYPT_DECRYPT: ["Encrypt", "Decrypt", "ReEncryptFrom", "ReEncryptTo"],
  SIGN_VERIFY: ["Sign", "Verify"],
  GENERATE_VERIFY_MAC: ["GenerateMac", "VerifyMac"],
  KEY_AGREEMENT: ["DeriveSharedSecret"],
};
const FOR_SYMMETRIC = [
  ...["GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "GenerateDataKeyPair"],
  "GenerateDataKeyPairWithoutPlaintext",
];

/** KMS developer guide, "Grant constraints". @throws KMS_VALIDATION */
export function requireConstraints({ encryptionContextSubset, encryptionContextEquals }: Constraints): void {
  if (encryptionContextSubset !== undefined && encryptionContextEquals !== undefined) {
    if (isFull(encryptionContextSubset) && isFull(encryptionContextEquals)) {
      throw invalid("More than one constraint supplied", "constraints");
    }
  }
  const pairsMax = LIMITS.kmsGrantConstraintPairsMax;
  const lengthMax = LIMITS.kmsGrantConstraintLengthMax;
  for (const [name, context = {}] of [
    ["EncryptionContextSubset", encryptionContextSubset],
    ["EncryptionContextEquals", encryptionContextEquals],
  ] as const) {
    const texts = Object.entries(context).flat();
    if (texts.length > 2 * pairsMax) throw invalid(`${name} has more than ${pairsMax} pairs`, "constraints");
    if (texts.join("").length > lengthMax)
      throw invalid(`${name} has more than ${lengthMax} characters`, "constraints");
  }
}

/** @throws KMS_VALIDATION */
export function requireGrantable(key: KeyRecord, operations: readonly string[], constraints: Constraints): void {
  if (operations.every((operation) => operation === "CreateGrant")) {
    throw invalid("Grants must not contain only the CreateGrant operation.", "operations");
  }
  const isSymmetric = key.keySpec === "SYMMETRIC_DEFAULT";
  const fitting = [
    ...FOR_ANY_KEY,
    ...(BY_USAGE[key.keyUsage] ?? []),
    ...(isSymmetric ? FOR_SYMMETRIC : []),
    ...(key.publicKey === undefined ? [] : ["GetPublicKey"]),
  ];
  const unfit = operations.find((operation) => !fitting.includes(operation));
  if (unfit !== undefined) {
    const message = `A grant for ${unfit} does not fit a key of spec ${key.keySpec} and usage ${key.keyUsage}.`;
    throw invalid(message, "operations");
  }
  const isConstrained = Object.values(constraints).some((context) => context !== undefined && isFull(context));
  if (isConstrained && !isSymmetric) {
    throw invalid(
      "Only grants on symmetric encryption keys can be constrained by an encryption context.",
      "constraints",
    );
  }
}

function isFull(context: EncryptionContext): boolean {
  return Object.keys(context).length > 0;
}
