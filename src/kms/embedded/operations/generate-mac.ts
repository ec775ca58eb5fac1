import { requireNoDryRun } from "../authorization.ts";
import { noteUse } from "../key-use.ts";
import { keyArnOf } from "../kms.ts";
import { computeMac } from "../mac.ts";
import { MAC_ALGORITHM, MESSAGE, REQUIRED_KEY_ID, USE } from "../request-fields.ts";
import { operation } from "./operation.ts";

const FIELDS = { message: MESSAGE, keyId: REQUIRED_KEY_ID, macAlgorithm: MAC_ALGORITHM, ...USE } as const;

export const GenerateMac = operation(FIELDS, async (call, request) => {
  const { key, mac } = await computeMac(call, request);
  requireNoDryRun(call);
  noteUse(call, call.kms, key.keyId);
  return { mac, macAlgorithm: request.macAlgorithm, keyId: keyArnOf(call.kms, key.keyId) };
});
