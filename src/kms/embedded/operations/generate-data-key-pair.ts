import { makeDataKeyPair } from "../data-key-pairs.ts";
import { DATA_KEY_PAIR } from "../request-fields.ts";
import { operation } from "./operation.ts";

/** A new key pair, its private key in plaintext (DER-encoded PKCS #8) and wrapped. The plaintext is the caller's to zero. */
export const GenerateDataKeyPair = operation(DATA_KEY_PAIR, makeDataKeyPair);
