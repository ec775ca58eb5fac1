import { requireKey } from "../authorization.ts";
import { resolveKeyOrAlias } from "../key-identifier.ts";
import { keyMetadata } from "../key-metadata.ts";
import { GRANT_TOKENS, REQUIRED_KEY_ID } from "../request-fields.ts";
import { operation } from "./operation.ts";

export const DescribeKey = operation({ keyId: REQUIRED_KEY_ID, grantTokens: GRANT_TOKENS }, async (call, request) => {
  const keyId = await resolveKeyOrAlias(call.kms, request.keyId);
  return { keyMetadata: keyMetadata(call.kms, requireKey(call, keyId)) };
});
