import { requireKey } from "../authorization.ts";
import { required } from "../fields.ts";
import { changeKey } from "../key-change.ts";
import { resolveKey } from "../key-identifier.ts";
import { REQUIRED_KEY_ID, TAGS } from "../request-fields.ts";
import { mergeTags, requireTags } from "../tags.ts";
import { type Nothing, operation } from "./operation.ts";

const FIELDS = { keyId: REQUIRED_KEY_ID, tags: required(TAGS) } as const;

/** Adds tags, and gives those that are there a new value. */
export const TagResource = operation(FIELDS, async (call, request): Promise<Nothing> => {
  const keyId = resolveKey(call.kms, request.keyId);
  requireTags(request.tags);
  await changeKey(call.kms, keyId, () => {
    const key = requireKey(call, keyId);
    return { ...key, tags: mergeTags(key.tags, request.tags) };
  });
  return {};
});
