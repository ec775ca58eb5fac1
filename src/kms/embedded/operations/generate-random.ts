import { randomFillSync } from "node:crypto";
import { allocateKey } from "../../../crypto/key-memory.ts";
import { LIMITS } from "../../../limits.ts";
import { authorize } from "../authorization.ts";
import { customKeyStoresUnsupported } from "../custom-key-stores.ts";
import { CUSTOM_KEY_STORE_ID } from "../request-fields.ts";
import { invalid } from "../validation.ts";
import { operation } from "./operation.ts";

const FIELDS = {
  numberOfBytes: { type: "integer", range: [1, LIMITS.kmsDataKeyBytesMax] },
  customKeyStoreId: CUSTOM_KEY_STORE_ID,
} as const;

export const GenerateRandom = operation(FIELDS, async (call, request) => {
  if (request.numberOfBytes === undefined) throw invalid("NumberOfBytes is required.", "numberOfBytes");
  if (request.customKeyStoreId !== undefined) {
    throw customKeyStoresUnsupported("customKeyStoreId");
  }
  authorize(call);
  return { plaintext: randomFillSync(allocateKey(request.numberOfBytes)) };
});
