import { makeDataKeyPair } from "../data-key-pairs.ts";
import { DATA_KEY_PAIR } from "../request-fields.ts";
import { operation } from "./operation.ts";

/** A new key pair whose private key nobody has seen: wrapped only. */
export const GenerateDataKeyPairWithoutPlaintext = operation(DATA_KEY_PAIR, async (call, request) => {
  const { privateKeyPlaintext, ...wrapped } = await makeDataKeyPair(call, request);
  privateKeyPlaintext.fill(0);
  return wrapped;
});
