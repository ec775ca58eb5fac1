import { requireKey } from "../authorization.ts";
import { required } from "../fields.ts";
import { changeKey } from "../key-change.ts";
import { resolveKey } from "../key-identifier.ts";
import { DESCRIPTION, REQUIRED_KEY_ID } from "../request-fields.ts";
import { type Nothing, operation } from "./operation.ts";

const FIELDS = { keyId: REQUIRED_KEY_ID, description: required(DESCRIPTION) } as const;

export const UpdateKeyDescription = operation(FIELDS, async (call, request): Promise<Nothing> => {
  const keyId = resolveKey(call.kms, request.keyId);
  await changeKey(call.kms, keyId, () => ({ ...requireKey(call, keyId), description: request.description }));
  return {};
});
